//! The scale bar.

use super::frame::Frame;

/// A bar of so many pixels that is so many kilometres long at the middle of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// A round number: 1, 2 or 5 with noughts.
    pub km: f64,
    /// Its length on the sheet.
    pub pixels: f64,
    /// `100 km`
    pub words: String,
}

/// The longest round distance, with its unit in words, that takes no more than a quarter of the sheet's width.
pub fn scale(frame: &Frame, unit: &str) -> Scale {
    let most = frame.size[0] / 4.0 / frame.pixels_per_km;
    let power = 10_f64.powf(most.log10().floor());
    let km = [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|km| *km <= most);
    let km = km.unwrap_or(power);
    Scale { km, pixels: km * frame.pixels_per_km, words: format!("{km} {unit}") }
}
