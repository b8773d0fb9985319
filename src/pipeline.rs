//! The one function: from the files of a site to the bytes of its pages.
//!
//! `build`, `check`, `list`, `why` and `serve` all run it; none has a way of its own.

mod faults;
mod finish;
mod frozen;
mod guard;
mod kept_back;
mod memo;
mod parse;
mod photos;
mod proof;
mod put_right;
mod weight;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::base::{Checked, Clock, Diagnostic, Spot, did_you_mean};
use crate::content::{Folder, ReadError};
use crate::desk::{self, Audience, Desk, Input};
use crate::model::{Card, Settings, codes};
use crate::pages::views::{Items, SiteView, Tree};
use crate::pages::{self, Addresses, Page};
use crate::render::{self, Shared, Theme};
use finish::finish;
use memo::{Arranged, Fit, Rest};
use parse::parse;

pub use faults::{bad_image, gathered};
pub use guard::Guard;
pub use memo::Memo;
pub use photos::{photograph, recipe};
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
    Ok(edition_of(&Folder::read(root)?, options, &mut Memo::for_one_run()))
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
    let settings = memo.begin(files, options, audience, &mut complaints);
    let parsed = parse(&files.sources, &settings, memo, &mut complaints);
    let registry = memo.registry(files, &mut complaints);
    let statics = memo.statics(&files.statics);
    say_what_needs_an_address(&settings, &mut complaints);
    complaints.extend(render::check_look(&settings.look));
    let words = memo.words(&files.templates, &settings, &mut complaints);
    let theme = memo.theme(&files.templates, &words, &mut complaints);
    let mut broken = parsed.broken;
    for kind in &registry.unread {
        Arc::make_mut(&mut broken).add_registry(*kind);
    }
    let locks = memo.locks();
    let rest = Rest { registry: Arc::clone(&registry.entries), statics, broken, words, locks };
    let options = (options, audience);
    let arranged = arrange(&parsed.cards, rest, &settings, &theme, options, memo);
    complaints.extend(arranged.complaints.iter().cloned());
    complaints.extend(arranged.plan_complaints.iter().cloned());
    templates_that_are_not_there(&arranged, &theme, &mut complaints);
    let body_of = |card: &Card| memo.bodies.of(card, &files.sources, &settings);
    let desk = Arc::clone(&arranged.trees[0].desk);
    let all = || shown(&arranged.trees);
    memo.looked.through(&desk, all, &files.sources, body_of, &mut complaints);
    memo.frozen.check(&arranged.trees, files, &settings, body_of, &mut complaints);
    finish(&mut complaints, files, options.0.strict, &mut memo.excerpts);
    Proof {
        settings,
        desk,
        plan: Arc::clone(&arranged.plan),
        statics: Arc::clone(&files.statics),
        complaints,
        sources: files.sources.clone(),
        bodies: memo.bodies.clone(),
        theme,
        trees: Arc::clone(&arranged.trees),
        shared: arranged.shared.clone(),
        portable: options.0.portable,
        strict: options.0.strict,
    }
}

/// Arranges and plans, or takes the arrangement of the run before where the cards tell the same.
fn arrange(
    cards: &Arc<Vec<Arc<Card>>>,
    rest: Rest,
    settings: &Settings,
    theme: &Theme,
    (options, audience): (&Options, Audience),
    memo: &mut Memo,
) -> Arc<Arranged> {
    let before = memo.arranged.take();
    if let Some(known) = before.as_ref().filter(|known| rest.fits(known)) {
        // A template that is not there is said at its place in a card, which may have moved.
        let says_places = || known.asking().any(|page| misses(page, theme));
        let fit = known.fits(cards);
        if fit == Fit::Same || fit == Fit::Moved && !says_places() {
            memo.arranged = Some(Arc::clone(known));
            return Arc::clone(known);
        }
    }
    let (mut complaints, mut plan_complaints) = (Vec::new(), Vec::new());
    let words = Arc::clone(&rest.words);
    let desks =
        desks(cards, rest, settings, (options, audience), before.as_deref(), &mut complaints);
    let stands = |before: &&Arc<Arranged>| {
        let pairs = before.trees.iter().zip(&desks);
        pairs.into_iter().all(|(old, new)| pages::stands(&old.desk, &before.plan_complaints, new))
    };
    let plan = match before.as_ref().filter(stands) {
        Some(before) => {
            plan_complaints.clone_from(&before.plan_complaints);
            Arc::clone(&before.plan)
        }
        None => Arc::new(pages::plan(&desks, settings).into_value(&mut plan_complaints)),
    };
    let trees = desks.into_iter().zip(&*words).map(|(desk, words)| {
        let addresses = Addresses::new(&desk, options.portable);
        let site = Arc::new(SiteView::new(&desk, settings, addresses, words));
        let items = Arc::new(Items::new(desk.cards.len(), render::item_form));
        Tree { words: Arc::clone(words), desk, site, items, search: OnceLock::new() }
    });
    let trees: Vec<Tree> = trees.collect();
    let arranged = Arc::new(Arranged {
        cards: Arc::clone(cards),
        complaints,
        plan_complaints,
        asking: memo::asking(&plan),
        shared: trees.iter().map(|tree| Shared::new(&tree.site)).collect(),
        trees: Arc::new(trees),
        words,
        plan,
    });
    memo.arranged = Some(Arc::clone(&arranged));
    arranged
}

/// Arranges the cards once for each language of the site: of each pair of translations, a tree
/// shows one.
fn desks(
    cards: &[Arc<Card>],
    rest: Rest,
    settings: &Settings,
    (options, audience): (&Options, Audience),
    before: Option<&Arranged>,
    complaints: &mut Vec<Diagnostic>,
) -> Vec<Arc<Desk>> {
    let mut desks = Vec::new();
    for (at, language) in settings.languages.iter().enumerate() {
        let before = before.and_then(|before| before.trees.get(at));
        let input = Input {
            settings,
            clock: options.clock,
            audience,
            language,
            cards,
            registry: Arc::clone(&rest.registry),
            statics: Arc::clone(&rest.statics),
            broken: Arc::clone(&rest.broken),
            locks: Arc::clone(&rest.locks),
            before: before.map(|tree| &*tree.desk),
        };
        let Checked { value, complaints: found } = desk::arrange(input);
        // A name that is not registered is said once, where it stands first in the first tree.
        let said = |new: &Diagnostic| {
            new.code == codes::UNKNOWN_NAME
                && complaints.iter().any(|old: &Diagnostic| old.message == new.message)
        };
        let new: Vec<Diagnostic> = found.into_iter().filter(|new| at == 0 || !said(new)).collect();
        complaints.extend(new);
        desks.push(Arc::new(value));
    }
    desks
}

/// All cards that some tree shows, each once, sorted by path.
fn shown(trees: &[Tree]) -> Vec<Arc<Card>> {
    let all = trees.iter().flat_map(|tree| &tree.desk.cards);
    let mut cards: Vec<Arc<Card>> = all.cloned().collect();
    cards.sort_by(|a, b| a.path.cmp(&b.path));
    cards.dedup_by(|a, b| a.path == b.path);
    cards
}

/// Whether a page asks for a template that is not there.
fn misses(page: &Page, theme: &Theme) -> bool {
    page.template.as_ref().is_some_and(|(name, ..)| !theme.has(name))
}

/// Without a `base_url` some things are left out, and that is said; not where it was given wrong.
fn say_what_needs_an_address(settings: &Settings, complaints: &mut Vec<Diagnostic>) {
    let given = complaints.iter().any(|complaint| complaint.code == codes::SETTINGS_VALUE);
    if settings.base_url.is_none() && !given {
        let message = "no `base_url`: feeds, e-mails, canonical links and the sitemap are left out";
        let path = Arc::from("dateline.yaml");
        let complaint = Diagnostic::note(codes::NO_BASE_URL, &path, Spot::START, message);
        complaints.push(complaint.help("add `base_url: https://…` with the site's address"));
    }
}

fn templates_that_are_not_there(
    arranged: &Arranged,
    theme: &Theme,
    complaints: &mut Vec<Diagnostic>,
) {
    for page in arranged.asking() {
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
