use super::Name;
use crate::base::{Spot, Spotted};

/// A sentence of a report with its speaker, from a mark on `#cN`.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// `c1`, `c2` and so on; the anchor that never moves.
    pub id: String,
    /// Where the mark's target stands.
    pub spot: Spot,
    /// The marked words, as plain text.
    pub quote: String,
    /// Who says so.
    pub who: Name,
    /// What they do.
    pub verb: Verb,
    /// The claim that it answers.
    pub answers: Option<Spotted<ClaimRef>>,
    /// The event that it is about.
    pub event: Option<Name>,
    /// Who spoke for them.
    pub by: Attribution,
    /// Where it was said.
    pub place: Option<Name>,
    /// Said by implication, not in so many words.
    pub implied: bool,
}

/// What a speaker does with a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// Puts it forward.
    Says,
    /// Calls it untrue.
    Denies,
    /// Says so too.
    Confirms,
    /// Grants it against their interest.
    Concedes,
    /// Takes their own back.
    Retracts,
    /// Passes on what others say.
    Reports,
}

impl Verb {
    /// The six verbs, for messages.
    pub const VALUES: [&'static str; 6] =
        ["says", "denies", "confirms", "concedes", "retracts", "reports"];

    /// Reads a mark's second word.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "says" => Some(Self::Says),
            "denies" => Some(Self::Denies),
            "confirms" => Some(Self::Confirms),
            "concedes" => Some(Self::Concedes),
            "retracts" => Some(Self::Retracts),
            "reports" => Some(Self::Reports),
            _ => None,
        }
    }

    /// The word itself.
    pub fn word(self) -> &'static str {
        Self::VALUES[self as usize]
    }

    /// Whether the verb says something about another claim, which must then be named.
    pub fn needs_claim(self) -> bool {
        !matches!(self, Self::Says | Self::Reports)
    }
}

/// Another claim, in the same file or in another article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimRef {
    /// The article's slug; none for the same file.
    pub article: Option<String>,
    /// `cN`.
    pub id: String,
}

/// Who spoke.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Attribution {
    /// The mark does not say.
    #[default]
    NotSaid,
    /// Somebody who was not named.
    Unnamed,
    /// A person.
    Person(Name),
}
