use super::{Extra, Name, Status};
use crate::base::Moment;

/// An editor note: the desk's own voice, beside what it speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// When it was written.
    pub date: Moment,
    /// Its name in the address `/notes/<slug>/`: the file's name.
    pub slug: String,
    /// Articles, topics, places, actors, events or days.
    pub on: Vec<Name>,
    /// A heading of its own.
    pub title: Option<String>,
    /// What kind of remark it is.
    pub kind: NoteKind,
    /// Who signs it.
    pub author: Option<String>,
    /// Never leaves the desk.
    pub internal: bool,
    /// Whether it is published.
    pub status: Status,
    /// BCP 47.
    pub language: Option<String>,
    /// Free keys.
    pub extra: Extra,
}

/// What kind of remark a note is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoteKind {
    /// What a reader should know to understand it.
    #[default]
    Context,
    /// How the desk came to it.
    Method,
    /// What to be careful with.
    Caution,
    /// What has changed since.
    Update,
}

impl NoteKind {
    /// The key's values, for messages.
    pub const VALUES: [&'static str; 4] = ["context", "method", "caution", "update"];

    /// Reads the key's value.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "context" => Some(Self::Context),
            "method" => Some(Self::Method),
            "caution" => Some(Self::Caution),
            "update" => Some(Self::Update),
            _ => None,
        }
    }

    /// The word that templates get.
    pub fn word(self) -> &'static str {
        match self {
            Self::Context => "context",
            Self::Method => "method",
            Self::Caution => "caution",
            Self::Update => "update",
        }
    }
}
