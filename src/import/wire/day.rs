//! Days as newspapers print them, in the languages of the wires.
//!
//! A day is read only when the print leaves no doubt: `3/4/2011` stays unread, and a day without a
//! year gets none.

use std::ops::Range;

use super::calendar::{self, iso};

/// A day found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// What it says.
    pub day: Day,
}

/// How much of a day was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Day {
    /// All of it (ISO 8601).
    Whole(String),
    /// No year.
    NoYear,
    /// Day and month may be either way round.
    Ambiguous,
}

/// A word or number, and where it stands.
type Token<'a> = (&'a str, Range<usize>);

/// The first day in a text.
pub fn find(text: &str) -> Option<Printed> {
    let tokens = tokens(text);
    (0..tokens.len())
        .find_map(|at| in_figures(text, &tokens[at..]).or_else(|| in_words(text, &tokens[at..])))
}

/// The words and numbers of a text.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        // Marks above Arabic letters are part of their word.
        let of_word = c.is_alphanumeric() || matches!(c, '\u{64b}'..='\u{65f}');
        match start {
            None if of_word => start = Some(at),
            Some(from) if !of_word => {
                found.push((&text[from..at], from..at));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// `2011-03-09`, `09/03/2011`, `9.3.2011`.
fn in_figures(text: &str, tokens: &[Token<'_>]) -> Option<Printed> {
    let [(first, from), (second, middle), (third, to), ..] = tokens else { return None };
    let mark = &text[from.end..middle.start];
    if !matches!(mark, "-" | "/" | ".") || &text[middle.end..to.start] != mark {
        return None;
    }
    // `2011-03-09T10:14`: the hour clings to the day.
    let third = third.split(|c: char| !c.is_numeric()).next()?;
    let numbers = (number(first)?, number(second)?, number(third)?);
    let at = from.start..to.start + third.len();
    let day = match numbers {
        (year @ 1900.., month, day) => Day::Whole(iso(year, month, day)?),
        (a, b, year @ 1900..) if a <= 12 && b <= 12 && a != b => {
            iso(year, a, b)?;
            Day::Ambiguous
        }
        (a, b, year @ 1900..) if b > 12 => Day::Whole(iso(year, a, b)?),
        (a, b, year @ 1900..) => Day::Whole(iso(year, b, a)?),
        _ => return None,
    };
    Some(Printed { at, day })
}

/// `9 March 2011`, `March 9th, 2011`, `18 июля`.
fn in_words(text: &str, tokens: &[Token<'_>]) -> Option<Printed> {
    let (month, day, last) = month_first(tokens).or_else(|| day_first(tokens))?;
    let next = last + 1 + filler(tokens.get(last + 1));
    let clings = |at: usize| {
        let gap = &text[tokens[at - 1].1.end..tokens[at].1.start];
        gap.len() <= 2 && gap.chars().all(|c| matches!(c, ' ' | ',' | '.' | '،'))
    };
    if !(1..=last).all(clings) {
        return None;
    }
    let start = tokens[0].1.start;
    let with_year = tokens.get(next).filter(|_| (last + 1..=next).all(clings));
    match with_year.and_then(|(word, at)| Some((year(word, &text[at.end..])?, at.start + 4))) {
        Some((year, end)) => {
            // Arabic figures take two bytes each: the year ends where its word does.
            let end = if text.is_char_boundary(end) && tokens[next].0.is_ascii() {
                end
            } else {
                tokens[next].1.end
            };
            Some(Printed { at: start..end, day: Day::Whole(iso(year, month, day)?) })
        }
        // A leap year's day passes: the year is not known.
        None => iso(2000, month, day)
            .map(|_| Printed { at: start..tokens[last].1.end, day: Day::NoYear }),
    }
}

/// `March 9th`: month, day and the place of the last word.
fn month_first(tokens: &[Token<'_>]) -> Option<(u32, u32, usize)> {
    let (month, words) = month(tokens)?;
    Some((month, ordinal(tokens.get(words)?.0)?, words))
}

/// `9 March`, `9th of March`, `2 تشرين الأول`.
fn day_first(tokens: &[Token<'_>]) -> Option<(u32, u32, usize)> {
    let day = ordinal(tokens.first()?.0)?;
    let before = 1 + filler(tokens.get(1));
    let (month, words) = month(tokens.get(before..)?)?;
    Some((month, day, before + words - 1))
}

/// The month that begins here and how many words it has.
fn month(tokens: &[Token<'_>]) -> Option<(u32, usize)> {
    let first = tokens.first()?.0;
    let two = tokens.get(1).and_then(|(second, _)| calendar::month(&format!("{first} {second}")));
    two.map(|month| (month, 2)).or_else(|| calendar::month(first).map(|month| (month, 1)))
}

/// One if the word is the `de` or `of` between a day, its month and its year.
fn filler(token: Option<&Token<'_>>) -> usize {
    token.map_or(0, |(word, _)| usize::from(matches!(*word, "of" | "de" | "del")))
}

/// `9`, `9th`, `1er`, `٩`.
fn ordinal(word: &str) -> Option<u32> {
    let figures = word.trim_end_matches(|c: char| !c.is_numeric());
    let ending = &word[figures.len()..];
    let known = matches!(ending, "" | "st" | "nd" | "rd" | "th" | "er");
    number(figures).filter(|day| known && (1..=31).contains(day))
}

/// The year, into which the hour may have run: `20248:14`.
fn year(word: &str, rest: &str) -> Option<u32> {
    let hour = word.get(4..).filter(|hour| rest.starts_with(':') && (1..=2).contains(&hour.len()));
    let figures = if hour.is_some() { word.get(..4)? } else { word };
    number(figures).filter(|year| (1900..2100).contains(year))
}

/// A number of at most four figures, Latin or Arabic.
fn number(word: &str) -> Option<u32> {
    let figure = |c: char| match c {
        '\u{660}'..='\u{669}' => Some(u32::from(c) - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(u32::from(c) - 0x6f0),
        _ => c.to_digit(10),
    };
    let fits = (1..=4).contains(&word.chars().count());
    word.chars().try_fold(0, |sum, c| Some(sum * 10 + figure(c)?)).filter(|_| fits)
}
