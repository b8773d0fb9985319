//! Pictures and a drawing that tell what they should not.

pub fn jpeg(exif: &str, xmp: &str, iptc: &str, comment: &str, after: &str) -> Vec<u8> {
    let segment = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).expect("short").to_be_bytes();
        [&[0xff, marker], &length[..], content].concat()
    };
    let tiff = [b"Exif\0\0MM\0\x2a\0\0\0\x08\0\0\0\0\0\0", exif.as_bytes()].concat();
    [
        b"\xff\xd8".to_vec(),
        segment(0xe0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0"),
        segment(0xe1, &tiff),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", xmp.as_bytes()].concat()),
        segment(0xed, &[b"Photoshop 3.0\0", iptc.as_bytes()].concat()),
        segment(0xfe, comment.as_bytes()),
        segment(0xdb, &[0; 65]),
        segment(0xc2, b"\x08\0\x01\0\x01\x01\x01\x11\0"),
        segment(0xc4, &[0; 20]),
        segment(0xda, b"\x01\x01\0\0\0\0"),
        b"\x12\x34\xff\xd9".to_vec(),
        after.as_bytes().to_vec(),
    ]
    .concat()
}

pub fn png(text: &str, packed: &str, exif: &str, time: &str) -> Vec<u8> {
    use std::io::Write as _;
    let chunk = |kind: &[u8; 4], content: &[u8]| {
        let length = u32::try_from(content.len()).expect("short").to_be_bytes();
        [&length[..], kind, content, b"\x01\x02\x03\x04"].concat()
    };
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    zlib.write_all(packed.repeat(20).as_bytes()).expect("memory");
    let zlib = [b"Comment\0\0", zlib.finish().expect("memory").as_slice()].concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0"),
        chunk(b"tEXt", &[b"Author\0", text.as_bytes()].concat()),
        chunk(b"zTXt", &zlib),
        chunk(b"eXIf", exif.as_bytes()),
        chunk(b"IDAT", b"pixels"),
        chunk(b"tIME", time.as_bytes()),
        chunk(b"IEND", b""),
    ]
    .concat()
}

pub fn webp(exif: &str, xmp: &str) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], content: &[u8]| {
        let length = u32::try_from(content.len()).expect("short").to_le_bytes();
        [kind, &length[..], content, &[0][..content.len() % 2]].concat()
    };
    let parts = [
        b"WEBP".to_vec(),
        chunk(b"VP8X", &[0b1100, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        chunk(b"VP8 ", b"pixels!"),
        chunk(b"EXIF", exif.as_bytes()),
        chunk(b"XMP ", xmp.as_bytes()),
    ];
    chunk(b"RIFF", &parts.concat())
}

pub fn gif(comment: &str, application: &str) -> Vec<u8> {
    let extension = |label: u8, blocks: &[&[u8]]| {
        let blocks = blocks
            .iter()
            .map(|block| [&[u8::try_from(block.len()).expect("short")], *block].concat());
        [vec![b'!', label], blocks.collect::<Vec<_>>().concat(), vec![0]].concat()
    };
    [
        b"GIF89a\x01\0\x01\0\x81\0\0abcabcabcabc".to_vec(),
        extension(0xfe, &[comment.as_bytes()]),
        extension(0xff, &[b"XMP DataXMP", application.as_bytes()]),
        b",\0\0\0\0\x01\0\x01\0\x80\0\0\0\xff\xff\xff\x02\x02D\x01\0;".to_vec(),
    ]
    .concat()
}

pub fn svg(comment: &str, metadata: &str, label: &str, instruction: &str) -> Vec<u8> {
    format!(
        "<?xml version=\"1.0\"?><!-- {comment} --><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:k=\"http://www.inkscape.org/namespaces/inkscape\" viewBox=\"0 0 9 9\"><?note {instruction}?><metadata>{metadata}</metadata><g k:label=\"{label}\"><rect width=\"9\" height=\"9\"/></g></svg>"
    )
    .into_bytes()
}
