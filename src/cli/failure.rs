use std::fmt;

use crate::content::ReadError;

/// Why a command ends with another exit code than 0.
#[derive(Debug)]
pub enum Failure {
    /// 1: the content has errors, which were reported.
    Content(usize),
    /// 2: wrong usage, or wrong settings, which were reported.
    Settings(usize),
    /// 2: wrong usage.
    Usage {
        /// What was found.
        message: String,
        /// What to type.
        help: String,
    },
    /// 3: the machine.
    Machine(String),
    /// 4: the leak guard found so many private things in what would be published; they were reported.
    Leak(usize),
    /// 130: ended with Ctrl-C.
    Interrupted,
}

impl Failure {
    /// Wrong usage, and what to type instead.
    pub fn usage(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), help: help.into() }
    }

    /// What the shell gets.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Content(_) => 1,
            Self::Settings(_) | Self::Usage { .. } => 2,
            Self::Machine(_) => 3,
            Self::Leak(_) => 4,
            Self::Interrupted => 130,
        }
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self::Machine(error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content(1) | Self::Settings(1) => write!(f, "1 error; nothing was published"),
            Self::Content(n) | Self::Settings(n) => write!(f, "{n} errors; nothing was published"),
            Self::Leak(1) => write!(f, "1 private thing would be published; nothing was"),
            Self::Leak(n) => write!(f, "{n} private things would be published; nothing was"),
            Self::Usage { message, help } => write!(f, "{message}\n  help: {help}"),
            Self::Interrupted => f.write_str("interrupted"),
            Self::Machine(message) => f.write_str(message),
        }
    }
}
