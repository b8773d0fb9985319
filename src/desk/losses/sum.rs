//! Figures that an editor adds up: the only place where the program adds anything, and only what
//! it is told to.

use std::sync::Arc;

use super::apart::could_count_one_death;
use super::{Counted, LossId};
use crate::base::{Diagnostic, Spotted};
use crate::desk::links::private;
use crate::desk::{CardId, Desk, EntryId};
use crate::model::{EntryKind, Fields, LossMetric, MarkRef, Number, Sum, codes};

/// Where a sum is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// An event of the registry.
    Event(EntryId),
    /// An edition.
    Briefing(CardId),
}

/// Figures added up by an editor.
#[derive(Debug, Clone)]
pub struct Summed {
    /// Where it is written.
    pub owner: Owner,
    /// The figures.
    pub of: Vec<LossId>,
    /// Why they may be added.
    pub reason: String,
    /// What comes of it, killed and injured apart.
    pub totals: Vec<Total>,
}

/// One total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// Of what.
    pub metric: LossMetric,
    /// The least.
    pub low: u64,
    /// The most; open where a figure is.
    pub high: Option<u64>,
    /// Whether a figure is only about right.
    pub about: bool,
}

/// Adds up what editors ask for.
pub fn all(desk: &Desk, complaints: &mut Vec<Diagnostic>) -> Vec<Summed> {
    let mut sums = Vec::new();
    for (id, event) in desk.entries.of_kind(EntryKind::Event) {
        if let Some(Fields::Event { sum: Some(sum), .. }) =
            event.facts.as_ref().map(|facts| &facts.fields)
        {
            let among = desk.losses.of(id).to_vec();
            let asked = Asked { desk, path: &event.place.0, sum, among };
            sums.extend(asked.add(Owner::Event(id), complaints));
        }
    }
    for id in desk.briefings.iter() {
        let card = desk.card(*id);
        if let Some(sum) = card.briefing().and_then(|briefing| briefing.sum.as_ref()) {
            let items = desk.items_of(*id);
            let among = items.iter().flat_map(|item| {
                let count = desk.card(*item).text.losses.len() as u32;
                (0..count).map(|at| LossId { card: *item, at })
            });
            let asked = Asked { desk, path: &card.path, sum, among: among.collect() };
            sums.extend(asked.add(Owner::Briefing(*id), complaints));
        }
    }
    sums
}

/// A sum that is asked for, and the figures among which a bare number is looked for.
struct Asked<'d> {
    desk: &'d Desk,
    path: &'d Arc<str>,
    sum: &'d Sum,
    among: Vec<LossId>,
}

impl Asked<'_> {
    fn add(&self, owner: Owner, complaints: &mut Vec<Diagnostic>) -> Option<Summed> {
        let before = complaints.len();
        let found: Vec<(&Spotted<MarkRef>, &Counted)> = self
            .sum
            .of
            .iter()
            .filter_map(|name| Some((name, self.find(name, complaints)?)))
            .collect();
        for (at, (name, counted)) in found.iter().enumerate() {
            if let Owner::Event(event) = owner
                && counted.event != Some(event)
            {
                let message = format!("{} is not about this event", self.name(counted.id));
                complaints.push(self.refuse(name, &message).help(
                    "name figures that say `re` and this event's id, or add up in a briefing",
                ));
            }
            let twice = found[..at].iter().find_map(|(_, earlier)| {
                self.overlap(earlier, counted).map(|why| self.twice(name, earlier, why))
            });
            complaints.extend(twice);
        }
        let rows: Vec<&Counted> = found.iter().map(|(_, counted)| *counted).collect();
        let whole = found.len() == self.sum.of.len();
        for (name, counted) in found.iter().filter(|_| whole) {
            complaints.extend(self.without_number(name, counted, &rows));
        }
        let totals = totals(self.desk, &rows);
        let fine = whole && complaints.len() == before;
        if let Some(first) = self.sum.of.first().filter(|_| fine && totals.is_empty()) {
            let message = "these figures have nothing in common that could be added";
            complaints.push(self.refuse(first, message).help(
                "each must give a number of the same kind: killed with killed, injured with injured",
            ));
        }
        let of = rows.iter().map(|counted| counted.id).collect();
        let reason = self.sum.reason.clone();
        (complaints.len() == before).then_some(Summed { owner, of, reason, totals })
    }

    /// The figure that a name means.
    fn find(&self, name: &Spotted<MarkRef>, complaints: &mut Vec<Diagnostic>) -> Option<&Counted> {
        let id = name.value.id.as_str();
        let is_called = |loss: &&LossId| self.desk.loss(**loss).is_some_and(|loss| loss.id == id);
        let among: Vec<LossId> = match &name.value.article {
            Some(slug) => {
                let Some(card) = self.desk.article_called(slug) else {
                    if self.desk.withheld.iter().any(|held| held.card.slug() == slug) {
                        let (code, message, help) = private(slug);
                        let complaint = Diagnostic::error(code, self.path, name.spot, message);
                        complaints.push(complaint.help(help));
                        return None;
                    }
                    let message = format!("no article is called `{slug}`");
                    complaints.push(
                        Diagnostic::error(codes::UNKNOWN_ARTICLE, self.path, name.spot, message)
                            .help("write an article's slug"),
                    );
                    return None;
                };
                let count = self.desk.card(card).text.losses.len() as u32;
                (0..count).map(|at| LossId { card, at }).collect()
            }
            None => self.among.clone(),
        };
        let found: Vec<&LossId> = among.iter().filter(is_called).collect();
        match found.as_slice() {
            [one] => self.desk.losses.get(**one),
            [] => {
                let message = format!("there is no figure {id} here");
                let there: Vec<String> = among.iter().take(12).map(|id| self.name(*id)).collect();
                let help = match there.is_empty() {
                    true => "there are no figures".to_owned(),
                    false => format!("there are {}", there.join(", ")),
                };
                complaints.push(
                    Diagnostic::error(codes::TARGET_NOT_THERE, self.path, name.spot, message)
                        .help(help),
                );
                None
            }
            several => {
                let message = format!("{} reports have a figure {id}", several.len());
                let names: Vec<String> = several.iter().take(4).map(|id| self.name(**id)).collect();
                complaints.push(
                    self.refuse(name, &message).help(format!("write {}", names.join(" or "))),
                );
                None
            }
        }
    }

    /// A figure as an editor would type it.
    fn name(&self, id: LossId) -> String {
        let mark = self.desk.loss(id).map_or("", |loss| loss.id.as_str());
        format!("{}#{mark}", self.desk.card(id.card).slug())
    }

    fn overlap(&self, a: &Counted, b: &Counted) -> Option<&'static str> {
        let when = |counted: &Counted| self.desk.loss(counted.id).map(|loss| &loss.when.value);
        could_count_one_death(self.desk, (a, when(a)?), (b, when(b)?))
    }

    /// A figure in words, where all the others give a number of the same kind.
    fn without_number(
        &self,
        name: &Spotted<MarkRef>,
        counted: &Counted,
        rows: &[&Counted],
    ) -> Option<Diagnostic> {
        let has = |row: &&&Counted, metric: LossMetric| {
            let loss = self.desk.loss(row.id);
            loss.is_some_and(|loss| loss.counts.iter().any(|count| count.metric == metric))
        };
        let counts = &self.desk.loss(counted.id)?.counts;
        let words = counts.iter().find(|count| {
            count.number.bounds().is_none()
                && rows.iter().filter(|row| has(row, count.metric)).count() == rows.len()
        })?;
        let message = format!(
            "{} gives no number of {}: `{}`",
            self.name(counted.id),
            words.metric.word(),
            words.number.written()
        );
        Some(self.refuse(name, &message).help("leave it out of the sum"))
    }

    fn twice(&self, name: &Spotted<MarkRef>, other: &Counted, why: &str) -> Diagnostic {
        let message = format!(
            "{} and {} could count the same death: {why}, and their times are not apart",
            self.name(other.id),
            name.value.id
        );
        self.refuse(name, &message).help("leave the figures beside each other, without a sum")
    }

    fn refuse(&self, name: &Spotted<MarkRef>, message: &str) -> Diagnostic {
        Diagnostic::error(codes::SUM_REFUSED, self.path, name.spot, message)
    }
}

/// The totals of what all rows count in numbers.
fn totals(desk: &Desk, rows: &[&Counted]) -> Vec<Total> {
    let metrics = [
        LossMetric::Killed,
        LossMetric::Injured,
        LossMetric::Missing,
        LossMetric::Captured,
        LossMetric::Displaced,
    ];
    metrics.into_iter().filter_map(|metric| total(desk, rows, metric)).collect()
}

fn total(desk: &Desk, rows: &[&Counted], metric: LossMetric) -> Option<Total> {
    let mut total = Total { metric, low: 0, high: Some(0), about: false };
    for counted in rows {
        let loss = desk.loss(counted.id)?;
        let number = loss.counts.iter().find(|count| count.metric == metric)?.number;
        let (low, high) = number.bounds()?;
        total.low += u64::from(low);
        total.high = total.high.zip(high).map(|(sum, high)| sum + u64::from(high));
        total.about |= matches!(number, Number::About(_));
    }
    (!rows.is_empty()).then_some(total)
}
