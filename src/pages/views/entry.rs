use serde::Serialize;

use super::chrome::Chrome;
use super::claims::Stand;
use super::facts::{FactView, all_facts};
use super::map::map_in_words;
use super::says::Shown;
use super::{
    BlockView, Data, DateView, DayStripView, Drawn, EditionListView, EventRowView, LossTableView,
    MapWordsView, NoteView, OpenView, RefView, SaysView, SharedItem, SideView, SinceView, Source,
    losses, says, schema, sides, since, strip, timeline,
};
use crate::base::Day;
use crate::desk::{CardId, EntryId, Thing};
use crate::model::{EntryKind, Extra};
use crate::pages::Route;
use crate::pages::plan::{Month, WHOLE, month_of, months_of};
use crate::words::Fill;

/// A topic's page shows so many events.
const EVENTS: usize = 8;
/// And so many open questions.
const OPEN: usize = 10;
/// A page of an entry shows so many figures.
const FIGURES: usize = 24;
/// And a topic's, which shows the most besides, so many.
const EXTRACT: usize = 9;

/// The page of a topic, place, actor, person, source or event, or of one of its months.
#[derive(Debug, Serialize)]
pub struct EntryView {
    /// `topic`, `place`, `actor`, `person`, `source` or `event`.
    pub kind: &'static str,
    /// Its page, after `root`.
    pub path: String,
    /// The name that readers see.
    pub name: String,
    /// Language of the name, where it is not that of the page's tree.
    pub name_lang: Option<String>,
    /// Language of what else the desk has typed about it.
    pub lang: String,
    /// The name in its own language and script.
    pub native: Option<String>,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// A few words about it.
    pub summary: Option<String>,
    /// Whether the desk has registered it.
    pub registered: bool,
    /// What the registry says, as pairs of a label and words or links.
    pub facts: Vec<FactView>,
    /// The map and the map in words.
    pub map: Option<MapWordsView>,
    /// A topic's own text.
    pub text: Vec<BlockView>,
    /// What stands above it.
    pub parent: Option<RefView>,
    /// What stands below it.
    pub children: Vec<RefView>,
    /// The desk's notes on it.
    pub notes: Vec<NoteView>,
    /// What came in on a topic since an edition.
    pub since: Option<SinceView>,
    /// The last days of a topic.
    pub strip: Option<DayStripView>,
    /// Who is in a topic, by the party that each is with.
    pub sides: Vec<SideView>,
    /// The newest editions that a topic is in, each with how many of its articles.
    pub editions: Vec<EditionListView>,
    /// Events that a topic's articles name, newest first.
    pub timeline: Vec<EventRowView>,
    /// Who says what: on a topic, on an event, at a place; of somebody who speaks, what they say.
    pub says: Option<SaysView>,
    /// What is claimed and denied and not settled; on topics.
    pub open: Vec<OpenView>,
    /// Figures by event.
    pub losses: Vec<LossTableView>,
    /// How many figures are not shown.
    pub more_losses: usize,
    /// How many articles name it.
    pub items: usize,
    /// The articles shown here, by day, newest first.
    pub days: Vec<EntryDayView>,
    /// Its months, newest first, where it has pages for them.
    pub months: Vec<MonthLink>,
    /// On a month's page, that month.
    pub month: Option<String>,
    /// Pages that cite it.
    pub cited_by: Vec<RefView>,
    /// Whether it has feeds of its own.
    pub feeds: bool,
    /// Free keys.
    pub extra: Extra,
}

/// A day's articles.
#[derive(Debug, Serialize)]
pub struct EntryDayView {
    /// The day.
    pub date: DateView,
    /// The articles.
    pub items: Vec<SharedItem>,
}

/// An older month.
#[derive(Debug, Clone, Serialize)]
pub struct MonthLink {
    /// Its page, after `root`.
    pub path: String,
    /// `July 2011`
    pub name: String,
    /// How many articles.
    pub items: usize,
}

/// The view of an entry's page.
pub fn entry(source: Source<'_>, id: EntryId, root: &str) -> Drawn {
    let months = months_of(source.desk, id);
    let all = &source.desk.entries.get(id).articles;
    let parted = months.len() > 1 && (id.kind == EntryKind::Topic || all.len() > WHOLE);
    // A page never grows with the archive: where months have pages, only the newest is shown.
    let newest = months.first().map(|month| month.articles).unwrap_or_default();
    let shown = if parted { newest } else { all.as_slice() };
    let view = with_ledgers(source, id, whole(source, id, shown, root));
    chrome_of(source, id, view, None)
}

/// The view of an entry's month.
pub fn month(source: Source<'_>, id: EntryId, year: i16, month: i8) -> Drawn {
    let shown = month_of(source.desk, id, year, month);
    let name = source.month_name(year, month);
    let view = EntryView { month: Some(name.clone()), ..listed(source, id, shown) };
    chrome_of(source, id, view, Some(name))
}

fn chrome_of(source: Source<'_>, id: EntryId, view: EntryView, month: Option<String>) -> Drawn {
    let title = month.map_or_else(
        || view.name.clone(),
        |month| {
            let with = [("name", Fill::Text(&view.name)), ("month", Fill::Text(&month))];
            source.words.fill("name-month", &with)
        },
    );
    let topic = id.kind == EntryKind::Topic;
    let feed =
        topic.then(|| Route::new(format!("{}feed.xml", source.addresses.entry(id).as_str())));
    let schema = schema::entry(source, id).filter(|_| view.month.is_none());
    let about = view.summary.clone().or_else(|| {
        let with = [("name", Fill::Text(&view.name)), ("n", Fill::Number(view.items as u64))];
        (view.items > 0).then(|| source.words.fill("about-entry", &with))
    });
    let chrome = Chrome { feed, schema, ..Chrome::new(id.kind.word(), title).about(about) };
    (chrome, Data::Entry { entry: Box::new(view) })
}

/// What every page of an entry has: its names, and the articles shown on it.
fn listed(source: Source<'_>, id: EntryId, shown: &[CardId]) -> EntryView {
    let entry = source.desk.entries.get(id);
    let topic = entry.card.and_then(|card| source.desk.card(card).topic());
    let facts = entry.facts.as_ref();
    let aliases = topic.map(|topic| &topic.aliases).or(facts.map(|facts| &facts.aliases));
    let protected = entry.is_protected();
    EntryView {
        kind: id.kind.word(),
        path: source.addresses.href(&source.addresses.entry(id)),
        name: source.entry_name(id).to_owned(),
        name_lang: source.entry_lang(id),
        lang: match entry.card {
            Some(card) => source.lang_of(card).to_owned(),
            None => source.typed_lang().unwrap_or_else(|| source.language().to_owned()),
        },
        native: facts.and_then(|facts| facts.native.clone()).filter(|_| !protected),
        aliases: aliases
            .filter(|_| !protected)
            .map(|names| names.iter().map(|name| name.value.clone()).collect())
            .unwrap_or_default(),
        summary: topic
            .and_then(|topic| topic.summary.clone())
            .or_else(|| facts.and_then(|facts| facts.summary.clone())),
        registered: facts.is_some() || entry.card.is_some(),
        facts: Vec::new(),
        map: None,
        text: Vec::new(),
        parent: entry.parent.map(|parent| source.entry_ref(parent)),
        children: entry.children.iter().map(|child| source.entry_ref(*child)).collect(),
        notes: Vec::new(),
        since: None,
        strip: None,
        sides: Vec::new(),
        editions: Vec::new(),
        timeline: Vec::new(),
        says: None,
        open: Vec::new(),
        losses: Vec::new(),
        more_losses: 0,
        items: entry.articles.len(),
        days: by_day(source, shown),
        months: month_links(source, id),
        month: None,
        cited_by: Vec::new(),
        feeds: source.site.feeds && id.kind == EntryKind::Topic,
        extra: topic
            .map(|topic| topic.extra.clone())
            .or_else(|| facts.map(|facts| facts.extra.clone()))
            .unwrap_or_default(),
    }
}

/// What only its own page has, and not those of its months.
fn whole(source: Source<'_>, id: EntryId, shown: &[CardId], root: &str) -> EntryView {
    let card = source.desk.entries.get(id).card;
    EntryView {
        facts: all_facts(source, id),
        map: map_in_words(source, id),
        text: card.map(|card| source.bodies.blocks(card, root, None)).unwrap_or_default(),
        notes: source.notes_on(Thing::Entry(id), root),
        cited_by: source.cited_by(Thing::Entry(id)),
        ..listed(source, id, shown)
    }
}

/// Adds who says what, when, and how many; of a topic also what came in and what is open.
fn with_ledgers(source: Source<'_>, id: EntryId, view: EntryView) -> EntryView {
    let desk = source.desk;
    let (claims, figures) = (desk.claims.of(id), desk.losses.of(id));
    let event = (id.kind == EntryKind::Event).then_some(id);
    let shown = if says::by_party(id.kind) { Shown::GLANCE } else { Shown::SPEAKER };
    let most = if id.kind == EntryKind::Topic { EXTRACT } else { FIGURES };
    let view = EntryView {
        says: says::says(source, claims, Stand::ELSEWHERE, shown, event),
        losses: losses::tables(source, &figures[..figures.len().min(most)]),
        more_losses: figures.len().saturating_sub(most),
        ..view
    };
    if id.kind != EntryKind::Topic {
        return view;
    }
    let articles = &desk.entries.get(id).articles;
    let newest = articles.first().and_then(|id| desk.card(*id).date()).map(|date| date.day);
    let timeline = timeline::of_articles(source, articles, EVENTS);
    EntryView {
        since: desk.since_topic(id).map(|since| since::since(source, &since)),
        strip: newest.and_then(|newest| {
            strip::strip(source, &timeline, &figures[..figures.len().min(FIGURES)], newest)
        }),
        sides: sides::sides(source, id),
        editions: sides::editions(source, id),
        timeline,
        open: says::open_questions(source, claims, OPEN, newest),
        ..view
    }
}

fn by_day(source: Source<'_>, articles: &[CardId]) -> Vec<EntryDayView> {
    let mut days: Vec<(Day, Vec<SharedItem>)> = Vec::new();
    for id in articles {
        let Some(date) = source.desk.card(*id).date() else { continue };
        let item = source.shared_item(*id);
        match days.last_mut() {
            Some((day, items)) if *day == date.day => items.push(item),
            _ => days.push((date.day, vec![item])),
        }
    }
    days.into_iter()
        .map(|(day, items)| EntryDayView { date: source.day_view(day), items })
        .collect()
}

/// The months of an entry that have pages.
pub fn month_links(source: Source<'_>, id: EntryId) -> Vec<MonthLink> {
    let months = months_of(source.desk, id);
    let all = source.desk.entries.get(id).articles.len();
    if months.len() < 2 || !(id.kind == EntryKind::Topic || all > WHOLE) {
        return Vec::new();
    }
    let link = |month: &Month<'_>| MonthLink {
        path: source.addresses.href(&source.addresses.entry_month(id, month.year, month.month)),
        name: source.month_name(month.year, month.month),
        items: month.articles.len(),
    };
    months.iter().map(link).collect()
}
