//! Days and months as a language says them. What is only roughly known is said by the pages.

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
        let weekday = self.weekday(day);
        let number = self.day_number(day.day());
        let month = format!("month-of-{}", day.month());
        let year = self.digits(&day.year().to_string());
        let with = [
            ("weekday", Fill::Text(&weekday)),
            ("day", Fill::Text(&number)),
            ("month", Fill::Text(self.say(&month))),
            ("year", Fill::Text(&year)),
        ];
        bare(&self.fill(form, &with))
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
        let year = self.digits(year);
        let with = [("month", Fill::Text(self.month(month))), ("year", Fill::Text(&year))];
        bare(&self.fill("month-year", &with))
    }
}

/// A date is of one language: nothing in it needs its direction held together.
fn bare(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
