use std::collections::BTreeMap;

use serde::Serialize;

use super::chrome::{Chrome, menu_word};
use super::entry::month_links;
use super::words::in_words;
use super::{Data, Drawn, MonthLink, RefView, Source};
use crate::base::slugify;
use crate::desk::DeskEntry;
use crate::model::{EntryKind, Fields};
use crate::pages::plan::initial;

/// An index of topics, places and so on, as at a book's back.
#[derive(Debug, Serialize)]
pub struct IndexView {
    /// `topic`, `place` and so on.
    pub kind: &'static str,
    /// Its heading.
    pub title: String,
    /// How many entries.
    pub items: usize,
    /// Entries by their first letter.
    pub letters: Vec<LetterView>,
}

/// The entries under one letter.
#[derive(Debug, Serialize)]
pub struct LetterView {
    /// The letter, or `0–9`.
    pub letter: String,
    /// The entries.
    pub entries: Vec<IndexEntryView>,
}

/// An entry of an index.
#[derive(Debug, Serialize)]
pub struct IndexEntryView {
    /// Its page.
    pub entry: RefView,
    /// The name in its own language and script.
    pub native: Option<String>,
    /// A few words about it: an event's date, an actor's side.
    pub aside: Option<String>,
    /// Language of these words, where it is not that of the page's tree.
    pub aside_lang: Option<String>,
    /// How many articles name it.
    pub items: usize,
    /// What stands above it.
    pub parent: Option<RefView>,
    /// Its months, where they have pages.
    pub months: Vec<MonthLink>,
}

/// The view of an index.
pub fn index(source: Source<'_>, kind: EntryKind) -> Drawn {
    let mut letters: BTreeMap<String, Vec<(String, IndexEntryView)>> = BTreeMap::new();
    let mut items = 0;
    for (id, entry) in source.desk.entries.of_kind(kind) {
        items += 1;
        let view = IndexEntryView {
            entry: source.entry_ref(id),
            native: entry
                .facts
                .as_ref()
                .filter(|_| !entry.is_protected())
                .and_then(|facts| facts.native.clone()),
            aside: aside(source, entry),
            aside_lang: source.typed_lang().filter(|_| kind != EntryKind::Event),
            items: entry.articles.len(),
            parent: entry.parent.map(|parent| source.entry_ref(parent)),
            months: month_links(source, id),
        };
        let name = source.entry_name(id);
        letters.entry(initial(name)).or_default().push((slugify(name), view));
    }
    let letters = letters.into_iter().map(|(letter, mut entries)| {
        entries.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.entry.path.cmp(&b.1.entry.path)));
        LetterView { letter, entries: entries.into_iter().map(|(_, view)| view).collect() }
    });
    let view = IndexView {
        kind: kind.word(),
        title: source.words.say(menu_word(kind)).to_owned(),
        items,
        letters: letters.collect(),
    };
    let about = source.words.say(about_word(kind)).to_owned();
    let chrome = Chrome::new("index", source.words.say(menu_word(kind))).about(Some(about));
    (chrome, Data::Index { index: view })
}

fn about_word(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Topic => "about-index-topic",
        EntryKind::Place => "about-index-place",
        EntryKind::Actor => "about-index-actor",
        EntryKind::Person => "about-index-person",
        EntryKind::Source => "about-index-source",
        EntryKind::Event => "about-index-event",
    }
}

fn aside(source: Source<'_>, entry: &DeskEntry) -> Option<String> {
    if entry.is_hidden() {
        return None;
    }
    match &entry.facts.as_ref()?.fields {
        Fields::Event { when, .. } => when.as_ref().map(|when| in_words(source.words, when)),
        Fields::Actor { side, kind, .. } => {
            side.clone().or_else(|| source.actor_kind(kind.as_deref()))
        }
        Fields::Person { roles, .. } => {
            roles.first().map(|role| role.title.clone()).filter(|title| *title != entry.name)
        }
        Fields::Source { kind, .. } => kind.clone(),
        Fields::Place { country, .. } => country.clone(),
    }
}
