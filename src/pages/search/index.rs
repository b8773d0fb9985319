use std::collections::BTreeMap;

use super::fold::{shard_of, without_article, words};
use super::shards;
use crate::desk::{CardId, Desk, DeskEntry, EntryId};
use crate::model::{Card, EntryKind, Front};

/// A page that can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// An article, note or edition.
    Card(CardId),
    /// A topic, place and so on.
    Entry(EntryId),
}

/// Where a word leads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Dated pages whose headline has it; numbers in their list, rising.
    pub headlines: Vec<u32>,
    /// Dated pages that have it elsewhere.
    pub texts: Vec<u32>,
    /// Entries and plain pages.
    pub names: Vec<u32>,
}

/// Where on a page a word stands.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Headline,
    Text,
    Name,
}

impl Found {
    /// Adds a page; pages come one after the other, each with its headline first.
    fn add(&mut self, at: u32, part: Part) {
        // What the headline has is not said again of the text.
        if part == Part::Text && self.headlines.last() == Some(&at) {
            return;
        }
        let list = match part {
            Part::Headline => &mut self.headlines,
            Part::Text => &mut self.texts,
            Part::Name => &mut self.names,
        };
        if list.last() != Some(&at) {
            list.push(at);
        }
    }
}

/// The words of a site, and the pages that they lead to.
#[derive(Debug, Default)]
pub struct Index {
    /// Dated pages, oldest first: a new one changes the number of few others.
    pub dated: Vec<CardId>,
    /// Entries and plain pages.
    pub named: Vec<Place>,
    shards: Vec<BTreeMap<String, Found>>,
}

impl Index {
    /// Of a site.
    pub fn of(desk: &Desk) -> Self {
        let number = shards(desk);
        let mut index = Self {
            dated: dated(desk),
            named: named(desk),
            shards: vec![BTreeMap::new(); number as usize],
        };
        for (at, id) in index.dated.clone().into_iter().enumerate() {
            let card = desk.card(id);
            index.add(card.title(), at, Part::Headline);
            for text in texts(desk, id, card) {
                index.add(text, at, Part::Text);
            }
        }
        for (at, place) in index.named.clone().into_iter().enumerate() {
            let texts = match place {
                Place::Card(id) => vec![desk.card(id).title(), &desk.card(id).text.lead],
                Place::Entry(id) => names(desk, desk.entries.get(id)),
            };
            for text in texts {
                index.add(text, at, Part::Name);
            }
        }
        index
    }

    fn add(&mut self, text: &str, at: usize, part: Part) {
        for word in words(text) {
            let bare = without_article(&word).map(str::to_owned);
            for word in [Some(word), bare].into_iter().flatten() {
                let shard = shard_of(&word, self.shards.len() as u32);
                self.shards[shard as usize].entry(word).or_default().add(at as u32, part);
            }
        }
    }

    /// The words of a file.
    pub fn shard(&self, at: u32) -> impl Iterator<Item = (&str, &Found)> {
        let shard = self.shards.get(at as usize).into_iter().flatten();
        shard.map(|(word, found)| (word.as_str(), found))
    }
}

/// How many pages there are of each sort.
pub fn sizes(desk: &Desk) -> (usize, usize) {
    let entries: usize = EntryKind::ALL.iter().map(|kind| desk.entries.list(*kind).len()).sum();
    let dated = desk.articles.len() + desk.notes.len() + desk.briefings.len();
    (dated, entries + desk.pages.len())
}

fn dated(desk: &Desk) -> Vec<CardId> {
    let all = desk.articles.iter().chain(desk.notes.iter()).chain(desk.briefings.iter());
    let mut all: Vec<CardId> = all.copied().collect();
    all.sort_by_key(|id| (desk.card(*id).date(), &desk.card(*id).path));
    all
}

fn named(desk: &Desk) -> Vec<Place> {
    let entries = EntryKind::ALL.into_iter().flat_map(|kind| desk.entries.of_kind(kind));
    let entries = entries.map(|(id, _)| Place::Entry(id));
    entries.chain(desk.pages.iter().copied().map(Place::Card)).collect()
}

/// What a dated page says besides its headline, as far as lists show it.
fn texts<'d>(desk: &'d Desk, id: CardId, card: &'d Card) -> Vec<&'d str> {
    let mut texts = vec![card.text.lead.as_str()];
    match &card.front {
        Front::Article(article) => {
            texts.extend(article.standfirst.as_deref());
            texts.extend(article.summary.as_deref());
        }
        Front::Briefing(briefing) => texts.extend(briefing.takeaways.iter().map(String::as_str)),
        Front::Note(_) | Front::Correction(_) | Front::Topic(_) | Front::Page(_) => {}
    }
    texts.extend(card.text.claims.iter().map(|claim| claim.quote.as_str()));
    texts.extend(card.text.losses.iter().map(|loss| loss.quote.as_str()));
    // A topic leads to its own page, which lists its articles.
    for kind in EntryKind::ALL.into_iter().filter(|kind| *kind != EntryKind::Topic) {
        texts.extend(desk.named_by(id, kind).map(|entry| desk.entries.get(entry).name.as_str()));
    }
    texts
}

/// The names of an entry, and a few words about it.
fn names<'d>(desk: &'d Desk, entry: &'d DeskEntry) -> Vec<&'d str> {
    let mut names = vec![entry.name.as_str()];
    if let Some(topic) = entry.card.and_then(|card| desk.card(card).topic()) {
        names.extend(topic.aliases.iter().map(|alias| alias.value.as_str()));
        names.extend(topic.summary.as_deref());
    }
    // The name of somebody who must not be named leads nowhere.
    if let Some(facts) = entry.facts.as_ref().filter(|_| !entry.is_protected()) {
        names.extend(facts.native.as_deref());
        names.extend(facts.names.values().map(String::as_str));
        names.extend(facts.aliases.iter().map(|alias| alias.value.as_str()));
        names.extend(facts.summary.as_deref());
    }
    names
}
