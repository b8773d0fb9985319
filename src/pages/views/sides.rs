//! Who is in a topic, by the party that each is with; and the editions that it is in.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{EditionListView, RefView, Source};
use crate::desk::{EntryId, Party};
use crate::model::EntryKind;

/// So many parties.
const PARTIES: usize = 6;

/// So many of those who are with each.
const MEMBERS: usize = 4;

/// So many editions.
const EDITIONS: usize = 3;

/// A party and who is with it.
#[derive(Debug, Serialize)]
pub struct SideView {
    /// The party.
    pub party: RefView,
    /// The class of its mark.
    pub sign: &'static str,
    /// Groups and people of it that the topic's articles name, the most named first.
    pub members: Vec<RefView>,
    /// How many more of them are not listed.
    pub more: usize,
}

/// The parties of a topic: its sides in their order, then others, the most named first. Nobody whose
/// name is kept back is listed.
pub fn sides(source: Source<'_>, topic: EntryId) -> Vec<SideView> {
    let desk = source.desk;
    let mut named: BTreeMap<EntryId, usize> = BTreeMap::new();
    for article in &desk.entries.get(topic).articles {
        for kind in [EntryKind::Actor, EntryKind::Person] {
            desk.named_by(*article, kind).for_each(|id| *named.entry(id).or_default() += 1);
        }
    }
    let own = desk.sides_of(topic);
    let mut parties: BTreeMap<EntryId, (usize, Vec<(usize, EntryId)>)> =
        own.iter().map(|party| (party.root, Default::default())).collect();
    for (id, times) in named.into_iter().filter(|(id, _)| !desk.entries.get(*id).is_protected()) {
        let root = desk.party(id).root;
        // A person of whom no office is known is no party.
        if root.kind != EntryKind::Actor {
            continue;
        }
        let (all, members) = parties.entry(root).or_default();
        *all += times;
        members.extend((id != root).then_some((times, id)));
    }
    let place = |root: EntryId| own.iter().position(|party: &Party| party.root == root);
    let mut parties: Vec<_> = parties.into_iter().collect();
    parties.sort_by_key(|(root, (times, _))| {
        (place(*root).unwrap_or(usize::MAX), std::cmp::Reverse(*times), *root)
    });
    parties.truncate(PARTIES.max(own.len()));
    let side = |(root, (_, mut members)): (EntryId, (usize, Vec<(usize, EntryId)>))| {
        members.sort_by_key(|(times, id)| (std::cmp::Reverse(*times), *id));
        SideView {
            party: source.entry_ref(root),
            sign: desk.sign(Some(topic), Some(&desk.party(root))).class(),
            more: members.len().saturating_sub(MEMBERS),
            members: members
                .into_iter()
                .take(MEMBERS)
                .map(|(_, id)| source.entry_ref(id))
                .collect(),
        }
    };
    parties.into_iter().map(side).collect()
}

/// The newest editions that have articles on a topic, each with how many.
pub fn editions(source: Source<'_>, topic: EntryId) -> Vec<EditionListView> {
    let desk = source.desk;
    let on_topic = |briefing| {
        let items = desk.items_of(briefing).into_iter();
        items.filter(|id| desk.named_by(*id, EntryKind::Topic).any(|other| other == topic)).count()
    };
    let editions = desk.briefings.iter().filter_map(|id| {
        let front = desk.card(*id).briefing()?;
        let items = Some(on_topic(*id)).filter(|items| *items > 0)?;
        Some(EditionListView {
            edition: source.card_ref(*id),
            date: source.date(front.date),
            number: front.number.clone(),
            items,
        })
    });
    editions.take(EDITIONS).collect()
}
