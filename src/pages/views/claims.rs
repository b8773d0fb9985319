use std::collections::HashSet;

use serde::Serialize;

use super::words::dir_of;
use super::{DateView, RefView, Source};
use crate::base::{Day, plain_line};
use crate::desk::claims::{ClaimId, Independence, Standing, Told, Why};
use crate::desk::{CardId, EntryId};
use crate::model::{Assessment, Attribution, Claim, EntryKind, Name};
use crate::words::Fill;

/// A claim with its speaker, what became of it, and who answers it.
#[derive(Debug, Clone, Serialize)]
pub struct ClaimView {
    /// Its number in its article.
    pub id: String,
    /// The id that it has on this page, where its words stand nowhere else on it.
    pub anchor: Option<String>,
    /// Where its words stand, after `root`; `#c1` on their own page.
    pub path: String,
    /// The marked words.
    pub quote: String,
    /// BCP 47.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Who says so.
    pub who: RefView,
    /// The class of the speaker's mark: `G`, `R`, `O` or `N`.
    pub sign: &'static str,
    /// `says`, `denies` and so on.
    pub verb: &'static str,
    /// The claim that it answers, on this page or another.
    pub answers: Option<RefView>,
    /// The person who spoke.
    pub by: Option<RefView>,
    /// Somebody who was not named spoke.
    pub unnamed: bool,
    /// What it is about.
    pub event: Option<RefView>,
    /// Where it was said.
    pub place: Option<RefView>,
    /// Said by implication.
    pub implied: bool,
    /// What became of it.
    pub status: StatusView,
    /// On how many sources it rests.
    pub rests: RestsView,
    /// The report that it stands in.
    pub article: RefView,
    /// The outlet.
    pub source: Option<RefView>,
    /// The day of the report.
    pub date: DateView,
    /// Claims of others that answer it, the oldest first; those have none of their own here.
    pub answered: Vec<ClaimView>,
    /// What its own party adds: what it concedes, confirms or takes back.
    pub added: Vec<ClaimView>,
    /// How many more answers there are than are shown here.
    pub more: usize,
    /// Parties to the event that have not answered it in any report that the desk has.
    pub silent: Vec<RefView>,
}

impl ClaimView {
    /// Leaves out all but the first answer and the first addition.
    pub fn brief(&mut self) {
        for answers in [&mut self.answered, &mut self.added] {
            self.more += answers.len().saturating_sub(1);
            answers.truncate(1);
        }
    }
}

/// What became of a claim.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// `single-source`, `multi-source`, `contested`, `corroborated`, `confirmed`, `discounted` or
    /// `withdrawn`.
    pub word: &'static str,
    /// The same for readers.
    pub name: String,
    /// The class of its line: `ag`, `cl`, `ds` or `un`.
    pub line: &'static str,
    /// The note in which the desk says so.
    pub note: Option<RefView>,
}

/// On how many sources something rests.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RestsView {
    /// How many reports.
    pub reports: usize,
    /// From how many sources of their own.
    pub sources: usize,
    /// Why some reports count once, a sentence each.
    pub why: Vec<String>,
}

/// What a page's claims are made for.
#[derive(Debug, Clone, Copy)]
pub struct Stand {
    /// The article whose page it is, if it is one.
    pub own: Option<CardId>,
    /// Whether that page has no text in which the marks stand.
    pub without_text: bool,
}

impl Stand {
    /// A page that is no article's.
    pub const ELSEWHERE: Self = Self { own: None, without_text: false };
}

/// So many answers from other pages are shown beside a claim.
const ANSWERS: usize = 8;

/// Makes the claims of one page, and remembers which of them have their id already.
pub struct ClaimViews<'d> {
    source: Source<'d>,
    stand: Stand,
    anchored: HashSet<ClaimId>,
}

impl<'d> ClaimViews<'d> {
    /// For a page.
    pub fn new(source: Source<'d>, stand: Stand) -> Self {
        Self { source, stand, anchored: HashSet::new() }
    }

    /// A claim side by side with those that answer it: each of them has its id here.
    pub fn pair(&mut self, id: ClaimId) -> Option<ClaimView> {
        self.with_answers(id, true)
    }

    /// A claim in a list, where its answers are links to their own places.
    pub fn line(&mut self, id: ClaimId) -> Option<ClaimView> {
        self.with_answers(id, false)
    }

    fn with_answers(&mut self, id: ClaimId, beside: bool) -> Option<ClaimView> {
        let told = self.source.desk.claims.get(id)?;
        let mut view = self.alone(told, true)?;
        view.silent = self.silent(told);
        let desk = self.source.desk;
        let answers: Vec<ClaimId> = self.source.answers_to(told).collect();
        let (shown, more) = self.shown(&answers);
        view.more = more;
        for answer in shown.into_iter().filter_map(|id| desk.claims.get(id)) {
            let own = !desk.is_by_another(told, answer.id);
            let Some(answer) = self.alone(answer, beside) else { continue };
            if own { view.added.push(answer) } else { view.answered.push(answer) }
        }
        Some(view)
    }

    /// The answers that a page shows: those that stand on it, and the first of the others.
    fn shown(&self, answers: &[ClaimId]) -> (Vec<ClaimId>, usize) {
        let mut others = 0;
        let shown = answers.iter().copied().filter(|id| {
            let own = self.stand.own == Some(id.card);
            others += usize::from(!own);
            own || others <= ANSWERS
        });
        let shown: Vec<ClaimId> = shown.collect();
        let more = answers.len() - shown.len();
        (shown, more)
    }

    /// A claim without its answers.
    fn alone(&mut self, told: &Told, here: bool) -> Option<ClaimView> {
        let source = self.source;
        let claim = source.desk.claim(told.id)?;
        let card = told.id.card;
        let article = source.desk.card(card).article()?;
        let own = self.stand.own == Some(card);
        let first = own && here && self.stand.without_text && self.anchored.insert(told.id);
        let lang = source.lang_of(card);
        let (by, unnamed) = source.by_view(&claim.by);
        let outlet = article.source.as_ref().or(article.wire.as_ref());
        Some(ClaimView {
            id: claim.id.clone(),
            anchor: first.then(|| claim.id.clone()),
            path: self.path(told.id, claim),
            quote: claim.quote.clone(),
            lang: lang.to_owned(),
            dir: dir_of(lang),
            who: source.speaker_ref(&claim.who),
            sign: source.desk.sign(source.desk.first_topic(card), told.party.as_ref()).class(),
            verb: claim.verb.word(),
            answers: told.answers.and_then(|id| self.answered_ref(id)),
            by,
            unnamed,
            event: told.event.map(|event| source.entry_ref(event)),
            place: source.refs(EntryKind::Place, claim.place.as_slice()).pop(),
            implied: claim.implied,
            status: status(source, told),
            rests: rests(source, &told.rests),
            article: source.card_ref(card),
            source: source.refs(EntryKind::Source, outlet.map_or(&[], std::slice::from_ref)).pop(),
            date: source.date(article.date),
            answered: Vec::new(),
            added: Vec::new(),
            more: 0,
            silent: Vec::new(),
        })
    }

    fn path(&self, id: ClaimId, claim: &Claim) -> String {
        if self.stand.own == Some(id.card) {
            return format!("#{}", claim.id);
        }
        let route = self.source.addresses.card(id.card);
        format!("{}#{}", self.source.addresses.href(&route), claim.id)
    }

    /// The claim that another answers, called by its words.
    fn answered_ref(&self, id: ClaimId) -> Option<RefView> {
        let claim = self.source.desk.claim(id)?;
        Some(RefView {
            path: self.path(id, claim),
            name: claim.quote.clone(),
            kind: "claim",
            lang: self.source.foreign(id.card),
            date: None,
        })
    }

    /// Parties to the event that are not the speaker's and have not answered.
    fn silent(&self, told: &Told) -> Vec<RefView> {
        let desk = self.source.desk;
        let Some(event) = told.event else { return Vec::new() };
        let Some(speaker) = &told.party else { return Vec::new() };
        let sides = desk.sides_of_event(event);
        // Whoever is no party to it owes and is owed no answer.
        if !sides.iter().any(|side| desk.party(*side).is_with(speaker)) {
            return Vec::new();
        }
        let answered = |side: EntryId| {
            let root = desk.party(side).root;
            let answers = self.source.answers_to(told).filter_map(|id| desk.claims.get(id));
            answers.filter_map(|told| told.party.as_ref()).any(|party| party.root == root)
        };
        let silent = sides.into_iter();
        let silent = silent.filter(|side| !desk.party(*side).is_with(speaker) && !answered(*side));
        silent.map(|side| self.source.entry_ref(side)).collect()
    }
}

fn status(source: Source<'_>, told: &Told) -> StatusView {
    let (name, line, note) = match told.standing {
        Standing::SingleSource => (source.words.say("status-one").to_owned(), "cl", None),
        Standing::MultiSource => {
            (source.words.count("status-independent", told.rests.sources), "ag", None)
        }
        Standing::Contested => (source.words.say("status-disputed").to_owned(), "ds", None),
        Standing::Judged(judged) => {
            let line = if judged.word.sets_aside() { "un" } else { "ag" };
            let name = match judged.word {
                Assessment::Corroborated => "judged-corroborated",
                Assessment::Confirmed => "judged-confirmed",
                Assessment::Discounted => "judged-discounted",
                Assessment::Withdrawn => "judged-withdrawn",
            };
            (source.words.say(name).to_owned(), line, Some(source.card_ref(judged.note)))
        }
    };
    StatusView { word: told.standing.word(), name, line, note }
}

/// On how many sources reports rest, in words.
pub fn rests(source: Source<'_>, independence: &Independence) -> RestsView {
    let words = source.words;
    let name = |id: EntryId| source.entry_name(id).to_owned();
    let mut why: Vec<String> = independence
        .merged
        .iter()
        .map(|merged| {
            let outlets: Vec<String> = merged.outlets.iter().map(|id| name(*id)).collect();
            let outlets = words.and(&outlets);
            match merged.why {
                Why::Wire(wire) => {
                    let with =
                        [("outlets", Fill::Text(&outlets)), ("wire", Fill::Text(&name(wire)))];
                    words.fill("why-wire", &with)
                }
                Why::Affiliated => words.with("why-affiliated", "outlets", &outlets),
                Why::OneOutlet => words.with("why-one-outlet", "outlets", &outlets),
                Why::Tied => words.with("why-tied", "outlets", &outlets),
            }
        })
        .collect();
    if independence.own > 0 && independence.reports > independence.own {
        why.push(words.say("why-desk").to_owned());
    }
    RestsView { reports: independence.reports, sources: independence.sources, why }
}

impl Source<'_> {
    /// The entry that a speaker's name means, as a link.
    pub fn speaker_ref(&self, name: &Name) -> RefView {
        let entry = self.desk.speaker(&name.value);
        entry.map_or_else(|| plain_ref(&name.value), |entry| self.entry_ref(entry))
    }

    /// Who spoke, and whether it was somebody who is not named.
    pub fn by_view(&self, by: &Attribution) -> (Option<RefView>, bool) {
        match by {
            Attribution::Person(name) => {
                (self.refs(EntryKind::Person, std::slice::from_ref(name)).pop(), false)
            }
            Attribution::Unnamed => (None, true),
            Attribution::NotSaid => (None, false),
        }
    }

    /// The day of a claim's report.
    pub fn day_of(&self, id: ClaimId) -> Option<Day> {
        self.desk.card(id.card).date().map(|date| date.day)
    }
}

/// Words that lead nowhere.
pub fn plain_ref(words: &str) -> RefView {
    RefView { path: String::new(), name: plain_line(words), kind: "words", lang: None, date: None }
}
