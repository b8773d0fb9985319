//! What stays in the output though it is not ours: names that the desk lists, such as the `.git` of a
//! branch that is published, or a host's `CNAME`.
//!
//! A new output gets the same files by second names before it takes the place of the old one, so that
//! they are there at any moment.

use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use super::disk::Disk;
use super::{Manifest, OutputError, path};

/// Refuses a file of the site that something kept stands in the way of.
pub(super) fn refuse_clash(manifest: &Manifest, keep: &[String]) -> Result<(), OutputError> {
    for kept in keep {
        let below = format!("{kept}/");
        let inside = manifest.files.range(below.clone()..).next();
        let inside = inside.is_some_and(|(path, _)| path.starts_with(&below));
        let above = path::folders(kept).any(|above| manifest.files.contains_key(above));
        if inside || above || manifest.files.contains_key(kept) {
            return Err(OutputError::Kept { path: kept.clone() });
        }
    }
    Ok(())
}

/// Gives the new output what stays of the old one.
pub(super) fn take_over(
    disk: &dyn Disk,
    from: &Path,
    to: &Path,
    keep: &[String],
) -> io::Result<()> {
    for kept in keep {
        let source = from.join(kept);
        if !disk.exists(&source)? {
            continue;
        }
        for above in path::folders(kept).collect::<Vec<_>>().into_iter().rev() {
            if !disk.exists(&to.join(above))? {
                disk.make(&to.join(above))?;
            }
        }
        link_all(disk, &source, &to.join(kept))?;
    }
    Ok(())
}

fn link_all(disk: &dyn Disk, from: &Path, to: &Path) -> io::Result<()> {
    let found = disk.look(from)?;
    if found.is_dir() {
        disk.make(to)?;
        for below in disk.list(from)? {
            link_all(disk, &below.path(), &to.join(below.file_name()))?;
        }
        // Only now, since it may forbid writing.
        return disk.permit(to, found.permissions());
    }
    disk.link(from, to).or_else(|error| match found.is_file() {
        true => disk.copy(from, to),
        false => Err(error),
    })
}

/// Brings over what somebody changed in it between the two moments. It compares the files themselves,
/// not what they hold.
pub(super) fn rescue(disk: &dyn Disk, from: &Path, to: &Path, keep: &[String]) -> io::Result<()> {
    for kept in keep {
        if disk.exists(&from.join(kept))? {
            rescue_all(disk, &from.join(kept), &to.join(kept))?;
        }
    }
    Ok(())
}

fn rescue_all(disk: &dyn Disk, from: &Path, to: &Path) -> io::Result<()> {
    let found = disk.look(from)?;
    if found.is_dir() && disk.exists(to)? {
        for below in disk.list(from)? {
            rescue_all(disk, &below.path(), &to.join(below.file_name()))?;
        }
        return Ok(());
    }
    let same = match disk.look(to) {
        Ok(there) => {
            (there.ino(), there.dev()) == (found.ino(), found.dev())
                || (there.len(), there.modified()?) == (found.len(), found.modified()?)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(error),
    };
    if same { Ok(()) } else { disk.rename(from, to) }
}
