//! What a map shows: which places, and of each other place why not.
//!
//! A place that is kept back leaves here without its position, so that nothing later can draw it.

use std::collections::BTreeMap;

use super::Addresses;
use crate::desk::{CardId, Desk, DeskEntry, EntryId};
use crate::model::{Disputed, EntryKind, Fields, MapSettings, Name, Precision};

/// What a map is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapOf {
    /// A topic or place.
    Entry(EntryId),
    /// The places of a briefing's articles.
    Edition(CardId),
}

/// A map is drawn in two sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MapSheet {
    /// For wide screens.
    Wide,
    /// For phones.
    Small,
}

impl MapSheet {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Small];

    /// The file's name.
    pub fn file(self) -> &'static str {
        match self {
            Self::Wide => "map.svg",
            Self::Small => "map-s.svg",
        }
    }
}

/// So many places of a topic are drawn.
const MOST_DRAWN: usize = 12;

/// So many places of an edition are drawn: its map stands in the margin.
const MOST_OF_EDITION: usize = 6;

/// So many neighbours of a place are drawn.
const MOST_NEIGHBOURS: usize = 6;

/// A place's own map is at least so many kilometres wide between its margins.
const LOCATOR_KM: f64 = 300.0;

/// A topic's map is at least so many kilometres wide between its margins.
const TOPIC_KM: f64 = 120.0;

/// How far east or west, and north or south, a neighbour may lie: both sheets show so much.
const NEIGHBOUR_KM: [f64; 2] = [165.0, 90.0];

/// Kilometres in a degree of latitude.
const DEGREE_KM: f64 = 111.2;

/// What a map shows.
#[derive(Debug)]
pub struct Sheet {
    /// Drawn ones first, the most named first.
    pub places: Vec<SheetPlace>,
    /// The topic's own bounds.
    pub bounds: Option<[f64; 4]>,
    /// The parties whose marks it uses, in order.
    pub sides: Vec<EntryId>,
    /// How wide it is at least, between its margins.
    pub least_km: f64,
}

/// A place of a map.
#[derive(Debug)]
pub struct SheetPlace {
    /// The place.
    pub id: EntryId,
    /// In how many of the topic's articles it is named.
    pub items: usize,
    /// Where it is drawn, or why it is not.
    pub position: Result<Position, Absence>,
    /// The map is of this place.
    pub main: bool,
    /// The map is fitted round it.
    pub focus: bool,
}

/// Where a place is, in degrees (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Somewhere near.
    pub near: bool,
}

/// Why a place is not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// Nobody says where it is.
    Unplaced,
    /// Only a district, province, region, country or sea is known.
    Wide,
    /// To protect people there.
    KeptBack,
    /// Outside the bounds of the topic's map.
    Outside,
    /// Others are named more often.
    Crowded,
}

impl Absence {
    /// The word that says so to readers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unplaced => "absent-unplaced",
            Self::Wide => "absent-wide",
            Self::KeptBack => "absent-kept-back",
            Self::Outside => "absent-outside",
            Self::Crowded => "absent-crowded",
        }
    }
}

/// The entry whose map a page shows: a topic's or place's own, an event's place.
pub fn owner(desk: &Desk, id: EntryId) -> Option<EntryId> {
    match id.kind {
        EntryKind::Topic | EntryKind::Place => Some(id),
        EntryKind::Event => match &desk.entries.get(id).facts.as_ref()?.fields {
            Fields::Event { place, .. } => {
                desk.entries.find(EntryKind::Place, &place.as_ref()?.value)
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether something has a map of its own.
pub fn has_map(desk: &Desk, of: MapOf) -> bool {
    let id = match of {
        MapOf::Entry(id) => id,
        MapOf::Edition(id) => {
            let items = desk.items_of(id);
            let mut places = places_of(desk, &items);
            return places.any(|id| position(desk, id).is_ok());
        }
    };
    match id.kind {
        EntryKind::Place => position(desk, id).is_ok(),
        EntryKind::Topic => {
            let bounds = settings(desk, id).and_then(|map| map.bounds);
            bounds.is_some()
                || named(desk, id).any(|place| within(bounds, position(desk, place)).is_ok())
        }
        _ => false,
    }
}

/// What a map shows.
pub fn sheet(desk: &Desk, of: MapOf) -> Option<Sheet> {
    if !has_map(desk, of) {
        return None;
    }
    Some(match of {
        MapOf::Entry(id) if id.kind == EntryKind::Topic => of_topic(desk, id),
        MapOf::Entry(id) => of_place(desk, id),
        MapOf::Edition(id) => of_edition(desk, id),
    })
}

/// A topic's own wishes.
pub fn settings(desk: &Desk, id: EntryId) -> Option<&MapSettings> {
    desk.card(desk.entries.get(id).card?).topic()?.map.as_ref()
}

/// What the registry says of who claims and holds a place.
pub fn disputed(desk: &Desk, id: EntryId) -> Option<&Disputed> {
    match &desk.entries.get(id).facts.as_ref()?.fields {
        Fields::Place { disputed, .. } => disputed.as_ref(),
        _ => None,
    }
}

/// The places that a topic's articles name as theirs, each as often as it is named.
fn named(desk: &Desk, topic: EntryId) -> impl Iterator<Item = EntryId> + '_ {
    places_of(desk, &desk.entries.get(topic).articles)
}

/// The places that articles name as theirs, each as often as it is named.
fn places_of<'d>(desk: &'d Desk, articles: &'d [CardId]) -> impl Iterator<Item = EntryId> + 'd {
    let articles = articles.iter().filter_map(|id| desk.card(*id).article());
    articles.flat_map(|article| {
        let mut places: Vec<EntryId> = article
            .places
            .iter()
            .filter_map(|name| desk.entries.find(EntryKind::Place, &name.value))
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    })
}

fn position(desk: &Desk, id: EntryId) -> Result<Position, Absence> {
    position_of(desk.entries.get(id))
}

fn position_of(entry: &DeskEntry) -> Result<Position, Absence> {
    let facts = entry.facts.as_ref();
    let Some(Fields::Place { lat, lon, precision, sensitive, .. }) =
        facts.map(|facts| &facts.fields)
    else {
        return Err(Absence::Unplaced);
    };
    if *sensitive {
        return Err(Absence::KeptBack);
    }
    let near = match precision {
        None | Some(Precision::Place) => false,
        Some(Precision::Near) => true,
        Some(_) => return Err(Absence::Wide),
    };
    match (*lat, *lon) {
        (Some(lat), Some(lon)) => Ok(Position { lat, lon, near }),
        _ => Err(Absence::Unplaced),
    }
}

/// The position, if it is inside a topic's bounds.
fn within(
    bounds: Option<[f64; 4]>,
    position: Result<Position, Absence>,
) -> Result<Position, Absence> {
    let (position, Some([west, south, east, north])) = (position?, bounds) else {
        return position;
    };
    let across = if west <= east {
        (west..=east).contains(&position.lon)
    } else {
        position.lon >= west || position.lon <= east
    };
    if across && (south..=north).contains(&position.lat) {
        Ok(position)
    } else {
        Err(Absence::Outside)
    }
}

fn of_topic(desk: &Desk, topic: EntryId) -> Sheet {
    let bounds = settings(desk, topic).and_then(|map| map.bounds);
    let places = counted(desk, named(desk, topic), bounds, MOST_DRAWN);
    Sheet { places, bounds, sides: sides(desk, topic), least_km: TOPIC_KM }
}

/// The places of an edition's articles. Sides are those of the topic that most of them are on.
fn of_edition(desk: &Desk, briefing: CardId) -> Sheet {
    let items = desk.items_of(briefing);
    let places = counted(desk, places_of(desk, &items), None, MOST_OF_EDITION);
    let topic = topic_of_most(desk, &items);
    let sides = topic.map(|topic| sides(desk, topic)).unwrap_or_default();
    Sheet { places, bounds: None, sides, least_km: TOPIC_KM }
}

/// Places, each with how often it is named; so many of the most named ones are drawn.
fn counted(
    desk: &Desk,
    named: impl Iterator<Item = EntryId>,
    bounds: Option<[f64; 4]>,
    most: usize,
) -> Vec<SheetPlace> {
    let mut counts: BTreeMap<EntryId, usize> = BTreeMap::new();
    for place in named {
        *counts.entry(place).or_default() += 1;
    }
    let mut places: Vec<SheetPlace> = counts
        .into_iter()
        .map(|(id, items)| SheetPlace {
            id,
            items,
            position: within(bounds, position(desk, id)),
            main: false,
            focus: true,
        })
        .collect();
    // Names have no two alike in one list, so the order does not depend on the registry's.
    let name = |place: &SheetPlace| desk.entries.get(place.id).name.clone();
    places.sort_by_cached_key(|place| {
        (place.position.is_err(), std::cmp::Reverse(place.items), name(place), place.id)
    });
    for place in places.iter_mut().skip(most) {
        place.position = place.position.and(Err(Absence::Crowded));
    }
    places
}

fn of_place(desk: &Desk, id: EntryId) -> Sheet {
    let own = |id: EntryId, position, main| SheetPlace {
        id,
        items: desk.entries.get(id).articles.len(),
        position,
        main,
        focus: main,
    };
    let position = position(desk, id);
    let mut places = vec![own(id, position, true)];
    if let Ok(middle) = position {
        places.extend(
            neighbours(desk, id, middle).into_iter().map(|(id, at)| own(id, Ok(at), false)),
        );
    }
    let topic = main_topic(desk, id);
    let sides = topic.map(|topic| sides(desk, topic)).unwrap_or_default();
    Sheet { places, bounds: None, sides, least_km: LOCATOR_KM }
}

/// Exactly known places round another, the most named first.
fn neighbours(desk: &Desk, id: EntryId, middle: Position) -> Vec<(EntryId, Position)> {
    let narrow = middle.lat.to_radians().cos();
    let [across, down] = NEIGHBOUR_KM.map(|km| km / DEGREE_KM);
    let mut found: Vec<(EntryId, Position)> = desk
        .entries
        .of_kind(EntryKind::Place)
        .filter(|(other, _)| *other != id)
        .filter_map(|(other, entry)| Some((other, position_of(entry).ok()?)))
        .filter(|(_, at)| {
            let east = (at.lon - middle.lon + 540.0).rem_euclid(360.0) - 180.0;
            !at.near && (at.lat - middle.lat).abs() <= down && (east * narrow).abs() <= across
        })
        .collect();
    let entry = |id: EntryId| desk.entries.get(id);
    found.sort_by_cached_key(|(id, _)| {
        (std::cmp::Reverse(entry(*id).articles.len()), entry(*id).name.clone(), *id)
    });
    found.truncate(MOST_NEIGHBOURS);
    found
}

/// The topic that most articles on a place belong to.
pub fn main_topic(desk: &Desk, place: EntryId) -> Option<EntryId> {
    topic_of_most(desk, &desk.entries.get(place).articles)
}

/// The topic that most of some articles belong to.
pub fn topic_of_most(desk: &Desk, articles: &[CardId]) -> Option<EntryId> {
    let mut counts: BTreeMap<EntryId, usize> = BTreeMap::new();
    for article in articles {
        for topic in desk.named_by(*article, EntryKind::Topic) {
            *counts.entry(topic).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(id, items)| (*items, std::cmp::Reverse(*id))).map(|(id, _)| id)
}

/// The parties of a topic, or else of the topic above it.
fn sides(desk: &Desk, topic: EntryId) -> Vec<EntryId> {
    let own = |id: EntryId| {
        let topic = desk.entries.get(id).card.and_then(|card| desk.card(card).topic());
        actors(desk, topic.map(|topic| topic.sides.as_slice()).unwrap_or_default())
    };
    line_up(desk, topic).map(own).find(|sides| !sides.is_empty()).unwrap_or_default()
}

/// The actors that some names mean.
pub fn actors(desk: &Desk, names: &[Name]) -> Vec<EntryId> {
    names.iter().filter_map(|name| desk.entries.find(EntryKind::Actor, &name.value)).collect()
}

/// An actor or topic and those above it, nearest first. Circles are errors, but they must not keep the
/// build from saying so.
fn line_up(desk: &Desk, actor: EntryId) -> impl Iterator<Item = EntryId> + '_ {
    std::iter::successors(Some(actor), |id| desk.entries.get(*id).parent).take(32)
}

impl Sheet {
    /// The number of the side that an actor is, or belongs to, or else that belongs to it.
    pub fn side_of(&self, desk: &Desk, actor: EntryId) -> Option<usize> {
        let is_side = |id: EntryId| self.sides.iter().position(|side| *side == id);
        let below =
            || self.sides.iter().position(|side| line_up(desk, *side).any(|above| above == actor));
        line_up(desk, actor).find_map(is_side).or_else(below)
    }
}

/// The paths of both sheets after the root.
pub fn paths(addresses: Addresses<'_>, of: MapOf) -> [String; 2] {
    MapSheet::ALL.map(|sheet| addresses.href(&addresses.map(of, sheet)))
}
