//! The tree of files that is being made. Creating files and folders is what a cold build costs, so
//! each is created once, and straight where it belongs.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::disk::{Disk, Filling};
use super::path;

/// A new tree of files, filled from many threads.
#[derive(Debug)]
pub(super) struct Tree {
    disk: Arc<dyn Disk>,
    root: PathBuf,
    /// Folders that exist already, relative to the root.
    made: Mutex<HashSet<String>>,
}

impl Tree {
    /// Makes the empty folder that the tree grows in.
    pub(super) fn begin(disk: Arc<dyn Disk>, root: PathBuf) -> io::Result<Self> {
        disk.make(&root)?;
        Ok(Self { disk, root, made: Mutex::default() })
    }

    /// Creates a file, which must not be there yet, and has it filled.
    pub(super) fn create<T>(
        &self,
        path: &str,
        fill: impl FnOnce(&mut Filling<'_>) -> io::Result<T>,
    ) -> io::Result<T> {
        self.make_parent(path)?;
        fill(&mut self.disk.create(&self.root.join(path))?)
    }

    /// Takes a file over from elsewhere with its bytes and its modification time.
    pub(super) fn take_over(&self, path: &str, from: &Path) -> io::Result<()> {
        self.make_parent(path)?;
        let to = self.root.join(path);
        // Some file systems know no hard links, some folders are mounts, and some systems allow
        // links only to one's own files: in each case a copy does as well.
        self.disk.link(from, &to).or_else(|_| self.disk.copy(from, &to))
    }

    fn make_parent(&self, path: &str) -> io::Result<()> {
        path::parent(path).map_or(Ok(()), |folder| self.make(folder))
    }

    fn make(&self, folder: &str) -> io::Result<()> {
        if self.made().contains(folder) {
            return Ok(());
        }
        self.make_parent(folder)?;
        match self.disk.make(&self.root.join(folder)) {
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
