//! The one function: from the files of a site to the bytes of its pages.
//!
//! `build`, `check`, `list`, `why` and `serve` all run it; none has a way of its own.

mod memo;
mod proof;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Checked, Clock, Diagnostic, Severity, Spot, did_you_mean};
use crate::content::{self, Body, Folder, ReadError, SiteFiles, Source, SourceKind, StaticFile};
use crate::desk::{self, Audience, Broken, Input};
use crate::model::{Card, Entry, EntryKind, Settings, codes};
use crate::pages::views::{Items, SiteView};
use crate::pages::{self, Addresses, Page, Plan};
use crate::render::{self, Shared, Theme};
use memo::{Arranged, Fit, Kept, Parsed, Rest};

pub use memo::Memo;
pub use proof::{Edition, Proof};

/// What a run depends on besides the sources.
#[derive(Debug, Clone)]
pub struct Options {
    /// The build's clock.
    pub clock: Clock,
    /// Warnings stop publishing.
    pub strict: bool,
    /// Links end in `index.html`.
    pub portable: bool,
    /// Instead of the settings' `base_url`.
    pub base_url: Option<String>,
}

/// Reads, parses, arranges and plans a site. Only the machine can make it fail; what is wrong with
/// the content is in the edition's complaints.
pub fn edition(root: &Path, options: &Options) -> Result<Edition, ReadError> {
    Ok(edition_of(&Folder::read(root)?, options, &mut Memo::default()))
}

/// The same, of a folder that was read and with what earlier runs found out. The memo changes
/// how long it takes and nothing else.
pub fn edition_of(folder: &Folder, options: &Options, memo: &mut Memo) -> Edition {
    Edition(proof_of(folder, options, Audience::Readers, memo))
}

/// The same for an audience: the desk itself may look at more than readers. What comes of it can
/// be shown page by page and not be published, whoever it was made for.
pub fn proof_of(folder: &Folder, options: &Options, audience: Audience, memo: &mut Memo) -> Proof {
    let mut complaints = folder.complaints.clone();
    let files = &folder.files;
    let given = files.sources.iter().find(|source| source.kind == SourceKind::Settings);
    memo.begin(given, options, audience);
    let settings = settings(given, options, &mut complaints);
    let (cards, bodies, mut broken) = parse(&files.sources, &settings, memo, &mut complaints);
    let (registry, texts) = registry(&files.sources, memo, &mut broken, &mut complaints);
    let statics = addresses_of_files(&files.statics);
    say_what_needs_an_address(&settings, &mut complaints);
    let theme = memo.theme(&files.templates, &mut complaints);
    let rest = Rest { settings: &settings, registry, texts, statics, broken };
    let arranged = arrange(cards, rest, &theme, (options, audience), memo);
    complaints.extend(arranged.complaints.iter().cloned());
    templates_that_are_not_there(&arranged.plan, &theme, &mut complaints);
    let of_card = |card: &Arc<Card>| bodies.get(&card.path).cloned().unwrap_or_default();
    let bodies = arranged.desk.cards.iter().map(of_card).collect();
    finish(&mut complaints, files, options.strict);
    Proof {
        settings,
        desk: Arc::clone(&arranged.desk),
        plan: Arc::clone(&arranged.plan),
        statics: files.statics.clone(),
        complaints,
        bodies,
        theme,
        site: Arc::clone(&arranged.site),
        items: Arc::clone(&arranged.items),
        shared: arranged.shared.clone(),
        portable: options.portable,
    }
}

fn settings(
    source: Option<&Source>,
    options: &Options,
    complaints: &mut Vec<Diagnostic>,
) -> Settings {
    let mut settings = content::settings(source).into_value(complaints);
    if let Some(base_url) = &options.base_url {
        settings.base_url = Some(base_url.clone());
    }
    settings
}

type Parts = (Vec<Arc<Card>>, HashMap<Arc<str>, Arc<Body>>, Broken);

/// Parses every content file alone, on all cores, or knows what became of the same text. A file
/// that gives no card is broken, under the names that others may use for it.
fn parse(
    sources: &[Source],
    settings: &Settings,
    memo: &mut Memo,
    complaints: &mut Vec<Diagnostic>,
) -> Parts {
    let sources = sources
        .iter()
        .filter(|source| !matches!(source.kind, SourceKind::Settings | SourceKind::Registry(_)));
    let sources: Vec<&Source> = sources.collect();
    let known =
        |source: &Source| memo.items.get(&source.path).is_some_and(|kept| kept.is_of(source));
    let new: Vec<&Source> = sources.par_iter().copied().filter(|source| !known(source)).collect();
    let items: Vec<_> = new.par_iter().map(|source| content::parse(source, settings)).collect();
    for (source, Checked { value, complaints }) in new.iter().zip(items) {
        let value = value.map(Parsed::from);
        let kept = Kept::new(source, Checked { value, complaints });
        memo.items.insert(Arc::clone(&source.path), kept);
    }
    memo.keep_items(&sources);
    let mut cards = Vec::with_capacity(sources.len());
    let mut bodies = HashMap::with_capacity(sources.len());
    let mut broken = Broken::default();
    for source in sources {
        let Some(kept) = memo.items.get(&source.path) else { continue };
        complaints.extend(kept.complaints.iter().cloned());
        match &kept.value {
            Some(Parsed { card, body }) => {
                bodies.insert(Arc::clone(&card.path), Arc::clone(body));
                cards.push(Arc::clone(card));
            }
            None => broken.add_file(&source.path, content::slug_of_path(&source.path)),
        }
    }
    (cards, bodies, broken)
}

type Registered = (EntryKind, Arc<str>, Entry);

/// The registry's entries, and the texts that they came from.
fn registry(
    sources: &[Source],
    memo: &mut Memo,
    broken: &mut Broken,
    complaints: &mut Vec<Diagnostic>,
) -> (Vec<Registered>, Vec<Arc<str>>) {
    let (mut registry, mut texts) = (Vec::new(), Vec::new());
    for source in sources {
        let SourceKind::Registry(kind) = source.kind else { continue };
        let kept = memo.registry(source);
        if kept.value.is_empty() && kept.complaints.iter().any(Diagnostic::is_error) {
            broken.add_registry(kind);
        }
        complaints.extend(kept.complaints.iter().cloned());
        let entries = kept.value.iter().cloned();
        registry.extend(entries.map(|entry| (kind, Arc::clone(&source.path), entry)));
        texts.push(Arc::clone(&source.text));
    }
    (registry, texts)
}

/// Arranges and plans, or takes the arrangement of the run before where the cards tell the same.
fn arrange(
    cards: Vec<Arc<Card>>,
    rest: Rest<'_>,
    theme: &Theme,
    (options, audience): (&Options, Audience),
    memo: &mut Memo,
) -> Arc<Arranged> {
    if let Some(known) = memo.arranged.as_ref().filter(|known| rest.fits(known)) {
        // A template that is not there is said at its place in a card, which may have moved.
        let says_places = || known.plan.pages.iter().any(|page| misses(page, theme));
        match known.fits(&cards) {
            Fit::Same => return Arc::clone(known),
            Fit::Moved if !says_places() => return Arc::clone(known),
            Fit::Moved | Fit::Other => {}
        }
    }
    let Rest { settings, registry, texts, statics, broken } = rest;
    let mut complaints = Vec::new();
    let input = Input {
        settings,
        clock: options.clock,
        audience,
        cards: cards.clone(),
        registry,
        statics: statics.clone(),
        broken: broken.clone(),
    };
    let desk = desk::arrange(input).into_value(&mut complaints);
    let plan = pages::plan(&desk, settings).into_value(&mut complaints);
    let site = SiteView::new(&desk, settings, Addresses::new(&desk, options.portable));
    let arranged = Arc::new(Arranged {
        cards,
        registry: texts,
        statics,
        broken,
        complaints,
        items: Arc::new(Items::new(desk.cards.len(), render::item_form)),
        shared: Shared::new(&site),
        site: Arc::new(site),
        plan: Arc::new(plan),
        desk: Arc::new(desk),
    });
    memo.arranged = Some(Arc::clone(&arranged));
    arranged
}

/// The addresses of the static files and of the built-in ones, with their sizes in bytes.
fn addresses_of_files(statics: &[StaticFile]) -> BTreeMap<String, u64> {
    let built_in = render::built_in_assets().into_iter();
    let built_in = built_in.map(|(path, bytes)| (path, bytes.len() as u64));
    built_in.chain(statics.iter().map(|file| (file.path.clone(), file.size))).collect()
}

/// Whether a page asks for a template that is not there.
fn misses(page: &Page, theme: &Theme) -> bool {
    page.template.as_ref().is_some_and(|(name, ..)| !theme.has(name))
}

/// Without a `base_url` some things are left out, and that is said; not where it was given wrong.
fn say_what_needs_an_address(settings: &Settings, complaints: &mut Vec<Diagnostic>) {
    let given = complaints.iter().any(|complaint| complaint.code == codes::SETTINGS_VALUE);
    if settings.base_url.is_none() && !given {
        let message = "no `base_url`: feeds, canonical links and the sitemap are left out";
        let path = Arc::from("dateline.yaml");
        let complaint = Diagnostic::note(codes::NO_BASE_URL, &path, Spot::START, message);
        complaints.push(complaint.help("add `base_url: https://…` with the site's address"));
    }
}

fn templates_that_are_not_there(plan: &Plan, theme: &Theme, complaints: &mut Vec<Diagnostic>) {
    for page in &plan.pages {
        let Some((name, path, spot)) = &page.template else { continue };
        if !theme.has(name) {
            let names = theme.names();
            let help = did_you_mean(name, names.iter().map(String::as_str))
                .unwrap_or_else(|| format!("put it at templates/{name}"));
            complaints.push(
                Diagnostic::error(
                    codes::TEMPLATE_MISSING,
                    path,
                    *spot,
                    format!("there is no template `{name}`"),
                )
                .help(help),
            );
        }
    }
}

/// Makes the complaints ready to be shown: warnings made errors where that is asked for, sorted,
/// each with the line that it speaks of.
fn finish(complaints: &mut Vec<Diagnostic>, files: &SiteFiles, strict: bool) {
    for complaint in complaints.iter_mut() {
        if strict && complaint.severity == Severity::Warning {
            complaint.severity = Severity::Error;
        }
    }
    complaints.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    complaints.dedup();
    // Nobody reads more lines than these; finding each takes as long as its file is.
    for complaint in complaints.iter_mut().take(1_000) {
        complaint.excerpt = excerpt(complaint, files);
    }
    complaints.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
}

/// The line that a complaint speaks of. One about the end of a file points at its last line.
fn excerpt(complaint: &mut Diagnostic, files: &SiteFiles) -> Option<String> {
    let path = &complaint.place.path;
    let text = match files.sources.binary_search_by(|source| source.path.cmp(path)) {
        Ok(at) => &files.sources[at].text,
        Err(_) => {
            let own = |name: &str| path.strip_prefix("templates/") == Some(name);
            &files.templates.iter().find(|file| own(&file.name))?.text
        }
    };
    let spot = &mut complaint.place.spot;
    if let Some(line) = text.lines().nth(spot.line as usize - 1) {
        return Some(line.to_owned());
    }
    let last = text.lines().last()?;
    *spot = Spot::new(text.lines().count() as u32, last.chars().count() as u32 + 1, 1);
    Some(last.to_owned())
}
