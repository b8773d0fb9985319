use super::{ClaimRef, Extra, Name, Status};
use crate::base::{Moment, Spotted};

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
    /// What the desk makes of claims: `slug#c7` and one of the strong words, which the program
    /// never gives by itself.
    pub assessment: Vec<(Spotted<ClaimRef>, Assessment)>,
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

/// What a desk makes of a claim after looking into it. Only a human sets these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assessment {
    /// Something independent of the speaker speaks for it.
    Corroborated,
    /// The desk holds it for established.
    Confirmed,
    /// The desk does not hold it for credible.
    Discounted,
    /// Whoever said it no longer stands by it.
    Withdrawn,
}

impl Assessment {
    /// The key's values, for messages.
    pub const VALUES: [&'static str; 4] = ["corroborated", "confirmed", "discounted", "withdrawn"];

    /// Reads the key's value.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "corroborated" => Some(Self::Corroborated),
            "confirmed" => Some(Self::Confirmed),
            "discounted" => Some(Self::Discounted),
            "withdrawn" => Some(Self::Withdrawn),
            _ => None,
        }
    }

    /// The word itself.
    pub fn word(self) -> &'static str {
        Self::VALUES[self as usize]
    }

    /// Whether a claim no longer stands after it.
    pub fn sets_aside(self) -> bool {
        matches!(self, Self::Discounted | Self::Withdrawn)
    }
}
