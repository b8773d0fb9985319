use edtf_core::{Bound, Edtf, IntervalEndpoint};

use crate::base::Day;

/// A date as exact as it is known, in EDTF (ISO 8601-2:2019, Annex A) of level 0 or 1.
#[derive(Debug, Clone, PartialEq)]
pub struct When {
    text: String,
    edtf: Edtf,
}

impl When {
    /// Reads an EDTF expression of level 0 or 1.
    pub fn parse(text: &str) -> Option<Self> {
        let edtf = Edtf::parse(text).ok()?;
        // Level 1 qualifies a date as a whole: `?2011` and `2011~-07` are of level 2.
        let whole = |(at, _): (usize, &str)| {
            text.get(at + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let level_1 = edtf.level() <= 1 && text.match_indices(['?', '~', '%']).all(whole);
        level_1.then(|| Self { text: text.to_owned(), edtf })
    }

    /// Whether a text is an interval whose end lies before its start, which EDTF does not allow.
    pub fn is_backward(text: &str) -> bool {
        let ends = text.split_once('/').and_then(|(start, end)| {
            Some((Self::parse(start)?.earliest()?, Self::parse(end)?.latest()?))
        });
        ends.is_some_and(|(start, end)| end < start)
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The parsed expression.
    pub fn edtf(&self) -> &Edtf {
        &self.edtf
    }

    /// The first day that it may mean; none when the start is open or unknown.
    pub fn earliest(&self) -> Option<Day> {
        day_of(&self.edtf.bounds().earliest)
    }

    /// Whether it is one day that nothing makes unsure.
    pub fn is_one_day(&self) -> bool {
        let plain = matches!(&self.edtf, Edtf::Date(date) if !date.is_approximate() && !date.is_uncertain());
        plain && self.earliest().is_some() && self.earliest() == self.latest()
    }

    /// Whether it is a time with a beginning and an end, rather than one moment in it.
    pub fn is_interval(&self) -> bool {
        matches!(self.edtf, Edtf::Interval(_))
    }

    /// Whether the first day is only about right, or open, or not known.
    pub fn start_is_unsure(&self) -> bool {
        match &self.edtf {
            Edtf::Interval(interval) => is_unsure(&interval.start),
            Edtf::Date(date) => date.is_approximate() || date.is_uncertain(),
            Edtf::DateTime(_) | Edtf::Set(_) => false,
        }
    }

    /// Whether the last day is only about right, or open, or not known.
    pub fn end_is_unsure(&self) -> bool {
        match &self.edtf {
            Edtf::Interval(interval) => is_unsure(&interval.end),
            Edtf::Date(date) => date.is_approximate() || date.is_uncertain(),
            Edtf::DateTime(_) | Edtf::Set(_) => false,
        }
    }

    /// What it is sorted by: the earliest start, then the latest end; what has no start comes before,
    /// what has no end after all others that begin with it.
    pub fn order(&self) -> (Option<Day>, bool, Option<Day>) {
        (self.earliest(), self.latest().is_none(), self.latest())
    }

    /// The last day that it may mean; none when the end is open or unknown.
    pub fn latest(&self) -> Option<Day> {
        day_of(&self.edtf.bounds().latest)
    }
}

fn is_unsure(end: &IntervalEndpoint) -> bool {
    match end {
        IntervalEndpoint::Date(date) => date.is_approximate() || date.is_uncertain(),
        _ => true,
    }
}

fn day_of(bound: &Bound) -> Option<Day> {
    match bound {
        Bound::Date(date) => Day::new(
            i16::try_from(date.year).ok()?,
            i8::try_from(date.month).ok()?,
            i8::try_from(date.day).ok()?,
        ),
        _ => None,
    }
}
