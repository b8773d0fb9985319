//! Maps: from a view to the bytes of an SVG, as a pure function.
//!
//! Projects, cuts and thins the world for one sheet, sets marks and names, and writes. Knows
//! neither the disk nor who the parties are: marks come with the number of a side.

mod clip;
mod data;
mod frame;
mod graticule;
mod labels;
mod layout;
mod path;
mod projection;
mod scale;
mod shore;
mod simplify;
mod svg;
#[cfg(test)]
mod tests;

pub use data::Atlas;
pub use frame::Frame;
pub use labels::{Anchor, Label, Rect};
pub use layout::{Layout, Mark};
pub use projection::vector;
pub use scale::Scale;
pub use shore::Ground;

use crate::pages::views::MapView;
use crate::pages::views::{MAP_SIZE, MAP_SIZE_SMALL};

/// How far from its point a place of `precision: near` may lie, in kilometres: UCDP GED's
/// `where_prec` 2.
pub const NEAR_KM: f64 = 25.0;

/// The sizes of a sheet and of what stands on it, in pixels.
#[derive(Debug, Clone, Copy)]
struct Size {
    pixels: [f64; 2],
    /// Left and right, top and bottom: what is kept free round the marks.
    margin: [f64; 2],
    /// Of names.
    letters: f64,
    /// Of the scale's words.
    figures: f64,
    /// Half of a party's mark.
    mark: f64,
    /// A place of which nobody says who holds it.
    dot: f64,
    /// A contested place.
    hatched: f64,
}

impl Size {
    fn of(small: bool) -> Self {
        let pixels = if small { MAP_SIZE_SMALL } else { MAP_SIZE };
        let pixels = pixels.map(f64::from);
        if small {
            let margin = [52.0, 34.0];
            Self {
                pixels,
                margin,
                letters: 14.0,
                figures: 12.0,
                mark: 5.0,
                dot: 3.0,
                hatched: 10.0,
            }
        } else {
            let margin = [96.0, 56.0];
            Self {
                pixels,
                margin,
                letters: 16.0,
                figures: 13.0,
                mark: 6.0,
                dot: 3.4,
                hatched: 13.0,
            }
        }
    }
}

/// A map's SVG.
pub fn svg(atlas: &Atlas, view: &MapView) -> String {
    svg::write(&Layout::of(atlas.world(), view), view)
}
