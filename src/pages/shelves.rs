//! What the whole site gathers month by month: claims, figures, events.

use std::collections::BTreeMap;

use super::Route;
use crate::desk::{CardId, Desk};

/// Months of something, each with how much it holds; they have pages of their own from two on.
pub struct Shelves {
    folder: String,
    months: BTreeMap<(i16, i8), usize>,
}

impl Shelves {
    fn new(desk: &Desk, folder: &str, months: BTreeMap<(i16, i8), usize>) -> Self {
        Self { folder: format!("{}{folder}", desk.tree), months }
    }

    /// The newest month.
    pub fn newest(&self) -> Option<(i16, i8)> {
        self.months.last_key_value().map(|(month, _)| *month)
    }

    /// How much a month holds.
    pub fn count(&self, month: (i16, i8)) -> usize {
        self.months.get(&month).copied().unwrap_or_default()
    }

    /// The addresses of the months that have pages.
    pub fn routes(&self) -> Vec<((i16, i8), Route)> {
        let parted = self.months.len() > 1;
        let months = self.months.keys().filter(|_| parted);
        months.map(|month| (*month, month_route(&self.folder, *month))).collect()
    }
}

fn month_route(folder: &str, (year, month): (i16, i8)) -> Route {
    Route::new(format!("{folder}{year:04}/{month:02}/"))
}

/// The month of a card's date.
pub fn month_of(desk: &Desk, card: CardId) -> Option<(i16, i8)> {
    desk.card(card).date().map(|date| (date.day.year(), date.day.month()))
}

/// The months that have claims.
pub fn claim_months(desk: &Desk) -> Shelves {
    let cards = desk.claims.all().iter().map(|told| told.id.card);
    Shelves::new(desk, "claims/", counted(desk, cards))
}

/// The months that have figures.
pub fn loss_months(desk: &Desk) -> Shelves {
    let cards = desk.losses.all().iter().map(|counted| counted.id.card);
    Shelves::new(desk, "losses/", counted(desk, cards))
}

/// The months that have events.
pub fn event_months(desk: &Desk) -> Shelves {
    let months = desk.timeline.months.iter();
    Shelves::new(desk, "timeline/", months.map(|(month, events)| (*month, events.len())).collect())
}

fn counted(desk: &Desk, cards: impl Iterator<Item = CardId>) -> BTreeMap<(i16, i8), usize> {
    let mut months = BTreeMap::new();
    for month in cards.filter_map(|card| month_of(desk, card)) {
        *months.entry(month).or_insert(0) += 1;
    }
    months
}
