use super::claims::ClaimId;
use super::{CardId, Desk, EntryId};
use jiff::Timestamp;

use crate::base::{Clock, Day, Moment};
use crate::model::{EntryKind, Verb};

/// What came in between two editions, or after the last one.
#[derive(Debug)]
pub struct Since {
    /// The edition after which it came.
    pub edition: CardId,
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
    after: CardId,
    until: Option<Moment>,
    topic: Option<EntryId>,
}

/// Gathers what changed what was published before.
pub fn news(desk: &Desk) -> News {
    let mut news = News::default();
    for id in desk.articles.iter() {
        let updated = desk.card(*id).article().and_then(|article| article.updated);
        news.updated.extend(updated.map(|date| (date, *id)));
    }
    for id in desk.notes.iter() {
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

impl Desk {
    /// What an edition brings: what came since the one before it.
    pub fn since_before(&self, edition: CardId) -> Option<Since> {
        let at = self.briefings.iter().position(|id| *id == edition);
        let before = at.and_then(|at| self.briefings.get(at + 1)).copied();
        self.gather(Window { after: before?, until: self.closes(edition), topic: None })
    }

    /// What came since the last edition before a day, up to the day; nothing where that is so long
    /// ago that nobody compares with it.
    pub fn since_day(&self, day: Day) -> Option<Since> {
        const LONG_AGO: u32 = 31;
        let before = self.briefings.iter().copied();
        let recent = |end: Moment| end.day < day && end.day.distance(day) <= LONG_AGO;
        let before = before
            .filter(|id| self.closes(*id).is_some_and(recent))
            .max_by_key(|id| (self.closes(*id), std::cmp::Reverse(*id)));
        let until = Some(Moment { day, time: None });
        self.gather(Window { after: before?, until, topic: None })
    }

    /// What is new on a topic: what came after the newest edition that lacks some of its reports.
    pub fn since_topic(&self, topic: EntryId) -> Option<Since> {
        let newest = self.entries.get(topic).articles.first();
        let newest = newest.and_then(|id| self.card(*id).date());
        let before = self.briefings.iter().copied();
        let before = before
            .filter(|id| {
                self.closes(*id).zip(newest).is_some_and(|(end, newest)| !within(newest, end))
            })
            .max_by_key(|id| (self.closes(*id), std::cmp::Reverse(*id)));
        self.gather(Window { after: before?, until: None, topic: Some(topic) })
    }

    /// What became of a released edition: denials of its claims by reports that are not in it, its reports
    /// that changed, and its claims that were set aside. It is shown above what stays as it was.
    pub fn since_release(&self, edition: CardId) -> Option<Since> {
        let released = self.lock_of(edition)?.released.parse().ok()?;
        let zone = |time: Timestamp| Clock(time).day(&self.zone);
        let end = Moment { day: zone(released), time: Some(released) };
        let items = self.items_of(edition);
        let mut since = Since {
            edition,
            new: Vec::new(),
            changed: Vec::new(),
            denied: Vec::new(),
            withdrawn: Vec::new(),
        };
        for told in items.iter().flat_map(|id| self.claims.of_article(self, *id)) {
            let later = told.answered.iter().copied();
            let later = later.filter(|id| !self.was_there(id.card, edition));
            since.denied.extend(later.filter(|id| self.is_denial_by_another(told, *id)));
        }
        let after = |date: &Moment, card: CardId| !within(*date, end) && items.contains(&card);
        let updated = self.news.updated.iter().filter(|(date, id)| after(date, *id));
        since.changed = updated.map(|(_, id)| *id).collect();
        let aside = self.news.set_aside.iter().filter(|(date, claim)| after(date, claim.card));
        since.withdrawn = aside.map(|(_, claim)| *claim).collect();
        let any =
            !since.denied.is_empty() || !since.changed.is_empty() || !since.withdrawn.is_empty();
        any.then_some(since)
    }

    /// Until when an edition took in reports: its cut-off, or else its day.
    fn closes(&self, edition: CardId) -> Option<Moment> {
        let briefing = self.card(edition).briefing()?;
        Some(briefing.cut_off.unwrap_or(briefing.date))
    }

    /// The reports of a window, in the order of the site.
    fn reports_in(&self, window: Window) -> Vec<CardId> {
        let all = match window.topic {
            Some(topic) => &self.entries.get(topic).articles,
            None => &self.articles,
        };
        let first = self.closes(window.after).map(|end| end.day);
        let date = |id: &CardId| self.card(*id).date();
        // Days come newest first; within a day the heavier comes first, whatever the time.
        let day = |id: &CardId| date(id).map(|date| date.day);
        let last = window.until.map(|until| until.day);
        let start = all.partition_point(|id| last.is_some() && day(id) > last);
        let recent = all[start..].iter().copied().take_while(|id| day(id) >= first);
        recent.filter(|id| date(id).is_some_and(|date| self.is_in(date, window))).collect()
    }

    fn is_in(&self, date: Moment, window: Window) -> bool {
        let after = self.closes(window.after).is_none_or(|end| !within(date, end));
        after && window.until.is_none_or(|end| within(date, end))
    }

    fn gather(&self, window: Window) -> Option<Since> {
        let among = self.reports_in(window);
        let mut since = Since {
            edition: window.after,
            new: Vec::new(),
            changed: Vec::new(),
            denied: Vec::new(),
            withdrawn: Vec::new(),
        };
        for id in &among {
            for told in self.claims.of_article(self, *id) {
                let Some(answered) = told.answers.and_then(|id| self.claims.get(id)) else {
                    continue;
                };
                let another = self.is_by_another(answered, told.id);
                // Only who said something can take it back.
                match self.claim(told.id).map(|claim| claim.verb) {
                    Some(Verb::Denies) if another => since.denied.push(told.id),
                    Some(Verb::Retracts) if !another => since.withdrawn.push(answered.id),
                    _ => {}
                }
            }
        }
        let inside = |date: Moment| self.is_in(date, window);
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
        Some(since)
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
