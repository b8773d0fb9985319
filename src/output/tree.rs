//! The tree of files that is being made. Creating files and folders is what a cold build costs, so
//! each is created once, and straight where it belongs.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::path;

/// A new tree of files, filled from many threads.
#[derive(Debug)]
pub(super) struct Tree {
    root: PathBuf,
    /// Folders that exist already, relative to the root.
    made: Mutex<HashSet<String>>,
}

impl Tree {
    /// Makes the empty folder that the tree grows in.
    pub(super) fn begin(root: PathBuf) -> io::Result<Self> {
        fs::create_dir(&root)?;
        Ok(Self { root, made: Mutex::default() })
    }

    /// Creates a file, which must not be there yet, and has it filled.
    pub(super) fn create<T>(
        &self,
        path: &str,
        fill: impl FnOnce(&mut File) -> io::Result<T>,
    ) -> io::Result<T> {
        self.make_parent(path)?;
        fill(&mut File::create_new(self.root.join(path))?)
    }

    /// Takes a file over from elsewhere with its bytes and its modification time.
    pub(super) fn take_over(&self, path: &str, from: &Path) -> io::Result<()> {
        self.make_parent(path)?;
        let to = self.root.join(path);
        // Some file systems know no hard links, some folders are mounts, and some systems allow
        // links only to one's own files: in each case a copy does as well.
        fs::hard_link(from, &to).or_else(|_| copy_with_time(from, &to))
    }

    fn make_parent(&self, path: &str) -> io::Result<()> {
        path::parent(path).map_or(Ok(()), |folder| self.make(folder))
    }

    fn make(&self, folder: &str) -> io::Result<()> {
        if self.made().contains(folder) {
            return Ok(());
        }
        self.make_parent(folder)?;
        match fs::create_dir(self.root.join(folder)) {
            // Another thread was faster; or it is a file, which creating one in it will say.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            done => done?,
        }
        self.made().insert(folder.into());
        Ok(())
    }

    /// A thread that panicked between two calls leaves a set that is still true.
    fn made(&self) -> MutexGuard<'_, HashSet<String>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(super) fn copy_with_time(from: &Path, to: &Path) -> io::Result<()> {
    let (mut from, mut to) = (File::open(from)?, File::create_new(to)?);
    io::copy(&mut from, &mut to)?;
    to.set_modified(from.metadata()?.modified()?)
}
