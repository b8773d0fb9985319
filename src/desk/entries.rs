use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::CardId;
use super::names::Named;
use crate::base::{Diagnostic, Spot, nearest, slugify};
use crate::model::{Card, Entry, EntryKind, Fields, Identify, Name, codes};

/// Which entry of a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// Of what kind.
    pub kind: EntryKind,
    /// Which of its kind.
    pub index: u32,
}

/// A topic, place, actor, person, source or event with all that belongs to it.
#[derive(Debug, Clone)]
pub struct DeskEntry {
    /// The id in its address.
    pub id: String,
    /// The name that readers see.
    pub name: String,
    /// What the registry says; nothing for names that are not registered, nor for topics.
    pub facts: Option<Entry>,
    /// A topic's own file.
    pub card: Option<CardId>,
    /// Where it was registered, or first named.
    pub place: (Arc<str>, Spot),
    /// The entry above it.
    pub parent: Option<EntryId>,
    /// The entries below it.
    pub children: Vec<EntryId>,
    /// Articles that name it, newest first.
    pub articles: Vec<CardId>,
}

/// The six lists, and every spelling that means one of their entries.
#[derive(Debug, Clone, Default)]
pub struct Entries {
    lists: BTreeMap<EntryKind, Vec<DeskEntry>>,
    spellings: HashMap<(EntryKind, String), u32>,
}

impl Entries {
    /// Takes in the registry and the topics' files.
    pub fn new(
        registry: &[(EntryKind, Arc<str>, Entry)],
        cards: &[Arc<Card>],
        complaints: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut entries = Self::default();
        for (at, card) in cards.iter().enumerate() {
            if let Some(topic) = card.topic() {
                let id = Some(CardId(at as u32));
                let place = (card.path.clone(), card.spot);
                entries.register(
                    EntryKind::Topic,
                    &topic.id,
                    &topic.title,
                    &topic.aliases,
                    None,
                    id,
                    place,
                    complaints,
                );
            }
        }
        for (kind, path, entry) in registry {
            let name = shown_name(entry);
            let (place, facts) = ((Arc::clone(path), entry.spot), Some(entry.clone()));
            entries.register(
                *kind,
                &entry.id,
                &name,
                &entry.aliases,
                facts,
                None,
                place,
                complaints,
            );
        }
        entries
    }

    #[allow(clippy::too_many_arguments, reason = "one call each for topics and for the registry")]
    fn register(
        &mut self,
        kind: EntryKind,
        id: &str,
        name: &str,
        aliases: &[Name],
        facts: Option<Entry>,
        card: Option<CardId>,
        place: (Arc<str>, Spot),
        complaints: &mut Vec<Diagnostic>,
    ) {
        let native = facts.as_ref().and_then(|facts| facts.native.clone());
        // Somebody who must not be named is looked up by the name that the desk knows.
        let known = facts.as_ref().map_or_else(|| name.to_owned(), |facts| facts.name.clone());
        let index = self.push(kind, id, name, facts, card, place.clone());
        let spellings = [id, known.as_str()].into_iter().map(|text| (text.to_owned(), place.1));
        let names =
            self.list(kind)[index as usize].facts.iter().flat_map(|facts| facts.names.values());
        let native: Vec<_> =
            native.into_iter().chain(names.cloned()).map(|text| (text, place.1)).collect();
        let aliases = aliases.iter().map(|alias| (alias.value.clone(), alias.spot));
        for (text, spot) in spellings.chain(native).chain(aliases) {
            self.spell(kind, &text, index, &place.0, spot, complaints);
        }
    }

    fn push(
        &mut self,
        kind: EntryKind,
        id: &str,
        name: &str,
        facts: Option<Entry>,
        card: Option<CardId>,
        place: (Arc<str>, Spot),
    ) -> u32 {
        let list = self.lists.entry(kind).or_default();
        list.push(DeskEntry {
            id: id.to_owned(),
            name: name.to_owned(),
            facts,
            card,
            place,
            parent: None,
            children: Vec::new(),
            articles: Vec::new(),
        });
        list.len() as u32 - 1
    }

    fn spell(
        &mut self,
        kind: EntryKind,
        text: &str,
        index: u32,
        path: &Arc<str>,
        spot: Spot,
        complaints: &mut Vec<Diagnostic>,
    ) {
        let key = (kind, slugify(text));
        let known = *self.spellings.entry(key).or_insert(index);
        if known != index {
            let other = &self.list(kind)[known as usize];
            let message = format!(
                "`{text}` already means the {} `{}` ({}:{})",
                kind.word(),
                other.id,
                other.place.0,
                other.place.1.line
            );
            complaints.push(
                Diagnostic::error(codes::AMBIGUOUS_NAME, path, spot, message)
                    .help("give one of them another name or alias"),
            );
        }
    }

    /// Whether these are the same entries under the same spellings, with the same registry.
    pub(super) fn is_as(&self, other: &Self) -> bool {
        let same = |a: &DeskEntry, b: &DeskEntry| {
            (&a.id, &a.name, a.card, &a.place) == (&b.id, &b.name, b.card, &b.place)
        };
        self.spellings == other.spellings
            && EntryKind::ALL.into_iter().all(|kind| {
                let (a, b) = (self.list(kind), other.list(kind));
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
            })
    }

    /// The entries of a kind.
    pub fn list(&self, kind: EntryKind) -> &[DeskEntry] {
        self.lists.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// An entry.
    pub fn get(&self, id: EntryId) -> &DeskEntry {
        &self.list(id.kind)[id.index as usize]
    }

    /// An entry, to be changed.
    pub(super) fn get_mut(&mut self, id: EntryId) -> Option<&mut DeskEntry> {
        self.lists.get_mut(&id.kind)?.get_mut(id.index as usize)
    }

    /// All entries of a kind with their ids.
    pub fn of_kind(&self, kind: EntryKind) -> impl Iterator<Item = (EntryId, &DeskEntry)> {
        self.list(kind)
            .iter()
            .enumerate()
            .map(move |(at, entry)| (EntryId { kind, index: at as u32 }, entry))
    }

    /// The entry that a name means, by id, name or alias in any spelling with the same slug.
    pub fn find(&self, kind: EntryKind, name: &str) -> Option<EntryId> {
        let index = *self.spellings.get(&(kind, slugify(name)))?;
        Some(EntryId { kind, index })
    }

    /// The entry that a name means; one that is not registered gets a plain entry and a warning.
    pub fn find_or_add(
        &mut self,
        kind: EntryKind,
        name: &Name,
        path: &Arc<str>,
        complaints: &mut Vec<Diagnostic>,
    ) -> Option<EntryId> {
        if let Some(found) = self.find(kind, &name.value) {
            return Some(found);
        }
        let slug = slugify(&name.value);
        let id = short(&slug);
        if id.is_empty() {
            let message =
                format!("`{}` gives no address: it has neither letters nor digits", name.value);
            complaints.push(
                Diagnostic::error(codes::WRONG_SLUG, path, name.spot, message).help("write a name"),
            );
            return None;
        }
        let help = match self.nearest(kind, &name.value) {
            Some(near) => format!("did you mean `{near}`?"),
            None if kind == EntryKind::Topic => {
                format!("write content/topics/{id}.md, or leave it with a plain page")
            }
            None => format!(
                "add `{id}:` to content/registry/{}.yaml, or leave it with a plain page",
                kind.folder()
            ),
        };
        let message = format!("the {} `{}` is not registered", kind.word(), name.value);
        complaints
            .push(Diagnostic::warning(codes::UNKNOWN_NAME, path, name.spot, message).help(help));
        let index = self.push(kind, &id, &name.value, None, None, (path.clone(), name.spot));
        self.spellings.insert((kind, slug), index);
        Some(EntryId { kind, index })
    }

    /// The registered name nearest to a wrong one: of ids, names and aliases.
    pub fn nearest(&self, kind: EntryKind, name: &str) -> Option<String> {
        let registered =
            self.list(kind).iter().filter(|entry| entry.facts.is_some() || entry.card.is_some());
        let spellings = registered.flat_map(|entry| {
            let aliases = entry
                .facts
                .iter()
                .flat_map(|facts| facts.aliases.iter().map(|alias| alias.value.as_str()));
            [entry.name.as_str(), entry.id.as_str()].into_iter().chain(aliases)
        });
        nearest(name, spellings).map(str::to_owned)
    }
}

/// The longest id, in bytes, that a name gives by itself.
const LONGEST_ID: usize = 80;

/// An id that hosts take: a long one is cut at a word and told apart by a few digits of its hash,
/// so that it does not depend on what else the site holds.
fn short(slug: &str) -> String {
    if slug.len() <= LONGEST_ID {
        return slug.to_owned();
    }
    let mut end = LONGEST_ID;
    while !slug.is_char_boundary(end) {
        end -= 1;
    }
    let head = slug[..end].rfind('-').map_or(&slug[..end], |at| &slug[..at]);
    let hash = Sha256::digest(slug.as_bytes());
    format!("{head}-{:02x}{:02x}{:02x}", hash[0], hash[1], hash[2])
}

/// What readers see of a name. A person who must not be named is their office, or nothing.
fn shown_name(entry: &Entry) -> String {
    let Fields::Person { roles, identify, minor } = &entry.fields else {
        return entry.name.clone();
    };
    match (identify, minor) {
        (Identify::Full, false) => entry.name.clone(),
        (Identify::Role, false) => roles.first().map_or_else(unnamed, |role| role.title.clone()),
        _ => unnamed(),
    }
}

impl DeskEntry {
    /// Whether this is somebody whose name must not be printed.
    pub fn is_protected(&self) -> bool {
        self.facts.as_ref().is_some_and(|facts| facts.name != self.name)
    }

    /// Whether not even their office may be printed.
    pub fn is_hidden(&self) -> bool {
        self.facts.as_ref().is_some_and(|facts| {
            matches!(
                &facts.fields,
                Fields::Person { identify: Identify::None, .. }
                    | Fields::Person { minor: true, .. }
            )
        })
    }
}

fn unnamed() -> String {
    "A person not named".to_owned()
}

/// The entries with the articles that name each, and what stands above and below it.
pub fn filled(
    mut entries: Entries,
    articles: &[CardId],
    named: &[Named],
    cards: &[Arc<Card>],
) -> Entries {
    for id in articles {
        for entry in &*named[id.0 as usize] {
            if let Some(entry) = entries.get_mut(*entry) {
                entry.articles.push(*id);
            }
        }
    }
    for kind in [EntryKind::Topic, EntryKind::Actor] {
        let above = |entry| parent_name(entry, cards).and_then(|name| entries.find(kind, name));
        let parents: Vec<(EntryId, Option<EntryId>)> =
            entries.of_kind(kind).map(|(id, entry)| (id, above(entry))).collect();
        for (child, parent) in parents {
            let Some(parent) = parent.filter(|parent| *parent != child) else { continue };
            if let Some(entry) = entries.get_mut(child) {
                entry.parent = Some(parent);
            }
            if let Some(entry) = entries.get_mut(parent) {
                entry.children.push(child);
            }
        }
    }
    entries
}

/// The name of the entry above, as the registry or the topic's file gives it.
pub fn parent_name<'a>(entry: &'a DeskEntry, cards: &'a [Arc<Card>]) -> Option<&'a str> {
    let topic = entry.card.and_then(|id| cards[id.0 as usize].topic());
    let of_topic = topic.and_then(|topic| topic.parent.as_ref());
    let of_actor = entry.facts.as_ref().and_then(|facts| match &facts.fields {
        Fields::Actor { parent, .. } => parent.as_ref(),
        _ => None,
    });
    of_topic.or(of_actor).map(|name| name.value.as_str())
}
