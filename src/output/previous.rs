//! The output as the last run left it: what it holds, which of its files can stay, and what in it
//! is not ours.

use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::audit::{Audit, is_empty};
use super::disk::Disk;
use super::manifest::{JOURNAL, MANIFEST};
use super::{Entry, Manifest, OutputError, Target, error::Doing as _};

/// More than ten million files; a manifest beyond this is no manifest.
const LARGEST_MANIFEST: u64 = 1 << 30;

/// How many files a message names.
const NAMED: usize = 5;

/// The old output.
#[derive(Debug)]
pub(super) struct Previous {
    disk: Arc<dyn Disk>,
    place: PathBuf,
    /// When the manifest was written: after all the files. Nothing, where there was no output.
    finished: Option<SystemTime>,
    manifest: Manifest,
    /// What a run that was killed was bringing in, file by file.
    under_way: Option<Manifest>,
}

impl Previous {
    /// Reads what stands there. Refused is a folder that holds something and no manifest of ours.
    pub(super) fn read(target: &Target, keep: &[String]) -> Result<Self, OutputError> {
        let (disk, place) = (target.disk(), target.place());
        let mut output = Self {
            disk: Arc::clone(disk),
            place: place.clone(),
            finished: None,
            manifest: Manifest::default(),
            under_way: None,
        };
        if !is_folder(target, &place)? {
            return Ok(output);
        }
        output.under_way = read_manifest(target, JOURNAL)?.map(|(journal, _)| journal);
        match read_manifest(target, MANIFEST)? {
            Some((manifest, finished)) => {
                output.manifest = manifest;
                output.finished = Some(finished);
            }
            None if output.under_way.is_some() => {}
            None => {
                let empty =
                    is_empty(&**disk, &place, keep).doing("read", || target.name(&place))?;
                if !empty {
                    return Err(not_ours(target, format!("it holds no `{MANIFEST}`")));
                }
            }
        }
        Ok(output)
    }

    pub(super) fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// What a killed run was bringing in.
    pub(super) fn under_way(&self) -> Option<&Manifest> {
        self.under_way.as_ref()
    }

    /// All files that may stand there by our doing; some may come twice.
    pub(super) fn files(&self) -> impl Iterator<Item = &String> {
        let under_way = self.under_way.iter().flat_map(|journal| journal.files.keys());
        self.manifest.files.keys().chain(under_way)
    }

    /// Whether a file of this path may stand there by our doing.
    pub(super) fn knows(&self, path: &str) -> bool {
        self.written(path).next().is_some()
    }

    /// Whether these are bytes that we wrote there.
    pub(super) fn has_written(&self, path: &str, entry: &Entry) -> bool {
        self.written(path).any(|written| written == entry)
    }

    fn written(&self, path: &str) -> impl Iterator<Item = &Entry> {
        let under_way = self.under_way.as_ref().and_then(|journal| journal.files.get(path));
        self.manifest.files.get(path).into_iter().chain(under_way)
    }

    /// Whether a finished output stands there, even one of no files.
    pub(super) fn exists(&self) -> bool {
        self.finished.is_some()
    }

    /// Whether the file of this path holds these bytes already, as far as one look at its size and
    /// times can tell: reading it would cost as much as writing it.
    pub(super) fn has(&self, path: &str, entry: &Entry) -> bool {
        self.manifest.files.get(path) == Some(entry)
            && self
                .disk
                .look(&self.file(path))
                .is_ok_and(|found| self.looks_untouched(path, &found))
    }

    /// A file that was touched after the manifest was written may have been changed by hand.
    pub(super) fn looks_untouched(&self, path: &str, found: &Metadata) -> bool {
        self.manifest.files.get(path).is_some_and(|entry| {
            found.is_file() && found.len() == entry.size && found.modified().ok() <= self.finished
        })
    }

    /// Where the file of a path stands.
    pub(super) fn file(&self, path: &str) -> PathBuf {
        if path.is_empty() { self.place.clone() } else { self.place.join(path) }
    }

    /// Looks for what is not ours, or not as we wrote it. Says whether folders stand there that hold
    /// none of our files; they are not worth an error, and a new output will not have them.
    pub(super) fn audit(&self, target: &Target, keep: &[String]) -> Result<bool, OutputError> {
        if !is_folder(target, &self.place)? {
            return Ok(false);
        }
        let audit = Audit::of(&**target.disk(), self, keep);
        let audit = audit.doing("read all of", || target.name(&self.place))?;
        if !audit.foreign.is_empty() {
            let (paths, more) = named(target, audit.foreign);
            return Err(OutputError::Foreign { paths, more });
        }
        if !audit.changed.is_empty() {
            let (paths, more) = named(target, audit.changed);
            return Err(OutputError::Changed { paths, more });
        }
        Ok(audit.stray)
    }
}

fn named(target: &Target, mut found: Vec<PathBuf>) -> (Vec<String>, usize) {
    found.sort();
    let more = found.len().saturating_sub(NAMED);
    (found.iter().take(NAMED).map(|path| target.name(path)).collect(), more)
}

fn is_folder(target: &Target, place: &Path) -> Result<bool, OutputError> {
    match target.disk().look(place) {
        Ok(found) if found.is_dir() => Ok(true),
        // It was none when the target was checked: somebody is at work there.
        Ok(_) => Err(not_ours(target, "it is not a folder any more".into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error).doing("read", || target.name(place)),
    }
}

/// A manifest of this name in the output, and when it was written.
fn read_manifest(
    target: &Target,
    name: &str,
) -> Result<Option<(Manifest, SystemTime)>, OutputError> {
    let broken = |problem: &str| not_ours(target, format!("its `{name}` {problem}"));
    let (disk, path) = (target.disk(), target.place().join(name));
    let said = || target.name(&path);
    let found = match disk.look(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        found => found.doing("read", said)?,
    };
    if !found.is_file() || found.len() > LARGEST_MANIFEST {
        return Err(broken("is not one that Dateline writes"));
    }
    let bytes = disk.read(&path).doing("read", said)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| broken("is not text"))?;
    let manifest =
        Manifest::parse(text).map_err(|why| broken(&format!("cannot be read ({why})")))?;
    Ok(Some((manifest, found.modified().doing("read", said)?)))
}

fn not_ours(target: &Target, problem: String) -> OutputError {
    OutputError::NotOurs { path: target.name(&target.place()), problem }
}
