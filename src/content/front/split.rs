use crate::base::{Diagnostic, Spot};
use crate::content::Source;
use crate::model::codes;

/// No front matter may be larger.
const MAX_FRONT: usize = 64 << 10;

/// A file parted at its fences.
pub struct Split<'t> {
    /// The YAML; it begins on line 2.
    pub yaml: &'t str,
    /// Where the body begins, in bytes of the whole text.
    pub body_at: usize,
}

/// Parts front matter (between two lines of `---`) from the body.
pub fn split<'t>(source: &'t Source, complaints: &mut Vec<Diagnostic>) -> Option<Split<'t>> {
    let text = &*source.text;
    let mut refuse = |code, message: &str, help: &str| {
        complaints.push(Diagnostic::error(code, &source.path, Spot::START, message).help(help));
        None
    };
    if text.trim().is_empty() {
        return refuse(
            codes::EMPTY_FILE,
            "this file is empty",
            "write front matter between two lines of `---`, then the text",
        );
    }
    if text.starts_with("+++") {
        return refuse(
            codes::TOML_FRONT_MATTER,
            "this front matter is TOML (`+++`); Dateline reads YAML",
            "put `---` for `+++`, and `key: value` for `key = value`",
        );
    }
    let Some(rest) =
        text.strip_prefix("---").and_then(|rest| after_line(rest).map(|at| &rest[at..]))
    else {
        return refuse(
            codes::NO_FRONT_MATTER,
            "this file does not begin with front matter",
            "begin it with a line of `---`, the keys, and another line of `---`",
        );
    };
    let from = text.len() - rest.len();
    let Some((end, body)) = closing_fence(rest) else {
        return refuse(
            codes::UNCLOSED_FRONT_MATTER,
            "the front matter that begins here is never closed",
            "put a line of `---` after the last key",
        );
    };
    if end > MAX_FRONT {
        return refuse(
            codes::TOO_LARGE,
            "this front matter is larger than 64 KiB",
            "move the text below the second line of `---`",
        );
    }
    Some(Split { yaml: &rest[..end], body_at: from + body })
}

/// Where the next line begins, if only blanks stand before it.
fn after_line(rest: &str) -> Option<usize> {
    let end = rest.find('\n').unwrap_or(rest.len());
    rest[..end].trim().is_empty().then(|| (end + 1).min(rest.len()))
}

/// Where the closing fence begins, and where the text after it does.
fn closing_fence(rest: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}
