//! Dateline: a static-site generator for curated conflict briefings.
#![forbid(unsafe_code)]
pub mod base;
pub mod content;
pub mod desk;
pub mod model;
