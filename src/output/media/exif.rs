//! The one thing in Exif that a picture cannot be shown without: which way is up.

use super::walk::{Fault, Walk};

/// What an Exif segment opens with, before its TIFF header.
pub(super) const PREFIX: &[u8] = b"Exif\0\0";

/// TIFF's tag of the orientation, and its type, a 16-bit number.
const ORIENTATION: u16 = 0x0112;
const SHORT: u16 = 3;

/// The orientation that a TIFF structure tells, if it turns the picture: 2 to 8. One that cannot be
/// read turns nothing, as in browsers.
pub(super) fn orientation(tiff: &[u8]) -> Option<u8> {
    read_orientation(tiff).ok().flatten()
}

fn read_orientation(tiff: &[u8]) -> Result<Option<u8>, Fault> {
    let mut walk = Walk::new(tiff);
    let order = match &walk.array()? {
        b"II" => Order { u16: u16::from_le_bytes, u32: u32::from_le_bytes },
        b"MM" => Order { u16: u16::from_be_bytes, u32: u32::from_be_bytes },
        _ => return Ok(None),
    };
    if (order.u16)(walk.array()?) != 42 {
        return Ok(None);
    }
    let start = (order.u32)(walk.array()?) as usize;
    let mut entries = Walk::new(tiff.get(start..).ok_or(Fault::CutOff)?);
    for _ in 0..(order.u16)(entries.array()?) {
        let (tag, kind) = ((order.u16)(entries.array()?), (order.u16)(entries.array()?));
        let [_, _, _, _, value @ .., _, _]: [u8; 8] = entries.array()?;
        if tag == ORIENTATION && kind == SHORT {
            let value = u8::try_from((order.u16)(value)).ok();
            return Ok(value.filter(|value| (2..=8).contains(value)));
        }
    }
    Ok(None)
}

/// How the file writes its numbers.
struct Order {
    u16: fn([u8; 2]) -> u16,
    u32: fn([u8; 4]) -> u32,
}

/// An Exif structure, prefix and all, that tells the orientation and nothing else.
pub(super) fn only_orientation(value: u8) -> [u8; 32] {
    let mut exif = *b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    exif[25] = value;
    exif
}
