use std::collections::BTreeSet;
use std::sync::Arc;

use super::CardId;
use super::before::{Earlier, key};
use crate::base::{Day, slugify};
use crate::model::Card;

/// What cards are called: by path, slug and title, and the days that they are of.
#[derive(Debug, Clone, Default)]
pub struct CardNames {
    slugs: Names,
    titles: Names,
    pub(super) days: Arc<BTreeSet<Day>>,
}

/// The keys of all names of a kind with the cards that they mean, sorted. Several names may share
/// a key, so what is found is compared with the card itself.
type Names = Arc<Vec<(u64, CardId)>>;

impl CardNames {
    /// Of all cards; what no changed card has changed is taken from before.
    pub fn new(cards: &[Arc<Card>], earlier: Option<&Earlier<'_>>) -> Self {
        let before = earlier.map(|earlier| &earlier.before.called);
        let same_days = |earlier: &&Earlier<'_>| earlier.all(cards, |a, b| a.date() == b.date());
        let days = earlier.filter(same_days).map(|earlier| Arc::clone(&earlier.before.called.days));
        Self {
            slugs: names(cards, slug_key, earlier, before.map(|before| &before.slugs)),
            titles: names(cards, title_key, earlier, before.map(|before| &before.titles)),
            days: days.unwrap_or_else(|| Arc::new(days_of(cards))),
        }
    }

    /// The card of a path.
    pub fn path(&self, path: &str, cards: &[Arc<Card>]) -> Option<CardId> {
        let at = cards.binary_search_by(|card| (*card.path).cmp(path)).ok()?;
        Some(CardId(at as u32))
    }

    /// The card with a slug; of several an article, the first by path.
    pub fn slug(&self, slug: &str, cards: &[Arc<Card>]) -> Option<CardId> {
        self.exact(slug, cards).or_else(|| self.exact(&slugify(slug), cards))
    }

    fn exact(&self, slug: &str, cards: &[Arc<Card>]) -> Option<CardId> {
        let found = || found(&self.slugs, slug, cards, |card| card.slug() == slug);
        let article = found().find(|id| cards[id.0 as usize].article().is_some());
        article.or_else(|| found().next())
    }

    /// The first card with a title, given as a slug.
    pub fn title(&self, title: &str, cards: &[Arc<Card>]) -> Option<CardId> {
        self.titled(title, cards).next()
    }

    fn titled<'n>(
        &'n self,
        title: &'n str,
        cards: &'n [Arc<Card>],
    ) -> impl Iterator<Item = CardId> + 'n {
        found(&self.titles, title, cards, move |card| slugify(card.title()) == title)
    }

    /// The article that a slug means, or else a title.
    pub fn article(&self, name: &str, cards: &[Arc<Card>]) -> Option<CardId> {
        let is_article = |id: &CardId| cards[id.0 as usize].article().is_some();
        let name = slugify(name);
        let slug = found(&self.slugs, &name, cards, |card| card.slug() == name).find(is_article);
        slug.or_else(|| self.titled(&name, cards).find(is_article))
    }
}

/// The cards that a name means, in the order of their paths.
fn found<'n>(
    names: &'n Names,
    name: &'n str,
    cards: &'n [Arc<Card>],
    means: impl Fn(&Card) -> bool + 'n,
) -> impl Iterator<Item = CardId> + 'n {
    let key = key(name);
    let start = names.partition_point(|(known, _)| *known < key);
    let same = names[start..].iter().take_while(move |(known, _)| *known == key);
    same.map(|(_, id)| *id).filter(move |id| means(&cards[id.0 as usize]))
}

/// A topic is called by its entry's names.
fn slug_key(card: &Card) -> Option<u64> {
    card.topic().is_none().then(|| key(card.slug()))
}

fn title_key(card: &Card) -> Option<u64> {
    card.topic().is_none().then(|| key(&slugify(card.title())))
}

/// The names of all cards, or those of before with the names of the changed cards instead of what
/// these were called.
fn names(
    cards: &[Arc<Card>],
    of: fn(&Card) -> Option<u64>,
    earlier: Option<&Earlier<'_>>,
    before: Option<&Names>,
) -> Names {
    let (Some(earlier), Some(before)) = (earlier, before) else {
        let ids = (0..).map(CardId).zip(cards);
        let mut names: Vec<_> = ids.filter_map(|(id, card)| Some((of(card)?, id))).collect();
        names.sort_unstable();
        return Arc::new(names);
    };
    if earlier.all(cards, |old, new| of(old) == of(new)) {
        return Arc::clone(before);
    }
    let old = before.iter().copied().filter(|(_, id)| !earlier.has_changed(*id));
    let new = earlier.changed.iter().filter_map(|id| Some((of(&cards[id.0 as usize])?, *id)));
    let mut names: Vec<_> = old.chain(new).collect();
    names.sort_unstable();
    Arc::new(names)
}

fn days_of(cards: &[Arc<Card>]) -> BTreeSet<Day> {
    cards.iter().filter_map(|card| card.date().map(|date| date.day)).collect()
}
