//! What the registry says of an entry, as labels with words or links.

use serde::Serialize;

use super::words::in_words;
use super::{RefView, Source};
use crate::desk::{CardId, EntryId};
use crate::model::{EntryKind, Fields};

/// Something that the registry says.
#[derive(Debug, Serialize)]
pub struct FactView {
    /// What it is about.
    pub label: &'static str,
    /// In words.
    pub words: Option<String>,
    /// As links.
    pub refs: Vec<RefView>,
}

fn said(label: &'static str, words: Option<String>) -> Option<FactView> {
    words.map(|words| FactView { label, words: Some(words), refs: Vec::new() })
}

fn linked(label: &'static str, refs: Vec<RefView>) -> Option<FactView> {
    (!refs.is_empty()).then_some(FactView { label, words: None, refs })
}

/// What the registry says of an entry, and what it says elsewhere that leads to it.
pub fn all_facts(source: Source<'_>, id: EntryId) -> Vec<FactView> {
    let entry = source.desk.entries.get(id);
    let mut facts = match &entry.facts {
        Some(_) if entry.is_hidden() => Vec::new(),
        Some(facts) => facts_of(source, &facts.fields),
        None => sides_of(source, entry.card),
    };
    let others = source.desk.registered().get(&id);
    for kind in
        [EntryKind::Event, EntryKind::Person, EntryKind::Place, EntryKind::Source, EntryKind::Topic]
    {
        let of_kind = others.into_iter().flatten().filter(|other| other.kind == kind);
        let refs = of_kind.map(|other| source.entry_ref(*other)).collect();
        facts.extend(linked(back_label(kind), refs));
    }
    facts
}

/// How an entry is called on the page of another that its fields name.
fn back_label(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Event => "Events",
        EntryKind::Person => "People",
        EntryKind::Place => "Claims or holds",
        EntryKind::Source => "Named as not independent by",
        EntryKind::Topic => "A side in",
        EntryKind::Actor => "Groups",
    }
}

fn sides_of(source: Source<'_>, card: Option<CardId>) -> Vec<FactView> {
    let topic = card.and_then(|card| source.desk.card(card).topic());
    let sides = topic.map(|topic| source.refs(EntryKind::Actor, &topic.sides)).unwrap_or_default();
    linked("Sides", sides).into_iter().collect()
}

fn facts_of(source: Source<'_>, fields: &Fields) -> Vec<FactView> {
    let facts = match fields {
        Fields::Place { .. } => return place_facts(source, fields),
        Fields::Actor { kind, side, parent, active } => vec![
            said("Kind", kind.clone()),
            said("Side", side.clone()),
            linked("Part of", source.refs(EntryKind::Actor, parent.as_slice())),
            said("Active", active.as_ref().map(in_words)),
        ],
        Fields::Person { roles, .. } => roles
            .iter()
            .map(|role| {
                let until = match (&role.from, &role.to) {
                    (Some(from), Some(to)) => format!(", {} to {}", in_words(from), in_words(to)),
                    (Some(from), None) => format!(", since {}", in_words(from)),
                    (None, Some(to)) => format!(", until {}", in_words(to)),
                    (None, None) => String::new(),
                };
                let refs = source.refs(EntryKind::Actor, role.actor.as_slice());
                Some(FactView {
                    label: "Role",
                    words: Some(format!("{}{until}", role.title)),
                    refs,
                })
            })
            .collect(),
        Fields::Source { kind, country, language, affiliated, url } => vec![
            said("Kind", kind.clone()),
            said("Country", country.clone()),
            said("Language", language.clone()),
            linked("Not independent of", source.refs(EntryKind::Source, affiliated)),
            linked(
                "Address",
                url.iter()
                    .map(|url| RefView {
                        path: url.clone(),
                        name: url.clone(),
                        kind: "elsewhere",
                        lang: None,
                        date: None,
                    })
                    .collect(),
            ),
        ],
        Fields::Event { when, place, kind, sides, phrase, .. } => vec![
            said("When", when.as_ref().map(|when| in_words_with(when, phrase.as_deref()))),
            linked("Where", source.refs(EntryKind::Place, place.as_slice())),
            said("Kind", kind.clone()),
            linked("Sides", source.refs(EntryKind::Actor, sides)),
        ],
    };
    facts.into_iter().flatten().collect()
}

/// A time in words, with the source's own words for it.
fn in_words_with(when: &crate::model::When, phrase: Option<&str>) -> String {
    let words = in_words(when);
    phrase.map_or_else(
        || words.clone(),
        |phrase| format!("{words}; in the source’s words, “{phrase}”"),
    )
}

fn place_facts(source: Source<'_>, fields: &Fields) -> Vec<FactView> {
    let Fields::Place { lat, lon, precision, country, sensitive, disputed } = fields else {
        return Vec::new();
    };
    let position = match (lat, lon, sensitive) {
        (_, _, true) => Some("not printed, to protect people there".to_owned()),
        (Some(lat), Some(lon), false) => {
            Some(format!("{}, {}", degrees(*lat, 'N', 'S'), degrees(*lon, 'E', 'W')))
        }
        _ => None,
    };
    let exactness = precision.filter(|_| !sensitive).map(|precision| precision.words().to_owned());
    let mut facts = vec![
        said("Position", position),
        said("Exactness", exactness),
        said("Country", country.clone()),
    ];
    if let Some(disputed) = disputed {
        facts.push(linked("Claimed by", source.refs(EntryKind::Actor, &disputed.claimed_by)));
        let mut held =
            linked("Held by", source.refs(EntryKind::Actor, disputed.controlled_by.as_slice()));
        if let Some(held) = &mut held {
            held.words = disputed.as_of.as_ref().map(|as_of| format!("as of {}", in_words(as_of)));
        }
        facts.push(held);
    }
    facts.into_iter().flatten().collect()
}

/// `30.41° N`: two digits say a kilometre, which is as much as a town has.
fn degrees(value: f64, positive: char, negative: char) -> String {
    format!("{:.2}° {}", value.abs(), if value < 0.0 { negative } else { positive })
}
