//! What an output folder holds beyond the files of its manifest. Folders are read side by side:
//! opening each is most of what a build costs in which nothing changed.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, DirEntry};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{MANIFEST, Manifest, path};

/// What file browsers leave behind in every folder that they show. Nobody misses it.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// What is in an output folder and not in its manifest.
#[derive(Debug, Default)]
pub(super) struct Audit {
    /// Files and links, in no order.
    pub(super) foreign: Vec<PathBuf>,
    /// Whether there are folders that hold none of our files. Nothing is lost with them.
    pub(super) stray: bool,
}

impl Audit {
    /// Reads the whole tree under `place`.
    pub(super) fn of(place: &Path, manifest: &Manifest) -> io::Result<Self> {
        let files = manifest.files.keys();
        let folders = files.flat_map(|file| path::folders(file)).collect();
        Ours { place, manifest, folders }.audit("")
    }

    fn and(mut self, other: Self) -> Self {
        self.foreign.extend(other.foreign);
        self.stray |= other.stray;
        self
    }
}

struct Ours<'a> {
    place: &'a Path,
    manifest: &'a Manifest,
    folders: HashSet<&'a str>,
}

impl Ours<'_> {
    fn audit(&self, folder: &str) -> io::Result<Audit> {
        let mut audit = Audit::default();
        let mut below = Vec::new();
        for found in fs::read_dir(self.place.join(folder))? {
            let found = found?;
            match (self.path(folder, &found), found.file_type()?.is_dir()) {
                (Some(path), true) if self.folders.contains(path.as_str()) => below.push(path),
                // Nothing of ours can be in it, so whatever file is in it is foreign.
                (_, true) => {
                    audit.stray = true;
                    foreign(&found.path(), &mut audit.foreign)?;
                }
                (Some(path), false) if self.has(&path) => {}
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

    fn has(&self, path: &str) -> bool {
        path == MANIFEST || self.manifest.files.contains_key(path)
    }
}

/// All files under a folder that is not ours.
fn foreign(folder: &Path, to: &mut Vec<PathBuf>) -> io::Result<()> {
    for found in fs::read_dir(folder)? {
        let found = found?;
        if found.file_type()?.is_dir() {
            foreign(&found.path(), to)?;
        } else if !is_litter(&found.file_name()) {
            to.push(found.path());
        }
    }
    Ok(())
}

/// Whether a folder holds nothing that anybody would miss.
pub(super) fn is_empty(folder: &Path) -> io::Result<bool> {
    for found in fs::read_dir(folder)? {
        if !is_litter(&found?.file_name()) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_litter(name: &OsStr) -> bool {
    LITTER.iter().any(|litter| name == *litter)
}
