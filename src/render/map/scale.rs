//! The scale bar.

use super::frame::Frame;

/// A bar of so many pixels that is so many kilometres long at the middle of the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// A round number: 1, 2 or 5 with noughts.
    pub km: f64,
    /// Its length on the sheet.
    pub pixels: f64,
}

/// The longest round distance that takes no more than a quarter of the sheet's width.
pub fn scale(frame: &Frame) -> Scale {
    let most = frame.size[0] / 4.0 / frame.pixels_per_km;
    let power = 10_f64.powf(most.log10().floor());
    let km = [5.0, 2.0, 1.0].into_iter().map(|step| step * power).find(|km| *km <= most);
    let km = km.unwrap_or(power);
    Scale { km, pixels: km * frame.pixels_per_km }
}

impl Scale {
    /// `100 km`
    pub fn words(&self) -> String {
        format!("{} km", self.km)
    }
}
