//! Days and months as a language says them. What is only roughly known is said by the pages.

use std::collections::HashMap;

use super::{Fill, Words};
use crate::base::Day;

impl Words {
    /// `Monday 18 July 2011`
    pub fn day_in_full(&self, day: Day) -> String {
        self.dated("date-full", day)
    }

    /// `18 July 2011`
    pub fn day(&self, day: Day) -> String {
        self.dated("date-day", day)
    }

    /// `18 July`
    pub fn day_of_year(&self, day: Day) -> String {
        self.dated("date-short", day)
    }

    /// `Monday`
    pub fn weekday(&self, day: Day) -> String {
        self.say(&format!("weekday-{}", day.weekday() + 1)).to_owned()
    }

    fn dated(&self, form: &str, day: Day) -> String {
        const MONTHS: [&str; 12] = [
            "month-of-1",
            "month-of-2",
            "month-of-3",
            "month-of-4",
            "month-of-5",
            "month-of-6",
            "month-of-7",
            "month-of-8",
            "month-of-9",
            "month-of-10",
            "month-of-11",
            "month-of-12",
        ];
        let month = MONTHS.get(usize::from(day.month().unsigned_abs()) - 1).copied();
        self.in_form(form, |blank| match blank {
            WEEKDAY => self.weekday(day),
            DAY => self.day_number(day.day()),
            MONTH => self.say(month.unwrap_or_default()).to_owned(),
            _ => self.digits(&day.year().to_string()),
        })
    }

    /// A date's form with its blanks filled. A page prints dozens of dates: the forms are made once.
    fn in_form(&self, form: &str, fill: impl Fn(char) -> String) -> String {
        let mut text = String::with_capacity(40);
        for c in self.forms.get(form).map(String::as_str).unwrap_or_default().chars() {
            match c {
                WEEKDAY..=YEAR => text.push_str(&fill(c)),
                _ => text.push(c),
            }
        }
        text
    }

    /// A day's number in its month: `18`, and in French `1er`.
    pub fn day_number(&self, day: i8) -> String {
        match day {
            1 => self.digits(self.say("day-first")),
            _ => self.digits(&day.to_string()),
        }
    }

    /// A month's name by itself; 1 to 12.
    pub fn month(&self, month: u8) -> &str {
        const NAMES: [&str; 12] = [
            "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
            "month-9", "month-10", "month-11", "month-12",
        ];
        usize::from(month)
            .checked_sub(1)
            .and_then(|at| NAMES.get(at))
            .map_or("", |name| self.say(name))
    }

    /// `July 2011`; the year as it is to be read.
    pub fn month_of_year(&self, month: u8, year: &str) -> String {
        self.in_form("month-year", |blank| match blank {
            MONTH => self.month(month).to_owned(),
            _ => self.digits(year),
        })
    }

    /// The forms of dates, with a character that is in no text for each blank.
    pub(super) fn date_forms(&self) -> HashMap<&'static str, String> {
        let marks = [("weekday", WEEKDAY), ("day", DAY), ("month", MONTH), ("year", YEAR)];
        let marks = marks.map(|(name, mark)| (name, mark.to_string()));
        let with: Vec<_> = marks.iter().map(|(name, mark)| (*name, Fill::Text(mark))).collect();
        let forms = ["date-full", "date-day", "date-short", "month-year"];
        forms.map(|form| (form, bare(&self.fill(form, &with)))).into()
    }
}

/// Unicode keeps these for use inside of programs.
const WEEKDAY: char = '\u{fdd1}';
const DAY: char = '\u{fdd2}';
const MONTH: char = '\u{fdd3}';
const YEAR: char = '\u{fdd4}';

/// A date is of one language: nothing in it needs its direction held together.
fn bare(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
