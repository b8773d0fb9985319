//! What holds for every picture format.

use crate::output::media::{Format, strip};

/// What every test plants where nothing may stay.
pub(super) const SECRET: &[u8] = b"GPS 32.88N 13.19E";

pub(super) fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}

/// The picture without its metadata.
pub(super) fn clean(format: Format, bytes: &[u8]) -> Vec<u8> {
    strip("picture", format, bytes).unwrap()
}

pub(super) fn flaw(format: Format, bytes: &[u8]) -> String {
    strip("picture", format, bytes).unwrap_err()
}

/// The metadata goes and nothing else does, and doing it twice is doing it once.
pub(super) fn becomes(format: Format, planted: &[u8], expected: &[u8]) {
    assert!(holds(planted, SECRET), "the test plants nothing");
    let stripped = clean(format, planted);
    assert!(!holds(&stripped, SECRET));
    assert_eq!(stripped, expected);
    assert_eq!(clean(format, &stripped), stripped);
}

/// A picture cut anywhere is refused, and one with any byte changed at worst is refused: nothing
/// panics, and nothing grows beyond the few bytes of an orientation.
pub(super) fn survives(format: Format, picture: &[u8]) {
    assert_eq!(clean(format, picture), picture, "the test's picture is not clean");
    for cut in 0..picture.len() {
        strip("picture", format, &picture[..cut]).unwrap_err();
    }
    hostile(format, picture);
}

/// Any one byte changed to any value.
pub(super) fn hostile(format: Format, picture: &[u8]) {
    let mut changed = picture.to_vec();
    for at in 0..picture.len() {
        for value in 0..=255 {
            changed[at] = value;
            if let Ok(stripped) = strip("picture", format, &changed) {
                assert!(stripped.len() <= picture.len() + 64);
            }
        }
        changed[at] = picture[at];
    }
}

#[test]
fn endings_name_formats_in_any_case() {
    for (name, format) in [
        ("a.jpg", Some(Format::Jpeg)),
        ("a/b.c/d.JPEG", Some(Format::Jpeg)),
        ("a.jfif", Some(Format::Jpeg)),
        ("a.Png", Some(Format::Png)),
        ("a.apng", Some(Format::Png)),
        ("a.webp", Some(Format::WebP)),
        ("a.b.gif", Some(Format::Gif)),
        ("gif", None),
        (".gif", None),
        ("a.gif/b", None),
        ("a.svg", Some(Format::Svg)),
        ("files/Report.PDF", Some(Format::Pdf)),
        ("a.txt", None),
    ] {
        assert_eq!(Format::of_name(name), format, "{name}");
    }
}
