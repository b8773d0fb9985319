//! What a build would change, in words: for a second reader before anything is published.
//!
//! The site is rendered and compared with the output that stands, file by file and sentence by
//! sentence. A sentence that changes on many pages is told once, at the page that it belongs to. It
//! must not know how this is printed.

mod ledgers;
mod sentences;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Mutex;

use crate::base::Diagnostic;
use crate::output::{Entry, Published, origin};
use crate::pages::{Page, PageKind};
use crate::pipeline::{Edition, recipe};
pub use ledgers::LedgerChange;
pub use sentences::Hunk;

/// What a build would change.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Pages that readers could not open before, by address, with their titles.
    pub added: Vec<(String, String)>,
    /// Pages that are no more.
    pub gone: Vec<String>,
    /// Pages whose words change, with what changes there first.
    pub changed: Vec<Changed>,
    /// Lines of the ledgers of claims and figures.
    pub ledgers: Vec<LedgerChange>,
    /// Files of the site's own, and its styles, with what becomes of them.
    pub files: BTreeMap<String, Fate>,
    /// Pages that change in no word: in links, addresses or form. Where the words that were published
    /// are not at hand, every page that changes.
    pub form: Vec<String>,
    /// Pages that change only in what was told of another.
    pub following: Vec<String>,
    /// What is made of the pages: feeds, data, maps, cards.
    pub made: BTreeSet<String>,
}

/// What becomes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was not there.
    Added,
    /// It would be no more.
    Gone,
    /// It holds something else.
    Changed,
}

/// A page whose words change.
#[derive(Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its address.
    pub url: String,
    /// What changes, in the order of the page.
    pub hunks: Vec<(Hunk, Vec<String>)>,
}

impl Difference {
    /// Whether a build would change nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What keeps a site from being compared.
#[derive(Debug)]
pub enum Trouble {
    /// What is wrong with the content or the templates.
    Faults(Vec<Diagnostic>),
    /// A file of the site's own cannot be read.
    Unread(String, io::Error),
}

/// Compares what an edition would publish with what was published.
pub fn compare(edition: &Edition, old: &Published) -> Result<Difference, Trouble> {
    let new = New::of(edition, old)?;
    let known = &old.manifest().files;
    let mut difference = Difference::default();
    let mut changed: Vec<(&Page, &str, &[u8])> = Vec::new();
    for page in &edition.plan.pages {
        let file = page.route.file();
        let Some(bytes) = new.differing.get(&file) else { continue };
        match (is_read(page), known.contains_key(&file)) {
            (false, _) => drop(difference.made.insert(file)),
            (true, false) => {
                let title = title(&String::from_utf8_lossy(bytes));
                difference.added.push((page.route.to_string(), title));
            }
            (true, true) => changed.push((page, page.route.as_str(), bytes)),
        }
    }
    for file in new.differing.keys().filter(|file| !new.pages.contains(*file)) {
        let fate = if known.contains_key(file) { Fate::Changed } else { Fate::Added };
        difference.files.insert(file.clone(), fate);
    }
    for file in known.keys().filter(|file| !new.all.contains(*file)) {
        match file.strip_suffix("index.html") {
            Some(folder) => difference.gone.push(format!("/{folder}")),
            None if follows(file, known, &new) => drop(difference.made.insert(file.clone())),
            None => drop(difference.files.insert(file.clone(), Fate::Gone)),
        }
    }
    tell(&mut difference, old, changed);
    let ledger = |name: &str| {
        let file = format!("data/{name}");
        let now = new.differing.get(&file).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let gone = !new.all.contains(&file);
        now.or(gone.then(String::new)).map(|now| (old.text(&file).unwrap_or_default(), now))
    };
    let comparable = |(was, now): &(String, String)| !was.is_empty() || !now.is_empty();
    for name in [ledgers::CLAIMS, ledgers::LOSSES] {
        if let Some((was, now)) = ledger(name).filter(comparable) {
            difference.ledgers.extend(ledgers::changes(name, &was, &now));
        }
    }
    Ok(difference)
}

/// Tells each change once: at the page that it belongs to, which comes first.
fn tell(difference: &mut Difference, old: &Published, mut changed: Vec<(&Page, &str, &[u8])>) {
    changed.sort_by_key(|(page, route, _)| (rank(&page.kind), *route));
    let mut places: BTreeMap<Hunk, (usize, usize)> = BTreeMap::new();
    for (page, _, bytes) in changed {
        let url = page.route.to_string();
        let was = old.text(&page.route.file());
        let hunks = was.map(|was| sentences::hunks(&was, &String::from_utf8_lossy(bytes)));
        let hunks = hunks.unwrap_or_default();
        if hunks.is_empty() {
            difference.form.push(url);
            continue;
        }
        let mut new = Vec::new();
        for hunk in hunks {
            match places.get(&hunk) {
                Some((page, at)) if *page < difference.changed.len() => {
                    difference.changed[*page].hunks[*at].1.push(url.clone());
                }
                // Twice on this page.
                Some(_) => {}
                None => {
                    places.insert(hunk.clone(), (difference.changed.len(), new.len()));
                    new.push((hunk, Vec::new()));
                }
            }
        }
        match new.is_empty() {
            true => difference.following.push(url),
            false => difference.changed.push(Changed { url, hunks: new }),
        }
    }
}

/// Whether a file that would be no more goes with the page beside which it stands.
fn follows(file: &str, known: &BTreeMap<String, Entry>, new: &New) -> bool {
    let page = file.rsplit_once('/').map(|(folder, _)| format!("{folder}/index.html"));
    page.is_some_and(|page| known.contains_key(&page) && !new.all.contains(&page))
}

/// Whether readers open it to read.
fn is_read(page: &Page) -> bool {
    (page.kind.is_page() && page.kind != PageKind::Search) || page.kind == PageKind::NotFound
}

/// Texts come before the lists that repeat them.
fn rank(kind: &PageKind) -> u8 {
    match kind {
        PageKind::Article(_) | PageKind::Note(_) | PageKind::Plain(_) => 0,
        PageKind::Briefing(_) => 1,
        PageKind::Entry(_) => 2,
        PageKind::Day(_) => 3,
        PageKind::Home => 4,
        _ => 5,
    }
}

fn title(html: &str) -> String {
    let inner = |(_, rest): (&str, &str)| rest.split_once('<').map(|(title, _)| title.to_owned());
    let title = html.split_once("<title>").and_then(inner).unwrap_or_default();
    sentences::plain(&title).join(" ")
}

/// What a build would publish.
#[derive(Default)]
struct New {
    /// Every file.
    all: BTreeSet<String>,
    /// The files that pages of the plan are.
    pages: BTreeSet<String>,
    /// What differs from what was published. Of files that are not made of texts, nothing is kept.
    differing: BTreeMap<String, Vec<u8>>,
}

impl New {
    fn of(edition: &Edition, old: &Published) -> Result<Self, Trouble> {
        let known = old.manifest();
        let differs = |path: &str, bytes: &[u8]| known.files.get(path) != Some(&Entry::of(bytes));
        let differing = Mutex::new(BTreeMap::new());
        let rendered = edition.render(|path, bytes| {
            if differs(path, bytes) {
                let mut differing =
                    differing.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
                differing.insert(path.to_owned(), bytes.to_vec());
            }
            Ok::<(), Trouble>(())
        });
        let faults: Vec<Diagnostic> = rendered?.into_iter().filter(Diagnostic::is_error).collect();
        if !faults.is_empty() {
            return Err(Trouble::Faults(faults));
        }
        let pages: BTreeSet<String> =
            edition.plan.pages.iter().map(|page| page.route.file()).collect();
        let differing = differing.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
        let mut new = Self { all: pages.clone(), pages, differing };
        for (path, bytes) in edition.assets() {
            new.take(&path, differs(&path, bytes));
        }
        for file in edition.statics.iter().filter(|file| edition.photo(&file.path).is_none()) {
            let unread = |error| Trouble::Unread(format!("static/{}", file.path), error);
            let bytes = edition.as_published(file).map_err(unread)?;
            new.take(&file.path, differs(&file.path, &bytes));
        }
        for made in &edition.plan.photos {
            let Some((_, of)) = edition.photo(&made.path) else { continue };
            let unread = |error| Trouble::Unread(format!("static/{}", of.path), error);
            let from = origin(&recipe(made), &of.bytes().map_err(unread)?);
            new.take(&made.path, known.made.get(&made.path) != Some(&from));
        }
        Ok(new)
    }

    fn take(&mut self, path: &str, differs: bool) {
        self.all.insert(path.to_owned());
        if differs {
            self.differing.insert(path.to_owned(), Vec::new());
        }
    }
}
