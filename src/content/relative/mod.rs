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
    let known = tokens.iter().map(|token| words.find(&text[token.clone()])).collect();
    let sentence = Sentence { text, tokens, known };
    (0..sentence.known.len()).filter_map(|at| sentence.phrase(at, words, date)).collect()
}

/// A text as words, with what each says about a day.
struct Sentence<'t> {
    text: &'t str,
    tokens: Vec<Range<usize>>,
    known: Vec<Option<Word>>,
}

impl Sentence<'_> {
    /// The phrase whose noun is a word.
    fn phrase(&self, at: usize, words: &Words, date: Day) -> Option<Found> {
        let before = at.checked_sub(1).filter(|before| self.close(*before, at));
        let after = Some(at + 1).filter(|after| self.close(at, *after));
        let step = |at: Option<usize>| match at.and_then(|at| self.known[at]) {
            Some(Word::Step(step)) => Some(step),
            _ => None,
        };
        let (asked, with) = match (step(before), step(after)) {
            (Some(step), _) => (Some(step), before),
            (None, Some(step)) if words.step_may_follow => (Some(step), after),
            _ => (None, None),
        };
        let days = match self.known[at]? {
            Word::Weekday(_) if self.is_absolute(at) || self.is_title(at) => None,
            Word::Weekday(weekday) => match (asked, self.week_after(at)) {
                // "On Monday night last week": that week's Monday.
                (None, Some(step)) => week_near(date, step).and_then(|(monday, _)| {
                    let day = monday.plus_days(i32::from(weekday))?;
                    Some((day, day))
                }),
                (None, None) if self.is_to_come(at) => {
                    weekday_near(date, weekday, Some(Step::Next))
                }
                (asked, _) => weekday_near(date, weekday, asked),
            },
            Word::Day(distance) => days_from(date, distance, distance),
            Word::Weekend => weekend_near(date, asked),
            Word::Week => asked.and_then(|step| week_near(date, step)),
            Word::SomeMonth => asked.and_then(|step| month_near(date, step)),
            Word::Month | Word::Step(_) | Word::Will => None,
        };
        let (first, last) = days?;
        let with = with.unwrap_or(at);
        let range = self.tokens[at.min(with)].start..self.tokens[at.max(with)].end;
        Some(Found { range, first, last })
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.text[token.clone()])
    }

    /// Whether nothing but a blank or a comma stands between two words that follow each other.
    fn close(&self, first: usize, second: usize) -> bool {
        let (Some(a), Some(b)) = (self.tokens.get(first), self.tokens.get(second)) else {
            return false;
        };
        let between = &self.text[a.end..b.start];
        between.len() <= 3 && between.chars().all(|c| matches!(c, ' ' | ',' | '\n'))
    }

    /// Whether a weekday stands beside its date: `Monday, July 18`, `Monday 18 July`.
    fn is_absolute(&self, at: usize) -> bool {
        let month = |at: usize| self.known.get(at) == Some(&Some(Word::Month));
        let number = |at: usize| {
            let word = self.word(at);
            word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 4
        };
        let after = self.close(at, at + 1)
            && (month(at + 1) || number(at + 1) && self.close(at + 1, at + 2) && month(at + 2));
        let before = at > 0
            && self.close(at - 1, at)
            && (month(at - 1) || number(at - 1) && at > 1 && month(at - 2));
        after || before
    }

    /// A name with a weekday in it: `The Sunday Times`.
    fn is_title(&self, at: usize) -> bool {
        let article = at > 0 && self.word(at - 1).eq_ignore_ascii_case("the");
        article
            && self.close(at, at + 1)
            && self.word(at + 1).starts_with(char::is_uppercase)
            && self.known.get(at + 1) == Some(&None)
    }

    /// `last week` or `next week` up to three words later.
    fn week_after(&self, at: usize) -> Option<Step> {
        (at + 1..at + 4).find_map(|step| match (self.known.get(step)?, self.known.get(step + 1)?) {
            (Some(Word::Step(found)), Some(Word::Week)) if self.near(at, step + 1) => Some(*found),
            _ => None,
        })
    }

    /// Whether a few words before it say that it is to come.
    fn is_to_come(&self, at: usize) -> bool {
        let first = at.saturating_sub(5);
        (first..at).any(|word| self.known[word] == Some(Word::Will) && self.near(word, at))
    }

    /// Whether two words stand in one sentence.
    fn near(&self, first: usize, second: usize) -> bool {
        let between = &self.text[self.tokens[first].end..self.tokens[second].start];
        !between.contains(['.', '!', '?', ';', '\n'])
    }
}

/// Words with their places; a word is letters and digits.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_alphanumeric() || matches!(c, '\'' | '’' | 'ʼ') || is_joint(text, at, c), start)
        {
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

/// A hyphen between letters, as in `week-end`.
fn is_joint(text: &str, at: usize, c: char) -> bool {
    let before = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
    c == '-' && before && text[at + 1..].starts_with(char::is_alphabetic)
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
