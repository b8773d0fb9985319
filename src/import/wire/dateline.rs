//! The dateline: where, and sometimes when and by whom, before the first words of a report.
//!
//! `RAS LANUF, Libya, March 9, 2011 (AFP) - `. An ordinary sentence may have a dash too, so a place
//! alone must be in capitals, begin no sentence, name no body, and a sentence must follow it.

use super::day::{self, Day};
use super::place::{self, Manner};
use super::words::{closing_brackets, ends_sentence, starts_sentence};
use super::{agency, calendar};

/// A dateline and the paragraph without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// The place as printed; none in `(Reuters) - `.
    pub place: Option<String>,
    /// The name in brackets.
    pub agency: Option<String>,
    /// The day as printed and as read; a weekday alone is a day without a year.
    pub day: Option<(String, Day)>,
    /// What the paragraph says after it.
    pub rest: String,
    /// Whether more than the capitals speak for it.
    pub sure: bool,
}

/// A dateline is found in the first so many bytes.
const REACH: usize = 140;

/// The dateline at the start of a paragraph. `copy` is all of the copy: a place in capitals that
/// it also prints in small letters is a place; one that it repeats in capitals is an acronym.
pub fn read(paragraph: &str, copy: &str) -> Option<Dateline> {
    dashes(paragraph).find_map(|(before, after)| {
        let head = head(before)?;
        let rest = paragraph[after..].trim_start();
        let sure = is_sure(&head, rest, copy)?;
        let place = (!head.place.is_empty()).then(|| head.place.to_owned());
        Some(Dateline { place, agency: head.agency, day: head.day, rest: rest.to_owned(), sure })
    })
}

/// Whether a paragraph has a dateline with an agency or a day: nothing else looks like that.
pub fn is_plain(paragraph: &str) -> bool {
    read(paragraph, "").is_some_and(|found| found.agency.is_some() || found.day.is_some())
}

/// Whether a paragraph is the first of a report beyond doubt. "Sirte, July 3 - what we know" is a
/// headline: it has no full stop.
pub fn opens_report(paragraph: &str) -> bool {
    is_plain(paragraph)
        && (ends_sentence(paragraph)
            || read(paragraph, "").is_some_and(|found| found.rest.is_empty()))
}

struct Head<'a> {
    place: &'a str,
    agency: Option<String>,
    day: Option<(String, Day)>,
}

/// What stands before each possible dash, and where the text goes on.
fn dashes(paragraph: &str) -> impl Iterator<Item = (&str, usize)> {
    let near = paragraph.char_indices().take_while(|(at, _)| *at < REACH);
    near.filter_map(|(at, c)| {
        let (before, after) = (&paragraph[..at], &paragraph[at + c.len_utf8()..]);
        let blank_after = after.is_empty() || after.starts_with(' ');
        let blank_before = before.ends_with([' ', ')', '/']);
        let dash = match c {
            '—' | '–' | '―' => true,
            '-' => after.starts_with('-') || blank_before || blank_after,
            '_' => blank_before && blank_after,
            ':' => before.ends_with(')') && blank_after,
            '.' => before.ends_with('/') && blank_after,
            _ => false,
        };
        let more = after.len() - after.trim_start_matches(['-', '—']).len();
        dash.then_some((before, at + c.len_utf8() + more))
    })
}

/// Takes agency and day off the end of what stands before the dash.
fn head(before: &str) -> Option<Head<'_>> {
    let mut head = Head { place: before.trim(), agency: None, day: None };
    for _ in 0..2 {
        if let Some((left, name)) = signature(head.place).filter(|_| head.agency.is_none()) {
            (head.place, head.agency) = (left, Some(name.to_owned()));
        }
        if let Some((left, printed, day)) = closing_day(head.place).filter(|_| head.day.is_none()) {
            (head.place, head.day) = (left, Some((printed.to_owned(), day)));
        }
    }
    let nothing = head.place.is_empty() && !head.agency.as_deref().is_some_and(agency::is_agency);
    (!nothing).then_some(head)
}

/// `(AFP)`, `/TASS/`, `[AP]`.
fn signature(head: &str) -> Option<(&str, &str)> {
    let slashed = || {
        let (left, name) = head.strip_suffix('/')?.rsplit_once('/')?;
        agency::is_agency(name).then_some((left, name))
    };
    let (left, name) =
        closing_brackets(head).filter(|(_, name)| agency::could_be(name)).or_else(slashed)?;
    Some((left.trim_end_matches([' ', ',', '،', '.']), name))
}

/// `, July 3`, `, Monday, March 9, 2011`, `. 3 июля`.
fn closing_day(head: &str) -> Option<(&str, &str, Day)> {
    let end = head.trim_end_matches([' ', ',', '.']).len();
    let (mut start, day) = match day::find(head).filter(|found| found.at.end == end) {
        Some(found) => (found.at.start, found.day),
        None => (end, Day::NoYear),
    };
    let last = day::tokens(&head[..start]).pop();
    if let Some((_, at)) =
        last.filter(|(word, at)| calendar::is_weekday(word) && start - at.end <= 2)
    {
        start = at.start;
    }
    let left = head[..start].trim_end_matches([' ', ',', '،']);
    // "MOSCOW. July 3": the stop is the agency's comma; "D.C." keeps its own.
    let left = left.strip_suffix('.').filter(|left| !left.contains('.')).unwrap_or(left);
    (start < end).then(|| (left, &head[start..end], day))
}

/// Whether a head is a dateline's (none: it is not), and whether that is beyond doubt.
fn is_sure(head: &Head<'_>, rest: &str, copy: &str) -> Option<bool> {
    let signed = head.agency.as_deref().is_some_and(agency::is_agency);
    let backed = head.agency.is_some() || head.day.is_some();
    if head.place.is_empty() {
        return Some(true);
    }
    let manner = place::manner(head.place)?;
    let with_region = head.place.contains([',', '،']);
    if place::begins_otherwise(head.place) && !(signed && manner == Manner::Capitals) {
        return None;
    }
    match manner {
        Manner::Capitals if backed => Some(true),
        Manner::Titled => (signed || (head.day.is_some() && starts_sentence(rest))).then_some(true),
        Manner::Uncased if backed => Some(true),
        Manner::Uncased => (head.place.split(' ').count() <= 2
            && copy.matches(head.place).count() > 1)
            .then_some(false),
        Manner::Capitals if !starts_sentence(rest) || !has_small_letters(rest) => None,
        Manner::Capitals if with_region => Some(true),
        Manner::Capitals if place::is_organisation(head.place) => None,
        Manner::Capitals if copy.contains(&titled(head.place)) => Some(true),
        Manner::Capitals => (!is_repeated(head.place, copy)).then_some(false),
    }
}

/// A line all in capitals with a dash in it is a heading.
fn has_small_letters(rest: &str) -> bool {
    rest.is_empty() || rest.chars().any(|c| c.is_alphabetic() && !c.is_uppercase())
}

/// `RAS LANUF` as running text has it.
fn titled(place: &str) -> String {
    let mut inside = false;
    let letter = |c: char| {
        let small = inside;
        inside = c.is_alphabetic();
        if small { c.to_lowercase().collect::<String>() } else { c.to_string() }
    };
    place.chars().map(letter).collect()
}

/// Whether the copy has the same capitals again as a word of its own.
fn is_repeated(place: &str, copy: &str) -> bool {
    day::tokens(copy).iter().filter(|(word, _)| *word == place).count() > 1
}
