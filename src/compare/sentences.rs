//! Sentences of a page that are no more, and those that are new.

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::render::plain_text;

/// What stands in one place of a page: sentences that go, and sentences that come.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hunk {
    /// As it was.
    pub was: Vec<String>,
    /// As it would be.
    pub now: Vec<String>,
}

/// What changes between two states of a page, in its main part.
pub(super) fn hunks(was: &str, now: &str) -> Vec<Hunk> {
    let (was, now) = (plain(main(was)), plain(main(now)));
    let ops = capture_diff_slices(Algorithm::Patience, &was, &now);
    let changed = ops.into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let hunk =
        |op: DiffOp| Hunk { was: was[op.old_range()].to_vec(), now: now[op.new_range()].to_vec() };
    changed.map(hunk).collect()
}

fn main(html: &str) -> &str {
    let inside = html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>"));
    inside.and_then(|(inside, _)| inside.split_once('>')).map_or(html, |(_, inside)| inside)
}

/// The sentences of finished HTML, without its tags; cells of a table are apart.
pub(super) fn plain(html: &str) -> Vec<String> {
    let text = plain_text(html);
    let rule = |c: char| ('\u{2500}'..='\u{257f}').contains(&c);
    let cells = text.split(|c: char| c == '\n' || rule(c));
    let sentences = cells.flat_map(|cell| cell.split_sentence_bounds());
    sentences.map(str::trim).filter(|sentence| !sentence.is_empty()).map(str::to_owned).collect()
}
