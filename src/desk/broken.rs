use std::collections::BTreeSet;

use crate::base::slugify;
use crate::model::EntryKind;

/// What could not be read, by the names that others may use for it: what was said once, where the
/// mistake is, need not be said again wherever it is named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Broken {
    paths: BTreeSet<String>,
    slugs: BTreeSet<String>,
    registries: BTreeSet<EntryKind>,
}

impl Broken {
    /// Adds a content file: its path, and the slug that its name gives.
    pub fn add_file(&mut self, path: &str, slug: &str) {
        self.paths.insert(path.to_owned());
        self.slugs.insert(slugify(slug));
    }

    /// Adds a file of the registry.
    pub fn add_registry(&mut self, kind: EntryKind) {
        self.registries.insert(kind);
    }

    /// Whether a path is that of such a file.
    pub fn has_path(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// Whether a name may mean something in such a file: its slug, or, with a list of the registry
    /// unread, anything.
    pub fn may_mean(&self, name: &str) -> bool {
        !self.registries.is_empty() || self.slugs.contains(&slugify(name))
    }

    /// Whether an entry of a kind may stand in such a file.
    pub fn may_register(&self, kind: EntryKind, name: &str) -> bool {
        self.registries.contains(&kind)
            || (kind == EntryKind::Topic && self.slugs.contains(&slugify(name)))
    }
}
