//! What a file is by its first bytes, whatever its name says.

use super::Format;

/// Whether the bytes open as the format does.
pub(super) fn is(format: Format, bytes: &[u8]) -> bool {
    match format {
        Format::Jpeg => bytes.starts_with(b"\xff\xd8\xff"),
        Format::Png => bytes.starts_with(super::png::SIGNATURE),
        Format::WebP => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
        Format::Gif => bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a"),
        // Whether what begins like a drawing is one, its own reader tells.
        Format::Svg => {
            let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
            first == Some(&b'<') && marked_up(text) != Some("a web page")
        }
        // Programs look for its first line somewhere in the first kilobyte.
        Format::Pdf => bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-"),
    }
}

/// What the bytes are, with its article, for a message.
pub(super) fn what(bytes: &[u8]) -> &'static str {
    match bytes {
        [] => "empty",
        _ if is(Format::Jpeg, bytes) => "a JPEG",
        _ if is(Format::Png, bytes) => "a PNG",
        _ if is(Format::WebP, bytes) => "a WebP",
        _ if is(Format::Gif, bytes) => "a GIF",
        [b'B', b'M', ..] => "a BMP",
        [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => "a TIFF",
        [b'%', b'P', b'D', b'F', ..] => "a PDF",
        [0x1f, 0x8b, ..] => "packed (save it unpacked)",
        _ => boxed(bytes).or_else(|| marked_up(bytes)).unwrap_or("no picture that we know"),
    }
}

/// The family of MP4, by its brand.
fn boxed(bytes: &[u8]) -> Option<&'static str> {
    if bytes.get(4..8)? != b"ftyp" {
        return None;
    }
    Some(match bytes.get(8..12)? {
        b"avif" | b"avis" => "an AVIF",
        b"heic" | b"heix" | b"hevc" | b"mif1" | b"msf1" => "a HEIC",
        _ => "a video",
    })
}

/// What a browser saves when the picture was not where it should be.
fn marked_up(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes[..bytes.len().min(512)].to_ascii_lowercase();
    let holds = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    match head.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'<') if holds(b"<svg") => Some("an SVG"),
        Some(b'<') if holds(b"<html") || holds(b"<!doctype html") => Some("a web page"),
        _ => None,
    }
}
