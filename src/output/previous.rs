//! The output as the last run left it: what it holds, which of its files can stay, and what in it
//! is not ours.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::audit::{Audit, is_empty};
use super::{Entry, MANIFEST, Manifest, OutputError, Target, error::Doing as _};

/// More than ten million files; a manifest beyond this is no manifest.
const LARGEST_MANIFEST: u64 = 1 << 30;

/// How many foreign files a message names.
const NAMED: usize = 5;

/// The old output.
#[derive(Debug)]
pub(super) struct Previous {
    place: PathBuf,
    /// When the manifest was written: after all the files. Nothing, where there was no output.
    finished: Option<SystemTime>,
    manifest: Manifest,
}

impl Previous {
    /// Reads what stands there. Refused is a folder that holds something and no manifest of ours.
    pub(super) fn read(target: &Target) -> Result<Self, OutputError> {
        let place = target.place();
        let empty = Self { place: place.clone(), finished: None, manifest: Manifest::default() };
        if !is_folder(target, &place)? {
            return Ok(empty);
        }
        let path = place.join(MANIFEST);
        let found = match fs::symlink_metadata(&path) {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return match is_empty(&place).doing("read", || target.name(&place))? {
                    true => Ok(empty),
                    false => Err(not_ours(target, format!("it holds no `{MANIFEST}`"))),
                };
            }
            Err(error) => return Err(error).doing("read", || target.name(&path)),
        };
        let manifest = read_manifest(target, &path, &found)?;
        let finished = found.modified().doing("read", || target.name(&path))?;
        Ok(Self { place, finished: Some(finished), manifest })
    }

    pub(super) fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Whether a finished output stands there, even one of no files.
    pub(super) fn exists(&self) -> bool {
        self.finished.is_some()
    }

    /// Whether the file of this path holds these bytes already, as far as one look at its size and
    /// times can tell: reading it would cost as much as writing it. A file that was touched after
    /// the manifest was written has been changed by hand.
    pub(super) fn has(&self, path: &str, entry: &Entry) -> bool {
        self.manifest.files.get(path) == Some(entry)
            && fs::symlink_metadata(self.place.join(path)).is_ok_and(|found| {
                found.is_file()
                    && found.len() == entry.size
                    && found.modified().ok() <= self.finished
            })
    }

    /// Where the file of a path stands.
    pub(super) fn file(&self, path: &str) -> PathBuf {
        self.place.join(path)
    }

    /// Looks for what is not ours. Says whether folders stand there that hold none of our files;
    /// they are not worth an error, and a new output will not have them.
    pub(super) fn audit(&self, target: &Target) -> Result<bool, OutputError> {
        if !is_folder(target, &self.place)? {
            return Ok(false);
        }
        let audit = Audit::of(&self.place, &self.manifest);
        let audit = audit.doing("read all of", || target.name(&self.place))?;
        if !audit.foreign.is_empty() {
            return Err(refuse(target, audit.foreign));
        }
        Ok(audit.stray)
    }
}

fn refuse(target: &Target, mut foreign: Vec<PathBuf>) -> OutputError {
    foreign.sort();
    let more = foreign.len().saturating_sub(NAMED);
    let paths = foreign.iter().take(NAMED).map(|path| target.name(path)).collect();
    OutputError::Foreign { paths, more }
}

fn is_folder(target: &Target, place: &Path) -> Result<bool, OutputError> {
    match fs::symlink_metadata(place) {
        Ok(found) if found.is_dir() => Ok(true),
        // It was none when the target was checked: somebody is at work there.
        Ok(_) => Err(not_ours(target, "it is not a folder any more".into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error).doing("read", || target.name(place)),
    }
}

fn read_manifest(target: &Target, path: &Path, found: &Metadata) -> Result<Manifest, OutputError> {
    let broken = |problem: &str| not_ours(target, format!("its `{MANIFEST}` {problem}"));
    if !found.is_file() || found.len() > LARGEST_MANIFEST {
        return Err(broken("is not one that Dateline writes"));
    }
    let bytes = fs::read(path).doing("read", || target.name(path))?;
    let text = std::str::from_utf8(&bytes).map_err(|_| broken("is not text"))?;
    Manifest::parse(text).map_err(|why| broken(&format!("cannot be read ({why})")))
}

fn not_ours(target: &Target, problem: String) -> OutputError {
    OutputError::NotOurs { path: target.name(&target.place()), problem }
}
