//! JPEG: segments up to the first scan, then scans with more segments between them.

use super::exif;
use super::walk::{Fault, Walk};

const SOI: u8 = 0xd8;
const EOI: u8 = 0xd9;
const SOS: u8 = 0xda;
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;

/// Among the frames' markers, those that start none: Huffman tables, an extension, arithmetic
/// tables.
const TABLES: [u8; 3] = [0xc4, 0xc8, 0xcc];

/// A JFIF segment up to its thumbnail, and how an Adobe segment is laid out in full.
const JFIF_HEAD: usize = 14;
const ADOBE: usize = 12;

/// What of the picture is kept so far.
#[derive(Default)]
struct Kept {
    /// The JFIF segment, which has to come first.
    jfif: Vec<u8>,
    orientation: Option<u8>,
    /// Everything else in its order.
    body: Vec<u8>,
    framed: bool,
    scanned: bool,
}

pub(super) fn strip(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut walk = Walk::new(bytes);
    walk.take(2)?;
    let mut kept = Kept { body: Vec::with_capacity(bytes.len()), ..Kept::default() };
    loop {
        match next_marker(&mut walk)? {
            EOI if kept.scanned => return Ok(kept.join()),
            EOI => return Err(Fault::Damaged("it holds no picture")),
            SOI => return Err(Fault::Damaged("another picture starts in it")),
            // Markers without a body mean nothing between segments.
            0x01 | 0xd0..=0xd7 => {}
            marker => {
                let length = u16::from_be_bytes(walk.array()?);
                let length = length.checked_sub(2).ok_or(Fault::Damaged("a length is wrong"))?;
                kept.segment(marker, walk.take(length.into())?)?;
                if marker == SOS {
                    kept.body.extend_from_slice(scan(&mut walk)?);
                }
            }
        }
    }
}

/// Which way is up, as the segments before the first scan say: 2 to 8, where it is turned.
pub(super) fn orientation(bytes: &[u8]) -> Option<u8> {
    let mut walk = Walk::new(bytes);
    walk.take(2).ok()?;
    loop {
        let marker = next_marker(&mut walk).ok()?;
        if matches!(marker, SOS | EOI) {
            return None;
        }
        let length = u16::from_be_bytes(walk.array().ok()?).checked_sub(2)?;
        let content = walk.take(length.into()).ok()?;
        if marker == APP1 && content.starts_with(exif::PREFIX) {
            return exif::orientation(&content[exif::PREFIX.len()..]);
        }
    }
}

/// Skips to the next marker. Bytes between segments are an error that every decoder forgives, and
/// nothing that we would keep.
fn next_marker(walk: &mut Walk<'_>) -> Result<u8, Fault> {
    let mut last = walk.byte()?;
    loop {
        let byte = walk.byte()?;
        if last == 0xff && byte != 0 && byte != 0xff {
            return Ok(byte);
        }
        last = byte;
    }
}

/// The coded data of a scan: everything up to a marker that is none of those that belong to it.
fn scan<'a>(walk: &mut Walk<'a>) -> Result<&'a [u8], Fault> {
    let rest = walk.rest();
    let mut at = 0;
    loop {
        at += rest[at..].iter().position(|byte| *byte == 0xff).ok_or(Fault::CutOff)?;
        match rest.get(at + 1).ok_or(Fault::CutOff)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            _ => return walk.take(at),
        }
    }
}

impl Kept {
    fn segment(&mut self, marker: u8, content: &[u8]) -> Result<(), Fault> {
        match marker {
            APP0 if content.starts_with(b"JFIF\0") => return self.jfif(content),
            APP1 if content.starts_with(exif::PREFIX) => {
                let tiff = &content[exif::PREFIX.len()..];
                self.orientation = self.orientation.or_else(|| exif::orientation(tiff));
            }
            APP2 if content.starts_with(b"ICC_PROFILE\0") => self.push(marker, content),
            APP14 if content.starts_with(b"Adobe") => {
                self.push(
                    marker,
                    content.get(..ADOBE).ok_or(Fault::Damaged("its Adobe segment is short"))?,
                );
            }
            SOS if !self.framed => return Err(Fault::Damaged("its frame is missing")),
            SOS => {
                self.scanned = true;
                self.push(marker, content);
            }
            // Frames, tables and restarts: all that a decoder reads. Comments, other applications'
            // segments, thumbnails and what is reserved stay behind.
            0xc0..=0xcf | 0xdb..=0xdf => {
                self.framed |= marker <= 0xcf && !TABLES.contains(&marker);
                self.push(marker, content);
            }
            _ => {}
        }
        Ok(())
    }

    /// Keeps density and version; a thumbnail may show what was cropped away.
    fn jfif(&mut self, content: &[u8]) -> Result<(), Fault> {
        let mut head =
            content.get(..JFIF_HEAD).ok_or(Fault::Damaged("its JFIF segment is short"))?.to_vec();
        head[JFIF_HEAD - 2..].fill(0);
        if self.jfif.is_empty() {
            push_segment(&mut self.jfif, APP0, &head);
        }
        Ok(())
    }

    fn push(&mut self, marker: u8, content: &[u8]) {
        push_segment(&mut self.body, marker, content);
    }

    fn join(self) -> Vec<u8> {
        let mut picture = vec![0xff, SOI];
        picture.reserve(self.body.len() + 64);
        picture.extend(self.jfif);
        if let Some(value) = self.orientation {
            push_segment(&mut picture, APP1, &exif::only_orientation(value));
        }
        picture.extend(self.body);
        picture.extend([0xff, EOI]);
        picture
    }
}

/// The content is never longer than it was read: at most 65,533 bytes.
fn push_segment(to: &mut Vec<u8>, marker: u8, content: &[u8]) {
    let length = (content.len() + 2) as u16;
    to.extend([0xff, marker]);
    to.extend(length.to_be_bytes());
    to.extend_from_slice(content);
}
