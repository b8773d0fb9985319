//! Lines joined to paragraphs, where the copy was wrapped at a column.
//!
//! Copy comes with a paragraph a line, or wrapped at some 72 columns. Which it is shows in lines
//! that stop inside a sentence just where the next word would not have fitted.

use super::lines::Line;
use super::words::{after_bullet, ends_sentence, length};
use super::{credit, sign};

/// A paragraph, whole.
pub struct Paragraph {
    /// The line of the copy it begins on, from 1.
    pub line: usize,
    /// Its words.
    pub text: String,
    /// Whether a blank line stands above it.
    pub apart: bool,
}

/// No wrapped line is longer, in characters.
const WIDEST: usize = 100;
/// Nor are lines wrapped at less.
const NARROWEST: usize = 40;

/// Joins the lines of wrapped copy; in other copy each line is a paragraph.
pub fn join(lines: Vec<Line>) -> Vec<Paragraph> {
    let width = fill_width(&lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut above: Option<Line> = None;
    for line in lines {
        let joined = above.as_ref().is_some_and(|above| {
            let full = width.is_some_and(|width| continues(above, &line, width));
            let label = !line.apart && credit::is_label(&above.text);
            label || (full && !sign::stands_alone(&line.text))
        });
        match paragraphs.last_mut().filter(|_| joined) {
            Some(paragraph) => extend(&mut paragraph.text, &line.text),
            None => paragraphs.push(Paragraph {
                line: line.number,
                text: line.text.clone(),
                apart: line.apart,
            }),
        }
        above = Some(line);
    }
    paragraphs
}

/// The column at which the copy was wrapped, if two lines or more bear witness to one.
fn fill_width(lines: &[Line]) -> Option<usize> {
    let (mut witnesses, mut width) = (0, 0);
    for block in lines.chunk_by(|_, below| !below.apart) {
        let widest = block.iter().map(|line| length(&line.text)).max().unwrap_or(0);
        let broken = |pair: &&[Line]| is_broken_sentence(&pair[0], &pair[1], widest);
        let here = block.windows(2).filter(broken).count();
        if here > 0 && widest <= WIDEST {
            witnesses += here;
            width = width.max(widest);
        }
    }
    (witnesses >= 2).then_some(width)
}

/// Whether a sentence runs on from one line to the next because its line was full.
fn is_broken_sentence(above: &Line, below: &Line, width: usize) -> bool {
    let cased_on =
        below.text.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_uppercase());
    length(&above.text) >= NARROWEST
        && !ends_sentence(&above.text)
        && cased_on
        && is_full(above, below, width)
}

/// Whether the first word below would not have fitted on the line above.
fn is_full(above: &Line, below: &Line, width: usize) -> bool {
    let word = below.text.split(' ').next().map_or(0, length);
    length(&above.text) + 1 + word > width
}

fn continues(above: &Line, below: &Line, width: usize) -> bool {
    let runs_on = !ends_sentence(&above.text)
        && below.text.starts_with(char::is_lowercase)
        && length(&above.text) >= NARROWEST;
    !below.apart
        && below.indent <= above.indent
        && length(&above.text) <= WIDEST
        && after_bullet(&below.text).is_none()
        && (is_full(above, below, width) || runs_on)
}

fn extend(paragraph: &mut String, line: &str) {
    // "face-to-" above "face": the hyphen is the word's own, and a blank would break it.
    let hyphenated =
        paragraph.strip_suffix('-').is_some_and(|left| left.ends_with(char::is_alphabetic));
    if !(hyphenated && line.starts_with(char::is_lowercase)) {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}
