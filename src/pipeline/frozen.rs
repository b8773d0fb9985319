//! Does an edition still say what was released? Only here are its lines and its text at hand.

use std::collections::HashMap;
use std::sync::Arc;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Edition;
use super::put_right::put_right;
use crate::base::{Diagnostic, Spot, plain_line};
use crate::content::{Body, Piece, SiteFiles, SourceKind, Text};
use crate::desk::{CardId, Desk};
use crate::model::{Card, Lock, Settings, codes};
use crate::pages::views::Tree;
use crate::render::plain_text;

/// What was found out of the released editions of a run before.
#[derive(Debug, Default)]
pub struct Frozen {
    /// The arrangement, and the leads, of which it was found out.
    arranged: Option<Arc<Vec<Tree>>>,
    leads: HashMap<Arc<str>, (Text, Vec<String>)>,
    said: Vec<Diagnostic>,
}

impl Frozen {
    /// Says what differs, each stretch at the file that it stands in.
    pub fn check(
        &mut self,
        trees: &Arc<Vec<Tree>>,
        files: &SiteFiles,
        settings: &Settings,
        body_of: impl Fn(&Card) -> Arc<Body>,
        complaints: &mut Vec<Diagnostic>,
    ) {
        let mut same = self.arranged.as_ref().is_some_and(|known| Arc::ptr_eq(known, trees));
        let mut leads = std::mem::take(&mut self.leads);
        let released =
            trees.iter().flat_map(|tree| tree.desk.released.keys().map(move |id| (tree, id)));
        // An edition that a tree shows in another language is that language's to look at.
        let released: Vec<_> = released
            .filter_map(|(tree, id)| Some((&*tree.desk, *id, tree.desk.lock_of(*id)?)))
            .filter(|(desk, _, lock)| settings.home_of(&lock.language) == desk.language)
            .collect();
        for (desk, id, _) in &released {
            let card = desk.card(*id);
            let Some(source) = files.filed(&card.path) else { continue };
            let known = leads.remove(&card.path).filter(|(text, _)| text.is(source.text()));
            same &= known.is_some();
            let known = known.unwrap_or_else(|| (source.text().clone(), lead(&body_of(card))));
            self.leads.insert(Arc::clone(&card.path), known);
        }
        if !same {
            let lead = |path: &str| self.leads.get(path).map_or(&[][..], |(_, lead)| lead);
            let said = released.iter().flat_map(|(desk, id, lock)| {
                let now = desk.edition_text(*id, lead(&desk.card(*id).path));
                differences(desk, *id, lock, &now)
            });
            self.said = said.collect();
            self.arranged = Some(Arc::clone(trees));
        }
        complaints.extend(self.said.iter().cloned());
    }
}

/// The words of an edition's own text, a line for each of its blocks.
fn lead(body: &Body) -> Vec<String> {
    let lead = body.blocks.iter().flat_map(|block| {
        let notes = block.footnotes.iter().map(|note| words(&note.pieces));
        std::iter::once(words(&block.pieces)).chain(notes)
    });
    lead.filter(|line| !line.is_empty()).collect()
}

impl Edition {
    /// How many locks there are whose release is still to come, by the clock of this run.
    pub fn later_locks(&self) -> usize {
        let locks = self.sources.iter().filter(|source| source.kind == SourceKind::Lock).count();
        locks.saturating_sub(self.desk.locks.len())
    }

    /// What readers get of a briefing, line by line.
    pub fn text_of(&self, desk: &Desk, briefing: CardId) -> Vec<String> {
        let body = self.bodies.of(desk.card(briefing), &self.sources, &self.settings);
        let text = desk.edition_text(briefing, &lead(&body)).into_iter();
        text.map(|(_, line)| line).collect()
    }
}

/// The words of a stretch of a text. Where its links lead is not among them.
fn words(pieces: &[Piece]) -> String {
    let html = pieces.iter().filter_map(|piece| match piece {
        Piece::Html(html) => Some(html.as_str()),
        Piece::Href(_) | Piece::Id(_) | Piece::Fragment(_) => None,
    });
    plain_line(&plain_text(&html.collect::<String>()))
}

fn differences(
    desk: &Desk,
    edition: CardId,
    lock: &Lock,
    now: &[(CardId, String)],
) -> Vec<Diagnostic> {
    let (was, mut wrong) = put_right(desk, edition, lock, now);
    let was: Vec<&str> = was.iter().map(String::as_str).collect();
    let lines: Vec<&str> = now.iter().map(|(_, line)| line.as_str()).collect();
    let ops = capture_diff_slices(Algorithm::Patience, &was, &lines);
    let changed = ops.into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let changed =
        changed.map(|op| difference(desk, lock, now, &was[op.old_range()], op.new_range()));
    wrong.extend(changed);
    wrong
}

fn difference(
    desk: &Desk,
    lock: &Lock,
    now: &[(CardId, String)],
    was: &[&str],
    place: std::ops::Range<usize>,
) -> Diagnostic {
    let nearest = now.get(place.start.min(now.len().saturating_sub(1)));
    let path = nearest.map_or(&lock.path, |(id, _)| &desk.card(*id).path);
    let (from, to) =
        (quoted(was.iter().copied()), quoted(now[place].iter().map(|(_, l)| l.as_str())));
    let what = match (from, to) {
        (Some(from), Some(to)) => format!("readers got {from}, and would now get {to}"),
        (Some(from), None) => format!("readers got {from}, and would no longer get it"),
        (None, Some(to)) => format!("readers would now get {to}, which was not there"),
        (None, None) => "it differs".to_owned(),
    };
    let message = format!("the edition {} was released: {what}", lock.edition.value);
    let help = format!(
        "bring the words back as they were, or write a correction: `dateline new correction {}`",
        desk.card(nearest.map_or(CardId(0), |(id, _)| *id)).slug()
    );
    Diagnostic::error(codes::FROZEN_TEXT, path, Spot::START, message).help(help)
}

/// Some lines in quotation marks, the first of them whole.
fn quoted<'l>(mut lines: impl Iterator<Item = &'l str>) -> Option<String> {
    let first = lines.next()?.trim();
    Some(match lines.count() {
        0 => format!("`{first}`"),
        more => format!("`{first}` and {more} more lines"),
    })
}
