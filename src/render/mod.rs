//! Views to bytes: the theme, and the texts with their slots filled.
//!
//! The only room that knows Tera; touches neither disk nor sockets.

mod data;
mod json_feed;
pub mod map;
mod page;
mod search;
mod texts;
mod theme;
mod ties;
mod words;

pub use page::{RenderFault, Shared, item_form, page};
pub use texts::Texts;
pub use theme::{Theme, built_in_assets, built_in_templates};
pub use words::{is_words, spoken};
