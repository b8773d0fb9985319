//! PNG: a signature, then chunks, each with its length, type, content and checksum.

use super::walk::{Fault, Walk};

/// What every PNG opens with.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The chunks that a picture is shown with. Text, times, Exif and what applications add stay
/// behind.
const KEPT: [&[u8; 4]; 15] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT",
    b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

pub(super) fn strip(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut walk = Walk::new(bytes);
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend_from_slice(walk.take(SIGNATURE.len())?);
    let (mut first, mut drawn) = (true, false);
    loop {
        let start = walk;
        let length = u32::from_be_bytes(walk.array()?);
        let kind: [u8; 4] = walk.array()?;
        check(&kind, length, first)?;
        walk.take(length as usize)?;
        walk.take(4)?;
        if KEPT.contains(&&kind) {
            kept.extend_from_slice(walk.since(&start));
        }
        drawn |= kind == *b"IDAT";
        first = false;
        match &kind {
            b"IEND" if drawn => return Ok(kept),
            b"IEND" => return Err(Fault::Damaged("it holds no picture")),
            _ => {}
        }
    }
}

fn check(kind: &[u8; 4], length: u32, first: bool) -> Result<(), Fault> {
    if !kind.iter().all(u8::is_ascii_alphabetic) || length > i32::MAX as u32 {
        return Err(Fault::Damaged("what should be a chunk is none"));
    }
    if first != (kind == b"IHDR") || first && length != 13 {
        return Err(Fault::Damaged("its header is not where it should be"));
    }
    // A capital means that nobody can show the picture without knowing the chunk.
    if kind[0].is_ascii_uppercase() && !KEPT.contains(&kind) {
        return Err(Fault::Damaged("it holds a chunk that browsers do not know"));
    }
    if kind == b"IEND" && length != 0 {
        return Err(Fault::Damaged("its last chunk is not empty"));
    }
    Ok(())
}
