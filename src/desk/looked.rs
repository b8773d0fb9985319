//! What each card's own words and keys lead to.

use std::sync::Arc;

use super::CardId;
use super::answers;
use super::before::{Earlier, key};
use super::kept_back::Protected;
use super::links::{Destination, Index, Link};
use crate::base::{Diagnostic, slugify};
use crate::model::{Card, Front, Target};

/// What became of a card's links and of the names in its keys. It is a pure function of the card
/// and of what the names that it asks for mean.
#[derive(Debug)]
pub struct Looked {
    /// Its links, in order.
    pub links: Vec<Link>,
    complaints: Vec<Diagnostic>,
    /// The names of other cards that were asked for.
    pub(super) asks: Vec<u64>,
    /// Whether all that was asked for was found. What was not found is asked for again, earlier the
    /// message about it names what is nearest.
    found: bool,
}

/// Looks up what every card leads to. A card that is what it was, and that asks for no name whose
/// meaning changed, keeps what it had.
pub fn look_up(
    index: &Index<'_>,
    earlier: Option<&Earlier<'_>>,
    complaints: &mut Vec<Diagnostic>,
) -> Vec<Arc<Looked>> {
    let protected = Protected::of(index.entries);
    let mut all = Vec::with_capacity(index.cards.len());
    for (at, card) in index.cards.iter().enumerate() {
        let kept = earlier.and_then(|earlier| {
            let kept = &earlier.before.looked[at];
            (kept.found && earlier.answers(CardId(at as u32), &kept.asks)).then(|| Arc::clone(kept))
        });
        let looked = kept.unwrap_or_else(|| Arc::new(Looked::new(card, index, &protected)));
        complaints.extend(looked.complaints.iter().cloned());
        all.push(looked);
    }
    all
}

impl Looked {
    fn new(card: &Card, index: &Index<'_>, protected: &Protected) -> Self {
        let mut complaints = Vec::new();
        let links = index.resolve_all(card, &mut complaints);
        answers::check(card, index, &mut complaints);
        protected.in_card(card, &mut complaints);
        answers::events_to_come(card, index.entries, &mut complaints);
        let lost = links.iter().any(|link| link.to == Destination::Nowhere);
        Self { links, found: complaints.is_empty() && !lost, complaints, asks: asks(card) }
    }
}

/// The names of other cards that a card asks for, as written and as slugs.
fn asks(card: &Card) -> Vec<u64> {
    let links = card.text.links.iter().filter_map(|link| match &link.target {
        Target::File { path, .. } => Some(path.as_str()),
        Target::Name { name, .. } => Some(name.as_str()),
        _ => None,
    });
    let answers = card.text.claims.iter().filter_map(|claim| claim.answers.as_ref());
    let assessed = card.note().into_iter().flat_map(|note| &note.assessment);
    let answers = answers.chain(assessed.map(|(claim, _)| claim));
    let answers = answers.filter_map(|answer| answer.value.article.as_deref());
    let keys = match &card.front {
        Front::Article(article) => article.related.as_slice(),
        Front::Briefing(briefing) => briefing.items.as_slice(),
        _ => &[],
    };
    let on = card.note().into_iter().flat_map(|note| &note.on);
    let keys = keys.iter().chain(on).map(|name| name.value.as_str());
    let names = links.chain(answers).chain(keys);
    let mut asks: Vec<u64> = names.flat_map(|name| [key(name), key(&slugify(name))]).collect();
    asks.sort_unstable();
    asks.dedup();
    asks.shrink_to_fit();
    asks
}
