//! Days that a report names only from where it stands: "on Saturday", "yesterday", "last week".
//! `check` offers for each the day that it most likely means, worked out from the article's date.

mod words;

use std::ops::Range;

use super::item::parse;
use super::{Source, SourceKind, front};
use crate::base::{Day, Diagnostic, Lines};
use crate::model::{Settings, codes};
use words::{Step, Word, Words};

/// A text tells of so many such days; more of them nobody would look through.
const MOST: usize = 40;

/// What the relative days of an article most likely mean, each phrase once.
pub fn relative_days(source: &Source, settings: &Settings) -> Vec<Diagnostic> {
    if source.kind != SourceKind::Article {
        return Vec::new();
    }
    let Some(card) = parse(source, settings).value.map(|item| item.card) else { return Vec::new() };
    let Some(date) = card.article().map(|article| article.date.day) else { return Vec::new() };
    let Some(split) = front::split(source, &mut Vec::new()) else { return Vec::new() };
    let body = source.text.get(split.body_at..).unwrap_or_default();
    let words = Words::of(card.language().unwrap_or(settings.language()));
    let lines = Lines::new(&source.text);
    let mut said: Vec<String> = Vec::new();
    let mut advice = Vec::new();
    for found in find(body, &words, date) {
        let phrase = body.get(found.range.clone()).unwrap_or_default().to_owned();
        let key = phrase.to_lowercase();
        if said.contains(&key) || advice.len() == MOST {
            continue;
        }
        said.push(key);
        let spot = lines.spot(split.body_at + found.range.start..split.body_at + found.range.end);
        let message = format!("“{phrase}” is most likely {}", found.words());
        let help = format!("in a mark or an event write {}", found.edtf());
        let mut note =
            Diagnostic::note(codes::RELATIVE_DAY, &source.path, spot, message).help(help);
        note.excerpt = source.text.lines().nth(spot.line as usize - 1).map(str::to_owned);
        advice.push(note);
    }
    advice
}

/// A phrase and the days that it most likely means.
#[derive(Debug, PartialEq)]
struct Found {
    range: Range<usize>,
    first: Day,
    last: Day,
}

impl Found {
    fn edtf(&self) -> String {
        let whole_month = self.first.day() == 1
            && self.last.day() == self.last.days_in_month()
            && (self.first.year(), self.first.month()) == (self.last.year(), self.last.month());
        match () {
            () if self.first == self.last => self.first.to_string(),
            () if whole_month => format!("{:04}-{:02}", self.first.year(), self.first.month()),
            () => format!("{}/{}", self.first, self.last),
        }
    }

    fn words(&self) -> String {
        if self.first == self.last {
            return self.first.format("%A %-d %B %Y");
        }
        format!("{} to {}", self.first.format("%A %-d %B"), self.last.format("%A %-d %B %Y"))
    }
}

/// Finds the phrases of a text that was published on a day.
fn find(text: &str, words: &Words, date: Day) -> Vec<Found> {
    let tokens = tokens(text);
    let known: Vec<Option<Word>> =
        tokens.iter().map(|token| words.find(&text[token.clone()])).collect();
    let step = |at: Option<usize>| match at.and_then(|at| known.get(at)) {
        Some(Some(Word::Step(step))) => Some(*step),
        _ => None,
    };
    let mut found = Vec::new();
    for (at, word) in known.iter().enumerate() {
        let near = |other: usize| close(text, &tokens, at.min(other), at.max(other));
        let before = at.checked_sub(1).filter(|before| near(*before));
        let after = Some(at + 1).filter(|after| *after < tokens.len() && near(*after));
        let absolute = [before, after].into_iter().flatten().any(|at| {
            matches!(known[at], Some(Word::Month))
                || text[tokens[at].clone()].starts_with(|c: char| c.is_ascii_digit())
        });
        let (asked, with) = match (step(before), step(after)) {
            (Some(step), _) => (Some(step), before),
            (None, Some(step)) if words.step_may_follow => (Some(step), after),
            _ => (None, None),
        };
        let days = match word {
            Some(Word::Weekday(weekday)) if !absolute => weekday_near(date, *weekday, asked),
            Some(Word::Day(distance)) => days_from(date, *distance, *distance),
            Some(Word::Weekend) => weekend_near(date, asked),
            Some(Word::Week) => asked.and_then(|step| week_near(date, step)),
            Some(Word::SomeMonth) => asked.and_then(|step| month_near(date, step)),
            _ => None,
        };
        let Some((first, last)) = days else { continue };
        let with = with.unwrap_or(at);
        let range = tokens[at.min(with)].start..tokens[at.max(with)].end;
        found.push(Found { range, first, last });
    }
    found
}

/// Words with their places; a word is letters and digits.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric() || c == '\'' || c == '’', start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                tokens.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    tokens.extend(start.map(|from| from..text.len()));
    tokens
}

/// Whether nothing but a blank or a comma stands between two words.
fn close(text: &str, tokens: &[Range<usize>], first: usize, second: usize) -> bool {
    let between = &text[tokens[first].end..tokens[second].start];
    between.len() <= 3 && between.chars().all(|c| c == ' ' || c == ',' || c == '\n')
}

fn days_from(date: Day, first: i32, last: i32) -> Option<(Day, Day)> {
    Some((date.plus_days(first)?, date.plus_days(last)?))
}

/// The last such weekday up to the date, unless the words before it say otherwise.
fn weekday_near(date: Day, weekday: i8, step: Option<Step>) -> Option<(Day, Day)> {
    let back = i32::from((date.weekday() - weekday).rem_euclid(7));
    let distance = match step {
        None => -back,
        Some(Step::Last) if back == 0 => -7,
        Some(Step::Last) => -back,
        Some(Step::This) => (7 - back) % 7,
        Some(Step::Next) => 7 - back,
    };
    days_from(date, distance, distance)
}

/// Saturday and Sunday: the last whole ones, or those that the date is in.
fn weekend_near(date: Day, step: Option<Step>) -> Option<(Day, Day)> {
    let since_saturday = i32::from((date.weekday() - 5).rem_euclid(7));
    let start = match step {
        Some(Step::Next) => 7 - since_saturday,
        Some(Step::Last) if since_saturday < 2 => -since_saturday - 7,
        Some(Step::This) if since_saturday > 1 => 7 - since_saturday,
        _ => -since_saturday,
    };
    days_from(date, start, start + 1)
}

/// Monday to Sunday.
fn week_near(date: Day, step: Step) -> Option<(Day, Day)> {
    let monday = -i32::from(date.weekday());
    let start = monday + 7 * step.distance();
    days_from(date, start, start + 6)
}

fn month_near(date: Day, step: Step) -> Option<(Day, Day)> {
    let months = i32::from(date.year()) * 12 + i32::from(date.month()) - 1 + step.distance();
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    let first = Day::new(i16::try_from(year).ok()?, month as i8, 1)?;
    let last = Day::new(first.year(), first.month(), first.days_in_month())?;
    Some((first, last))
}

#[cfg(test)]
mod tests;
