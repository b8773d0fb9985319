//! Which paths may stand in an output folder: relative, with `/`, and never leading out of it.

use super::OutputError;
use super::manifest::{JOURNAL, MANIFEST, PART};

/// The most bytes that one part of a path may have on the disks that people use.
const LONGEST_PART: usize = 255;

/// Refuses a path that would leave the folder, that a manifest line cannot hold, or that is ours.
pub(super) fn check(path: &str) -> Result<(), OutputError> {
    match problem(path) {
        None => Ok(()),
        Some(problem) => Err(OutputError::Path { path: path.escape_debug().to_string(), problem }),
    }
}

fn problem(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("is empty");
    }
    if path.starts_with('/') {
        return Some("starts with a slash");
    }
    if path.contains(char::is_control) {
        return Some("has a control character");
    }
    if [MANIFEST, JOURNAL, PART].contains(&path) {
        return Some("is a name that Dateline keeps for its own work");
    }
    path.split('/').find_map(part_problem)
}

fn part_problem(part: &str) -> Option<&'static str> {
    match part {
        "" => Some("has an empty part"),
        "." | ".." => Some("has a part that is only dots"),
        _ if part.len() > LONGEST_PART => Some("has a name of more than 255 bytes"),
        _ => None,
    }
}

/// The folders above a path, nearest first: `a/b/c.html` gives `a/b`, `a`.
pub(super) fn folders(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(parent(path), |folder| parent(folder))
}

/// The folder that a path lies in, unless it is the output itself.
pub(super) fn parent(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}
