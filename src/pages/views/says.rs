use std::collections::BTreeSet;

use serde::Serialize;

use super::claims::{ClaimView, ClaimViews, RestsView, Stand, rests};
use super::voices::{VoicesView, voices};
use super::{DateView, RefView, Source};
use crate::base::Day;
use crate::desk::claims::{ClaimId, Standing, independence};
use crate::desk::{CardId, EntryId};
use crate::model::{EntryKind, Verb};

/// Who says what: the disputes of a page side by side, then what else is said.
#[derive(Debug, Clone, Serialize)]
pub struct SaysView {
    /// How many claims there are, shown or not.
    pub total: usize,
    /// Denied claims with their denials, by what they are about.
    pub questions: Vec<QuestionView>,
    /// The rest by party, on pages that are about an event, a place or a topic.
    pub accounts: Vec<AccountView>,
    /// The rest in the order of the text or of time, on other pages.
    pub others: Vec<ClaimView>,
    /// How many are not shown, and stand with their reports.
    pub more: usize,
    /// On whose word the claims rest.
    pub voices: VoicesView,
    /// From how many sources the reports come in which they stand.
    pub rests: RestsView,
}

/// What two parties tell differently.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionView {
    /// The event that it is about.
    pub about: Option<RefView>,
    /// The denied claims, each with its answers.
    pub claims: Vec<ClaimView>,
    /// The day of the first of them.
    pub since: DateView,
    /// How many days it had been open when the newest report here came.
    pub days: u32,
    /// How many denials.
    pub denials: usize,
}

/// What one party says.
#[derive(Debug, Clone, Serialize)]
pub struct AccountView {
    /// The party.
    pub party: RefView,
    /// The class of its mark.
    pub sign: &'static str,
    /// Its claims; none where it is silent.
    pub claims: Vec<ClaimView>,
}

/// How much of its claims a page shows.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    /// Denied claims.
    pub disputed: usize,
    /// Others.
    pub others: usize,
    /// The others by party.
    pub by_party: bool,
}

impl Shown {
    /// Everything, in order.
    pub const ALL: Self = Self { disputed: usize::MAX, others: usize::MAX, by_party: false };
    /// As much of a topic as a page of a month holds.
    pub const MONTH: Self = Self { disputed: 60, others: 120, by_party: true };
    /// As much as a page of a topic, place or event holds.
    pub const GLANCE: Self = Self { disputed: 4, others: 3, by_party: true };
    /// As much as the page of somebody who speaks holds.
    pub const SPEAKER: Self = Self { disputed: 12, others: 24, by_party: false };
}

/// Who says what in some claims; nothing where there are none.
pub fn says(
    source: Source<'_>,
    claims: &[ClaimId],
    stand: Stand,
    shown: Shown,
    event: Option<EntryId>,
) -> Option<SaysView> {
    if claims.is_empty() {
        return None;
    }
    let mut views = ClaimViews::new(source, stand);
    let disputed = disputed(source, claims);
    let (disputed, left) = disputed.split_at(disputed.len().min(shown.disputed));
    let questions = questions(source, &mut views, disputed, claims);
    let seen = shown_in(source, disputed, left);
    let rest: Vec<ClaimId> = claims.iter().copied().filter(|id| !seen.contains(id)).collect();
    let (first, more) = rest.split_at(rest.len().min(shown.others));
    let (accounts, others) = if shown.by_party {
        (accounts(source, &mut views, first, event), Vec::new())
    } else {
        (Vec::new(), first.iter().filter_map(|id| views.line(*id)).collect())
    };
    let reports: BTreeSet<CardId> = claims.iter().map(|id| id.card).collect();
    let reports: Vec<CardId> = reports.into_iter().collect();
    Some(SaysView {
        total: claims.len(),
        questions,
        accounts,
        others,
        more: more.len() + left.len(),
        voices: voices(source, claims),
        rests: rests(source, &independence(source.desk, &reports)),
    })
}

/// Of each of some articles, given by its claims, the first open dispute that no article before it
/// is in as well; at most so many.
pub fn disputes(
    source: Source<'_>,
    articles: &[Vec<ClaimId>],
    most: usize,
) -> Vec<Option<QuestionView>> {
    let desk = source.desk;
    let mut views = ClaimViews::new(source, Stand::ELSEWHERE);
    let mut shown: BTreeSet<ClaimId> = BTreeSet::new();
    let mut left = most;
    let dispute = |claims: &Vec<ClaimId>| {
        let mut open = disputed(source, claims).into_iter().filter_map(|id| desk.claims.get(id));
        let first = open.find(|told| {
            let ids = std::iter::once(&told.id).chain(&told.answered);
            source.is_open(told) && ids.clone().all(|id| !shown.contains(id))
        })?;
        left = left.checked_sub(1)?;
        shown.insert(first.id);
        shown.extend(&first.answered);
        let mut question = questions(source, &mut views, &[first.id], claims).pop()?;
        question.claims.iter_mut().for_each(|claim| claim.brief());
        Some(question)
    };
    articles.iter().map(dispute).collect()
}

/// Denied claims of some claims, or denied by some of them, in their order.
fn disputed(source: Source<'_>, claims: &[ClaimId]) -> Vec<ClaimId> {
    let desk = source.desk;
    let mut found: Vec<ClaimId> = Vec::new();
    let mut seen = BTreeSet::new();
    let denied = |id: ClaimId| {
        desk.claims.get(id).is_some_and(|told| {
            source.answers_to(told).any(|answer| desk.is_denial_by_another(told, answer))
        })
    };
    for id in claims {
        let denies = desk.claim(*id).is_some_and(|claim| claim.verb == Verb::Denies);
        let target = desk.claims.get(*id).and_then(|told| told.answers).filter(|_| denies);
        for id in [Some(*id), target].into_iter().flatten() {
            if denied(id) && seen.insert(id) {
                found.push(id);
            }
        }
    }
    found
}

/// The claims that stand in the pairs, or belong to pairs that are left out.
fn shown_in(source: Source<'_>, disputed: &[ClaimId], left: &[ClaimId]) -> BTreeSet<ClaimId> {
    let mut seen: BTreeSet<ClaimId> = disputed.iter().chain(left).copied().collect();
    for told in disputed.iter().filter_map(|id| source.desk.claims.get(*id)) {
        seen.extend(&told.answered);
    }
    seen
}

/// What denied claims are about; where that is not known, the report that they stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Event(EntryId),
    Report(CardId),
}

/// Denied claims by what they are about, in the order in which each comes up; where that is not
/// known, by their report.
fn questions(
    source: Source<'_>,
    views: &mut ClaimViews<'_>,
    disputed: &[ClaimId],
    all: &[ClaimId],
) -> Vec<QuestionView> {
    let mut groups: Vec<(About, Vec<ClaimId>)> = Vec::new();
    let mut shown: BTreeSet<ClaimId> = BTreeSet::new();
    for id in disputed {
        let Some(told) = source.desk.claims.get(*id) else { continue };
        // Two claims that deny each other are one pair.
        if shown.contains(id) && told.answered.iter().all(|answer| shown.contains(answer)) {
            continue;
        }
        shown.insert(*id);
        shown.extend(&told.answered);
        let key = told.event.map_or(About::Report(id.card), About::Event);
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, ids)) => ids.push(*id),
            None => groups.push((key, vec![*id])),
        }
    }
    let newest = all.iter().filter_map(|id| source.day_of(*id)).max();
    let question = |(about, ids): (About, Vec<ClaimId>)| {
        let first = ids.iter().filter_map(|id| source.day_of(*id)).min()?;
        let claims: Vec<ClaimView> = ids.iter().filter_map(|id| views.pair(*id)).collect();
        let told = ids.iter().filter_map(|id| source.desk.claims.get(*id));
        let denials = told.map(|told| source.denials(told)).sum();
        Some(QuestionView {
            about: match about {
                About::Event(event) => Some(source.entry_ref(event)),
                About::Report(_) => None,
            },
            since: source.day_view(first),
            days: newest.map_or(0, |newest| newest.days_since(first).max(0).unsigned_abs()),
            denials,
            claims,
        })
    };
    groups.into_iter().filter_map(question).collect()
}

/// The rest by party, in the order in which each first speaks; on an event's page also the
/// parties to it that say nothing at all.
fn accounts(
    source: Source<'_>,
    views: &mut ClaimViews<'_>,
    claims: &[ClaimId],
    event: Option<EntryId>,
) -> Vec<AccountView> {
    let desk = source.desk;
    let mut accounts: Vec<(Option<EntryId>, AccountView)> = Vec::new();
    for id in claims {
        let Some(told) = desk.claims.get(*id) else { continue };
        let root = told.party.as_ref().map(|party| party.root);
        let Some(view) = views.line(*id) else { continue };
        match accounts.iter_mut().find(|(known, _)| *known == root) {
            Some((_, account)) => account.claims.push(view),
            None => {
                let party = root.map_or_else(|| view.who.clone(), |root| source.entry_ref(root));
                let sign = view.sign;
                accounts.push((root, AccountView { party, sign, claims: vec![view] }));
            }
        }
    }
    for side in event.map(|event| desk.sides_of_event(event)).unwrap_or_default() {
        let party = desk.party(side);
        let speaks = desk.claims.of(event.unwrap_or(side)).iter().any(|id| {
            let told = desk.claims.get(*id).and_then(|told| told.party.as_ref());
            told.is_some_and(|other| other.is_with(&party))
        });
        if !speaks {
            let sign = desk.sign(None, Some(&party)).class();
            let account = AccountView { party: source.entry_ref(side), sign, claims: Vec::new() };
            accounts.push((Some(party.root), account));
        }
    }
    accounts.into_iter().map(|(_, account)| account).collect()
}

/// What is not settled on a topic.
#[derive(Debug, Clone, Serialize)]
pub struct OpenView {
    /// What it is about: an event, or the claim itself.
    pub about: RefView,
    /// The day of its first claim.
    pub since: DateView,
    /// How many days it had been open when the topic's newest report came.
    pub days: u32,
    /// How many denied claims.
    pub claims: usize,
    /// How many denials.
    pub denials: usize,
}

/// The open questions among some claims, those open longest first; at most so many.
pub fn open_questions(
    source: Source<'_>,
    claims: &[ClaimId],
    most: usize,
    newest: Option<Day>,
) -> Vec<OpenView> {
    let desk = source.desk;
    let mut groups: Vec<(Option<EntryId>, Vec<ClaimId>)> = Vec::new();
    let mut places: std::collections::BTreeMap<EntryId, usize> = std::collections::BTreeMap::new();
    let told = claims.iter().filter_map(|id| desk.claims.get(*id));
    for told in told.filter(|told| source.is_open(told)) {
        let id = told.id;
        let event = desk.claims.get(id).and_then(|told| told.event);
        match event.and_then(|event| places.get(&event)) {
            Some(at) => groups[*at].1.push(id),
            None => {
                places.extend(event.map(|event| (event, groups.len())));
                groups.push((event, vec![id]));
            }
        }
    }
    let mut open: Vec<_> = groups
        .into_iter()
        .filter_map(|(event, ids)| {
            let first = ids.iter().filter_map(|id| source.day_of(*id)).min()?;
            Some((first, event, ids))
        })
        .collect();
    open.sort_by_key(|(first, event, ids)| (*first, *event, ids.first().copied()));
    // The newest are what a reader came for; of those the oldest come first.
    let skip = open.len().saturating_sub(most);
    let view = |(first, event, ids): (Day, Option<EntryId>, Vec<ClaimId>)| {
        let told = ids.iter().filter_map(|id| desk.claims.get(*id));
        let denials = told.map(|told| source.denials(told)).sum();
        let about = match event {
            Some(event) => source.entry_ref(event),
            None => source.claim_ref(*ids.first()?)?,
        };
        Some(OpenView {
            about,
            since: source.day_view(first),
            days: newest.map_or(0, |newest| newest.days_since(first).max(0).unsigned_abs()),
            claims: ids.len(),
            denials,
        })
    };
    open.into_iter().skip(skip).filter_map(view).collect()
}

impl Source<'_> {
    /// A claim as a link, called by its words.
    pub fn claim_ref(&self, id: ClaimId) -> Option<RefView> {
        let claim = self.desk.claim(id)?;
        let route = self.addresses.card(id.card);
        Some(RefView {
            path: format!("{}#{}", self.addresses.href(&route), claim.id),
            name: claim.quote.clone(),
            kind: "claim",
            lang: self.foreign(id.card),
            date: self.desk.card(id.card).date().map(|date| self.words.day(date.day)),
        })
    }

    /// What became of an event, by the claims about it and by how many sources tell of it: the class
    /// of its line, and the name of the word. What is open comes before what the desk has settled.
    pub fn line_of_event(&self, event: EntryId) -> (&'static str, &'static str) {
        let told = self.desk.claims.of(event).iter().filter_map(|id| self.desk.claims.get(*id));
        let standings: Vec<Standing> = told.map(|told| told.standing).collect();
        let judged = |set_aside: bool| {
            standings.iter().any(|standing| {
                matches!(standing, Standing::Judged(judged) if judged.word.sets_aside() == set_aside)
            })
        };
        let reports = &self.desk.entries.get(event).articles;
        match () {
            () if standings.contains(&Standing::Contested) => ("ds", "status-disputed"),
            () if judged(true) => ("un", "event-set-aside"),
            () if judged(false) => ("ag", "event-upheld"),
            () if independence(self.desk, reports).sources > 1 => ("ag", "status-several"),
            () if !reports.is_empty() || !standings.is_empty() => ("cl", "status-one"),
            () => ("un", "event-no-report"),
        }
    }
}

/// The claims of an article, in the order of its text.
pub fn of_article(source: Source<'_>, card: CardId) -> Vec<ClaimId> {
    source.desk.claims.of_article(source.desk, card).iter().map(|told| told.id).collect()
}

/// The kinds of entries whose pages show claims by party.
pub fn by_party(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Topic | EntryKind::Event | EntryKind::Place)
}
