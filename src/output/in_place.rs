//! The way into an output that cannot be exchanged: a mounted volume, or a folder in a lower layer of
//! a container. Files are brought in one by one, each whole, and what leads to others after them: a
//! reader who comes by in the middle meets old pages and new ones, and no link into nothing.
//!
//! A journal in the output says what is under way. It is there from before the first file until after
//! the last, and the next run goes on with it ([`go_on`]); where the staging folder is lost as well,
//! the next build knows by it which files are ours.

use std::cmp::Reverse;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::manifest::{JOURNAL, MANIFEST, PART};
use super::previous::Previous;
use super::{Manifest, OutputError, Target, error::Doing as _, path, swap};

/// Goes on where a killed run stopped, if what it was bringing in is still there.
pub(super) fn go_on(target: &Target, keep: &[String]) -> Result<(), OutputError> {
    let (place, staging) = (target.place(), target.staging());
    let read = |path: &Path| match target.disk().read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        done => done.map(Some).doing("read", || target.name(path)),
    };
    let Some(journal) = read(&place.join(JOURNAL))? else { return Ok(()) };
    if read(&staging.join(MANIFEST))? != Some(journal) {
        return Ok(());
    }
    let output = Previous::read(target, keep)?;
    output.audit(target, keep)?;
    output.under_way().map_or(Ok(()), |next| bring_in(target, &output, next, keep))
}

/// Whether something was being brought in, as far as can be seen.
pub(super) fn is_begun(target: &Target) -> bool {
    target.disk().exists(&target.place().join(JOURNAL)).unwrap_or(true)
}

/// Makes the output what the staging folder is, file by file. What is kept there is not touched.
pub(super) fn bring_in(
    target: &Target,
    output: &Previous,
    next: &Manifest,
    keep: &[String],
) -> Result<(), OutputError> {
    let (place, staging) = (target.place(), target.staging());
    let way = Way { disk: &**target.disk(), output, next, place: &place, staging: &staging, keep };
    way.go().map_err(|(path, error)| OutputError::Io {
        doing: "bring in",
        path: target.name(&path),
        error,
    })
}

/// What went wrong, and at which path.
type Done = Result<(), (PathBuf, io::Error)>;

struct Way<'a> {
    disk: &'a dyn Disk,
    output: &'a Previous,
    next: &'a Manifest,
    place: &'a Path,
    staging: &'a Path,
    keep: &'a [String],
}

impl Way<'_> {
    fn go(&self) -> Done {
        self.bring(MANIFEST, JOURNAL)?;
        self.settle()?;
        let mut files: Vec<&String> = self.next.files.keys().collect();
        files.sort_by_key(|path| rank(path));
        for path in files {
            if !self.next.files.get(path).is_some_and(|entry| self.output.has(path, entry)) {
                self.make_way(path).map_err(|error| (self.place.join(path), error))?;
                self.bring(path, path)?;
            }
        }
        for path in self.output.files().filter(|path| !self.next.files.contains_key(*path)) {
            self.remove(path).map_err(|error| (self.place.join(path), error))?;
        }
        self.tidy("").map_err(|error| (self.place.to_owned(), error))?;
        self.settle()?;
        self.bring(MANIFEST, MANIFEST)?;
        self.remove(JOURNAL).map_err(|error| (self.place.join(JOURNAL), error))?;
        self.settle()
    }

    fn settle(&self) -> Done {
        self.disk.settle(self.place).map_err(|error| (self.place.to_owned(), error))
    }

    /// Copies a file beside its place and gives it its name: readers never see half of it.
    fn bring(&self, from: &str, to: &str) -> Done {
        let (part, to) = (self.place.join(PART), self.place.join(to));
        let bring = || {
            swap::remove(self.disk, &part)?;
            self.disk.copy(&self.staging.join(from), &part)?;
            self.disk.rename(&part, &to)
        };
        bring().map_err(|error| (to.clone(), error))
    }

    /// Makes the folders of a file. A page may become a folder, and a folder a page.
    fn make_way(&self, path: &str) -> io::Result<()> {
        let folders: Vec<&str> = path::folders(path).collect();
        for folder in folders.into_iter().rev() {
            let folder = self.place.join(folder);
            match self.disk.look(&folder) {
                Ok(found) if found.is_dir() => continue,
                Ok(_) => self.disk.remove_file(&folder)?,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
            self.disk.make(&folder)?;
        }
        match self.disk.look(&self.place.join(path)) {
            Ok(found) if found.is_dir() => swap::remove(self.disk, &self.place.join(path)),
            _ => Ok(()),
        }
    }

    /// It may be gone already, or its folder may have become a page.
    fn remove(&self, path: &str) -> io::Result<()> {
        match self.disk.remove_file(&self.place.join(path)) {
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound
                        | io::ErrorKind::NotADirectory
                        | io::ErrorKind::IsADirectory
                ) =>
            {
                Ok(())
            }
            done => done,
        }
    }

    /// Removes folders in which nothing stands any more.
    fn tidy(&self, folder: &str) -> io::Result<()> {
        for found in self.disk.list(&self.output.file(folder))? {
            let Ok(name) = found.file_name().into_string() else { continue };
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            if !found.file_type()?.is_dir() || self.keep.contains(&path) {
                continue;
            }
            self.tidy(&path)?;
            match self.disk.remove_folder(&found.path()) {
                Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {}
                done => done?,
            }
        }
        Ok(())
    }
}

/// What is led to comes before what leads there: pictures and styles, then pages from the deepest to
/// the home page, then feeds and the list of all pages.
fn rank(path: &str) -> (u8, Reverse<usize>) {
    let kind = match path.rsplit_once('.') {
        Some((_, "html")) => 1,
        Some((_, "xml")) => 2,
        _ => 0,
    };
    (kind, Reverse(path.matches('/').count()))
}
