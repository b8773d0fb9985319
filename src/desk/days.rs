use std::collections::BTreeMap;

use super::{CardId, Desk, EntryId};
use crate::base::Day;
use crate::model::{EntryKind, Fields};

/// What belongs to a day.
#[derive(Debug, Default, Clone)]
pub struct Shelf {
    /// Articles of the day, as they are listed.
    pub articles: Vec<CardId>,
    /// Notes written on the day.
    pub notes: Vec<CardId>,
    /// Editions of the day.
    pub briefings: Vec<CardId>,
    /// Events that happened on the day, whenever they were learned.
    pub events: Vec<EntryId>,
}

/// Everything that has a date, on its day's shelf. A day is a day of the site when something was
/// published on it; what happened on other days has no page to stand on.
pub fn shelves(desk: &Desk) -> BTreeMap<Day, Shelf> {
    let mut days: BTreeMap<Day, Shelf> = BTreeMap::new();
    for id in desk.articles.iter().chain(&*desk.notes).chain(&*desk.briefings) {
        let card = &desk.cards[id.0 as usize];
        let Some(date) = card.date() else { continue };
        let shelf = days.entry(date.day).or_default();
        match () {
            () if card.article().is_some() => shelf.articles.push(*id),
            () if card.note().is_some() => shelf.notes.push(*id),
            () => shelf.briefings.push(*id),
        }
    }
    for (id, event) in desk.entries.of_kind(EntryKind::Event) {
        let Some(Fields::Event { when: Some(when), .. }) =
            event.facts.as_ref().map(|facts| &facts.fields)
        else {
            continue;
        };
        let day = when.earliest().filter(|day| when.latest() == Some(*day));
        if let Some(shelf) = day.and_then(|day| days.get_mut(&day)) {
            shelf.events.push(id);
        }
    }
    days
}
