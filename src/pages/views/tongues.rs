//! The trees of a site in several languages, and how a page of one leads to the same in the others.

use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::{Items, SiteView, Source};
use crate::desk::{CardId, Desk};
use crate::model::Settings;
use crate::pages::search::Index;
use crate::pages::{Page, PageKind, Plan, Route};
use crate::words::{Words, same_language};

/// A site in one of its languages.
#[derive(Debug)]
pub struct Tree {
    /// The words of the theme.
    pub words: Arc<Words>,
    /// All cards, arranged.
    pub desk: Arc<Desk>,
    /// Menu, years and plain pages.
    pub site: Arc<SiteView>,
    /// The list entries of articles.
    pub items: Arc<Items>,
    /// The words of the search, found when its first file is asked for.
    pub search: OnceLock<Index>,
}

/// The same page in a language of the site.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageView {
    /// BCP 47.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// What the language calls itself.
    pub name: String,
    /// The page, after `root`.
    pub path: String,
    /// Whether it is this page.
    pub current: bool,
    /// Whether the page's text is in that language; otherwise only what stands around it is.
    pub translated: bool,
}

/// A full address of the same page for search engines.
#[derive(Debug, Clone, Serialize)]
pub struct AlternateView {
    /// BCP 47, or `x-default`.
    pub lang: String,
    /// The full address.
    pub url: String,
}

impl Source<'_> {
    /// The same page in each language of the site; none where there is one language only.
    pub fn languages(&self, page: &Page) -> Vec<LanguageView> {
        let shown = page.kind.is_page() || page.kind == PageKind::NotFound;
        let same = same_pages(self.trees, self.plan, page).filter(|_| shown);
        let views = same.map(|(at, tree, other)| LanguageView {
            lang: tree.words.language().to_owned(),
            dir: tree.words.dir(),
            name: tree.words.say("language-name").to_owned(),
            path: self.addresses.href(&other.route),
            current: at == page.tree,
            translated: speaks(tree, self.settings, &other.kind),
        });
        views.collect()
    }

    /// The full addresses of a page in all languages that it is in, with itself and a default; none
    /// where it is in one only, and for a page that stands untranslated in another tree.
    pub fn alternates(&self, page: &Page) -> Vec<AlternateView> {
        let Some(base) = self.settings.base_url.as_deref() else { return Vec::new() };
        if !page.kind.is_page() {
            return Vec::new();
        }
        let same = same_pages(self.trees, self.plan, page);
        let spoken: Vec<_> =
            same.filter(|(_, tree, other)| speaks(tree, self.settings, &other.kind)).collect();
        if spoken.len() < 2 || !spoken.iter().any(|(at, ..)| *at == page.tree) {
            return Vec::new();
        }
        let url = |route: &Route| format!("{base}{}", route.ascii());
        let mut views: Vec<AlternateView> = spoken
            .iter()
            .map(|(_, tree, other)| AlternateView {
                lang: tree.words.language().to_owned(),
                url: url(&other.route),
            })
            .collect();
        let default = views.first().map(|first| first.url.clone());
        views.extend(default.map(|url| AlternateView { lang: "x-default".to_owned(), url }));
        views
    }

    /// The page that search engines should know: the page itself, or for one that stands untranslated
    /// in this tree the same in the tree of its own language.
    pub fn canonical<'p>(&'p self, page: &'p Page) -> &'p Route {
        let Some(id) = card_of(&page.kind) else { return &page.route };
        let home = self.settings.home_of(self.lang_of(id));
        if home == self.language() {
            return &page.route;
        }
        let mut same = same_pages(self.trees, self.plan, page);
        let home = same.find(|(_, tree, _)| tree.words.language() == home);
        home.map_or(&page.route, |(_, _, other)| &other.route)
    }
}

/// The pages of all trees that have the same address below theirs.
fn same_pages<'t>(
    trees: &'t [Tree],
    plan: &'t Plan,
    page: &'t Page,
) -> impl Iterator<Item = (usize, &'t Tree, &'t Page)> {
    let own = trees.get(page.tree).map_or("", |tree| tree.desk.tree.as_str());
    let below = page.route.as_str().strip_prefix(own);
    let several = trees.len() > 1;
    let trees = trees.iter().enumerate().filter(move |_| several);
    trees.filter_map(move |(at, tree)| {
        let route = Route::new(format!("{}{}", tree.desk.tree, below?));
        let found = plan.pages.binary_search_by(|page| page.route.cmp(&route)).ok()?;
        let page = &plan.pages[found];
        (page.tree == at).then_some((at, tree, page))
    })
}

/// Whether the text of a page is in the language of its tree.
fn speaks(tree: &Tree, settings: &Settings, kind: &PageKind) -> bool {
    card_of(kind).is_none_or(|id| {
        let language = tree.desk.card(id).language().unwrap_or(settings.language());
        same_language(language, tree.words.language())
    })
}

fn card_of(kind: &PageKind) -> Option<CardId> {
    match kind {
        PageKind::Article(id)
        | PageKind::Briefing(id)
        | PageKind::Note(id)
        | PageKind::Plain(id) => Some(*id),
        _ => None,
    }
}
