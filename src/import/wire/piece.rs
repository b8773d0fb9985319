//! A paragraph with a word for what it is: what the reading passes from step to step.

use super::Image;
use super::stamp::Stamp;

/// A paragraph of the copy and what it was taken for.
pub struct Piece {
    /// Line of the copy, from 1.
    pub line: usize,
    /// The paragraph.
    pub text: String,
    /// Whether a blank line stands above it.
    pub apart: bool,
    /// What it was taken for.
    pub kind: Kind,
    /// Words cut off the paragraph, and why.
    pub asides: Vec<(String, &'static str)>,
    /// Why an editor should look at the choice.
    pub guess: Option<&'static str>,
}

/// What a paragraph is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Told by nothing but its place: headline, standfirst or body.
    Prose,
    /// The headline.
    Title,
    /// The line under the headline.
    Standfirst,
    /// `By Jane Doe`: the names.
    Byline(String),
    /// `Jane Doe in Tripoli`: the names, unless it is a headline.
    Names(String),
    /// An agency's name alone.
    Agency,
    /// A day or an hour of publication.
    Stamp(Stamp),
    /// A caption, a credit or both.
    Picture(Image),
    /// The headlines after `Related:`.
    Related(String),
    /// A line that heads a list.
    Heading(List),
    /// `(Reporting by …)`.
    Tail,
    /// An address alone.
    Address,
    /// `World`, `Middle East`: a section of the paper.
    Section,
    /// Furniture, and which.
    LeftOut(&'static str),
}

/// What a heading heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Headlines of reports on the same matter.
    Related,
    /// Lines that no article file has a key for, and why.
    Unwanted(&'static str),
}

impl Kind {
    /// Whether it is what it seems only above the report's first paragraph.
    pub fn only_above_body(&self) -> bool {
        match self {
            Self::Byline(_) | Self::Names(_) | Self::Agency | Self::Address | Self::Section => true,
            Self::Stamp(stamp) => stamp.bare,
            _ => false,
        }
    }
}

impl Piece {
    /// Whether only its place can tell what it is.
    pub fn is_prose(&self) -> bool {
        self.kind == Kind::Prose
    }

    /// Takes the piece for furniture.
    pub fn leave_out(&mut self, why: &'static str) {
        self.kind = Kind::LeftOut(why);
    }
}
