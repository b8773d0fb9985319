use std::path::PathBuf;
use std::sync::Arc;

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
    /// Under `content/briefings/`.
    Briefing,
    /// In `content/topics/`.
    Topic,
    /// In `content/pages/`.
    Page,
    /// One of the five files in `content/registry/`.
    Registry(EntryKind),
}

impl SourceKind {
    /// The kind of a path relative to the site folder, if content of ours stands there.
    pub fn of(path: &str) -> Option<Self> {
        if path == "dateline.yaml" {
            return Some(Self::Settings);
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
    /// Its text, shared with whoever remembers what was made of it.
    pub text: Arc<str>,
}

/// A file under `static/`, copied as it is.
#[derive(Debug, Clone)]
pub struct StaticFile {
    /// Relative to `static/`, with forward slashes; the address on the site.
    pub path: String,
    /// Where it is on the disk.
    pub file: PathBuf,
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

/// Everything that a build reads.
#[derive(Debug, Clone, Default)]
pub struct SiteFiles {
    /// Content, registry and settings, sorted by path.
    pub sources: Vec<Source>,
    /// Files to copy, sorted by path.
    pub statics: Vec<StaticFile>,
    /// The site's own templates, sorted by name.
    pub templates: Vec<TemplateFile>,
}
