//! What a briefing site is made of, as plain data: articles and notes, briefings and topics, the
//! registry, claims and losses, the desk's settings.
//!
//! Knows nothing of files, YAML, Markdown, HTML or templates.

mod article;
mod briefing;
mod card;
mod claim;
pub mod codes;
mod correction;
mod extra;
mod keys;
mod link;
pub mod lock;
mod look;
mod loss;
mod map;
mod note;
mod page;
pub mod photo;
mod registry;
mod same;
mod settings;
mod topic;
mod values;
mod when;

pub use article::{Article, Image, Rights, Status};
pub use briefing::Briefing;
pub use card::{Card, Front, Heading, Text};
pub use claim::{Attribution, Claim, ClaimRef, Verb};
pub use correction::{Correction, CorrectionKind};
pub use extra::Extra;
pub use keys::{Key, Keys, Shape, keys_of};
pub use link::{LinkOut, Target};
pub use lock::Lock;
pub use look::{BUDGET, Colour, Colours, Look, MARKS, MenuItem, TOKENS, Token};
pub use loss::{Count, Loss, LossMetric, MarkRef, Number, Sum};
pub use map::{MapSettings, PointOfView};
pub use note::{Assessment, Note, NoteKind};
pub use page::Page;
pub use photo::Asset;
pub use registry::{Disputed, Entry, EntryKind, Fields, Identify, Precision, Role};
pub use settings::{Settings, Tongues, in_tongue};
pub use topic::Topic;
pub use values::{ACTOR_KINDS, ALERTS, TRENDS};
pub use when::When;

/// A name as an editor wrote it, and where: an id, a name or an alias.
pub type Name = crate::base::Spotted<String>;
