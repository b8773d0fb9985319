//! Land and borders on a sheet: projected, cut at its edge, and drawn with as few points as its
//! budget wants.

use std::f64::consts::PI;

use super::clip::{Pixel, Window, double_area};
use super::data::{Extent, GridPoint, Line, World};
use super::frame::Frame;
use super::projection::{Vector, degrees_of, kilometres_of, vector};
use super::simplify;
use crate::model::PointOfView;

/// Land and borders in pixels.
#[derive(Debug, Default)]
pub struct Ground {
    /// Shores. A point is on land where it is inside an odd number of them.
    pub land: Vec<Vec<Pixel>>,
    /// Borders that nobody contests.
    pub agreed: Vec<Vec<Pixel>>,
    /// Borders that somebody does not accept.
    pub contested: Vec<Vec<Pixel>>,
}

/// Pixels of land outside the sheet that are kept, so that no edge shows.
const RIM: f64 = 8.0;

/// The angle between two corners of the rim.
const CORNER: f64 = PI / 12.0;

/// Everything of the world that is on a sheet, exactly.
pub fn ground(world: &World, frame: &Frame, view: PointOfView) -> Ground {
    let cut = Cut::new(world, frame);
    let only = match view {
        PointOfView::Un => &world.un,
        PointOfView::DeFacto => &world.de_facto,
    };
    let mut land = Vec::new();
    // Land all over the sheet turns it round, and so does land round the point opposite the middle,
    // whose shore encloses what it is not.
    let mut inside_out = false;
    for ring in world.land.iter().filter(|ring| cut.touches(&ring.line.whole)) {
        let shore = cut.project(&ring.line, true);
        let turned = double_area(&shore) * if ring.hole { -1.0 } else { 1.0 };
        inside_out ^= turned < -cut.whole_area() / 200.0;
        let part = cut.window.area(&shore);
        if cut.window.is_all(&part) {
            inside_out = !inside_out;
        } else if part.len() > 2 {
            land.push(part);
        }
    }
    if inside_out {
        land.push(cut.window.corners().to_vec());
    }
    let borders = |lines: &[Line]| -> Vec<Vec<Pixel>> {
        let near = lines.iter().filter(|line| cut.touches(&line.whole));
        near.flat_map(|line| cut.window.line(&cut.project(line, false))).collect()
    };
    let contested = borders(&world.contested).into_iter().chain(borders(only)).collect();
    Ground { land, agreed: borders(&world.agreed), contested }
}

/// What is needed to cut a sheet out of the world.
struct Cut<'f> {
    frame: &'f Frame,
    steps: f64,
    window: Window,
    /// Beyond so many degrees from the middle, a point is moved in to this distance.
    rim_degrees: f64,
    /// The same in kilometres on the map.
    rim_km: f64,
}

impl<'f> Cut<'f> {
    fn new(world: &World, frame: &'f Frame) -> Self {
        // The rim is a polygon of 24 corners, whose sides are nearer than its corners by a hundredth.
        let reach = frame.reach_km() * 1.2 + RIM / frame.pixels_per_km;
        let rim_degrees = if reach >= kilometres_of(175.0) { 175.0 } else { degrees_of(reach) };
        Self {
            frame,
            steps: world.steps,
            window: Window::around(frame.size, RIM),
            rim_degrees,
            rim_km: kilometres_of(rim_degrees),
        }
    }

    /// Whether some of a box may be inside the rim.
    fn touches(&self, extent: &Extent) -> bool {
        self.distance(extent) <= self.rim_degrees + extent.reach
    }

    fn distance(&self, extent: &Extent) -> f64 {
        self.frame.projection.degrees_from_middle(extent.middle)
    }

    /// A stretch that lies outside the rim as a whole, and not round the point opposite the
    /// middle: then its middle says in which direction all of it lies, and two neighbours lie
    /// less than half a turn apart.
    fn is_far(&self, extent: &Extent) -> bool {
        let distance = self.distance(extent);
        distance > self.rim_degrees + extent.reach && distance < 178.0 - extent.reach
    }

    /// A line in pixels. Of what is outside the rim only the way round the sheet is kept.
    fn project(&self, line: &Line, closed: bool) -> Vec<Pixel> {
        let mut path = Path { cut: self, pixels: Vec::new(), far: None, start_far: None };
        for (extent, points) in line.stretches() {
            if self.is_far(extent) {
                path.go_round(self.direction(extent.middle));
            } else {
                points.iter().for_each(|point| path.add(*point));
            }
        }
        path.end(closed);
        path.pixels
    }

    /// In which direction from the middle of the sheet a point lies.
    fn direction(&self, point: Vector) -> f64 {
        let [x, y] = self.frame.projection.forward(point);
        y.atan2(x)
    }
}

/// A line while it is projected.
struct Path<'c> {
    cut: &'c Cut<'c>,
    pixels: Vec<Pixel>,
    /// In which direction the point before lies, where it is outside the rim.
    far: Option<f64>,
    /// The same of the first point.
    start_far: Option<f64>,
}

impl Path<'_> {
    fn add(&mut self, point: GridPoint) {
        let cut = self.cut;
        let degrees = |steps: i32| f64::from(steps) / cut.steps;
        let at = vector(degrees(point.east), degrees(point.north));
        let [x, y] = cut.frame.projection.forward(at);
        let direction = y.atan2(x);
        if x.hypot(y) >= cut.rim_km(direction) {
            self.go_round(direction);
            return;
        }
        self.leave_rim();
        self.push(cut.frame.place([x, y]), 0.3);
    }

    /// Goes along the rim to a direction, by the shorter way and round its corners: so a line that
    /// goes out and comes back by the same way has no area.
    fn go_round(&mut self, direction: f64) {
        let Some(from) = self.far.replace(direction) else {
            if self.pixels.is_empty() {
                self.start_far = Some(direction);
            }
            self.push(self.cut.rim(direction), 0.0);
            return;
        };
        let turn = (direction - from + 3.0 * PI).rem_euclid(2.0 * PI) - PI;
        let (start, end) = (from / CORNER, (from + turn) / CORNER);
        let corner = |number: i32| self.cut.rim(f64::from(number) * CORNER);
        let corners = |low: f64, high: f64| low.floor() as i32 + 1..high.ceil() as i32;
        if turn > 0.0 {
            self.pixels.extend(corners(start, end).map(corner));
        } else {
            self.pixels.extend(corners(end, start).rev().map(corner));
        }
    }

    /// Comes back from the rim, where it is there.
    fn leave_rim(&mut self) {
        if let Some(from) = self.far.take() {
            self.push(self.cut.rim(from), 0.0);
        }
    }

    fn end(&mut self, closed: bool) {
        if let Some(start) = self.start_far.filter(|_| closed && self.far.is_some()) {
            self.go_round(start);
        }
        self.leave_rim();
    }

    /// Adds a point that is not the same as the one before it.
    fn push(&mut self, pixel: Pixel, apart: f64) {
        let near = self.pixels.last().is_some_and(|last| {
            (last[0] - pixel[0]).abs() <= apart && (last[1] - pixel[1]).abs() <= apart
        });
        if !near {
            self.pixels.push(pixel);
        }
    }
}

impl Cut<'_> {
    /// How far the rim is from the middle in a direction.
    fn rim_km(&self, direction: f64) -> f64 {
        let beside = direction.rem_euclid(CORNER) - CORNER / 2.0;
        self.rim_km * (CORNER / 2.0).cos() / beside.cos()
    }

    fn rim(&self, direction: f64) -> Pixel {
        let km = self.rim_km(direction);
        self.frame.place([direction.cos() * km, direction.sin() * km])
    }

    /// Twice the area inside the rim, in square pixels.
    fn whole_area(&self) -> f64 {
        let radius = self.rim_km * self.frame.pixels_per_km;
        2.0 * PI * radius * radius
    }
}

impl Ground {
    /// The same with fewer points: lines may move by so many pixels, and land or water smaller
    /// than so many square pixels is left out.
    pub fn simpler(&self, tolerance: f64, least: f64) -> Self {
        let lines = |lines: &[Vec<Pixel>]| -> Vec<Vec<Pixel>> {
            lines.iter().map(|line| simplify::line(line, tolerance)).collect()
        };
        let land = self.land.iter().filter(|ring| double_area(ring).abs() / 2.0 >= least);
        let land = land.map(|ring| simplify::ring(ring, tolerance));
        Self {
            land: land.filter(|ring| ring.len() > 2).collect(),
            agreed: lines(&self.agreed),
            contested: lines(&self.contested),
        }
    }
}
