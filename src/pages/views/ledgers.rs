//! Pages that gather what is marked in all reports: claims and losses, months apart.

use std::collections::BTreeMap;

use serde::Serialize;

use super::chrome::Chrome;
use super::claims::Stand;
use super::says::{SaysView, Shown, says};
use super::words::month_of_year;
use super::{Data, Drawn, LossTableView, MonthLink, RefView, Source, losses};
use crate::desk::claims::ClaimId;
use crate::desk::losses::LossId;
use crate::desk::{CardId, Desk, EntryId};
use crate::pages::Route;
use crate::pages::shelves::{Shelves, claim_months, loss_months, month_of};
use crate::words::Fill;

/// All claims of a month by topic.
#[derive(Debug, Serialize)]
pub struct ClaimsView {
    /// `July 2011`, or nothing where there are no claims.
    pub month: Option<String>,
    /// Months with claims, newest first.
    pub months: Vec<MonthLink>,
    /// How many claims in the month.
    pub total: usize,
    /// The claims by topic.
    pub topics: Vec<TopicClaimsView>,
}

/// Claims of one topic.
#[derive(Debug, Serialize)]
pub struct TopicClaimsView {
    /// The topic.
    pub topic: Option<RefView>,
    /// Who says what.
    pub says: SaysView,
}

/// All figures of a month by topic and event.
#[derive(Debug, Serialize)]
pub struct LossesView {
    /// `July 2011`, or nothing where there are no figures.
    pub month: Option<String>,
    /// Months with figures, newest first.
    pub months: Vec<MonthLink>,
    /// How many figures in the month.
    pub total: usize,
    /// The figures by topic.
    pub topics: Vec<TopicLossesView>,
}

/// Figures of one topic.
#[derive(Debug, Serialize)]
pub struct TopicLossesView {
    /// The topic.
    pub topic: Option<RefView>,
    /// A table for each event.
    pub tables: Vec<LossTableView>,
}

impl Source<'_> {
    /// Links to the months that have pages, newest first.
    pub(super) fn month_links_of(&self, shelves: &Shelves) -> Vec<MonthLink> {
        let link = |((year, month), route): ((i16, i8), Route)| MonthLink {
            path: self.addresses.href(&route),
            name: month_of_year(self.words, year, month),
            items: shelves.count((year, month)),
        };
        shelves.routes().into_iter().rev().map(link).collect()
    }
}

/// Things of articles by the articles' first topic, in the order in which topics come up.
fn by_topic<T: Copy>(
    desk: &Desk,
    things: impl Iterator<Item = T>,
    card: impl Fn(T) -> CardId,
) -> Vec<(Option<EntryId>, Vec<T>)> {
    let mut groups: Vec<(Option<EntryId>, Vec<T>)> = Vec::new();
    let mut places: BTreeMap<Option<EntryId>, usize> = BTreeMap::new();
    for thing in things {
        let topic = desk.first_topic(card(thing));
        let at = *places.entry(topic).or_insert_with(|| {
            groups.push((topic, Vec::new()));
            groups.len() - 1
        });
        groups[at].1.push(thing);
    }
    groups
}

/// The view of the claims of a month; of the newest where none is asked for.
pub fn claims(source: Source<'_>, asked: Option<(i16, i8)>) -> Drawn {
    let desk = source.desk;
    let shelves = claim_months(desk);
    let month = asked.or(shelves.newest());
    let ids: Vec<ClaimId> = desk
        .claims
        .all()
        .iter()
        .map(|told| told.id)
        .filter(|id| month_of(desk, id.card) == month)
        .collect();
    let topics = by_topic(desk, ids.iter().copied(), |id| id.card).into_iter();
    let topics = topics.filter_map(|(topic, ids)| {
        let says = says(source, &ids, Stand::ELSEWHERE, Shown::MONTH, None)?;
        Some(TopicClaimsView { topic: topic.map(|topic| source.entry_ref(topic)), says })
    });
    let view = ClaimsView {
        month: month.map(|(year, month)| month_of_year(source.words, year, month)),
        months: source.month_links_of(&shelves),
        total: ids.len(),
        topics: topics.collect(),
    };
    let title = titled(source, "claims-title", asked);
    let about = source.words.say("about-claims").to_owned();
    let chrome = Chrome::new("claims", title).about(Some(about));
    (chrome, Data::Claims { claims: Box::new(view) })
}

/// The view of the figures of a month; of the newest where none is asked for.
pub fn losses_page(source: Source<'_>, asked: Option<(i16, i8)>) -> Drawn {
    let desk = source.desk;
    let shelves = loss_months(desk);
    let month = asked.or(shelves.newest());
    let ids: Vec<LossId> = desk
        .losses
        .all()
        .iter()
        .map(|counted| counted.id)
        .filter(|id| month_of(desk, id.card) == month)
        .collect();
    let topics = by_topic(desk, ids.iter().copied(), |id| id.card).into_iter();
    let topics = topics.map(|(topic, ids)| TopicLossesView {
        topic: topic.map(|topic| source.entry_ref(topic)),
        tables: losses::tables(source, &ids),
    });
    let view = LossesView {
        month: month.map(|(year, month)| month_of_year(source.words, year, month)),
        months: source.month_links_of(&shelves),
        total: ids.len(),
        topics: topics.collect(),
    };
    let title = titled(source, "losses-title", asked);
    let about = source.words.say("about-losses").to_owned();
    let chrome = Chrome::new("losses", title).about(Some(about));
    (chrome, Data::Losses { losses: Box::new(view) })
}

fn titled(source: Source<'_>, title: &str, asked: Option<(i16, i8)>) -> String {
    let title = source.words.say(title);
    match asked {
        Some((year, month)) => {
            let month = month_of_year(source.words, year, month);
            let with = [("name", Fill::Text(title)), ("month", Fill::Text(&month))];
            source.words.fill("name-month", &with)
        }
        None => title.to_owned(),
    }
}
