//! Wire copy as it is pasted from a web page, taken apart and written as an article file.
//!
//! A pasted page is a report with furniture stuck into it: captions twice over, headlines of other
//! stories run together, promotions, notices. Here the two are told apart by the words alone, under
//! two laws. Nothing is lost silently: every word stands in a field of [`Wire`] or in its
//! `left_out`. And whatever is doubtful stays in the body, where an editor sees it.
//!
//! It must not know files, the clock, the terminal or the site's registry: text in, text out.

mod agency;
mod article;
mod asides;
mod byline;
mod calendar;
mod credit;
mod dateline;
mod day;
mod doubled;
mod furniture;
mod gather;
mod lines;
mod markdown;
mod paragraphs;
mod pictures;
mod piece;
mod place;
mod related;
mod sign;
mod sort;
mod stamp;
mod standfirst;
mod tail;
mod words;
mod yaml;

use std::error::Error;
use std::fmt;

pub use article::{Choices, article};

/// What was found in pasted wire copy. Texts are as printed, on one line, without markup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wire {
    /// The headline.
    pub title: String,
    /// The line under the headline.
    pub standfirst: Option<String>,
    /// The place before the report's first words, such as `BEIRUT, Lebanon`.
    pub dateline: Option<String>,
    /// The agency named with the dateline or the byline, such as `AFP`.
    pub agency: Option<String>,
    /// Who wrote it, without the word "By".
    pub byline: Option<String>,
    /// The day of publication (ISO 8601), only when the copy prints one with its year.
    pub date: Option<String>,
    /// The pictures that captions and credits speak of; the copy holds none itself.
    pub images: Vec<Image>,
    /// Headlines of other reports.
    pub related: Vec<String>,
    /// The paragraphs, whole and in order.
    pub body: Vec<String>,
    /// Who else worked on it: `(Reporting by …; Editing by …)`.
    pub tail: Option<String>,
    /// What is in none of the above, by line.
    pub left_out: Vec<Remark>,
    /// What an editor should look at, by line.
    pub guessed: Vec<Remark>,
}

/// A picture as the copy speaks of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Image {
    /// The line below it.
    pub caption: Option<String>,
    /// Who took it, without "photo credit:".
    pub credit: Option<String>,
}

/// A piece of the copy and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Line of the copy, from 1.
    pub line: usize,
    /// The words in question.
    pub text: String,
    /// The reason, to be read after the words.
    pub why: &'static str,
}

/// Why copy could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// No word in it.
    Empty,
    /// Longer than [`LONGEST`]; its length in bytes.
    TooLong(usize),
    /// A NUL byte: not a text. Its line.
    NulByte(usize),
    /// It begins with a paragraph, on this line.
    NoTitle(usize),
    /// A headline and nothing under it.
    NoBody,
}

/// The most that is read, in bytes: a page of wire copy has a hundredth of it.
pub const LONGEST: usize = 1 << 20;

/// Reads copy whose headline is its first line.
///
/// # Errors
/// See [`ReadError`].
pub fn read(text: &str) -> Result<Wire, ReadError> {
    read_titled(None, text)
}

/// Reads copy to which the desk has given a headline; one that the copy prints itself is left out.
///
/// # Errors
/// See [`ReadError`]; with a title never [`ReadError::NoTitle`].
pub fn read_titled(title: Option<&str>, text: &str) -> Result<Wire, ReadError> {
    if text.len() > LONGEST {
        return Err(ReadError::TooLong(text.len()));
    }
    if let Some(at) = text.find('\0') {
        return Err(ReadError::NulByte(text[..at].matches('\n').count() + 1));
    }
    let title = title.map(words::one_line).filter(|title| !title.is_empty());
    let paragraphs = paragraphs::join(lines::lines(text));
    if paragraphs.is_empty() {
        return Err(ReadError::Empty);
    }
    let copy: Vec<&str> = paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
    let copy = copy.join("\n");
    let (pieces, opening) = sort::sort(sign::pieces(paragraphs), title.as_deref(), &copy)?;
    let guessed = lines::direction_controls(text);
    let wire = Wire { title: title.unwrap_or_default(), guessed, ..Wire::default() };
    gather::gather(pieces, opening, &copy, wire)
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the copy is empty"),
            Self::TooLong(bytes) => {
                write!(f, "the copy has {bytes} bytes; at most {LONGEST} are read")
            }
            Self::NulByte(line) => write!(f, "line {line} has a NUL byte: this is not a text"),
            Self::NoTitle(line) => write!(
                f,
                "line {line} is a paragraph already: put the headline on a line of its own above it"
            ),
            Self::NoBody => write!(f, "there is no paragraph under the headline"),
        }
    }
}

impl Error for ReadError {}

#[cfg(test)]
mod tests;
