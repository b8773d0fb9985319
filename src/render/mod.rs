//! Views to bytes: the theme, and the texts with their slots filled.
//!
//! The only room that knows Tera; touches neither disk nor sockets.

mod card;
mod data;
mod filters;
mod json_feed;
mod look;
mod mail;
pub mod map;
mod page;
mod plain;
mod put_right;
mod search;
mod texts;
mod theme;
mod ties;
mod words;

pub use look::check as check_look;
pub use page::{RenderFault, Shared, item_form, page};
pub use plain::plain_text;
pub use texts::Texts;
pub use theme::{Theme, built_in_assets, built_in_templates};
pub use words::{is_words, spoken};
