//! GIF: a header, then images and extensions, whose data comes in blocks of up to 255 bytes.

use super::walk::{Fault, Walk};

const IMAGE: u8 = 0x2c;
const EXTENSION: u8 = 0x21;
const TRAILER: u8 = 0x3b;

const PLAIN_TEXT: u8 = 0x01;
const GRAPHIC_CONTROL: u8 = 0xf9;
const APPLICATION: u8 = 0xff;

/// The applications' extensions that make an animation repeat.
const LOOPS: [&[u8]; 2] = [b"NETSCAPE2.0", b"ANIMEXTS1.0"];

pub(super) fn strip(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut walk = Walk::new(bytes);
    let mut kept = Vec::with_capacity(bytes.len());
    walk.take(6)?;
    let screen: [u8; 7] = walk.array()?;
    walk.take(colours(screen[4]))?;
    kept.extend_from_slice(walk.since(&Walk::new(bytes)));
    // A graphic control belongs to what comes next, and goes where that goes.
    let (mut control, mut drawn) = (&[][..], false);
    loop {
        let start = walk;
        match walk.byte()? {
            TRAILER if drawn => {
                kept.push(TRAILER);
                return Ok(kept);
            }
            TRAILER => return Err(Fault::Damaged("it holds no picture")),
            IMAGE => {
                image(&mut walk)?;
                kept.extend_from_slice(std::mem::take(&mut control));
                kept.extend_from_slice(walk.since(&start));
                drawn = true;
            }
            EXTENSION => match extension(&mut walk)? {
                Extension::Control => control = walk.since(&start),
                Extension::Text => control = &[],
                Extension::Loop => kept.extend_from_slice(walk.since(&start)),
                Extension::Other => {}
            },
            _ => return Err(Fault::Damaged("what should be a block is none")),
        }
    }
}

enum Extension {
    Control,
    /// Drawn by no browser; it uses up the graphic control before it.
    Text,
    Loop,
    /// Comments, XMP and the like.
    Other,
}

fn extension(walk: &mut Walk<'_>) -> Result<Extension, Fault> {
    let label = walk.byte()?;
    let mut peek = *walk;
    let first = peek.byte().and_then(|length| peek.take(length.into()))?;
    blocks(walk)?;
    Ok(match label {
        GRAPHIC_CONTROL => Extension::Control,
        PLAIN_TEXT => Extension::Text,
        APPLICATION if LOOPS.contains(&first) => Extension::Loop,
        _ => Extension::Other,
    })
}

fn image(walk: &mut Walk<'_>) -> Result<(), Fault> {
    let descriptor: [u8; 9] = walk.array()?;
    walk.take(colours(descriptor[8]))?;
    walk.byte()?;
    blocks(walk)
}

/// Blocks up to an empty one.
fn blocks(walk: &mut Walk<'_>) -> Result<(), Fault> {
    loop {
        match walk.byte()? {
            0 => return Ok(()),
            length => walk.take(length.into())?,
        };
    }
}

/// How many bytes of colours follow, by the flags before them.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 0x07) + 1) }
}
