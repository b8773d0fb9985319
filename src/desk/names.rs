//! Who and what each card names: in its keys, in its marks, in its text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::before::{Earlier, same_naming};
use super::broken::Broken;
use super::entries::{Entries, EntryId};
use super::links::{Destination, Link};
use crate::base::Diagnostic;
use crate::model::{Attribution, Card, Entry, EntryKind, Fields, Front, Name, Rights, codes};

use EntryKind::{Actor, Event, Person, Place, Source, Topic};

/// Of each entry, the entries whose own fields name it: an event's place, a person's office.
pub type Registered = BTreeMap<EntryId, BTreeSet<EntryId>>;

struct Names<'a> {
    entries: &'a mut Entries,
    broken: &'a Broken,
    complaints: &'a mut Vec<Diagnostic>,
}

/// What a card names.
pub type Named = Arc<BTreeSet<EntryId>>;

/// Every name of the site and what it means, before the texts' own links are looked at.
#[derive(Debug)]
pub struct Naming {
    /// All entries; which articles name them is filled in later.
    pub entries: Entries,
    /// Of each card, what its keys and marks name.
    pub named: Vec<Named>,
    /// Of each entry, the entries whose own fields name it.
    pub registered: Registered,
    /// What there is to say of names.
    pub complaints: Vec<Diagnostic>,
}

/// Gives every name its meaning. Names that are not registered become entries here.
pub fn naming(
    cards: &[Arc<Card>],
    registry: &[(EntryKind, Arc<str>, Entry)],
    broken: &Broken,
    earlier: Option<&Earlier<'_>>,
) -> Arc<Naming> {
    if let Some(earlier) = earlier.filter(|earlier| earlier.all(cards, same_naming)) {
        return Arc::clone(&earlier.before.naming);
    }
    let mut complaints = Vec::new();
    let mut entries = Entries::new(registry, cards, &mut complaints);
    let (named, registered) = named(cards, &mut entries, broken, &mut complaints);
    Arc::new(Naming { entries, named, registered, complaints })
}

/// The entries that each card names.
fn named(
    cards: &[Arc<Card>],
    entries: &mut Entries,
    broken: &Broken,
    complaints: &mut Vec<Diagnostic>,
) -> (Vec<Named>, Registered) {
    let mut names = Names { entries, broken, complaints };
    let named: Vec<Named> = cards.iter().map(|card| Arc::new(names.of_card(card))).collect();
    let mut registered = names.of_registry();
    for (card, named) in cards.iter().zip(&named) {
        let topic = card.topic().and_then(|topic| entries.find(Topic, &topic.id));
        for actor in named.iter().filter(|entry| entry.kind == Actor) {
            if let Some(topic) = topic {
                registered.entry(*actor).or_default().insert(topic);
            }
        }
    }
    parent_circles(cards, entries, complaints);
    (named, registered)
}

/// Adds what a text's own links name. A body that stays with the desk names nothing to readers.
pub fn with_links(named: &Named, card: &Card, links: &[Link]) -> Named {
    if card.article().is_some_and(|article| article.rights == Rights::Excerpt) {
        return Arc::clone(named);
    }
    let new = links.iter().filter_map(|link| match link.to {
        Destination::Entry(entry, _) if entry.kind != Topic => Some(entry),
        _ => None,
    });
    let new: Vec<EntryId> = new.filter(|entry| !named.contains(entry)).collect();
    match new.is_empty() {
        true => Arc::clone(named),
        false => Arc::new(named.iter().copied().chain(new).collect()),
    }
}

impl Names<'_> {
    fn one(&mut self, kind: EntryKind, name: &Name, path: &Arc<str>) -> Option<EntryId> {
        let before = self.complaints.len();
        let found = self.entries.find_or_add(kind, name, path, self.complaints);
        if self.broken.may_register(kind, &name.value) {
            self.complaints.truncate(before);
        }
        found
    }

    fn all(
        &mut self,
        kind: EntryKind,
        names: &[Name],
        path: &Arc<str>,
        into: &mut BTreeSet<EntryId>,
    ) {
        into.extend(names.iter().filter_map(|name| self.one(kind, name, path)));
    }

    fn of_card(&mut self, card: &Card) -> BTreeSet<EntryId> {
        let mut named = BTreeSet::new();
        let path = &card.path;
        match &card.front {
            Front::Article(article) => {
                self.all(Topic, &article.topics, path, &mut named);
                self.all(Place, &article.places, path, &mut named);
                self.all(Actor, &article.actors, path, &mut named);
                self.all(Event, &article.events, path, &mut named);
                self.all(Source, article.source.as_slice(), path, &mut named);
                self.all(Source, article.wire.as_slice(), path, &mut named);
            }
            Front::Topic(topic) => {
                self.all(Topic, topic.parent.as_slice(), path, &mut named);
                self.all(Actor, &topic.sides, path, &mut named);
            }
            Front::Briefing(briefing) => {
                let topics: Vec<Name> = briefing
                    .trend
                    .iter()
                    .chain(&briefing.alerts)
                    .map(|(topic, _)| topic.clone())
                    .collect();
                self.all(Topic, &topics, path, &mut named);
            }
            Front::Note(_) | Front::Correction(_) | Front::Page(_) => {}
        }
        self.of_marks(card, &mut named);
        named
    }

    fn of_marks(&mut self, card: &Card, named: &mut BTreeSet<EntryId>) {
        let path = &card.path;
        for claim in &card.text.claims {
            named.extend(self.speaker(&claim.who, path));
            self.all(Event, claim.event.as_slice(), path, named);
            self.all(Place, claim.place.as_slice(), path, named);
            self.attribution(&claim.by, path, named);
        }
        for loss in &card.text.losses {
            if let Some(who) = &loss.who {
                named.extend(self.speaker(who, path));
            }
            if !["both", "civilians"].contains(&loss.side.value.as_str()) {
                self.all(Actor, std::slice::from_ref(&loss.side), path, named);
            }
            self.all(Event, loss.event.as_slice(), path, named);
            self.attribution(&loss.by, path, named);
        }
    }

    /// Who speaks is an actor; a person or an outlet may speak for themselves.
    fn speaker(&mut self, who: &Name, path: &Arc<str>) -> Option<EntryId> {
        let known = [Actor, Person, Source]
            .into_iter()
            .find_map(|kind| self.entries.find(kind, &who.value));
        known.or_else(|| self.one(Actor, who, path))
    }

    fn attribution(&mut self, by: &Attribution, path: &Arc<str>, named: &mut BTreeSet<EntryId>) {
        if let Attribution::Person(name) = by {
            named.extend(self.one(Person, name, path));
        }
    }

    /// Names inside the registry itself: a person's actor, an event's place and so on.
    fn of_registry(&mut self) -> Registered {
        let mut inside: Vec<(EntryId, EntryKind, Name, Arc<str>)> = Vec::new();
        for kind in EntryKind::ALL {
            for (id, entry) in self.entries.of_kind(kind) {
                let Some(facts) = &entry.facts else { continue };
                let names = named_in(&facts.fields).into_iter();
                inside.extend(names.map(|(kind, name)| (id, kind, name, entry.place.0.clone())));
            }
        }
        let mut registered = Registered::new();
        for (from, kind, name, path) in inside {
            if let Some(to) = self.one(kind, &name, &path) {
                registered.entry(to).or_default().insert(from);
            }
        }
        registered
    }
}

/// The entries that a registry entry names.
fn named_in(fields: &Fields) -> Vec<(EntryKind, Name)> {
    let of = |kind: EntryKind, names: &[Name]| -> Vec<(EntryKind, Name)> {
        names.iter().map(|name| (kind, name.clone())).collect()
    };
    match fields {
        Fields::Place { disputed, .. } => disputed
            .iter()
            .flat_map(|disputed| {
                let claimed = disputed.claimed_by.iter();
                claimed
                    .chain(&disputed.controlled_by)
                    .map(|name| (Actor, name.clone()))
                    .collect::<Vec<_>>()
            })
            .collect(),
        Fields::Actor { parent, .. } => of(Actor, parent.as_slice()),
        Fields::Person { roles, .. } => {
            roles.iter().flat_map(|role| of(Actor, role.actor.as_slice())).collect()
        }
        Fields::Source { affiliated, .. } => of(Source, affiliated),
        Fields::Event { place, sides, .. } => {
            let mut names = of(Place, place.as_slice());
            names.extend(of(Actor, sides));
            names
        }
    }
}

/// A topic or actor that stands above itself, over any number of steps.
fn parent_circles(cards: &[Arc<Card>], entries: &Entries, complaints: &mut Vec<Diagnostic>) {
    for kind in [Topic, Actor] {
        for (id, entry) in entries.of_kind(kind) {
            let above = |id: EntryId| {
                super::entries::parent_name(entries.get(id), cards)
                    .and_then(|name| entries.find(kind, name))
            };
            let mut seen = BTreeSet::new();
            let mut next = above(id);
            while let Some(parent) = next.filter(|parent| seen.insert(*parent)) {
                if parent == id {
                    let message =
                        format!("the {} `{}` stands above itself", kind.word(), entry.name);
                    let complaint = Diagnostic::error(
                        codes::PARENT_CIRCLE,
                        &entry.place.0,
                        entry.place.1,
                        message,
                    );
                    complaints.push(complaint.help("change the `parent` of one of them"));
                }
                next = above(parent);
            }
        }
    }
}
