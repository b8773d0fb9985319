//! Which part of the world a map shows, and how large.

use super::projection::{Projection, RADIUS, Vector, degrees_of, vector};
use super::{NEAR_KM, Size};
use crate::pages::views::MapView;

/// A map's sheet: its projection, and its scale.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// The projection.
    pub projection: Projection,
    /// How large a kilometre is at the middle, in pixels.
    pub pixels_per_km: f64,
    /// Width and height in pixels.
    pub size: [f64; 2],
    /// Where the middle is, in degrees east and north.
    pub middle: (f64, f64),
}

impl Frame {
    /// The sheet round what a map has to show.
    pub fn of(view: &MapView) -> Self {
        let size = Size::of(view.small);
        let [width, height] = size.pixels;
        let points = wanted(view);
        let (projection, middle, extent) = fitted(&points);
        let [wide, high] = extent;
        let across = wide.max(view.least_km).max(1.0);
        let down = high.max(1.0);
        // Bounds are what an editor wants to see; round marks there must be room for names.
        let [side, top] = if view.bounds.is_some() { [6.0, 6.0] } else { size.margin };
        let scale = ((width - 2.0 * side) / across).min((height - 2.0 * top) / down);
        // The smallest scale at which the whole disc of the world fills the sheet.
        let least = width.min(height) / (4.0 * RADIUS);
        Self { projection, middle, pixels_per_km: scale.max(least), size: [width, height] }
    }

    /// Where a position stands on the sheet, in pixels from its left upper corner.
    pub fn pixel(&self, point: Vector) -> [f64; 2] {
        self.place(self.projection.forward(point))
    }

    /// The same of kilometres east and north of the middle.
    pub fn place(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [self.size[0] / 2.0 + x * self.pixels_per_km, self.size[1] / 2.0 - y * self.pixels_per_km]
    }

    /// Half of the sheet's diagonal, in kilometres.
    pub fn reach_km(&self) -> f64 {
        self.size[0].hypot(self.size[1]) / 2.0 / self.pixels_per_km
    }

    /// The same in degrees on the sphere.
    pub fn reach_degrees(&self) -> f64 {
        let km = self.reach_km();
        if km >= 2.0 * RADIUS { 180.0 } else { degrees_of(km) }
    }
}

/// The points that must be on the map: the edge of the bounds, or the marks.
fn wanted(view: &MapView) -> Vec<(Vector, f64)> {
    if let Some([west, south, east, north]) = view.bounds {
        let wide = if east < west { east + 360.0 - west } else { east - west };
        // Edges are curved on the map: eight points each follow them well enough.
        let steps = (0..=8).map(|step| f64::from(step) / 8.0);
        return steps
            .flat_map(|part| {
                let (lon, lat) = (west + wide * part, south + (north - south) * part);
                [(lon, south), (lon, north), (west, lat), (west + wide, lat)]
            })
            .map(|(lon, lat)| (vector(lon, lat), 0.0))
            .collect();
    }
    let focus = view.marks.iter().filter(|mark| mark.focus);
    focus.map(|mark| (vector(mark.lon, mark.lat), if mark.near { NEAR_KM } else { 0.0 })).collect()
}

/// The projection in whose middle some points lie, and how far apart they are, in kilometres.
fn fitted(points: &[(Vector, f64)]) -> (Projection, (f64, f64), [f64; 2]) {
    let mut sum = [0.0; 3];
    for (point, _) in points {
        for (sum, part) in sum.iter_mut().zip(point) {
            *sum += part;
        }
    }
    let length = (sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]).sqrt();
    let start = if length > 1e-6 {
        sum.map(|part| part / length)
    } else {
        points.first().map_or([1.0, 0.0, 0.0], |(point, _)| *point)
    };
    let mut middle =
        (start[1].atan2(start[0]).to_degrees(), start[2].clamp(-1.0, 1.0).asin().to_degrees());
    let mut extent = [0.0; 2];
    // The middle of the box on the map is not the mean of the points: a few steps lead there.
    for _ in 0..4 {
        let projection = Projection::new(middle.0, middle.1);
        let (mut low, mut high) = ([f64::MAX; 2], [f64::MIN; 2]);
        for (point, room) in points {
            let at = projection.forward(*point);
            for axis in 0..2 {
                low[axis] = low[axis].min(at[axis] - room);
                high[axis] = high[axis].max(at[axis] + room);
            }
        }
        if points.is_empty() {
            break;
        }
        extent = [high[0] - low[0], high[1] - low[1]];
        middle = projection.back([(low[0] + high[0]) / 2.0, (low[1] + high[1]) / 2.0]);
    }
    (Projection::new(middle.0, middle.1), middle, extent)
}
