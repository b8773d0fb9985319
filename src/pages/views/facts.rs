//! What the registry says of an entry, as labels with words or links.

use serde::Serialize;

use super::map::precision_word;
use super::words::in_words;
use super::{RefView, Source};
use crate::base::slugify;
use crate::desk::{CardId, EntryId};
use crate::model::{EntryKind, Fields, Role, When};
use crate::words::Fill;

/// Something that the registry says.
#[derive(Debug, Serialize)]
pub struct FactView {
    /// What it is about: `role`, `country` and so on.
    pub key: &'static str,
    /// The same for readers.
    pub label: String,
    /// In words.
    pub words: Option<String>,
    /// Language of the words, where it is not that of the page's tree.
    pub lang: Option<String>,
    /// As links.
    pub refs: Vec<RefView>,
}

impl FactView {
    fn new(source: Source<'_>, word: &'static str) -> Self {
        let key = word.strip_prefix("fact-").unwrap_or(word);
        let label = source.words.say(word).to_owned();
        Self { key, label, words: None, lang: None, refs: Vec::new() }
    }
}

fn said(source: Source<'_>, word: &'static str, words: Option<String>) -> Option<FactView> {
    words.map(|words| FactView { words: Some(words), ..FactView::new(source, word) })
}

/// What the desk typed, in its first language.
fn typed(source: Source<'_>, word: &'static str, words: Option<String>) -> Option<FactView> {
    said(source, word, words).map(|fact| FactView { lang: source.typed_lang(), ..fact })
}

fn linked(source: Source<'_>, word: &'static str, refs: Vec<RefView>) -> Option<FactView> {
    (!refs.is_empty()).then(|| FactView { refs, ..FactView::new(source, word) })
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
        facts.extend(linked(source, back_word(kind), refs));
    }
    facts
}

/// The word for what an entry is called on the page of another that its fields name.
fn back_word(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Event => "fact-events",
        EntryKind::Person => "fact-people",
        EntryKind::Place => "fact-claims-or-holds",
        EntryKind::Source => "fact-not-independent-by",
        EntryKind::Topic => "fact-side-in",
        EntryKind::Actor => "fact-groups",
    }
}

fn sides_of(source: Source<'_>, card: Option<CardId>) -> Vec<FactView> {
    let topic = card.and_then(|card| source.desk.card(card).topic());
    let sides = topic.map(|topic| source.refs(EntryKind::Actor, &topic.sides)).unwrap_or_default();
    linked(source, "fact-sides", sides).into_iter().collect()
}

fn facts_of(source: Source<'_>, fields: &Fields) -> Vec<FactView> {
    let facts = match fields {
        Fields::Place { .. } => return place_facts(source, fields),
        Fields::Actor { kind, side, parent, active } => vec![
            said(source, "fact-kind", source.actor_kind(kind.as_deref())),
            typed(source, "fact-side", side.clone()),
            linked(source, "fact-part-of", source.refs(EntryKind::Actor, parent.as_slice())),
            said(source, "fact-active", active.as_ref().map(|when| in_words(source.words, when))),
        ],
        Fields::Person { roles, .. } => roles
            .iter()
            .map(|role| {
                let refs = source.refs(EntryKind::Actor, role.actor.as_slice());
                let words = Some(in_office(source, role));
                let lang = source.typed_lang();
                Some(FactView { words, lang, refs, ..FactView::new(source, "fact-role") })
            })
            .collect(),
        Fields::Source { kind, country, language, affiliated, url } => vec![
            typed(source, "fact-kind", kind.clone()),
            said(source, "fact-country", country.clone()),
            said(source, "fact-language", language.clone()),
            linked(source, "fact-not-independent-of", source.refs(EntryKind::Source, affiliated)),
            linked(
                source,
                "fact-address",
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
            said(
                source,
                "fact-when",
                when.as_ref().map(|when| in_words_with(source, when, phrase.as_deref())),
            ),
            linked(source, "fact-where", source.refs(EntryKind::Place, place.as_slice())),
            typed(source, "fact-kind", kind.clone()),
            linked(source, "fact-sides", source.refs(EntryKind::Actor, sides)),
        ],
    };
    facts.into_iter().flatten().collect()
}

/// An office with its time: `Minister, since 2009`.
fn in_office(source: Source<'_>, role: &Role) -> String {
    let spoken = |when: &When| in_words(source.words, when);
    let time = match (&role.from, &role.to) {
        (Some(from), Some(to)) => {
            let (from, to) = (spoken(from), spoken(to));
            source
                .words
                .fill("when-span", &[("start", Fill::Text(&from)), ("end", Fill::Text(&to))])
        }
        (Some(from), None) => source.words.with("when-since", "date", &spoken(from)),
        (None, Some(to)) => source.words.with("when-until", "end", &spoken(to)),
        (None, None) => return role.title.clone(),
    };
    format!("{}{} {time}", role.title, source.words.say("comma"))
}

/// A time in words, with the source's own words for it.
fn in_words_with(source: Source<'_>, when: &When, phrase: Option<&str>) -> String {
    let words = in_words(source.words, when);
    phrase.map_or_else(
        || words.clone(),
        |phrase| {
            let with = [("when", Fill::Text(&words)), ("phrase", Fill::Text(phrase))];
            source.words.fill("when-phrase", &with)
        },
    )
}

impl Source<'_> {
    /// A kind of actor: one of those that there is a word for, or as it was typed.
    pub fn actor_kind(&self, kind: Option<&str>) -> Option<String> {
        let kind = kind?;
        let word = format!("actor-kind-{}", slugify(kind));
        Some(if self.words.has(&word) { self.words.say(&word).to_owned() } else { kind.to_owned() })
    }
}

fn place_facts(source: Source<'_>, fields: &Fields) -> Vec<FactView> {
    let Fields::Place { lat, lon, precision, country, sensitive, disputed } = fields else {
        return Vec::new();
    };
    let position = match (lat, lon, sensitive) {
        (_, _, true) => Some(source.words.say("position-kept").to_owned()),
        (Some(lat), Some(lon), false) => {
            let north = degrees(source, *lat, ["north", "south"]);
            let east = degrees(source, *lon, ["east", "west"]);
            Some(format!("{north}{} {east}", source.words.say("comma")))
        }
        _ => None,
    };
    let exactness = precision
        .filter(|_| !sensitive)
        .map(|precision| source.words.say(precision_word(precision)).to_owned());
    let mut facts = vec![
        said(source, "fact-position", position),
        said(source, "fact-exactness", exactness),
        said(source, "fact-country", country.clone()),
    ];
    if let Some(disputed) = disputed {
        facts.push(linked(
            source,
            "fact-claimed-by",
            source.refs(EntryKind::Actor, &disputed.claimed_by),
        ));
        let mut held = linked(
            source,
            "fact-held-by",
            source.refs(EntryKind::Actor, disputed.controlled_by.as_slice()),
        );
        if let Some(held) = &mut held {
            held.words = disputed
                .as_of
                .as_ref()
                .map(|as_of| source.words.with("as-of", "date", &in_words(source.words, as_of)));
        }
        facts.push(held);
    }
    facts.into_iter().flatten().collect()
}

/// `30.41° N`: two digits say a kilometre, which is as much as a town has.
fn degrees(source: Source<'_>, value: f64, [positive, negative]: [&str; 2]) -> String {
    let word = if value < 0.0 { negative } else { positive };
    source.words.with(word, "degrees", &source.words.decimal(value.abs()))
}
