//! Whole small sites as text, with the expected complaints under the lines that they are about.
//!
//! ```text
//! === content/articles/2011-07-18-a.md
//! ---
//! tilte: A
//! ^ error[unknown-key] did you mean `title`
//! ```
//!
//! A line whose first character other than a blank is `^`, followed by a severity and a code, is
//! an expectation about the line above it: the caret stands in the column of the message (a
//! `1:1 error[…]` line is about the beginning of the file), and what follows the code must occur
//! in the message or its help. `␀`, `⇥`, `⏎` and `␉` stand for characters that editors hide.

use std::path::Path;

/// A site with what is expected of it.
#[derive(Debug, Default)]
pub struct Case {
    /// Paths and texts.
    pub files: Vec<(String, String)>,
    /// What must be said, and nothing else.
    pub expected: Vec<Expected>,
}

/// A complaint that must come.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expected {
    /// `path:line:column: severity[code]`
    pub head: String,
    /// A part of the message or the help.
    pub part: String,
}

impl Case {
    /// Reads a case.
    pub fn parse(text: &str) -> Self {
        let mut case = Self::default();
        for section in text.split("\n=== ").skip(usize::from(!text.starts_with("=== "))) {
            let section = section.strip_prefix("=== ").unwrap_or(section);
            let (path, text) = section.split_once('\n').unwrap_or((section, ""));
            case.file(path.trim(), text);
        }
        assert!(!case.files.is_empty(), "a case without files");
        case
    }

    fn file(&mut self, path: &str, text: &str) {
        let mut kept: Vec<&str> = Vec::new();
        for line in text.lines() {
            match expectation(line) {
                Some((column, head, part)) => {
                    let (line, column) = match column {
                        Some(column) => (kept.len(), column),
                        None => (1, 1),
                    };
                    let head = format!("{path}:{line}:{column}: {head}");
                    self.expected.push(Expected { head, part: part.to_owned() });
                }
                None => kept.push(line),
            }
        }
        let mut text = kept.join("\n");
        if !text.is_empty() {
            text.push('\n');
        }
        for (shown, meant) in [("␀", "\0"), ("⇥", "\t"), ("⏎", "\r"), ("⟲", "\u{202e}")] {
            text = text.replace(shown, meant);
        }
        self.files.push((path.to_owned(), text));
    }

    /// Writes the site into a folder.
    pub fn write(&self, root: &Path) {
        super::write_all(
            root,
            self.files.iter().map(|(path, text)| (path.as_str(), text.as_str())),
        );
    }
}

/// `   ^ error[code] part`: its column, `error[code]`, and the part. A line of `1:1` has no column.
fn expectation(line: &str) -> Option<(Option<usize>, &str, &str)> {
    let rest = line.trim_start();
    let (column, rest) = match rest.strip_prefix("^ ") {
        Some(after) => (Some(line.chars().count() - rest.chars().count() + 1), after),
        None => (None, rest.strip_prefix("1:1 ")?),
    };
    let known = ["error[", "warning[", "note["].iter().any(|severity| rest.starts_with(severity));
    let end = rest.find(']').filter(|_| known)? + 1;
    Some((column, &rest[..end], rest[end..].trim()))
}
