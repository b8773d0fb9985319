//! Claims of all reports: who answers whom, on how many sources each rests, what follows from it.

mod independent;
mod standing;

pub use independent::{Independence, Merged, Why, affiliations, independence};
pub use standing::{Judged, Standing, assessments};

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::{CardId, Desk, EntryId, Party};
use crate::model::{Attribution, Claim, EntryKind, Fields, Verb};

/// Which claim: of which article, and which of its claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId {
    /// The article.
    pub card: CardId,
    /// Its place among the article's claims.
    pub at: u32,
}

/// What the desk works out of a claim.
#[derive(Debug, Clone)]
pub struct Told {
    /// Which claim.
    pub id: ClaimId,
    /// Who says so.
    pub who: Option<EntryId>,
    /// The party that they speak for on the day of the report.
    pub party: Option<Party>,
    /// What it is about: its own event, or that of the claim that it answers.
    pub event: Option<EntryId>,
    /// Where that is: where the event happened.
    pub place: Option<EntryId>,
    /// The claim that it answers.
    pub answers: Option<ClaimId>,
    /// The claims that answer it, the oldest first.
    pub answered: Vec<ClaimId>,
    /// What becomes of it.
    pub standing: Standing,
    /// On how many sources it rests.
    pub rests: Arc<Independence>,
}

/// All claims of public articles.
#[derive(Debug, Default)]
pub struct Claims {
    /// Newest article first, then in the order of its text.
    told: Vec<Told>,
    /// Of each claim, its place in `told`.
    places: HashMap<ClaimId, u32>,
    /// Of each topic, actor, person, source, event and place, its claims, newest first.
    by_entry: BTreeMap<EntryId, Vec<ClaimId>>,
}

impl Claims {
    /// All claims, newest first.
    pub fn all(&self) -> &[Told] {
        &self.told
    }

    /// What the desk knows of a claim.
    pub fn get(&self, id: ClaimId) -> Option<&Told> {
        self.told.get(*self.places.get(&id)? as usize)
    }

    /// The claims of an entry, newest first: of a topic those of its articles, of who speaks their
    /// own, of an event those about it, of a place those about events there.
    pub fn of(&self, entry: EntryId) -> &[ClaimId] {
        self.by_entry.get(&entry).map_or(&[], Vec::as_slice)
    }

    /// The claims of an article, in the order of its text.
    pub fn of_article(&self, desk: &Desk, card: CardId) -> Vec<&Told> {
        let count = desk.card(card).text.claims.len() as u32;
        (0..count).filter_map(|at| self.get(ClaimId { card, at })).collect()
    }
}

impl Desk {
    /// A claim's mark.
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.card(id.card).text.claims.get(id.at as usize)
    }

    /// The claim that a mark of an article answers.
    fn answered_by(&self, id: ClaimId) -> Option<ClaimId> {
        let answer = &self.claim(id)?.answers.as_ref()?.value;
        let card = match &answer.article {
            Some(slug) => self.article_called(slug)?,
            None => id.card,
        };
        self.claim_called(card, &answer.id).filter(|target| *target != id)
    }

    /// The claim of an article by its anchor.
    pub fn claim_called(&self, card: CardId, id: &str) -> Option<ClaimId> {
        let at = self.card(card).text.claims.iter().position(|claim| claim.id == id)?;
        Some(ClaimId { card, at: at as u32 })
    }
}

/// Works out all claims. The work is linear in the number of marks.
pub fn arrange(desk: &Desk) -> Claims {
    let mut ids: Vec<ClaimId> = Vec::new();
    for card in desk.articles.iter() {
        let count = desk.card(*card).text.claims.len() as u32;
        ids.extend((0..count).map(|at| ClaimId { card: *card, at }));
    }
    let mut claims = Claims {
        places: ids.iter().enumerate().map(|(at, id)| (*id, at as u32)).collect(),
        told: ids.iter().filter_map(|id| told(desk, *id)).collect(),
        by_entry: BTreeMap::new(),
    };
    answer(desk, &mut claims);
    inherit_events(desk, &mut claims);
    let judged = assessments(desk);
    let groups = standing::groups(desk, &claims);
    for (told, (rests, contested)) in claims.told.iter_mut().zip(groups) {
        told.standing = standing::of(told, &rests, contested, &judged);
        told.rests = rests;
    }
    claims.by_entry = by_entry(desk, &claims);
    claims
}

fn told(desk: &Desk, id: ClaimId) -> Option<Told> {
    let claim = desk.claim(id)?;
    let event = claim.event.as_ref();
    let who = desk.speaker(&claim.who.value);
    Some(Told {
        id,
        who,
        party: who.map(|who| desk.party_in(id.card, who)),
        event: event.and_then(|name| desk.entries.find(EntryKind::Event, &name.value)),
        place: None,
        answers: desk.answered_by(id),
        answered: Vec::new(),
        standing: Standing::SingleSource,
        rests: Arc::default(),
    })
}

/// Tells each claim who answers it, the oldest report first, in the order of its text.
fn answer(desk: &Desk, claims: &mut Claims) {
    let mut answers: Vec<(ClaimId, ClaimId)> =
        claims.told.iter().filter_map(|told| Some((told.answers?, told.id))).collect();
    answers.sort_by_key(|(to, from)| {
        (*to, std::cmp::Reverse(desk.place_of(from.card)), from.card, from.at)
    });
    for (to, from) in answers {
        let at = claims.places.get(&to).copied();
        if let Some(told) = at.and_then(|at| claims.told.get_mut(at as usize)) {
            told.answered.push(from);
        }
    }
}

/// An answer is about what the claim is about that it answers, unless it says otherwise. Every
/// chain of answers is walked once: what was found for its end is kept for all on the way.
fn inherit_events(desk: &Desk, claims: &mut Claims) {
    let mut done = vec![false; claims.told.len()];
    for start in 0..claims.told.len() {
        let mut way: Vec<usize> = Vec::new();
        let mut at = Some(start);
        let mut event = None;
        while let Some(here) = at {
            event = claims.told[here].event;
            // Claims that answer each other in a circle are about nothing in particular.
            if event.is_some() || done[here] {
                break;
            }
            done[here] = true;
            way.push(here);
            let next = claims.told[here].answers;
            at = next.and_then(|id| claims.places.get(&id)).map(|place| *place as usize);
        }
        done[start] = true;
        for here in way {
            claims.told[here].event = event;
        }
    }
    for told in &mut claims.told {
        told.place = told.event.and_then(|event| place_of(desk, event));
    }
}

/// Where an event happened.
pub fn place_of(desk: &Desk, event: EntryId) -> Option<EntryId> {
    match &desk.entries.get(event).facts.as_ref()?.fields {
        Fields::Event { place: Some(place), .. } => {
            desk.entries.find(EntryKind::Place, &place.value)
        }
        _ => None,
    }
}

fn by_entry(desk: &Desk, claims: &Claims) -> BTreeMap<EntryId, Vec<ClaimId>> {
    let mut by_entry: BTreeMap<EntryId, Vec<ClaimId>> = BTreeMap::new();
    for told in &claims.told {
        let topics = desk.named_by(told.id.card, EntryKind::Topic);
        let mut entries: Vec<EntryId> = topics.chain(told.who).chain(told.event).collect();
        entries.extend(told.place);
        if let Some(claim) = desk.claim(told.id) {
            if let Attribution::Person(name) = &claim.by {
                entries.extend(desk.entries.find(EntryKind::Person, &name.value));
            }
            let said_in = claim.place.as_ref();
            entries
                .extend(said_in.and_then(|name| desk.entries.find(EntryKind::Place, &name.value)));
        }
        entries.sort();
        entries.dedup();
        for entry in entries {
            by_entry.entry(entry).or_default().push(told.id);
        }
    }
    by_entry
}

/// Whether a verb puts somebody's weight behind the claim that it answers. To concede something
/// about a claim is to qualify it, not to say it again.
pub fn supports(verb: Verb) -> bool {
    matches!(verb, Verb::Says | Verb::Confirms | Verb::Reports)
}
