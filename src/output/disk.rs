//! The disk as the output uses it. Every step by which a run reads or changes what stands there is
//! taken through this, so that tests can let each of them fail, or end the run at it.

use std::fmt::Debug;
use std::fs::{self, DirEntry, File, Metadata, Permissions};
use std::io::{self, Read as _, Write};
use std::path::Path;

use rustix::fs::{CWD, RenameFlags, renameat_with};

/// What a run does to a disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Look,
    List,
    Open,
    Make,
    Create,
    Write,
    Stamp,
    Link,
    Rename,
    Exchange,
    Remove,
    Settle,
}

/// The one thing to say of a disk is what becomes of a step; all steps are the system's own.
pub(super) trait Disk: Debug + Send + Sync {
    /// Asked before each step, which is taken only if this is well. Of a write that fails, half of
    /// the bytes are written.
    fn ask(&self, step: Step) -> io::Result<()>;
}

/// The disk of the machine.
#[derive(Debug)]
pub(super) struct Machine;

impl Disk for Machine {
    fn ask(&self, _: Step) -> io::Result<()> {
        Ok(())
    }
}

impl<'d> dyn Disk + 'd {
    /// Gives a folder these permissions.
    pub(super) fn permit(&self, folder: &Path, permissions: Permissions) -> io::Result<()> {
        self.ask(Step::Stamp)?;
        fs::set_permissions(folder, permissions)
    }

    /// Makes a folder, whose parent must be there.
    pub(super) fn make(&self, folder: &Path) -> io::Result<()> {
        self.ask(Step::Make)?;
        fs::create_dir(folder)
    }

    /// Makes a folder and all above it, where they are missing.
    pub(super) fn make_all(&self, folder: &Path) -> io::Result<()> {
        self.ask(Step::Make)?;
        fs::create_dir_all(folder)
    }

    /// What stands there, without following a link.
    pub(super) fn look(&self, path: &Path) -> io::Result<Metadata> {
        self.ask(Step::Look)?;
        fs::symlink_metadata(path)
    }

    /// Whether something stands there, be it a link that leads nowhere.
    pub(super) fn exists(&self, path: &Path) -> io::Result<bool> {
        match self.look(path) {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// What a folder holds, in no order.
    pub(super) fn list(&self, folder: &Path) -> io::Result<Vec<DirEntry>> {
        self.ask(Step::List)?;
        fs::read_dir(folder)?.collect()
    }

    /// Opens a file for reading.
    pub(super) fn open(&self, path: &Path) -> io::Result<File> {
        self.ask(Step::Open)?;
        File::open(path)
    }

    /// All bytes of a file.
    pub(super) fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open(path)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Creates a file that must not be there yet.
    pub(super) fn create(&self, path: &Path) -> io::Result<Filling<'_>> {
        self.ask(Step::Create)?;
        Ok(Filling { disk: self, file: File::create_new(path)? })
    }

    /// Copies a file with its modification time to where none stands.
    pub(super) fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        let (mut from, mut filling) = (self.open(from)?, self.create(to)?);
        io::copy(&mut from, &mut filling)?;
        self.ask(Step::Stamp)?;
        filling.file.set_modified(from.metadata()?.modified()?)
    }

    /// Gives a file a second name.
    pub(super) fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.ask(Step::Link)?;
        fs::hard_link(from, to)
    }

    /// Moves what stands there, over a file or an empty folder.
    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.ask(Step::Rename)?;
        fs::rename(from, to)
    }

    /// Lets two places change what they hold, in one step.
    pub(super) fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.ask(Step::Exchange)?;
        if cfg!(any(target_os = "linux", target_os = "android", target_vendor = "apple")) {
            Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
        } else {
            Err(io::ErrorKind::Unsupported.into())
        }
    }

    /// Removes a file or a link.
    pub(super) fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.ask(Step::Remove)?;
        fs::remove_file(path)
    }

    /// Removes an empty folder.
    pub(super) fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.ask(Step::Remove)?;
        fs::remove_dir(path)
    }

    /// Waits until the names in a folder stand on the disk as they are.
    pub(super) fn settle_names(&self, folder: &Path) -> io::Result<()> {
        let opened = self.open(folder)?;
        self.ask(Step::Settle)?;
        match opened.sync_all() {
            // Some network disks know no such wish for a folder, and write names at once.
            Err(error) if is_unknown(&error) => Ok(()),
            done => done,
        }
    }

    /// Waits until all that was written to the disk of this folder stands on it, power cut or not.
    pub(super) fn settle(&self, folder: &Path) -> io::Result<()> {
        let opened = self.open(folder)?;
        self.ask(Step::Settle)?;
        #[cfg(target_os = "linux")]
        return Ok(rustix::fs::syncfs(opened)?);
        // Elsewhere there is no word for a whole disk; the manifest's own `sync_all` has to do.
        #[cfg(not(target_os = "linux"))]
        opened.sync_all()
    }
}

/// Whether a file system knows no such call.
pub(super) fn is_unknown(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported)
}

/// A new file that is being filled.
#[derive(Debug)]
pub(super) struct Filling<'d> {
    disk: &'d (dyn Disk + 'd),
    file: File,
}

impl Filling<'_> {
    /// Waits until its bytes stand on the disk.
    pub(super) fn settle(&self) -> io::Result<()> {
        self.disk.ask(Step::Settle)?;
        self.file.sync_all()
    }
}

impl Write for Filling<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.disk.ask(Step::Write) {
            Ok(()) => self.file.write(bytes),
            // Of a call that is broken off by a signal nothing was written.
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error),
            Err(error) => {
                self.file.write_all(&bytes[..bytes.len() / 2])?;
                Err(error)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
