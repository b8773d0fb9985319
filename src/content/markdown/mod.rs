//! CommonMark to HTML with slots, and what a text says to the rest of the site: links, anchors,
//! marks, first words.

mod guard;
mod halves;
mod line;
mod link;
mod quotes;
mod spans;
mod table;
mod walk;

pub(super) use link::is_private_address;

use std::ops::Range;

use pulldown_cmark::{Options, Parser};

use super::Source;
use super::body::Body;
use crate::base::{Code, Diagnostic, Lines, Severity, Spot};
use crate::model::Text;
use walk::Walk;

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}

/// Reads the body of a file, which begins at byte `at` of its text.
pub fn read(
    source: &Source,
    at: usize,
    language: &str,
    complaints: &mut Vec<Diagnostic>,
) -> (Text, Body) {
    let Some(body) = source.text.get(at..) else { return (Text::default(), Body::default()) };
    let mut file = File { source, body, at, lines: None, complaints, refused: Vec::new() };
    if !guard::shallow(&mut file) {
        return (Text::default(), Body::default());
    }
    let mut walk = Walk::new(language);
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        if !walk.take(&mut file, event, range) {
            break;
        }
    }
    walk.finish(&mut file)
}

/// The file that is being read, and what was found in it.
pub(super) struct File<'a, 'c> {
    /// Its path and whole text.
    pub source: &'a Source,
    /// The text below the front matter.
    pub body: &'a str,
    at: usize,
    /// Found when the first spot is asked for: most paragraphs need none.
    lines: Option<Lines<'a>>,
    complaints: &'c mut Vec<Diagnostic>,
    /// Names of HTML elements that were refused: their closing tags are no second mistake.
    pub refused: Vec<String>,
}

impl File<'_, '_> {
    /// The spot of a range of bytes of the body.
    pub fn spot(&mut self, range: Range<usize>) -> Spot {
        let text = &self.source.text;
        let lines = self.lines.get_or_insert_with(|| Lines::new(text));
        lines.spot(range.start + self.at..range.end + self.at)
    }

    /// Adds a finished complaint.
    pub fn complain(&mut self, complaint: Diagnostic) {
        self.complaints.push(complaint);
    }

    /// Adds an error about a range of the body.
    pub fn error(
        &mut self,
        code: Code,
        range: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.say(Severity::Error, code, range, message.into(), help.into());
    }

    /// Adds a warning about a range of the body.
    pub fn warning(
        &mut self,
        code: Code,
        range: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.say(Severity::Warning, code, range, message.into(), help.into());
    }

    /// Adds a message of any weight about a range of the body.
    pub fn say(
        &mut self,
        severity: Severity,
        code: Code,
        range: Range<usize>,
        message: String,
        help: String,
    ) {
        let spot = self.spot(range);
        let complaint = Diagnostic::new(code, severity, &self.source.path, spot, message);
        self.complaints.push(complaint.help(help));
    }
}
