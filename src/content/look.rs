use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

/// How the files of a site folder look from outside: for folders of which the system tells nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    files: BTreeMap<PathBuf, Outside>,
}

/// What changes with a file's bytes, whoever writes them: its size, its times and which file it is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Outside {
    size: u64,
    written: Option<SystemTime>,
    /// A file put in the place of another, or with its old time kept, is another file, or was
    /// changed later than it says.
    identity: (u64, i64, i64),
}

impl Look {
    /// Looks at the settings and at everything in these folders of a site.
    pub fn of(root: &Path, folders: &[&str]) -> Self {
        let starts = folders.iter().map(|folder| root.join(folder));
        let entries = starts.chain([root.join("dateline.yaml")]).flat_map(WalkDir::new);
        let entries = entries.filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
        let outside = |entry: walkdir::DirEntry| {
            let meta = entry.metadata().ok()?;
            let written = meta.modified().ok();
            let outside = Outside { size: meta.len(), written, identity: identity(&meta) };
            Some((entry.into_path(), outside))
        };
        Self { files: entries.filter_map(outside).collect() }
    }

    /// The files that came, went or changed since an earlier look.
    pub fn since(&self, before: &Self) -> BTreeSet<PathBuf> {
        let changed = self.files.iter().filter(|(path, now)| before.files.get(*path) != Some(now));
        let gone = before.files.keys().filter(|path| !self.files.contains_key(*path));
        changed.map(|(path, _)| path).chain(gone).cloned().collect()
    }
}

#[cfg(unix)]
fn identity(meta: &std::fs::Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (meta.ino(), meta.ctime(), meta.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &std::fs::Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}
