use serde::Serialize;

use super::chrome::Chrome;
use super::feed::{FeedItemView, FeedView};
use super::words::dir_of;
use super::{BlockView, Data, DateView, Drawn, RefView, Source};
use crate::base::{Day, Moment, escape_html};
use crate::desk::{Corrected, Thing, Tombstone};
use crate::model::{Correction, CorrectionKind, Name};
use crate::pages::{PageKind, Route};

/// What was wrong, and what is right.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionView {
    /// Its id on the page of all corrections.
    pub id: String,
    /// Its place there, after `root`.
    pub path: String,
    /// `correction`, `clarification`, `update`, `refile` or `withdrawal`.
    pub kind: &'static str,
    /// When it was put right.
    pub date: DateView,
    /// What it corrects; with the anchor of a mark.
    pub target: RefView,
    /// The words that readers got.
    pub was: Option<String>,
    /// The words that stand there now.
    pub now: Option<String>,
    /// Both as HTML, the first struck out; nothing where there are none.
    pub html: String,
    /// What the desk says of it.
    pub text: Vec<BlockView>,
    /// BCP 47.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
}

impl Source<'_> {
    /// What was corrected on a page, newest first; on the home page, in its edition.
    pub fn corrections_on(&self, page: &PageKind, root: &str) -> Vec<CorrectionView> {
        let thing = match page {
            PageKind::Article(id)
            | PageKind::Briefing(id)
            | PageKind::Text(id)
            | PageKind::Mail(id)
            | PageKind::Note(id)
            | PageKind::Plain(id) => Thing::Card(*id),
            PageKind::Entry(id) => Thing::Entry(*id),
            PageKind::Home => match self.desk.briefings.first() {
                Some(id) => Thing::Card(*id),
                None => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        let corrections = self.desk.corrections_of(thing);
        let mut all: Vec<CorrectionView> =
            corrections.filter_map(|corrected| self.corrected(corrected, root)).collect();
        if let Thing::Card(id) = thing
            && self.desk.lock_of(id).is_some()
        {
            // Of what was released, whatever was put right in its articles is said above it, too.
            for item in self.desk.edition_items(id) {
                let stone = || self.desk.tombstone_at(&item.address);
                match item.card {
                    Some(card) => {
                        let corrections = self.desk.corrections_of(Thing::Card(card));
                        all.extend(corrections.filter_map(|one| self.corrected(one, root)));
                    }
                    None => all.extend(stone().map(|stone| self.withdrawal(stone))),
                }
            }
            all.sort_by(|a, b| b.date.machine.cmp(&a.date.machine));
        }
        all
    }

    /// A withdrawn article among corrections. Its headline is not said again.
    fn withdrawal(&self, stone: &Tombstone) -> CorrectionView {
        let lang = stone.language().unwrap_or(self.settings.language());
        let id = format!("dl-withdrawn-{}", stone.slug());
        let route = self.addresses.at("corrections/");
        let target = RefView {
            path: self.addresses.href(&self.addresses.tombstone(stone)),
            name: self.words.say("withdrawn-report").to_owned(),
            kind: "withdrawn",
            lang: None,
            date: None,
        };
        let html = format!("<p>{}</p>", escape_html(stone.reason()));
        CorrectionView {
            path: format!("{}#{id}", self.addresses.href(&route)),
            kind: CorrectionKind::Withdrawal.word(),
            date: self.withdrawn_on(stone),
            target,
            was: None,
            now: None,
            html: String::new(),
            text: vec![BlockView { html, ..BlockView::default() }],
            lang: lang.to_owned(),
            dir: dir_of(lang),
            id,
        }
    }

    fn withdrawn_on(&self, stone: &Tombstone) -> DateView {
        self.date(stone.date().unwrap_or(Moment { day: Day::EPOCH, time: None }))
    }

    fn corrected(&self, corrected: &Corrected, root: &str) -> Option<CorrectionView> {
        let id = corrected.correction;
        let correction = self.desk.correction(id)?;
        let mut target = self.thing_ref(corrected.target)?;
        if let Some(mark) = &corrected.mark {
            target.path = format!("{}#{mark}", target.path);
        }
        let lang = self.lang_of(id);
        let anchor = format!("dl-{}", correction.slug);
        let words = |words: &Option<Name>| words.as_ref().map(|w| w.value.clone());
        Some(CorrectionView {
            path: format!("{}#{anchor}", self.addresses.href(&self.addresses.card(id))),
            kind: correction.kind.word(),
            date: self.date(correction.date),
            target,
            html: struck(correction),
            was: words(&correction.was),
            now: words(&correction.now),
            text: self.bodies.blocks(id, root, Some(&format!("{anchor}-"))),
            lang: lang.to_owned(),
            dir: dir_of(lang),
            id: anchor,
        })
    }
}

/// The words of a correction, those that readers got struck out.
fn struck(correction: &Correction) -> String {
    let word = |word: &Option<Name>, tag: &str| {
        let word = word.as_ref().map(|word| escape_html(&word.value));
        word.map(|word| format!("<{tag}>{word}</{tag}>"))
    };
    let words = [word(&correction.was, "del"), word(&correction.now, "ins")];
    let words: Vec<String> = words.into_iter().flatten().collect();
    if words.is_empty() { String::new() } else { format!("<p>{}</p>", words.join(" ")) }
}

/// What readers find in the place of a withdrawn article.
#[derive(Debug, Serialize)]
pub struct WithdrawnView {
    /// When it was withdrawn.
    pub date: DateView,
    /// Why.
    pub reason: String,
    /// BCP 47.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
}

/// In the place of a withdrawn article.
pub fn withdrawn(source: Source<'_>, at: usize) -> Drawn {
    let stone = &source.desk.tombstones[at];
    let lang = stone.language().unwrap_or(source.settings.language());
    let withdrawn = WithdrawnView {
        date: source.withdrawn_on(stone),
        reason: stone.reason().to_owned(),
        lang: lang.to_owned(),
        dir: dir_of(lang),
    };
    let title = source.words.say("withdrawn-title");
    (Chrome::new("withdrawn", title), Data::Withdrawn { withdrawn })
}

/// All corrections.
pub fn page(source: Source<'_>, root: &str) -> Drawn {
    let all = source.desk.corrections.iter();
    let mut corrections: Vec<CorrectionView> =
        all.filter_map(|corrected| source.corrected(corrected, root)).collect();
    corrections.extend(source.desk.tombstones.iter().map(|stone| source.withdrawal(stone)));
    corrections.sort_by(|a, b| b.date.machine.cmp(&a.date.machine));
    let feed = source.addresses.at("corrections/feed.xml");
    let (title, lead) = (source.words.say("corrections"), source.words.say("corrections-lead"));
    let chrome = Chrome {
        feed: Some(feed),
        ..Chrome::new("corrections", title).about(Some(lead.to_owned()))
    };
    (chrome, Data::Corrections { corrections })
}

/// The feed of all corrections.
pub fn feed(source: Source<'_>, route: &Route) -> Drawn {
    const MOST: usize = 50;
    let base = source.settings.base_url.as_deref().unwrap_or("/");
    let desk = source.desk;
    let corrected = desk.corrections.iter().filter_map(|corrected| {
        let correction = desk.correction(corrected.correction)?;
        Some((correction.date, correction.kind, source.corrected(corrected, base)?))
    });
    let stones = desk.tombstones.iter().filter_map(|stone| {
        Some((stone.date()?, CorrectionKind::Withdrawal, source.withdrawal(stone)))
    });
    let mut all: Vec<(Moment, CorrectionKind, CorrectionView)> = corrected.chain(stones).collect();
    all.sort_by(|(a, ..), (b, ..)| b.cmp(a));
    let items = all.into_iter().take(MOST).map(|(date, kind, view)| {
        let date = date.rfc3339(&source.settings.zone);
        let title = format!("{}: {}", source.words.say(word(kind)), view.target.name);
        item(source, title, date, view, base)
    });
    let items: Vec<FeedItemView> = items.collect();
    let home = source.addresses.at("corrections/");
    let view = FeedView {
        title: format!("{} – {}", source.words.say("corrections"), source.site.title),
        subtitle: source.site.description.clone(),
        self_url: format!("{base}{}", route.ascii()),
        home_url: format!("{base}{}", home.ascii()),
        updated: items.iter().map(|item| item.updated.clone()).max().unwrap_or_default(),
        author: source.site.desk.clone(),
        lang: source.language().to_owned(),
        items,
    };
    (Chrome::new("feed", view.title.clone()), Data::Feed { feed: Box::new(view) })
}

fn item(
    source: Source<'_>,
    title: String,
    date: String,
    view: CorrectionView,
    base: &str,
) -> FeedItemView {
    let mut html = view.html;
    view.text.iter().for_each(|block| html.push_str(&block.html));
    FeedItemView {
        title,
        url: format!("{base}{}#{}", source.addresses.at("corrections/").ascii(), view.id),
        external_url: None,
        published: date.clone(),
        updated: date,
        author: source.site.desk.clone(),
        byline: None,
        summary: None,
        html: Some(html).filter(|html| !html.is_empty()),
        rights: format!("© {}", source.site.desk),
        lang: view.lang,
        topics: Vec::new(),
    }
}

fn word(kind: CorrectionKind) -> &'static str {
    match kind {
        CorrectionKind::Correction => "correction-kind-correction",
        CorrectionKind::Clarification => "correction-kind-clarification",
        CorrectionKind::Update => "correction-kind-update",
        CorrectionKind::Refile => "correction-kind-refile",
        CorrectionKind::Withdrawal => "correction-kind-withdrawal",
    }
}
