//! What a run ends in: a proof, for the desk's own eyes, or an edition, for readers.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::sync::Arc;

use rayon::prelude::*;

use super::faults::gathered;
use super::parse::Bodies;
use super::weight::{self, Scales, Seen};
use crate::base::{Diagnostic, Severity};
use crate::content::{Sources, StaticFile};
use crate::desk::{CardId, Desk};
use crate::model::{Card, Settings};
use crate::pages::views::{self, Tree};
use crate::pages::{self, Addresses, Page, PageKind, Plan};
use crate::render::{self, RenderFault, Shared, Texts, Theme};

/// A site, ready to be looked at page by page. It may hold what only the desk may see: what is
/// published is an [`Edition`].
#[derive(Debug, Clone)]
pub struct Proof {
    /// The desk's settings.
    pub settings: Arc<Settings>,
    /// All cards, arranged.
    pub desk: Arc<Desk>,
    /// Every page.
    pub plan: Arc<Plan>,
    /// Files to copy.
    pub statics: Arc<Vec<StaticFile>>,
    /// Everything that there is to say, sorted.
    pub complaints: Vec<Diagnostic>,
    pub(super) sources: Sources,
    pub(super) bodies: Bodies,
    pub(super) theme: Arc<Theme>,
    /// The site in each of its languages; `desk` is that of the first.
    pub trees: Arc<Vec<Tree>>,
    pub(super) shared: Vec<Shared>,
    pub(super) portable: bool,
    pub(super) strict: bool,
}

/// What can be published: a proof in which nothing stands that readers may not see. Only a run for
/// readers makes one, and only an edition can be rendered as a whole.
#[derive(Debug)]
pub struct Edition(pub(super) Proof);

impl Deref for Edition {
    type Target = Proof;

    fn deref(&self) -> &Proof {
        &self.0
    }
}

impl Proof {
    /// Whether something stops publishing.
    pub fn has_errors(&self) -> bool {
        self.complaints.iter().any(Diagnostic::is_error)
    }

    /// The desk of the tree that a page stands in.
    pub fn desk_of(&self, page: &Page) -> &Desk {
        &self.trees[page.tree].desk
    }

    /// A page's view: the data that its template gets.
    pub fn view(&self, page: &Page) -> views::View {
        let tree = &self.trees[page.tree];
        let addresses = Addresses::new(&tree.desk, self.portable);
        let body_of = |card: &Card| self.bodies.of(card, &self.sources, &self.settings);
        let texts = Texts::new(&tree.desk, addresses, &body_of);
        let source = views::Source {
            desk: &tree.desk,
            settings: &self.settings,
            addresses,
            trees: &self.trees,
            plan: &self.plan,
            bodies: &texts,
            items: &tree.items,
            words: &tree.words,
            site: &tree.site,
            search: &tree.search,
            edition: None,
        };
        pages::view(source, page)
    }

    /// A page's bytes.
    pub fn page(&self, page: &Page) -> Result<Vec<u8>, Box<RenderFault>> {
        self.drawn(page, &self.view(page))
    }

    /// The bytes of a page whose view is at hand.
    pub fn drawn(&self, page: &Page, view: &views::View) -> Result<Vec<u8>, Box<RenderFault>> {
        render::page(&self.theme, &self.shared[page.tree], view, self.content_of(page).as_deref())
    }

    /// The pages that can be drawn. A template that is not there was named where it was asked for.
    pub(super) fn drawable(&self) -> impl Iterator<Item = &Page> {
        self.plan.pages.iter().filter(|page| self.is_drawable(page))
    }

    fn is_drawable(&self, page: &Page) -> bool {
        page.template.as_ref().is_none_or(|(name, ..)| self.theme.has(name))
    }

    /// The built-in files that the site does not replace, and the site's own.
    pub fn assets(&self) -> Vec<(String, &'static [u8])> {
        let own = |path: &String| self.statics.iter().any(|file| file.path == *path);
        render::built_in_assets().into_iter().filter(|(path, _)| !own(path)).collect()
    }

    /// The content file that a page is mainly of.
    pub fn content_of(&self, page: &Page) -> Option<String> {
        let desk = self.desk_of(page);
        let id = match &page.kind {
            PageKind::Article(id)
            | PageKind::Briefing(id)
            | PageKind::Text(id)
            | PageKind::Mail(id)
            | PageKind::Note(id)
            | PageKind::Plain(id) => *id,
            PageKind::Entry(id) | PageKind::EntryMonth(id, ..) => desk.entries.get(*id).card?,
            _ => return Some(page.route.to_string()),
        };
        Some(desk.card(id).path.to_string())
    }

    /// The site's own templates that a page of this template is made by.
    pub fn own_templates(&self, template: &str) -> BTreeSet<String> {
        self.theme.own_behind(template)
    }

    /// Whether the site has settings of its own.
    pub fn has_settings(&self) -> bool {
        self.sources.binary_search_by(|source| (*source.path).cmp("dateline.yaml")).is_ok()
    }

    /// The content files that a page shows.
    pub fn sources_of(&self, page: &Page) -> Vec<&str> {
        let desk = self.desk_of(page);
        let cards = pages::shown(desk, &page.kind);
        cards.into_iter().map(|id: CardId| &*desk.card(id).path).collect()
    }
}

impl Edition {
    /// Renders every page on all cores and hands each to `emit`. What went wrong comes back, one
    /// message for each place in a template, and then the pages that are too heavy.
    pub fn render<E: Send>(
        &self,
        emit: impl Fn(&str, &[u8]) -> Result<(), E> + Sync,
    ) -> Result<Vec<Diagnostic>, E> {
        let scales = Scales::of(self);
        let outcomes: Result<Vec<Result<Seen, Box<RenderFault>>>, E> = self
            .plan
            .pages
            .par_iter()
            .enumerate()
            .filter(|(_, page)| self.is_drawable(page))
            .map(|(at, page)| match self.page(page) {
                Ok(bytes) => {
                    emit(&page.route.file(), &bytes).map(|()| Ok(scales.see(at, page, &bytes)))
                }
                Err(fault) => Ok(Err(fault)),
            })
            .collect();
        let (mut weights, mut faults) = (Vec::new(), Vec::new());
        for outcome in outcomes? {
            match outcome {
                Ok(seen) => weights.push(seen),
                Err(fault) => faults.push(fault.0),
            }
        }
        let mut faults = gathered(faults);
        let mut heavy = weight::too_heavy(self, &scales, weights);
        if self.strict {
            heavy.iter_mut().for_each(|complaint| complaint.severity = Severity::Error);
        }
        faults.append(&mut heavy);
        Ok(faults)
    }
}
