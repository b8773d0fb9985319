//! Which folder may be an output: one that can be replaced whole without taking anything else along.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::{env, fs, io};

use super::disk::{Disk, Machine};
use super::{OutputError, error::Doing as _};

/// Folders of a site that hold what people wrote.
const KEPT: [&str; 5] = ["content", "static", "templates", "private", "editions"];

/// Where home folders stand, each directly under one of these.
const HOMES: [&str; 2] = ["/home", "/Users"];

const HELP: &str = "name a folder that holds nothing else, such as `--output public`";

/// An output folder that passed the checks; it need not exist yet.
#[derive(Debug, Clone)]
pub struct Target {
    root: PathBuf,
    parent: PathBuf,
    name: OsString,
    disk: Arc<dyn Disk>,
}

impl Target {
    /// Checks an output folder, which may be relative to the site folder `root`. Refused are the
    /// site itself and what lies above it, the folders that people write in, home folders, files
    /// and symbolic links.
    pub fn check(root: &Path, output: &Path) -> Result<Self, OutputError> {
        let shown = || output.display().to_string();
        let root = fs::canonicalize(root).doing("read", || root.display().to_string())?;
        let place = resolve(&root.join(output)).doing("read the output folder", shown)?;
        if place.parent().is_none() {
            return Err(refused(output, "is the top of the disk"));
        }
        refuse_site(&root, &place, output)?;
        if is_home(&place) {
            return Err(refused(output, "is a home folder"));
        }
        let target = Self::at(root, place).ok_or_else(|| refused(output, "has no name"))?;
        target.refuse_kind(output)?;
        Ok(target)
    }

    fn at(root: PathBuf, place: PathBuf) -> Option<Self> {
        let name = place.file_name()?.to_owned();
        let parent = place.parent()?.to_owned();
        Some(Self { root, parent, name, disk: Arc::new(Machine) })
    }

    fn refuse_kind(&self, output: &Path) -> Result<(), OutputError> {
        let bytes = self.name.as_encoded_bytes();
        if [".dateline-new", ".dateline-old", ".dateline-lock"]
            .iter()
            .any(|ending| bytes.ends_with(ending.as_bytes()))
        {
            return Err(refused(output, "has a name that Dateline keeps for its own work"));
        }
        match fs::symlink_metadata(self.place()) {
            Ok(found) if found.is_symlink() => Err(refused(output, "is a symbolic link")),
            Ok(found) if found.is_dir() => Ok(()),
            Ok(_) => Err(refused(output, "is a file")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error).doing("read the output folder", || self.name(&self.place())),
        }
    }

    /// The output folder.
    pub fn place(&self) -> PathBuf {
        self.parent.join(&self.name)
    }

    /// How the output is reached.
    pub(super) fn disk(&self) -> &Arc<dyn Disk> {
        &self.disk
    }

    /// The same target on a disk that fails.
    #[cfg(test)]
    pub(super) fn on(self, disk: Arc<dyn Disk>) -> Self {
        Self { disk, ..self }
    }

    /// The folder that holds it, and our work beside it.
    pub(super) fn parent(&self) -> &Path {
        &self.parent
    }

    /// The staging folder. Whatever stands there is ours and can go.
    pub(super) fn staging(&self) -> PathBuf {
        self.beside("new")
    }

    /// Where a whole old output stands between two renames.
    pub(super) fn old(&self) -> PathBuf {
        self.beside("old")
    }

    pub(super) fn lock(&self) -> PathBuf {
        self.beside("lock")
    }

    fn beside(&self, what: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(format!(".dateline-{what}"));
        self.parent.join(name)
    }

    /// A path for a message: relative to the site, where it lies in it.
    pub(super) fn name(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).display().to_string()
    }

    /// A file of the output for a message: `public/2011/index.html`.
    pub(super) fn name_in(&self, path: &str) -> String {
        self.name(&self.place().join(path))
    }
}

fn refuse_site(root: &Path, place: &Path, output: &Path) -> Result<(), OutputError> {
    if place == root {
        return Err(refused(output, "is the site folder itself"));
    }
    if root.starts_with(place) {
        return Err(refused(output, "holds the site folder"));
    }
    for kept in KEPT {
        let folder = root.join(kept);
        // The folder may be a link to where it really is.
        let real = fs::canonicalize(&folder).unwrap_or_else(|_| folder.clone());
        if place.starts_with(&folder) || place.starts_with(&real) || real.starts_with(place) {
            let message = format!("`{}` would overwrite {kept}/", output.display());
            return Err(OutputError::Usage { message, help: HELP.into() });
        }
    }
    Ok(())
}

fn is_home(place: &Path) -> bool {
    let own = env::home_dir().and_then(|home| fs::canonicalize(home).ok());
    own.as_deref() == Some(place)
        || place == Path::new("/root")
        || HOMES.iter().any(|homes| place.parent() == Some(Path::new(homes)))
}

fn refused(output: &Path, problem: &str) -> OutputError {
    let message = format!("the output `{}` {problem}", output.display());
    OutputError::Usage { message, help: HELP.into() }
}

/// The path without links and dots above its last part, which itself is not followed: it may be a
/// link, and it need not exist, nor need the folders above it.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => Ok(resolve_folder(parent)?.join(name)),
        // `/`, or a path that ends in `..`.
        _ => fs::canonicalize(path),
    }
}

fn resolve_folder(folder: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        done => return done,
    }
    match (folder.parent(), folder.components().next_back()) {
        (Some(parent), Some(Component::Normal(name))) => Ok(resolve_folder(parent)?.join(name)),
        _ => Err(io::Error::other("it goes up from a folder that does not exist")),
    }
}
