//! Every content file to its card, or what became of the same text before.

use std::sync::Arc;

use rayon::prelude::*;

use super::memo::{Kept, Memo};
use crate::base::{Checked, Diagnostic};
use crate::content::{self, Body, Filed, SourceKind, Sources};
use crate::desk::Broken;
use crate::model::{Card, Settings};

/// All content files, parsed.
#[derive(Debug, Clone, Default)]
pub(super) struct Cards {
    /// Sorted by path.
    pub cards: Arc<Vec<Arc<Card>>>,
    /// Files that give no card, under the names that others may use for them.
    pub broken: Arc<Broken>,
}

/// Parses every content file alone, on all cores, or knows what became of the same text.
pub(super) fn parse(
    sources: &Sources,
    settings: &Settings,
    memo: &mut Memo,
    complaints: &mut Vec<Diagnostic>,
) -> Cards {
    let texts = || sources.iter().filter(|source| is_text(source.kind));
    let mut other = align(&mut memo.items, texts());
    let stale: Vec<(usize, &Filed)> =
        texts().enumerate().filter(|(at, source)| !memo.items[*at].is_of(source)).collect();
    let bodies = &memo.bodies;
    // What is not kept of a body is dropped at once: all of them together would be the most that
    // the program ever holds.
    let parsed = stale.par_iter().map(|(_, source)| {
        let Checked { value, complaints } = content::parse(&source.open(), settings);
        let value = value.map(|item| (Arc::new(item.card), bodies.wants().then_some(item.body)));
        Checked { value, complaints }
    });
    let parsed: Vec<_> = parsed.collect();
    for ((at, source), Checked { value, complaints }) in stale.into_iter().zip(parsed) {
        let kept = &mut memo.items[at];
        let card = value.map(|(card, body)| {
            memo.bodies.keep(&source.path, body);
            // A card that says the same is the same: nothing that was made of it changes.
            match kept.value.take() {
                Some(known) if known == card => known,
                _ => {
                    other = true;
                    card
                }
            }
        });
        other |= kept.value.is_some();
        *kept = Kept::new(source, Checked { value: card, complaints });
    }
    complaints.extend(memo.items.iter().flat_map(|kept| kept.complaints.iter().cloned()));
    if other {
        memo.cards = gathered(&memo.items);
    }
    memo.cards.clone()
}

fn is_text(kind: SourceKind) -> bool {
    !matches!(kind, SourceKind::Settings | SourceKind::Lock | SourceKind::Registry(_))
}

/// Gives every source its place among what is kept, in the order of the paths, and says whether
/// that was not so already.
fn align<'s>(
    items: &mut Vec<Kept<Option<Arc<Card>>>>,
    sources: impl Iterator<Item = &'s Filed> + Clone,
) -> bool {
    let mut known = items.iter();
    let same = |source: &Filed| known.next().is_some_and(|kept| kept.is_at(source));
    if sources.clone().all(same) && known.next().is_none() {
        return false;
    }
    let mut old = std::mem::take(items).into_iter().peekable();
    for source in sources {
        while old.next_if(|kept| *kept.path < *source.path).is_some() {}
        let kept = old.next_if(|kept| kept.is_at(source));
        items.push(kept.unwrap_or_else(|| Kept::nothing(&source.path)));
    }
    true
}

fn gathered(items: &[Kept<Option<Arc<Card>>>]) -> Cards {
    let mut broken = Broken::default();
    for kept in items.iter().filter(|kept| kept.value.is_none()) {
        broken.add_file(&kept.path, content::slug_of_path(&kept.path));
    }
    let cards = items.iter().filter_map(|kept| kept.value.clone()).collect();
    Cards { cards: Arc::new(cards), broken: Arc::new(broken) }
}

/// Where the texts of pages come from: kept from the parse, or parsed again from the same text.
#[derive(Debug, Clone, Default)]
pub(super) struct Bodies {
    kept: std::collections::HashMap<Arc<str>, Arc<Body>>,
    keeps: bool,
}

impl Bodies {
    /// For one run, in which every page is made: parsing twice would cost more than keeping.
    pub fn kept() -> Self {
        Self { keeps: true, ..Self::default() }
    }

    /// The same without any text.
    pub fn emptied(&self) -> Self {
        Self { keeps: self.keeps, ..Self::default() }
    }

    /// Whether bodies are kept.
    fn wants(&self) -> bool {
        self.keeps
    }

    fn keep(&mut self, path: &Arc<str>, body: Option<Body>) {
        if let Some(body) = body {
            self.kept.insert(Arc::clone(path), Arc::new(body));
        }
    }

    /// The text of a card's own file.
    pub fn of(&self, card: &Card, sources: &Sources, settings: &Settings) -> Arc<Body> {
        if let Some(body) = self.kept.get(&card.path) {
            return Arc::clone(body);
        }
        let source = sources.binary_search_by(|source| source.path.cmp(&card.path));
        let source = source.ok().and_then(|at| sources.get(at));
        let item = source.and_then(|source| content::parse(&source.open(), settings).value);
        item.map(|item| Arc::new(item.body)).unwrap_or_default()
    }
}
