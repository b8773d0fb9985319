//! Dates in words, and which way a language runs.

use edtf_core::{Date, Edtf, Interval, IntervalEndpoint, Precision};

use crate::base::Day;
use crate::model::When;

/// `rtl` for languages written from right to left, else `ltr`.
pub fn dir_of(language: &str) -> &'static str {
    let primary = language.split('-').next().unwrap_or(language);
    match primary {
        "ar" | "fa" | "he" | "ur" | "ps" | "ckb" | "yi" | "dv" | "syr" | "sd" | "ug" => "rtl",
        _ => "ltr",
    }
}

/// An EDTF date in English words: what is not known is said, not left out.
pub fn in_words(when: &When) -> String {
    match when.edtf() {
        Edtf::Date(date) => date_in_words(date),
        Edtf::DateTime(time) => date_in_words(&time.date),
        Edtf::Interval(interval) => interval_in_words(interval),
        Edtf::Set(_) => when.text().to_owned(),
    }
}

fn interval_in_words(interval: &Interval) -> String {
    let start = end_in_words(&interval.start);
    let end = end_in_words(&interval.end);
    match (start, end, &interval.start, &interval.end) {
        (Some(start), Some(end), ..) => format!("{start} to {end}"),
        (Some(start), None, _, IntervalEndpoint::Open) => format!("from {start} on"),
        (Some(start), None, ..) => format!("from {start}, end not known"),
        (None, Some(end), IntervalEndpoint::Open, _) => format!("until {end}"),
        (None, Some(end), ..) => format!("until {end}, start not known"),
        (None, None, ..) => "date not known".to_owned(),
    }
}

fn end_in_words(end: &IntervalEndpoint) -> Option<String> {
    match end {
        IntervalEndpoint::Date(date) => Some(date_in_words(date)),
        IntervalEndpoint::OnOrBefore(date) => Some(format!("{} or before", date_in_words(date))),
        IntervalEndpoint::OnOrAfter(date) => Some(format!("{} or after", date_in_words(date))),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

fn date_in_words(date: &Date) -> String {
    let plain = plain_date(date);
    match (date.is_approximate(), date.is_uncertain()) {
        (true, true) => format!("perhaps about {plain}"),
        (true, false) => format!("about {plain}"),
        (false, true) => format!("perhaps {plain}"),
        (false, false) => plain,
    }
}

fn plain_date(date: &Date) -> String {
    let Some(year) = date.year.value() else {
        let text = date.year_text();
        return format!("the years {text}");
    };
    let month = date.month.and_then(|month| month.value());
    let day = date.day.and_then(|day| day.value());
    match (date.precision(), month, day) {
        (Precision::Day, Some(month), Some(day)) => day_in_words(year, month, day),
        (Precision::Season, Some(season), _) => format!("{} {year}", season_in_words(season)),
        (_, Some(month), _) => format!("{} {year}", month_in_words(month)),
        _ => year.to_string(),
    }
}

fn day_in_words(year: i64, month: u8, day: u8) -> String {
    let calendar = i16::try_from(year).ok().and_then(|year| Day::new(year, month as i8, day as i8));
    calendar.map_or_else(|| format!("{year}-{month:02}-{day:02}"), |day| day.format("%-d %B %Y"))
}

fn season_in_words(season: u8) -> &'static str {
    match season {
        21 => "spring",
        22 => "summer",
        23 => "autumn",
        24 => "winter",
        _ => "a part of",
    }
}

/// A month's English name.
pub fn month_in_words(month: u8) -> String {
    Day::new(2000, month as i8, 1).map_or_else(String::new, |day| day.format("%B"))
}

/// `July 2011`
pub fn month_of_year(year: i16, month: i8) -> String {
    format!("{} {year:04}", month_in_words(month as u8))
}

trait YearText {
    fn year_text(&self) -> String;
}

impl YearText for Date {
    /// The year as EDTF writes it, such as `201X`.
    fn year_text(&self) -> String {
        self.to_string().split('-').next().unwrap_or_default().to_owned()
    }
}
