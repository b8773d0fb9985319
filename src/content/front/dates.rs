//! Dates that cannot be read, and why.

use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::base::{Day, Diagnostic, Moment, Spot, Spotted};
use crate::content::yaml::Fields;
use crate::model::{Name, codes};
use crate::words::split_name;

/// What EDTF looks like.
pub const EDTF_HELP: &str =
    "write it like 2011-07-18, 2011-07, 2011-07-16?, 2011-07-14~/2011-07-18 or 2011-07-14/..";

/// Says what is wrong with a date.
pub fn wrong(path: &Arc<str>, text: &Name) -> Diagnostic {
    let written = &text.value;
    let error = |code, message: String| Diagnostic::error(code, path, text.spot, message);
    if let Some((first, second, year)) = slashed(written) {
        let readings = [Day::new(year, second, first), Day::new(year, first, second)];
        let mut days: Vec<String> =
            readings.into_iter().flatten().map(|day| day.to_string()).collect();
        days.dedup();
        return match days.as_slice() {
            [one, other] => {
                error(codes::AMBIGUOUS_DATE, format!("`{written}` can be read in two ways"))
                    .help(format!("write the year first: {one} or {other}"))
            }
            [one] => error(codes::WRONG_DATE, format!("`{written}` has the year last"))
                .help(format!("write the year first: {one}")),
            _ => error(codes::WRONG_DATE, format!("`{written}` is not a date of the calendar"))
                .help("write the year first, like 2011-07-18"),
        };
    }
    let local = written.get(..10).is_some_and(|day| Day::parse(day).is_some())
        && written.get(10..).is_some_and(is_clock_time);
    if local {
        let written = written.replacen(' ', "T", 1);
        let message = format!("`{written}` needs its offset from UTC");
        return error(codes::OFFSET_NEEDED, message)
            .help(format!("write it like {written}+02:00, or {written}Z for UTC"));
    }
    error(codes::WRONG_DATE, format!("`{written}` is not a date of the calendar"))
        .help("write a day like 2011-07-18, or a time with its offset like 2011-07-18T18:00+02:00")
}

/// `T18:00`, `T18:00:00` or the same after a blank.
fn is_clock_time(text: &str) -> bool {
    let time = text.strip_prefix(['T', 't', ' ']).unwrap_or_default();
    matches!(time.len(), 5 | 8) && time.bytes().all(|b| b.is_ascii_digit() || b == b':')
}

/// The parts of `03/04/2024`.
fn slashed(text: &str) -> Option<(i8, i8, i16)> {
    let parts: Vec<&str> = text.split(['/', '.']).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let year = Some(*year).filter(|year| year.len() == 4)?;
    Some((first.parse().ok()?, second.parse().ok()?, year.parse().ok()?))
}

/// What a file's path says: `2011-07-18-slug.md`, `2011/07/18-slug.md` and `2011/07/18/slug.md`
/// supply a day and a slug; any other name supplies a slug.
pub fn of_path(path: &str) -> (Option<Day>, &str) {
    let stem = path.rsplit('/').next().unwrap_or(path);
    let stem = split_name(stem.strip_suffix(".md").unwrap_or(stem)).0;
    if let Some(day) = stem.get(..10).and_then(Day::parse) {
        let rest = &stem[10..];
        match rest.strip_prefix('-') {
            Some(slug) if !slug.is_empty() => return (Some(day), slug),
            _ if rest.is_empty() => return (Some(day), stem),
            _ => {}
        }
    }
    let mut folders = path.rsplit('/').skip(1);
    let (last, before, far) = (folders.next(), folders.next(), folders.next());
    let day = |year: Option<&str>, month: Option<&str>, day: Option<&str>| {
        Day::parse(&format!("{}-{}-{}", year?, month?, day?))
    };
    if let Some((number, slug)) = stem.split_once('-')
        && let Some(found) = day(before, last, Some(number))
        && !slug.is_empty()
    {
        return (Some(found), slug);
    }
    (day(far, before, last), stem)
}

/// The slug that a content file's path gives.
pub fn slug_of_path(path: &str) -> &str {
    of_path(path).1
}

/// A file name that begins like a date which no calendar has.
fn impossible(path: &str) -> Option<&str> {
    let stem = path.rsplit('/').next()?;
    let head = stem.get(..10)?;
    let shape = head.bytes().enumerate().all(|(at, b)| match at {
        4 | 7 => b == b'-',
        _ => b.is_ascii_digit(),
    });
    (shape && Day::parse(head).is_none()).then_some(head)
}

/// The date of a file, from its key and its name, which must agree.
pub fn of_file(fields: &mut Fields<'_>, zone: &TimeZone) -> Option<Moment> {
    if let Some(head) = impossible(fields.path) {
        let message = format!("the file's name begins with {head}, which no calendar has");
        fields.complain(codes::WRONG_DATE, Spot::START, message, "rename the file");
        return None;
    }
    let (named, _) = of_path(fields.path);
    let has_key = fields.get("date").is_some();
    let key = fields.moment("date", zone);
    match (key, named) {
        (Some(key), Some(named)) if key.value.day != named => {
            disagree(fields, key, named);
            Some(key.value)
        }
        (Some(key), _) => Some(key.value),
        (None, Some(day)) => Some(Moment { day, time: None }),
        (None, None) => {
            if !has_key {
                fields.missing("date");
            }
            None
        }
    }
}

fn disagree(fields: &mut Fields<'_>, key: Spotted<Moment>, named: Day) {
    let day = key.value.day;
    let zone = if key.value.time.is_some() { " in the desk's time zone" } else { "" };
    let message = format!("the key says {day}{zone}, the file's name says {named}");
    fields.complain(codes::DATE_DISAGREES, key.spot, message, "change one of them");
}
