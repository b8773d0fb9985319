use serde::Serialize;

use super::chrome::Chrome;
use super::words::in_words;
use super::{Data, Drawn, MonthLink, RefView, Source};
use crate::base::Day;
use crate::desk::EntryId;
use crate::model::{EntryKind, Fields, When};
use crate::pages::shelves::event_months;
use crate::words::Fill;

/// Events in the order of time: of a month, with links to the others.
#[derive(Debug, Serialize)]
pub struct TimelineView {
    /// `July 2011`, or nothing where no event is dated.
    pub month: Option<String>,
    /// Months with events, newest first.
    pub months: Vec<MonthLink>,
    /// Events that may have begun in the month, by earliest start, then by latest end.
    pub events: Vec<EventRowView>,
    /// Events that began before it and had not ended.
    pub ongoing: Vec<EventRowView>,
    /// Events that may have happened in it, though they may have begun earlier.
    pub perhaps: Vec<EventRowView>,
    /// How many more events reach into the month.
    pub more: usize,
    /// Events of which no day is known; on the first page only.
    pub undated: Vec<EventRowView>,
}

/// An event in a timeline.
#[derive(Debug, Clone, Serialize)]
pub struct EventRowView {
    /// The event.
    pub event: RefView,
    /// When, in words.
    pub when: String,
    /// When, in EDTF; nothing where it is not known.
    pub edtf: Option<String>,
    /// The day for `datetime` attributes, where it is exactly one.
    pub machine: Option<String>,
    /// The source's own words for the time.
    pub phrase: Option<String>,
    /// Language of the summary and of the phrase, where it is not that of the page's tree.
    pub lang: Option<String>,
    /// Where.
    pub place: Option<RefView>,
    /// A few words about it.
    pub summary: Option<String>,
    /// The class of its line: `ag`, `cl`, `ds` or `un`.
    pub line: &'static str,
    /// The same in words.
    pub status: String,
    /// How many articles name it.
    pub items: usize,
    /// How many claims are about it.
    pub claims: usize,
    /// How many figures are about it.
    pub losses: usize,
    /// The span in which it may have happened, in days of the page's month.
    pub strip: Option<StripView>,
}

/// A stretch of a month.
#[derive(Debug, Clone, Serialize)]
pub struct StripView {
    /// How many days the month has.
    pub days: u32,
    /// Days of the month before the stretch.
    pub before: u32,
    /// Days of the stretch.
    pub length: u32,
    /// It lasted from the first to the last of these days; otherwise it happened on one of them.
    pub lasting: bool,
    /// The first day is only about right, or lies before the month.
    pub open_start: bool,
    /// The last day is only about right or not known, or lies after the month.
    pub open_end: bool,
}

/// The view of a month of the timeline; the newest where none is asked for.
pub fn timeline(source: Source<'_>, asked: Option<(i16, i8)>) -> Drawn {
    let timeline = &source.desk.timeline;
    let shelves = event_months(source.desk);
    let month = asked.or(shelves.newest());
    let events = month.and_then(|month| timeline.months.get(&month)).cloned().unwrap_or_default();
    let name = month.map(|(year, month)| super::words::month_of_year(source.words, year, month));
    let (mut going_on, mut perhaps) = month.map(|month| earlier(source, month)).unwrap_or_default();
    let more = going_on.len().saturating_sub(MOST) + perhaps.len().saturating_sub(MOST);
    for events in [&mut going_on, &mut perhaps] {
        events.drain(..events.len().saturating_sub(MOST));
    }
    let rows = |ids: Vec<EntryId>| ids.into_iter().map(|id| event_row(source, id, month)).collect();
    let view = TimelineView {
        month: name.clone(),
        months: source.month_links_of(&shelves),
        events: events.iter().map(|id| event_row(source, *id, month)).collect(),
        ongoing: rows(going_on),
        perhaps: rows(perhaps),
        more,
        undated: match asked {
            None => timeline.undated.iter().map(|id| event_row(source, *id, None)).collect(),
            Some(_) => Vec::new(),
        },
    };
    let title = match (asked, name) {
        (Some(_), Some(name)) => source.words.fill(
            "name-month",
            &[
                ("name", Fill::Text(source.words.say("timeline-title"))),
                ("month", Fill::Text(&name)),
            ],
        ),
        _ => source.words.say("timeline-title").to_owned(),
    };
    let about = source.words.say("about-timeline").to_owned();
    let chrome = Chrome::new("timeline", title).about(Some(about));
    (chrome, Data::Timeline { timeline: Box::new(view) })
}

/// Of events that began earlier, or may have, a month shows so many.
const MOST: usize = 20;

/// Events of earlier months that reach into this one: those that lasted, until their end or, where
/// that is not known, as long as reports still name them; and those that happened at some time, of
/// which this month is a part.
fn earlier(source: Source<'_>, month: (i16, i8)) -> (Vec<EntryId>, Vec<EntryId>) {
    let Some(first) = Day::new(month.0, month.1, 1) else { return Default::default() };
    let earlier = source.desk.timeline.months.range(..month).flat_map(|(_, events)| events);
    let reaches = |id: &&EntryId| {
        let end = source.desk.when(**id).and_then(When::latest);
        let named = source.desk.entries.get(**id).articles.first();
        let named = named.and_then(|id| source.desk.card(*id).date()).map(|date| date.day);
        end.or(named).is_some_and(|last| last >= first)
    };
    let lasted = |id: &EntryId| source.desk.when(*id).is_some_and(When::is_interval);
    earlier.filter(reaches).copied().partition(lasted)
}

/// An event's row; with a month, also its stretch of that month.
pub fn event_row(source: Source<'_>, id: EntryId, month: Option<(i16, i8)>) -> EventRowView {
    let entry = source.desk.entries.get(id);
    let facts = entry.facts.as_ref();
    let (when, place, phrase) = match facts.map(|facts| &facts.fields) {
        Some(Fields::Event { when, place, phrase, .. }) => {
            (when.as_ref(), place.as_ref(), phrase.clone())
        }
        _ => (None, None, None),
    };
    let (line, status) = source.line_of_event(id);
    let status = source.words.say(status).to_owned();
    EventRowView {
        event: source.entry_ref(id),
        when: when.map_or_else(
            || source.words.say("when-unknown-alone").to_owned(),
            |when| in_words(source.words, when),
        ),
        edtf: when.map(|when| when.text().to_owned()),
        machine: when
            .filter(|when| when.is_one_day())
            .and_then(When::earliest)
            // HTML knows no year before the first.
            .filter(|day| day.year() > 0)
            .map(|day| day.to_string()),
        phrase,
        lang: source.typed_lang(),
        place: place
            .and_then(|name| source.desk.entries.find(EntryKind::Place, &name.value))
            .map(|place| source.entry_ref(place)),
        summary: facts.and_then(|facts| facts.summary.clone()),
        line,
        status,
        items: entry.articles.len(),
        claims: source.desk.claims.of(id).len(),
        losses: source.desk.losses.of(id).len(),
        strip: month.zip(when).and_then(|(month, when)| strip(when, month)),
    }
}

/// The stretch of a month that an event may cover.
fn strip(when: &When, (year, month): (i16, i8)) -> Option<StripView> {
    let first = Day::new(year, month, 1)?;
    let days = i32::from(first.days_in_month());
    // Days of the month, counted from 0, that may lie outside of it.
    let from = when.earliest().map_or(-1, |day| day.days_since(first));
    let until = when.latest().map_or(days, |day| day.days_since(first));
    if from >= days || until < 0 {
        return None;
    }
    let (start, end) = (from.max(0), until.min(days - 1));
    Some(StripView {
        days: days as u32,
        before: start as u32,
        length: (end - start + 1) as u32,
        lasting: when.is_interval() || when.is_one_day(),
        open_start: from < 0 || when.start_is_unsure(),
        open_end: until >= days || when.end_is_unsure(),
    })
}

/// The events that some articles name, newest first; at most so many.
pub fn of_articles(
    source: Source<'_>,
    articles: &[crate::desk::CardId],
    most: usize,
) -> Vec<EventRowView> {
    let named = articles.iter().flat_map(|id| source.desk.named_by(*id, EntryKind::Event));
    let mut events: Vec<EntryId> = named.collect();
    events.sort();
    events.dedup();
    events.sort_by_cached_key(|id| source.desk.time_key(*id));
    events.iter().rev().take(most).map(|id| event_row(source, *id, None)).collect()
}
