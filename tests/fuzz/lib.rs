//! The targets as a library, for `cargo fuzz`.
pub mod html;
pub mod requests;
pub mod targets;
