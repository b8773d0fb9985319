//! Claims, figures, events in time and what is new: worked out of all reports, or shared with the
//! desk before where nothing that they are made of has changed.

use std::sync::Arc;

use super::before::Earlier;
use super::{Desk, claims, losses, parties, since, timeline};
use crate::base::Diagnostic;
use crate::model::{EntryKind, Fields};

/// Fills in what is worked out of the marks of all reports.
pub fn fill(desk: &mut Desk, earlier: Option<&Earlier<'_>>, complaints: &mut Vec<Diagnostic>) {
    // Shared entries are the same registry and the same names in the same order.
    let same = earlier.filter(|earlier| Arc::ptr_eq(&earlier.before.entries, &desk.entries));
    if let Some(Earlier { before, .. }) = same {
        desk.side_names = Arc::clone(&before.side_names);
        desk.affiliations = Arc::clone(&before.affiliations);
        desk.timeline = Arc::clone(&before.timeline);
    } else {
        desk.side_names = parties::side_names(desk).into();
        desk.affiliations = claims::affiliations(desk).into();
        desk.timeline = timeline::arrange(desk).into();
    }
    // Shared backlinks are the same answers to the same claims.
    let same = same.filter(|earlier| {
        Arc::ptr_eq(&earlier.before.cited_by, &desk.cited_by)
            && earlier.all(&desk.cards, |old, new| old.differs_in_words_only(new))
            && !asks_by_name(desk)
    });
    if let Some(Earlier { before, .. }) = same {
        desk.claims = Arc::clone(&before.claims);
        desk.losses = Arc::clone(&before.losses);
        desk.news = Arc::clone(&before.news);
        return;
    }
    desk.claims = claims::arrange(desk).into();
    desk.losses = losses::arrange(desk).into();
    let sums = losses::sums(desk, complaints);
    if let Some(losses) = Arc::get_mut(&mut desk.losses) {
        losses.sums = sums;
    }
    desk.news = since::news(desk).into();
}

/// Whether something asks for a mark by the name of its article, which another title may change:
/// a sum, or what a note makes of a claim.
fn asks_by_name(desk: &Desk) -> bool {
    let mut events = desk
        .entries
        .of_kind(EntryKind::Event)
        .filter_map(|(_, event)| event.facts.as_ref().map(|facts| &facts.fields));
    let mut briefings = desk.briefings.iter().filter_map(|id| desk.card(*id).briefing());
    let mut notes = desk.notes.iter().filter_map(|id| desk.card(*id).note());
    events.any(|fields| matches!(fields, Fields::Event { sum: Some(_), .. }))
        || briefings.any(|briefing| briefing.sum.is_some())
        || notes.any(|note| !note.assessment.is_empty())
}
