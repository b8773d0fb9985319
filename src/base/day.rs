use std::fmt;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// A day of the calendar (ISO 8601), without a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The first day of 1970, for what has no date.
    pub const EPOCH: Self = Self(Date::constant(1970, 1, 1));

    /// Reads `2011-07-18` and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let shape = text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-';
        let digits =
            text.bytes().enumerate().all(|(at, b)| matches!(at, 4 | 7) || b.is_ascii_digit());
        if !(shape && digits) {
            return None;
        }
        text.parse().ok().map(Self)
    }

    /// A day from its numbers, if the calendar has it.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self)
    }

    /// The year, 0 to 9999.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// Days in this day's month.
    pub fn days_in_month(self) -> i8 {
        self.0.days_in_month()
    }

    /// The weekday of a day, Monday being 0.
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_zero_offset()
    }

    /// How many days lie between two days, whichever is first.
    pub fn distance(self, other: Self) -> u32 {
        (self.0 - other.0).get_days().unsigned_abs()
    }

    /// How many days it lies after another; negative before it.
    pub fn days_since(self, other: Self) -> i32 {
        (self.0 - other.0).get_days()
    }

    /// The day so many days later, or earlier; nothing where the calendar ends.
    pub fn plus_days(self, days: i32) -> Option<Self> {
        self.0.checked_add(jiff::Span::new().days(days)).ok().map(Self)
    }

    /// The day in English by a `strftime` pattern, such as `%A %-d %B %Y`.
    pub fn format(self, pattern: &str) -> String {
        self.0.strftime(pattern).to_string()
    }

    /// The first moment of the day in a time zone.
    pub fn start(self, zone: &TimeZone) -> Option<Timestamp> {
        self.0.to_zoned(zone.clone()).ok().map(|start| start.timestamp())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A day, or a moment of it when the time was given too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day in the desk's time zone.
    pub day: Day,
    /// The exact time, if one was written with its offset.
    pub time: Option<Timestamp>,
}

impl Moment {
    /// Reads a day, or a time with its offset (`2011-07-18T18:00+02:00`), as seen in a time zone.
    pub fn parse(text: &str, zone: &TimeZone) -> Option<Self> {
        if let Some(day) = Day::parse(text) {
            return Some(Self { day, time: None });
        }
        let time: Timestamp = text.parse().ok()?;
        Some(Self { day: Day(time.to_zoned(zone.clone()).date()), time: Some(time) })
    }

    /// The moment itself, or the day's first.
    pub fn start(self, zone: &TimeZone) -> Option<Timestamp> {
        self.time.or_else(|| self.day.start(zone))
    }

    /// For feeds and `time` elements (RFC 3339): the time in UTC, or the day's start.
    pub fn rfc3339(self, zone: &TimeZone) -> String {
        self.start(zone).map_or_else(|| format!("{}T00:00:00Z", self.day), |time| time.to_string())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => time.fmt(f),
            None => self.day.fmt(f),
        }
    }
}

/// The build's clock: an input like any other, so that the same sources give the same bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock(pub Timestamp);

impl Clock {
    /// Reads `--at`: a day (its end in UTC), a time with offset, or seconds since 1970.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(day) = Day::parse(text) {
            let end = day.0.at(23, 59, 59, 0).to_zoned(TimeZone::UTC).ok()?;
            return Some(Self(end.timestamp()));
        }
        if let Ok(time) = text.parse::<Timestamp>() {
            return Some(Self(time));
        }
        text.parse::<i64>().ok().and_then(|seconds| Timestamp::from_second(seconds).ok()).map(Self)
    }

    /// The day that it is in a time zone.
    pub fn day(self, zone: &TimeZone) -> Day {
        let now: Zoned = self.0.to_zoned(zone.clone());
        Day(now.date())
    }
}
