//! Which photographs are made, and of what: all that readers are shown, each small enough for a
//! slow line.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::desk::Desk;
use crate::model::photo::{Made, Sizes};
use crate::model::{Card, Target};

/// The files under `static/` that a card shows as photographs: its own, and those in its text.
pub fn photographs(card: &Card) -> impl Iterator<Item = &str> {
    let own = card.article().and_then(|article| article.image.as_ref());
    let own = own.and_then(|image| image.src.as_ref()).map(|src| src.value.as_str());
    let in_text = card.text.links.iter().filter_map(|link| match &link.target {
        Target::Image(path) => Some(path.as_str()),
        _ => None,
    });
    own.into_iter().chain(in_text).map(|path| path.trim_start_matches('/'))
}

/// All photographs that are made, sorted by their paths in the output.
pub fn made(trees: &[Arc<Desk>]) -> Vec<Made> {
    let mut made = BTreeMap::new();
    for desk in trees {
        for path in desk.cards.iter().flat_map(|card| photographs(card)) {
            let sizes = desk.statics.get(path).and_then(|asset| Sizes::of(path, *asset));
            let each = sizes.into_iter().flat_map(Sizes::made);
            made.extend(each.map(|one| (one.path.clone(), one)));
        }
    }
    made.into_values().collect()
}
