use std::sync::Arc;

use serde::Serialize;

use super::chrome::Chrome;
use super::words::in_words;
use super::{Data, Drawn, RefView, Source};
use crate::desk::{CardId, EntryId};
use crate::model::{EntryKind, Fields, Look, PointOfView, Precision};
use crate::pages::sheet::{self, MapOf, MapSheet, Sheet, SheetPlace};
use crate::words::Fill;

/// Width and height of a map on wide screens, in pixels.
pub const MAP_SIZE: [u32; 2] = [760, 460];

/// Width and height of a map on phones, in pixels.
pub const MAP_SIZE_SMALL: [u32; 2] = [360, 300];

/// What a map shows in a sentence names so many places.
const MOST_NAMED: usize = 4;

/// A page lists so many places under its map.
const MOST_LISTED: usize = 60;

/// A map, ready to be drawn.
#[derive(Debug, Serialize)]
pub struct MapView {
    /// Whether it is the sheet for phones.
    pub small: bool,
    /// What it shows, in a sentence.
    pub title: String,
    /// BCP 47.
    pub lang: String,
    /// What kilometres are called at the scale.
    pub unit: String,
    /// West, south, east, north in degrees; otherwise it is fitted round its places.
    pub bounds: Option<[f64; 4]>,
    /// How many kilometres it is wide at least, between its margins.
    pub least_km: f64,
    /// Whose view of borders is drawn.
    #[serde(serialize_with = "key")]
    pub point_of_view: PointOfView,
    /// The places, the most named first.
    pub marks: Vec<MarkView>,
    /// The site's own colours.
    #[serde(skip)]
    pub look: Arc<Look>,
}

/// A place on a map.
#[derive(Debug, Clone, Serialize)]
pub struct MarkView {
    /// The name that readers see.
    pub name: String,
    /// Degrees north (WGS 84).
    pub lat: f64,
    /// Degrees east (WGS 84).
    pub lon: f64,
    /// Whether it is only near there.
    pub near: bool,
    /// Whether the map is of this place.
    pub main: bool,
    /// Whether the map is fitted round it.
    pub focus: bool,
    /// The number of the side that holds it, from 0.
    pub holder: Option<usize>,
    /// The numbers of the sides that claim it; null for somebody who is no side.
    pub claims: Vec<Option<usize>>,
}

/// A map on a page, and the same in words.
#[derive(Debug, Serialize)]
pub struct MapWordsView {
    /// The map for wide screens, after `root`.
    pub path: String,
    /// The map for phones, after `root`.
    pub path_small: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Of the map for phones, in pixels.
    pub width_small: u32,
    /// Of the map for phones, in pixels.
    pub height_small: u32,
    /// What the map shows, in a sentence.
    pub alt: String,
    /// Whose view of borders is drawn, as the key says it.
    #[serde(serialize_with = "key")]
    pub point_of_view: PointOfView,
    /// The same in words, after "Borders".
    pub borders: String,
    /// Whether a ring stands for a place near which something was.
    pub rings: bool,
    /// Whether a hatched ring stands for a place that several claim.
    pub hatched: bool,
    /// The parties whose marks are on the map.
    pub parties: Vec<PartyView>,
    /// The places: those on the map, then those that are not.
    pub places: Vec<MapPlaceView>,
    /// How many further places are named and not listed.
    pub more: usize,
}

/// The map in an edition's margin. The items say their places in words.
#[derive(Debug, Serialize)]
pub struct EditionMapView {
    /// The map, after `root`.
    pub path: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// What the map shows, in a sentence.
    pub alt: String,
    /// Whether a ring stands for a place near which something was.
    pub rings: bool,
    /// Whether a hatched ring stands for a place that several claim.
    pub hatched: bool,
    /// The parties whose marks are on the map.
    pub parties: Vec<PartyView>,
}

/// A party and its mark.
#[derive(Debug, Serialize)]
pub struct PartyView {
    /// The party.
    pub party: RefView,
    /// `square`, `circle`, `diamond`, `triangle` or `cross`.
    pub mark: &'static str,
}

/// A place in the words under a map.
#[derive(Debug, Serialize)]
pub struct MapPlaceView {
    /// The place.
    pub place: RefView,
    /// Whether it is on the map.
    pub drawn: bool,
    /// How exactly its position is known, where there is one.
    pub exact: Option<String>,
    /// Why it is not on the map.
    pub why: Option<String>,
    /// Who claims it.
    pub claimed: Vec<RefView>,
    /// Who holds it.
    pub held: Option<RefView>,
    /// By which date both were known.
    pub as_of: Option<String>,
}

fn key<S: serde::Serializer>(view: &PointOfView, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(view.key())
}

/// The view of a map of its own.
pub fn sheet(source: Source<'_>, of: MapOf, size: MapSheet) -> Drawn {
    let sheet = sheet::sheet(source.desk, of);
    let places = sheet.as_ref().map(|sheet| sheet.places.as_slice()).unwrap_or_default();
    let marks = places.iter().filter_map(|place| mark(source, sheet.as_ref()?, place)).collect();
    let title = alt(source, of, places);
    let map = MapView {
        small: size == MapSheet::Small,
        title: title.clone(),
        lang: source.language().to_owned(),
        unit: source.words.say("unit-km").to_owned(),
        bounds: sheet.as_ref().and_then(|sheet| sheet.bounds),
        least_km: sheet.as_ref().map_or(1_000.0, |sheet| sheet.least_km),
        point_of_view: point_of_view(source, of),
        marks,
        look: Arc::clone(&source.settings.look),
    };
    (Chrome::new("map", title), Data::Map { map: Box::new(map) })
}

/// The map that an entry's page shows, and the same in words.
pub fn map_in_words(source: Source<'_>, id: EntryId) -> Option<MapWordsView> {
    let owner = MapOf::Entry(sheet::owner(source.desk, id)?);
    let sheet = sheet::sheet(source.desk, owner)?;
    let marks: Vec<MarkView> =
        sheet.places.iter().filter_map(|place| mark(source, &sheet, place)).collect();
    let [path, path_small] = sheet::paths(source.addresses, owner);
    let view = point_of_view(source, owner);
    let listed = sheet.places.iter().take(MOST_LISTED);
    Some(MapWordsView {
        path,
        path_small,
        width: MAP_SIZE[0],
        height: MAP_SIZE[1],
        width_small: MAP_SIZE_SMALL[0],
        height_small: MAP_SIZE_SMALL[1],
        alt: alt(source, owner, &sheet.places),
        point_of_view: view,
        borders: source.words.say(borders_word(view)).to_owned(),
        rings: marks.iter().any(|mark| mark.near),
        hatched: marks.iter().any(|mark| mark.claims.len() > 1),
        parties: parties(source, &sheet, &marks),
        places: listed.map(|place| in_list(source, place)).collect(),
        more: sheet.places.len().saturating_sub(MOST_LISTED),
    })
}

/// The map in the margin of an edition.
pub fn of_edition(source: Source<'_>, id: CardId) -> Option<EditionMapView> {
    let of = MapOf::Edition(id);
    let sheet = sheet::sheet(source.desk, of)?;
    let marks: Vec<MarkView> =
        sheet.places.iter().filter_map(|place| mark(source, &sheet, place)).collect();
    Some(EditionMapView {
        path: source.addresses.href(&source.addresses.map(of, MapSheet::Small)),
        width: MAP_SIZE_SMALL[0],
        height: MAP_SIZE_SMALL[1],
        alt: alt(source, of, &sheet.places),
        rings: marks.iter().any(|mark| mark.near),
        hatched: marks.iter().any(|mark| mark.claims.len() > 1),
        parties: parties(source, &sheet, &marks),
    })
}

fn point_of_view(source: Source<'_>, of: MapOf) -> PointOfView {
    let own = |topic| sheet::settings(source.desk, topic).and_then(|map| map.point_of_view);
    let topic = match of {
        MapOf::Entry(id) if id.kind == EntryKind::Topic => Some(id),
        MapOf::Entry(id) => sheet::main_topic(source.desk, id),
        MapOf::Edition(id) => sheet::topic_of_most(source.desk, &source.desk.items_of(id)),
    };
    topic.and_then(own).unwrap_or(source.settings.point_of_view)
}

fn mark(source: Source<'_>, sheet: &Sheet, place: &SheetPlace) -> Option<MarkView> {
    let position = place.position.ok()?;
    let disputed = sheet::disputed(source.desk, place.id);
    let of = |names| sheet::actors(source.desk, names);
    let holder = disputed.map(|disputed| of(disputed.controlled_by.as_slice()));
    let claims = disputed.map(|disputed| of(&disputed.claimed_by)).unwrap_or_default();
    let numbers = source.desk.marks_of(&sheet.sides);
    let side = |actor: &EntryId| sheet.side_of(source.desk, *actor).map(|side| numbers[side]);
    Some(MarkView {
        name: source.entry_name(place.id).to_owned(),
        lat: position.lat,
        lon: position.lon,
        near: position.near,
        main: place.main,
        focus: place.focus,
        holder: holder.unwrap_or_default().first().and_then(side),
        claims: claims.iter().map(side).collect(),
    })
}

/// The parties whose marks or colours are on a map, in the order of the topic's sides.
fn parties(source: Source<'_>, sheet: &Sheet, marks: &[MarkView]) -> Vec<PartyView> {
    let shown = |side: usize| {
        marks.iter().any(|mark| {
            let claims = mark.claims.len() > 1 && mark.claims.contains(&Some(side));
            mark.holder == Some(side) || claims
        })
    };
    let numbers = source.desk.marks_of(&sheet.sides);
    let sides = numbers.into_iter().zip(&sheet.sides).filter(|(side, _)| shown(*side));
    sides.map(|(side, id)| PartyView { party: source.entry_ref(*id), mark: shape(side) }).collect()
}

fn shape(side: usize) -> &'static str {
    match side {
        0 => "square",
        1 => "circle",
        2 => "diamond",
        3 => "triangle",
        _ => "cross",
    }
}

fn in_list(source: Source<'_>, place: &SheetPlace) -> MapPlaceView {
    let desk = source.desk;
    let disputed = sheet::disputed(desk, place.id);
    let facts = desk.entries.get(place.id).facts.as_ref();
    let precision = match facts.map(|facts| &facts.fields) {
        Some(Fields::Place { lat: Some(_), lon: Some(_), precision, sensitive: false, .. }) => {
            Some(precision.unwrap_or(Precision::Place))
        }
        Some(Fields::Place { precision, sensitive: false, .. }) => *precision,
        _ => None,
    };
    let claimed = disputed.map(|disputed| disputed.claimed_by.as_slice()).unwrap_or_default();
    let held = disputed.map(|disputed| disputed.controlled_by.as_slice()).unwrap_or_default();
    let held = source.refs(EntryKind::Actor, held).pop();
    let as_of = disputed.and_then(|disputed| disputed.as_of.as_ref());
    MapPlaceView {
        place: source.entry_ref(place.id),
        drawn: place.position.is_ok(),
        exact: precision.map(|known| source.words.say(precision_word(known)).to_owned()),
        why: place.position.err().map(|why| source.words.say(why.word()).to_owned()),
        claimed: source.refs(EntryKind::Actor, claimed),
        as_of: as_of
            .filter(|_| !claimed.is_empty() || held.is_some())
            .map(|as_of| in_words(source.words, as_of)),
        held,
    }
}

/// `Map: Brega, Ajdabiya, Benghazi and 4 more places named in reports on The Brega front.`
fn alt(source: Source<'_>, of: MapOf, places: &[SheetPlace]) -> String {
    let others = places.iter().filter(|place| place.position.is_ok() && !place.main);
    let names: Vec<&str> = others.map(|place| source.entry_name(place.id)).collect();
    let list = source.words.some_of(&names, MOST_NAMED);
    let (word, name) = match of {
        MapOf::Edition(_) => ("map-alt-edition", ""),
        MapOf::Entry(id) => {
            let word = match (id.kind, names.len()) {
                (EntryKind::Topic, 0) => "map-alt-region",
                (EntryKind::Topic, _) => "map-alt-topic",
                (_, 0) => "map-alt-place",
                _ => "map-alt-place-with",
            };
            (word, source.entry_name(id))
        }
    };
    let count = Fill::Number(names.len() as u64);
    let with = [("name", Fill::Text(name)), ("places", Fill::Text(&list)), ("n", count)];
    source.words.fill(word, &with)
}

fn borders_word(view: PointOfView) -> &'static str {
    match view {
        PointOfView::Un => "borders-un",
        PointOfView::DeFacto => "borders-de-facto",
    }
}

/// The word for how exactly a position is known.
pub fn precision_word(precision: Precision) -> &'static str {
    match precision {
        Precision::Place => "precision-place",
        Precision::Near => "precision-near",
        Precision::Adm2 => "precision-adm2",
        Precision::Adm1 => "precision-adm1",
        Precision::Region => "precision-region",
        Precision::Country => "precision-country",
        Precision::Sea => "precision-sea",
    }
}
