//! Meridians and parallels, where a reader could otherwise not tell which way is north.

use super::clip::{Pixel, Window};
use super::frame::Frame;
use super::projection::vector;
use super::simplify;

/// Steps of a graticule that people can count in.
const STEPS: [f64; 7] = [0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0];

/// The lines of a sheet near a pole, or of one that shows much of the world; otherwise none.
pub fn graticule(frame: &Frame) -> Vec<Vec<Pixel>> {
    let (lon, lat) = frame.middle;
    let reach = frame.reach_degrees();
    if lat.abs() < 60.0 && reach < 18.0 {
        return Vec::new();
    }
    let step = |wanted: f64| STEPS.into_iter().find(|step| *step >= wanted).unwrap_or(30.0);
    let parallels = step(reach / 3.0);
    let near_pole = lat.abs() + reach >= 90.0;
    let wide =
        if near_pole { 180.0 } else { reach / (lat.abs() + reach).to_radians().cos().max(0.05) };
    let wide = wide.min(180.0);
    let meridians = step(if near_pole { 30.0 } else { wide / 4.0 });
    let (south, north) = ((lat - reach).max(-90.0), (lat + reach).min(90.0));
    let mut lines = Vec::new();
    let numbers = |low: f64, high: f64, step: f64| {
        ((low / step).ceil() as i32..=(high / step).floor() as i32)
            .map(move |at| f64::from(at) * step)
    };
    // Meridians end a step before the pole, where they would all meet.
    let highest = 90.0 - parallels;
    for lon in numbers(lon - wide, lon + wide - 1e-6, meridians) {
        let lats = (0..=48).map(|at| south + (north - south) * f64::from(at) / 48.0);
        line(frame, lats.map(|lat| (lon, lat.clamp(-highest, highest))), &mut lines);
    }
    for lat in numbers(south, north, parallels).filter(|lat| lat.abs() < 89.9) {
        let lons = (0..=120).map(|at| lon - wide + 2.0 * wide * f64::from(at) / 120.0);
        line(frame, lons.map(|lon| (lon, lat)), &mut lines);
    }
    lines
}

fn line(frame: &Frame, points: impl Iterator<Item = (f64, f64)>, lines: &mut Vec<Vec<Pixel>>) {
    let window = Window::around(frame.size, 2.0);
    let furthest = (frame.reach_degrees() * 1.3).min(170.0);
    let mut part = Vec::new();
    let mut end = |part: &mut Vec<Pixel>| {
        let inside = window.line(part);
        lines.extend(inside.iter().map(|line| simplify::line(line, 0.4)));
        part.clear();
    };
    for (lon, lat) in points {
        let at = vector(lon, lat);
        if frame.projection.degrees_from_middle(at) > furthest {
            end(&mut part);
        } else {
            part.push(frame.pixel(at));
        }
    }
    end(&mut part);
}
