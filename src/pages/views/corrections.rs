use serde::Serialize;

use super::chrome::Chrome;
use super::feed::{FeedItemView, FeedView};
use super::words::dir_of;
use super::{BlockView, Data, DateView, Drawn, RefView, Source};
use crate::desk::{CardId, Corrected, Thing};
use crate::model::CorrectionKind;
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
        corrections.filter_map(|corrected| self.corrected(corrected, root)).collect()
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
        let words = |words: &Option<crate::model::Name>| words.as_ref().map(|w| w.value.clone());
        Some(CorrectionView {
            path: format!("{}#{anchor}", self.addresses.href(&self.addresses.card(id))),
            kind: correction.kind.word(),
            date: self.date(correction.date),
            target,
            was: words(&correction.was),
            now: words(&correction.now),
            text: self.bodies.blocks(id, root, Some(&format!("{anchor}-"))),
            lang: lang.to_owned(),
            dir: dir_of(lang),
            id: anchor,
        })
    }
}

/// All corrections.
pub fn page(source: Source<'_>, root: &str) -> Drawn {
    let all = source.desk.corrections.iter();
    let corrections = all.filter_map(|corrected| source.corrected(corrected, root)).collect();
    let feed = source.addresses.at("corrections/feed.xml");
    let chrome =
        Chrome { feed: Some(feed), ..Chrome::new("corrections", source.words.say("corrections")) };
    (chrome, Data::Corrections { corrections })
}

/// The feed of all corrections.
pub fn feed(source: Source<'_>, route: &Route) -> Drawn {
    const MOST: usize = 50;
    let base = source.settings.base_url.as_deref().unwrap_or("/");
    let newest = source.desk.corrections.iter().take(MOST);
    let items: Vec<FeedItemView> = newest
        .filter_map(|corrected| item(source, corrected.correction, corrected, base))
        .collect();
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

fn item(source: Source<'_>, id: CardId, corrected: &Corrected, base: &str) -> Option<FeedItemView> {
    let correction = source.desk.correction(id)?;
    let view = source.corrected(corrected, base)?;
    let date = correction.date.rfc3339(&source.settings.zone);
    let escape = |words: &str| crate::base::escape_html(words);
    let mut html = String::new();
    if let Some(was) = &view.was {
        html.push_str(&format!("<p><del>{}</del></p>", escape(was)));
    }
    if let Some(now) = &view.now {
        html.push_str(&format!("<p><ins>{}</ins></p>", escape(now)));
    }
    view.text.iter().for_each(|block| html.push_str(&block.html));
    let kind = source.words.say(word(correction.kind));
    let url = format!("{base}{}#{}", source.addresses.card(id).ascii(), view.id);
    Some(FeedItemView {
        title: format!("{kind}: {}", view.target.name),
        url,
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
    })
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
