use std::collections::BTreeMap;

use super::{CardId, Desk, EntryId};
use crate::model::EntryKind;

/// An article near to another, and what they share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// The other article.
    pub card: CardId,
    /// What both name, the most telling first.
    pub shared: Vec<EntryId>,
    /// The editor named it.
    pub named: bool,
}

/// At most so many related articles are listed.
const MOST: usize = 5;
/// So many neighbours in time are looked at for each shared name: this keeps the work linear.
const REACH: usize = 6;

/// Of each card, the articles near to it: those that its editor named, then those that share most
/// with it, the older first, so that they read as the story so far.
pub fn related(desk: &Desk) -> Vec<Vec<Related>> {
    let of_card = |at: usize| {
        let id = CardId(at as u32);
        if desk.card(id).article().is_some() {
            of_article(desk, id, &desk.places)
        } else {
            Vec::new()
        }
    };
    use rayon::prelude::*;
    (0..desk.cards.len()).into_par_iter().map(of_card).collect()
}

fn of_article(desk: &Desk, id: CardId, places: &[usize]) -> Vec<Related> {
    let mut candidates: BTreeMap<CardId, Vec<EntryId>> = BTreeMap::new();
    for entry in &*desk.named[id.0 as usize] {
        if weight(entry.kind) == 0 {
            continue;
        }
        let all = &desk.entries.get(*entry).articles;
        let here = all.partition_point(|other| places[other.0 as usize] < places[id.0 as usize]);
        let near = &all[here.saturating_sub(REACH)..(here + 1 + REACH).min(all.len())];
        for other in near.iter().filter(|other| **other != id) {
            candidates.entry(*other).or_default().push(*entry);
        }
    }
    let named = named(desk, id);
    for other in &named {
        candidates.entry(*other).or_default();
    }
    let mut related: Vec<Related> = candidates
        .into_iter()
        .map(|(card, mut shared)| {
            shared.sort_by_key(|entry| (std::cmp::Reverse(weight(entry.kind)), *entry));
            Related { card, shared, named: named.contains(&card) }
        })
        // A topic alone is no reason: the topic's page lists it.
        .filter(|related| related.named || score(&related.shared) > weight(EntryKind::Topic) * 2)
        .collect();
    let distance = |card: CardId| places[card.0 as usize].abs_diff(places[id.0 as usize]);
    related.sort_by_key(|related| {
        (
            !related.named,
            std::cmp::Reverse(score(&related.shared)),
            distance(related.card),
            related.card,
        )
    });
    related.truncate(MOST.max(named.len()));
    related.sort_by_key(|related| {
        (!related.named, std::cmp::Reverse(places[related.card.0 as usize]))
    });
    related
}

/// The articles that its editor named as related.
pub fn named(desk: &Desk, id: CardId) -> Vec<CardId> {
    let Some(article) = desk.card(id).article() else { return Vec::new() };
    let names = article.related.iter().filter_map(|name| desk.article_called(&name.value));
    names.filter(|other| *other != id).collect()
}

fn score(shared: &[EntryId]) -> usize {
    shared.iter().map(|entry| weight(entry.kind)).sum()
}

/// How telling it is to share a name of a kind. An outlet tells nothing.
fn weight(kind: EntryKind) -> usize {
    match kind {
        EntryKind::Event => 8,
        EntryKind::Person => 4,
        EntryKind::Place => 3,
        EntryKind::Actor => 2,
        EntryKind::Topic => 1,
        EntryKind::Source => 0,
    }
}
