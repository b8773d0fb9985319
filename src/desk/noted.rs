//! What notes are on.

use std::collections::BTreeMap;

use super::CardId;
use super::backlinks::Thing;
use super::links::{Index, private};
use crate::base::{Day, Diagnostic};
use crate::model::{Card, EntryKind, codes};

impl Index<'_> {
    /// What each note is on. A note on nothing that readers can see is an error.
    pub fn notes(&self, complaints: &mut Vec<Diagnostic>) -> BTreeMap<Thing, Vec<CardId>> {
        let mut noted: BTreeMap<Thing, Vec<CardId>> = BTreeMap::new();
        for (at, card) in self.cards.iter().enumerate() {
            let Some(note) = card.note() else { continue };
            for name in &note.on {
                match self.thing(&name.value) {
                    Some(thing) => noted.entry(thing).or_default().push(CardId(at as u32)),
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
