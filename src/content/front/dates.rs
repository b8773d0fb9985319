//! Dates that cannot be read, and why.

use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::base::{Day, Diagnostic, Moment, Spotted};
use crate::content::yaml::Fields;
use crate::model::{Name, codes};

/// What EDTF looks like.
pub const EDTF_HELP: &str =
    "write it like 2011-07-18, 2011-07, 2011-07-16?, 2011-07-14~/2011-07-18 or 2011-07-14/..";

/// Says what is wrong with a date.
pub fn wrong(path: &Arc<str>, text: &Name) -> Diagnostic {
    let written = &text.value;
    let error = |code, message: String| Diagnostic::error(code, path, text.spot, message);
    if let Some((first, second, year)) = slashed(written) {
        let message = format!("`{written}` can be read in two ways");
        let help = format!(
            "write the year first: {year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}"
        );
        return error(codes::AMBIGUOUS_DATE, message).help(help);
    }
    let has_time =
        written.contains(':') && written.get(..10).is_some_and(|day| Day::parse(day).is_some());
    if has_time && !written.ends_with(['Z', 'z']) && !written[10..].contains(['+', '-']) {
        let message = format!("`{written}` needs its offset from UTC");
        return error(codes::OFFSET_NEEDED, message)
            .help(format!("write it like {written}+02:00, or {written}Z for UTC"));
    }
    error(codes::WRONG_DATE, format!("`{written}` is not a date of the calendar"))
        .help("write a day like 2011-07-18, or a time with its offset like 2011-07-18T18:00+02:00")
}

/// The parts of `03/04/2024`.
fn slashed(text: &str) -> Option<(u8, u8, i16)> {
    let parts: Vec<&str> = text.split(['/', '.']).collect();
    let [first, second, year] = parts.as_slice() else { return None };
    let (first, second) = (first.parse().ok()?, second.parse().ok()?);
    let day_or_month = |n: u8| (1..=31).contains(&n);
    (day_or_month(first) && day_or_month(second)).then_some((first, second, year.parse().ok()?))
}

/// What a file's path says: `2011-07-18-slug.md`, `2011/07/18-slug.md` and `2011/07/18/slug.md`
/// supply a day and a slug; any other name supplies a slug.
pub fn of_path(path: &str) -> (Option<Day>, &str) {
    let stem = path.rsplit('/').next().unwrap_or(path);
    let stem = stem.strip_suffix(".md").unwrap_or(stem);
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

/// The date of a file, from its key and its name, which must agree.
pub fn of_file(fields: &mut Fields<'_>, zone: &TimeZone) -> Option<Moment> {
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
