//! What notes are on.

use std::collections::BTreeMap;

use super::CardId;
use super::backlinks::Thing;
use super::before::Earlier;
use super::links::{Index, private};
use crate::base::{Day, Diagnostic};
use crate::model::{Card, EntryKind, Note, codes};

/// What a note was on, where its names mean what they meant.
fn known<'d>(earlier: &Earlier<'d>, id: CardId, note: &Note) -> Option<&'d [Thing]> {
    let things = earlier.before.things_of(id);
    // Of two names for one thing, or of one for none, something is to be said or to be found.
    let whole = things.len() == note.on.len();
    (whole && earlier.answers(id, earlier.before.asks_of(id))).then_some(things)
}

impl Index<'_> {
    /// What each note is on. A note on nothing that readers can see is an error.
    pub fn notes(
        &self,
        earlier: Option<&Earlier<'_>>,
        complaints: &mut Vec<Diagnostic>,
    ) -> BTreeMap<Thing, Vec<CardId>> {
        let mut noted: BTreeMap<Thing, Vec<CardId>> = BTreeMap::new();
        for id in self.that_are_notes(earlier) {
            let card = &self.cards[id.0 as usize];
            let Some(note) = card.note() else { continue };
            if let Some(things) = earlier.and_then(|earlier| known(earlier, id, note)) {
                things.iter().for_each(|thing| noted.entry(*thing).or_default().push(id));
                continue;
            }
            for name in &note.on {
                match self.thing(&name.value) {
                    Some(thing) => noted.entry(thing).or_default().push(id),
                    None if self.is_broken(&name.value) => {}
                    None => complaints.push(self.on_nothing(card, name)),
                }
            }
        }
        for notes in noted.values_mut() {
            notes.sort_by_key(|id| (self.cards[id.0 as usize].date(), *id));
            notes.dedup();
        }
        noted
    }

    /// The cards that may be notes, in order: those that were, and those that changed.
    fn that_are_notes(&self, earlier: Option<&Earlier<'_>>) -> Vec<CardId> {
        let Some(earlier) = earlier else {
            return (0..self.cards.len()).map(|at| CardId(at as u32)).collect();
        };
        let mut notes = [&earlier.before.notes[..], &earlier.changed[..]].concat();
        notes.sort_unstable();
        notes.dedup();
        notes
    }

    fn thing(&self, name: &str) -> Option<Thing> {
        if let Some(day) = Day::parse(name) {
            return Some(Thing::Day(day));
        }
        if let Some(id) = self.article_called(name) {
            return Some(Thing::Card(id));
        }
        let entry = EntryKind::ALL.into_iter().find_map(|kind| self.entries.find(kind, name));
        entry.map(Thing::Entry).or_else(|| self.slug(name).map(Thing::Card))
    }

    fn on_nothing(&self, card: &Card, name: &crate::model::Name) -> Diagnostic {
        if self.is_withheld(&name.value) {
            let (code, message, help) = private(&name.value);
            return Diagnostic::error(code, &card.path, name.spot, message).help(help);
        }
        let near = self.nearest_article(&name.value).or_else(|| {
            self.look(|| {
                EntryKind::ALL.into_iter().find_map(|kind| self.entries.nearest(kind, &name.value))
            })
        });
        let help = near.map_or_else(
            || "write an article's slug, a topic, place, actor or event, or a day".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        Diagnostic::error(
            codes::NOTE_ON_NOTHING,
            &card.path,
            name.spot,
            format!("nothing is called `{}`", name.value),
        )
        .help(help)
    }
}
