//! Keeps the snapshot up with the folder.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::watch::Sender;

use super::proofread::Proofreader;
use super::snapshot::Snapshot;
use super::watch::{Change, Watch};
use super::{Say, Word, slashes};
use crate::base::{Clock, Diagnostic};
use crate::content::{Folder, ReadError};
use crate::desk::Audience;
use crate::pipeline::{Memo, Options, Proof, proof_of};

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
    /// Reads the clock, where it was not set for good.
    pub now: Option<fn() -> Clock>,
    /// When something is published or expires by the clock alone.
    pub due: Option<Timestamp>,
}

impl Sources {
    /// What the next snapshot shows. One that could not be published keeps the pages of the one
    /// before.
    pub fn snapshot(&mut self, before: &Snapshot, changed: Vec<String>) -> Snapshot {
        // The clock moves on only when it matters: all that is known is known of a time.
        let now = self.now.map(|now| now());
        self.options.clock = match now {
            Some(now) if self.due.is_some_and(|due| due <= now.0) => now,
            _ => self.options.clock,
        };
        let proof = proof_of(&self.folder, &self.options, self.audience, &mut self.memo);
        let messages = proof.complaints.clone();
        let good = !proof.has_errors();
        self.due = proof.desk.next_moment();
        let settings = Arc::clone(&proof.settings);
        Snapshot {
            settings,
            proof: if good { Some(Arc::new(proof)) } else { before.proof.clone() },
            messages,
            changed,
            ..Snapshot::default()
        }
    }

    /// How long until something is due by the clock.
    pub fn wait(&self) -> Option<Duration> {
        let (due, now) = (self.due?, (self.now?)());
        let left = due.duration_since(now.0);
        // The system may wake us a little early.
        Some(Duration::try_from(left).unwrap_or_default() + Duration::from_millis(20))
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

/// What a build would say, too.
const GONE: &str = "the folder content/ is gone; the pages are as they were before";

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
        watch.wake(self.sources.wait());
        while let Some(change) = watch.next() {
            if watch.polling != polling {
                polling.clone_from(&watch.polling);
                let again = "the site is watched again";
                (self.say)(&Word::Remark(polling.as_deref().unwrap_or(again)));
            }
            let changed = names(&change, &root);
            match self.read(change, changed) {
                Ok(None) => {}
                Ok(Some(next)) => {
                    pause = PAUSE;
                    watch.try_again(None);
                    watch.wake(self.sources.wait());
                    self.show(next);
                }
                Err(error) => {
                    watch.try_again(Some(pause));
                    pause = (pause * 2).min(LONGEST_PAUSE);
                    self.refused(error);
                }
            }
        }
    }

    /// Reads what changed; nothing where it is the same as before.
    fn read(
        &mut self,
        mut change: Change,
        changed: Vec<String>,
    ) -> Result<Option<Snapshot>, String> {
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
                Ok(true) if self.is_gone(&before) => return Err(GONE.to_owned()),
                Ok(true) => return Ok(Some(self.sources.snapshot(&before, changed))),
                Err(error) if tries == 0 => return Err(error.to_string()),
                Err(_) => std::thread::sleep(Duration::from_millis(20)),
            }
            change = Change::Everything;
        }
    }

    /// A site without content is refused by a build, but where nothing was written yet.
    fn is_gone(&self, before: &Snapshot) -> bool {
        let had = |proof: &Arc<Proof>| !proof.desk.cards.is_empty();
        !self.sources.folder.files.has_content && before.proof.as_ref().is_some_and(had)
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
        let before = Arc::clone(&self.sender.borrow());
        self.sender.send_modify(|current| *current = Arc::new(next.after(current)));
        let shown = Arc::clone(&self.sender.borrow());
        tell_news(&before, &shown, &*self.say);
        self.proofreader.take(&shown);
    }
}

/// Tells what was not said of the snapshot before. Where a message stands is no news.
pub fn tell_news(before: &Snapshot, shown: &Snapshot, say: &dyn Fn(&Word<'_>)) {
    let known: HashSet<(&str, &str, &str)> = before.said().map(gist).collect();
    let news = shown.said().filter(|message| !known.contains(&gist(message)));
    let news: Vec<Diagnostic> = news.cloned().collect();
    if !news.is_empty() {
        say(&Word::Messages(&news));
    }
    let bad = |one: &Snapshot| one.refusal().is_some() || one.said().any(Diagnostic::is_error);
    if bad(before) && !bad(shown) {
        say(&Word::Remark("mended: the pages are as the files are now"));
    }
}

fn gist(message: &Diagnostic) -> (&str, &str, &str) {
    (message.code.0, &message.place.path, &message.message)
}

/// The changed files' paths from the site folder.
fn names(change: &Change, root: &Path) -> Vec<String> {
    let Change::Files(files) = change else { return Vec::new() };
    files.iter().filter_map(|file| file.strip_prefix(root).ok()).map(slashes).collect()
}

#[cfg(test)]
#[path = "tests/keeper.rs"]
mod tests;
