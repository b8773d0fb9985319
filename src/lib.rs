//! Dateline: a static-site generator for curated conflict briefings.
//!
//! The modules in reading order, each knowing only those above it:

#![forbid(unsafe_code)]

/// Places in a text, messages, slugs, days.
pub mod base;
/// The command line.
pub mod cli;
/// From files to items: front matter, Markdown, marks.
pub mod content;
/// All cards arranged: topics, days, links, what is near what.
pub mod desk;
/// Pasted wire copy to articles.
pub mod import;
/// What a briefing site is made of, as plain data.
pub mod model;
/// The only writer of the output folder.
pub mod output;
/// Every page that will exist, and what it shows.
pub mod pages;
/// The one function.
pub mod pipeline;
/// Views to bytes: the theme.
pub mod render;
