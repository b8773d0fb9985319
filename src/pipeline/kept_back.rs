//! Does a text print the name of somebody who must not be named? The desk sees headlines, marks and
//! links; only here are the texts whole. Sites that keep nobody's name back pay nothing for it.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Diagnostic, Lines, slugify};
use crate::content::{Block, Body, Piece, Source, Sources};
use crate::desk::Desk;
use crate::model::{Card, EntryKind, codes};

/// Says which texts print a kept name, before any page is made of them: feeds and lists carry them too.
pub fn in_texts(
    desk: &Desk,
    sources: &Sources,
    body_of: impl Fn(&Card) -> Arc<Body> + Sync,
    complaints: &mut Vec<Diagnostic>,
) {
    let kept_back = KeptBack::of(desk);
    if kept_back.0.is_empty() {
        return;
    }
    let cards: Vec<&Arc<Card>> = desk.cards.iter().collect();
    let look = |card: &&Arc<Card>| {
        let at = sources.binary_search_by(|source| source.path.cmp(&card.path)).ok()?;
        kept_back.look(&body_of(card), &sources.get(at)?.open())
    };
    let found: Vec<Diagnostic> = cards.par_iter().filter_map(look).collect();
    // A mark or link has had its own message.
    let is_said = |found: &Diagnostic| {
        complaints.iter().any(|said| {
            let place = (&said.place.path, said.place.spot.line);
            said.code == found.code && place == (&found.place.path, found.place.spot.line)
        })
    };
    let new: Vec<Diagnostic> = found.into_iter().filter(|found| !is_said(found)).collect();
    complaints.extend(new);
}

/// Names that must not be printed, each as the words that it is made of.
#[derive(Debug, Default)]
struct KeptBack(Vec<Vec<String>>);

impl KeptBack {
    /// The names of a site; none on most sites, and then nothing is looked for.
    fn of(desk: &Desk) -> Self {
        let people = desk.entries.of_kind(EntryKind::Person).map(|(_, person)| person);
        let facts = people.filter(|person| person.is_protected()).filter_map(|p| p.facts.as_ref());
        let names = facts.flat_map(|facts| {
            let aliases = facts.aliases.iter().map(|alias| alias.value.as_str());
            aliases.chain([facts.name.as_str()]).chain(facts.native.as_deref())
        });
        let names = names.map(|name| words(name).map(|(_, word)| slugify(word)).collect());
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
