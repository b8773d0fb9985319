use super::claims::{ClaimId, Standing};
use super::{CardId, Desk, EntryId};
use crate::base::{Day, Moment};
use crate::model::{EntryKind, Verb};

/// What came in between two editions, or after the last one.
#[derive(Debug, Default)]
pub struct Since {
    /// The edition after which it came; nothing where there was none.
    pub edition: Option<CardId>,
    /// Reports that are new.
    pub new: Vec<CardId>,
    /// Reports that stood before and have changed.
    pub changed: Vec<CardId>,
    /// Denials in the new reports.
    pub denied: Vec<ClaimId>,
    /// Claims that were taken back, or that the desk set aside.
    pub withdrawn: Vec<ClaimId>,
}

/// What changes a report or a claim after it was published: few things on any site, in the order
/// of time.
#[derive(Debug, Default)]
pub struct News {
    /// Articles that say when they were changed.
    pub updated: Vec<(Moment, CardId)>,
    /// Claims that notes set aside.
    pub set_aside: Vec<(Moment, ClaimId)>,
}

/// After which edition, until when, on what.
#[derive(Debug, Clone, Copy)]
struct Window {
    after: Option<CardId>,
    until: Option<Moment>,
    topic: Option<EntryId>,
}

/// Gathers what changed what was published before.
pub fn news(desk: &Desk) -> News {
    let mut news = News::default();
    for id in &desk.articles {
        let updated = desk.card(*id).article().and_then(|article| article.updated);
        news.updated.extend(updated.map(|date| (date, *id)));
    }
    for id in &desk.notes {
        let Some(note) = desk.card(*id).note() else { continue };
        for (claim, word) in &note.assessment {
            let aside = word.sets_aside();
            let card = claim.value.article.as_ref().and_then(|slug| desk.article_called(slug));
            let found = card.and_then(|card| desk.claim_called(card, &claim.value.id));
            news.set_aside.extend(found.filter(|_| aside).map(|claim| (note.date, claim)));
        }
    }
    news.updated.sort();
    news.set_aside.sort();
    news
}

impl Since {
    /// Whether nothing came.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty()
            && self.changed.is_empty()
            && self.denied.is_empty()
            && self.withdrawn.is_empty()
    }
}

impl Desk {
    /// What an edition brings: what came since the one before it.
    pub fn since_before(&self, edition: CardId) -> Since {
        let at = self.briefings.iter().position(|id| *id == edition);
        let before = at.and_then(|at| self.briefings.get(at + 1)).copied();
        let among = self.reports_between(before, Some(edition), None);
        let until = self.closes(edition);
        self.gather(Window { after: before, until, topic: None }, among)
    }

    /// What a day brings: what came since the last edition before it.
    pub fn since_day(&self, day: Day) -> Since {
        let before = self.briefings.iter().copied();
        let before = before
            .filter(|id| self.closes(*id).is_some_and(|end| end.day < day))
            .max_by_key(|id| (self.closes(*id), std::cmp::Reverse(*id)));
        let shelf = self.days.get(&day);
        let among = shelf.map(|shelf| shelf.articles.clone()).unwrap_or_default();
        let until = Some(Moment { day, time: None });
        self.gather(Window { after: before, until, topic: None }, among)
    }

    /// What is new on a topic: what came after the newest edition that lacks some of its reports.
    pub fn since_topic(&self, topic: EntryId) -> Since {
        let newest = self.entries.get(topic).articles.first();
        let newest = newest.and_then(|id| self.card(*id).date());
        let before = self.briefings.iter().copied();
        let before = before
            .filter(|id| {
                self.closes(*id).zip(newest).is_some_and(|(end, newest)| !within(newest, end))
            })
            .max_by_key(|id| (self.closes(*id), std::cmp::Reverse(*id)));
        let among = self.reports_between(before, None, Some(topic));
        self.gather(Window { after: before, until: None, topic: Some(topic) }, among)
    }

    /// Until when an edition took in reports: its cut-off, or else its day.
    fn closes(&self, edition: CardId) -> Option<Moment> {
        let briefing = self.card(edition).briefing()?;
        Some(briefing.cut_off.unwrap_or(briefing.date))
    }

    /// Reports after one edition and up to another, newest first.
    fn reports_between(
        &self,
        after: Option<CardId>,
        until: Option<CardId>,
        topic: Option<EntryId>,
    ) -> Vec<CardId> {
        let all = match topic {
            Some(topic) => &self.entries.get(topic).articles,
            None => &self.articles,
        };
        let open =
            |id: &CardId| self.card(*id).date().is_some_and(|date| self.is_after(date, after));
        let closed = |id: &CardId| {
            let end = until.and_then(|edition| self.closes(edition));
            end.is_none_or(|end| self.card(*id).date().is_some_and(|date| within(date, end)))
        };
        // Newest first: what is too old ends the search.
        let recent = all.iter().copied().skip_while(|id| !closed(id)).take_while(|id| open(id));
        recent.collect()
    }

    fn is_after(&self, date: Moment, edition: Option<CardId>) -> bool {
        edition.and_then(|edition| self.closes(edition)).is_none_or(|end| !within(date, end))
    }

    fn gather(&self, window: Window, among: Vec<CardId>) -> Since {
        let mut since = Since { edition: window.after, ..Since::default() };
        if window.after.is_none() {
            return since;
        }
        for id in &among {
            for told in self.claims.of_article(self, *id) {
                match self.claim(told.id).map(|claim| claim.verb) {
                    Some(Verb::Denies) => since.denied.push(told.id),
                    Some(Verb::Retracts) => since.withdrawn.extend(told.answers),
                    _ => {}
                }
            }
        }
        let inside = |date: Moment| {
            self.is_after(date, window.after) && window.until.is_none_or(|end| within(date, end))
        };
        let on_topic = |card: CardId| match window.topic {
            Some(topic) => self.named_by(card, EntryKind::Topic).any(|named| named == topic),
            None => true,
        };
        let aside = self.news.set_aside.iter();
        let aside = aside.filter(|(date, claim)| inside(*date) && on_topic(claim.card));
        since.withdrawn.extend(aside.map(|(_, claim)| *claim));
        since.withdrawn.sort();
        since.withdrawn.dedup();
        let updated = self.news.updated.iter().rev();
        let updated = updated.filter(|(date, id)| inside(*date) && on_topic(*id));
        since.changed = updated.map(|(_, id)| *id).filter(|id| !among.contains(id)).collect();
        since.new = among;
        since
    }

    /// Claims that another party denies and that nobody has settled, newest first.
    pub fn open_questions(&self, claims: &[ClaimId]) -> Vec<ClaimId> {
        let open = |id: &ClaimId| {
            self.claims.get(*id).is_some_and(|told| told.standing == Standing::Contested)
        };
        claims.iter().copied().filter(open).collect()
    }
}

/// Whether a report of a date is in an edition that closes at a time. Of two days the calendar
/// tells; of two times the clock.
fn within(date: Moment, end: Moment) -> bool {
    match (date.time, end.time) {
        (Some(time), Some(end)) => time <= end,
        _ => date.day <= end.day,
    }
}
