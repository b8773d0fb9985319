use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::{CardId, Desk};
use crate::base::Clock;
use crate::model::{Card, Front, Settings, Status};

/// Something that is not published, and why.
#[derive(Debug, Clone)]
pub struct Withheld {
    /// What it is. Only messages and `list` may look at it: no page is made of it.
    pub card: Arc<Card>,
    /// Why.
    pub reason: Reason,
}

/// Why something is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// `status: draft`
    Draft,
    /// `status: held`
    Held,
    /// `status: withdrawn`
    Withdrawn,
    /// `internal: true`
    Internal,
    /// Its embargo or date is still to come.
    Scheduled(Timestamp),
    /// It has expired.
    Expired(Timestamp),
}

impl Desk {
    /// When something is published or expires by the clock alone, if anything is.
    pub fn next_moment(&self) -> Option<Timestamp> {
        let withheld = self.withheld.iter().map(|withheld| withheld.reason);
        let reasons = withheld.chain(self.stamped.values().copied());
        let due = reasons.filter_map(|reason| match reason {
            Reason::Scheduled(time) => Some(time),
            _ => None,
        });
        let expiring = self.cards.iter().filter_map(|card| card.article()?.expires);
        due.chain(expiring).min()
    }
}

impl Reason {
    /// The word that `list` prints.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Held => "held",
            Self::Withdrawn => "withdrawn",
            Self::Internal => "internal",
            Self::Scheduled(_) => "scheduled",
            Self::Expired(_) => "expired",
        }
    }
}

/// Who will look at what is arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Anybody: what is not public stays behind the gate.
    Readers,
    /// The desk itself, on its own screen: what is being written, held or internal is there too,
    /// with a stamp. What was withdrawn or has expired is not.
    Desk,
}

impl Audience {
    /// Whether something with a reason to be withheld is shown all the same.
    fn may_see(self, reason: Reason) -> bool {
        match (self, reason) {
            (Self::Readers, _) | (Self::Desk, Reason::Withdrawn | Reason::Expired(_)) => false,
            (Self::Desk, _) => true,
        }
    }
}

/// The cards on both sides of the gate.
#[derive(Debug, Default)]
pub struct Parted {
    /// What the audience sees.
    pub cards: Vec<Arc<Card>>,
    /// What it does not see.
    pub withheld: Vec<Withheld>,
    /// Of what it sees, what readers must not see.
    pub stamped: BTreeMap<CardId, Reason>,
}

/// Parts what is shown from what is not. Nothing behind this gate sees the second part but to
/// say that a link leads to it. What the desk before showed of the very same cards is shown again
/// without a look at them.
pub fn part(
    cards: &[Arc<Card>],
    settings: &Settings,
    clock: Clock,
    audience: Audience,
    before: Option<&Desk>,
) -> Parted {
    let mut parted = Parted { cards: Vec::with_capacity(cards.len()), ..Parted::default() };
    let mut known = before.into_iter().flat_map(|desk| desk.cards.iter().enumerate()).peekable();
    let stamp = |at: usize| before?.stamped.get(&CardId(at as u32)).copied();
    for card in cards {
        let next = CardId(parted.cards.len() as u32);
        if let Some((at, _)) = known.next_if(|(_, shown)| Arc::ptr_eq(shown, card)) {
            parted.stamped.extend(stamp(at).map(|reason| (next, reason)));
            parted.cards.push(Arc::clone(card));
            continue;
        }
        while known.next_if(|(_, shown)| shown.path <= card.path).is_some() {}
        match reason(card, settings, clock) {
            None => parted.cards.push(Arc::clone(card)),
            Some(reason) if audience.may_see(reason) => {
                parted.stamped.insert(next, reason);
                parted.cards.push(Arc::clone(card));
            }
            Some(reason) => parted.withheld.push(Withheld { card: Arc::clone(card), reason }),
        }
    }
    parted
}

fn reason(card: &Card, settings: &Settings, clock: Clock) -> Option<Reason> {
    let (status, embargo, expires) = match &card.front {
        Front::Article(article) => (article.status, article.embargo, article.expires),
        Front::Note(note) if note.internal => return Some(Reason::Internal),
        Front::Note(note) => (note.status, None, None),
        Front::Briefing(briefing) => (Status::Published, briefing.embargo, None),
        Front::Correction(_) => (Status::Published, None, None),
        Front::Page(page) if page.draft => return Some(Reason::Draft),
        Front::Page(_) | Front::Topic(_) => return None,
    };
    match status {
        Status::Draft => return Some(Reason::Draft),
        Status::Held => return Some(Reason::Held),
        Status::Withdrawn => return Some(Reason::Withdrawn),
        Status::Published => {}
    }
    if let Some(expires) = expires.filter(|expires| *expires <= clock.0) {
        return Some(Reason::Expired(expires));
    }
    // A day whose beginning no clock can tell lies ahead of every clock.
    let date = match &card.front {
        Front::Correction(correction) => Some(correction.date),
        _ => card.date(),
    };
    let start = date.map(|date| date.start(&settings.zone).unwrap_or(Timestamp::MAX));
    let due = [embargo, start].into_iter().flatten().max();
    due.filter(|due| *due > clock.0).map(Reason::Scheduled)
}
