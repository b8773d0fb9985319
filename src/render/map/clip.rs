//! Cutting lines and areas at the edge of the sheet.

/// A point in pixels.
pub type Pixel = [f64; 2];

/// What is kept: everything between two corners.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    /// The left upper corner.
    pub low: Pixel,
    /// The right lower corner.
    pub high: Pixel,
}

impl Window {
    /// The sheet of a size with a rim round it, so that what is drawn along the cut is not seen.
    pub fn around(size: [f64; 2], rim: f64) -> Self {
        Self { low: [-rim, -rim], high: [size[0] + rim, size[1] + rim] }
    }

    /// Its four corners, clockwise on the sheet.
    pub fn corners(&self) -> [Pixel; 4] {
        let (low, high) = (self.low, self.high);
        [low, [high[0], low[1]], high, [low[0], high[1]]]
    }

    /// Whether a part that was cut out is the whole window.
    pub fn is_all(&self, part: &[Pixel]) -> bool {
        let whole = (self.high[0] - self.low[0]) * (self.high[1] - self.low[1]);
        let on_edge = |point: &Pixel| {
            (0..2).any(|axis| point[axis] == self.low[axis] || point[axis] == self.high[axis])
        };
        part.iter().all(on_edge) && double_area(part).abs() / 2.0 > whole * 0.999
    }

    /// How far outside a side a point is: left, right, top, bottom; negative inside.
    fn outside(&self, point: Pixel, side: usize) -> f64 {
        let axis = side / 2;
        if side.is_multiple_of(2) {
            self.low[axis] - point[axis]
        } else {
            point[axis] - self.high[axis]
        }
    }

    fn cut(&self, from: Pixel, to: Pixel, side: usize) -> Pixel {
        let (before, after) = (self.outside(from, side), self.outside(to, side));
        let part = before / (before - after);
        let mut point = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
        let axis = side / 2;
        point[axis] = if side.is_multiple_of(2) { self.low[axis] } else { self.high[axis] };
        point
    }

    /// What of an area is inside (Sutherland and Hodgman). Parts may be joined along the edge.
    pub fn area(&self, ring: &[Pixel]) -> Vec<Pixel> {
        let mut ring = ring.to_vec();
        for side in 0..4 {
            let mut kept = Vec::with_capacity(ring.len() + 8);
            let mut before = match ring.last() {
                Some(last) => *last,
                None => return ring,
            };
            for point in ring {
                let (was_in, is_in) =
                    (self.outside(before, side) <= 0.0, self.outside(point, side) <= 0.0);
                if was_in != is_in {
                    kept.push(self.cut(before, point, side));
                }
                if is_in {
                    kept.push(point);
                }
                before = point;
            }
            ring = kept;
        }
        ring
    }

    /// The parts of a line that are inside (Liang and Barsky).
    pub fn line(&self, line: &[Pixel]) -> Vec<Vec<Pixel>> {
        let mut parts: Vec<Vec<Pixel>> = Vec::new();
        let mut open = false;
        for pair in line.windows(2) {
            let Some((from, to)) = self.segment(pair[0], pair[1]) else {
                open = false;
                continue;
            };
            match parts.last_mut().filter(|_| open) {
                Some(part) => part.push(to),
                None => parts.push(vec![from, to]),
            }
            open = to == pair[1];
        }
        parts
    }

    fn segment(&self, from: Pixel, to: Pixel) -> Option<(Pixel, Pixel)> {
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for side in 0..4 {
            let (before, after) = (self.outside(from, side), self.outside(to, side));
            if before > 0.0 && after > 0.0 {
                return None;
            }
            if before > 0.0 {
                enter = enter.max(before / (before - after));
            } else if after > 0.0 {
                leave = leave.min(before / (before - after));
            }
        }
        let at =
            |part: f64| [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
        let start = if enter == 0.0 { from } else { at(enter) };
        let end = if leave == 1.0 { to } else { at(leave) };
        (enter < leave).then_some((start, end))
    }
}

/// Twice the area of a ring in square pixels, positive where it runs clockwise on the sheet.
pub fn double_area(ring: &[Pixel]) -> f64 {
    let last = ring.last().copied().unwrap_or_default();
    let mut sum = 0.0;
    let mut before = last;
    for point in ring {
        sum += before[0] * point[1] - point[0] * before[1];
        before = *point;
    }
    sum
}
