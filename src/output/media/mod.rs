//! Pictures and documents without what they tell about the person who took them: no position, serial number,
//! thumbnail, comment or edit history, and nothing after their end.
//!
//! The parts of a file are walked and either kept as they are or left out; what is not known to be
//! needed for showing the picture goes. No pixel is decoded and no compressed text inflated, so a
//! hostile picture costs no more than its length. It must not know where pictures come from or go.

mod exif;
mod gif;
mod jpeg;
mod pdf;
mod png;
mod scale;
mod sniff;
mod svg;
mod walk;
mod webp;

pub use scale::{RECIPE, extent, scale};
use walk::Fault;

/// The largest picture that is read, in bytes: a site shows no larger ones.
pub const LARGEST: u64 = 256 << 20;

/// A format whose metadata we know how to leave out, or at least to see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// ISO/IEC 10918-1, with JFIF, Exif and Adobe segments.
    Jpeg,
    /// The W3C's PNG, third edition, with animation.
    Png,
    /// RFC 9649.
    WebP,
    /// GIF87a and GIF89a.
    Gif,
    /// W3C SVG 2, as text.
    Svg,
    /// ISO 32000. It is looked at and never changed.
    Pdf,
}

impl Format {
    /// What the ending of a file name promises, in capitals or not.
    pub fn of_name(path: &str) -> Option<Self> {
        match ending(path)?.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" | "jpe" | "jfif" => Some(Self::Jpeg),
            "png" | "apng" => Some(Self::Png),
            "webp" => Some(Self::WebP),
            "gif" => Some(Self::Gif),
            "svg" | "svgz" => Some(Self::Svg),
            "pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// Whether smaller ones are made of it: of pictures that hold pixels and stand still.
    pub fn is_scaled(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::WebP)
    }

    /// The name that people use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Svg => "SVG",
            Self::Pdf => "PDF",
        }
    }
}

/// What follows the last dot of a file name, if something comes before it.
fn ending(path: &str) -> Option<&str> {
    let (_, name) = path.rsplit_once('/').unwrap_or(("", path));
    name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, ending)| ending)
}

/// What is wrong with a picture, as copying it would say; nothing for other files and for those
/// that cannot be read, which copying says in its own way.
pub fn fault(path: &str, file: &std::path::Path) -> Option<String> {
    let format = Format::of_name(path)?;
    let bytes = std::fs::read(file).ok()?;
    strip(path, format, &bytes).err()
}

/// The picture without its metadata, or what is wrong with it, in words for an editor. The path is
/// only for these words.
pub fn strip(path: &str, format: Format, bytes: &[u8]) -> Result<Vec<u8>, String> {
    let name = format.name();
    if bytes.len() as u64 > LARGEST {
        return Err(format!("the {name} is larger than {} MB", LARGEST >> 20));
    }
    if !sniff::is(format, bytes) {
        let ending = ending(path).unwrap_or_default();
        return Err(format!("named .{ending} but it is {}", sniff::what(bytes)));
    }
    let stripped = match format {
        Format::Jpeg => jpeg::strip(bytes),
        Format::Png => png::strip(bytes),
        Format::WebP => webp::strip(bytes),
        Format::Gif => gif::strip(bytes),
        Format::Svg => svg::strip(bytes),
        Format::Pdf => pdf::look(bytes).map(|()| bytes.to_vec()),
    };
    stripped.map_err(|fault| match fault {
        Fault::CutOff => format!("the {name} is cut off before its end"),
        Fault::Damaged(what) => format!("the {name} is damaged: {what}"),
        Fault::Holds(what) => format!("the {name} {what}"),
    })
}
