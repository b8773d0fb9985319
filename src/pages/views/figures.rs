use serde::Serialize;

use super::claims::{Stand, plain_ref};
use super::words::{dir_of, in_words};
use super::{DateView, RefView, Source};
use crate::desk::Sign;
use crate::desk::losses::{Counted, LossId, Side};
use crate::model::{Count, EntryKind, LossMetric, Number};
use crate::words::Fill;

/// One number of a report with everything that must be said with it.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// Its mark's number in its article.
    pub id: String,
    /// The id that it has on this page, where its words stand nowhere else on it.
    pub anchor: Option<String>,
    /// Where its words stand, after `root`; `#k1` on their own page.
    pub path: String,
    /// `killed`, `injured` and so on.
    pub metric: &'static str,
    /// `30`, `40+`, `about 300`, `no figure` and so on.
    pub number: String,
    /// What stood there before it was put right.
    pub was: Option<String>,
    /// How it is drawn: `exact`, `about`, `least`, `between`, `none`; `dozens` and `hundreds` over the
    /// span that they may mean; `words` where there is no figure; `unknown` where nobody knows.
    pub shape: &'static str,
    /// The least that it says.
    pub low: Option<u32>,
    /// The most that it says; none where that is open.
    pub high: Option<u32>,
    /// Where the scale ends that all figures of this metric share on this page.
    pub axis: u64,
    /// Who gives it; nobody when it is unattributed.
    pub who: Option<RefView>,
    /// The class of the mark of who gives it.
    pub who_sign: &'static str,
    /// Whose losses: an actor, or the words for both sides or civilians.
    pub side: RefView,
    /// The class of the mark of whose losses they are.
    pub side_sign: &'static str,
    /// `own`, `enemy`, `own and enemy` or `third party`: whose losses they are to who speaks.
    pub direction: &'static str,
    /// In which time, in words.
    pub when: String,
    /// In which time, in EDTF.
    pub edtf: String,
    /// In which event.
    pub event: Option<RefView>,
    /// The person who spoke.
    pub by: Option<RefView>,
    /// Somebody who was not named spoke.
    pub unnamed: bool,
    /// The marked words.
    pub quote: String,
    /// The sentence that they stand in; empty where the body stays with the source.
    pub sentence: String,
    /// BCP 47.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The report.
    pub article: RefView,
    /// The outlet.
    pub source: Option<RefView>,
    /// The day of the report.
    pub date: DateView,
    /// In a table, other reports in which the same speaker gives the same number.
    pub also: Vec<RefView>,
}

/// Makes figures for one page.
#[derive(Clone, Copy)]
pub struct FigureViews<'d> {
    source: Source<'d>,
    stand: Stand,
}

impl<'d> FigureViews<'d> {
    /// For a page.
    pub fn new(source: Source<'d>, stand: Stand) -> Self {
        Self { source, stand }
    }

    /// The numbers of some figures, each with all that must be said with it. The first number of
    /// each figure carries its id.
    pub fn list(&self, ids: &[LossId]) -> Vec<FigureView> {
        let desk = self.source.desk;
        let counts = |id: LossId| desk.loss(id).map_or(&[][..], |loss| loss.counts.as_slice());
        let numbers = ids.iter().flat_map(|id| counts(*id).iter().map(|count| (*id, count)));
        let axes = |metric: LossMetric| {
            let same = numbers.clone().filter(|(_, count)| count.metric == metric);
            axis_of(same.map(|(_, count)| count.number))
        };
        let views = ids.iter().flat_map(|id| {
            counts(*id).iter().enumerate().filter_map(|(at, count)| {
                let view = self.figure(*id, count, at == 0)?;
                Some(FigureView { axis: axes(count.metric), ..view })
            })
        });
        views.collect()
    }

    /// One number of a figure; the first carries the id.
    pub fn figure(&self, id: LossId, count: &Count, first: bool) -> Option<FigureView> {
        let source = self.source;
        let (counted, loss) = (source.desk.losses.get(id)?, source.desk.loss(id)?);
        let article = source.desk.card(id.card).article()?;
        let lang = source.lang_of(id.card);
        let (by, unnamed) = source.by_view(&loss.by);
        let own = self.stand.own == Some(id.card);
        let (low, high) =
            count.number.bounds().map_or((None, None), |(low, high)| (Some(low), high));
        let outlet = article.source.as_ref().or(article.wire.as_ref());
        let path = match own {
            true => format!("#{}", loss.id),
            false => {
                let route = source.addresses.card(id.card);
                format!("{}#{}", source.addresses.href(&route), loss.id)
            }
        };
        let (side, side_sign) = side_view(source, counted);
        Some(FigureView {
            id: loss.id.clone(),
            anchor: (own && self.stand.without_text && first).then(|| loss.id.clone()),
            path,
            metric: count.metric.word(),
            number: number_in_words(source, count.number),
            was: source.desk.figure_was(id),
            shape: shape(count.number),
            low,
            high,
            axis: 0,
            who: loss.who.as_ref().map(|who| source.speaker_ref(who)),
            who_sign: source.desk.sign_in(id.card, counted.who).class(),
            side,
            side_sign,
            direction: counted.direction.word(),
            when: in_words(source.words, &loss.when.value),
            edtf: loss.when.value.text().to_owned(),
            event: counted.event.map(|event| source.entry_ref(event)),
            by,
            unnamed,
            quote: loss.quote.clone(),
            sentence: loss.sentence.clone(),
            lang: lang.to_owned(),
            dir: dir_of(lang),
            article: source.card_ref(id.card),
            source: source.refs(EntryKind::Source, outlet.map_or(&[], std::slice::from_ref)).pop(),
            date: source.date(article.date),
            also: Vec::new(),
        })
    }
}

/// Whose losses a figure counts, and the class of their mark.
pub fn side_view(source: Source<'_>, counted: &Counted) -> (RefView, &'static str) {
    match counted.side {
        Side::Both => (plain_ref(source.words.say("side-both")), Sign::Ring.class()),
        Side::Civilians => (plain_ref(source.words.say("side-civilians")), Sign::Ring.class()),
        Side::Actor(actor) => {
            let sign = source.desk.sign_in(counted.id.card, Some(actor));
            (source.entry_ref(actor), sign.class())
        }
    }
}

/// A number as a reader sees it: `30`, `40+`, `about 300`.
fn number_in_words(source: Source<'_>, number: Number) -> String {
    let words = source.words;
    let count = |n: u32| Fill::Number(u64::from(n));
    match number {
        Number::Exactly(n) => words.number(u64::from(n)),
        Number::About(n) => words.fill("number-about", &[("n", count(n))]),
        Number::AtLeast(n) => words.fill("number-least", &[("n", count(n))]),
        Number::Between(low, high) => {
            words.fill("number-between", &[("low", count(low)), ("high", count(high))])
        }
        Number::Dozens => words.say("number-dozens").to_owned(),
        Number::Hundreds => words.say("number-hundreds").to_owned(),
        Number::Unquantified => words.say("number-words").to_owned(),
        Number::Unknown => words.say("number-unknown").to_owned(),
        Number::None => words.say("number-none").to_owned(),
    }
}

fn shape(number: Number) -> &'static str {
    match number {
        Number::Exactly(_) => "exact",
        Number::About(_) => "about",
        Number::AtLeast(_) => "least",
        Number::Between(..) => "between",
        Number::None => "none",
        Number::Dozens => "dozens",
        Number::Hundreds => "hundreds",
        Number::Unquantified => "words",
        Number::Unknown => "unknown",
    }
}

/// Where a scale ends that all these numbers share: a round number that leaves room for figures whose
/// top is open.
pub fn axis_of(numbers: impl Iterator<Item = Number>) -> u64 {
    let reach = numbers.filter_map(|number| match number {
        // Words with a size are drawn over the span that they may mean.
        Number::Dozens => Some(100),
        Number::Hundreds => Some(1_000),
        Number::About(n) => Some(u64::from(n) + u64::from(n) / 12 + 1),
        _ => {
            let (low, high) = number.bounds()?;
            let low = u64::from(low);
            Some(high.map_or_else(|| low + low / 3 + 1, u64::from))
        }
    });
    let most = reach.max().unwrap_or(0).max(1);
    let power = 10_u64.pow(most.ilog10());
    let steps = [1, 2, 3, 4, 5, 6, 8, 10];
    steps.iter().map(|step| power * step).find(|end| *end >= most).unwrap_or(most)
}
