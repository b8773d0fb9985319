//! Lists, and what refers to what: each made anew, or shared with the desk before where the same
//! goes into it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::before::{Earlier, same_order};
use super::looked::Looked;
use super::names::{self, Named, Naming};
use super::{CardId, Desk, Thing, backlinks, days, entries, related};
use crate::model::{Card, Front};

/// Of each card, the entries that it names in its keys, its marks and its text.
pub fn named(
    cards: &[Arc<Card>],
    naming: &Arc<Naming>,
    looked: &[Arc<Looked>],
    earlier: Option<&Earlier<'_>>,
) -> Vec<Named> {
    let earlier = earlier.filter(|earlier| Arc::ptr_eq(naming, &earlier.before.naming));
    let of_card = |at: usize| {
        let known = earlier.map(|earlier| &earlier.before.looked[at]);
        match (earlier, known) {
            (Some(earlier), Some(known)) if Arc::ptr_eq(known, &looked[at]) => {
                Arc::clone(&earlier.before.named[at])
            }
            _ => names::with_links(&naming.named[at], &cards[at], &looked[at].links),
        }
    };
    (0..cards.len()).map(of_card).collect()
}

/// Puts everything into its lists: by date, by entry, by day. Where no date, weight or name is
/// another one, the lists are those of the desk before.
pub fn order(desk: &mut Desk, earlier: Option<&Earlier<'_>>) {
    let same_names = |before: &Desk| {
        let pairs = before.named.iter().zip(&desk.named);
        before.naming.leads_as(&desk.naming)
            && pairs.into_iter().all(|(a, b)| Arc::ptr_eq(a, b) || a == b)
    };
    let same = earlier.filter(|earlier| earlier.all(&desk.cards, same_order));
    if let Some(Earlier { before, .. }) = same.filter(|earlier| same_names(earlier.before)) {
        desk.articles = Arc::clone(&before.articles);
        desk.notes = Arc::clone(&before.notes);
        desk.briefings = Arc::clone(&before.briefings);
        desk.pages = Arc::clone(&before.pages);
        desk.places = Arc::clone(&before.places);
        desk.entries = Arc::clone(&before.entries);
        desk.days = Arc::clone(&before.days);
        return;
    }
    let cards = &desk.cards;
    desk.articles = newest_first(cards, |front| matches!(front, Front::Article(_))).into();
    desk.notes = newest_first(cards, |front| matches!(front, Front::Note(_))).into();
    desk.briefings = newest_first(cards, |front| matches!(front, Front::Briefing(_))).into();
    desk.pages = heaviest_first(cards).into();
    desk.places = positions(desk).into();
    let entries = desk.naming.entries.clone();
    desk.entries = entries::filled(entries, &desk.articles, &desk.named, cards).into();
    desk.days = days::shelves(desk).into();
}

/// Connects what refers to what, and what is near to what.
pub fn connect(desk: &mut Desk, earlier: Option<&Earlier<'_>>) {
    // Lists that are shared were found to be the same.
    let same = earlier.filter(|earlier| Arc::ptr_eq(&earlier.before.entries, &desk.entries));
    let kept = same.filter(|earlier| earlier.before.noted == desk.noted).filter(|earlier| {
        looked_again(desk, earlier)
            .all(|id| backlinks::cites(earlier.before, id) == backlinks::cites(desk, id))
    });
    desk.cited_by = match kept {
        Some(earlier) => Arc::clone(&earlier.before.cited_by),
        None => backlinks::cited_by(desk).into(),
    };
    let kept = same.filter(|earlier| {
        looked_again(desk, earlier)
            .all(|id| related::named(earlier.before, id) == related::named(desk, id))
    });
    desk.related = match kept {
        Some(earlier) => Arc::clone(&earlier.before.related),
        None => related::related(desk).into(),
    };
}

/// The cards that were looked up again.
fn looked_again<'s>(desk: &'s Desk, earlier: &'s Earlier<'_>) -> impl Iterator<Item = CardId> + 's {
    let pairs = earlier.before.looked.iter().zip(&desk.looked).enumerate();
    pairs.filter(|(_, (a, b))| !Arc::ptr_eq(a, b)).map(|(at, _)| CardId(at as u32))
}

/// Of each note, the things that it is on.
pub fn things(noted: &BTreeMap<Thing, Vec<CardId>>) -> BTreeMap<CardId, Vec<Thing>> {
    let mut things: BTreeMap<CardId, Vec<Thing>> = BTreeMap::new();
    for (thing, notes) in noted {
        for note in notes {
            things.entry(*note).or_default().push(*thing);
        }
    }
    things
}

/// Where each article stands in the list of all articles, newest first.
fn positions(desk: &Desk) -> Vec<usize> {
    let mut places = vec![usize::MAX; desk.cards.len()];
    for (place, id) in desk.articles.iter().enumerate() {
        places[id.0 as usize] = place;
    }
    places
}

/// Newest first; on one day the heavier first, then by time, then by path.
fn newest_first(cards: &[Arc<Card>], of_kind: impl Fn(&Front) -> bool) -> Vec<CardId> {
    let mut ids: Vec<CardId> = (0..cards.len() as u32)
        .map(CardId)
        .filter(|id| of_kind(&cards[id.0 as usize].front))
        .collect();
    ids.sort_by_cached_key(|id| {
        let card = &cards[id.0 as usize];
        let date = card.date();
        let weight = card.article().map_or(0, |article| article.weight);
        (
            std::cmp::Reverse(date.map(|date| date.day)),
            std::cmp::Reverse(weight),
            std::cmp::Reverse(date.and_then(|date| date.time)),
            // Cards are sorted by path.
            *id,
        )
    });
    ids
}

fn heaviest_first(cards: &[Arc<Card>]) -> Vec<CardId> {
    let mut ids: Vec<CardId> = (0..cards.len() as u32)
        .map(CardId)
        .filter(|id| cards[id.0 as usize].page().is_some())
        .collect();
    ids.sort_by_cached_key(|id| {
        let card = &cards[id.0 as usize];
        (std::cmp::Reverse(card.page().map_or(0, |page| page.weight)), *id)
    });
    ids
}
