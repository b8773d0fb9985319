use crate::output::media::Format::Gif;

use super::picture::{SECRET, becomes, flaw, survives};

/// One pixel, with a palette of its own.
const IMAGE: &[u8] = b",\0\0\0\0\x01\0\x01\0\x80\0\0\0\xff\xff\xff\x02\x02D\x01\0";
const CONTROL: &[u8] = b"!\xf9\x04\x01\x0a\0\0\0";
const OTHER_CONTROL: &[u8] = b"!\xf9\x04\x01\x63\0\0\0";

fn extension(label: u8, blocks: &[&[u8]]) -> Vec<u8> {
    let mut extension = vec![b'!', label];
    for block in blocks {
        extension.push(u8::try_from(block.len()).unwrap());
        extension.extend_from_slice(block);
    }
    extension.push(0);
    extension
}

/// With a palette of four colours for all images.
fn picture(parts: &[&[u8]]) -> Vec<u8> {
    [b"GIF89a\x01\0\x01\0\x81\0\0abcabcabcabc", parts.concat().as_slice(), b";"].concat()
}

#[test]
fn comments_and_applications_go_and_loops_stay() {
    for name in [b"NETSCAPE2.0", b"ANIMEXTS1.0"] {
        let repeat = extension(0xff, &[name, b"\x01\0\0"]);
        let planted = picture(&[
            &repeat,
            &extension(0xfe, &[SECRET, SECRET]),
            &extension(0xff, &[b"XMP DataXMP", SECRET]),
            &extension(0xff, &[b"ICCRGBG1012", SECRET]),
            CONTROL,
            &extension(0xfe, &[SECRET]),
            IMAGE,
            &extension(0x42, &[SECRET]),
            IMAGE,
            &extension(0xfe, &[]),
        ]);
        becomes(Gif, &[&planted, SECRET].concat(), &picture(&[&repeat, CONTROL, IMAGE, IMAGE]));
    }
}

#[test]
fn plain_text_goes_with_the_control_before_it() {
    let text = extension(0x01, &[b"123456789012", SECRET]);
    let planted = picture(&[OTHER_CONTROL, &text, IMAGE, CONTROL, IMAGE]);
    becomes(Gif, &planted, &picture(&[IMAGE, CONTROL, IMAGE]));
}

#[test]
fn broken_pictures_are_refused() {
    survives(Gif, &picture(&[CONTROL, IMAGE]));
    assert_eq!(flaw(Gif, &picture(&[])), "the GIF is damaged: it holds no picture");
    let stray = picture(&[IMAGE, b"?"]);
    assert_eq!(flaw(Gif, &stray), "the GIF is damaged: what should be a block is none");
    let endless = &picture(&[IMAGE])[..40];
    assert_eq!(flaw(Gif, endless), "the GIF is cut off before its end");
}
