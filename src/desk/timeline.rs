use std::collections::BTreeMap;

use super::{Desk, EntryId};
use crate::base::Day;
use crate::model::{EntryKind, Fields, When};

/// The registry's events in the order of time.
#[derive(Debug, Default)]
pub struct Timeline {
    /// Events that may have begun in a month, or of which only the end is known: by earliest
    /// start, then by latest end.
    pub months: BTreeMap<(i16, i8), Vec<EntryId>>,
    /// Events of which neither start nor end is known.
    pub undated: Vec<EntryId>,
}

impl Desk {
    /// When an event happened, as exactly as the registry says.
    pub fn when(&self, event: EntryId) -> Option<&When> {
        match &self.entries.get(event).facts.as_ref()?.fields {
            Fields::Event { when, .. } => when.as_ref(),
            _ => None,
        }
    }

    /// By earliest start, then by latest end; events without a date come last.
    pub fn time_key(&self, event: EntryId) -> (bool, Option<Order>, EntryId) {
        let when = self.when(event);
        (when.is_none(), when.map(When::order), event)
    }
}

/// What a time is sorted by.
type Order = (Option<Day>, bool, Option<Day>);

/// Puts all events in the order of time.
pub fn arrange(desk: &Desk) -> Timeline {
    let mut events: Vec<EntryId> =
        desk.entries.of_kind(EntryKind::Event).map(|(id, _)| id).collect();
    events.sort_by_cached_key(|event| desk.time_key(*event));
    let mut timeline = Timeline::default();
    for event in events {
        let when = desk.when(event);
        match when.and_then(|when| when.earliest().or(when.latest())) {
            Some(day) => {
                timeline.months.entry((day.year(), day.month())).or_default().push(event);
            }
            None => timeline.undated.push(event),
        }
    }
    timeline
}
