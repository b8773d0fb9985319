//! WebP: a RIFF file, whose chunks have a name, a length, content, and a byte of padding after an
//! odd one. An animation's frames hold chunks of their own.

use super::walk::{Fault, Walk};

/// The chunks that a picture is shown with; Exif, XMP and unknown ones stay behind.
const KEPT: [&[u8; 4]; 7] = [b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];

/// The same within a frame of an animation.
const KEPT_IN_FRAME: [&[u8; 4]; 3] = [b"VP8 ", b"VP8L", b"ALPH"];

/// The flags of `VP8X` that say that Exif and XMP are there.
const METADATA: u8 = 0x08 | 0x04;

/// Position, size, duration and flags, before the chunks of a frame.
const FRAME_HEAD: usize = 16;

pub(super) fn strip(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut walk = Walk::new(bytes);
    walk.take(4)?;
    let length = u32::from_le_bytes(walk.array()?);
    let mut content = Walk::new(walk.take(length as usize)?);
    content.take(4)?;
    let mut picture = b"RIFF\0\0\0\0WEBP".to_vec();
    picture.reserve(content.rest().len());
    if !chunks(content, &KEPT, &mut picture)? {
        return Err(Fault::Damaged("it holds no picture"));
    }
    // No longer than it was, and that fitted.
    let length = (picture.len() - 8) as u32;
    picture[4..8].copy_from_slice(&length.to_le_bytes());
    Ok(picture)
}

/// Copies the chunks that are kept, and says whether a picture was among them.
fn chunks(mut walk: Walk<'_>, kept: &[&[u8; 4]], to: &mut Vec<u8>) -> Result<bool, Fault> {
    let mut drawn = false;
    while !walk.is_done() {
        let kind: [u8; 4] = walk.array()?;
        let length = u32::from_le_bytes(walk.array()?);
        let content = walk.take(length as usize)?;
        if content.len() % 2 == 1 && !walk.is_done() {
            walk.byte()?;
        }
        if kept.contains(&&kind) {
            push(&kind, &clean(&kind, content)?, to);
            drawn |= matches!(&kind, b"VP8 " | b"VP8L" | b"ANMF");
        }
    }
    Ok(drawn)
}

fn clean(kind: &[u8; 4], content: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut clean = content.to_vec();
    match kind {
        b"VP8X" => *clean.first_mut().ok_or(Fault::CutOff)? &= !METADATA,
        b"ANMF" => {
            let mut walk = Walk::new(content);
            clean = walk.take(FRAME_HEAD)?.to_vec();
            chunks(walk, &KEPT_IN_FRAME, &mut clean)?;
        }
        _ => {}
    }
    Ok(clean)
}

fn push(kind: &[u8; 4], content: &[u8], to: &mut Vec<u8>) {
    to.extend(kind);
    to.extend((content.len() as u32).to_le_bytes());
    to.extend_from_slice(content);
    if content.len() % 2 == 1 {
        to.push(0);
    }
}
