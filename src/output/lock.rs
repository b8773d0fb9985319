//! One run at a time for each output folder: a lock beside it, which the system lets go when the
//! process ends, however it ends.

use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustix::fs::{FlockOperation, OFlags, flock};
use rustix::io::Errno;

use super::disk::{Disk, Step};
use super::{OutputError, Target, error::Doing as _};

const LOCKING: &str = "lock the output with";

/// The lock, held until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    /// The lock lives as long as this is open.
    _file: File,
}

impl Lock {
    /// Takes the lock of an output, or says at once who has it.
    pub(super) fn take(target: &Target) -> Result<Self, OutputError> {
        let (disk, path) = (target.disk(), target.lock());
        loop {
            let mut file = open(&**disk, &path).doing(LOCKING, || target.name(&path))?;
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                Err(Errno::WOULDBLOCK) => return Err(OutputError::Locked { by: holder(file) }),
                done => done.map_err(Into::into).doing(LOCKING, || target.name(&path))?,
            }
            // Between our open and our lock the last holder may have removed the file: then we hold
            // a lock that nobody else will ever see.
            if is_still(&**disk, &file, &path).doing(LOCKING, || target.name(&path))? {
                sign(&mut file);
                return Ok(Self { disk: Arc::clone(disk), path, _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still held, so that it is ours that we remove. If it cannot be removed it
        // stays, and the next run locks it again.
        let _ = self.disk.remove_file(&self.path);
    }
}

/// Never through a symbolic link: we are going to write in it.
fn open(disk: &dyn Disk, path: &Path) -> io::Result<File> {
    disk.ask(Step::Open)?;
    let flags = OFlags::NOFOLLOW.bits().cast_signed();
    OpenOptions::new().read(true).write(true).create(true).custom_flags(flags).open(path)
}

fn is_still(disk: &dyn Disk, file: &File, path: &Path) -> io::Result<bool> {
    let ours = file.metadata()?;
    match disk.look(path) {
        Ok(there) => Ok((there.dev(), there.ino()) == (ours.dev(), ours.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Leaves our process number for the message of another run. A courtesy: a full disk that cannot
/// take these bytes is no reason to stop here.
fn sign(file: &mut File) {
    let pid = rustix::process::getpid().as_raw_nonzero();
    let _ = file.set_len(0).and_then(|()| writeln!(file, "{pid}"));
}

fn holder(file: File) -> Option<u32> {
    let mut text = String::new();
    file.take(32).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}
