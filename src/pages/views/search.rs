use serde::Serialize;

use super::chrome::Chrome;
use super::{Data, Drawn, Source};
use crate::desk::CardId;
use crate::model::EntryKind;
use crate::pages::search::{Found, PAGES_A_FILE, Place, SearchFile, shards};

/// The page on which a site is searched. Without a script it offers the index pages of the menu.
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// In how many files the words are.
    pub shards: u32,
    /// How many pages each file of what is shown holds.
    pub pages_a_file: usize,
}

/// What is in a file of the search.
#[derive(Debug)]
pub enum SearchData {
    /// What runs in the page.
    Script,
    /// How the page's own parts look.
    Style,
    /// Words with the pages that they lead to.
    Words(u32, Vec<(String, Found)>),
    /// `d` or `n`, the file's number, and the pages in it.
    Pages(char, u32, Vec<FoundView>),
}

/// A page as the search shows it.
#[derive(Debug)]
pub struct FoundView {
    /// Its address after `root`.
    pub path: String,
    /// Its title or name.
    pub name: String,
    /// Day and source, or what it is.
    pub about: String,
    /// BCP 47, where it is not in the site's first language.
    pub lang: Option<String>,
}

/// The view of the search page.
pub fn page(source: Source<'_>) -> Drawn {
    let view = SearchView { shards: shards(source.desk), pages_a_file: PAGES_A_FILE };
    let about = source.words.say("search-label").to_owned();
    let chrome = Chrome::new("search", source.words.say("menu-search")).about(Some(about));
    (chrome, Data::Search { search: view })
}

/// What is in a file of the search.
pub fn file(source: Source<'_>, file: SearchFile) -> Drawn {
    let index = source.index();
    let data = match file {
        SearchFile::Script => SearchData::Script,
        SearchFile::Style => SearchData::Style,
        SearchFile::Words(at) => {
            let words = index.shard(at).map(|(word, found)| (word.to_owned(), found.clone()));
            SearchData::Words(at, words.collect())
        }
        SearchFile::Dated(at) => {
            let pages = part(&index.dated, at).iter().map(|id| dated(source, *id));
            SearchData::Pages('d', at, pages.collect())
        }
        SearchFile::Named(at) => {
            let pages = part(&index.named, at).iter().map(|place| named(source, *place));
            SearchData::Pages('n', at, pages.collect())
        }
    };
    (
        Chrome::new("search", source.words.say("menu-search")),
        Data::SearchFile { file: Box::new(data) },
    )
}

fn part<T>(all: &[T], at: u32) -> &[T] {
    all.chunks(PAGES_A_FILE).nth(at as usize).unwrap_or_default()
}

fn dated(source: Source<'_>, id: CardId) -> FoundView {
    let card = source.desk.card(id);
    let of = source.card_ref(id);
    let day = card.date().map(|date| source.date(date).day);
    // Notes and editions are the desk's own words.
    let outlet = match card.article() {
        Some(_) => source.item(id).source.map(|source| source.name),
        None => Some(source.site.desk.clone()),
    };
    let about = day.into_iter().chain(outlet).collect::<Vec<_>>().join(", ");
    FoundView { path: of.path, name: of.name, about, lang: of.lang }
}

fn named(source: Source<'_>, place: Place) -> FoundView {
    let (of, about) = match place {
        Place::Card(id) => (source.card_ref(id), ""),
        Place::Entry(id) => (source.entry_ref(id), kind_word(id.kind)),
    };
    let about = source.words.say(about).to_owned();
    FoundView { path: of.path, name: of.name, about, lang: of.lang }
}

fn kind_word(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Topic => "kind-topic",
        EntryKind::Place => "kind-place",
        EntryKind::Actor => "kind-actor",
        EntryKind::Person => "kind-person",
        EntryKind::Source => "kind-source",
        EntryKind::Event => "kind-event",
    }
}
