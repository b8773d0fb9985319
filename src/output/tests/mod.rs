//! The output folder as a reader or a killed run would find it.

mod copy;
mod crash;
mod gif;
mod in_place;
mod jpeg;
mod keep;
mod lock;
mod manifest;
mod pdf;
mod picture;
mod png;
mod refuse;
mod stage;
mod svg;
mod sweep;
mod target;
mod webp;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::{Entry, MANIFEST, Manifest, OutputError, Receipt, Stage, Target, origin};

/// What a folder holds: paths to bytes, and folders as paths with a slash.
type Files = BTreeMap<String, Vec<u8>>;

/// A site folder that has nothing but an output.
struct Site {
    folder: TempDir,
}

impl Site {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    /// In memory, where there is such a folder: waiting for a disk thousands of times takes minutes.
    fn in_memory() -> Self {
        let folder = TempDir::new_in("/dev/shm").or_else(|_| TempDir::new());
        Self { folder: folder.unwrap() }
    }

    /// A site that was built once.
    fn built(files: &[(&str, &str)]) -> Self {
        let site = Self::new();
        site.build(files).unwrap();
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn target(&self) -> Target {
        Target::check(self.folder.path(), Path::new("public")).unwrap()
    }

    fn begin(&self) -> Result<Stage, OutputError> {
        Stage::begin(&self.target(), &[])
    }

    fn build(&self, files: &[(&str, &str)]) -> Result<Receipt, OutputError> {
        let stage = self.begin()?;
        for (path, text) in files {
            stage.write(path, text.as_bytes())?;
        }
        stage.finish()
    }

    fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The output without its manifest.
    fn output(&self) -> Files {
        let mut files = tree(&self.path("public"));
        files.remove(MANIFEST);
        files
    }

    /// What stands in the site folder itself, and beside the output.
    fn beside(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> =
            names.map(|found| found.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// Writes the manifest of the files that stand in a folder.
    fn sign(&self, folder: &str) {
        let files = tree(&self.path(folder)).into_iter();
        let files = files.filter(|(path, _)| !path.ends_with('/') && path != MANIFEST);
        let files = files.map(|(path, bytes)| (path, Entry::of(&bytes))).collect();
        self.put(
            &format!("{folder}/{MANIFEST}"),
            Manifest { files, ..Manifest::default() }.to_string(),
        );
    }
}

fn tree(folder: &Path) -> Files {
    let mut files = Files::new();
    for found in fs::read_dir(folder).unwrap() {
        let found = found.unwrap();
        let name = found.file_name().into_string().unwrap();
        if found.file_type().unwrap().is_dir() {
            let below = tree(&found.path()).into_iter();
            files.extend(below.map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
            files.insert(format!("{name}/"), Vec::new());
        } else if found.file_type().unwrap().is_symlink() {
            let to = fs::read_link(found.path()).unwrap();
            files.insert(name, to.into_os_string().into_encoded_bytes());
        } else {
            files.insert(name, fs::read(found.path()).unwrap());
        }
    }
    files
}

fn files(list: &[(&str, &str)]) -> Files {
    list.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// A time long ago, which no file system rounds.
fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000)
}

fn set_time(path: &Path, time: SystemTime) {
    File::open(path).unwrap().set_modified(time).unwrap();
}

fn time(path: &Path) -> SystemTime {
    fs::metadata(path).unwrap().modified().unwrap()
}
