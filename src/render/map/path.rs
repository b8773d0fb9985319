//! Path data of SVG, short: whole numbers, each from the one before.

use std::fmt::Write as _;

use super::clip::Pixel;

/// Units of path data in a pixel.
pub const FINE: f64 = 2.0;

/// Lines and rings as path data in halves of a pixel. What falls into one point is left out.
pub fn data(lines: &[Vec<Pixel>], closed: bool) -> String {
    let mut data = String::new();
    for line in lines {
        let mut points: Vec<[i64; 2]> = line
            .iter()
            .map(|[x, y]| [(x * FINE).round() as i64, (y * FINE).round() as i64])
            .collect();
        points.dedup();
        if points.len() < if closed { 3 } else { 2 } {
            continue;
        }
        let mut before = points[0];
        // Writing to a string cannot fail.
        let _ = write!(data, "M{} {}l", before[0], before[1]);
        for (at, point) in points.iter().enumerate().skip(1) {
            number(&mut data, point[0] - before[0], at > 1);
            number(&mut data, point[1] - before[1], true);
            before = *point;
        }
        if closed {
            data.push('z');
        }
    }
    data
}

/// A number; a minus sign parts it from the one before as well as a blank does.
fn number(data: &mut String, number: i64, part: bool) {
    if part && number >= 0 {
        data.push(' ');
    }
    let _ = write!(data, "{number}");
}
