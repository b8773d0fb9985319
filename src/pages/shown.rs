use std::collections::BTreeSet;

use super::plan::month_of;
use super::{CardOf, MapOf, PageKind};
use crate::desk::{CardId, Desk, EntryId, Thing};
use crate::model::EntryKind;

/// The closed list of cards that a page shows: what `why` prints, and what a page depends on.
pub fn shown(desk: &Desk, kind: &PageKind) -> Vec<CardId> {
    let mut cards = BTreeSet::new();
    match kind {
        PageKind::Home => match desk.briefings.first() {
            Some(id) => edition(desk, *id, &mut cards),
            None => {
                let latest = desk.days.last_key_value();
                cards.extend(latest.iter().flat_map(|(_, shelf)| &shelf.articles));
            }
        },
        PageKind::Card(of) => shared(desk, *of, &mut cards),
        PageKind::Briefing(id) | PageKind::Text(id) | PageKind::Mail(id) => {
            edition(desk, *id, &mut cards)
        }
        PageKind::Article(id) | PageKind::Note(id) | PageKind::Plain(id) => {
            own(desk, *id, &mut cards)
        }
        PageKind::Day(day) => {
            if let Some(shelf) = desk.days.get(day) {
                cards.extend(shelf.articles.iter().chain(&shelf.notes).chain(&shelf.briefings));
            }
            cards.extend(desk.notes_on(Thing::Day(*day)));
        }
        PageKind::Month(year, month) => dated(desk, &mut cards, |y, m| y == *year && m == *month),
        PageKind::Year(year) => dated(desk, &mut cards, |y, _| y == *year),
        PageKind::Entry(id) => entry(desk, *id, &mut cards),
        PageKind::EntryMonth(id, year, month) => {
            cards.extend(month_of(desk, *id, *year, *month));
        }
        PageKind::Map(MapOf::Edition(id), _) => edition(desk, *id, &mut cards),
        PageKind::Map(MapOf::Entry(id), _) => {
            let entry = desk.entries.get(*id);
            cards.extend(entry.card);
            cards.extend(&entry.articles);
        }
        PageKind::Index(kind) => {
            cards.extend(desk.entries.of_kind(*kind).filter_map(|(_, entry)| entry.card))
        }
        PageKind::Briefings => cards.extend(desk.briefings.iter()),
        PageKind::Corrections | PageKind::CorrectionsAtom | PageKind::CorrectionsJson => {
            cards.extend(desk.corrections.iter().map(|corrected| corrected.correction));
        }
        PageKind::Notes => cards.extend(desk.notes.iter()),
        PageKind::Claims(month) => {
            let all = desk.claims.all().iter().map(|told| told.id.card);
            cards.extend(of_month(desk, all, *month));
        }
        PageKind::Losses(month) => {
            let all = desk.losses.all().iter().map(|counted| counted.id.card);
            cards.extend(of_month(desk, all, *month));
        }
        PageKind::Timeline(month) => timeline(desk, *month, &mut cards),
        PageKind::Data(_) => cards.extend(desk.articles.iter()),
        PageKind::Alias(_)
        | PageKind::Withdrawn(_)
        | PageKind::NotFound
        | PageKind::Robots
        | PageKind::Headers
        | PageKind::Search
        | PageKind::Style => {}
        PageKind::Atom(topic) | PageKind::JsonFeed(topic) => {
            cards.extend(super::views::feed_items(desk, *topic))
        }
        PageKind::Sitemap | PageKind::SearchFile(_) => {
            cards.extend((0..desk.cards.len() as u32).map(CardId));
        }
    }
    cards.into_iter().collect()
}

fn timeline(desk: &Desk, month: Option<(i16, i8)>, cards: &mut BTreeSet<CardId>) {
    let months = desk.timeline.months.iter();
    let month = month.or(desk.timeline.months.keys().next_back().copied());
    let events = months.filter(|(known, _)| Some(**known) == month);
    for event in events.flat_map(|(_, events)| events) {
        cards.extend(&desk.entries.get(*event).articles);
    }
}

/// What stands on the picture of a shared link.
fn shared(desk: &Desk, of: CardOf, cards: &mut BTreeSet<CardId>) {
    match of {
        CardOf::Site => {}
        CardOf::Briefing(id) => drop(cards.insert(id)),
        CardOf::Topic(id) => {
            let topic = desk.entries.get(id);
            cards.extend(topic.card.iter().chain(topic.articles.first()));
        }
    }
}

fn own(desk: &Desk, id: CardId, cards: &mut BTreeSet<CardId>) {
    cards.insert(id);
    corrected(desk, Thing::Card(id), cards);
    cards.extend(desk.notes_on(Thing::Card(id)));
    cards.extend(desk.cited_by.get(&Thing::Card(id)).into_iter().flatten());
    cards.extend(desk.related[id.0 as usize].iter().map(|related| related.card));
}

fn corrected(desk: &Desk, thing: Thing, cards: &mut BTreeSet<CardId>) {
    cards.extend(desk.corrections_of(thing).map(|corrected| corrected.correction));
}

fn edition(desk: &Desk, id: CardId, cards: &mut BTreeSet<CardId>) {
    cards.insert(id);
    corrected(desk, Thing::Card(id), cards);
    for item in desk.items_of(id) {
        cards.insert(item);
        if desk.lock_of(id).is_some() {
            corrected(desk, Thing::Card(item), cards);
        }
        cards.extend(desk.notes_on(Thing::Card(item)));
    }
}

fn entry(desk: &Desk, id: EntryId, cards: &mut BTreeSet<CardId>) {
    let entry = desk.entries.get(id);
    corrected(desk, Thing::Entry(id), cards);
    cards.extend(entry.card);
    cards.extend(&entry.articles);
    cards.extend(desk.notes_on(Thing::Entry(id)));
    cards.extend(desk.cited_by.get(&Thing::Entry(id)).into_iter().flatten());
    if id.kind == EntryKind::Topic {
        cards.extend(entry.children.iter().filter_map(|child| desk.entries.get(*child).card));
    }
}

/// The cards of a month, or of the newest.
fn of_month(
    desk: &Desk,
    cards: impl Iterator<Item = CardId>,
    month: Option<(i16, i8)>,
) -> BTreeSet<CardId> {
    let of = |id: CardId| desk.card(id).date().map(|date| (date.day.year(), date.day.month()));
    let cards: BTreeSet<CardId> = cards.collect();
    let month = month.or(cards.iter().filter_map(|id| of(*id)).max());
    cards.into_iter().filter(|id| of(*id) == month).collect()
}

fn dated(desk: &Desk, cards: &mut BTreeSet<CardId>, wanted: impl Fn(i16, i8) -> bool) {
    for (day, shelf) in desk.days.iter() {
        if wanted(day.year(), day.month()) {
            cards.extend(shelf.articles.iter().chain(&shelf.briefings));
        }
    }
}
