use std::sync::Arc;

use crate::base::Diagnostic;
use crate::content::StaticFile;
use crate::model::Settings;
use crate::model::photo::Made;
use crate::pages::Page;
use crate::pipeline::Proof;

/// The site as it was at one moment. It is never changed, only replaced whole.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Rises with every change.
    pub number: u64,
    /// The last proof that had no errors.
    pub proof: Option<Arc<Proof>>,
    /// The settings as they are now, good or not.
    pub settings: Arc<Settings>,
    /// What stands in the way of publishing the sources as they are now, or is worth knowing.
    pub messages: Vec<Diagnostic>,
    /// What showed when all pages were drawn and all files opened; that is done when the folder
    /// is at rest, so these may be a moment old.
    pub faults: Vec<Diagnostic>,
    /// Whether that was done since the last change.
    pub tried: bool,
    /// The last proof of which every page could be drawn: its pages stand in for those that a
    /// template spoils.
    pub sound: Option<Arc<Proof>>,
    /// The proof before the present one, of which that is not known.
    pub before: Option<Arc<Proof>>,
    /// What the machine refused.
    pub trouble: Option<String>,
    /// A file to be copied that it does not let be read, and the words for it; found as the faults
    /// are.
    pub unread: Option<(String, String)>,
    /// The files that made the difference, from the site folder.
    pub changed: Vec<String>,
}

/// What stands at an address.
#[derive(Debug)]
pub enum Found<'s> {
    /// A page to be rendered.
    Page(&'s Page),
    /// A photograph that is made of a file of the site.
    Photo(&'s Made, &'s StaticFile),
    /// A file of the built-in theme.
    Asset(&'static [u8]),
    /// A file of the site.
    Static(&'s StaticFile),
    /// The address with a slash at its end.
    Folder(String),
    /// Nothing.
    Nothing,
}

impl Snapshot {
    /// Everything that there is to say, in one order.
    pub fn said(&self) -> impl Iterator<Item = &Diagnostic> {
        self.messages.iter().chain(&self.faults)
    }

    /// What the machine refuses, in words.
    pub fn refusal(&self) -> Option<&str> {
        let unread = self.unread.as_ref().map(|(_, words)| words.as_str());
        self.trouble.as_deref().or(unread)
    }

    /// This snapshot in the place of another: what is known of its pages stays for the moment.
    pub fn after(mut self, before: &Self) -> Self {
        self.number = before.number + 1;
        let stays = |path: &str| !self.changed.iter().any(|changed| changed == path);
        // Whether a fault is mended is found out at once, on the pages that had it.
        self.faults = before.faults.clone();
        self.unread = before.unread.clone().filter(|(path, _)| stays(path));
        let same = match (&self.proof, &before.proof) {
            (Some(own), Some(before)) => Arc::ptr_eq(own, before),
            (own, before) => own.is_none() && before.is_none(),
        };
        self.before = if same { before.before.clone() } else { before.proof.clone() };
        let untried = before.proof.as_ref().is_some_and(|proof| proof.may_fail());
        self.sound = if untried { before.sound.clone() } else { before.proof.clone() };
        self
    }
}

/// Looks a decoded path up, without its leading slash. Nothing is ever joined to a folder: what
/// the plan and the list of files do not name is not there.
pub fn find<'s>(proof: &'s Proof, path: &str) -> Found<'s> {
    let page = |path: &str| {
        let pages = &proof.plan.pages;
        let at = pages.binary_search_by(|page| page.route.as_str().cmp(path));
        at.ok().map(|at| &pages[at])
    };
    let found = page(path).or_else(|| {
        let folder = path.strip_suffix("index.html")?;
        (folder.is_empty() || folder.ends_with('/')).then(|| page(folder)).flatten()
    });
    if let Some(page) = found {
        return Found::Page(page);
    }
    if let Some((made, of)) = proof.photo(path) {
        return Found::Photo(made, of);
    }
    let file = |path: &str| proof.statics.iter().find(|file| file.path == path);
    if let Some(file) = file(path) {
        return Found::Static(file);
    }
    // A folder of the site's own files has its index, as on every host.
    if let Some(index) = file(&format!("{path}index.html")).filter(|_| path.ends_with('/')) {
        return Found::Static(index);
    }
    if let Some((_, bytes)) = proof.assets().into_iter().find(|(name, _)| name == path) {
        return Found::Asset(bytes);
    }
    let folder = format!("{path}/");
    let is_folder = page(&folder).is_some() || file(&format!("{folder}index.html")).is_some();
    if is_folder { Found::Folder(folder) } else { Found::Nothing }
}
