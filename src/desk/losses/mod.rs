//! Figures of all reports: whose, by whom, of which time. They are listed, never added.

mod apart;
mod sum;

pub use sum::{Owner, Summed, Total};

use std::collections::{BTreeMap, HashMap};

use super::claims::place_of;
use super::{CardId, Desk, EntryId};
use crate::base::{Day, Diagnostic};
use crate::model::{Count, EntryKind, Loss, LossMetric};

/// Which figure: of which article, and which of its figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LossId {
    /// The article.
    pub card: CardId,
    /// Its place among the article's figures.
    pub at: u32,
}

/// Whose losses are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// A party.
    Actor(EntryId),
    /// Both parties together.
    Both,
    /// People who fight for nobody.
    Civilians,
}

/// Whose losses a speaker speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Their own side's.
    Own,
    /// The other side's.
    Enemy,
    /// Both, while being one of them.
    OwnAndEnemy,
    /// Somebody else's, or said by somebody who is no party to it.
    ThirdParty,
}

impl Direction {
    /// The word for data and templates.
    pub fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Enemy => "enemy",
            Self::OwnAndEnemy => "own and enemy",
            Self::ThirdParty => "third party",
        }
    }
}

/// What the desk works out of a figure.
#[derive(Debug, Clone)]
pub struct Counted {
    /// Which figure.
    pub id: LossId,
    /// Who gives it; nobody where it is unattributed.
    pub who: Option<EntryId>,
    /// Whose losses.
    pub side: Side,
    /// The event.
    pub event: Option<EntryId>,
    /// Where that is.
    pub place: Option<EntryId>,
    /// Whose losses they are to who speaks.
    pub direction: Direction,
}

/// What rows must share to be set beside each other: event, side, metric and window. Rows that
/// differ in one of them are never compared, let alone added.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// The event.
    pub event: Option<EntryId>,
    /// The first day that the window may mean.
    pub earliest: Option<Day>,
    /// The last day that the window may mean.
    pub latest: Option<Day>,
    /// Whose.
    pub side: Side,
    /// Of what.
    pub metric: LossMetric,
    /// The window in EDTF: `2011-07-14` and `2011-07-14~` are two windows.
    pub window: String,
    /// A figure of no event stands alone: nobody knows whether another counts the same.
    pub alone: Option<LossId>,
}

/// One number of a figure with its row.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The figure.
    pub id: LossId,
    /// Who gives it.
    pub who: Option<EntryId>,
    /// The number.
    pub count: Count,
}

/// All figures of public articles.
#[derive(Debug, Default)]
pub struct Losses {
    /// Newest article first, then in the order of its text.
    counted: Vec<Counted>,
    places: HashMap<LossId, u32>,
    by_entry: BTreeMap<EntryId, Vec<LossId>>,
    /// Figures that editors added up, by the event or briefing that holds the sum.
    pub sums: Vec<Summed>,
}

impl Losses {
    /// All figures, newest first.
    pub fn all(&self) -> &[Counted] {
        &self.counted
    }

    /// What the desk knows of a figure.
    pub fn get(&self, id: LossId) -> Option<&Counted> {
        self.counted.get(*self.places.get(&id)? as usize)
    }

    /// The figures of an entry, newest first: of a topic those of its articles, of an actor those
    /// that it gives and those of its own people, of an event and a place those about it.
    pub fn of(&self, entry: EntryId) -> &[LossId] {
        self.by_entry.get(&entry).map_or(&[], Vec::as_slice)
    }

    /// The figures of an article, in the order of its text.
    pub fn of_article(&self, desk: &Desk, card: CardId) -> Vec<&Counted> {
        let count = desk.card(card).text.losses.len() as u32;
        (0..count).filter_map(|at| self.get(LossId { card, at })).collect()
    }
}

impl Desk {
    /// A figure's mark.
    pub fn loss(&self, id: LossId) -> Option<&Loss> {
        self.card(id.card).text.losses.get(id.at as usize)
    }

    /// The figures as rows that may be compared, each with its cells, in the order of time.
    pub fn rows(&self, ids: &[LossId]) -> BTreeMap<RowKey, Vec<Cell>> {
        let mut rows: BTreeMap<RowKey, Vec<Cell>> = BTreeMap::new();
        for id in ids {
            let (Some(counted), Some(loss)) = (self.losses.get(*id), self.loss(*id)) else {
                continue;
            };
            let when = &loss.when.value;
            for count in &loss.counts {
                let key = RowKey {
                    event: counted.event,
                    earliest: when.earliest(),
                    latest: when.latest(),
                    side: counted.side,
                    metric: count.metric,
                    window: when.text().to_owned(),
                    alone: counted.event.is_none().then_some(*id),
                };
                let cell = Cell { id: *id, who: counted.who, count: count.clone() };
                rows.entry(key).or_default().push(cell);
            }
        }
        rows
    }
}

/// Works out all figures.
pub fn arrange(desk: &Desk) -> Losses {
    let mut counted = Vec::new();
    for card in desk.articles.iter() {
        for (at, loss) in desk.card(*card).text.losses.iter().enumerate() {
            counted.extend(counted_of(desk, LossId { card: *card, at: at as u32 }, loss));
        }
    }
    let places = counted.iter().enumerate().map(|(at, counted)| (counted.id, at as u32)).collect();
    let by_entry = by_entry(desk, &counted);
    Losses { counted, places, by_entry, sums: Vec::new() }
}

/// Works out what editors add up, and refuses what could count one death twice.
pub fn sums(desk: &Desk, complaints: &mut Vec<Diagnostic>) -> Vec<Summed> {
    sum::all(desk, complaints)
}

fn counted_of(desk: &Desk, id: LossId, loss: &Loss) -> Option<Counted> {
    let who = loss.who.as_ref().and_then(|who| desk.speaker(&who.value));
    let side = match loss.side.value.as_str() {
        "both" => Side::Both,
        "civilians" => Side::Civilians,
        // The side becomes an entry when the card's names are looked up.
        name => Side::Actor(desk.entries.find(EntryKind::Actor, name)?),
    };
    let event = loss.event.as_ref();
    let event = event.and_then(|name| desk.entries.find(EntryKind::Event, &name.value));
    let place = event.and_then(|event| place_of(desk, event));
    Some(Counted { id, who, side, event, place, direction: direction(desk, id.card, who, side) })
}

fn direction(desk: &Desk, card: CardId, who: Option<EntryId>, side: Side) -> Direction {
    let Some(who) = who else { return Direction::ThirdParty };
    let speaker = desk.party_in(card, who);
    match side {
        Side::Civilians => Direction::ThirdParty,
        Side::Both if speaker.side.is_some() => Direction::OwnAndEnemy,
        Side::Both => Direction::ThirdParty,
        Side::Actor(actor) => {
            let counted = desk.party(actor);
            if speaker.is_with(&counted) {
                Direction::Own
            } else if speaker.side.is_some() && counted.side.is_some() {
                Direction::Enemy
            } else {
                Direction::ThirdParty
            }
        }
    }
}

fn by_entry(desk: &Desk, counted: &[Counted]) -> BTreeMap<EntryId, Vec<LossId>> {
    let mut by_entry: BTreeMap<EntryId, Vec<LossId>> = BTreeMap::new();
    for counted in counted {
        let topics = desk.named_by(counted.id.card, EntryKind::Topic);
        let mut entries: Vec<EntryId> = topics.chain(counted.who).chain(counted.event).collect();
        entries.extend(counted.place);
        if let Side::Actor(actor) = counted.side {
            entries.push(actor);
        }
        entries.sort();
        entries.dedup();
        for entry in entries {
            by_entry.entry(entry).or_default().push(counted.id);
        }
    }
    by_entry
}
