//! Which file of a pair a tree of the site shows: the one in its own language, or else the original.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::CardId;
use super::gate::Parted;
use crate::base::{Day, Diagnostic};
use crate::model::{Card, Front, Settings, codes};
use crate::words::{same_language, split_name};

/// Of files that another tree shows, the file that stands for each in this one.
pub type Instead = BTreeMap<Arc<str>, Arc<str>>;

/// What makes two files a pair: one kind, one day, one slug, and so one address below each tree.
type Pair<'c> = (u8, Option<Day>, &'c str);

/// Leaves of each pair the file that a tree shows. A site in one language has no pairs.
pub fn choose(
    parted: &mut Parted,
    settings: &Settings,
    language: &str,
    complaints: &mut Vec<Diagnostic>,
) -> Instead {
    let mut instead = Instead::new();
    if settings.languages.len() < 2 {
        return instead;
    }
    let mut pairs: BTreeMap<Pair<'_>, Vec<usize>> = BTreeMap::new();
    for (at, card) in parted.cards.iter().enumerate() {
        pairs.entry(pair(card)).or_default().push(at);
    }
    let mut left = BTreeSet::new();
    for files in pairs.into_values().filter(|files| files.len() > 1) {
        let files = once_each(files, &parted.cards, settings, &mut left, complaints);
        let of = |at: &usize| spoken(&parted.cards[*at], settings);
        let wanted = [language, settings.language()].into_iter();
        let wanted = wanted.chain(settings.languages.iter().map(String::as_str));
        let found = wanted.flat_map(|wanted| files.iter().find(|at| same_language(of(at), wanted)));
        let Some(chosen) = found.chain(&files).next().copied() else { continue };
        for at in files.iter().filter(|at| !same_language(of(at), of(&chosen))) {
            left.insert(*at);
            let (from, to) = (&parted.cards[*at].path, &parted.cards[chosen].path);
            instead.insert(Arc::clone(from), Arc::clone(to));
        }
    }
    leave(parted, &left);
    instead
}

fn pair(card: &Card) -> Pair<'_> {
    let (kind, day) = match &card.front {
        Front::Article(article) => (0, Some(article.date.day)),
        Front::Note(_) => (1, None),
        Front::Briefing(_) => (2, None),
        Front::Topic(_) => (3, None),
        Front::Page(_) => (4, None),
        Front::Correction(_) => (5, None),
    };
    (kind, day, card.slug())
}

fn spoken<'c>(card: &'c Card, settings: &'c Settings) -> &'c str {
    card.language().unwrap_or(settings.language())
}

/// Says where one file stands twice in one language, such as `about.md` with `language: ar` beside
/// `about.ar.md`, and leaves the second out.
fn once_each(
    files: Vec<usize>,
    cards: &[Arc<Card>],
    settings: &Settings,
    left: &mut BTreeSet<usize>,
    complaints: &mut Vec<Diagnostic>,
) -> Vec<usize> {
    let mut once: Vec<usize> = Vec::new();
    for at in files {
        let card = &cards[at];
        let language = spoken(card, settings);
        let twin = once.iter().map(|at| &cards[*at]).find(|other| {
            stem(&other.path) == stem(&card.path)
                && same_language(spoken(other, settings), language)
        });
        let Some(twin) = twin else {
            once.push(at);
            continue;
        };
        let message = format!("this text stands in `{language}` twice: here and in {}", twin.path);
        let complaint = Diagnostic::error(codes::TRANSLATED_TWICE, &card.path, card.spot, message);
        complaints.push(complaint.help("take one of them out, or correct its `language`"));
        left.insert(at);
    }
    once
}

/// A path without its ending and without the language in it.
fn stem(path: &str) -> &str {
    split_name(path.strip_suffix(".md").unwrap_or(path)).0
}

fn leave(parted: &mut Parted, left: &BTreeSet<usize>) {
    if left.is_empty() {
        return;
    }
    let mut cards = Vec::with_capacity(parted.cards.len());
    let mut stamped = BTreeMap::new();
    for (at, card) in std::mem::take(&mut parted.cards).into_iter().enumerate() {
        if left.contains(&at) {
            continue;
        }
        if let Some(reason) = parted.stamped.get(&CardId(at as u32)) {
            stamped.insert(CardId(cards.len() as u32), *reason);
        }
        cards.push(card);
    }
    parted.cards = cards;
    parted.stamped = stamped;
}
