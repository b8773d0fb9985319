/// A stretch of one line in a file. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The line, from 1.
    pub line: u32,
    /// The column of the first character, from 1.
    pub column: u32,
    /// How many characters to underline; at least 1.
    pub width: u32,
}

impl Spot {
    /// The beginning of a file: the spot for what is missing.
    pub const START: Self = Self { line: 1, column: 1, width: 1 };

    /// A spot of a given width.
    pub fn new(line: u32, column: u32, width: u32) -> Self {
        Self { line, column, width: width.max(1) }
    }
}

impl Default for Spot {
    fn default() -> Self {
        Self::START
    }
}

/// A value and where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spotted<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub spot: Spot,
}

impl<T> Spotted<T> {
    /// Puts a value to its spot.
    pub fn new(value: T, spot: Spot) -> Self {
        Self { value, spot }
    }
}

/// So many bytes are counted at a time.
const STEP: usize = 64;

/// Turns byte offsets of a text into spots, each as fast as the other however long its line is.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// How many characters begin before every [`STEP`]th byte; empty where each byte is one.
    counted: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of a text.
    pub fn new(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(ends).collect();
        let counted = if text.is_ascii() { Vec::new() } else { counted(text) };
        Self { text, starts, counted }
    }

    /// The spot of a range of bytes; a range over several lines is cut at its first line's end.
    pub fn spot(&self, range: std::ops::Range<usize>) -> Spot {
        let start = floor_boundary(self.text, range.start);
        let line = self.starts.partition_point(|begin| *begin <= start);
        let begin = self.starts[line - 1];
        let column = self.characters(start) - self.characters(begin) + 1;
        let line_end = self.starts.get(line).map_or(self.text.len(), |next| next - 1);
        let end = floor_boundary(self.text, range.end.max(start)).min(line_end.max(start));
        let width = self.characters(end) - self.characters(start);
        Spot::new(line as u32, column as u32, width as u32)
    }

    /// How many characters stand before a byte at which one begins.
    fn characters(&self, at: usize) -> usize {
        let Some(counted) = self.counted.get(at / STEP) else { return at };
        counted + begins(&self.text.as_bytes()[at / STEP * STEP..at])
    }
}

fn counted(text: &str) -> Vec<usize> {
    let mut all = 0;
    let before = text.as_bytes().chunks(STEP).map(|chunk| {
        let before = all;
        all += begins(chunk);
        before
    });
    let mut counted: Vec<usize> = before.collect();
    // For the place behind the last byte.
    counted.push(all);
    counted
}

/// How many characters begin in some bytes of UTF-8.
fn begins(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
