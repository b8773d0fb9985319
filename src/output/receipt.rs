//! What a run did to the output, for the summary.

use super::Manifest;

/// What a finished run did. The manifest itself is counted nowhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receipt {
    /// Files that are new, or hold something else than before.
    pub written: usize,
    /// Files that were left as they are, with their modification time.
    pub unchanged: usize,
    /// Files of the old output that the new one does not have.
    pub removed: usize,
    /// The size of the whole output, in bytes.
    pub bytes: u64,
    /// The files counted in `removed`, sorted.
    pub removed_paths: Vec<String>,
}

impl Receipt {
    /// Compares two outputs; `unchanged` is the one thing that they do not tell, because a file
    /// that somebody deleted by hand is written again.
    pub(super) fn new(old: &Manifest, new: &Manifest, unchanged: usize) -> Self {
        let gone = |path: &&String| !new.files.contains_key(*path);
        let removed_paths: Vec<String> = old.files.keys().filter(gone).cloned().collect();
        Self {
            written: new.files.len() - unchanged,
            unchanged,
            removed: removed_paths.len(),
            bytes: new.files.values().map(|entry| entry.size).sum(),
            removed_paths,
        }
    }
}
