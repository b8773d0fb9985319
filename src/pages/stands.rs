//! When a plan still stands for another desk.

use std::sync::Arc;

use super::photos::photographs;
use crate::base::Diagnostic;
use crate::desk::{CardId, Desk, Destination};
use crate::model::{Card, Front, Name};

/// Whether planning this desk would give the plan and the messages of the desk before: the same
/// days, entries and files, and no card that wants another address, shows other photographs, has
/// other anchors or links to another address of the site. Where a headline stands is for messages alone: it counts where `said`,
/// what planning said, speaks of the file. An answer of no costs time, never truth.
pub fn stands(before: &Desk, said: &[Diagnostic], desk: &Desk) -> bool {
    let same_lists = Arc::ptr_eq(&before.days, &desk.days)
        && Arc::ptr_eq(&before.entries, &desk.entries)
        && Arc::ptr_eq(&before.claims, &desk.claims)
        && Arc::ptr_eq(&before.losses, &desk.losses)
        && before.statics == desk.statics
        && before.has_corrections() == desk.has_corrections()
        && before.tombstones == desk.tombstones
        && before.cards.len() == desk.cards.len();
    let mut pairs = before.cards.iter().zip(&desk.cards).enumerate();
    same_lists
        && pairs.all(|(at, (old, new))| {
            let id = CardId(at as u32);
            Arc::ptr_eq(old, new)
                || wants(old) == wants(new)
                    && (old.spot == new.spot || !speaks_of(said, &new.path))
                    && photographs(old).eq(photographs(new))
                    && anchors(old).eq(anchors(new))
                    && sites(before, id).eq(sites(desk, id))
        })
}

fn speaks_of(said: &[Diagnostic], path: &str) -> bool {
    said.iter().any(|complaint| {
        let help = complaint.help.as_deref().unwrap_or_default();
        *complaint.place.path == *path || complaint.message.contains(path) || help.contains(path)
    })
}

/// Which addresses a card wants, and which template.
fn wants(card: &Card) -> (&str, &str, Option<&Name>, &[Name]) {
    let (template, aliases) = match &card.front {
        Front::Article(article) => (article.template.as_ref(), article.aliases.as_slice()),
        Front::Page(page) => (page.template.as_ref(), page.aliases.as_slice()),
        _ => (None, &[][..]),
    };
    (&card.path, card.slug(), template, aliases)
}

fn anchors(card: &Card) -> impl Iterator<Item = &str> {
    card.text.anchors.iter().map(|anchor| anchor.value.as_str())
}

fn sites(desk: &Desk, id: CardId) -> impl Iterator<Item = &Destination> {
    let links = desk.links_of(id).iter().map(|link| &link.to);
    links.filter(|to| matches!(to, Destination::Site(..)))
}
