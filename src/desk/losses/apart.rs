//! Whether two figures could count the same death.

use super::{Counted, Side};
use crate::desk::{Desk, EntryId};
use crate::model::{Fields, Precision, When};

/// Why two figures could count the same death; nothing where they cannot.
pub fn could_count_one_death(
    desk: &Desk,
    (a, a_when): (&Counted, &When),
    (b, b_when): (&Counted, &When),
) -> Option<&'static str> {
    if apart_in_time(a_when, b_when) || apart_in_place(desk, a, b) {
        return None;
    }
    why_sides_overlap(desk, a, b)
}

/// Windows are apart when one surely ends before the other surely begins: an end that is only about
/// right is not sure.
fn apart_in_time(a: &When, b: &When) -> bool {
    let before = |first: &When, second: &When| {
        let sure = !first.end_is_unsure() && !second.start_is_unsure();
        let apart =
            matches!((first.latest(), second.earliest()), (Some(end), Some(start)) if end < start);
        sure && apart
    };
    before(a, b) || before(b, a)
}

/// Two events at two exact places are two events. A region may hold a town, and of a place without
/// its precision nobody knows what it holds.
fn apart_in_place(desk: &Desk, a: &Counted, b: &Counted) -> bool {
    let events = matches!((a.event, b.event), (Some(a), Some(b)) if a != b);
    let exact = |place: EntryId| {
        let facts = desk.entries.get(place).facts.as_ref().map(|facts| &facts.fields);
        let precise = Some(Precision::Place);
        matches!(facts, Some(Fields::Place { precision, .. }) if *precision == precise)
    };
    let places = matches!((a.place, b.place), (Some(a), Some(b)) if a != b && exact(a) && exact(b));
    events && places
}

fn why_sides_overlap(desk: &Desk, a: &Counted, b: &Counted) -> Option<&'static str> {
    match (a.side, b.side) {
        (Side::Civilians, Side::Civilians) => Some("both count civilians"),
        (Side::Both, _) | (_, Side::Both) => Some("one of them counts both sides together"),
        (Side::Civilians, Side::Actor(_)) | (Side::Actor(_), Side::Civilians) => {
            // Whom one party calls a civilian the other may call a fighter.
            let same = a.who.is_some() && a.who == b.who;
            (!same).then_some("whom one speaker counts as civilians another may count as fighters")
        }
        (Side::Actor(a), Side::Actor(b)) => {
            let same = desk.party(a).is_with(&desk.party(b));
            same.then_some("both count the dead of one side")
        }
    }
}
