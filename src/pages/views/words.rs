//! Dates in words.

use edtf_core::{Date, Edtf, Interval, IntervalEndpoint};

use crate::base::Day;
use crate::model::When;
use crate::words::{Fill, Words};

pub use crate::words::dir_of;

/// An EDTF date in words: what is not known is said, not left out.
pub fn in_words(words: &Words, when: &When) -> String {
    let edtf = Spoken { words };
    match when.edtf() {
        Edtf::Date(date) => edtf.date(date),
        Edtf::DateTime(time) => {
            // The time is printed as it was written: its offset is part of what is known.
            let clock = when.text().split_once('T').map_or("", |(_, clock)| clock);
            let clock = clock.trim_end_matches('Z');
            let zone = if when.text().ends_with('Z') { " UTC" } else { "" };
            let clock = words.digits(&format!("{clock}{zone}"));
            edtf.fill("when-clock", &[("date", &edtf.date(&time.date)), ("time", &clock)])
        }
        Edtf::Interval(interval) => edtf.interval(interval),
        Edtf::Set(_) => when.text().to_owned(),
    }
}

/// Dates, spoken in a language.
#[derive(Clone, Copy)]
struct Spoken<'w> {
    words: &'w Words,
}

impl Spoken<'_> {
    fn fill(self, word: &str, with: &[(&str, &str)]) -> String {
        let with: Vec<_> = with.iter().map(|(name, text)| (*name, Fill::Text(text))).collect();
        self.words.fill(word, &with)
    }

    fn interval(self, interval: &Interval) -> String {
        if let (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) =
            (&interval.start, &interval.end)
            && let Some(words) = self.days(start, end)
        {
            return words;
        }
        let start = self.end(&interval.start);
        let end = self.end(&interval.end);
        match (start, end, &interval.start, &interval.end) {
            (Some(start), Some(end), ..) => self.span(&start, &end),
            (Some(start), None, _, IntervalEndpoint::Open) => {
                self.fill("when-from-on", &[("start", &start)])
            }
            (Some(start), None, ..) => self.fill("when-from-unknown", &[("start", &start)]),
            (None, Some(end), IntervalEndpoint::Open, _) => {
                self.fill("when-until", &[("end", &end)])
            }
            (None, Some(end), ..) => self.fill("when-until-unknown", &[("end", &end)]),
            (None, None, ..) => self.words.say("when-unknown").to_owned(),
        }
    }

    fn span(self, start: &str, end: &str) -> String {
        self.fill("when-span", &[("start", start), ("end", end)])
    }

    /// Two days of one year, which need its number once. What is approximate or uncertain is said of
    /// each end, so that nobody takes it for both.
    fn days(self, start: &Date, end: &Date) -> Option<String> {
        let (first, last) = (calendar_day(start)?, calendar_day(end)?);
        let plain = [start, end].iter().all(|date| !date.is_approximate() && !date.is_uncertain());
        let same_year = first.year() == last.year();
        match () {
            () if first == last && plain => Some(self.date(start)),
            () if same_year && plain && first.month() == last.month() => {
                Some(self.span(&self.words.day_number(first.day()), &self.date(end)))
            }
            () if same_year => {
                let short = self.words.day_of_year(first);
                Some(self.span(&self.qualified(start, short), &self.date(end)))
            }
            () => None,
        }
    }

    fn end(self, end: &IntervalEndpoint) -> Option<String> {
        match end {
            IntervalEndpoint::Date(date) => Some(self.date(date)),
            IntervalEndpoint::OnOrBefore(date) => {
                Some(self.fill("when-or-before", &[("date", &self.date(date))]))
            }
            IntervalEndpoint::OnOrAfter(date) => {
                Some(self.fill("when-or-after", &[("date", &self.date(date))]))
            }
            IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
        }
    }

    fn date(self, date: &Date) -> String {
        self.qualified(date, self.plain_date(date))
    }

    /// `~` is about, `?` is perhaps, `%` is both.
    fn qualified(self, date: &Date, plain: String) -> String {
        let word = match (date.is_approximate(), date.is_uncertain()) {
            (true, true) => "when-perhaps-about",
            (true, false) => "when-about",
            (false, true) => "when-perhaps",
            (false, false) => return plain,
        };
        self.fill(word, &[("date", &plain)])
    }

    fn plain_date(self, date: &Date) -> String {
        let Some(year) = date.year.value() else { return self.years(date) };
        if let Some(day) = calendar_day(date).filter(|_| year > 0) {
            return self.words.day(day);
        }
        let year = self.year(year);
        let month = date.month.map(|month| month.value());
        let day = date.day.map(|day| day.value());
        match (month, day) {
            (Some(Some(month)), Some(Some(day))) => {
                format!("{} {}", self.words.digits(&day.to_string()), self.month(month, &year))
            }
            (Some(Some(month)), Some(None)) => {
                self.fill("when-day-in-month", &[("month", &self.month(month, &year))])
            }
            (Some(None), Some(_)) => self.fill("when-day-in-year", &[("year", &year)]),
            (Some(Some(season)), None) if season > 12 => {
                format!("{} {year}", self.words.say(season_word(season)))
            }
            (Some(Some(month)), None) => self.month(month, &year),
            (Some(None), None) => self.fill("when-month-of-year", &[("year", &year)]),
            (None, _) => year,
        }
    }

    fn month(self, month: u8, year: &str) -> String {
        self.words.month_of_year(month, year)
    }

    /// Astronomical years: 0 is 1 BC.
    fn year(self, year: i64) -> String {
        if year > 0 {
            return self.words.digits(&year.to_string());
        }
        let year = self.words.digits(&1_i64.saturating_sub(year).to_string());
        self.fill("year-bc", &[("year", &year)])
    }

    /// A decade or a century of which the year is not known: `201X`, `20XX`.
    fn years(self, date: &Date) -> String {
        let text = date.to_string();
        let text = text.trim_end_matches(['?', '~', '%']);
        let year = text.split('-').next().unwrap_or(text);
        let known = self.words.digits(year.trim_end_matches('X'));
        match year.trim_end_matches('X').len() {
            3 => self.fill("when-decade", &[("decade", &known)]),
            2 => self.fill("when-century", &[("century", &known)]),
            _ => self.fill("when-some-year", &[("year", year)]),
        }
    }
}

fn calendar_day(date: &Date) -> Option<Day> {
    let year = i16::try_from(date.year.value()?).ok()?;
    let (month, day) = (date.month?.value()?, date.day?.value()?);
    Day::new(year, month as i8, day as i8)
}

fn season_word(season: u8) -> &'static str {
    match season {
        21 => "season-21",
        22 => "season-22",
        23 => "season-23",
        24 => "season-24",
        _ => "season-other",
    }
}

/// `July 2011`
pub fn month_of_year(words: &Words, year: i16, month: i8) -> String {
    let spoken = Spoken { words };
    spoken.month(month as u8, &spoken.year(i64::from(year)))
}
