//! From files to items: the only reader of the site folder, and the only room that knows YAML and
//! Markdown.
//!
//! Each file is parsed alone: an item knows nothing of other items, and what is wrong in one file
//! never hides what is wrong in the next.

mod again;
mod body;
mod filed;
mod front;
mod item;
mod lock;
mod look;
mod markdown;
mod marks;
mod read;
mod relative;
mod source;
mod tracking;
mod wanted;
mod yaml;

pub use body::{Block, Body, Footnote, Piece};
pub use filed::{Filed, Text};
pub use front::{registry, settings, slug_of_path, tidy_base_url};
pub use item::{Item, parse};
pub use lock::lock;
pub use look::Look;
pub use read::{Folder, ReadError, read_static, secrets};
pub use relative::relative_days;
pub use source::{SiteFiles, Source, SourceKind, Sources, StaticFile, TemplateFile};
pub use wanted::wanted;
