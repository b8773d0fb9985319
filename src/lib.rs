//! Dateline: a static-site generator for curated conflict briefings.
//!
//! The modules in reading order; each may know those above it, and none below:
//!
//! - [`base`]: places in a text, messages, slugs, days
//! - [`words`]: the words of the theme, in the languages of its readers
//! - [`model`]: what a briefing site is made of, as plain data
//! - [`content`]: from files to items: front matter, Markdown, marks
//! - [`desk`]: all cards arranged: topics, days, links, what is near what
//! - [`pages`]: every page that will exist, and what it shows
//! - [`render`]: views to bytes: the theme
//! - [`output`]: the only writer of the output folder
//! - [`pipeline`]: the one function
//! - [`compare`]: what a build would change, in words
//! - [`import`]: pasted wire copy to articles
//! - [`serve`]: the live preview
//! - [`cli`]: the command line

#![forbid(unsafe_code)]

pub mod base;
pub mod cli;
pub mod compare;
pub mod content;
pub mod desk;
pub mod import;
pub mod model;
pub mod output;
pub mod pages;
pub mod pipeline;
pub mod render;
pub mod serve;
pub mod words;
