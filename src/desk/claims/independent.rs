use std::collections::BTreeMap;

use crate::desk::{CardId, Desk, EntryId};
use crate::model::{EntryKind, Fields, Name};

/// How many sources some reports really come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Independence {
    /// How many reports were looked at.
    pub reports: usize,
    /// How many sources of their own they come from; at least one where there is a report.
    pub sources: usize,
    /// Reports that count once, and why.
    pub merged: Vec<Merged>,
    /// How many of the reports the desk itself wrote, from what others report.
    pub own: usize,
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
    /// Wires and outlets tie them to each other.
    Tied,
}

/// Whose report it is: who printed it, and whose wire it carries.
#[derive(Debug, Clone, Copy)]
struct Origin {
    outlet: Option<EntryId>,
    wire: Option<EntryId>,
}

/// Counts sources: a wire counts once however many print it, affiliated outlets count once, and so
/// do several reports of one outlet. What the desk writes itself rests on others, and counts only
/// where nothing else does.
pub fn independence(desk: &Desk, reports: &[CardId]) -> Independence {
    let origins: Vec<Origin> = reports.iter().filter_map(|id| origin(desk, *id)).collect();
    let head = |id: EntryId| desk.affiliations.get(&id).copied().unwrap_or(id);
    let mut ties = Ties::default();
    for origin in &origins {
        if let (Some(outlet), Some(wire)) = (origin.outlet, origin.wire) {
            ties.tie(head(outlet), head(wire));
        }
    }
    let mut groups: BTreeMap<EntryId, Vec<Origin>> = BTreeMap::new();
    for origin in &origins {
        if let Some(named) = origin.outlet.or(origin.wire) {
            groups.entry(ties.head(head(named))).or_default().push(*origin);
        }
    }
    let merged = groups.values().filter(|group| group.len() > 1).map(|group| why(group));
    let merged: Vec<Merged> = merged.collect();
    Independence {
        reports: reports.len(),
        sources: groups.len().max(usize::from(!reports.is_empty())),
        merged,
        own: reports.len() - origins.len(),
    }
}

/// Where a report comes from; nothing where the desk itself wrote it.
fn origin(desk: &Desk, id: CardId) -> Option<Origin> {
    let article = desk.card(id).article()?;
    let find = |name: &Option<Name>| {
        name.as_ref().and_then(|name| desk.entries.find(EntryKind::Source, &name.value))
    };
    let (outlet, wire) = (find(&article.source), find(&article.wire));
    let is_desk = |id: EntryId| {
        let facts = desk.entries.get(id).facts.as_ref().map(|facts| &facts.fields);
        matches!(facts, Some(Fields::Source { kind: Some(kind), .. }) if kind == "desk")
    };
    let own = wire.is_none() && outlet.is_none_or(is_desk);
    (!own).then_some(Origin { outlet, wire })
}

fn why(group: &[Origin]) -> Merged {
    let mut outlets: Vec<EntryId> =
        group.iter().filter_map(|origin| origin.outlet.or(origin.wire)).collect();
    outlets.sort();
    outlets.dedup();
    // An agency's own report carries its wire.
    let carries = |origin: &Origin| origin.wire.or(origin.outlet);
    let first = group.first().and_then(carries);
    let one_wire = group.iter().all(|origin| carries(origin) == first);
    let why = match (first, outlets.len()) {
        (_, 1) => Why::OneOutlet,
        (Some(wire), _) if one_wire => Why::Wire(wire),
        _ if group.iter().all(|origin| origin.wire.is_none()) => Why::Affiliated,
        _ => Why::Tied,
    };
    Merged { outlets, why }
}

/// Things tied to each other: each leads to the smallest of its kind.
#[derive(Debug, Default)]
struct Ties(BTreeMap<EntryId, EntryId>);

impl Ties {
    fn head(&self, mut id: EntryId) -> EntryId {
        while let Some(above) = self.0.get(&id).copied().filter(|above| *above != id) {
            id = above;
        }
        id
    }

    fn tie(&mut self, a: EntryId, b: EntryId) {
        let (a, b) = (self.head(a), self.head(b));
        // The smaller stands for both, whichever names the other.
        self.0.insert(a.max(b), a.min(b));
    }
}

/// Of each outlet that is not independent of others, the one that stands for all of them.
pub fn affiliations(desk: &Desk) -> BTreeMap<EntryId, EntryId> {
    let mut ties = Ties::default();
    for (id, source) in desk.entries.of_kind(EntryKind::Source) {
        let Some(Fields::Source { affiliated, .. }) =
            source.facts.as_ref().map(|facts| &facts.fields)
        else {
            continue;
        };
        let known = |name: &Name| desk.entries.find(EntryKind::Source, &name.value);
        affiliated.iter().filter_map(known).for_each(|other| ties.tie(id, other));
    }
    ties.0.keys().map(|id| (*id, ties.head(*id))).collect()
}
