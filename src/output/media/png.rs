//! PNG: a signature, then chunks, each with its length, type, content and checksum.

use std::mem;

use flate2::Crc;

use super::exif;
use super::walk::{Fault, Walk};

const EXIF: &[u8; 4] = b"eXIf";

/// What every PNG opens with.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The chunks that a picture is shown with. Text, times, what applications add, and of Exif everything
/// but which way is up, stay behind.
const KEPT: [&[u8; 4]; 15] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT",
    b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

pub(super) fn strip(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut walk = Walk::new(bytes);
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend_from_slice(walk.take(SIGNATURE.len())?);
    let (mut first, mut drawn, mut turned) = (true, false, false);
    loop {
        let start = walk;
        let length = u32::from_be_bytes(walk.array()?);
        let kind: [u8; 4] = walk.array()?;
        check(&kind, length, first)?;
        let content = walk.take(length as usize)?;
        walk.take(4)?;
        if KEPT.contains(&&kind) {
            kept.extend_from_slice(walk.since(&start));
        }
        if kind == *EXIF
            && !mem::replace(&mut turned, true)
            && let Some(turn) = exif::orientation(content)
        {
            push(EXIF, &exif::only_orientation(turn)[exif::PREFIX.len()..], &mut kept);
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

/// Which way is up, where a chunk of Exif says that it is not the top: 2 to 8.
pub(super) fn orientation(bytes: &[u8]) -> Option<u8> {
    let mut walk = Walk::new(bytes.get(SIGNATURE.len()..)?);
    loop {
        let length = u32::from_be_bytes(walk.array().ok()?);
        let kind: [u8; 4] = walk.array().ok()?;
        let content = walk.take(length as usize).ok()?;
        walk.take(4).ok()?;
        if kind == *EXIF {
            return exif::orientation(content);
        }
    }
}

fn push(kind: &[u8; 4], content: &[u8], to: &mut Vec<u8>) {
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(content);
    to.extend((content.len() as u32).to_be_bytes());
    to.extend(kind);
    to.extend(content);
    to.extend(sum.sum().to_be_bytes());
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
