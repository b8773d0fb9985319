use serde::Serialize;

use super::{RefView, Source};
use crate::desk::{CardId, Since};

/// What came in since an edition.
#[derive(Debug, Clone, Serialize)]
pub struct SinceView {
    /// The edition.
    pub edition: RefView,
    /// How many reports are new.
    pub new: usize,
    /// The newest of them.
    pub items: Vec<RefView>,
    /// Reports that stood before and have changed.
    pub changed: Vec<RefView>,
    /// How many denials are new.
    pub denials: usize,
    /// The newest of them, by the words of the denial.
    pub denied: Vec<RefView>,
    /// Claims that were taken back or set aside.
    pub withdrawn: Vec<RefView>,
}

/// A margin holds so many links of a kind.
const MOST: usize = 4;

/// What came in since an edition, in a margin's words.
pub fn since(source: Source<'_>, since: &Since) -> SinceView {
    let cards = |ids: &[CardId]| ids.iter().take(MOST).map(|id| source.card_ref(*id)).collect();
    let edition = source.card_ref(since.edition);
    SinceView {
        edition,
        new: since.new.len(),
        items: cards(&since.new),
        changed: cards(&since.changed),
        denials: since.denied.len(),
        denied: since.denied.iter().take(MOST).filter_map(|id| source.claim_ref(*id)).collect(),
        withdrawn: since
            .withdrawn
            .iter()
            .take(MOST)
            .filter_map(|id| source.claim_ref(*id))
            .collect(),
    }
}
