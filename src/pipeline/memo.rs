//! What one run of the pipeline may take from the run before.
//!
//! Everything in it is the result of a pure function together with what went in, and is used again
//! only where the same goes in. So a run with a memo gives what a run without one gives.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use super::Options;
use super::finish::Excerpts;
use super::frozen::Frozen;
use super::kept_back::Looked;
use super::parse::{Bodies, Cards};
use super::photos::asset;
use crate::base::{Checked, Clock, Diagnostic};
use crate::content::{self, Filed, SiteFiles, Source, SourceKind, StaticFile, TemplateFile, Text};
use crate::desk::editions::{self, Locks};
use crate::desk::{Audience, Broken, Registry};
use crate::model::{Asset, Card, EntryKind, Lock, Settings};
use crate::pages::views::Tree;
use crate::pages::{Page, Plan};
use crate::render::{self, Shared, Theme};
use crate::words::Words;

/// What earlier runs found out. An empty one is as good as any, and slower.
#[derive(Debug, Default)]
pub struct Memo {
    given: Option<(Given, Checked<Arc<Settings>>)>,
    pub(super) items: Vec<Kept<Option<Arc<Card>>>>,
    pub(super) cards: Cards,
    pub(super) bodies: Bodies,
    pub(super) looked: Looked,
    pub(super) frozen: Frozen,
    pub(super) excerpts: Excerpts,
    registry: Option<(Vec<Option<Arc<str>>>, Registered)>,
    statics: Option<(Arc<Vec<StaticFile>>, Addresses)>,
    pub(super) arranged: Option<Arc<Arranged>>,
    locks: Arc<Locks>,
    theme: Option<(Vec<TemplateFile>, Arc<Theme>, Vec<Diagnostic>)>,
    words: Option<(Vec<TemplateFile>, Spoken, Vec<Diagnostic>)>,
}

/// The words of each language of the site, in the order of the settings.
pub(super) type Spoken = Arc<Vec<Arc<Words>>>;

/// Addresses of static files with their sizes.
type Addresses = Arc<BTreeMap<String, Asset>>;

/// What all else depends on: when it changes, nothing is kept.
#[derive(Debug, PartialEq)]
struct Given {
    settings: Option<Arc<str>>,
    locks: Vec<Arc<str>>,
    base_url: Option<String>,
    portable: bool,
    clock: Clock,
    audience: Audience,
}

/// What became of a text.
#[derive(Debug)]
pub(super) struct Kept<T> {
    pub path: Arc<str>,
    text: Option<Text>,
    pub value: T,
    pub complaints: Vec<Diagnostic>,
}

/// The registry's files, read.
#[derive(Debug, Clone, Default)]
pub(super) struct Registered {
    pub entries: Arc<Registry>,
    /// Files that could not be read.
    pub unread: Vec<EntryKind>,
    complaints: Vec<Diagnostic>,
}

/// All cards arranged and planned, and what went into it.
#[derive(Debug)]
pub(super) struct Arranged {
    pub cards: Arc<Vec<Arc<Card>>>,
    pub complaints: Vec<Diagnostic>,
    pub plan_complaints: Vec<Diagnostic>,
    /// The pages that ask for a template of their own, by their place in the plan.
    pub asking: Vec<usize>,
    pub plan: Arc<Plan>,
    pub words: Spoken,
    /// The site in each of its languages, the first first.
    pub trees: Arc<Vec<Tree>>,
    /// Of each, its own data in the templates' form.
    pub shared: Vec<Shared>,
}

/// The pages that ask for a template of their own.
pub(super) fn asking(plan: &Plan) -> Vec<usize> {
    let pages = plan.pages.iter().enumerate();
    pages.filter(|(_, page)| page.template.is_some()).map(|(at, _)| at).collect()
}

impl Memo {
    /// For one run alone: texts are kept as they were parsed, since every page will ask for its
    /// own. A memo that lasts keeps none, and a page that is asked for parses its text again.
    pub fn for_one_run() -> Self {
        Self { bodies: Bodies::kept(), ..Self::default() }
    }

    /// The settings. Where they or the options are not those of the run before, everything is
    /// forgotten.
    pub(super) fn begin(
        &mut self,
        files: &SiteFiles,
        options: &Options,
        audience: Audience,
        complaints: &mut Vec<Diagnostic>,
    ) -> Arc<Settings> {
        let settings = files.source("dateline.yaml");
        let locks = files.sources.iter().filter(|source| source.kind == SourceKind::Lock);
        let locks: Vec<Source> = locks.map(Filed::open).collect();
        let given = Given {
            locks: locks.iter().map(|source| Arc::clone(&source.text)).collect(),
            settings: settings.as_ref().map(|source| Arc::clone(&source.text)),
            base_url: options.base_url.clone(),
            portable: options.portable,
            clock: options.clock,
            audience,
        };
        let known = self.given.take().filter(|(known, _)| *known == given);
        let (given, read) = known.unwrap_or_else(|| {
            let bodies = self.bodies.emptied();
            *self = Self { bodies, ..Self::default() };
            let Checked { mut value, mut complaints } = content::settings(settings.as_ref());
            self.locks = chained(&locks, options.clock, &mut complaints);
            if let Some(base_url) = &options.base_url {
                value.base_url = Some(base_url.clone());
            }
            (given, Checked::new(Arc::new(value), complaints))
        });
        complaints.extend(read.complaints.iter().cloned());
        let settings = Arc::clone(&read.value);
        self.given = Some((given, read));
        settings
    }

    /// Editions that were released, the oldest first.
    pub(super) fn locks(&self) -> Arc<Locks> {
        Arc::clone(&self.locks)
    }

    /// The registry's entries.
    pub(super) fn registry(
        &mut self,
        files: &SiteFiles,
        complaints: &mut Vec<Diagnostic>,
    ) -> Registered {
        let sources: Vec<Option<Source>> = EntryKind::ALL
            .into_iter()
            .map(|kind| files.source(&format!("content/registry/{}.yaml", kind.folder())))
            .collect();
        let texts =
            sources.iter().map(|source| source.as_ref().map(|source| Arc::clone(&source.text)));
        let texts: Vec<_> = texts.collect();
        let known = self.registry.take().filter(|(known, _)| *known == texts);
        let (texts, read) =
            known.unwrap_or_else(|| (texts, Registered::read(sources.into_iter().flatten())));
        complaints.extend(read.complaints.iter().cloned());
        self.registry = Some((texts, read.clone()));
        read
    }

    /// The addresses of the static files and of the built-in ones, with their sizes.
    pub(super) fn statics(&mut self, files: &Arc<Vec<StaticFile>>) -> Addresses {
        let known = self.statics.take().filter(|(known, _)| Arc::ptr_eq(known, files));
        let (files, addresses) = known.unwrap_or_else(|| {
            let built_in = render::built_in_assets().into_iter();
            let of_bytes = |bytes: &[u8]| Asset { bytes: bytes.len() as u64, extent: None };
            let built_in = built_in.map(|(path, bytes)| (path, of_bytes(bytes)));
            let own: Vec<_> =
                files.par_iter().map(|file| (file.path.clone(), asset(file))).collect();
            (Arc::clone(files), Arc::new(built_in.chain(own).collect()))
        });
        self.statics = Some((files, Arc::clone(&addresses)));
        addresses
    }

    /// The words of the site's languages, with those that the site says otherwise.
    pub(super) fn words(
        &mut self,
        templates: &[TemplateFile],
        settings: &Settings,
        complaints: &mut Vec<Diagnostic>,
    ) -> Spoken {
        let own: Vec<TemplateFile> =
            templates.iter().filter(|file| render::is_words(&file.name)).cloned().collect();
        let known = self.words.take().filter(|(known, ..)| *known == own);
        let (own, words, said) = known.unwrap_or_else(|| {
            let Checked { value, complaints } = render::spoken(&own, settings);
            (own, Arc::new(value), complaints)
        });
        complaints.extend(said.iter().cloned());
        self.words = Some((own, Arc::clone(&words), said));
        words
    }

    /// The theme of a site's templates.
    pub(super) fn theme(
        &mut self,
        templates: &[TemplateFile],
        words: &Spoken,
        complaints: &mut Vec<Diagnostic>,
    ) -> Arc<Theme> {
        let known = self.theme.take().filter(|(known, ..)| known == templates);
        let (templates, theme, said) = known.unwrap_or_else(|| {
            let Checked { value, complaints } = Theme::load(templates, words);
            (templates.to_vec(), Arc::new(value), complaints)
        });
        complaints.extend(said.iter().cloned());
        self.theme = Some((templates, Arc::clone(&theme), said));
        theme
    }
}

/// Locks in the order of their chain. What was released after the run's clock has not happened yet.
fn chained(sources: &[Source], clock: Clock, complaints: &mut Vec<Diagnostic>) -> Arc<Locks> {
    let read = sources.iter().filter_map(|source| content::lock(source).into_value(complaints));
    let (mut locks, broken) = editions::chain(read.collect());
    complaints.extend(broken);
    let past = |lock: &Lock| lock.released.parse().map_or(true, |time: Timestamp| time <= clock.0);
    locks.retain(past);
    Arc::new(Locks::new(locks))
}

impl Registered {
    fn read(sources: impl Iterator<Item = Source>) -> Self {
        let (mut read, mut entries) = (Self::default(), Registry::new());
        for source in sources {
            let SourceKind::Registry(kind) = source.kind else { continue };
            let Checked { value, complaints } = content::registry(&source);
            if value.is_empty() && complaints.iter().any(Diagnostic::is_error) {
                read.unread.push(kind);
            }
            read.complaints.extend(complaints);
            entries.extend(value.into_iter().map(|entry| (kind, Arc::clone(&source.path), entry)));
        }
        read.entries = Arc::new(entries);
        read
    }
}

impl<T: Default> Kept<T> {
    /// A place for a file that has yet to be parsed.
    pub(super) fn nothing(path: &Arc<str>) -> Self {
        let path = Arc::clone(path);
        Self { path, text: None, value: T::default(), complaints: Vec::new() }
    }

    pub(super) fn new(source: &Filed, checked: Checked<T>) -> Self {
        let Checked { value, complaints } = checked;
        let (path, text) = (Arc::clone(&source.path), Some(source.text().clone()));
        Self { path, text, value, complaints }
    }

    /// Whether this is the place of this file.
    pub(super) fn is_at(&self, source: &Filed) -> bool {
        Arc::ptr_eq(&self.path, &source.path) || self.path == source.path
    }

    /// Whether this is what became of this very text.
    pub(super) fn is_of(&self, source: &Filed) -> bool {
        self.text.as_ref().is_some_and(|text| text.is(source.text()))
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
    pub(super) fn fits(&self, cards: &Arc<Vec<Arc<Card>>>) -> Fit {
        if Arc::ptr_eq(&self.cards, cards) {
            return Fit::Same;
        }
        if self.cards.len() != cards.len() {
            return Fit::Other;
        }
        let mut fit = Fit::Same;
        for (known, card) in self.cards.iter().zip(&**cards) {
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

    /// The pages that ask for a template of their own.
    pub(super) fn asking(&self) -> impl Iterator<Item = &Page> {
        self.asking.iter().filter_map(|at| self.plan.pages.get(*at))
    }

    /// Whether some message would name a place in this file.
    fn speaks_of(&self, path: &str) -> bool {
        self.complaints.iter().chain(&self.plan_complaints).any(|complaint| {
            let help = complaint.help.as_deref().unwrap_or_default();
            *complaint.place.path == *path
                || complaint.message.contains(path)
                || help.contains(path)
        })
    }
}

/// Arranging's input other than the cards.
#[derive(Debug)]
pub(super) struct Rest {
    pub registry: Arc<Registry>,
    pub statics: Arc<BTreeMap<String, Asset>>,
    pub broken: Arc<Broken>,
    pub words: Spoken,
    /// The same in every run of a memo: others begin a new one.
    pub locks: Arc<Locks>,
}

impl Rest {
    /// Whether an arrangement was made of the same.
    pub(super) fn fits(&self, known: &Arranged) -> bool {
        Arc::ptr_eq(&known.words, &self.words)
            && known
                .trees
                .iter()
                .all(|tree| tree.desk.is_of(&self.registry, &self.statics, &self.broken))
    }
}
