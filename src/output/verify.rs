//! Whether a copy of an output is the one that was published, file by file.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use super::error::Doing as _;
use super::{Entry, MANIFEST, Manifest, OutputError};

/// What a copy is, compared with its manifest.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many files the manifest lists.
    pub files: usize,
    /// Files that are listed and not there.
    pub missing: Vec<String>,
    /// Files that hold something else.
    pub changed: Vec<String>,
    /// Files, links and the like that are not listed.
    pub foreign: Vec<String>,
}

impl Verified {
    /// Whether it is what was published, and nothing else.
    pub fn is_sound(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && self.foreign.is_empty()
    }
}

/// Reads every file of a copy and compares it with the manifest that lies in it. What a site is to keep
/// (`keep`) is not ours to judge.
pub fn verify(folder: &Path, keep: &[String]) -> Result<Verified, OutputError> {
    let name = |path: &Path| path.display().to_string();
    let file = folder.join(MANIFEST);
    let text = fs::read_to_string(&file).doing("read", || name(&file))?;
    let manifest = Manifest::parse(&text).map_err(|why| OutputError::NotOurs {
        path: name(folder),
        problem: format!("its `{MANIFEST}` cannot be read ({why})"),
    })?;
    let found = found(folder, keep)?;
    let listed: Vec<_> =
        manifest.files.par_iter().map(|(path, entry)| (path, look(folder, path, entry))).collect();
    let mut verified = Verified { files: manifest.files.len(), ..Verified::default() };
    for (path, state) in listed {
        match state.doing("read", || name(&folder.join(path)))? {
            State::Same => {}
            State::Missing => verified.missing.push(path.clone()),
            State::Changed => verified.changed.push(path.clone()),
        }
    }
    verified.foreign =
        found.into_iter().filter(|path| !manifest.files.contains_key(path)).collect();
    Ok(verified)
}

enum State {
    Same,
    Missing,
    Changed,
}

fn look(folder: &Path, path: &str, entry: &Entry) -> io::Result<State> {
    let file = folder.join(path);
    match fs::symlink_metadata(&file) {
        Err(error)
            if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
        {
            return Ok(State::Missing);
        }
        found
            if !found.as_ref().is_ok_and(|found| found.is_file() && found.len() == entry.size) =>
        {
            return found.map(|_| State::Changed);
        }
        _ => {}
    }
    let same = Entry::pour(File::open(&file)?, io::sink())? == *entry;
    Ok(if same { State::Same } else { State::Changed })
}

/// Everything that is no folder, but for the manifest and what is kept.
fn found(folder: &Path, keep: &[String]) -> Result<BTreeSet<String>, OutputError> {
    let mut found = BTreeSet::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(io::Error::from);
        let entry = entry.doing("read", || folder.display().to_string())?;
        let Ok(path) = entry.path().strip_prefix(folder) else { continue };
        let path = path.to_string_lossy().replace('\\', "/");
        let kept = keep.iter().any(|kept| {
            path == *kept
                || path.strip_prefix(kept.as_str()).is_some_and(|rest| rest.starts_with('/'))
        });
        if !entry.file_type().is_dir() && path != MANIFEST && !kept {
            found.insert(path);
        }
    }
    Ok(found)
}
