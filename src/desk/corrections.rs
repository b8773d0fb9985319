//! What was wrong and was put right, and in what.

use std::sync::Arc;

use super::losses::LossId;
use super::{CardId, Desk, Reason, Thing, Withheld, editions};
use jiff::tz::TimeZone;

use crate::base::{Clock, Diagnostic, Moment, Spot};
use crate::model::{Card, Correction, EntryKind, Front, codes};

/// A correction with what it corrects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// The correction.
    pub correction: CardId,
    /// What it corrects.
    pub target: Thing,
    /// The mark in it, such as `k1`, where it is one.
    pub mark: Option<String>,
}

/// An article that was withdrawn with a reason: readers find that in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Tombstone {
    /// Its file. Of it, only the reason, the day and the address are public.
    card: Arc<Card>,
}

impl Tombstone {
    /// Of what is withheld. What was never published, or is not withdrawn yet, is told by nobody.
    pub fn of(withheld: &Withheld, clock: Clock, zone: &TimeZone) -> Option<Self> {
        let article = withheld.card.article()?;
        let told = withheld.reason == Reason::Withdrawn && article.reason.is_some();
        let past = |date: Moment| date.start(zone).is_some_and(|start| start <= clock.0);
        let published = past(article.date) && article.embargo.is_none_or(|time| time <= clock.0);
        let now = published && article.updated.is_some_and(past);
        (told && now).then(|| Self { card: Arc::clone(&withheld.card) })
    }

    /// Its file, and where its title stands: for messages.
    pub fn place(&self) -> (Arc<str>, Spot) {
        (Arc::clone(&self.card.path), self.card.spot)
    }

    /// Its address, from the root of its tree.
    pub fn address(&self) -> String {
        editions::address_of(&self.card).unwrap_or_default()
    }

    /// Its name in addresses.
    pub fn slug(&self) -> &str {
        self.card.slug()
    }

    /// Why it was withdrawn.
    pub fn reason(&self) -> &str {
        let reason = self.card.article().and_then(|article| article.reason.as_ref());
        reason.map_or("", |reason| &reason.value)
    }

    /// When it was withdrawn.
    pub fn date(&self) -> Option<Moment> {
        self.card.article()?.updated
    }

    /// BCP 47.
    pub fn language(&self) -> Option<&str> {
        self.card.language()
    }
}

/// All corrections, newest first. One of nothing is an error.
pub fn corrections(desk: &Desk, complaints: &mut Vec<Diagnostic>) -> Vec<Corrected> {
    let mut all = Vec::new();
    for (at, card) in desk.cards.iter().enumerate() {
        let Front::Correction(correction) = &card.front else { continue };
        let target = &correction.target;
        let (name, mark) = match target.value.split_once('#') {
            Some((name, mark)) => (name, Some(mark.to_owned())),
            None => (target.value.as_str(), None),
        };
        let marked = |thing: &Thing| match (thing, &mark) {
            (Thing::Card(id), Some(mark)) => has_mark(desk, *id, mark),
            (_, mark) => mark.is_none(),
        };
        let correction = CardId(at as u32);
        match target_of(desk, name.trim_matches('/')).filter(marked) {
            Some(target) => all.push(Corrected { correction, target, mark }),
            None => {
                let message = format!("nothing is called `{}`", target.value);
                let help = "write the slug of an article or edition, the name of a topic, place, actor or \
                            event, or an address; for a figure or a claim with its mark, as in `slug#k1`";
                let code = codes::WRONG_CORRECTION;
                complaints
                    .push(Diagnostic::error(code, &card.path, target.spot, message).help(help));
            }
        }
    }
    all.sort_by_key(|corrected| {
        (
            std::cmp::Reverse(desk.correction(corrected.correction).map(|c| c.date)),
            corrected.correction,
        )
    });
    all
}

fn has_mark(desk: &Desk, id: CardId, mark: &str) -> bool {
    desk.card(id).text.anchors.iter().any(|anchor| anchor.value == mark)
}

/// An address or a name: of a briefing, an article, an entry, a note or a page.
fn target_of(desk: &Desk, name: &str) -> Option<Thing> {
    let last = name.rsplit('/').next().unwrap_or(name);
    let folder = name.strip_suffix(last).unwrap_or_default().trim_end_matches('/');
    let of_folder = |kind: &EntryKind| folder.is_empty() || folder.ends_with(kind.folder());
    let briefing = || {
        let mut briefings = desk.briefings.iter().copied();
        briefings.find(|id| desk.card(*id).slug() == last).map(Thing::Card)
    };
    let entry = || {
        let mut kinds = EntryKind::ALL.into_iter().filter(of_folder);
        kinds.find_map(|kind| desk.entries.find(kind, last)).map(Thing::Entry)
    };
    // An address names one article, a slug the first that is called so.
    let article = || match folder.rsplit('/').next().is_some_and(|part| part.len() == 2) {
        true => editions::article_at(desk, &format!("/{name}/")).map(Thing::Card),
        false => desk.article_called(last).map(Thing::Card),
    };
    let other = || {
        let found = desk.called.slug(last, &desk.cards);
        found.filter(|id| desk.correction(*id).is_none()).map(Thing::Card)
    };
    let dated = folder.starts_with(|c: char| c.is_ascii_digit());
    if dated {
        return article();
    }
    briefing().or_else(article).or_else(entry).or_else(other)
}

impl Desk {
    /// A correction's keys.
    pub fn correction(&self, id: CardId) -> Option<&Correction> {
        match &self.card(id).front {
            Front::Correction(correction) => Some(correction),
            _ => None,
        }
    }

    /// What was corrected in a thing, newest first.
    pub fn corrections_of(&self, thing: Thing) -> impl Iterator<Item = &Corrected> {
        self.corrections.iter().filter(move |corrected| corrected.target == thing)
    }

    /// What stood at a figure's mark before it was put right.
    pub fn figure_was(&self, id: LossId) -> Option<String> {
        let mark = self.loss(id)?.id.as_str();
        let mut corrections = self.corrections_of(Thing::Card(id.card));
        let found = corrections.find(|corrected| corrected.mark.as_deref() == Some(mark))?;
        self.correction(found.correction)?.was.as_ref().map(|was| was.value.clone())
    }

    /// Whether anything was put right or withdrawn.
    pub fn has_corrections(&self) -> bool {
        !self.corrections.is_empty() || !self.tombstones.is_empty()
    }

    /// The article that was withdrawn from an address of an edition.
    pub fn tombstone_at(&self, address: &str) -> Option<&Tombstone> {
        self.tombstones.iter().find(|stone| stone.address() == address)
    }

    /// When a thing was last corrected.
    pub fn last_corrected(&self, thing: Thing) -> Option<Moment> {
        let newest = self.corrections_of(thing).next()?;
        Some(self.correction(newest.correction)?.date)
    }
}
