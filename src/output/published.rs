//! The output as it stands, to be looked at.

use std::fs;
use std::path::Path;

use super::error::Doing as _;
use super::previous::Previous;
use super::{Manifest, OutputError, Target};

/// What was published last: a folder, or only the list of its files.
#[derive(Debug)]
pub struct Published {
    manifest: Manifest,
    folder: Option<Previous>,
}

impl Published {
    /// Of an output folder. Where none stands yet, nothing was published.
    pub fn of(target: &Target) -> Result<Self, OutputError> {
        let folder = Previous::read(target, &[])?;
        Ok(Self { manifest: folder.manifest().clone(), folder: Some(folder) })
    }

    /// Of a manifest that was kept somewhere.
    pub fn of_manifest(file: &Path) -> Result<Self, OutputError> {
        let name = || file.display().to_string();
        let text = fs::read_to_string(file).doing("read", name)?;
        let manifest = Manifest::parse(&text).map_err(|why| OutputError::NotOurs {
            path: name(),
            problem: format!("it is no manifest ({why})"),
        })?;
        Ok(Self { manifest, folder: None })
    }

    /// The files and what each holds.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The text of a file; nothing where only the manifest is at hand, or the file is no text any more.
    pub fn text(&self, path: &str) -> Option<String> {
        let folder = self.folder.as_ref()?;
        fs::read(folder.file(path)).ok().and_then(|bytes| String::from_utf8(bytes).ok())
    }
}
