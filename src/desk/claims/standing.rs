use std::collections::HashMap;

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
    for id in &desk.notes {
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

/// The weakest word that is true of a claim, and the reports that it rests on.
pub fn of(
    desk: &Desk,
    claims: &Claims,
    told: &Told,
    judged: &HashMap<ClaimId, Judged>,
) -> (Standing, Independence) {
    let rests = independence(desk, &reports(desk, claims, told));
    if let Some(judged) = judged.get(&told.id) {
        return (Standing::Judged(*judged), rests);
    }
    let standing = match () {
        () if told.answered.iter().any(|id| desk.is_denial_by_another(told, *id)) => {
            Standing::Contested
        }
        () if rests.sources > 1 => Standing::MultiSource,
        () => Standing::SingleSource,
    };
    (standing, rests)
}

impl Desk {
    /// Whether an answer is a denial by another party. Whoever takes their own words back retracts.
    pub fn is_denial_by_another(&self, told: &Told, answer: ClaimId) -> bool {
        let Some(claim) = self.claim(answer).filter(|claim| claim.verb == Verb::Denies) else {
            return false;
        };
        match (told.who, self.speaker(&claim.who.value)) {
            (Some(who), Some(other)) => self.party(who).root != self.party(other).root,
            _ => true,
        }
    }
}

/// The reports that carry a claim: its own, and those whose claims say the same.
fn reports(desk: &Desk, claims: &Claims, told: &Told) -> Vec<CardId> {
    let mut reports = vec![told.id.card];
    let mut look = |id: ClaimId| {
        if !reports.contains(&id.card) {
            reports.push(id.card);
        }
    };
    let says_so = |id: ClaimId| desk.claim(id).is_some_and(|claim| supports(claim.verb));
    told.answered.iter().copied().filter(|id| says_so(*id)).for_each(&mut look);
    if says_so(told.id)
        && let Some(first) = told.answers.and_then(|id| claims.get(id))
    {
        look(first.id);
        first.answered.iter().copied().filter(|id| says_so(*id)).for_each(&mut look);
    }
    reports
}
