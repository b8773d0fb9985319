use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::read::{Folder, ReadError, load, relative};
use super::{SourceKind, wanted};
use crate::base::Checked;

impl Folder {
    /// Reads again after these files (full paths) may have changed, and says whether there was
    /// anything new. A known file that is still a plain one is read alone; whatever else may have
    /// happened leads to a look at the whole folder.
    pub fn read_again(&mut self, changed: &[PathBuf]) -> Result<bool, ReadError> {
        let mut any = false;
        for file in changed {
            match self.take(file) {
                Some(new) => any |= new,
                None => {
                    let root = self.root.clone();
                    *self = Self::read(&root)?;
                    return Ok(true);
                }
            }
        }
        Ok(any)
    }

    /// Takes one file again, and says whether it is new; `None` where that is not so simple.
    fn take(&mut self, file: &Path) -> Option<bool> {
        let path = relative(&self.root, file)?;
        let top = path.split('/').next().unwrap_or_default();
        let ours = ["content", "static", "templates", "dateline.yaml"].contains(&top);
        if !ours || !path.split('/').all(wanted) {
            return Some(false);
        }
        let Ok(meta) = file.symlink_metadata() else {
            // A file that came and went before we looked is nothing; one that we knew is gone.
            return if self.knows(&path) { None } else { Some(false) };
        };
        if !meta.is_file() || self.complaints.iter().any(|said| *said.place.path == *path) {
            return None;
        }
        let sources = &mut self.files.sources;
        if let Ok(at) = sources.binary_search_by(|source| (*source.path).cmp(&path)) {
            let source = &mut sources[at];
            return replace(&mut source.text, &source.path, file, source.kind);
        }
        if let Some(name) = path.strip_prefix("templates/") {
            let template = self.files.templates.iter_mut().find(|known| known.name == name)?;
            return replace(&mut template.text, &Arc::from(path.as_str()), file, SourceKind::Page);
        }
        let name = path.strip_prefix("static/")?;
        let known = self.files.statics.iter_mut().find(|known| known.path == name)?;
        known.size = meta.len();
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

/// Puts a file's text in the place of the one that was read before, where it reads well.
fn replace(text: &mut Arc<str>, path: &Arc<str>, file: &Path, kind: SourceKind) -> Option<bool> {
    let Ok(Checked { value: Some(new), complaints }) = load(path, file, kind) else { return None };
    if !complaints.is_empty() {
        return None;
    }
    let differs = *text != new.text;
    if differs {
        *text = new.text;
    }
    Some(differs)
}
