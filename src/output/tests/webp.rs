use crate::output::media::Format::WebP;

use super::picture::{SECRET, becomes, flaw, survives};

fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_le_bytes();
    let padding = &[0][..content.len() % 2];
    [kind, &length[..], content, padding].concat()
}

fn picture(chunks: &[Vec<u8>]) -> Vec<u8> {
    chunk(b"RIFF", &[b"WEBP".to_vec(), chunks.concat()].concat())
}

/// With a flag for each of profile, transparency, Exif, XMP and animation.
fn extended(flags: u8) -> Vec<u8> {
    chunk(b"VP8X", &[flags, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}

#[test]
fn exif_and_xmp_go_with_their_flags() {
    let planted = picture(&[
        extended(0b0011_1100),
        chunk(b"ICCP", b"profile"),
        chunk(b"ALPH", b"alpha"),
        chunk(b"VP8 ", b"pixels!"),
        chunk(b"EXIF", SECRET),
        chunk(b"XMP ", SECRET),
        chunk(b"C2PA", SECRET),
    ]);
    let expected = picture(&[
        extended(0b0011_0000),
        chunk(b"ICCP", b"profile"),
        chunk(b"ALPH", b"alpha"),
        chunk(b"VP8 ", b"pixels!"),
    ]);
    becomes(WebP, &[&planted, SECRET].concat(), &expected);
}

#[test]
fn frames_of_an_animation_are_cleaned_too() {
    let frame = |chunks: &[Vec<u8>]| chunk(b"ANMF", &[vec![7; 16], chunks.concat()].concat());
    let animation = |below: &[Vec<u8>]| {
        picture(&[
            extended(0b0000_0010),
            chunk(b"ANIM", b"\0\0\0\0\0\0"),
            frame(below),
            frame(below),
        ])
    };
    let clean = [chunk(b"ALPH", b"alpha"), chunk(b"VP8L", b"pixels")];
    let planted = [clean.concat(), chunk(b"EXIF", SECRET), chunk(b"note", SECRET)];
    becomes(WebP, &animation(&planted), &animation(&clean));
}

#[test]
fn a_plain_picture_stays_as_it_is() {
    survives(WebP, &picture(&[chunk(b"VP8L", b"pixels")]));
    survives(WebP, &picture(&[extended(0b0001_0000), chunk(b"VP8L", b"pixels!")]));
}

#[test]
fn a_last_byte_of_padding_may_be_missing() {
    let planted = [chunk(b"EXIF", SECRET), chunk(b"VP8 ", b"odd")].concat();
    let unpadded = chunk(b"RIFF", &[b"WEBP", &planted[..planted.len() - 1]].concat());
    becomes(WebP, &unpadded, &picture(&[chunk(b"VP8 ", b"odd")]));
}

#[test]
fn broken_pictures_are_refused() {
    assert_eq!(flaw(WebP, &picture(&[])), "the WebP is damaged: it holds no picture");
    let hidden = picture(&[chunk(b"EXIF", &chunk(b"VP8 ", b"pixels"))]);
    assert_eq!(flaw(WebP, &hidden), "the WebP is damaged: it holds no picture");
    let mut long = picture(&[chunk(b"VP8 ", b"pixels")]);
    long[16] = 7;
    assert_eq!(flaw(WebP, &long), "the WebP is cut off before its end");
    assert_eq!(flaw(WebP, &picture(&[chunk(b"VP8X", b"")])), "the WebP is cut off before its end");
}
