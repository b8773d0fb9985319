use crate::output::media::Format::Jpeg;

use super::picture::{SECRET, becomes, clean, flaw, holds, hostile, survives};

const JFIF: &[u8] = b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0";
const FRAME: &[u8] = b"\x08\0\x01\0\x01\x01\x01\x11\0";
/// Coded data with a stuffed byte and a restart in it, as scans have.
const SCAN: &[u8] = b"\x12\xff\0\x34\xff\xd0\x56";

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], &length[..], content].concat()
}

/// A picture of two scans, with these segments after the start and between the scans.
fn picture(head: &[Vec<u8>], between: &[Vec<u8>]) -> Vec<u8> {
    [
        b"\xff\xd8".to_vec(),
        head.concat(),
        segment(0xdb, &[0; 65]),
        segment(0xc2, FRAME),
        segment(0xc4, &[0; 20]),
        segment(0xda, b"\x01\x01\0\0\0\0"),
        SCAN.to_vec(),
        between.concat(),
        segment(0xda, b"\x01\x01\0\x01\x3f\0"),
        SCAN.to_vec(),
        b"\xff\xd9".to_vec(),
    ]
    .concat()
}

/// An Exif segment with a maker's name, an orientation and a position.
fn exif(orientation: u16, big: bool) -> Vec<u8> {
    let two = |n: u16| if big { n.to_be_bytes() } else { n.to_le_bytes() };
    let four = |n: u32| if big { n.to_be_bytes() } else { n.to_le_bytes() };
    let mut tiff = if big { b"MM".to_vec() } else { b"II".to_vec() };
    tiff.extend([two(42).as_slice(), &four(8), &two(2)].concat());
    tiff.extend([two(0x010f).as_slice(), &two(2), &four(17), &four(38)].concat());
    tiff.extend([two(0x0112).as_slice(), &two(3), &four(1), &two(orientation), &two(0)].concat());
    tiff.extend([four(0).as_slice(), SECRET].concat());
    segment(0xe1, &[b"Exif\0\0", tiff.as_slice()].concat())
}

#[test]
fn metadata_goes_and_colours_stay() {
    let icc = || segment(0xe2, b"ICC_PROFILE\0\x01\x01profile");
    let adobe = || segment(0xee, b"Adobe\0\x64\0\0\0\0\x01");
    let note = || segment(0xfe, SECRET);
    let planted = [
        segment(0xe0, JFIF),
        segment(0xe0, &[b"JFXX\0\x10", SECRET].concat()),
        exif(1, true),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET].concat()),
        icc(),
        segment(0xe2, &[b"MPF\0", SECRET].concat()),
        segment(0xed, &[b"Photoshop 3.0\0", SECRET].concat()),
        segment(0xee, &[b"Adobe\0\x64\0\0\0\0\x01", SECRET].concat()),
        segment(0xee, SECRET),
        segment(0x42, SECRET),
        note(),
    ];
    let mut planted = picture(&planted, &[note(), segment(0xe1, SECRET)]);
    planted.extend([b"\xff\xd8\xff\xe1", SECRET].concat());
    becomes(Jpeg, &planted, &picture(&[segment(0xe0, JFIF), icc(), adobe()], &[]));
}

#[test]
fn a_thumbnail_in_the_first_segment_goes() {
    let mut thumbnail = [JFIF, SECRET].concat();
    thumbnail[12..14].copy_from_slice(&[2, 3]);
    becomes(
        Jpeg,
        &picture(&[segment(0xe0, &thumbnail)], &[]),
        &picture(&[segment(0xe0, JFIF)], &[]),
    );
}

#[test]
fn the_way_up_is_kept_and_nothing_else_of_exif() {
    for big in [true, false] {
        for orientation in 2..=8_u8 {
            let planted = picture(&[segment(0xe0, JFIF), exif(orientation.into(), big)], &[]);
            let only = [
                b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
                &[orientation][..],
                &[0; 6],
            ];
            let expected = picture(&[segment(0xe0, JFIF), segment(0xe1, &only.concat())], &[]);
            becomes(Jpeg, &planted, &expected);
        }
        for upright in [0, 1, 9, 0x0600, u16::MAX] {
            becomes(Jpeg, &picture(&[exif(upright, big)], &[]), &picture(&[], &[]));
        }
    }
}

#[test]
fn exif_that_cannot_be_read_turns_nothing() {
    let whole = exif(6, true);
    let content = &whole[4..];
    for cut in 0..30 {
        let stripped = clean(Jpeg, &picture(&[segment(0xe1, &content[..cut])], &[]));
        assert_eq!(stripped, picture(&[], &[]), "{cut}");
    }
    hostile(Jpeg, &picture(&[whole], &[]));
}

#[test]
fn what_lies_between_segments_goes() {
    let planted =
        picture(&[b"\xff\xff\xff\x01".to_vec(), SECRET.to_vec(), b"\xff\0".to_vec()], &[]);
    becomes(Jpeg, &planted, &picture(&[], &[]));
}

#[test]
fn broken_pictures_are_refused() {
    survives(Jpeg, &picture(&[segment(0xe0, JFIF)], &[]));
    assert_eq!(flaw(Jpeg, &picture(&[], &[])[..100]), "the JPEG is cut off before its end");
    assert_eq!(flaw(Jpeg, b"\xff\xd8\xff\xd9"), "the JPEG is damaged: it holds no picture");
    assert_eq!(flaw(Jpeg, b"\xff\xd8\xff\xdb\0\x01"), "the JPEG is damaged: a length is wrong");
    let unframed = [b"\xff\xd8".to_vec(), segment(0xda, b"\0")].concat();
    assert_eq!(flaw(Jpeg, &unframed), "the JPEG is damaged: its frame is missing");
    let second = picture(&[b"\xff\xd8".to_vec()], &[]);
    assert_eq!(flaw(Jpeg, &second), "the JPEG is damaged: another picture starts in it");
}

#[test]
fn an_orientation_in_a_later_segment_counts() {
    let xmp = segment(0xe1, SECRET);
    let stripped = clean(Jpeg, &picture(&[xmp, exif(1, true), exif(6, false)], &[]));
    assert!(holds(&stripped, b"\x01\x12\0\x03\0\0\0\x01\0\x06"));
}
