use std::collections::BTreeMap;

use crate::desk::{CardId, Desk, EntryId};
use crate::model::{EntryKind, Fields, Name};

/// How many sources some reports really come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Independence {
    /// How many reports were looked at.
    pub reports: usize,
    /// How many sources of their own they come from.
    pub sources: usize,
    /// Reports that count once, and why.
    pub merged: Vec<Merged>,
}

/// Outlets whose reports count once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merged {
    /// The outlets that printed them.
    pub outlets: Vec<EntryId>,
    /// Why.
    pub why: Why,
}

/// Why reports count once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// All carry this agency's wire.
    Wire(EntryId),
    /// The outlets are not independent of each other.
    Affiliated,
    /// One outlet printed them all.
    OneOutlet,
}

/// Counts sources: a wire counts once however many print it, affiliated outlets count once, and so
/// do several reports of one outlet.
pub fn independence(desk: &Desk, reports: &[CardId]) -> Independence {
    let mut groups: BTreeMap<Option<EntryId>, Vec<(CardId, Option<EntryId>)>> = BTreeMap::new();
    for id in reports {
        let origin = origin(desk, *id);
        let head = origin.map(|origin| desk.affiliations.get(&origin).copied().unwrap_or(origin));
        groups.entry(head).or_default().push((*id, origin));
    }
    let merged = groups.values().filter(|group| group.len() > 1).filter_map(|g| why(desk, g));
    Independence { reports: reports.len(), sources: groups.len(), merged: merged.collect() }
}

/// Where a report comes from: the agency whose wire it carries, or else the outlet; nobody where
/// the desk itself wrote it.
fn origin(desk: &Desk, id: CardId) -> Option<EntryId> {
    let article = desk.card(id).article()?;
    let name = article.wire.as_ref().or(article.source.as_ref())?;
    desk.entries.find(EntryKind::Source, &name.value)
}

fn why(desk: &Desk, group: &[(CardId, Option<EntryId>)]) -> Option<Merged> {
    let printed = |id: CardId| {
        let source = desk.card(id).article()?.source.as_ref()?;
        desk.entries.find(EntryKind::Source, &source.value)
    };
    let mut outlets: Vec<EntryId> =
        group.iter().filter_map(|(id, origin)| printed(*id).or(*origin)).collect();
    outlets.sort();
    outlets.dedup();
    let first = group.first()?.1?;
    let one_origin = group.iter().all(|(_, origin)| *origin == Some(first));
    let why = match (one_origin, outlets.len()) {
        (true, 1) => Why::OneOutlet,
        (true, _) => Why::Wire(first),
        (false, _) => Why::Affiliated,
    };
    Some(Merged { outlets, why })
}

/// Of each outlet that is not independent of others, the one that stands for all of them.
pub fn affiliations(desk: &Desk) -> BTreeMap<EntryId, EntryId> {
    let mut heads: BTreeMap<EntryId, EntryId> = BTreeMap::new();
    let head = |heads: &BTreeMap<EntryId, EntryId>, mut id: EntryId| {
        while let Some(above) = heads.get(&id).copied().filter(|above| *above != id) {
            id = above;
        }
        id
    };
    for (id, source) in desk.entries.of_kind(EntryKind::Source) {
        let Some(Fields::Source { affiliated, .. }) =
            source.facts.as_ref().map(|facts| &facts.fields)
        else {
            continue;
        };
        let known = |name: &Name| desk.entries.find(EntryKind::Source, &name.value);
        for other in affiliated.iter().filter_map(known) {
            let (a, b) = (head(&heads, id), head(&heads, other));
            // The smaller stands for both, whichever file names the other.
            heads.insert(a.max(b), a.min(b));
        }
    }
    let all: Vec<EntryId> = heads.keys().copied().collect();
    all.into_iter().map(|id| (id, head(&heads, id))).collect()
}
