use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::links::Destination;
use super::{CardId, Desk, EntryId};
use crate::base::Day;
use crate::model::{Front, Rights};

/// Anything that can be referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// An article, note, briefing or page.
    Card(CardId),
    /// A topic, place, actor, person, source or event.
    Entry(EntryId),
    /// A day.
    Day(Day),
}

/// What refers to each thing: by a link in its text, as related, as an item of a briefing, by
/// answering one of its claims, or as a note on it.
pub fn cited_by(desk: &Desk) -> BTreeMap<Thing, Vec<CardId>> {
    let mut cited: HashMap<Thing, Vec<CardId>> = HashMap::new();
    for id in (0..desk.cards.len() as u32).map(CardId) {
        for thing in cites(desk, id) {
            cited.entry(thing).or_default().push(id);
        }
    }
    for (thing, notes) in &desk.noted {
        cited.entry(*thing).or_default().extend(notes);
    }
    let newest = |mut ids: Vec<CardId>| {
        ids.sort_by_key(|id| (std::cmp::Reverse(desk.card(*id).date()), *id));
        ids.dedup();
        ids
    };
    cited.into_iter().map(|(thing, ids)| (thing, newest(ids))).collect()
}

/// What a card refers to, but for what a note is on.
pub fn cites(desk: &Desk, id: CardId) -> BTreeSet<Thing> {
    let card = desk.card(id);
    let excerpt = card.article().is_some_and(|article| article.rights == Rights::Excerpt);
    let links = if excerpt { Vec::new() } else { by_links(desk, id) };
    let things = links.into_iter().chain(by_keys(desk, id));
    things.filter(|thing| *thing != Thing::Card(id)).collect()
}

fn by_links(desk: &Desk, id: CardId) -> Vec<Thing> {
    let links = desk.links_of(id).iter();
    links
        .filter_map(|link| match &link.to {
            Destination::Card(id, _) => Some(Thing::Card(*id)),
            Destination::Entry(id, _) => Some(Thing::Entry(*id)),
            Destination::Day(day) => Some(Thing::Day(*day)),
            _ => None,
        })
        .collect()
}

fn by_keys(desk: &Desk, id: CardId) -> Vec<Thing> {
    let card = desk.card(id);
    let mut things = Vec::new();
    match &card.front {
        Front::Article(article) => {
            things.extend(
                article
                    .related
                    .iter()
                    .filter_map(|name| desk.article_called(&name.value))
                    .map(Thing::Card),
            );
        }
        Front::Briefing(_) => things.extend(desk.items_of(id).into_iter().map(Thing::Card)),
        Front::Note(_) | Front::Correction(_) | Front::Topic(_) | Front::Page(_) => {}
    }
    let answered =
        card.text.claims.iter().filter_map(|claim| claim.answers.as_ref()?.value.article.as_ref());
    things.extend(answered.filter_map(|slug| desk.article_called(slug)).map(Thing::Card));
    things
}

impl Desk {
    /// The public article that a slug or title means.
    pub fn article_called(&self, name: &str) -> Option<CardId> {
        self.called.article(name, &self.cards)
    }

    /// The articles of a briefing: those it names, or every article of its day by topic.
    pub fn items_of(&self, briefing: CardId) -> Vec<CardId> {
        let Some(front) = self.card(briefing).briefing() else { return Vec::new() };
        // Of a released edition, those that readers got.
        if let Some((_, items)) = self.released.get(&briefing) {
            return items.iter().filter_map(|item| item.card).collect();
        }
        if !front.items.is_empty() {
            return front
                .items
                .iter()
                .filter_map(|item| self.article_called(&item.value))
                .collect();
        }
        let mut items =
            self.days.get(&front.date.day).map(|shelf| shelf.articles.clone()).unwrap_or_default();
        // By topic: in the order in which the day's topics first come up.
        let mut order: Vec<EntryId> = Vec::new();
        let first: BTreeMap<CardId, usize> = items
            .iter()
            .map(|id| {
                let topic = self.first_topic(*id);
                let place = topic.map_or(usize::MAX, |topic| {
                    order.iter().position(|known| *known == topic).unwrap_or_else(|| {
                        order.push(topic);
                        order.len() - 1
                    })
                });
                (*id, place)
            })
            .collect();
        items.sort_by_key(|id| first[id]);
        items
    }

    /// The first topic that an article names.
    pub fn first_topic(&self, id: CardId) -> Option<EntryId> {
        let article = self.card(id).article()?;
        let topic = article.topics.first()?;
        self.entries.find(crate::model::EntryKind::Topic, &topic.value)
    }
}
