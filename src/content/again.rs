use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::read::{Folder, ReadError, load, relative};
use super::{Source, SourceKind, wanted};
use crate::base::Checked;

impl Folder {
    /// Reads again after these files (full paths) may have changed, and says whether there was
    /// anything new. A plain file is read, taken in or left out alone; whatever else may have
    /// happened leads to a look at the whole folder.
    pub fn read_again(&mut self, changed: &[PathBuf]) -> Result<bool, ReadError> {
        // Where a link leads to is told under that file's own name, or under that of a hidden one.
        if self.files.has_links && !changed.is_empty() {
            self.read_anew()?;
            return Ok(true);
        }
        let mut any = false;
        for file in changed {
            match self.take(file) {
                Some(new) => any |= new,
                None => {
                    self.read_anew()?;
                    return Ok(true);
                }
            }
        }
        Ok(any)
    }

    /// Reads the whole folder again. A text that is the same stays the one that others share.
    pub fn read_anew(&mut self) -> Result<(), ReadError> {
        let mut new = Self::read_as(&self.root, self.packs)?;
        let mut known = std::mem::take(&mut self.files).sources.into_iter().peekable();
        for source in new.files.sources.iter_mut() {
            while known.next_if(|known| *known.path < *source.path).is_some() {}
            if let Some(known) = known.next_if(|known| known.path == source.path)
                && known.text().is(source.text())
            {
                *source = known;
            }
        }
        *self = new;
        Ok(())
    }

    /// Takes one file again, and says whether it is new; `None` where that is not so simple.
    fn take(&mut self, file: &Path) -> Option<bool> {
        let path = relative(&self.root, file)?;
        let top = path.split('/').next().unwrap_or_default();
        let ours = ["content", "editions", "static", "templates", "dateline.yaml"].contains(&top);
        if !ours || !path.split('/').all(wanted) {
            return Some(false);
        }
        let at = self.files.sources.binary_search_by(|source| (*source.path).cmp(&path));
        let meta = match file.symlink_metadata() {
            Ok(meta) => Some(meta),
            Err(error) if is_gone(&error) => None,
            // A refusal of the system is no removal: the whole look says what it is.
            Err(_) => return None,
        };
        let Some(meta) = meta else {
            // A file that came and went before we looked is nothing; one that we knew is gone.
            return match at {
                Ok(at) => {
                    self.files.sources.remove(at).path.starts_with("content/").then_some(true)
                }
                // A message prints no control characters, so that such a name is not known by it.
                Err(_) if self.knows(&path) || path.contains(char::is_control) => None,
                Err(_) => Some(false),
            };
        };
        // A link that came anew, and a folder, need the whole look.
        if !meta.is_file() || self.complaints.iter().any(|said| *said.place.path == *path) {
            return None;
        }
        match (at, SourceKind::of(&path)) {
            (Ok(at), _) => {
                let known = self.files.sources.get(at)?;
                let new = self.filing()(read_well(&known.path, file, known.kind)?);
                let differs = !known.text().is(new.text());
                if differs {
                    self.files.sources.set(at, new);
                }
                return Some(differs);
            }
            (Err(at), Some(kind)) => {
                let new = read_well(&Arc::from(path), file, kind)?;
                self.files.sources.insert(at, self.filing()(new));
                return Some(true);
            }
            (Err(_), None) => {}
        }
        if let Some(name) = path.strip_prefix("templates/") {
            let template = self.files.templates.iter_mut().find(|known| known.name == name)?;
            let new = read_well(&Arc::from(path.as_str()), file, SourceKind::Page)?;
            let differs = template.text != new.text;
            template.text = new.text;
            return Some(differs);
        }
        let name = path.strip_prefix("static/")?;
        let at = self.files.statics.iter().position(|known| known.path == name)?;
        Arc::make_mut(&mut self.files.statics)[at].size = meta.len();
        Some(true)
    }

    /// Whether something that was read stood in this place, or in a folder of this name.
    fn knows(&self, path: &str) -> bool {
        let below = |known: &str, folder: &str| {
            let rest = path.strip_prefix(folder).and_then(|path| known.strip_prefix(path));
            path == folder.trim_end_matches('/')
                || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        self.files.sources.iter().any(|source| below(&source.path, ""))
            || self.files.statics.iter().any(|file| below(&file.path, "static/"))
            || self.files.templates.iter().any(|file| below(&file.name, "templates/"))
            || self.complaints.iter().any(|complaint| below(&complaint.place.path, ""))
    }
}

fn is_gone(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// A file that reads well.
fn read_well(path: &Arc<str>, file: &Path, kind: SourceKind) -> Option<Source> {
    let Ok(Checked { value, complaints }) = load(path, file, kind) else { return None };
    value.filter(|_| complaints.is_empty())
}
