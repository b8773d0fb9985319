//! Does a text print the name of somebody who must not be named? The desk sees headlines, marks and
//! links; only here are the texts whole. Sites that keep nobody's name back pay nothing for it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Diagnostic, Lines, slugify};
use crate::content::{Block, Body, Filed, Piece, Source, Sources, Text};
use crate::desk::Desk;
use crate::model::{Card, codes};

/// What was found in which text, when these names were looked for.
#[derive(Debug, Default)]
pub struct Looked {
    names: KeptBack,
    texts: HashMap<Arc<str>, (Text, Option<Diagnostic>)>,
}

impl Looked {
    /// Says which texts print a kept name, before any page is made of them: feeds and lists carry
    /// them too. A text that was looked through for the same names is not looked through again.
    pub fn through(
        &mut self,
        desk: &Desk,
        cards: impl FnOnce() -> Vec<Arc<Card>>,
        sources: &Sources,
        body_of: impl Fn(&Card) -> Arc<Body> + Sync,
        complaints: &mut Vec<Diagnostic>,
    ) {
        let names = KeptBack::of(desk);
        if names.0.is_empty() || names != self.names {
            self.texts.clear();
        }
        self.names = names;
        if self.names.0.is_empty() {
            return;
        }
        let cards = cards();
        // Both are sorted by path, and every card has its source.
        let mut sources = sources.iter();
        let pairs: Vec<(&Arc<Card>, &Filed)> = cards
            .iter()
            .filter_map(|card| Some((card, sources.find(|source| source.path == card.path)?)))
            .collect();
        let known =
            |source: &Filed| self.texts.get(&source.path).filter(|(t, _)| t.is(source.text()));
        let look = |(card, source): &(&Arc<Card>, &Filed)| match known(source) {
            Some(known) => known.clone(),
            None => (source.text().clone(), self.names.look(&body_of(card), &source.open())),
        };
        let found: Vec<_> = pairs.par_iter().map(look).collect();
        complaints.extend(unsaid(found.iter().filter_map(|(_, found)| found.as_ref()), complaints));
        let paths = pairs.iter().map(|(card, _)| Arc::clone(&card.path));
        self.texts = paths.zip(found).collect();
    }
}

/// Without those whose line has had its message: a mark or link that prints the name.
fn unsaid<'d>(
    found: impl Iterator<Item = &'d Diagnostic>,
    complaints: &[Diagnostic],
) -> Vec<Diagnostic> {
    let place = |said: &Diagnostic| (Arc::clone(&said.place.path), said.place.spot.line);
    let said = complaints.iter().filter(|said| said.code == codes::NAMED_PERSON).map(place);
    let said: HashSet<_> = said.collect();
    found.filter(|found| !said.contains(&place(found))).cloned().collect()
}

/// Names that must not be printed, each as the words that it is made of.
#[derive(Debug, Default, PartialEq)]
struct KeptBack(Vec<Vec<String>>);

impl KeptBack {
    /// The names of a site; none on most sites, and then nothing is looked for.
    fn of(desk: &Desk) -> Self {
        let names = desk.names_kept_back();
        let names = names.map(|(name, _)| words(name).map(|(_, word)| slugify(word)).collect());
        // A name of one short word is a word like others.
        Self(names.filter(|words: &Vec<String>| words.concat().len() > 3).collect())
    }

    /// Says that a text prints a kept name, and where.
    fn look(&self, body: &Body, source: &Source) -> Option<Diagnostic> {
        if !body.blocks.iter().any(|block| self.is_named_in(block)) {
            return None;
        }
        let spot = self.find(&source.text).map(|range| Lines::new(&source.text).spot(range));
        let message = "this text names a person who must not be named";
        let code = codes::NAMED_PERSON;
        let complaint = Diagnostic::error(code, &source.path, spot.unwrap_or_default(), message);
        Some(complaint.help("write the office instead; for a link, [[id|the office]]"))
    }

    fn is_named_in(&self, block: &Block) -> bool {
        let notes = block.footnotes.iter().flat_map(|note| &note.pieces);
        let html: String = block
            .pieces
            .iter()
            .chain(notes)
            .filter_map(|piece| match piece {
                Piece::Html(html) => Some(html.as_str()),
                _ => None,
            })
            .collect();
        self.find(&html).is_some()
    }

    /// The first of the names in a text.
    fn find(&self, text: &str) -> Option<Range<usize>> {
        let found: Vec<(usize, &str, String)> =
            words(text).map(|(at, word)| (at, word, slugify(word))).collect();
        self.0.iter().find_map(|name| {
            let at = found.windows(name.len()).find(|words| is_name(name, words))?;
            let (start, ..) = at.first()?;
            let (last, word, _) = at.last()?;
            Some(*start..last + word.len())
        })
    }
}

/// Whether words are a name; the last may have an `s` behind it. A name of one word must begin as
/// names do.
fn is_name(name: &[String], words: &[(usize, &str, String)]) -> bool {
    let alone = name.len() == 1;
    words.iter().enumerate().all(|(at, (_, typed, word))| {
        let last = at + 1 == name.len();
        let same = *word == name[at] || last && word.strip_suffix('s') == Some(name[at].as_str());
        same && (!alone || !typed.starts_with(char::is_lowercase))
    })
}

/// The words of a text with their places. What stands in a tag is printed too.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !is_mark(c));
    let words = words.filter(|word| !word.is_empty());
    words.map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Marks that stand on letters, such as Arabic vowels.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}
