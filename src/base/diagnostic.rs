use std::sync::Arc;

use super::Spot;

/// The name of a kind of message: a few words with hyphens, stable across versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

/// How much a message weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// Published all the same; `--strict` makes errors of warnings that are marked so.
    Warning,
    /// Worth knowing; never stops anything.
    Note,
}

impl Severity {
    /// The word that messages print.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Where a message points: a file of the site and, in it, a spot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Relative to the site folder, with forward slashes.
    pub path: Arc<str>,
    /// Of the whole file.
    pub spot: Spot,
}

/// One message to an editor: what was found, what was expected, what to type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of message.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What was found, in one line.
    pub message: String,
    /// What to type.
    pub help: Option<String>,
    /// The line of the file that it speaks of, for drawing.
    pub excerpt: Option<String>,
}

impl Diagnostic {
    /// A message of any weight.
    pub fn new(
        code: Code,
        severity: Severity,
        path: &Arc<str>,
        spot: Spot,
        message: impl Into<String>,
    ) -> Self {
        let place = Place { path: Arc::clone(path), spot };
        let message = one_line(message.into());
        Self { code, severity, place, message, help: None, excerpt: None }
    }

    /// Something that stops the site from being published.
    pub fn error(code: Code, path: &Arc<str>, spot: Spot, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, path, spot, message)
    }

    /// Something that an editor should look at.
    pub fn warning(code: Code, path: &Arc<str>, spot: Spot, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, path, spot, message)
    }

    /// Something worth knowing.
    pub fn note(code: Code, path: &Arc<str>, spot: Spot, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Note, path, spot, message)
    }

    /// Adds what to type.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(visible(help.into()));
        self
    }

    /// Adds what to type, if there is something to say.
    #[must_use]
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.map(visible).or(self.help);
        self
    }

    /// Whether this stops publishing.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The order of a report: by place, then weight, then words.
    pub fn sort_key(&self) -> (&str, u32, u32, Severity, Code, &str) {
        let spot = self.place.spot;
        (&self.place.path, spot.line, spot.column, self.severity, self.code, &self.message)
    }
}

/// What a message quotes may go over several lines.
fn one_line(text: String) -> String {
    if !text.contains(char::is_control) {
        return text;
    }
    let words = visible(text);
    words.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Without what would move a terminal's cursor or ring its bell; help may have several lines.
fn visible(text: String) -> String {
    let hidden = |c: char| c.is_control() && c != '\n';
    if text.contains(hidden) { text.replace(hidden, " ") } else { text }
}
