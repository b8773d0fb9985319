use std::collections::HashMap;
use std::sync::Arc;

use super::{ClaimId, Claims, Independence, Told, independence, supports};
use crate::desk::{CardId, Desk};
use crate::model::{Assessment, Verb};

/// What becomes of a claim: derived only where the word is weak, set by a human where it is strong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It rests on one source.
    SingleSource,
    /// Two independent sources have it.
    MultiSource,
    /// Another party denies it.
    Contested,
    /// What the desk made of it, and the note that says so.
    Judged(Judged),
}

/// What the desk made of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// The word.
    pub word: Assessment,
    /// The note that gives it, with its reasons.
    pub note: CardId,
}

impl Standing {
    /// The contract's word, for data and templates.
    pub fn word(self) -> &'static str {
        match self {
            Self::SingleSource => "single-source",
            Self::MultiSource => "multi-source",
            Self::Contested => "contested",
            Self::Judged(judged) => judged.word.word(),
        }
    }
}

/// Of each claim that public notes assess, what the newest of them says.
pub fn assessments(desk: &Desk) -> HashMap<ClaimId, Judged> {
    let mut judged = HashMap::new();
    // Newest first: the first word on a claim stands.
    for id in desk.notes.iter() {
        let Some(note) = desk.card(*id).note() else { continue };
        for (claim, word) in &note.assessment {
            let article = claim.value.article.as_ref().and_then(|slug| desk.article_called(slug));
            let claim = article.and_then(|card| desk.claim_called(card, &claim.value.id));
            if let Some(claim) = claim {
                judged.entry(claim).or_insert(Judged { word: *word, note: *id });
            }
        }
    }
    judged
}

/// The weakest word that is true of a claim.
pub fn of(
    told: &Told,
    rests: &Independence,
    contested: bool,
    judged: &HashMap<ClaimId, Judged>,
) -> Standing {
    if let Some(judged) = judged.get(&told.id) {
        return Standing::Judged(*judged);
    }
    match () {
        () if contested => Standing::Contested,
        () if rests.sources > 1 => Standing::MultiSource,
        () => Standing::SingleSource,
    }
}

/// Of each claim, on how many sources it rests, and whether another party denies it. Claims that
/// say the same share both, worked out once: to repeat what is denied does not settle it.
pub fn groups(desk: &Desk, claims: &Claims) -> Vec<(Arc<Independence>, bool)> {
    let heads: Vec<ClaimId> = claims.all().iter().map(|told| head(desk, claims, told)).collect();
    let mut groups: HashMap<ClaimId, (Vec<CardId>, bool)> = HashMap::new();
    for (told, head) in claims.all().iter().zip(&heads) {
        let (reports, contested) = groups.entry(*head).or_default();
        reports.push(told.id.card);
        *contested |= told.answered.iter().any(|id| desk.is_denial_by_another(told, *id));
    }
    let counted: HashMap<ClaimId, (Arc<Independence>, bool)> = groups
        .into_iter()
        .map(|(head, (mut reports, contested))| {
            reports.sort();
            reports.dedup();
            (head, (Arc::new(independence(desk, &reports)), contested))
        })
        .collect();
    heads.iter().filter_map(|head| counted.get(head).cloned()).collect()
}

/// The first claim of those that say the same: each names the one that it repeats.
fn head(desk: &Desk, claims: &Claims, told: &Told) -> ClaimId {
    let says_so = |id: ClaimId| desk.claim(id).is_some_and(|claim| supports(claim.verb));
    let mut seen = vec![told.id];
    let mut at = told;
    // Claims that repeat each other in a circle have the smallest of them for their head.
    while let Some(next) = at.answers.filter(|_| says_so(at.id)).and_then(|id| claims.get(id)) {
        if seen.contains(&next.id) {
            return seen.into_iter().min().unwrap_or(told.id);
        }
        seen.push(next.id);
        if seen.len() > DEEPEST {
            break;
        }
        at = next;
    }
    at.id
}

/// No chain of claims that repeat each other is followed further.
const DEEPEST: usize = 64;

impl Desk {
    /// How many denials by other parties a claim has.
    pub fn denials(&self, told: &Told) -> usize {
        told.answered.iter().filter(|id| self.is_denial_by_another(told, **id)).count()
    }

    /// Whether an answer is a denial by another party. Whoever takes their own words back retracts.
    pub fn is_denial_by_another(&self, told: &Told, answer: ClaimId) -> bool {
        self.is_by_another(told, answer)
            && self.claim(answer).is_some_and(|claim| claim.verb == Verb::Denies)
    }

    /// Whether an answer is of another party: of another organisation, be it an ally.
    pub fn is_by_another(&self, told: &Told, answer: ClaimId) -> bool {
        let claim = self.claim(answer);
        let who = claim.and_then(|claim| self.speaker(&claim.who.value));
        match (&told.party, who.map(|who| self.party_in(answer.card, who))) {
            (Some(party), Some(other)) => party.root != other.root,
            _ => true,
        }
    }
}
