//! Who wrote a report, as a line of its own.

use super::agency;
use super::words::{after_prefix, count, is_capitalised, length};

const BEFORE_NAMES: &[&str] =
    &["by ", "by: ", "written by ", "story by ", "report by ", "text by ", "بقلم "];

const POSTS: &[&str] = &["writer", "writers", "correspondent", "correspondents", "reporter"];

/// The names in `By Jane Doe and JOHN ROE, Reuters`.
pub fn signed(text: &str) -> Option<String> {
    let names = BEFORE_NAMES.iter().find_map(|before| after_prefix(text, before))?.trim();
    is_names(names).then(|| names.to_owned())
}

/// The names in `Jane Doe in Tripoli` and in `Jane Doe, Reuters`, and the desk they write for in
/// `Associated Press Writer`: less than certain.
pub fn unsigned(text: &str) -> Option<String> {
    let post = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    if POSTS.contains(&post.as_str()) && (2..=4).contains(&count(text)) && is_names(text) {
        return Some(text.to_owned());
    }
    let (names, rest) = text.split_once(" in ").or_else(|| agency::after_names(text))?;
    let whole = names.split(" and ").all(|name| (2..=4).contains(&count(name)));
    (whole && count(rest) <= 4 && is_names(names) && is_names(rest)).then(|| text.to_owned())
}

/// Whether all words are names or stand between names.
pub fn is_names(text: &str) -> bool {
    let initial = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() <= 2;
    let last = text.split(' ').next_back().unwrap_or_default();
    let stops = text.ends_with(['.', '!', '?', ':', '"', '”']) && !initial(last);
    let fits = count(text) <= 14 && length(text) <= 120;
    let named = |word: &str| is_capitalised(word) || is_between_names(word);
    fits && !stops
        && is_capitalised(text)
        && !text.contains(char::is_numeric)
        && text.split(' ').all(named)
}

const BETWEEN_NAMES: &[&str] = &[
    "and", "in", "of", "for", "the", "at", "with", "de", "da", "di", "du", "van", "von", "der",
    "den", "bin", "ibn", "al", "el", "y", "und", "et", "&", "|", "/", "-", "–", "—", "•",
];

fn is_between_names(word: &str) -> bool {
    let small = word.trim_end_matches(',');
    let article = small.starts_with("al-") || small.starts_with("el-");
    article || BETWEEN_NAMES.contains(&small)
}
