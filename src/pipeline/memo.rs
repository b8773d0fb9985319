//! What one run of the pipeline may take from the run before.
//!
//! Everything in it is the result of a pure function together with what went in, and is used again
//! only where the same goes in. So a run with a memo gives what a run without one gives.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::{Options, Registered};
use crate::base::{Checked, Clock, Diagnostic};
use crate::content::{self, Body, Item, Source, TemplateFile};
use crate::desk::{Audience, Broken, Desk};
use crate::model::{Card, Entry, Settings};
use crate::pages::Plan;
use crate::pages::views::{Items, SiteView};
use crate::render::{Shared, Theme};

/// What earlier runs found out. An empty one is as good as any, and slower.
#[derive(Debug, Default)]
pub struct Memo {
    given: Option<Given>,
    pub(super) items: HashMap<Arc<str>, Kept<Option<Parsed>>>,
    registries: HashMap<Arc<str>, Kept<Vec<Entry>>>,
    pub(super) arranged: Option<Arc<Arranged>>,
    theme: Option<(Vec<TemplateFile>, Arc<Theme>, Vec<Diagnostic>)>,
}

/// What all else depends on: when it changes, nothing is kept.
#[derive(Debug, PartialEq)]
struct Given {
    settings: Option<Arc<str>>,
    base_url: Option<String>,
    portable: bool,
    clock: Clock,
    audience: Audience,
}

/// What became of a text.
#[derive(Debug)]
pub(super) struct Kept<T> {
    text: Arc<str>,
    pub value: T,
    pub complaints: Vec<Diagnostic>,
}

/// A content file in its two halves.
#[derive(Debug, Clone)]
pub(super) struct Parsed {
    pub card: Arc<Card>,
    pub body: Arc<Body>,
}

/// All cards arranged and planned, and what went into it.
#[derive(Debug)]
pub(super) struct Arranged {
    pub cards: Vec<Arc<Card>>,
    pub registry: Vec<Arc<str>>,
    pub statics: BTreeMap<String, u64>,
    pub broken: Broken,
    pub complaints: Vec<Diagnostic>,
    pub desk: Arc<Desk>,
    pub plan: Arc<Plan>,
    pub site: Arc<SiteView>,
    pub items: Arc<Items>,
    pub shared: Shared,
}

impl Memo {
    /// Forgets everything where the settings or the options are not those of the run before.
    pub(super) fn begin(
        &mut self,
        settings: Option<&Source>,
        options: &Options,
        audience: Audience,
    ) {
        let given = Given {
            settings: settings.map(|source| Arc::clone(&source.text)),
            base_url: options.base_url.clone(),
            portable: options.portable,
            clock: options.clock,
            audience,
        };
        if self.given.as_ref() != Some(&given) {
            *self = Self { given: Some(given), ..Self::default() };
        }
    }

    /// Forgets files that are gone.
    pub(super) fn keep_items(&mut self, sources: &[&Source]) {
        if self.items.len() > sources.len() {
            let paths: HashSet<&str> = sources.iter().map(|source| &*source.path).collect();
            self.items.retain(|path, _| paths.contains(&**path));
        }
    }

    /// What a file of the registry holds.
    pub(super) fn registry(&mut self, source: &Source) -> &Kept<Vec<Entry>> {
        let kept = self.registries.remove(&source.path).filter(|kept| kept.is_of(source));
        let kept = kept.unwrap_or_else(|| Kept::new(source, content::registry(source)));
        self.registries.entry(Arc::clone(&source.path)).or_insert(kept)
    }

    /// The theme of a site's templates.
    pub(super) fn theme(
        &mut self,
        templates: &[TemplateFile],
        complaints: &mut Vec<Diagnostic>,
    ) -> Arc<Theme> {
        let known = self.theme.take().filter(|(known, ..)| known == templates);
        let (templates, theme, said) = known.unwrap_or_else(|| {
            let Checked { value, complaints } = Theme::load(templates);
            (templates.to_vec(), Arc::new(value), complaints)
        });
        complaints.extend(said.iter().cloned());
        self.theme = Some((templates, Arc::clone(&theme), said));
        theme
    }
}

impl From<Item> for Parsed {
    fn from(item: Item) -> Self {
        Self { card: Arc::new(item.card), body: Arc::new(item.body) }
    }
}

impl<T> Kept<T> {
    pub(super) fn new(source: &Source, checked: Checked<T>) -> Self {
        let Checked { value, complaints } = checked;
        Self { text: Arc::clone(&source.text), value, complaints }
    }

    /// Whether this is what became of this very text.
    pub(super) fn is_of(&self, source: &Source) -> bool {
        Arc::ptr_eq(&self.text, &source.text) || self.text == source.text
    }
}

/// How far an arrangement can stand for other cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// The same cards.
    Same,
    /// Cards that tell the same, from other places in their files.
    Moved,
    /// Another arrangement is needed.
    Other,
}

impl Arranged {
    /// Whether arranging these cards would give this again.
    pub(super) fn fits(&self, cards: &[Arc<Card>]) -> Fit {
        if self.cards.len() != cards.len() {
            return Fit::Other;
        }
        let mut fit = Fit::Same;
        for (known, card) in self.cards.iter().zip(cards) {
            if Arc::ptr_eq(known, card) || known == card {
                continue;
            }
            if !known.tells_the_same(card) || self.speaks_of(&card.path) {
                return Fit::Other;
            }
            fit = Fit::Moved;
        }
        fit
    }

    /// Whether some message would name a place in this file.
    fn speaks_of(&self, path: &str) -> bool {
        self.complaints.iter().any(|complaint| {
            let help = complaint.help.as_deref().unwrap_or_default();
            *complaint.place.path == *path
                || complaint.message.contains(path)
                || help.contains(path)
        })
    }
}

/// Arranging's input other than the cards.
#[derive(Debug)]
pub(super) struct Rest<'s> {
    pub settings: &'s Settings,
    pub registry: Vec<Registered>,
    pub texts: Vec<Arc<str>>,
    pub statics: BTreeMap<String, u64>,
    pub broken: Broken,
}

impl Rest<'_> {
    /// Whether an arrangement was made of the same.
    pub(super) fn fits(&self, known: &Arranged) -> bool {
        self.texts == known.registry && self.statics == known.statics && self.broken == known.broken
    }
}
