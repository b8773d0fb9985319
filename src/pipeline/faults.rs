//! What only shows when pages are drawn and files are opened: every run that publishes finds it,
//! and a preview looks for it when nothing else is to be done.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::mem::discriminant;
use std::sync::{Arc, OnceLock};

use super::{Proof, photograph};
use crate::base::{Diagnostic, Spot};
use crate::content::StaticFile;
use crate::model::codes;
use crate::model::photo::Sizes;
use crate::output::media::{self, Format};
use crate::pages::views::{Items, Tree};
use crate::pages::{Page, PageKind, Route, template_of};
use crate::render;

/// After so many pages, what they had in common is let go.
const AT_ONCE: usize = 200;

impl Proof {
    /// Whether a template of the site's own could fail on some page. The built-in ones do not.
    pub fn may_fail(&self) -> bool {
        self.theme.has_own()
    }

    /// Draws every page that one of the site's own templates is behind, one after the other, as
    /// long as `go_on` says so, and gives what went wrong on which. `None` when it was told to stop.
    pub fn faults(&self, go_on: impl Fn() -> bool) -> Option<Vec<(Route, Diagnostic)>> {
        let pages: Vec<&Page> = self.may_fail_on().collect();
        let mut faults = Vec::new();
        for pages in pages.chunks(AT_ONCE) {
            let apart = self.apart();
            for page in pages {
                if !go_on() {
                    return None;
                }
                faults.extend(apart.fault_of(page));
            }
        }
        Some(faults)
    }

    /// The same for the pages of these addresses and for one of each kind: where something is wrong
    /// with a template, one of them most likely shows it.
    pub fn likely_faults(&self, routes: &BTreeSet<Route>) -> Vec<(Route, Diagnostic)> {
        let apart = self.apart();
        let mut kinds = HashSet::new();
        let likely = self.may_fail_on().filter(|page| {
            let entry = match &page.kind {
                PageKind::Entry(id) | PageKind::EntryMonth(id, ..) => Some(id.kind),
                _ => None,
            };
            let first = kinds.insert((discriminant(&page.kind), entry, template_of(page)));
            first || routes.contains(&page.route)
        });
        likely.filter_map(|page| apart.fault_of(page)).collect()
    }

    /// The pages that one of the site's own templates is behind. The built-in ones do not fail.
    fn may_fail_on(&self) -> impl Iterator<Item = &Page> {
        let mut known = HashMap::new();
        self.drawable().filter(move |page| {
            let of_own = |template| !self.own_templates(template).is_empty();
            let own = |template| *known.entry(template).or_insert_with(|| of_own(template));
            template_of(page).is_some_and(own)
        })
    }

    /// The same proof with list entries of its own: those of all reports, which only a look at all
    /// pages needs at once, go with it.
    fn apart(&self) -> Self {
        let tree = |tree: &Tree| Tree {
            words: Arc::clone(&tree.words),
            desk: Arc::clone(&tree.desk),
            site: Arc::clone(&tree.site),
            items: Arc::new(Items::new(tree.desk.cards.len(), render::item_form)),
            search: OnceLock::new(),
        };
        Self { trees: Arc::new(self.trees.iter().map(tree).collect()), ..self.clone() }
    }

    fn fault_of(&self, page: &Page) -> Option<(Route, Diagnostic)> {
        self.page(page).err().map(|fault| (page.route.clone(), fault.0))
    }
}

impl Proof {
    /// What is wrong with a picture of the site, without writing it.
    pub fn picture_fault(&self, file: &StaticFile) -> Option<Diagnostic> {
        if self.settings.pdf_as_is.contains(&file.path) {
            return None;
        }
        let asset = self.desk.statics.get(&file.path);
        let sizes = asset.and_then(|asset| Sizes::of(&file.path, *asset));
        // Whether it can be opened is seen on the first that is made of it, which is the smallest.
        let made = sizes.into_iter().flat_map(Sizes::made).find_map(|made| self.photo(&made.path));
        let message = match made {
            Some((made, of)) => photograph(made, &of.bytes().ok()?).err()?,
            None => media::fault(&file.path, &file.file)?,
        };
        Some(bad_image(&file.path, &message))
    }
}

/// The message about a picture that cannot be published without what is hidden in it.
pub fn bad_image(path: &str, message: &str) -> Diagnostic {
    let place: Arc<str> = Arc::from(format!("static/{path}"));
    let (code, help) = match Format::of_name(path) {
        Some(Format::Pdf) => (
            codes::BAD_DOCUMENT,
            format!("print it into a new PDF without its properties, or write `pdf_as_is: [{path}]` in dateline.yaml to publish it with what it tells"),
        ),
        Some(Format::Svg) => {
            (codes::BAD_IMAGE, "save it again as a plain SVG, with its pictures and styles inside the drawing and no scripts".to_owned())
        }
        _ => (
            codes::BAD_IMAGE,
            "save it again from an image editor, under a name that fits its format".to_owned(),
        ),
    };
    Diagnostic::error(code, &place, Spot::START, message).help(help)
}

/// One message for each place, which says of how many pages it is true; sorted.
pub fn gathered(faults: impl IntoIterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut seen = HashMap::new();
    let mut first = Vec::new();
    for fault in faults {
        let at = seen.entry((fault.place.clone(), fault.code)).or_insert_with(|| {
            first.push((fault, 0));
            first.len() - 1
        });
        first[*at].1 += 1;
    }
    let mut faults: Vec<_> =
        first.into_iter().map(|(fault, pages)| more_pages(fault, pages)).collect();
    faults.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    faults
}

fn more_pages(mut fault: Diagnostic, pages: usize) -> Diagnostic {
    if pages > 1 {
        let more = pages - 1;
        let word = if more == 1 { "page" } else { "pages" };
        fault.message = format!("{} (and {more} more {word})", fault.message);
    }
    fault
}
