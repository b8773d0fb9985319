//! All cards arranged into one index: what is published, who and what it names, which day and
//! topic it belongs to, where each link leads, what is near what.
//!
//! Sees cards only: bodies and files are closed to it.

mod answers;
mod backlinks;
mod broken;
pub mod claims;
mod days;
mod entries;
mod gate;
mod kept_back;
mod links;
pub mod losses;
mod names;
mod noted;
mod parties;
mod related;
mod since;
mod timeline;

pub use backlinks::Thing;
pub use broken::Broken;
pub use days::Shelf;
pub use entries::{DeskEntry, EntryId};
pub use gate::{Audience, Reason, Withheld};
pub use links::{Destination, Link};
pub use names::Registered;
pub use parties::{Party, Sign};
pub use related::Related;
pub use since::Since;
pub use timeline::Timeline;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::base::{Checked, Clock, Day, Diagnostic};
use crate::model::{Card, Entry, EntryKind, Front, Settings};
use entries::Entries;

/// Which card of a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardId(pub u32);

/// What arranging needs.
#[derive(Debug)]
pub struct Input<'a> {
    /// The desk's settings.
    pub settings: &'a Settings,
    /// The build's clock.
    pub clock: Clock,
    /// Who will look at it.
    pub audience: Audience,
    /// All cards, sorted by path.
    pub cards: Vec<Arc<Card>>,
    /// The registry.
    pub registry: Vec<(EntryKind, Arc<str>, Entry)>,
    /// Addresses of the static files and their sizes in bytes.
    pub statics: BTreeMap<String, u64>,
    /// What could not be read.
    pub broken: Broken,
}

/// The site, arranged. For readers it holds nothing that is not public but the reasons why things
/// are not.
#[derive(Debug)]
pub struct Desk {
    /// Public cards, sorted by path.
    pub cards: Vec<Arc<Card>>,
    /// Articles, newest first.
    pub articles: Vec<CardId>,
    /// Notes, newest first.
    pub notes: Vec<CardId>,
    /// Briefings, newest first.
    pub briefings: Vec<CardId>,
    /// Plain pages, the heavier first.
    pub pages: Vec<CardId>,
    /// Topics, places, actors, people, sources and events.
    pub entries: Entries,
    /// What happened on which day.
    pub days: BTreeMap<Day, Shelf>,
    /// Of each card, where its links lead.
    pub links: Vec<Vec<Link>>,
    /// Of each card, the entries that it names.
    pub named: Vec<BTreeSet<EntryId>>,
    /// Of each entry, the entries whose own fields name it.
    pub registered: Registered,
    /// What refers to a thing, newest first.
    pub cited_by: BTreeMap<Thing, Vec<CardId>>,
    /// Of each card, what it is near to.
    pub related: Vec<Vec<Related>>,
    /// Of each note, what it is on.
    pub noted: BTreeMap<Thing, Vec<CardId>>,
    /// Of each note, the things that it is on.
    pub things: BTreeMap<CardId, Vec<Thing>>,
    /// Claims of all articles: who answers whom, and what follows.
    pub claims: claims::Claims,
    /// Figures of all articles.
    pub losses: losses::Losses,
    /// Events in the order of time.
    pub timeline: Timeline,
    /// What is not published, and why.
    pub withheld: Vec<Withheld>,
    /// The cards that only the desk may see, and why. For readers there are none.
    pub stamped: BTreeMap<CardId, Reason>,
    /// Addresses of static files and their sizes.
    pub statics: BTreeMap<String, u64>,
    /// Of each card, its place in the list of articles.
    places: Vec<usize>,
    /// Articles by the slug of their name and of their title.
    article_names: HashMap<String, CardId>,
    /// Of each outlet that is not independent, the one that stands for all of its group.
    affiliations: BTreeMap<EntryId, EntryId>,
    /// The sides that the registry names, in its order.
    side_names: Vec<String>,
    /// What changed after it was published.
    news: since::News,
}

impl Desk {
    /// A card.
    pub fn card(&self, id: CardId) -> &Card {
        &self.cards[id.0 as usize]
    }

    /// Where an article stands in the list of articles, newest first.
    pub fn place_of(&self, id: CardId) -> Option<usize> {
        let place = *self.places.get(id.0 as usize)?;
        self.articles.get(place).filter(|found| **found == id).map(|_| place)
    }

    /// Where the links of a card lead.
    pub fn links_of(&self, id: CardId) -> &[Link] {
        &self.links[id.0 as usize]
    }

    /// The entries that a card names, of one kind.
    pub fn named_by(&self, id: CardId, kind: EntryKind) -> impl Iterator<Item = EntryId> + '_ {
        self.named[id.0 as usize].iter().copied().filter(move |entry| entry.kind == kind)
    }

    /// What a note is on.
    pub fn things_of(&self, note: CardId) -> &[Thing] {
        self.things.get(&note).map_or(&[], Vec::as_slice)
    }

    /// The notes on a thing, oldest first.
    pub fn notes_on(&self, thing: Thing) -> &[CardId] {
        self.noted.get(&thing).map_or(&[], Vec::as_slice)
    }
}

/// Arranges all cards. Complaints are about what lies between files; each file's own were made
/// when it was parsed.
pub fn arrange(input: Input<'_>) -> Checked<Desk> {
    let mut complaints: Vec<Diagnostic> = Vec::new();
    let gate::Parted { cards, withheld, stamped } =
        gate::part(input.cards, input.settings, input.clock, input.audience);
    let mut entries = Entries::new(input.registry, &cards, &mut complaints);
    let (named, registered) = names::named(&cards, &mut entries, &input.broken, &mut complaints);
    let index = links::Index::new(&cards, &withheld, &entries, &input.statics, &input.broken);
    let links = index.resolve_all(&mut complaints);
    let noted = index.notes(&mut complaints);
    answers::check(&cards, &index, &mut complaints);
    kept_back::names(&cards, &entries, &mut complaints);
    answers::events_to_come(&cards, &entries, &mut complaints);
    let article_names = index.article_names();
    drop(index);
    let named = names::with_links(named, &cards, &links);
    let mut desk = Desk {
        articles: newest_first(&cards, |front| matches!(front, Front::Article(_))),
        notes: newest_first(&cards, |front| matches!(front, Front::Note(_))),
        briefings: newest_first(&cards, |front| matches!(front, Front::Briefing(_))),
        pages: heaviest_first(&cards),
        cards,
        entries,
        days: BTreeMap::new(),
        links,
        named,
        registered,
        cited_by: BTreeMap::new(),
        related: Vec::new(),
        things: things(&noted),
        noted,
        claims: claims::Claims::default(),
        losses: losses::Losses::default(),
        timeline: Timeline::default(),
        withheld,
        stamped,
        statics: input.statics,
        places: Vec::new(),
        article_names,
        affiliations: BTreeMap::new(),
        side_names: Vec::new(),
        news: since::News::default(),
    };
    desk.places = positions(&desk);
    entries::fill(&mut desk);
    days::fill(&mut desk);
    backlinks::fill(&mut desk);
    desk.related = related::related(&desk);
    desk.side_names = parties::side_names(&desk);
    desk.affiliations = claims::affiliations(&desk);
    desk.claims = claims::arrange(&desk);
    desk.losses = losses::arrange(&desk);
    desk.losses.sums = losses::sums(&desk, &mut complaints);
    desk.timeline = timeline::arrange(&desk);
    desk.news = since::news(&desk);
    Checked::new(desk, complaints)
}

/// Of each note, the things that it is on.
fn things(noted: &BTreeMap<Thing, Vec<CardId>>) -> BTreeMap<CardId, Vec<Thing>> {
    let mut things: BTreeMap<CardId, Vec<Thing>> = BTreeMap::new();
    for (thing, notes) in noted {
        for note in notes {
            things.entry(*note).or_default().push(*thing);
        }
    }
    things
}

/// Where each article stands in the list of all articles, newest first.
fn positions(desk: &Desk) -> Vec<usize> {
    let mut places = vec![usize::MAX; desk.cards.len()];
    for (place, id) in desk.articles.iter().enumerate() {
        places[id.0 as usize] = place;
    }
    places
}

/// Newest first; on one day the heavier first, then by time, then by path.
fn newest_first(cards: &[Arc<Card>], of_kind: impl Fn(&Front) -> bool) -> Vec<CardId> {
    let mut ids: Vec<CardId> = (0..cards.len() as u32)
        .map(CardId)
        .filter(|id| of_kind(&cards[id.0 as usize].front))
        .collect();
    ids.sort_by_cached_key(|id| {
        let card = &cards[id.0 as usize];
        let date = card.date();
        let weight = card.article().map_or(0, |article| article.weight);
        (
            std::cmp::Reverse(date.map(|date| date.day)),
            std::cmp::Reverse(weight),
            std::cmp::Reverse(date.and_then(|date| date.time)),
            card.path.clone(),
        )
    });
    ids
}

fn heaviest_first(cards: &[Arc<Card>]) -> Vec<CardId> {
    let mut ids: Vec<CardId> = (0..cards.len() as u32)
        .map(CardId)
        .filter(|id| cards[id.0 as usize].page().is_some())
        .collect();
    ids.sort_by_cached_key(|id| {
        let card = &cards[id.0 as usize];
        (std::cmp::Reverse(card.page().map_or(0, |page| page.weight)), card.path.clone())
    });
    ids
}
