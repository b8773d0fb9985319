use std::sync::Arc;

use crate::base::Diagnostic;
use crate::content::StaticFile;
use crate::pages::Page;
use crate::pipeline::Proof;

/// The site as it was at one moment. It is never changed, only replaced whole.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Rises with every change.
    pub number: u64,
    /// The last proof that had no errors.
    pub proof: Option<Arc<Proof>>,
    /// What stands in the way of publishing the sources as they are now, or is worth knowing.
    pub messages: Vec<Diagnostic>,
    /// What the machine refused.
    pub trouble: Option<String>,
    /// The files that made the difference, from the site folder.
    pub changed: Vec<String>,
}

/// What stands at an address.
#[derive(Debug)]
pub enum Found<'s> {
    /// A page to be rendered.
    Page(&'s Page),
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
    /// Whether the sources as they are now could be published.
    pub fn is_good(&self) -> bool {
        self.trouble.is_none() && !self.messages.iter().any(Diagnostic::is_error)
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
    if let Some(file) = proof.statics.iter().find(|file| file.path == path) {
        return Found::Static(file);
    }
    if let Some((_, bytes)) = proof.assets().into_iter().find(|(name, _)| name == path) {
        return Found::Asset(bytes);
    }
    let folder = format!("{path}/");
    if page(&folder).is_some() { Found::Folder(folder) } else { Found::Nothing }
}
