//! What changed in the site folder, from the system where it tells, by looking where it does not.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind};
use notify::{Config, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::untold::{network_disk, why_polling};
use crate::content::Look;

/// The folders that a site is made of.
const FOLDERS: [&str; 4] = ["content", "editions", "static", "templates"];
/// A program that is still writing is waited for so long, and no longer.
const WRITING: Duration = Duration::from_millis(8);
/// A new folder may be filled before it is watched: it is looked at again after so long.
const FILLING: Duration = Duration::from_millis(150);

/// What may have changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// These files.
    Files(BTreeSet<PathBuf>),
    /// Anything.
    Everything,
}

/// How often a folder is looked at of which the system tells nothing.
const EVERY: Duration = Duration::from_secs(1);
/// Where the system could not tell for once, it is asked again so often.
const WATCH_AGAIN: Duration = Duration::from_secs(5);
/// A file that was seen to change is read again at so many more looks: what was written within the
/// same tick of the disk's clock looks the same from outside.
const UNSETTLED: u8 = 2;

/// Watches a site folder.
pub struct Watch {
    root: PathBuf,
    watcher: Option<Box<dyn Watcher + Send>>,
    events: Receiver<notify::Result<Event>>,
    look_at: Option<Instant>,
    try_again_at: Option<Instant>,
    wake_at: Option<Instant>,
    watch_at: Option<Instant>,
    look: Look,
    unsettled: BTreeMap<PathBuf, u8>,
    /// Why the folder is looked at every second instead of being watched.
    pub polling: Option<String>,
}

impl Watch {
    /// Begins to watch, or to look every second where that was asked for or nothing else helps.
    /// The root must be free of links.
    pub fn begin(root: &Path, poll: bool) -> Self {
        let (sender, events) = channel();
        let asked = poll.then(|| "the site is looked at once a second, as asked".to_owned());
        let mut watch = Self {
            root: root.to_owned(),
            watcher: None,
            events,
            look_at: None,
            try_again_at: None,
            wake_at: None,
            watch_at: None,
            look: Look::default(),
            unsettled: BTreeMap::new(),
            polling: asked.or_else(|| network_disk(root)),
        };
        if watch.polling.is_none() {
            match armed(root, sender) {
                Ok(watcher) => watch.watcher = Some(watcher),
                Err(error) => watch.fall_back(&error),
            }
        }
        if watch.polling.is_some() {
            watch.look = Look::of(root, &FOLDERS);
        }
        watch
    }

    /// Waits for a change: for the first event, and then only for what has come with it. `None`
    /// when there is nothing left that could tell.
    pub fn next(&mut self) -> Option<Change> {
        if self.watcher.is_none() {
            return Some(self.next_look());
        }
        let mut gathered = Gathered::default();
        while gathered.is_empty() {
            match self.wait() {
                Ok(event) => self.take(&mut gathered, event),
                Err(RecvTimeoutError::Timeout) => {
                    (self.look_at, self.try_again_at, self.wake_at) = (None, None, None);
                    return Some(Change::Everything);
                }
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        let latest = Instant::now() + WRITING;
        loop {
            let event = match self.events.try_recv() {
                Ok(event) => event,
                Err(_) if gathered.being_written.is_empty() => break,
                Err(_) => {
                    let left = latest.saturating_duration_since(Instant::now());
                    let Ok(event) = self.events.recv_timeout(left) else { break };
                    event
                }
            };
            self.take(&mut gathered, event);
        }
        if gathered.rearm
            && let Some(watcher) = &mut self.watcher
            && let Err(error) = arm(&mut **watcher, &self.root)
        {
            self.fall_back(&error);
            gathered.everything = true;
        }
        Some(match gathered.everything {
            true => Change::Everything,
            false => Change::Files(gathered.files),
        })
    }

    /// Looks every second until something is not as it was.
    fn next_look(&mut self) -> Change {
        loop {
            std::thread::sleep(EVERY);
            let now = Instant::now();
            let mut again = self.try_again_at.take_if(|at| *at <= now).is_some();
            again |= self.wake_at.take_if(|at| *at <= now).is_some();
            if self.watch_at.is_some_and(|at| at <= now) && self.watch_again() {
                return Change::Everything;
            }
            let look = Look::of(&self.root, &FOLDERS);
            let mut files = look.since(&self.look);
            self.look = look;
            self.unsettled.retain(|_, looks| {
                *looks -= 1;
                *looks > 0
            });
            let seen: Vec<PathBuf> = files.iter().cloned().collect();
            files.extend(self.unsettled.keys().cloned());
            self.unsettled.extend(seen.into_iter().map(|file| (file, UNSETTLED + 1)));
            if again {
                return Change::Everything;
            }
            if !files.is_empty() {
                return Change::Files(files);
            }
        }
    }

    /// Looks from now on, since the system cannot tell everything.
    fn fall_back(&mut self, error: &notify::Error) {
        self.polling = Some(why_polling(error));
        self.watcher = None;
        self.watch_at = Some(Instant::now() + WATCH_AGAIN);
        self.look = Look::of(&self.root, &FOLDERS);
    }

    /// A folder that was away for a moment can be watched again.
    fn watch_again(&mut self) -> bool {
        let (sender, events) = channel();
        match armed(&self.root, sender) {
            Ok(watcher) => {
                (self.watcher, self.events) = (Some(watcher), events);
                (self.polling, self.watch_at) = (None, None);
                true
            }
            Err(_) => {
                self.watch_at = Some(Instant::now() + WATCH_AGAIN);
                false
            }
        }
    }

    /// Looks at everything after a while, even if nothing is told: something is due by the clock.
    pub fn wake(&mut self, after: Option<Duration>) {
        self.wake_at = after.map(|after| Instant::now() + after);
    }

    /// The folder that is watched.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Looks at everything once more after a while, even if nothing is told; or no longer.
    pub fn try_again(&mut self, after: Option<Duration>) {
        self.try_again_at = after.map(|after| Instant::now() + after);
    }

    fn wait(&mut self) -> Result<notify::Result<Event>, RecvTimeoutError> {
        let first = self.look_at.into_iter().chain(self.try_again_at).chain(self.wake_at).min();
        match first {
            None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => self.events.recv_timeout(at.saturating_duration_since(Instant::now())),
        }
    }

    fn take(&mut self, gathered: &mut Gathered, event: notify::Result<Event>) {
        let event = match event {
            Ok(event) => event,
            Err(error) => {
                // A folder that came anew and cannot be watched: what happens in it is never told.
                self.fall_back(&error);
                gathered.everything = true;
                return;
            }
        };
        if event.need_rescan()
            || event.paths.is_empty() && !matches!(event.kind, EventKind::Access(_))
        {
            gathered.everything = true;
            gathered.rearm = true;
            return;
        }
        let closed = AccessKind::Close(AccessMode::Write);
        if matches!(event.kind, EventKind::Access(access) if access != closed) {
            return;
        }
        let folder = event.kind == EventKind::Create(CreateKind::Folder);
        let writing =
            matches!(event.kind, EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Any))
                || event.kind == EventKind::Create(CreateKind::File);
        for path in event.paths {
            // The site's own folder was put away, and another may have come in its place.
            if path == self.root && !matches!(event.kind, EventKind::Access(_)) {
                gathered.everything = true;
                gathered.rearm = true;
                self.look_at = Some(Instant::now() + FILLING);
            }
            if !self.concerns(&path) {
                continue;
            }
            if folder || path.is_dir() {
                self.look_at = Some(Instant::now() + FILLING);
            }
            // A folder of the site that came anew is watched anew.
            gathered.rearm |= FOLDERS.iter().any(|own| path == self.root.join(own));
            match writing {
                true => gathered.being_written.insert(path.clone()),
                false => gathered.being_written.remove(&path),
            };
            gathered.files.insert(path);
        }
    }

    /// Of the site folder itself only the settings and the folders of the site are of interest.
    fn concerns(&self, path: &Path) -> bool {
        let Ok(path) = path.strip_prefix(&self.root) else { return true };
        let first = path.components().next().map(|first| first.as_os_str());
        first.is_some_and(|first| {
            first == "dateline.yaml" || FOLDERS.iter().any(|own| first == *own)
        })
    }
}

/// What has been told since the last look.
#[derive(Debug, Default)]
struct Gathered {
    files: BTreeSet<PathBuf>,
    being_written: BTreeSet<PathBuf>,
    everything: bool,
    rearm: bool,
}

impl Gathered {
    fn is_empty(&self) -> bool {
        !self.everything && self.files.is_empty()
    }
}

fn armed(
    root: &Path,
    sender: Sender<notify::Result<Event>>,
) -> notify::Result<Box<dyn Watcher + Send>> {
    let mut watcher = RecommendedWatcher::new(
        move |event| drop(sender.send(event)),
        Config::default().with_follow_symlinks(false),
    )?;
    arm(&mut watcher, root)?;
    Ok(Box::new(watcher))
}

/// Watches the settings' folder and the folders that are there. Folders rather than files, since
/// editors put new files in the place of old ones.
fn arm<W: Watcher + ?Sized>(watcher: &mut W, root: &Path) -> notify::Result<()> {
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS {
        let folder = root.join(folder);
        if folder.is_dir() {
            watcher.watch(&folder, RecursiveMode::Recursive)?;
        }
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by it")]
#[path = "tests/watch.rs"]
mod tests;
