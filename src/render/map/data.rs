//! The coast and borders of the world, out of the file beside this one.

use std::sync::OnceLock;

use super::projection::{Vector, vector};

/// Made by `data/make.mjs`; `data/README.md` says from what, and how it is laid out.
const BYTES: &[u8] = include_bytes!("data/world.bin");

/// Points in one stretch of a line: the smallest thing that is skipped or looked at.
const STRETCH: usize = 48;

/// A point of a line: steps of the grid east and north of 0° 0°. East may pass 180°.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridPoint {
    /// Steps east.
    pub east: i32,
    /// Steps north.
    pub north: i32,
}

/// Where a stretch of a line is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// Its middle.
    pub middle: Vector,
    /// No point of it lies further from its middle than so many degrees.
    pub reach: f64,
}

/// A line, and where its stretches are.
#[derive(Debug)]
pub struct Line {
    /// The points.
    pub points: Vec<GridPoint>,
    /// Where all of it is.
    pub whole: Extent,
    /// Where each stretch of 48 points is.
    pub stretches: Vec<Extent>,
}

/// A piece of land, or a hole in one (the Caspian Sea).
#[derive(Debug)]
pub struct Ring {
    /// Its shore, clockwise round land; the last point is joined to the first.
    pub line: Line,
    /// Whether water is inside.
    pub hole: bool,
}

/// Everything that maps are drawn from.
#[derive(Debug, Default)]
pub struct World {
    /// Steps of the grid in a degree.
    pub steps: f64,
    /// Land, the largest piece first.
    pub land: Vec<Ring>,
    /// Borders that both views draw.
    pub agreed: Vec<Line>,
    /// Borders that both views draw and somebody does not accept.
    pub contested: Vec<Line>,
    /// Borders of the `de-facto` view alone.
    pub de_facto: Vec<Line>,
    /// Borders of the `un` view alone.
    pub un: Vec<Line>,
}

/// The world, read when the first map is drawn.
#[derive(Debug, Default)]
pub struct Atlas(OnceLock<World>);

impl Atlas {
    /// The world.
    pub fn world(&self) -> &World {
        // A test reads the file; were it broken, maps would show the sea.
        self.0.get_or_init(|| World::read(BYTES).unwrap_or_default())
    }
}

impl Line {
    /// The stretches with their points; each shares its first point with the one before it.
    pub fn stretches(&self) -> impl Iterator<Item = (&Extent, &[GridPoint])> {
        let slice = |at: usize| {
            let start = (at * STRETCH).saturating_sub(1);
            let end = ((at + 1) * STRETCH).min(self.points.len());
            self.points.get(start..end).unwrap_or_default()
        };
        self.stretches.iter().enumerate().map(move |(at, extent)| (extent, slice(at)))
    }
}

impl World {
    /// Reads the file's bytes; nothing, where they are not what the format says.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader { rest: bytes.strip_prefix(b"DLMAP1")?, steps: 1.0 };
        let steps = reader.number()?;
        if steps == 0 || steps > 1_000_000 {
            return None;
        }
        reader.steps = steps as f64;
        let land = reader.lines()?.into_iter().map(|(line, hole)| Ring { line, hole }).collect();
        let mut borders = || Some(reader.lines()?.into_iter().map(|(line, _)| line).collect());
        let world = Self {
            steps: steps as f64,
            land,
            agreed: borders()?,
            contested: borders()?,
            de_facto: borders()?,
            un: borders()?,
        };
        reader.rest.is_empty().then_some(world)
    }
}

/// Takes numbers off the front of the bytes.
struct Reader<'b> {
    rest: &'b [u8],
    steps: f64,
}

impl Reader<'_> {
    /// LEB128 of at most 32 bits.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in (0..32).step_by(7) {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            let bits = u32::from(byte & 127);
            if shift == 28 && bits > 15 {
                return None;
            }
            number |= bits << shift;
            if byte & 128 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// Zigzag: 0, -1, 1, -2 and so on.
    fn signed(&mut self) -> Option<i32> {
        let number = self.number()?;
        let half = (number >> 1) as i32;
        Some(if number & 1 == 0 { half } else { -half - 1 })
    }

    fn lines(&mut self) -> Option<Vec<(Line, bool)>> {
        let count = self.number()? as usize;
        // Each line takes some bytes: a number larger than these is a lie.
        if count > self.rest.len() {
            return None;
        }
        (0..count).map(|_| self.line()).collect()
    }

    fn line(&mut self) -> Option<(Line, bool)> {
        let head = self.number()?;
        let count = (head >> 1) as usize;
        if count < 2 || count > self.rest.len() {
            return None;
        }
        let furthest = (720.0 * self.steps) as i32;
        let (mut east, mut north) = (0_i32, 0_i32);
        let mut points = Vec::with_capacity(count);
        for _ in 0..count {
            east = east.checked_add(self.signed()?)?;
            north = north.checked_add(self.signed()?)?;
            if east.abs() > furthest || f64::from(north.abs()) > 90.0 * self.steps {
                return None;
            }
            points.push(GridPoint { east, north });
        }
        let stretches = (0..count.div_ceil(STRETCH))
            .map(|at| {
                let end = ((at + 1) * STRETCH).min(count);
                self.extent(&points[(at * STRETCH).saturating_sub(1)..end])
            })
            .collect();
        let whole = self.extent(&points);
        Some((Line { points, whole, stretches }, head & 1 == 1))
    }

    fn extent(&self, points: &[GridPoint]) -> Extent {
        let (mut west, mut east, mut south, mut north) = (i32::MAX, i32::MIN, i32::MAX, i32::MIN);
        for point in points {
            (west, east) = (west.min(point.east), east.max(point.east));
            (south, north) = (south.min(point.north), north.max(point.north));
        }
        let middle = |a: i32, b: i32| (f64::from(a) + f64::from(b)) / 2.0 / self.steps;
        let half = |a: i32, b: i32| (f64::from(b) - f64::from(a)) / 2.0 / self.steps;
        // A degree of longitude is never longer than one of latitude.
        let reach = half(west, east).hypot(half(south, north));
        Extent { middle: vector(middle(west, east), middle(south, north)), reach }
    }
}
