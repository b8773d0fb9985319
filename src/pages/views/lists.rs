use serde::Serialize;

use super::chrome::Chrome;
use super::edition::groups;
use super::{
    Data, DateView, Drawn, GroupView, NoteView, RefView, SharedItem, SinceView, Source, since,
};
use crate::base::Day;
use crate::desk::{Shelf, Thing};
use crate::words::Fill;

/// A day's page.
#[derive(Debug, Serialize)]
pub struct DayView {
    /// The day.
    pub date: DateView,
    /// Editions of the day.
    pub briefings: Vec<RefView>,
    /// Its articles by topic.
    pub groups: Vec<GroupView>,
    /// How many articles.
    pub items: usize,
    /// What the day brings, compared with the last edition before it.
    pub brings: Option<SinceView>,
    /// Events that happened on the day, whenever they were learned.
    pub events: Vec<RefView>,
    /// Notes on the day.
    pub notes: Vec<NoteView>,
    /// Notes written on the day, on whatever.
    pub written: Vec<RefView>,
    /// Pages that cite the day.
    pub cited_by: Vec<RefView>,
    /// The month's page.
    pub month: RefView,
    /// The day before that has items.
    pub previous: Option<RefView>,
    /// The day after that has items.
    pub next: Option<RefView>,
}

/// A month's page.
#[derive(Debug, Serialize)]
pub struct MonthView {
    /// `July 2011`
    pub title: String,
    /// `2011-07`
    pub machine: String,
    /// Its days that have items, in order.
    pub days: Vec<DayListView>,
    /// The year's page.
    pub year: RefView,
    /// The month before that has items.
    pub previous: Option<RefView>,
    /// The month after that has items.
    pub next: Option<RefView>,
}

/// A day in a list.
#[derive(Debug, Serialize)]
pub struct DayListView {
    /// The day.
    pub date: DateView,
    /// Editions of the day.
    pub briefings: Vec<RefView>,
    /// Its articles.
    pub items: Vec<SharedItem>,
}

/// A year's page: a calendar of the number of our own items.
#[derive(Debug, Serialize)]
pub struct YearView {
    /// `2011`
    pub title: String,
    /// The same for machines.
    pub machine: String,
    /// How many articles.
    pub items: usize,
    /// Months that have items, in order.
    pub months: Vec<CalendarView>,
    /// All years that have items.
    pub years: Vec<RefView>,
    /// The year before that has items.
    pub previous: Option<RefView>,
    /// The year after that has items.
    pub next: Option<RefView>,
}

/// A month as a table of weeks, which begin on Monday.
#[derive(Debug, Serialize)]
pub struct CalendarView {
    /// Its page.
    pub month: RefView,
    /// How many articles.
    pub items: usize,
    /// Seven cells each; none where the month has no such day.
    pub weeks: Vec<Vec<Option<CellView>>>,
}

/// A day in a calendar.
#[derive(Debug, Clone, Serialize)]
pub struct CellView {
    /// The day of the month.
    pub day: i8,
    /// `Monday 18 July 2011`
    pub words: String,
    /// The day's page, if it has one.
    pub path: Option<String>,
    /// How many of our articles.
    pub items: usize,
}

/// All editions.
#[derive(Debug, Serialize)]
pub struct BriefingsView {
    /// Newest first, each with how many articles it lists.
    pub editions: Vec<EditionListView>,
}

/// An edition in a list.
#[derive(Debug, Serialize)]
pub struct EditionListView {
    /// Its page.
    pub edition: RefView,
    /// Its day.
    pub date: DateView,
    /// Its number.
    pub number: Option<String>,
    /// How many articles.
    pub items: usize,
}

/// All notes.
#[derive(Debug, Serialize)]
pub struct NotesView {
    /// Newest first.
    pub notes: Vec<NoteView>,
}

/// The view of a day's page.
pub fn day(source: Source<'_>, day: Day, root: &str) -> Drawn {
    let date = source.day_view(day);
    let empty = Shelf::default();
    let shelf = source.desk.days.get(&day).unwrap_or(&empty);
    let link = |day: Option<Day>| day.and_then(|day| source.thing_ref(Thing::Day(day)));
    let on_day = source.desk.notes_on(Thing::Day(day));
    let written = shelf.notes.iter().filter(|id| !on_day.contains(id));
    let about = about_reports(source, "about-day", shelf.articles.len(), &date.words);
    let chrome = Chrome::new("day", date.words.clone()).about(Some(about));
    let view = DayView {
        briefings: shelf.briefings.iter().map(|id| source.card_ref(*id)).collect(),
        groups: groups(source, &shelf.articles, root),
        items: shelf.articles.len(),
        brings: source.desk.since_day(day).map(|since| since::since(source, &since)),
        events: shelf.events.iter().map(|id| source.entry_ref(*id)).collect(),
        notes: source.notes_on(Thing::Day(day), root),
        written: written.map(|id| source.card_ref(*id)).collect(),
        cited_by: source.cited_by(Thing::Day(day)),
        month: month_ref(source, day.year(), day.month()),
        previous: link(source.desk.days.range(..day).next_back().map(|(day, _)| *day)),
        next: link(source.desk.days.range(day..).nth(1).map(|(day, _)| *day)),
        date,
    };
    (chrome, Data::Day { day: Box::new(view) })
}

/// `3 reports of July 2011`
fn about_reports(source: Source<'_>, word: &str, reports: usize, date: &str) -> String {
    let with = [("n", Fill::Number(reports as u64)), ("date", Fill::Text(date))];
    source.words.fill(word, &with)
}

fn month_ref(source: Source<'_>, year: i16, month: i8) -> RefView {
    let name = source.month_name(year, month);
    let path = source.addresses.href(&source.addresses.month(year, month));
    RefView { path, name, kind: "month", lang: None, date: None }
}

fn year_ref(source: Source<'_>, year: i16) -> RefView {
    let path = source.addresses.href(&source.addresses.year(year));
    RefView {
        path,
        name: source.words.digits(&format!("{year:04}")),
        kind: "year",
        lang: None,
        date: None,
    }
}

/// The days of a year, or of one of its months.
fn days_of(
    source: Source<'_>,
    year: i16,
    month: Option<i8>,
) -> impl Iterator<Item = (&Day, &Shelf)> {
    let first = Day::new(year, month.unwrap_or(1), 1).unwrap_or(Day::EPOCH);
    source.desk.days.range(first..).take_while(move |(day, _)| {
        day.year() == year && month.is_none_or(|month| day.month() == month)
    })
}

/// The view of a month's page.
pub fn month(source: Source<'_>, year: i16, month: i8) -> Drawn {
    let days = days_of(source, year, Some(month));
    let days: Vec<DayListView> = days
        .map(|(day, shelf)| DayListView {
            date: source.day_view(*day),
            briefings: shelf.briefings.iter().map(|id| source.card_ref(*id)).collect(),
            items: shelf.articles.iter().map(|id| source.shared_item(*id)).collect(),
        })
        .collect();
    let first = Day::new(year, month, 1).unwrap_or(Day::EPOCH);
    let last = Day::new(year, month, first.days_in_month()).unwrap_or(first);
    let link = |day: Option<Day>| day.map(|day| month_ref(source, day.year(), day.month()));
    let title = source.month_name(year, month);
    let items: usize = days.iter().map(|day| day.items.len()).sum();
    let chrome = Chrome::new("month", title.clone()).about(Some(about_reports(
        source,
        "about-by-day",
        items,
        &title,
    )));
    let view = MonthView {
        title,
        machine: format!("{year:04}-{month:02}"),
        days,
        year: year_ref(source, year),
        previous: link(source.desk.days.range(..first).next_back().map(|(day, _)| *day)),
        next: link(
            source.desk.days.range(last..).find(|(day, _)| **day > last).map(|(day, _)| *day),
        ),
    };
    (chrome, Data::Month { month: view })
}

/// The view of a year's page.
pub fn year(source: Source<'_>, year: i16) -> Drawn {
    let mut months: Vec<CalendarView> = Vec::new();
    for month in 1..=12 {
        if days_of(source, year, Some(month)).next().is_some() {
            months.push(calendar(source, year, month));
        }
    }
    let mut all: Vec<i16> = source.desk.days.keys().map(|day| day.year()).collect();
    all.dedup();
    let at = all.iter().position(|known| *known == year);
    let near =
        |at: Option<usize>| at.and_then(|at| all.get(at)).map(|year| year_ref(source, *year));
    let machine = format!("{year:04}");
    let title = source.words.digits(&machine);
    let items = months.iter().map(|month| month.items).sum();
    let chrome = Chrome::new("year", title.clone()).about(Some(about_reports(
        source,
        "about-by-day",
        items,
        &title,
    )));
    let view = YearView {
        title,
        machine,
        items,
        months,
        years: source.site.years.clone(),
        previous: near(at.and_then(|at| at.checked_sub(1))),
        next: near(at.map(|at| at + 1)),
    };
    (chrome, Data::Year { year: view })
}

fn calendar(source: Source<'_>, year: i16, month: i8) -> CalendarView {
    let mut weeks: Vec<Vec<Option<CellView>>> = Vec::new();
    let mut items = 0;
    let first = Day::new(year, month, 1).unwrap_or(Day::EPOCH);
    let mut week: Vec<Option<CellView>> = vec![None; first.weekday() as usize];
    for number in 1..=first.days_in_month() {
        let Some(day) = Day::new(year, month, number) else { continue };
        let view = source.day_view(day);
        let count = source.desk.days.get(&day).map_or(0, |shelf| shelf.articles.len());
        items += count;
        week.push(Some(CellView { day: number, words: view.words, path: view.path, items: count }));
        if week.len() == 7 {
            weeks.push(std::mem::take(&mut week));
        }
    }
    if !week.is_empty() {
        week.resize(7, None);
        weeks.push(week);
    }
    CalendarView { month: month_ref(source, year, month), items, weeks }
}

/// The view of the list of all editions.
pub fn briefings(source: Source<'_>) -> Drawn {
    let editions = source.desk.briefings.iter().filter_map(|id| {
        let briefing = source.desk.card(*id).briefing()?;
        Some(EditionListView {
            edition: source.card_ref(*id),
            date: source.date(briefing.date),
            number: briefing.number.clone(),
            items: source.desk.items_of(*id).len(),
        })
    });
    let view = BriefingsView { editions: editions.collect() };
    let chrome = Chrome::new("briefings", source.words.say("menu-briefings"))
        .about(Some(source.words.say("about-briefings").to_owned()));
    (chrome, Data::Briefings { briefings: view })
}

/// The view of the list of all notes.
pub fn notes(source: Source<'_>, root: &str) -> Drawn {
    let notes = source.desk.notes.iter().enumerate();
    let notes = notes.filter_map(|(at, id)| source.note(*id, root, Some(&format!("n{}-", at + 1))));
    let view = NotesView { notes: notes.collect() };
    let chrome = Chrome::new("notes", source.words.say("notes-title"))
        .about(Some(source.words.say("about-notes").to_owned()));
    (chrome, Data::Notes { notes: view })
}

/// The view of the page for what is not found.
pub fn not_found(source: Source<'_>) -> Drawn {
    let latest = source.desk.briefings.first().or(source.desk.articles.first());
    let latest = latest.map(|id| source.card_ref(*id)).into_iter().collect();
    // A host shows this page at any depth: only there does it need to know where the site stands.
    let path = source
        .settings
        .base_url
        .as_ref()
        .and_then(|url| url::Url::parse(url).ok())
        .map(|url| format!("{}{}", url.path(), source.desk.tree));
    let base = path.filter(|_| !source.addresses.portable);
    (Chrome::new("not-found", source.words.say("not-found")), Data::NotFound { latest, base })
}
