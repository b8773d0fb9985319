use std::io::Write;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use anstream::{AutoStream, ColorChoice};

use super::args::{Color, Format, Global};
use super::failure::Failure;
use crate::base::{Diagnostic, Severity};

/// The only printer: messages to stderr, what a command is for to stdout.
pub struct Report {
    format: Format,
    quiet: bool,
    color: ColorChoice,
}

impl Report {
    /// As the global flags ask.
    pub fn new(global: &Global) -> Self {
        let color = match global.color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self { format: global.format, quiet: global.quiet, color }
    }

    /// Whether a progress bar makes sense.
    pub fn wants_progress(&self) -> bool {
        !self.quiet && self.format == Format::Human
    }

    /// Prints messages; with `-q` only errors.
    pub fn messages(&self, all: &[Diagnostic]) {
        let mut err = AutoStream::new(std::io::stderr(), self.color).lock();
        for message in all.iter().filter(|message| self.shows(message)) {
            let text = match self.format {
                Format::Human => human(message),
                Format::Short => short(message),
                Format::Json => json(message),
            };
            // A reader that has gone is no reason to stop.
            let _ = writeln!(err, "{text}");
        }
    }

    fn shows(&self, message: &Diagnostic) -> bool {
        match message.severity {
            Severity::Error => true,
            Severity::Warning | Severity::Note => !self.quiet,
        }
    }

    /// Prints what the command is for, to stdout.
    pub fn say(&self, text: &str) {
        let mut out = AutoStream::new(std::io::stdout(), self.color).lock();
        let _ = writeln!(out, "{text}");
    }

    /// Prints a line about what was done, to stdout; not with `-q`.
    pub fn summary(&self, text: &str) {
        if !self.quiet {
            self.say(text);
        }
    }

    /// Prints a remark to stderr; not with `-q`.
    pub fn remark(&self, text: &str) {
        if !self.quiet {
            let mut err = AutoStream::new(std::io::stderr(), self.color).lock();
            let _ = writeln!(err, "{text}");
        }
    }

    /// Prints why the command ends as it does, to stderr.
    pub fn failure(&self, failure: &Failure) {
        let mut err = AutoStream::new(std::io::stderr(), self.color).lock();
        // Each of these was said at its place.
        let said = matches!(failure, Failure::Content(_) | Failure::Settings(_) | Failure::Leak(_));
        let _ = match (self.format, failure) {
            (Format::Json | Format::Short, _) if said => Ok(()),
            (Format::Json, _) => writeln!(
                err,
                "{}",
                serde_json::json!({ "severity": "error", "code": failure_code(failure), "message": failure.to_string() })
            ),
            _ => writeln!(err, "error: {failure}"),
        };
    }
}

/// `1 article`, `2 articles`.
pub fn counted(number: usize, noun: &str) -> String {
    let end = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{end}")
}

fn failure_code(failure: &Failure) -> &'static str {
    match failure {
        Failure::Machine(_) => "machine",
        _ => "usage",
    }
}

fn short(message: &Diagnostic) -> String {
    let spot = message.place.spot;
    let (word, code) = (message.severity.word(), message.code.0);
    let path = message.place.path.replace(char::is_control, "?");
    let text = message.message.replace(char::is_control, "?");
    format!("{path}:{}:{}: {word}[{code}]: {text}", spot.line, spot.column)
}

fn json(message: &Diagnostic) -> String {
    serde_json::json!({
        "severity": message.severity.word(),
        "code": message.code.0,
        "message": message.message,
        "path": &*message.place.path,
        "line": message.place.spot.line,
        "column": message.place.spot.column,
        "help": message.help,
    })
    .to_string()
}

/// As rustc draws its own messages: the line, a caret, and what to type.
fn human(message: &Diagnostic) -> String {
    let level = match message.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(message.message.as_str()).id(message.code.0);
    let spot = message.place.spot;
    let group = match &message.excerpt {
        Some(line) => {
            let start = byte_at(line, spot.column as usize - 1);
            let end = byte_at(line, spot.column as usize - 1 + spot.width as usize).max(start);
            let snippet = Snippet::source(line.as_str())
                .line_start(spot.line as usize)
                .path(&*message.place.path);
            title.element(snippet.annotation(AnnotationKind::Primary.span(start..end)))
        }
        None => {
            let origin = annotate_snippets::Origin::path(&*message.place.path)
                .line(spot.line as usize)
                .char_column(spot.column as usize);
            title.element(origin)
        }
    };
    let group: Group<'_> = match &message.help {
        Some(help) => group.element(Level::HELP.message(help.as_str())),
        None => group,
    };
    format!("{}\n", Renderer::styled().render(&[group]))
}

fn byte_at(line: &str, characters: usize) -> usize {
    line.char_indices().nth(characters).map_or(line.len(), |(at, _)| at)
}
