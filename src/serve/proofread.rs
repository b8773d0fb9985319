//! Looks at what no run of the preview looks at, since a page is drawn when it is asked for: whether
//! every page can be drawn and every file be published. It begins when the folder is at rest and
//! stops at the next change.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use tokio::sync::watch;

use super::keeper::tell_news;
use super::snapshot::Snapshot;
use super::{Say, Word};
use crate::base::Diagnostic;
use crate::content::Look;
use crate::model::codes;
use crate::pages::Route;
use crate::pipeline::{Proof, gathered};

/// The page that an editor looks at is drawn within this time.
const BREATH: Duration = Duration::from_millis(60);
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
    pub fn begin(root: PathBuf, sender: watch::Sender<Arc<Snapshot>>, say: Arc<Say>) -> Self {
        let (snapshots, receiver) = channel();
        let latest = Arc::new(AtomicU64::new(0));
        let files = Files::default();
        let mut desk = Reading {
            root,
            sender,
            say,
            latest: Arc::clone(&latest),
            files,
            routes: BTreeSet::new(),
        };
        std::thread::spawn(move || desk.keep_reading(&receiver));
        Self { snapshots, latest }
    }

    /// A new snapshot is there.
    pub fn take(&self, snapshot: &Arc<Snapshot>) {
        self.latest.store(snapshot.number, Ordering::Relaxed);
        // Without a thread that takes it, the preview is ending.
        let _ = self.snapshots.send(Arc::clone(snapshot));
    }
}

/// What is kept from round to round.
struct Reading {
    root: PathBuf,
    sender: watch::Sender<Arc<Snapshot>>,
    say: Arc<Say>,
    latest: Arc<AtomicU64>,
    files: Files,
    /// Pages on which something was wrong.
    routes: BTreeSet<Route>,
}

/// So many of them are remembered.
const REMEMBERED: usize = 20;

impl Reading {
    /// What is likeliest to be wrong is looked at with each snapshot; everything, when nothing else
    /// happens.
    fn keep_reading(&mut self, snapshots: &Receiver<Arc<Snapshot>>) {
        let mut next = snapshots.recv().ok();
        while let Some(mut snapshot) = next {
            // Whoever waits for the changed page comes first.
            while let Ok(newer) = snapshots.recv_timeout(BREATH) {
                snapshot = newer;
            }
            let number = snapshot.number;
            let snapshot = self.glance(snapshot);
            next = match snapshots.recv_timeout(REST) {
                Ok(newer) => Some(newer),
                Err(RecvTimeoutError::Timeout) => {
                    self.read(&snapshot, number);
                    snapshots.recv().ok()
                }
                Err(RecvTimeoutError::Disconnected) => None,
            };
        }
    }

    /// A proof that stays while the sources are broken was looked at before.
    fn is_known(snapshot: &Snapshot, proof: &Arc<Proof>) -> bool {
        let known = |sound: &Arc<Proof>| Arc::ptr_eq(sound, proof);
        !proof.may_fail() || snapshot.sound.as_ref().is_some_and(known)
    }

    fn glance(&mut self, snapshot: Arc<Snapshot>) -> Arc<Snapshot> {
        let Some(proof) = &snapshot.proof else { return snapshot };
        let found = match Self::is_known(&snapshot, proof) {
            true => Vec::new(),
            false => proof.likely_faults(&self.routes),
        };
        let pictures = snapshot.faults.iter().filter(|fault| fault.code == codes::BAD_IMAGE);
        let pictures: Vec<Diagnostic> = pictures.cloned().collect();
        let faults: Vec<_> = self.remember(found).into_iter().chain(pictures).collect();
        let unread = snapshot.unread.clone();
        self.tell(&snapshot, |next| {
            // Where nothing was found, the page before is hardly ever asked for: it is let go.
            let before = next.before.take().filter(|_| !faults.is_empty());
            (next.faults, next.unread, next.before) = (faults, unread, before);
        })
    }

    fn read(&mut self, snapshot: &Arc<Snapshot>, number: u64) {
        let Some(proof) = &snapshot.proof else { return };
        let go_on = || self.latest.load(Ordering::Relaxed) == number;
        let found = match Self::is_known(snapshot, proof) {
            true => Some(Vec::new()),
            false => proof.faults(go_on),
        };
        let Some(found) = found else { return };
        let sound = found.is_empty();
        let mut faults = self.remember(found);
        let unread = self.files.look(&self.root, proof, &mut faults);
        self.tell(snapshot, |next| {
            (next.faults, next.unread, next.tried) = (faults, unread, true);
            if sound {
                next.sound.clone_from(&next.proof);
            }
        });
    }

    fn remember(&mut self, found: Vec<(Route, Diagnostic)>) -> Vec<Diagnostic> {
        // A page that was mended may be spoilt again by the next save of the same template.
        self.routes.extend(found.iter().map(|(route, _)| route.clone()).take(REMEMBERED));
        while self.routes.len() > REMEMBERED {
            self.routes.pop_first();
        }
        gathered(found.into_iter().map(|(_, fault)| fault))
    }

    /// Puts what was found into the snapshot of the moment, unless another has come: what was found
    /// is of this one alone.
    fn tell(&self, snapshot: &Arc<Snapshot>, found: impl FnOnce(&mut Snapshot)) -> Arc<Snapshot> {
        let mut next = Snapshot::clone(snapshot);
        found(&mut next);
        let same = next.faults == snapshot.faults && next.unread == snapshot.unread;
        next.number += u64::from(!same);
        let next = Arc::new(next);
        let mut told = false;
        self.sender.send_if_modified(|current| {
            told = Arc::ptr_eq(current, snapshot);
            if told {
                *current = Arc::clone(&next);
            }
            told && !same
        });
        if !told {
            return Arc::clone(snapshot);
        }
        tell_news(snapshot, &next, &*self.say);
        if next.unread != snapshot.unread {
            next.unread.iter().for_each(|(_, words)| (self.say)(&Word::Remark(words)));
        }
        next
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
                file.opens().map(|()| proof.picture_fault(file)).map_err(|e| e.to_string())
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
