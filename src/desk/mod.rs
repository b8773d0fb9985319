//! All cards arranged into one index: what is published, who and what it names, which day and
//! topic it belongs to, where each link leads, what is near what.
//!
//! Sees cards only: bodies and files are closed to it.

mod answers;
mod backlinks;
mod before;
mod broken;
mod called;
pub mod claims;
mod corrections;
mod days;
pub mod editions;
mod entries;
mod gate;
mod kept_back;
mod ledgers;
mod links;
mod looked;
pub mod losses;
mod names;
mod noted;
mod order;
mod parties;
mod related;
mod since;
mod timeline;
mod tongues;

pub use backlinks::Thing;
pub use broken::Broken;
pub use corrections::{Corrected, Tombstone};
pub use days::Shelf;
pub use entries::{DeskEntry, EntryId};
pub use gate::{Audience, Reason, Withheld};
pub use links::{Destination, Link};
pub use names::{Named, Registered};
pub use parties::{Party, Sign};
pub use related::Related;
pub use since::Since;
pub use timeline::Timeline;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::base::{Checked, Clock, Day};
use crate::model::{Asset, Card, Entry, EntryKind, Settings};
use before::Earlier;
use called::CardNames;
use entries::Entries;
use looked::Looked;
use names::Naming;
use tongues::Instead;

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
    /// The language of the tree that is arranged.
    pub language: &'a str,
    /// All cards, sorted by path.
    pub cards: &'a [Arc<Card>],
    /// The registry.
    pub registry: Arc<Registry>,
    /// Addresses of the static files and their sizes.
    pub statics: Arc<BTreeMap<String, Asset>>,
    /// What could not be read.
    pub broken: Arc<Broken>,
    /// Editions that were released, the oldest first.
    pub locks: Arc<editions::Locks>,
    /// An earlier desk of the same settings, clock and audience: what is the same is shared with
    /// it. It changes how long arranging takes and nothing else.
    pub before: Option<&'a Desk>,
}

/// The registry's entries, each with the file that it stands in.
pub type Registry = Vec<(EntryKind, Arc<str>, Entry)>;

/// The site, arranged. For readers it holds nothing that is not public but the reasons why things
/// are not.
#[derive(Debug)]
pub struct Desk {
    /// The language of the tree that it is.
    pub language: String,
    /// The folder of its addresses: nothing, or `ar/`.
    pub tree: String,
    /// The folders of all trees but the first.
    pub trees: Vec<String>,
    /// Public cards, sorted by path; of translations of one text, the one that this tree shows.
    pub cards: Vec<Arc<Card>>,
    /// Articles, newest first.
    pub articles: Arc<Vec<CardId>>,
    /// Notes, newest first.
    pub notes: Arc<Vec<CardId>>,
    /// Briefings, newest first.
    pub briefings: Arc<Vec<CardId>>,
    /// Plain pages, the heavier first.
    pub pages: Arc<Vec<CardId>>,
    /// Topics, places, actors, people, sources and events.
    pub entries: Arc<Entries>,
    /// What happened on which day.
    pub days: Arc<BTreeMap<Day, Shelf>>,
    /// Of each card, the entries that it names.
    pub named: Vec<Named>,
    /// What refers to a thing, newest first.
    pub cited_by: Arc<BTreeMap<Thing, Vec<CardId>>>,
    /// Of each card, what it is near to.
    pub related: Arc<Vec<Vec<Related>>>,
    /// Of each note, what it is on.
    pub noted: BTreeMap<Thing, Vec<CardId>>,
    /// Of each note, the things that it is on.
    pub things: BTreeMap<CardId, Vec<Thing>>,
    /// Claims of all articles: who answers whom, and what follows.
    pub claims: Arc<claims::Claims>,
    /// Figures of all articles.
    pub losses: Arc<losses::Losses>,
    /// Events in the order of time.
    pub timeline: Arc<Timeline>,
    /// What is not published, and why.
    pub withheld: Vec<Withheld>,
    /// The cards that only the desk may see, and why. For readers there are none.
    pub stamped: BTreeMap<CardId, Reason>,
    /// Addresses of static files and their sizes.
    pub statics: Arc<BTreeMap<String, Asset>>,
    /// Editions that were released, the oldest first.
    pub locks: Arc<editions::Locks>,
    /// What was put right, newest first.
    pub corrections: Vec<Corrected>,
    /// What was withdrawn with a reason.
    pub tombstones: Vec<Tombstone>,
    /// The desk's time zone.
    zone: TimeZone,
    /// The briefings among them that this tree shows.
    pub released: editions::Released,
    /// Of each card, what its words and keys lead to.
    looked: Vec<Arc<Looked>>,
    /// Of each card, its place in the list of articles.
    places: Arc<Vec<usize>>,
    /// What cards are called.
    called: CardNames,
    // What went in, for the desk after this one.
    instead: Instead,
    naming: Arc<Naming>,
    registry: Arc<Registry>,
    broken: Arc<Broken>,
    /// Of each outlet that is not independent, the one that stands for all of its group.
    affiliations: Arc<BTreeMap<EntryId, EntryId>>,
    /// The sides that the registry names, in its order.
    side_names: Arc<Vec<String>>,
    /// Sides and actors that always have the same mark, by its number.
    pins: Vec<(String, usize)>,
    /// What changed after it was published.
    news: Arc<since::News>,
}

impl Desk {
    /// A card.
    pub fn card(&self, id: CardId) -> &Card {
        &self.cards[id.0 as usize]
    }

    /// Whether this was arranged of the same registry, files and broken files.
    pub fn is_of(
        &self,
        registry: &Arc<Registry>,
        statics: &Arc<BTreeMap<String, Asset>>,
        broken: &Arc<Broken>,
    ) -> bool {
        Arc::ptr_eq(&self.registry, registry)
            && (Arc::ptr_eq(&self.statics, statics) || self.statics == *statics)
            && (Arc::ptr_eq(&self.broken, broken) || self.broken == *broken)
    }

    /// Where an article stands in the list of articles, newest first.
    pub fn place_of(&self, id: CardId) -> Option<usize> {
        let place = *self.places.get(id.0 as usize)?;
        self.articles.get(place).filter(|found| **found == id).map(|_| place)
    }

    /// Where the links of a card lead.
    pub fn links_of(&self, id: CardId) -> &[Link] {
        &self.looked[id.0 as usize].links
    }

    /// The names of other cards that a card asks for, as keys.
    fn asks_of(&self, id: CardId) -> &[u64] {
        &self.looked[id.0 as usize].asks
    }

    /// The entries that a card names, of one kind.
    pub fn named_by(&self, id: CardId, kind: EntryKind) -> impl Iterator<Item = EntryId> + '_ {
        self.named[id.0 as usize].iter().copied().filter(move |entry| entry.kind == kind)
    }

    /// Of each entry, the entries whose own fields name it.
    pub fn registered(&self) -> &Registered {
        &self.naming.registered
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
    let Input { cards, settings, clock, audience, before, .. } = input;
    let mut parted = gate::part(cards, settings, clock, audience, before);
    let mut complaints = Vec::new();
    let instead = tongues::choose(&mut parted, input.settings, input.language, &mut complaints);
    let gate::Parted { cards, withheld, stamped } = parted;
    let earlier = Earlier::of(&input, &cards, &withheld);
    let earlier = earlier.filter(|earlier| earlier.before.instead == instead);
    let naming = names::naming(&cards, &input.registry, &input.broken, earlier.as_ref());
    complaints.extend(naming.complaints.iter().cloned());
    let earlier = earlier.filter(|earlier| naming.leads_as(&earlier.before.naming));
    let called = CardNames::new(&cards, earlier.as_ref());
    let (statics, broken) = (&*input.statics, &*input.broken);
    let index =
        links::Index::new(&cards, &called, &withheld, &naming.entries, (statics, broken), &instead);
    let looked = looked::look_up(&index, earlier.as_ref(), &mut complaints);
    let noted = index.notes(earlier.as_ref(), &mut complaints);
    complaints.extend(kept_back::in_registry(&naming.entries));
    drop(index);
    let mut desk = Desk {
        language: input.language.to_owned(),
        tree: input.settings.tree_of(input.language),
        trees: input.settings.languages.iter().skip(1).map(|l| input.settings.tree_of(l)).collect(),
        articles: Arc::default(),
        notes: Arc::default(),
        briefings: Arc::default(),
        pages: Arc::default(),
        entries: Arc::default(),
        days: Arc::default(),
        named: order::named(&cards, &naming, &looked, earlier.as_ref()),
        cited_by: Arc::default(),
        related: Arc::default(),
        things: order::things(&noted),
        noted,
        claims: Arc::default(),
        losses: Arc::default(),
        timeline: Arc::default(),
        tombstones: {
            let of = |withheld: &Withheld| Tombstone::of(withheld, clock, &settings.zone);
            withheld.iter().filter_map(of).collect()
        },
        withheld,
        stamped,
        statics: input.statics,
        locks: input.locks,
        corrections: Vec::new(),
        zone: settings.zone.clone(),
        released: BTreeMap::new(),
        looked,
        places: Arc::default(),
        called,
        instead,
        naming,
        registry: input.registry,
        broken: input.broken,
        affiliations: Arc::default(),
        side_names: Arc::default(),
        pins: Vec::new(),
        news: Arc::default(),
        cards,
    };
    order::order(&mut desk, earlier.as_ref());
    parties::pin(&mut desk, input.settings, &mut complaints);
    desk.corrections = corrections::corrections(&desk, &mut complaints);
    desk.released = editions::released(&desk, input.settings, &mut complaints);
    order::connect(&mut desk, earlier.as_ref());
    ledgers::fill(&mut desk, earlier.as_ref(), &mut complaints);
    Checked::new(desk, complaints)
}
