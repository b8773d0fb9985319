//! What a desk can take from the desk before it.
//!
//! Everything here answers one question: is what goes into a part of the desk the same as it was?
//! Then the part is the same, and is shared rather than made again. A desk is never changed, and
//! an answer of no costs time, never truth.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::names::Naming;
use super::{CardId, Desk, Input, Withheld};
use crate::base::slugify;
use crate::model::{Card, Front};

/// The desk before, where it has the same cards in the same places but for those that changed in
/// themselves, and nothing else that names can mean has changed.
pub struct Earlier<'b> {
    /// The desk before.
    pub before: &'b Desk,
    /// The cards that are not what they were, in order.
    pub changed: Vec<CardId>,
    /// Every name that means a changed card, or meant it; few, and asked for by every card.
    names: Vec<u64>,
}

impl<'b> Earlier<'b> {
    /// Compares with the desk before. Settings, clock and audience must be those of that desk.
    pub fn of(input: &Input<'b>, cards: &[Arc<Card>], withheld: &[Withheld]) -> Option<Self> {
        let before = input.before?;
        let same = before.is_of(&input.registry, &input.statics, &input.broken)
            && before.cards.len() == cards.len()
            && same_names(&before.withheld, withheld);
        if !same {
            return None;
        }
        let mut changed = Vec::new();
        for (at, (old, new)) in before.cards.iter().zip(cards).enumerate() {
            if Arc::ptr_eq(old, new) {
                continue;
            }
            // Topics have names of every kind, and files in other places have other numbers.
            if old.path != new.path || new.topic().is_some() {
                return None;
            }
            changed.push(CardId(at as u32));
        }
        let both = |id: &CardId| [&before.cards[id.0 as usize], &cards[id.0 as usize]];
        let names = changed.iter().flat_map(both).flat_map(|card| names_of(card));
        let mut names: Vec<u64> = names.collect();
        names.sort_unstable();
        names.dedup();
        Some(Self { before, changed, names })
    }

    /// A changed card as it was and as it is.
    fn pairs<'s>(&'s self, cards: &'s [Arc<Card>]) -> impl Iterator<Item = (&'s Card, &'s Card)> {
        let ids = self.changed.iter().map(|id| id.0 as usize);
        ids.map(|at| (&*self.before.cards[at], &*cards[at]))
    }

    /// Whether something holds of every changed card as it was and as it is.
    pub fn all(&self, cards: &[Arc<Card>], holds: impl Fn(&Card, &Card) -> bool) -> bool {
        self.pairs(cards).all(|(old, new)| holds(old, new))
    }

    /// Whether a card is not what it was.
    pub fn has_changed(&self, id: CardId) -> bool {
        self.changed.binary_search(&id).is_ok()
    }

    fn means(&self, name: u64) -> bool {
        match self.names.len() {
            0..8 => self.names.contains(&name),
            _ => self.names.binary_search(&name).is_ok(),
        }
    }

    /// Whether a card that asks for these names would get the same answers.
    pub fn answers(&self, id: CardId, asks: &[u64]) -> bool {
        !self.has_changed(id) && !asks.iter().any(|ask| self.means(*ask))
    }
}

/// Whether the same names are withheld.
fn same_names(before: &[Withheld], now: &[Withheld]) -> bool {
    let same = |(a, b): (&Withheld, &Withheld)| {
        Arc::ptr_eq(&a.card, &b.card)
            || (a.card.path == b.card.path
                && a.card.slug() == b.card.slug()
                && a.card.title() == b.card.title())
    };
    before.len() == now.len() && before.iter().zip(now).all(same)
}

/// A name as cards ask for it.
pub fn key(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

/// The names that mean a card: its path, its slug, its title.
fn names_of(card: &Card) -> [u64; 3] {
    [key(&card.path), key(card.slug()), key(&slugify(card.title()))]
}

/// Whether two cards have the same place in every list.
pub fn same_order(old: &Card, new: &Card) -> bool {
    let weight = |card: &Card| match &card.front {
        Front::Article(article) => article.weight,
        Front::Page(page) => page.weight,
        _ => 0,
    };
    old.date() == new.date() && weight(old) == weight(new)
}

/// Whether two cards name the same at the same places.
pub fn same_naming(old: &Card, new: &Card) -> bool {
    let keys = match (&old.front, &new.front) {
        (Front::Article(a), Front::Article(b)) => {
            (&a.topics, &a.places, &a.actors, &a.events, &a.source, &a.wire, &a.rights)
                == (&b.topics, &b.places, &b.actors, &b.events, &b.source, &b.wire, &b.rights)
        }
        (Front::Briefing(a), Front::Briefing(b)) => (&a.trend, &a.alerts) == (&b.trend, &b.alerts),
        (Front::Topic(_), _) => false,
        _ => true,
    };
    keys && old.text.claims == new.text.claims && old.text.losses == new.text.losses
}

impl Naming {
    /// Whether names lead to the same entries with the same numbers.
    pub fn leads_as(&self, other: &Self) -> bool {
        self.entries.is_as(&other.entries)
    }
}
