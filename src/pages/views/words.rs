//! Dates in words, and which way a language runs.

use edtf_core::{Date, Edtf, Interval, IntervalEndpoint};

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
        Edtf::DateTime(time) => {
            // The time is printed as it was written: its offset is part of what is known.
            let clock = when.text().split_once('T').map_or("", |(_, clock)| clock);
            let clock = clock.trim_end_matches('Z');
            let zone = if when.text().ends_with('Z') { " UTC" } else { "" };
            format!("{}, {clock}{zone}", date_in_words(&time.date))
        }
        Edtf::Interval(interval) => interval_in_words(interval),
        Edtf::Set(_) => when.text().to_owned(),
    }
}

fn interval_in_words(interval: &Interval) -> String {
    if let (IntervalEndpoint::Date(start), IntervalEndpoint::Date(end)) =
        (&interval.start, &interval.end)
        && let Some(words) = days_in_words(start, end)
    {
        return words;
    }
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

/// Two days of one year, which need its number once. What is approximate or uncertain is said of
/// each end, so that nobody takes it for both.
fn days_in_words(start: &Date, end: &Date) -> Option<String> {
    let (first, last) = (calendar_day(start)?, calendar_day(end)?);
    let plain = [start, end].iter().all(|date| !date.is_approximate() && !date.is_uncertain());
    let same_year = first.year() == last.year();
    match () {
        () if first == last && plain => Some(date_in_words(start)),
        () if same_year && plain && first.month() == last.month() => {
            Some(format!("{} to {}", first.day(), date_in_words(end)))
        }
        () if same_year => {
            let short = first.format("%-d %B");
            Some(format!("{} to {}", qualified(start, &short), date_in_words(end)))
        }
        () => None,
    }
}

fn calendar_day(date: &Date) -> Option<Day> {
    let year = i16::try_from(date.year.value()?).ok()?;
    let (month, day) = (date.month?.value()?, date.day?.value()?);
    Day::new(year, month as i8, day as i8)
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
    qualified(date, &plain_date(date))
}

/// `~` is about, `?` is perhaps, `%` is both.
fn qualified(date: &Date, plain: &str) -> String {
    match (date.is_approximate(), date.is_uncertain()) {
        (true, true) => format!("perhaps about {plain}"),
        (true, false) => format!("about {plain}"),
        (false, true) => format!("perhaps {plain}"),
        (false, false) => plain.to_owned(),
    }
}

fn plain_date(date: &Date) -> String {
    let Some(year) = date.year.value() else { return years_in_words(date) };
    let year = year_in_words(year);
    let month = date.month.map(|month| month.value());
    let day = date.day.map(|day| day.value());
    match (month, day) {
        (Some(Some(month)), Some(Some(day))) => format!("{day} {} {year}", month_in_words(month)),
        (Some(Some(month)), Some(None)) => format!("some day in {} {year}", month_in_words(month)),
        (Some(None), Some(_)) => format!("some day in {year}"),
        (Some(Some(season)), None) if season > 12 => format!("{} {year}", season_in_words(season)),
        (Some(Some(month)), None) => format!("{} {year}", month_in_words(month)),
        (Some(None), None) => format!("some month of {year}"),
        (None, _) => year,
    }
}

/// Astronomical years: 0 is 1 BC.
fn year_in_words(year: i64) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1_i64.saturating_sub(year)) }
}

/// A decade or a century of which the year is not known: `201X`, `20XX`.
fn years_in_words(date: &Date) -> String {
    let text = date.to_string();
    let text = text.trim_end_matches(['?', '~', '%']);
    let year = text.split('-').next().unwrap_or(text);
    match year.trim_end_matches('X') {
        decade if decade.len() == 3 => format!("some year of the {decade}0s"),
        century if century.len() == 2 => format!("some year from {century}00 to {century}99"),
        _ => format!("some year, {year}"),
    }
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
    format!("{} {}", month_in_words(month as u8), year_in_words(i64::from(year)))
}
