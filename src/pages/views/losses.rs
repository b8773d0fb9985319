use std::collections::BTreeSet;

use serde::Serialize;

use super::claims::Stand;
use super::figures::{FigureView, FigureViews, axis_of, side_view};
use super::words::in_words;
use super::{RefView, Source};
use crate::desk::losses::{Cell, LossId, Owner, RowKey, Summed, Total};
use crate::desk::{EntryId, Sign};
use crate::model::{LossMetric, Number, When};
use crate::words::Fill;

/// Figures of one event: rows by what is counted, columns by who counts.
#[derive(Debug, Clone, Serialize)]
pub struct LossTableView {
    /// The event; none for figures of no event.
    pub about: Option<RefView>,
    /// Who gives figures, in the order of the columns.
    pub speakers: Vec<SpeakerView>,
    /// Where the scales end, such as `killed from 0 to 60`.
    pub scales: Vec<String>,
    /// One row for each side, metric and window.
    pub rows: Vec<LossRowView>,
    /// What the desk itself adds up, and why it may.
    pub sums: Vec<SumView>,
}

/// Who gives figures.
#[derive(Debug, Clone, Serialize)]
pub struct SpeakerView {
    /// Their page; nobody for figures that are unattributed.
    pub who: Option<RefView>,
    /// The class of their mark.
    pub sign: &'static str,
}

/// One thing that is counted.
#[derive(Debug, Clone, Serialize)]
pub struct LossRowView {
    /// Whose losses.
    pub side: RefView,
    /// The class of their mark.
    pub sign: &'static str,
    /// `killed`, `injured` and so on.
    pub metric: &'static str,
    /// In which time, in words.
    pub when: String,
    /// In which time, in EDTF.
    pub edtf: String,
    /// Where the scale ends that all rows of this metric share.
    pub axis: u64,
    /// The figures of each speaker, in the order of the columns.
    pub cells: Vec<Vec<FigureView>>,
    /// The least and the most of several figures for the same thing, such as `12 to 15`.
    pub range: Option<String>,
}

/// Figures that the desk added up.
#[derive(Debug, Clone, Serialize)]
pub struct SumView {
    /// The totals, such as `42 killed`; never across what is counted.
    pub totals: Vec<String>,
    /// The figures.
    pub of: Vec<RefView>,
    /// Why they may be added.
    pub reason: String,
    /// The edition that says so, where it is not the event itself.
    pub edition: Option<RefView>,
}

/// The tables of some figures, one for each event, in the order in which the events first come up.
/// Figures of no event share one table at the end.
pub fn tables(source: Source<'_>, ids: &[LossId]) -> Vec<LossTableView> {
    let mut events: Vec<(Option<EntryId>, Vec<LossId>)> = Vec::new();
    for id in ids {
        let Some(counted) = source.desk.losses.get(*id) else { continue };
        match events.iter_mut().find(|(event, _)| *event == counted.event) {
            Some((_, figures)) => figures.push(*id),
            None => events.push((counted.event, vec![*id])),
        }
    }
    events.sort_by_key(|(event, _)| event.is_none());
    events.into_iter().map(|(event, ids)| table(source, event, &ids)).collect()
}

fn table(source: Source<'_>, event: Option<EntryId>, ids: &[LossId]) -> LossTableView {
    let rows = source.desk.rows(ids);
    let mut speakers: Vec<Option<EntryId>> = Vec::new();
    for cell in rows.values().flatten() {
        if !speakers.contains(&cell.who) {
            speakers.push(cell.who);
        }
    }
    // Parties first, in the order of their marks; what nobody signs comes last.
    let card = ids.first().map(|id| id.card);
    let sign =
        |who: Option<EntryId>| card.map_or(Sign::Ring, |card| source.desk.sign_in(card, who));
    speakers.sort_by_key(|who| (sign(*who), *who));
    let views = FigureViews::new(source, Stand::ELSEWHERE);
    let axes = |metric: LossMetric| axis(rows.iter().filter(|(key, _)| key.metric == metric));
    let row_views = rows
        .iter()
        .filter_map(|(key, cells)| row(source, views, key, cells, &speakers, axes(key.metric)));
    let of_event = source
        .desk
        .losses
        .sums
        .iter()
        .filter(|sum| event.is_some() && sum.owner == event.map_or(sum.owner, Owner::Event));
    let row_views: Vec<LossRowView> = row_views.collect();
    LossTableView {
        about: event.map(|event| source.entry_ref(event)),
        scales: scales(source, &row_views),
        rows: row_views,
        speakers: speakers
            .iter()
            .map(|who| SpeakerView {
                who: who.map(|who| source.entry_ref(who)),
                sign: sign(*who).class(),
            })
            .collect(),
        sums: of_event.map(|sum| sum_view(source, sum)).collect(),
    }
}

fn row(
    source: Source<'_>,
    views: FigureViews<'_>,
    key: &RowKey,
    cells: &[Cell],
    speakers: &[Option<EntryId>],
    axis: u64,
) -> Option<LossRowView> {
    let first = source.desk.losses.get(cells.first()?.id)?;
    let (side, sign) = side_view(source, first);
    let of = |who: &Option<EntryId>| {
        let mine = cells.iter().filter(|cell| cell.who == *who);
        let views = mine.filter_map(|cell| views.figure(cell.id, &cell.count, false));
        together(views.map(|view| FigureView { axis, ..view }))
    };
    Some(LossRowView {
        side,
        sign,
        metric: key.metric.word(),
        when: When::parse(&key.window)
            .as_ref()
            .map_or_else(String::new, |when| in_words(source.words, when)),
        edtf: key.window.clone(),
        axis,
        cells: speakers.iter().map(of).collect(),
        range: range(source, cells),
    })
}

/// The same number by the same speaker in several reports is one number; what nobody signs may be
/// the word of several.
fn together(figures: impl Iterator<Item = FigureView>) -> Vec<FigureView> {
    let mut kept: Vec<FigureView> = Vec::new();
    for figure in figures {
        let same = |known: &&mut FigureView| {
            known.number == figure.number && known.who.is_some() && known.shape != "words"
        };
        match kept.iter_mut().find(same) {
            Some(known) => known.also.push(RefView { path: figure.path, ..figure.article }),
            None => kept.push(figure),
        }
    }
    kept
}

/// The least and the most of several figures for the same thing. What one speaker says once, or
/// again and again, is no range.
pub fn range(source: Source<'_>, cells: &[Cell]) -> Option<String> {
    let bounds = cells.iter().filter_map(|cell| Some((cell.who, cell.count.number.bounds()?)));
    let numbers: BTreeSet<_> = bounds.collect();
    if numbers.len() < 2 {
        return None;
    }
    let about = cells.iter().any(|cell| matches!(cell.count.number, Number::About(_)));
    let low = numbers.iter().map(|(_, (low, _))| *low).min()?;
    let highs: Option<Vec<u32>> = numbers.iter().map(|(_, (_, high))| *high).collect();
    match highs.and_then(|highs| highs.into_iter().max()) {
        Some(high) if high == low => {
            let word = if about { "range-same-about" } else { "range-same" };
            Some(source.words.fill(word, &[("n", count(low))]))
        }
        Some(high) => {
            let word = if about { "range-between-about" } else { "range-between" };
            Some(source.words.fill(word, &[("low", count(low)), ("high", count(high))]))
        }
        None => {
            let word = if about { "range-open-about" } else { "range-open" };
            Some(source.words.fill(word, &[("low", count(low))]))
        }
    }
}

/// Where the scale of each metric ends, in words.
fn scales(source: Source<'_>, rows: &[LossRowView]) -> Vec<String> {
    let mut scales: Vec<String> = Vec::new();
    for row in rows.iter().filter(|row| row.axis > 1) {
        let metric = source.words.say(metric_word(row.metric));
        let with = [("metric", Fill::Text(metric)), ("n", Fill::Number(row.axis))];
        let scale = source.words.fill("scale", &with);
        if !scales.contains(&scale) {
            scales.push(scale);
        }
    }
    scales
}

/// Where a scale ends: a round number that leaves room for figures whose top is open.
fn axis<'c>(rows: impl Iterator<Item = (&'c RowKey, &'c Vec<Cell>)>) -> u64 {
    axis_of(rows.flat_map(|(_, cells)| cells).map(|cell| cell.count.number))
}

/// A sum that the desk ordered.
pub fn sum_view(source: Source<'_>, sum: &Summed) -> SumView {
    let mark = |id: &LossId| {
        let loss = source.desk.loss(*id)?;
        let route = source.addresses.card(id.card);
        let path = format!("{}#{}", source.addresses.href(&route), loss.id);
        Some(RefView {
            path,
            name: loss.quote.clone(),
            kind: "loss",
            lang: source.foreign(id.card),
            date: None,
        })
    };
    SumView {
        totals: sum.totals.iter().map(|sum| total(source, sum)).collect(),
        of: sum.of.iter().filter_map(mark).collect(),
        reason: sum.reason.clone(),
        edition: match sum.owner {
            Owner::Briefing(id) => Some(source.card_ref(id)),
            Owner::Event(_) => None,
        },
    }
}

fn total(source: Source<'_>, total: &Total) -> String {
    let words = source.words;
    let (low, high) = (total.low, total.high);
    let number = match high {
        Some(high) if high == low => words.number(low),
        Some(high) => {
            let with = [("low", Fill::Number(low)), ("high", Fill::Number(high))];
            words.fill("sum-between", &with)
        }
        None => words.fill("sum-or-more", &[("n", Fill::Number(low))]),
    };
    let metric = words.say(metric_word(total.metric.word()));
    let word = if total.about { "sum-total-about" } else { "sum-total" };
    words.fill(word, &[("number", Fill::Text(&number)), ("metric", Fill::Text(metric))])
}

/// The word for what is counted.
fn metric_word(metric: &str) -> &'static str {
    match metric {
        "killed" => "metric-killed",
        "injured" => "metric-injured",
        "missing" => "metric-missing",
        "captured" => "metric-captured",
        _ => "metric-displaced",
    }
}

fn count(n: u32) -> Fill<'static> {
    Fill::Number(u64::from(n))
}
