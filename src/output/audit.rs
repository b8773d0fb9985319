//! What an output folder holds beyond the files of its manifest, and which of these files are not as
//! they were written. Folders are read side by side: opening each is most of what a build costs in
//! which nothing changed.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::DirEntry;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::Disk;
use super::manifest::{JOURNAL, MANIFEST, PART};
use super::previous::Previous;
use super::{Entry, path};

/// What file browsers leave behind in every folder that they show. Nobody misses it.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// What is in an output folder and should not be.
#[derive(Debug, Default)]
pub(super) struct Audit {
    /// Files and links that are not in its manifest, in no order.
    pub(super) foreign: Vec<PathBuf>,
    /// Files that hold something else than what was written there.
    pub(super) changed: Vec<PathBuf>,
    /// Whether there are folders that hold none of our files. Nothing is lost with them.
    pub(super) stray: bool,
}

impl Audit {
    /// Reads the whole tree of an output, but for what is kept there.
    pub(super) fn of(disk: &dyn Disk, output: &Previous, keep: &[String]) -> io::Result<Self> {
        let folders = output.files().flat_map(|file| path::folders(file)).collect();
        Ours { disk, output, keep, folders }.audit("")
    }

    fn and(mut self, other: Self) -> Self {
        self.foreign.extend(other.foreign);
        self.changed.extend(other.changed);
        self.stray |= other.stray;
        self
    }
}

struct Ours<'a> {
    disk: &'a dyn Disk,
    output: &'a Previous,
    keep: &'a [String],
    folders: HashSet<&'a str>,
}

impl Ours<'_> {
    fn audit(&self, folder: &str) -> io::Result<Audit> {
        let mut audit = Audit::default();
        let mut below = Vec::new();
        for found in self.disk.list(&self.output.file(folder))? {
            match (self.path(folder, &found), found.file_type()?.is_dir()) {
                (Some(path), _) if self.keep.contains(&path) => {}
                (Some(path), true) if self.is_known(&path) => below.push(path),
                // Nothing of ours can be in it, so whatever file is in it is foreign.
                (_, true) => {
                    audit.stray = true;
                    foreign(self.disk, &found.path(), &mut audit.foreign)?;
                }
                (Some(path), false) if [MANIFEST, JOURNAL].contains(&&*path) => {}
                // A run that was killed was bringing in something.
                (Some(path), false) if path == PART => audit.stray = true,
                (Some(path), false) if self.output.knows(&path) => {
                    if self.is_changed(&path, &found)? {
                        audit.changed.push(found.path());
                    }
                }
                _ if is_litter(&found.file_name()) => {}
                _ => audit.foreign.push(found.path()),
            }
        }
        let rest = below.par_iter().map(|folder| self.audit(folder));
        Ok(audit.and(rest.try_reduce(Audit::default, |one, other| Ok(one.and(other)))?))
    }

    /// Relative to the output. One that is not UTF-8 cannot be ours.
    fn path(&self, folder: &str, found: &DirEntry) -> Option<String> {
        let name = found.file_name().into_string().ok()?;
        Some(if folder.is_empty() { name } else { format!("{folder}/{name}") })
    }

    /// Whether a folder holds files of ours, or something that is kept.
    fn is_known(&self, folder: &str) -> bool {
        self.folders.contains(folder)
            || self.keep.iter().any(|kept| path::folders(kept).any(|above| above == folder))
    }

    /// A look at size and time is enough for nearly all; what was touched is read.
    fn is_changed(&self, path: &str, found: &DirEntry) -> io::Result<bool> {
        let data = found.metadata()?;
        if self.output.looks_untouched(path, &data) {
            return Ok(false);
        }
        if !data.is_file() {
            return Ok(true);
        }
        let entry = Entry::pour(self.disk.open(&found.path())?, io::sink())?;
        Ok(!self.output.has_written(path, &entry))
    }
}

/// All files under a folder that is not ours.
fn foreign(disk: &dyn Disk, folder: &Path, to: &mut Vec<PathBuf>) -> io::Result<()> {
    for found in disk.list(folder)? {
        if found.file_type()?.is_dir() {
            foreign(disk, &found.path(), to)?;
        } else if !is_litter(&found.file_name()) {
            to.push(found.path());
        }
    }
    Ok(())
}

/// Whether a folder holds nothing that anybody would miss.
pub(super) fn is_empty(disk: &dyn Disk, folder: &Path, keep: &[String]) -> io::Result<bool> {
    let mut found = disk.list(folder)?.into_iter().map(|found| found.file_name());
    Ok(found.all(|name| is_litter(&name) || keep.iter().any(|kept| name == **kept)))
}

fn is_litter(name: &OsStr) -> bool {
    LITTER.iter().any(|litter| name == *litter)
}
