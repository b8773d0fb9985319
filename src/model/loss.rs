use super::{Attribution, Name, When};
use crate::base::{Spot, Spotted};

/// A figure of a report with its source and window, from a mark on `#kN`.
#[derive(Debug, Clone, PartialEq)]
pub struct Loss {
    /// `k1`, `k2` and so on; the anchor that never moves.
    pub id: String,
    /// Where the mark's target stands.
    pub spot: Spot,
    /// The marked words, as plain text.
    pub quote: String,
    /// The sentence that they stand in, as plain text; empty where the body stays with the desk.
    pub sentence: String,
    /// Who gives the figure; none where the report does not say.
    pub who: Option<Name>,
    /// Whose losses they are: an actor, `both` or `civilians`.
    pub side: Name,
    /// Killed, injured and so on apart, never added up.
    pub counts: Vec<Count>,
    /// In which time.
    pub when: Spotted<When>,
    /// In which event.
    pub event: Option<Name>,
    /// Who spoke.
    pub by: Attribution,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Of what.
    pub metric: LossMetric,
    /// How many.
    pub number: Number,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LossMetric {
    /// Dead.
    Killed,
    /// Wounded.
    Injured,
    /// Unaccounted for.
    Missing,
    /// Taken prisoner.
    Captured,
    /// Driven from home.
    Displaced,
}

impl LossMetric {
    /// The five words, for messages.
    pub const VALUES: [&'static str; 5] = ["killed", "injured", "missing", "captured", "displaced"];

    /// Reads a mark's word.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "killed" => Some(Self::Killed),
            "injured" => Some(Self::Injured),
            "missing" => Some(Self::Missing),
            "captured" => Some(Self::Captured),
            "displaced" => Some(Self::Displaced),
            _ => None,
        }
    }

    /// The word itself.
    pub fn word(self) -> &'static str {
        Self::VALUES[self as usize]
    }
}

/// A figure as exactly as it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// `12`
    Exactly(u32),
    /// `~300`
    About(u32),
    /// `40+`: at least so many, the top open.
    AtLeast(u32),
    /// `10-15`
    Between(u32, u32),
    /// Some tens.
    Dozens,
    /// Some hundreds.
    Hundreds,
    /// Some, without a figure.
    Unquantified,
    /// The report says that nobody knows.
    Unknown,
    /// The report says there were none.
    None,
}

/// A mark in an article, as an editor names it outside of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkRef {
    /// The article's slug; none where the number alone says which is meant.
    pub article: Option<String>,
    /// `k2`
    pub id: String,
}

/// Figures that an editor adds up, which the program never does by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// Which figures.
    pub of: Vec<Spotted<MarkRef>>,
    /// Why they may be added.
    pub reason: String,
}

impl Number {
    /// The least and the most that a figure says, the most open where the figure leaves it open;
    /// nothing for words without a number.
    pub fn bounds(self) -> Option<(u32, Option<u32>)> {
        match self {
            Self::Exactly(n) | Self::About(n) => Some((n, Some(n))),
            Self::AtLeast(n) => Some((n, None)),
            Self::Between(low, high) => Some((low, Some(high))),
            Self::None => Some((0, Some(0))),
            Self::Dozens | Self::Hundreds | Self::Unquantified | Self::Unknown => None,
        }
    }
}

impl Number {
    /// As a mark writes it.
    pub fn written(self) -> String {
        match self {
            Self::Exactly(n) => n.to_string(),
            Self::About(n) => format!("~{n}"),
            Self::AtLeast(n) => format!("{n}+"),
            Self::Between(low, high) => format!("{low}-{high}"),
            Self::Dozens => "dozens".to_owned(),
            Self::Hundreds => "hundreds".to_owned(),
            Self::Unquantified => "unquantified".to_owned(),
            Self::Unknown => "unknown".to_owned(),
            Self::None => "none".to_owned(),
        }
    }
}
