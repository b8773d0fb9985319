//! What can go wrong on the way to the disk, in words for an editor.

use std::{fmt, io};

/// Why the output was not written. Whatever it is, the old output stands as it was, unless the
/// message says that the new one is in place.
///
/// Paths are relative to the site folder where they lie in it.
#[derive(Debug)]
pub enum OutputError {
    /// The output folder cannot be what was asked for.
    Usage {
        /// What was found.
        message: String,
        /// What to type.
        help: String,
    },
    /// The output folder holds something, and nothing says that Dateline made it.
    NotOurs {
        /// The output folder.
        path: String,
        /// What is missing or broken.
        problem: String,
    },
    /// The output folder is ours, and holds files that we did not put there.
    Foreign {
        /// The first five of them, sorted.
        paths: Vec<String>,
        /// How many there are beyond these.
        more: usize,
    },
    /// The output folder holds files of ours that somebody has changed since.
    Changed {
        /// The first five of them, sorted.
        paths: Vec<String>,
        /// How many there are beyond these.
        more: usize,
    },
    /// Something that stays in the output by `keep:` is a file of the site as well.
    Kept {
        /// The path, relative to the output.
        path: String,
    },
    /// Another run is writing the same folder.
    Locked {
        /// Its process, unless it has not said so yet.
        by: Option<u32>,
    },
    /// The machine: disk, permission, a path too long.
    Io {
        /// What was being done: a verb and its object, after "cannot".
        doing: &'static str,
        /// To what.
        path: String,
        /// What the system says.
        error: io::Error,
    },
    /// A picture that cannot be cleaned of metadata, because it is not what its name says.
    Image {
        /// The picture.
        path: String,
        /// What was found.
        message: String,
    },
    /// A path that cannot stand in an output folder.
    Path {
        /// The path, relative to the output.
        path: String,
        /// What is wrong with it, after the path: "has an empty part".
        problem: &'static str,
    },
}

impl OutputError {
    /// What to do about it, where there is something.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::Usage { help, .. } => help.clone(),
            Self::NotOurs { path, .. } => format!(
                "choose another folder with --output; or, if nothing in `{path}` is needed, delete it"
            ),
            Self::Foreign { .. } => {
                "move them to static/, or out of the output, or name them in dateline.yaml to let \
                 them stay (`keep: [CNAME]`): a build would delete them"
                    .into()
            }
            Self::Changed { .. } => {
                "take over what was changed into the sources, then delete these files: a build \
                 would write over them"
                    .into()
            }
            Self::Kept { path } => {
                format!(
                    "take `{path}` off `keep:` in dateline.yaml, or give the page another address"
                )
            }
            Self::Locked { .. } => "wait until it ends, or choose another --output".into(),
            Self::Io { error, .. } => return io_help(error).map(Into::into),
            Self::Image { .. } => "export the picture again, or give it the right ending".into(),
            Self::Path { .. } => return None,
        })
    }
}

fn io_help(error: &io::Error) -> Option<&'static str> {
    match error.kind() {
        io::ErrorKind::StorageFull => Some("make room: a build needs space beside the old output"),
        io::ErrorKind::PermissionDenied => {
            Some("the new site is made beside the old one, so that folder must be writable too")
        }
        _ => None,
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage { message, .. } => f.write_str(message),
            Self::NotOurs { path, problem } => {
                write!(f, "`{path}` is not a folder that Dateline made: {problem}")
            }
            Self::Foreign { paths, more } => {
                f.write_str("the output holds files that Dateline did not make: ")?;
                write_paths(f, paths, *more)
            }
            Self::Changed { paths, more } => {
                f.write_str("files of the output were changed after they were written: ")?;
                write_paths(f, paths, *more)
            }
            Self::Kept { path } => {
                write!(
                    f,
                    "`{path}` stays in the output by `keep:`, and the site has such a file too"
                )
            }
            Self::Locked { by: Some(pid) } => {
                write!(f, "another run of Dateline (process {pid}) is writing this output")
            }
            Self::Locked { by: None } => {
                f.write_str("another run of Dateline is writing this output")
            }
            Self::Io { doing, path, error } => write!(f, "cannot {doing} `{path}`: {error}"),
            Self::Image { path, message } => write!(f, "`{path}`: {message}"),
            Self::Path { path, problem } => write!(f, "the output path `{path}` {problem}"),
        }
    }
}

fn write_paths(f: &mut fmt::Formatter<'_>, paths: &[String], more: usize) -> fmt::Result {
    for (i, path) in paths.iter().enumerate() {
        write!(f, "{}`{path}`", if i == 0 { "" } else { ", " })?;
    }
    if more > 0 { write!(f, " and {more} more") } else { Ok(()) }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// Says what was being done, where the system only says what went wrong.
pub(super) trait Doing<T> {
    fn doing(self, doing: &'static str, path: impl FnOnce() -> String) -> Result<T, OutputError>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, doing: &'static str, path: impl FnOnce() -> String) -> Result<T, OutputError> {
        self.map_err(|error| OutputError::Io { doing, path: path(), error })
    }
}
