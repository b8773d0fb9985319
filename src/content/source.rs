use std::path::PathBuf;
use std::sync::Arc;

use super::Filed;
use crate::model::EntryKind;

/// What a file of the site folder is, by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourceKind {
    /// `dateline.yaml`
    Settings,
    /// Under `content/articles/`.
    Article,
    /// Under `content/notes/`.
    Note,
    /// In `content/corrections/`.
    Correction,
    /// Under `content/briefings/`.
    Briefing,
    /// In `content/topics/`.
    Topic,
    /// In `content/pages/`.
    Page,
    /// In `editions/`: an edition as it was released.
    Lock,
    /// One of the five files in `content/registry/`.
    Registry(EntryKind),
}

impl SourceKind {
    /// The kind of a path relative to the site folder, if content of ours stands there.
    pub fn of(path: &str) -> Option<Self> {
        if path == "dateline.yaml" {
            return Some(Self::Settings);
        }
        if let Some(name) = path.strip_prefix("editions/") {
            return (!name.contains('/') && name.ends_with(".lock")).then_some(Self::Lock);
        }
        let (folder, rest) = path.strip_prefix("content/")?.split_once('/')?;
        if folder == "registry" {
            let name = rest.strip_suffix(".yaml")?;
            let kinds = EntryKind::ALL.into_iter().filter(|kind| *kind != EntryKind::Topic);
            return kinds.into_iter().find(|kind| kind.folder() == name).map(Self::Registry);
        }
        rest.strip_suffix(".md")?;
        match folder {
            "articles" => Some(Self::Article),
            "notes" => Some(Self::Note),
            "briefings" => Some(Self::Briefing),
            "corrections" if !rest.contains('/') => Some(Self::Correction),
            "topics" if !rest.contains('/') => Some(Self::Topic),
            "pages" if !rest.contains('/') => Some(Self::Page),
            _ => None,
        }
    }
}

/// A file of the site folder with its text: UTF-8, no byte order mark, lines ending in LF.
#[derive(Debug, Clone)]
pub struct Source {
    /// Relative to the site folder, with forward slashes.
    pub path: Arc<str>,
    /// What it is.
    pub kind: SourceKind,
    /// Its text.
    pub text: Arc<str>,
}

/// A file under `static/`, copied as it is.
#[derive(Debug, Clone)]
pub struct StaticFile {
    /// Relative to `static/`, with forward slashes; the address on the site.
    pub path: String,
    /// Where it is on the disk.
    pub file: PathBuf,
    /// Where that really is, once links are followed; nothing where it could not be told.
    pub(super) real: Option<PathBuf>,
    /// Its size in bytes.
    pub size: u64,
}

/// A template of the site, which replaces the built-in one of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFile {
    /// Relative to `templates/`.
    pub name: String,
    /// Its text.
    pub text: Arc<str>,
}

/// Content, registry and settings, sorted by path. A copy shares all that has not changed since.
pub type Sources = imbl::Vector<Filed>;

/// Everything that a build reads.
#[derive(Debug, Clone, Default)]
pub struct SiteFiles {
    /// Content, registry and settings, sorted by path.
    pub sources: Sources,
    /// Files to copy, sorted by path.
    pub statics: Arc<Vec<StaticFile>>,
    /// The site's own templates, sorted by name.
    pub templates: Vec<TemplateFile>,
    /// Whether some of the files are links: what changes is then not always told under its name.
    pub has_links: bool,
    /// Whether there is a folder `content/` at all.
    pub has_content: bool,
}

impl SiteFiles {
    /// The file of a path from the site folder.
    pub fn source(&self, path: &str) -> Option<Source> {
        self.filed(path).map(Filed::open)
    }

    /// The same as it is kept.
    pub fn filed(&self, path: &str) -> Option<&Filed> {
        let at = self.sources.binary_search_by(|source| (*source.path).cmp(path)).ok()?;
        self.sources.get(at)
    }
}
