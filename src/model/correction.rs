use super::{Extra, Name};
use crate::base::Moment;

/// What was wrong in something that readers got, and what is right (schema.org
/// `CorrectionComment`).
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// When the desk put it right.
    pub date: Moment,
    /// Its name on the page of all corrections: the file's name.
    pub slug: String,
    /// What it corrects: a slug, a name or an address, with `#k1` or `#c1` where it is a mark.
    pub target: Name,
    /// What sort of change it is.
    pub kind: CorrectionKind,
    /// The words that readers got.
    pub was: Option<Name>,
    /// The words that stand there now.
    pub now: Option<Name>,
    /// BCP 47.
    pub language: Option<String>,
    /// Free keys.
    pub extra: Extra,
}

/// Sorts of changes, as newsrooms tell them apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CorrectionKind {
    /// Something was wrong.
    #[default]
    Correction,
    /// Something could be misunderstood.
    Clarification,
    /// Something became known later.
    Update,
    /// The source sent its report anew.
    Refile,
    /// Something was taken back altogether.
    Withdrawal,
}

impl CorrectionKind {
    /// The key's values, for messages.
    pub const VALUES: [&'static str; 5] =
        ["correction", "clarification", "update", "refile", "withdrawal"];

    /// Reads the key's value.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "correction" => Some(Self::Correction),
            "clarification" => Some(Self::Clarification),
            "update" => Some(Self::Update),
            "refile" => Some(Self::Refile),
            "withdrawal" => Some(Self::Withdrawal),
            _ => None,
        }
    }

    /// The word that templates get.
    pub fn word(self) -> &'static str {
        Self::VALUES[self as usize]
    }
}
