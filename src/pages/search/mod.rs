//! The optional search: which words lead to which pages, divided into small files, of which a
//! reader's browser loads those that it needs.
//!
//! It holds what lists show: headlines, standfirsts, summaries, first words, marked sentences and
//! names. Texts are not in it: a word typed inside a paragraph changes no file of the search.

mod fold;
mod index;

pub use fold::{shard_of, words};
pub use index::{Found, Index, Place};

use crate::desk::Desk;

/// So many pages are in a file of what is shown of them.
pub const PAGES_A_FILE: usize = 64;
/// So many cards make another file of words worth it.
const CARDS_A_SHARD: usize = 40;
/// More files than this help nobody.
const MOST_SHARDS: usize = 1024;

/// A file of the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchFile {
    /// What runs in the page.
    Script,
    /// How the page's own parts look.
    Style,
    /// Words, and the pages that they lead to.
    Words(u32),
    /// What is shown of dated pages.
    Dated(u32),
    /// What is shown of entries and of plain pages.
    Named(u32),
}

impl SearchFile {
    /// Its name in the folder `search/`.
    pub fn name(self) -> String {
        match self {
            Self::Script => "search.js".to_owned(),
            Self::Style => "search.css".to_owned(),
            Self::Words(at) => format!("w{at}.js"),
            Self::Dated(at) => format!("d{at}.js"),
            Self::Named(at) => format!("n{at}.js"),
        }
    }

    /// All files of a site.
    pub fn all(desk: &Desk) -> impl Iterator<Item = Self> {
        let files = |pages: usize| pages.div_ceil(PAGES_A_FILE) as u32;
        let (dated, named) = index::sizes(desk);
        [Self::Script, Self::Style]
            .into_iter()
            .chain((0..shards(desk)).map(Self::Words))
            .chain((0..files(dated)).map(Self::Dated))
            .chain((0..files(named)).map(Self::Named))
    }
}

/// How many files of words a site has: a power of two, so that an archive that grows changes it
/// rarely.
pub fn shards(desk: &Desk) -> u32 {
    let wanted = (desk.cards.len() / CARDS_A_SHARD).clamp(1, MOST_SHARDS);
    wanted.next_power_of_two() as u32
}
