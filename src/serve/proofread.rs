//! Looks at what no run of the preview looks at, since a page is drawn when it is asked for: whether
//! every page can be drawn and every file be published. It begins when the folder is at rest and
//! stops at the next change.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use tokio::sync::watch;

use super::Word;
use super::snapshot::Snapshot;
use crate::base::Diagnostic;
use crate::content::Look;
use crate::pipeline::{Proof, picture_fault};

/// Who types pauses longer than this only to think.
const REST: Duration = Duration::from_millis(400);

/// Takes each new snapshot; of several, the last is looked at.
#[derive(Debug)]
pub struct Proofreader {
    snapshots: Sender<Arc<Snapshot>>,
    latest: Arc<AtomicU64>,
}

impl Proofreader {
    /// Begins, in a thread of its own, which ends with the preview.
    pub fn begin(
        root: PathBuf,
        sender: watch::Sender<Arc<Snapshot>>,
        say: Arc<dyn Fn(&Word<'_>) + Send + Sync>,
    ) -> Self {
        let (snapshots, receiver) = channel();
        let latest = Arc::new(AtomicU64::new(0));
        let mut desk = Reading { root, latest: Arc::clone(&latest), files: Files::default() };
        std::thread::spawn(move || {
            while let Some(snapshot) = at_rest(&receiver) {
                desk.read(&snapshot, &sender, &*say);
            }
        });
        Self { snapshots, latest }
    }

    /// A new snapshot is there.
    pub fn take(&self, snapshot: &Arc<Snapshot>) {
        self.latest.store(snapshot.number, Ordering::Relaxed);
        // Without a thread that takes it, the preview is ending.
        let _ = self.snapshots.send(Arc::clone(snapshot));
    }
}

/// The last snapshot, once no other has come for a while.
fn at_rest(receiver: &Receiver<Arc<Snapshot>>) -> Option<Arc<Snapshot>> {
    let mut snapshot = receiver.recv().ok()?;
    loop {
        match receiver.recv_timeout(REST) {
            Ok(newer) => snapshot = newer,
            Err(RecvTimeoutError::Timeout) => return Some(snapshot),
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

/// What is found in one round, and what is kept from round to round.
struct Reading {
    root: PathBuf,
    latest: Arc<AtomicU64>,
    files: Files,
}

impl Reading {
    fn read(
        &mut self,
        snapshot: &Arc<Snapshot>,
        sender: &watch::Sender<Arc<Snapshot>>,
        say: &dyn Fn(&Word<'_>),
    ) {
        let Some(proof) = &snapshot.proof else { return };
        let go_on = || self.latest.load(Ordering::Relaxed) == snapshot.number;
        // A proof that stays while the sources are broken was looked at before.
        let known = snapshot.sound.as_ref().is_some_and(|sound| Arc::ptr_eq(sound, proof));
        let faults = match proof.may_fail() && !known {
            true => proof.faults(go_on),
            false => Some(Vec::new()),
        };
        let Some(mut faults) = faults else { return };
        let sound = faults.is_empty();
        let unread = self.files.look(&self.root, proof, &mut faults);
        let mut news = None;
        sender.send_if_modified(|current| {
            // What was found is of this snapshot alone.
            if !Arc::ptr_eq(current, snapshot) {
                return false;
            }
            let mut next = Snapshot::clone(snapshot);
            if sound {
                next.sound.clone_from(&next.proof);
            }
            let same = next.faults == faults && next.unread == unread;
            next.number += u64::from(!same);
            (next.faults, next.unread) = (faults, unread);
            let next = Arc::new(next);
            news = (!same).then(|| Arc::clone(&next));
            *current = next;
            !same
        });
        let Some(next) = news else { return };
        let said: Vec<Diagnostic> = next.said().cloned().collect();
        say(&Word::Messages(&said));
        next.unread.iter().for_each(|(_, words)| say(&Word::Remark(words)));
    }
}

/// What is wrong with the files that are copied, each opened again only when it has changed.
#[derive(Debug, Default)]
struct Files {
    look: Look,
    faults: HashMap<PathBuf, Result<Option<Diagnostic>, String>>,
}

impl Files {
    /// Adds what is wrong with pictures, and says which file cannot be read.
    fn look(
        &mut self,
        root: &Path,
        proof: &Proof,
        faults: &mut Vec<Diagnostic>,
    ) -> Option<(String, String)> {
        let look = Look::of(root, &["static"]);
        for file in look.since(&self.look) {
            self.faults.remove(&file);
        }
        self.look = look;
        let mut unread = None;
        for file in proof.statics.iter() {
            let known = self.faults.entry(file.file.clone()).or_insert_with(|| {
                file.opens().map(|()| picture_fault(file)).map_err(|e| e.to_string())
            });
            match known {
                Ok(fault) => faults.extend(fault.clone()),
                Err(words) => {
                    let path = format!("static/{}", file.path);
                    let words = format!("{path}: cannot be read: {words}");
                    unread = unread.or(Some((path, words)));
                }
            }
        }
        unread
    }
}
