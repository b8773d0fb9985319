//! The live preview: the same pipeline as `build`, kept in memory, shown in a browser.
//!
//! It writes nothing: the output folder is neither read nor made. It prints nothing either: what
//! there is to say goes to whoever started it.

mod answer;
mod bar;
mod guard;
mod inject;
mod open;
mod server;
mod snapshot;
mod untold;
mod watch;

pub use inject::{BEGIN, END, Injected, inject};

use std::hash::{BuildHasher, RandomState};
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use std::{fmt, io};

use tokio::sync::watch::{Sender, channel};

use crate::base::Diagnostic;
use crate::content::{Folder, ReadError};
use crate::desk::Audience;
use crate::pipeline::{Memo, Options, proof_of};
use guard::Guard;
use server::Site;
use snapshot::Snapshot;
use watch::{Change, Watch};

/// What to serve, and where.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The site folder, without links in its path.
    pub root: PathBuf,
    /// What the pipeline depends on besides the sources.
    pub options: Options,
    /// Who looks: with the desk itself, drafts and other things that readers do not see are shown.
    pub audience: Audience,
    /// The port that was asked for; otherwise the settings' own or one of the next.
    pub port: Option<u16>,
    /// The address to listen at.
    pub interface: IpAddr,
    /// Whether other machines may ask, with a token.
    pub lan: bool,
    /// Whether to open a browser.
    pub open: bool,
    /// Whether to look at the folder every second rather than to be told by the system.
    pub poll: bool,
}

/// Something to be told while the preview runs.
#[derive(Debug)]
pub enum Word<'w> {
    /// The address to open.
    Address(&'w str),
    /// A remark about the machine.
    Remark(&'w str),
    /// All there is to say about the sources as they are now.
    Messages(&'w [Diagnostic]),
}

/// Why there is no preview.
#[derive(Debug)]
pub enum ServeError {
    /// The address is not on this machine alone, and nobody said that it may be.
    NotLocal(IpAddr),
    /// The port that was asked for is taken, or no port is free.
    Taken(u16),
    /// The folder cannot be read.
    Read(ReadError),
    /// The machine refuses.
    Machine(String),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotLocal(address) => write!(f, "{address} can be reached from other machines"),
            Self::Taken(port) => write!(f, "port {port} is taken"),
            Self::Read(error) => error.fmt(f),
            Self::Machine(words) => f.write_str(words),
        }
    }
}

impl std::error::Error for ServeError {}

/// Shows the site until Ctrl-C, and tells `say` what there is to say.
pub fn run(
    preview: &Preview,
    say: impl Fn(&Word<'_>) + Send + Sync + 'static,
) -> Result<(), ServeError> {
    if !preview.interface.is_loopback() && !preview.lan {
        return Err(ServeError::NotLocal(preview.interface));
    }
    // Watching begins before reading, so that nothing is missed between the two.
    let watch = Watch::begin(&preview.root, preview.poll);
    let folder = Folder::read_to_keep(&preview.root).map_err(ServeError::Read)?;
    let (options, audience) = (preview.options.clone(), preview.audience);
    let mut desk = Sources { folder, memo: Memo::default(), options, audience };
    let first = desk.snapshot(&Snapshot::default(), Vec::new());
    let port = preview.port.or(first.proof.as_ref().map(|proof| proof.settings.port));
    let listener = listen(preview, port.unwrap_or(1414), &say)?;
    let machine = |error: io::Error| ServeError::Machine(error.to_string());
    let address = listener.local_addr().map_err(machine)?;
    let token = (!preview.interface.is_loopback()).then(token);
    let url = url(address, token.as_deref());
    say(&Word::Messages(&first.messages));
    watch.polling.iter().for_each(|why| say(&Word::Remark(why)));
    let (sender, snapshots) = channel(Arc::new(first));
    let site = Site {
        desk: bar::Desk { root: slashes(&preview.root), audience },
        guard: Guard { token },
        snapshots,
    };
    say(&Word::Address(&url));
    if preview.open
        && let Err(error) = open::browser(&url)
    {
        say(&Word::Remark(&format!("no browser could be opened: {error}")));
    }
    std::thread::spawn(move || keep_up(desk, watch, &sender, &say));
    server::serve(listener, site).map_err(machine)
}

/// The sources as they were read last, and what is known of them.
struct Sources {
    folder: Folder,
    memo: Memo,
    options: Options,
    audience: Audience,
}

impl Sources {
    /// The next snapshot. One that could not be published keeps the pages of the one before.
    fn snapshot(&mut self, before: &Snapshot, changed: Vec<String>) -> Snapshot {
        let proof = proof_of(&self.folder, &self.options, self.audience, &mut self.memo);
        let messages = proof.complaints.clone();
        let good = !proof.has_errors();
        Snapshot {
            number: before.number + 1,
            proof: if good { Some(Arc::new(proof)) } else { before.proof.clone() },
            messages,
            trouble: None,
            changed,
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

/// Follows the folder for as long as somebody looks at the preview.
fn keep_up(
    mut sources: Sources,
    mut watch: Watch,
    sender: &Sender<Arc<Snapshot>>,
    say: &dyn Fn(&Word<'_>),
) {
    let root = watch.root().to_owned();
    let mut polling = watch.polling.clone();
    while let Some(mut change) = watch.next() {
        if watch.polling != polling {
            polling.clone_from(&watch.polling);
            polling.iter().for_each(|why| say(&Word::Remark(why)));
        }
        let changed = names(&change, &root);
        let before = Arc::clone(&sender.borrow());
        let mut tries = 0;
        let next = loop {
            match sources.read_again(&change) {
                Ok(false) => break None,
                Ok(true) => break Some(sources.snapshot(&before, changed)),
                // A file that was there a moment ago: the next look finds the folder at rest.
                Err(_) if tries < 5 => std::thread::sleep(Duration::from_millis(20)),
                Err(error) => {
                    let trouble = Some(error.to_string());
                    say(&Word::Remark(&error.to_string()));
                    watch.look_again();
                    break Some(Snapshot {
                        number: before.number + 1,
                        trouble,
                        ..(*before).clone()
                    });
                }
            }
            tries += 1;
            change = Change::Everything;
        };
        let Some(next) = next else { continue };
        if next.messages != before.messages {
            say(&Word::Messages(&next.messages));
        }
        if sender.send(Arc::new(next)).is_err() {
            return;
        }
    }
}

/// The changed files' paths from the site folder.
fn names(change: &Change, root: &Path) -> Vec<String> {
    let Change::Files(files) = change else { return Vec::new() };
    files.iter().filter_map(|file| file.strip_prefix(root).ok()).map(slashes).collect()
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// So many ports after the first are tried.
const PORTS: u16 = 100;

fn listen(
    preview: &Preview,
    first: u16,
    say: &impl Fn(&Word<'_>),
) -> Result<TcpListener, ServeError> {
    let last = if preview.port.is_some() { first } else { first.saturating_add(PORTS) };
    for port in first..=last {
        match TcpListener::bind(SocketAddr::new(preview.interface, port)) {
            Ok(listener) => {
                if port != first {
                    say(&Word::Remark(&format!("port {first} is taken; this is {port}")));
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => {
                let words = format!("{}:{port} cannot be listened at: {error}", preview.interface);
                return Err(ServeError::Machine(words));
            }
        }
    }
    Err(ServeError::Taken(first))
}

fn url(address: SocketAddr, token: Option<&str>) -> String {
    let token = token.map(|token| format!("?token={token}")).unwrap_or_default();
    format!("http://{address}/{token}")
}

/// 128 bits that nobody can guess: the standard library keys its hashers from the system.
fn token() -> String {
    (0..2u8).map(|n| format!("{:016x}", RandomState::new().hash_one(n))).collect()
}
