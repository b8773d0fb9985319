//! One run: a new output is laid beside the old one, and takes its place when it is whole.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::mem;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::error::Doing as _;
use super::lock::Lock;
use super::media::{self, Format};
use super::previous::Previous;
use super::tree::Tree;
use super::{
    Entry, MANIFEST, Manifest, OutputError, Receipt, Target, in_place, keep, origin, path, swap,
};

/// A new output in the making. Dropped before [`Stage::finish`], it leaves the old one untouched and
/// nothing beside it.
#[derive(Debug)]
pub struct Stage {
    target: Target,
    /// What is not ours and stays.
    keep: Vec<String>,
    previous: Previous,
    tree: Tree,
    files: Mutex<BTreeMap<String, Laid>>,
    /// Of files that are made of others: what they are made of.
    made: Mutex<BTreeMap<String, [u8; 32]>>,
    /// Folders stand in the old output that hold nothing of ours, or a journal does.
    stray: bool,
    /// A file failed: what is laid so far is not the site, and must never become it.
    spoilt: AtomicBool,
    /// Last, so that it is let go after everything else is cleared.
    _lock: Lock,
}

/// One file of the new output.
#[derive(Debug, Clone, Copy)]
struct Laid {
    entry: Entry,
    /// The old file holds the same, and is taken over only if there is a new output at all.
    kept: bool,
}

impl Stage {
    /// Takes the lock, clears what a killed run left, and looks at the old output. Refuses a folder
    /// that Dateline did not make, or that holds files which it did not put there or not so; files and
    /// folders in `keep`, by their paths in the output, may stand there and stay.
    pub fn begin(target: &Target, keep: &[String]) -> Result<Self, OutputError> {
        let disk = target.disk();
        disk.make_all(target.parent()).doing("make", || target.name(target.parent()))?;
        let lock = Lock::take(target)?;
        swap::recover(target, keep)?;
        let previous = Previous::read(target, keep)?;
        let stray = previous.audit(target, keep)? || previous.under_way().is_some();
        let staging = target.staging();
        let tree = Tree::begin(Arc::clone(disk), staging.clone());
        let tree = tree.doing("make", || target.name(&staging))?;
        Ok(Self {
            target: target.clone(),
            keep: keep.to_vec(),
            previous,
            tree,
            files: Mutex::default(),
            made: Mutex::default(),
            stray,
            spoilt: AtomicBool::new(false),
            _lock: lock,
        })
    }

    /// Lays a file of these bytes. The path is relative to the output, with `/`. Each path can be
    /// laid once; any number of threads may lay files at a time.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        self.or_spoil(self.lay_bytes(path, bytes))
    }

    /// Lays a file from the disk: a picture without its metadata, anything else byte for byte.
    /// With `as_is` even a document that tells who made it.
    pub fn copy(&self, path: &str, from: &Path, as_is: bool) -> Result<(), OutputError> {
        let format = Format::of_name(&from.to_string_lossy()).or_else(|| Format::of_name(path));
        let laid = match format {
            Some(format) if !as_is => self.lay_picture(path, from, format),
            _ => self.lay_copy(path, from),
        };
        self.or_spoil(laid)
    }

    /// Lays a file that is made of another, or takes over the old one where it was made of the same.
    /// The recipe is everything besides the other's bytes that the new bytes depend on.
    pub fn make(
        &self,
        path: &str,
        from: &Path,
        recipe: &str,
        make: impl FnOnce(&[u8]) -> Result<Vec<u8>, String>,
    ) -> Result<(), OutputError> {
        self.or_spoil(self.lay_made(path, from, recipe, make))
    }

    /// Puts the new output in the place of the old one. Where nothing changed at all, the old one
    /// stands as it is, with the times of its folders.
    pub fn finish(self) -> Result<Receipt, OutputError> {
        if self.spoilt.load(Ordering::Relaxed) {
            let error = io::Error::other("one of its files could not be written");
            return Err(error).doing("finish", || self.target.name(&self.target.place()));
        }
        let (manifest, kept) = self.laid();
        keep::refuse_clash(&manifest, &self.keep)?;
        let receipt = Receipt::new(self.previous.manifest(), &manifest, kept.len());
        let same = kept.len() == manifest.files.len() && manifest == *self.previous.manifest();
        if same && self.previous.exists() && !self.stray {
            return Ok(receipt);
        }
        kept.par_iter().try_for_each(|path| self.take_over(path))?;
        self.lay_manifest(&manifest)?;
        self.put(&manifest)?;
        Ok(receipt)
    }

    /// Puts the staging folder, which is whole, in the place of the output.
    fn put(&self, manifest: &Manifest) -> Result<(), OutputError> {
        let (disk, place, staging) =
            (&**self.target.disk(), self.target.place(), self.target.staging());
        let name = || self.target.name(&place);
        // After a power cut, too, the output is the old site or the new one.
        disk.settle(&staging).doing("write to the disk", || self.target.name(&staging))?;
        // Somebody may have put a file there while we were at work.
        self.previous.audit(&self.target, &self.keep)?;
        keep::take_over(disk, &place, &staging, &self.keep).doing("keep what stays of", name)?;
        if swap::swap(&self.target)? {
            keep::rescue(disk, &staging, &place, &self.keep).doing("keep what stays of", name)?;
        } else {
            in_place::bring_in(&self.target, &self.previous, manifest, &self.keep)?;
        }
        swap::remove(disk, &staging)
            .doing("remove the old site (the new one is in its place) from", || {
                self.target.name(&staging)
            })
    }

    fn lay_bytes(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        path::check(path)?;
        let entry = Entry::of(bytes);
        let kept = self.previous.has(path, &entry);
        if !kept {
            let created = self.tree.create(path, |file| file.write_all(bytes));
            created.map_err(|error| self.failed(path, error))?;
        }
        self.record(path, Laid { entry, kept })
    }

    fn lay_picture(&self, path: &str, from: &Path, format: Format) -> Result<(), OutputError> {
        let source = || self.target.name(from);
        let wrong = |message| OutputError::Image { path: source(), message };
        let clean = media::strip(&source(), format, &self.picture(from)?).map_err(wrong)?;
        self.lay_bytes(path, &clean)
    }

    fn picture(&self, from: &Path) -> Result<Vec<u8>, OutputError> {
        let source = || self.target.name(from);
        let file = open_file(from).doing("read", source)?;
        let mut bytes = Vec::new();
        file.take(media::LARGEST + 1).read_to_end(&mut bytes).doing("read", source)?;
        Ok(bytes)
    }

    fn lay_made(
        &self,
        path: &str,
        from: &Path,
        recipe: &str,
        make: impl FnOnce(&[u8]) -> Result<Vec<u8>, String>,
    ) -> Result<(), OutputError> {
        path::check(path)?;
        let bytes = self.picture(from)?;
        let of = origin(recipe, &bytes);
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(path.into(), of);
        let old = self.previous.manifest();
        if let Some(entry) = old.files.get(path).filter(|_| old.made.get(path) == Some(&of))
            && self.previous.has(path, entry)
        {
            return self.record(path, Laid { entry: *entry, kept: true });
        }
        let wrong = |message| OutputError::Image { path: self.target.name(from), message };
        self.lay_bytes(path, &make(&bytes).map_err(wrong)?)
    }

    /// Static files can be as large as videos, so they are never held in memory.
    fn lay_copy(&self, path: &str, from: &Path) -> Result<(), OutputError> {
        path::check(path)?;
        let source = || self.target.name(from);
        let mut file = open_file(from).doing("read", source)?;
        let size = file.metadata().doing("read", source)?.len();
        // Hashing it first pays only where the old file can be the same.
        if self.previous.manifest().files.get(path).is_some_and(|old| old.size == size) {
            let entry = Entry::pour(&file, io::sink()).doing("read", source)?;
            if self.previous.has(path, &entry) {
                return self.record(path, Laid { entry, kept: true });
            }
            file.rewind().doing("read", source)?;
        }
        let created = self.tree.create(path, |to| Entry::pour(&file, to));
        let entry = created.map_err(|error| self.failed(path, error))?;
        self.record(path, Laid { entry, kept: false })
    }

    fn record(&self, path: &str, laid: Laid) -> Result<(), OutputError> {
        // A thread that panicked holding this spoils nothing: one insert is all that happens in it.
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        match files.insert(path.into(), laid) {
            None => Ok(()),
            Some(_) => Err(clash(path)),
        }
    }

    /// All files that were laid, and the paths of those that the old output holds already.
    fn laid(&self) -> (Manifest, Vec<String>) {
        let files = mem::take(&mut *self.files.lock().unwrap_or_else(PoisonError::into_inner));
        let kept = files.iter().filter(|(_, laid)| laid.kept).map(|(path, _)| path.clone());
        let kept = kept.collect();
        let entries = files.into_iter().map(|(path, laid)| (path, laid.entry));
        let made = mem::take(&mut *self.made.lock().unwrap_or_else(PoisonError::into_inner));
        (Manifest { files: entries.collect(), made }, kept)
    }

    fn take_over(&self, path: &str) -> Result<(), OutputError> {
        let from = self.previous.file(path);
        self.tree.take_over(path, &from).map_err(|error| self.failed(path, error))
    }

    /// The manifest comes last, so that its time tells which files were touched later.
    fn lay_manifest(&self, manifest: &Manifest) -> Result<(), OutputError> {
        let text = manifest.to_string();
        let created = self.tree.create(MANIFEST, |file| {
            file.write_all(text.as_bytes())?;
            file.settle()
        });
        created.map_err(|error| self.failed(MANIFEST, error))
    }

    fn failed(&self, path: &str, error: io::Error) -> OutputError {
        match error.kind() {
            io::ErrorKind::AlreadyExists
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::IsADirectory => clash(path),
            _ => OutputError::Io { doing: "write", path: self.target.name_in(path), error },
        }
    }

    fn or_spoil(&self, laid: Result<(), OutputError>) -> Result<(), OutputError> {
        if laid.is_err() {
            self.spoilt.store(true, Ordering::Relaxed);
        }
        laid
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // After a finish there is nothing there any more. What cannot be removed now, the next run
        // removes; what it is to go on bringing in stays.
        if in_place::is_begun(&self.target) {
            return;
        }
        let _ = swap::remove(&**self.target.disk(), &self.target.staging());
    }
}

/// Two files of one path, or a file where another needs a folder.
fn clash(path: &str) -> OutputError {
    OutputError::Path { path: path.into(), problem: "is wanted by two files" }
}

/// Opening a pipe would wait for ever.
fn open_file(path: &Path) -> io::Result<File> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    File::open(path)
}
