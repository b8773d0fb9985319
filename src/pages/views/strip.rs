//! The last days of a topic side by side: what fell on them, and how exactly that is known.

use serde::Serialize;

use super::claims::Stand;
use super::figures::{FigureViews, side_view};
use super::losses::range;
use super::words::in_words;
use super::{DateView, EventRowView, RefView, Source};
use crate::base::Day;
use crate::desk::CardId;
use crate::desk::claims::independence;
use crate::desk::losses::{Cell, LossId};
use crate::model::{LossMetric, When};

/// So many days side by side.
const DAYS: i32 = 7;

/// So many events, and so many figures.
const ROWS: usize = 4;

/// The last days of a topic.
#[derive(Debug, Serialize)]
pub struct DayStripView {
    /// The days, in order.
    pub days: Vec<DateView>,
    /// What fell on them: events, then figures, each by its first day.
    pub rows: Vec<StripRowView>,
}

/// An event or a figure, and the days that it may be of.
#[derive(Debug, Serialize)]
pub struct StripRowView {
    /// The event, if it is one.
    pub event: Option<RefView>,
    /// Whose losses, if it is a figure.
    pub side: Option<RefView>,
    /// The class of their mark.
    pub sign: &'static str,
    /// `killed`, `injured` and so on; empty for an event.
    pub metric: &'static str,
    /// The numbers given, as links to where they stand.
    pub numbers: Vec<RefView>,
    /// The class of its line: `ag`, `cl`, `ds` or `un`.
    pub line: &'static str,
    /// The same in words.
    pub status: String,
    /// When, in words.
    pub when: String,
    /// Days of the strip before it.
    pub before: u32,
    /// Days of the strip that it may be of.
    pub length: u32,
    /// Days of the strip after it.
    pub after: u32,
    /// The first day is only about right, or lies before the strip.
    pub open_start: bool,
    /// The last day is only about right or not known, or lies after the strip.
    pub open_end: bool,
}

/// The last days on which events and figures of a topic fall, up to its newest report. Nothing where there is but one of
/// them: its date in words says the same.
pub fn strip(
    source: Source<'_>,
    events: &[EventRowView],
    figures: &[LossId],
    newest: Day,
) -> Option<DayStripView> {
    let events =
        events.iter().filter_map(|event| Some((When::parse(event.edtf.as_ref()?)?, event)));
    let events: Vec<(When, &EventRowView)> = events.collect();
    let figures = source.desk.rows(figures).into_iter();
    let figures =
        figures.filter_map(|(key, cells)| Some((When::parse(&key.window)?, (key.metric, cells))));
    let figures: Vec<(When, (LossMetric, Vec<Cell>))> = figures.collect();
    let whens = events.iter().map(|(when, _)| when).chain(figures.iter().map(|(when, _)| when));
    // The strip ends with the last day that something fell on, as far as reports reach: what is to
    // come, or lasts for years, does not take it along.
    let last = whens.clone().filter_map(|when| ends(when, newest)).max()?;
    let on_strip = |day: &Day| (0..DAYS).contains(&last.days_since(*day));
    let first = whens.filter_map(When::earliest).filter(on_strip).min();
    let first = first.or_else(|| last.plus_days(1 - DAYS))?;
    let days = last.days_since(first) + 1;
    let mut shown: Vec<StripRowView> =
        latest(events, first, days).map(|(_, place, event)| of_event(event, place)).collect();
    let figures = latest(figures, first, days).filter_map(|(when, place, (metric, cells))| {
        of_figures(source, metric, &cells, &when, place)
    });
    shown.extend(figures);
    let day = |n| first.plus_days(n).map(|day| source.day_view(day));
    (shown.len() > 1 && days > 1)
        .then(|| DayStripView { days: (0..days).filter_map(day).collect(), rows: shown })
}

/// The last day that something may be of, no later than a day; of what has no known end, its first.
/// Nothing for what begins after that day.
fn ends(when: &When, newest: Day) -> Option<Day> {
    let first = when.earliest();
    if first.is_some_and(|first| first > newest) {
        return None;
    }
    when.latest().map(|last| last.min(newest)).or(first)
}

/// The things that fall on a strip; of many the last ones, by their first day.
fn latest<T>(
    things: Vec<(When, T)>,
    first: Day,
    days: i32,
) -> impl Iterator<Item = (When, Place, T)> {
    let placed = things.into_iter().filter_map(|(when, thing)| {
        let place = place(&when, first, days)?;
        Some((when, place, thing))
    });
    let mut placed: Vec<(When, Place, T)> = placed.collect();
    placed.sort_by_key(|(when, ..)| when.order());
    let skip = placed.len().saturating_sub(ROWS);
    placed.into_iter().skip(skip)
}

/// Where on the strip something stands: days before, of and after it, and whether its ends are open.
struct Place {
    before: u32,
    length: u32,
    after: u32,
    open_start: bool,
    open_end: bool,
}

fn place(when: &When, first: Day, days: i32) -> Option<Place> {
    let from = when.earliest().map_or(-1, |day| day.days_since(first));
    let until = when.latest().map_or(days, |day| day.days_since(first));
    if from >= days || until < 0 {
        return None;
    }
    let (start, end) = (from.max(0), until.min(days - 1));
    let days_of = |n: i32| n.max(0).unsigned_abs();
    Some(Place {
        before: days_of(start),
        length: days_of(end - start + 1),
        after: days_of(days - 1 - end),
        open_start: from < 0 || when.start_is_unsure(),
        open_end: until >= days || when.end_is_unsure(),
    })
}

fn of_event(event: &EventRowView, place: Place) -> StripRowView {
    let Place { before, length, after, open_start, open_end } = place;
    StripRowView {
        event: Some(event.event.clone()),
        side: None,
        sign: "",
        metric: "",
        numbers: Vec::new(),
        line: event.line,
        status: event.status.clone(),
        when: event.when.clone(),
        before,
        length,
        after,
        open_start,
        open_end,
    }
}

/// The figures for one thing. Those that differ are two accounts of it.
fn of_figures(
    source: Source<'_>,
    metric: LossMetric,
    cells: &[Cell],
    when: &When,
    place: Place,
) -> Option<StripRowView> {
    let Place { before, length, after, open_start, open_end } = place;
    let counted = source.desk.losses.get(cells.first()?.id)?;
    let (side, sign) = side_view(source, counted);
    let reports: Vec<CardId> = cells.iter().map(|cell| cell.id.card).collect();
    let (line, status) = match (range(source, cells), independence(source.desk, &reports).sources) {
        (Some(_), _) => ("ds", "status-disputed"),
        (None, 0 | 1) => ("cl", "status-one"),
        (None, _) => ("ag", "status-several"),
    };
    let views = FigureViews::new(source, Stand::ELSEWHERE);
    let mut numbers: Vec<RefView> = Vec::new();
    for figure in cells.iter().filter_map(|cell| views.figure(cell.id, &cell.count, false)) {
        // The ledger tells the same number of several apart.
        if numbers.iter().all(|known| known.name != figure.number) {
            let (path, name) = (figure.path, figure.number);
            numbers.push(RefView { path, name, ..figure.article });
        }
    }
    Some(StripRowView {
        event: None,
        side: Some(side),
        sign,
        metric: metric.word(),
        numbers,
        line,
        status: source.words.say(status).to_owned(),
        when: in_words(source.words, when),
        before,
        length,
        after,
        open_start,
        open_end,
    })
}
