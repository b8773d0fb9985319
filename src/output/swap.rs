//! The one step in which the new output takes the place of the old one, and what to do with what a
//! run that was killed left behind.
//!
//! Three names, and what they mean at any moment: the output is whole; `old` is whole; `staging`
//! may be anything and can always go.

use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::disk::{Disk, is_unknown};
use super::{OutputError, Target, error::Doing as _, in_place};

/// Mends what a killed run left: an output parted from its place goes back, one that was being
/// brought in is brought in, the rest goes away.
pub(super) fn recover(target: &Target, keep: &[String]) -> Result<(), OutputError> {
    let (disk, place, old, staging) =
        (&**target.disk(), target.place(), target.old(), target.staging());
    in_place::go_on(target, keep)?;
    remove(disk, &staging).doing("remove what an earlier run left in", || target.name(&staging))?;
    let mend = || match (disk.exists(&place)?, disk.exists(&old)?) {
        (_, false) => Ok(()),
        // Killed between two renames: both are whole, and the old one is where links point.
        (false, true) => disk.rename(&old, &place),
        (true, true) => discard(disk, &old, &staging),
    };
    mend().doing("restore the output from", || target.name(&old))
}

/// Puts the staging folder in the place of the output, and the old output, if any, in the place of
/// the staging folder. Says whether that could be: a mounted folder stays where it is.
pub(super) fn swap(target: &Target) -> Result<bool, OutputError> {
    let (disk, place, staging) = (&**target.disk(), target.place(), target.staging());
    let swapped = match disk.exists(&place) {
        Ok(false) => disk.rename(&staging, &place),
        Ok(true) => match disk.exchange(&staging, &place) {
            Err(error) if is_unknown(&error) => by_renames(target),
            done => done,
        },
        Err(error) => Err(error),
    };
    match swapped {
        Err(error) if is_mount(&error) => Ok(false),
        done => {
            done.doing("put the new site in the place of", || target.name(&place))?;
            disk.settle_names(target.parent())
                .doing("put the new site for good in the place of", || target.name(&place))?;
            Ok(true)
        }
    }
}

/// For file systems that know no exchange. For a moment there is no output; if we are killed in it,
/// [`recover`] puts the old one back.
pub(super) fn by_renames(target: &Target) -> io::Result<()> {
    let (disk, place, old, staging) =
        (&**target.disk(), target.place(), target.old(), target.staging());
    disk.rename(&place, &old)?;
    if let Err(error) = disk.rename(&staging, &place) {
        disk.rename(&old, &place)?;
        return Err(error);
    }
    disk.rename(&old, &staging)
}

/// Removes a whole tree of ours. It takes the staging name first, so that a tree with that name
/// missing files is never mistaken for a whole one.
fn discard(disk: &dyn Disk, old: &Path, staging: &Path) -> io::Result<()> {
    disk.rename(old, staging)?;
    remove(disk, staging)
}

/// Removes a folder with all that it holds, or whatever else stands there; links are not followed.
pub(super) fn remove(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    match disk.look(path) {
        Ok(found) if found.is_dir() => remove_folder(disk, path),
        Ok(_) => disk.remove_file(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

/// Folders are emptied side by side, which takes half the time on two cores.
fn remove_folder(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    let found = disk.list(folder)?;
    found.par_iter().try_for_each(|found| match found.file_type()?.is_dir() {
        true => remove_folder(disk, &found.path()),
        false => disk.remove_file(&found.path()),
    })?;
    disk.remove_folder(folder)
}

fn is_mount(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices)
}
