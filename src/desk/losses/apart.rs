//! Whether two figures could count the same death.

use super::{Counted, Side};
use crate::desk::Desk;
use crate::model::When;

/// Why two figures could count the same death; nothing where they cannot.
pub fn could_count_one_death(
    desk: &Desk,
    (a, a_when): (&Counted, &When),
    (b, b_when): (&Counted, &When),
) -> Option<&'static str> {
    if apart_in_time(a_when, b_when) || apart_in_place(a, b) {
        return None;
    }
    why_sides_overlap(desk, a.side, b.side)
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

/// Two events in two places are two events.
fn apart_in_place(a: &Counted, b: &Counted) -> bool {
    let events = matches!((a.event, b.event), (Some(a), Some(b)) if a != b);
    let places = matches!((a.place, b.place), (Some(a), Some(b)) if a != b);
    events && places
}

fn why_sides_overlap(desk: &Desk, a: Side, b: Side) -> Option<&'static str> {
    match (a, b) {
        (Side::Civilians, Side::Civilians) => Some("both count civilians"),
        (Side::Civilians, Side::Actor(_)) | (Side::Actor(_), Side::Civilians) => None,
        (Side::Both, _) | (_, Side::Both) => Some("one of them counts both sides together"),
        (Side::Actor(a), Side::Actor(b)) => {
            let same = desk.party(a).is_with(&desk.party(b));
            same.then_some("both count the dead of one side")
        }
    }
}
