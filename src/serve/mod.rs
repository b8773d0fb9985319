//! The live preview: the same pipeline as `build`, kept in memory, shown in a browser.
//!
//! It writes nothing: the output folder is neither read nor made. It prints nothing either: what
//! there is to say goes to whoever started it.

mod answer;
mod bar;
mod drawn;
mod guard;
mod inject;
mod keeper;
mod kinds;
mod open;
mod port;
mod proofread;
mod room;
mod server;
mod snapshot;
mod state;
mod untold;
mod watch;

pub use inject::{BEGIN, END, Injected, inject};

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::{fmt, io};

use tokio::sync::Semaphore;
use tokio::sync::watch::channel;

use crate::base::{Clock, Diagnostic};
use crate::content::{Folder, ReadError};
use crate::desk::Audience;
use crate::pipeline::{Memo, Options};
use guard::Guard;
use keeper::{Keeper, Sources};
use port::listen;
use proofread::Proofreader;
use server::Site;
use snapshot::Snapshot;
use watch::Watch;

/// What to serve, and where.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The site folder, without links in its path.
    pub root: PathBuf,
    /// What the pipeline depends on besides the sources.
    pub options: Options,
    /// Reads the clock, where it was not set for good: things are published and expire while the
    /// preview runs.
    pub now: Option<fn() -> Clock>,
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
    let (memo, now) = (Memo::default(), preview.now);
    let mut desk = Sources { folder, memo, options, audience, now, due: None };
    let first = desk.snapshot(&Snapshot::default(), Vec::new());
    // A tab that was open before a restart must see that these are other pages.
    let first = Arc::new(Snapshot { number: port::any_number(), ..first });
    let listener = listen(preview, preview.port.unwrap_or(first.settings.port), &say)?;
    let machine = |error: io::Error| ServeError::Machine(error.to_string());
    let address = listener.local_addr().map_err(machine)?;
    let guard = match preview.interface.is_loopback() {
        true => Guard::default(),
        false => Guard { token: Some(port::token()), name: port::name() },
    };
    let url = port::url(address, guard.token.as_deref());
    say(&Word::Messages(&first.messages));
    if first.proof.as_ref().is_some_and(|proof| proof.desk.cards.is_empty()) {
        say(&Word::Remark(
            "there is nothing to show yet; `dateline new article` writes a first file",
        ));
    }
    watch.polling.iter().for_each(|why| say(&Word::Remark(why)));
    let (sender, snapshots) = channel(Arc::clone(&first));
    let site = Site {
        desk: bar::Desk { root: Some(slashes(&preview.root)), audience },
        guests: bar::Desk { root: None, audience },
        guard,
        snapshots,
        streams: Mutex::default(),
        drawing: Semaphore::new(server::DRAWING),
        drawn: drawn::Drawn::default(),
    };
    say(&Word::Address(&url));
    if preview.open
        && let Err(error) = open::browser(&url)
    {
        say(&Word::Remark(&format!("no browser could be opened: {error}")));
    }
    let say: Arc<Say> = Arc::new(say);
    let proofreader = Proofreader::begin(preview.root.clone(), sender.clone(), Arc::clone(&say));
    proofreader.take(&first);
    let mut keeper = Keeper { sources: desk, sender, proofreader, say };
    std::thread::spawn(move || keeper.keep_up(watch));
    server::serve(listener, site).map_err(machine)
}

type Say = dyn Fn(&Word<'_>) + Send + Sync;

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
