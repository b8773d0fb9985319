//! What only shows when pages are drawn and files are opened: every run that publishes finds it,
//! and a preview looks for it when nothing else is to be done.

use std::collections::HashMap;
use std::sync::Arc;

use super::Proof;
use crate::base::{Diagnostic, Spot};
use crate::content::StaticFile;
use crate::model::codes;
use crate::output::image;

impl Proof {
    /// Whether a template of the site's own could fail on some page. The built-in ones do not.
    pub fn may_fail(&self) -> bool {
        self.theme.has_own()
    }

    /// Draws every page, one after the other, as long as `go_on` says so; what went wrong, one
    /// message for each place in a template. `None` when it was told to stop.
    pub fn faults(&self, go_on: impl Fn() -> bool) -> Option<Vec<Diagnostic>> {
        let mut faults = Vec::new();
        for page in self.drawable() {
            if !go_on() {
                return None;
            }
            faults.extend(self.page(page).err().map(|fault| fault.0));
        }
        Some(gathered(faults))
    }
}

/// What is wrong with a picture of the site, without writing it.
pub fn picture_fault(file: &StaticFile) -> Option<Diagnostic> {
    let message = image::fault(&file.path, &file.file)?;
    Some(bad_image(&file.path, &message))
}

/// The message about a picture that cannot be published without what is hidden in it.
pub fn bad_image(path: &str, message: &str) -> Diagnostic {
    let place: Arc<str> = Arc::from(format!("static/{path}"));
    Diagnostic::error(codes::BAD_IMAGE, &place, Spot::START, message)
        .help("save it again from an image editor, under a name that fits its format")
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
