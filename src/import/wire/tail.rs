//! The line under a report that names who else worked on it.

use super::words::{after_prefix, closing_brackets, count, is_capitalised, length};

const OPENINGS: &[&str] = &[
    "reporting by ",
    "additional reporting ",
    "editing by ",
    "writing by ",
    "compiled by ",
    "with reporting by ",
    "edited by ",
    "with files from ",
    "reporting and writing by ",
    "with additional reporting ",
    "reported by ",
    "(reporting by ",
];

/// Whether a paragraph is such a line.
pub fn is_tail(text: &str) -> bool {
    match closing_brackets(text) {
        Some(("", inside)) => opens(inside),
        _ => is_bare_tail(text),
    }
}

/// Cuts such a line off the end of a paragraph: `(paragraph, tail)`.
pub fn cut(paragraph: &str) -> Option<(&str, &str)> {
    let (before, inside) = closing_brackets(paragraph)?;
    let found = !before.is_empty() && opens(inside);
    found.then(|| (before, paragraph[before.len()..].trim_start()))
}

fn opens(text: &str) -> bool {
    OPENINGS.iter().any(|opening| after_prefix(text, opening).is_some())
}

/// Without brackets it must be names all through, or say so in an agency's words.
fn is_bare_tail(text: &str) -> bool {
    let names = OPENINGS.iter().find_map(|opening| after_prefix(text, opening));
    let desk = names.is_some_and(|rest| {
        let small = rest.to_ascii_lowercase();
        let named = rest.split([' ', ';']).filter(|word| is_capitalised(word)).count();
        small.contains("editing by") || small.contains("writing by") || 2 * named >= count(rest)
    });
    let sources = ["Source: ", "Sources: "].iter().any(|source| text.starts_with(source));
    let contributed = text.contains(" contributed to this ") && length(text) <= 300;
    (desk && length(text) <= 400) || contributed || (sources && count(text) <= 8)
}
