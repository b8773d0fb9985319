use serde::Serialize;

use super::chrome::Chrome;
use super::words::dir_of;
use super::{
    BlockView, Data, DateView, Drawn, EditionMapView, ItemView, LossTableView, NoteView, OpenView,
    RefView, SinceView, Source, SumView, losses, map, says, since,
};
use crate::base::{Day, Moment, Spotted};
use crate::desk::losses::Owner;
use crate::desk::{CardId, EntryId, Thing};
use crate::model::{Briefing, EntryKind, Name};

/// An edition shows so many disputes beside its items.
const DISPUTES: usize = 8;
/// And so many figures.
const FIGURES: usize = 12;
/// And so many open questions.
const OPEN: usize = 6;

/// An edition: a briefing, or the latest day where there is none. The home page is the latest.
#[derive(Debug, Serialize)]
pub struct EditionView {
    /// The headline that says the day's state.
    pub title: String,
    /// BCP 47.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The day it is for.
    pub date: DateView,
    /// The edition's own page, after `root`; the day's page where there is no briefing.
    pub path: String,
    /// Whether it is a briefing of the desk.
    pub briefing: bool,
    /// The edition's number.
    pub number: Option<String>,
    /// Until when reports were taken in.
    pub cut_off: Option<DateView>,
    /// At most seven sentences.
    pub takeaways: Vec<String>,
    /// The lead.
    pub text: Vec<BlockView>,
    /// The edition's articles by topic.
    pub groups: Vec<GroupView>,
    /// The places of its articles, for the margin.
    pub map: Option<EditionMapView>,
    /// Figures of its articles by event.
    pub losses: Vec<LossTableView>,
    /// How many figures are not shown.
    pub more_losses: usize,
    /// What its articles claim and deny and what is not settled.
    pub open: Vec<OpenView>,
    /// How many articles.
    pub items: usize,
    /// Minutes to read them.
    pub minutes: usize,
    /// How topics stand.
    pub trend: Vec<StandingView>,
    /// What may come.
    pub alerts: Vec<StandingView>,
    /// What to look out for.
    pub outlook: Option<String>,
    /// The desk's notes of the day.
    pub notes: Vec<NoteView>,
    /// The edition before, or the day before.
    pub previous: Option<RefView>,
    /// The edition after, or the day after.
    pub next: Option<RefView>,
    /// When it was released: from then on its text stays as it is.
    pub released: Option<DateView>,
    /// What became of it since then.
    pub since_release: Option<SinceView>,
    /// What the edition brings, compared with the one before it.
    pub brings: Option<SinceView>,
    /// Figures that the desk itself adds up.
    pub sums: Vec<SumView>,
    /// On the home page, days since the edition that have items.
    pub since: Vec<RefView>,
    /// On the home page, all topics.
    pub topics: Vec<RefView>,
    /// Pages that cite it.
    pub cited_by: Vec<RefView>,
}

/// Articles of one topic.
#[derive(Debug, Serialize)]
pub struct GroupView {
    /// The topic.
    pub topic: Option<RefView>,
    /// Its articles.
    pub items: Vec<ItemView>,
}

/// What an edition says of a topic in one word.
#[derive(Debug, Serialize)]
pub struct StandingView {
    /// The topic.
    pub topic: Option<RefView>,
    /// `deteriorated`, `risk` and so on.
    pub word: String,
}

/// The home page: the latest edition, or the latest day.
pub fn home(source: Source<'_>, root: &str) -> Drawn {
    let latest_day = source.desk.days.keys().next_back().copied();
    let mut view = match (source.desk.briefings.first(), latest_day) {
        (Some(id), _) => whole(source, *id, root),
        (None, Some(day)) => {
            with_ledgers(source, &of_that_day(source, day), of_day(source, day, root))
        }
        (None, None) => empty(source),
    };
    let edition_day = view.date.machine.get(..10).and_then(Day::parse);
    let later = source.desk.days.iter().rev().take_while(|(day, _)| Some(**day) > edition_day);
    let later = later.filter(|(_, shelf)| !shelf.articles.is_empty());
    view.since = later.filter_map(|(day, _)| source.thing_ref(Thing::Day(*day))).take(14).collect();
    let topics = source
        .desk
        .entries
        .of_kind(EntryKind::Topic)
        .filter(|(_, topic)| !topic.articles.is_empty());
    view.topics = topics.map(|(id, _)| source.entry_ref(id)).collect();
    let title = source.site.title.clone();
    let about = source.site.description.clone().or_else(|| view.takeaways.first().cloned());
    let chrome = Chrome {
        feed: Some(source.addresses.at("feed.xml")),
        text: source.desk.briefings.first().map(|id| source.addresses.text_of(*id)),
        ..Chrome::new("home", title).about(about)
    };
    (chrome, Data::Edition { edition: Box::new(view) })
}

/// An edition's own page.
pub fn briefing(source: Source<'_>, id: CardId, root: &str) -> Drawn {
    let view = whole(source, id, root);
    let about =
        view.takeaways.first().cloned().or_else(|| Some(source.desk.card(id).text.lead.clone()));
    let chrome = Chrome {
        lang: source.foreign(id),
        feed: Some(source.addresses.at("feed.xml")),
        text: Some(source.addresses.text_of(id)),
        ..Chrome::new("briefing", view.title.clone()).about(about.filter(|lead| !lead.is_empty()))
    };
    (chrome, Data::Edition { edition: Box::new(view) })
}

/// The edition that a briefing is.
pub fn of_briefing(source: Source<'_>, id: CardId, root: &str) -> EditionView {
    let Some(briefing) = source.desk.card(id).briefing() else { return empty(source) };
    let items = source.desk.items_of(id);
    let at = source.desk.briefings.iter().position(|other| *other == id);
    let near = |step: isize| {
        let at = at?.checked_add_signed(step)?;
        source.desk.briefings.get(at).map(|id| source.card_ref(*id))
    };
    EditionView {
        title: briefing.title.clone(),
        lang: source.lang_of(id).to_owned(),
        dir: dir_of(source.lang_of(id)),
        path: source.addresses.href(&source.addresses.card(id)),
        briefing: true,
        number: briefing.number.clone(),
        cut_off: briefing.cut_off.map(|time| source.date(time)),
        takeaways: briefing.takeaways.clone(),
        text: source.bodies.blocks(id, root, None),
        trend: standing(source, &briefing.trend),
        alerts: standing(source, &briefing.alerts),
        outlook: briefing.outlook.clone(),
        released: released(source, id),
        since_release: source.desk.since_release(id).map(|since| since::since(source, &since)),
        brings: source.desk.since_before(id).map(|since| since::since(source, &since)),
        sums: sums(source, id),
        previous: near(1),
        next: near(-1),
        cited_by: source.cited_by(Thing::Card(id)),
        ..frame(source, briefing_date(source, briefing), briefing.date.day, &items, root)
    }
}

/// When an edition was released, as its lock says.
fn released(source: Source<'_>, id: CardId) -> Option<DateView> {
    let released = &source.desk.lock_of(id)?.released;
    Moment::parse(released, &source.settings.zone).map(|moment| source.date(moment))
}

/// An edition with its map and ledgers, as readers see it.
fn whole(source: Source<'_>, id: CardId, root: &str) -> EditionView {
    let source = Source { edition: Some(id), ..source };
    let view = with_ledgers(source, &source.desk.items_of(id), of_briefing(source, id, root));
    EditionView { map: map::of_edition(source, id), ..view }
}

/// Adds what the articles dispute, count and leave open.
fn with_ledgers(source: Source<'_>, items: &[CardId], mut view: EditionView) -> EditionView {
    let desk = source.desk;
    let items: Vec<CardId> = by_topic(source, items)
        .into_iter()
        .flat_map(|(_, items)| items)
        .map(|(_, id)| id)
        .collect();
    let claims: Vec<_> = items.iter().map(|id| says::of_article(source, *id)).collect();
    let shown = view.groups.iter_mut().flat_map(|group| &mut group.items);
    for (item, dispute) in shown.zip(says::disputes(source, &claims, DISPUTES)) {
        item.dispute = dispute;
    }
    let figures: Vec<_> = items
        .iter()
        .flat_map(|id| desk.losses.of_article(desk, *id))
        .map(|counted| counted.id)
        .collect();
    let newest = view.date.machine.get(..10).and_then(Day::parse);
    EditionView {
        losses: losses::tables(source, &figures[..figures.len().min(FIGURES)]),
        more_losses: figures.len().saturating_sub(FIGURES),
        open: says::open_questions(source, &claims.concat(), OPEN, newest),
        ..view
    }
}

/// The sums that an edition orders.
fn sums(source: Source<'_>, id: CardId) -> Vec<SumView> {
    let sums = source.desk.losses.sums.iter();
    let own = sums.filter(|sum| sum.owner == Owner::Briefing(id));
    own.map(|sum| losses::sum_view(source, sum)).collect()
}

fn briefing_date(source: Source<'_>, briefing: &Briefing) -> DateView {
    source.date(briefing.date)
}

fn of_that_day(source: Source<'_>, day: Day) -> Vec<CardId> {
    source.desk.days.get(&day).map(|shelf| shelf.articles.clone()).unwrap_or_default()
}

fn of_day(source: Source<'_>, day: Day, root: &str) -> EditionView {
    let items = of_that_day(source, day);
    let date = source.day_view(day);
    let before = source.desk.days.range(..day).next_back().map(|(day, _)| *day);
    EditionView {
        title: date.words.clone(),
        path: source.addresses.href(&source.addresses.day(day)),
        previous: before.and_then(|day| source.thing_ref(Thing::Day(day))),
        ..frame(source, date, day, &items, root)
    }
}

/// What editions of both kinds have.
fn frame(
    source: Source<'_>,
    date: DateView,
    day: Day,
    items: &[CardId],
    root: &str,
) -> EditionView {
    let words: usize = items
        .iter()
        .map(|id| source.desk.card(*id))
        .map(|card| card.text.lead.split_whitespace().count() + 40)
        .sum();
    EditionView {
        title: String::new(),
        lang: source.language().to_owned(),
        dir: dir_of(source.language()),
        date,
        path: String::new(),
        briefing: false,
        number: None,
        cut_off: None,
        takeaways: Vec::new(),
        text: Vec::new(),
        groups: groups(source, items, root),
        map: None,
        losses: Vec::new(),
        more_losses: 0,
        open: Vec::new(),
        items: items.len(),
        minutes: words.div_ceil(200).max(1),
        trend: Vec::new(),
        alerts: Vec::new(),
        outlook: None,
        notes: source.notes_on(Thing::Day(day), root),
        previous: None,
        next: None,
        released: None,
        since_release: None,
        brings: None,
        sums: Vec::new(),
        since: Vec::new(),
        topics: Vec::new(),
        cited_by: Vec::new(),
    }
}

/// A site without anything on it yet.
fn empty(source: Source<'_>) -> EditionView {
    let day = Day::EPOCH;
    EditionView {
        title: source.words.say("nothing-yet").to_owned(),
        ..frame(source, source.day_view(day), day, &[], "")
    }
}

/// Articles of one topic, each with its place among all.
type Group = (Option<EntryId>, Vec<(usize, CardId)>);

/// Articles by their first topic, in the order in which topics first come up.
fn by_topic(source: Source<'_>, items: &[CardId]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (at, id) in items.iter().enumerate() {
        let topic = source.desk.first_topic(*id);
        match groups.iter_mut().find(|(known, _)| *known == topic) {
            Some((_, items)) => items.push((at, *id)),
            None => groups.push((topic, vec![(at, *id)])),
        }
    }
    groups
}

/// The same for readers.
pub fn groups(source: Source<'_>, items: &[CardId], root: &str) -> Vec<GroupView> {
    let item = |(at, id)| source.item_with_notes(id, root, at);
    by_topic(source, items)
        .into_iter()
        .map(|(topic, items)| GroupView {
            topic: topic.map(|topic| source.entry_ref(topic)),
            items: items.into_iter().map(item).collect(),
        })
        .collect()
}

fn standing(source: Source<'_>, words: &[(Name, Spotted<String>)]) -> Vec<StandingView> {
    let standing = words.iter().map(|(topic, word)| StandingView {
        topic: source.refs(EntryKind::Topic, std::slice::from_ref(topic)).pop(),
        word: word.value.clone(),
    });
    standing.collect()
}
