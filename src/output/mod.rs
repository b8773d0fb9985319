//! The only writer of the output folder: paths and bytes go in, and the folder is the old site or
//! the new one, whole, whatever happens on the way.
//!
//! A new site is laid in a staging folder beside the output and takes its place in one step
//! ([`Stage`]); where that cannot be, its files are brought in one by one (`in_place`). Files that
//! did not change are carried over as hard links, so they keep their modification time; a manifest
//! in the output says which files are ours ([`Manifest`]). Anything else found there, or a file of
//! ours that somebody changed, stops the run, unless it is to stay (`keep`). Pictures lose their
//! metadata on the way out ([`media`]).
//!
//! It must not know what a page is, what HTML is, or why a file is published. It prints nothing and
//! reads no clock.
//!
//! ```text
//! public/                  the output          .public.dateline-new/   being made, or being removed
//! public/.dateline-manifest                    .public.dateline-old/   only between two renames,
//! .public.dateline-lock    held by one run                             where no exchange exists
//! ```

mod audit;
mod disk;
mod error;
mod in_place;
mod keep;
mod lock;
mod manifest;
pub mod media;
mod path;
mod previous;
mod published;
mod receipt;
mod stage;
mod swap;
mod target;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used)]
mod tests;
mod tree;
mod verify;

pub use error::OutputError;
pub use manifest::{Broken, Entry, MANIFEST, Manifest, origin};
pub use published::Published;
pub use receipt::Receipt;
pub use stage::Stage;
pub use target::Target;
pub use verify::{Verified, verify};
