//! Lines that say when a page was published or changed.

use super::calendar;
use super::day::{self, Day};
use super::words::{after_prefix, count, ends_sentence, folded, length};

/// A time stamp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The day of publication it prints; a change's day is none.
    pub day: Option<Day>,
    /// Whether it is a day alone, without a word such as "Published".
    pub bare: bool,
}

const PUBLISHED: &[&str] = &[
    "first published",
    "date published",
    "publication date",
    "published",
    "posted",
    "issued",
    "date",
    "نشر",
    "опубликовано",
];
const CHANGED: &[&str] =
    &["updated", "last updated", "last modified", "modified", "last update", "edited", "обновлено"];

/// The stamp that a paragraph is.
pub fn read(text: &str) -> Option<Stamp> {
    if length(text) > 120 || count(text) > 16 || ends_sentence(text) {
        return None;
    }
    let labelled = |labels: &[&str]| labels.iter().any(|label| is_labelled(text, label));
    if labelled(PUBLISHED) {
        return Some(Stamp { day: day::find(text).map(|found| found.day), bare: false });
    }
    if labelled(CHANGED) {
        // "Updated: … | Published: …" has both days in one line.
        let published = text.to_ascii_lowercase().find("published");
        let day = published.and_then(|at| day::find(&text[at..])).map(|found| found.day);
        return Some(Stamp { day, bare: false });
    }
    is_bare(text).then(|| Stamp { day: day::find(text).map(|found| found.day), bare: true })
}

/// Whether a paragraph begins with a label and goes on as a stamp does, not as a sentence.
fn is_labelled(text: &str, label: &str) -> bool {
    let Some(rest) = after_prefix(text, label) else { return false };
    let timed = day::find(rest).is_some() || rest.ends_with(" ago") || has_hour(rest);
    let clear = rest.starts_with([':', ' ']) && timed && count(rest) <= 14;
    clear && (rest.starts_with(':') || rest.split_whitespace().all(is_of_stamp))
}

/// A day with or without its hour, and nothing more.
fn is_bare(text: &str) -> bool {
    let Some(found) = day::find(text) else { return false };
    let around = format!("{} {}", &text[..found.at.start], &text[found.at.end..]);
    // "10:14 GMT+2Updated 3 hours ago": two stamps run together.
    around.replace("Updated", " Updated").split_whitespace().all(is_of_stamp)
}

/// `10:14`, `GMT`, `at`, `Wednesday,`, `July`.
fn is_of_stamp(word: &str) -> bool {
    let bare = folded(word);
    let figure = bare.starts_with(char::is_numeric);
    let zone = ["gmt+", "gmt-", "utc+", "utc-"].iter().any(|zone| bare.starts_with(zone));
    let known = STAMP_WORDS.split(' ').any(|known| known == bare);
    let named = calendar::month(&bare).is_some() || calendar::is_weekday(&bare);
    bare.is_empty() || figure || zone || known || named
}

const STAMP_WORDS: &str = "at on am pm a.m p.m et est edt ct cst cdt pst pdt gmt utc bst cet cest \
    eet eest msk ist ast z ago years months days hours hour minutes mins min local time last \
    updated published posted г de of";

fn has_hour(text: &str) -> bool {
    text.as_bytes().windows(4).any(|four| {
        four[0].is_ascii_digit()
            && matches!(four[1], b':' | b'.')
            && four[2..].iter().all(u8::is_ascii_digit)
    })
}
