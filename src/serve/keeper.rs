//! Keeps the snapshot up with the folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch::Sender;

use super::proofread::Proofreader;
use super::snapshot::Snapshot;
use super::watch::{Change, Watch};
use super::{Say, Word, slashes};
use crate::content::{Folder, ReadError};
use crate::desk::Audience;
use crate::pipeline::{Memo, Options, proof_of};

/// The sources as they were read last, and what is known of them.
pub struct Sources {
    /// As it was read last.
    pub folder: Folder,
    /// What earlier runs found out.
    pub memo: Memo,
    /// What a run depends on besides.
    pub options: Options,
    /// Who looks.
    pub audience: Audience,
}

impl Sources {
    /// What the next snapshot shows. One that could not be published keeps the pages of the one
    /// before.
    pub fn snapshot(&mut self, before: &Snapshot, changed: Vec<String>) -> Snapshot {
        let proof = proof_of(&self.folder, &self.options, self.audience, &mut self.memo);
        let messages = proof.complaints.clone();
        let good = !proof.has_errors();
        Snapshot {
            proof: if good { Some(Arc::new(proof)) } else { before.proof.clone() },
            messages,
            changed,
            ..Snapshot::default()
        }
    }

    fn read_again(&mut self, change: &Change) -> Result<bool, ReadError> {
        match change {
            Change::Files(files) => {
                let files: Vec<PathBuf> = files.iter().cloned().collect();
                self.folder.read_again(&files)
            }
            Change::Everything => self.folder.read_anew().map(|()| true),
        }
    }
}

/// After a refusal of the machine the folder is looked at again after this time, then ever less
/// often.
const PAUSE: Duration = Duration::from_secs(1);
/// And at least so often.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Keeps the snapshot up with the folder.
pub struct Keeper {
    /// The sources of the first snapshot.
    pub sources: Sources,
    /// Takes each new snapshot.
    pub sender: Sender<Arc<Snapshot>>,
    /// Looks at what no request asks for.
    pub proofreader: Proofreader,
    /// Tells what there is to say.
    pub say: Arc<Say>,
}

impl Keeper {
    /// Follows the folder for as long as somebody looks at the preview.
    pub fn keep_up(&mut self, mut watch: Watch) {
        let mut pause = PAUSE;
        let root = watch.root().to_owned();
        let mut polling = watch.polling.clone();
        while let Some(change) = watch.next() {
            if watch.polling != polling {
                polling.clone_from(&watch.polling);
                polling.iter().for_each(|why| (self.say)(&Word::Remark(why)));
            }
            let changed = names(&change, &root);
            match self.read(change, changed) {
                Ok(None) => {}
                Ok(Some(next)) => {
                    pause = PAUSE;
                    watch.try_again(None);
                    self.show(next);
                }
                Err(error) => {
                    watch.try_again(Some(pause));
                    pause = (pause * 2).min(LONGEST_PAUSE);
                    self.refused(error.to_string());
                }
            }
        }
    }

    /// Reads what changed; nothing where it is the same as before.
    fn read(
        &mut self,
        mut change: Change,
        changed: Vec<String>,
    ) -> Result<Option<Snapshot>, ReadError> {
        let before = Arc::clone(&self.sender.borrow());
        // A file that was there a moment ago: the next look finds the folder at rest.
        let mut tries = 6;
        if before.trouble.is_some() {
            // What the machine refused may be given now: only the whole look tells.
            (tries, change) = (1, Change::Everything);
        }
        loop {
            tries -= 1;
            match self.sources.read_again(&change) {
                Ok(false) => return Ok(None),
                Ok(true) => return Ok(Some(self.sources.snapshot(&before, changed))),
                Err(error) if tries == 0 => return Err(error),
                Err(_) => std::thread::sleep(Duration::from_millis(20)),
            }
            change = Change::Everything;
        }
    }

    /// Says once what the machine refuses; the pages stay.
    fn refused(&self, trouble: String) {
        let before = Arc::clone(&self.sender.borrow());
        if before.trouble.as_ref() == Some(&trouble) {
            return;
        }
        (self.say)(&Word::Remark(&trouble));
        let trouble = Some(trouble);
        self.show(Snapshot { trouble, changed: Vec::new(), ..(*before).clone() });
    }

    fn show(&self, next: Snapshot) {
        let mut news = false;
        self.sender.send_modify(|current| {
            news = next.messages != current.messages;
            *current = Arc::new(next.after(current));
        });
        let shown = Arc::clone(&self.sender.borrow());
        if news {
            (self.say)(&Word::Messages(&shown.messages));
        }
        self.proofreader.take(&shown);
    }
}

/// The changed files' paths from the site folder.
fn names(change: &Change, root: &Path) -> Vec<String> {
    let Change::Files(files) = change else { return Vec::new() };
    files.iter().filter_map(|file| file.strip_prefix(root).ok()).map(slashes).collect()
}
