use std::sync::Arc;

use jiff::Timestamp;

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

/// Parts what is published from what is not. Nothing behind this gate sees the second part but to
/// say that a link leads to it.
pub fn part(
    cards: Vec<Arc<Card>>,
    settings: &Settings,
    clock: Clock,
) -> (Vec<Arc<Card>>, Vec<Withheld>) {
    let mut public = Vec::with_capacity(cards.len());
    let mut withheld = Vec::new();
    for card in cards {
        match reason(&card, settings, clock) {
            None => public.push(card),
            Some(reason) => withheld.push(Withheld { card, reason }),
        }
    }
    (public, withheld)
}

fn reason(card: &Card, settings: &Settings, clock: Clock) -> Option<Reason> {
    let (status, embargo, expires) = match &card.front {
        Front::Article(article) => (article.status, article.embargo, article.expires),
        Front::Note(note) if note.internal => return Some(Reason::Internal),
        Front::Note(note) => (note.status, None, None),
        Front::Briefing(briefing) => (Status::Published, briefing.embargo, None),
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
    let start = card.date().map(|date| date.start(&settings.zone).unwrap_or(Timestamp::MAX));
    let due = [embargo, start].into_iter().flatten().max();
    due.filter(|due| *due > clock.0).map(Reason::Scheduled)
}
