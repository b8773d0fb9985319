//! The months of an entry.

use crate::desk::{CardId, Desk, EntryId};

/// The articles of an entry in one month.
#[derive(Debug, Clone, Copy)]
pub struct Month<'d> {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
    /// Newest first.
    pub articles: &'d [CardId],
}

/// The articles of an entry by month, newest month first. They are sorted already, so that a month
/// is found without looking at each of them.
pub fn months_of(desk: &Desk, id: EntryId) -> Vec<Month<'_>> {
    let mut months = Vec::new();
    let mut rest = desk.entries.get(id).articles.as_slice();
    while let Some(day) = rest.first().and_then(|id| desk.card(*id).date()).map(|date| date.day) {
        let (year, month) = (day.year(), day.month());
        let same = |id: &CardId| {
            desk.card(*id)
                .date()
                .is_some_and(|date| (date.day.year(), date.day.month()) == (year, month))
        };
        let (articles, older) = rest.split_at(rest.partition_point(same));
        months.push(Month { year, month, articles });
        rest = older;
    }
    months
}

/// The articles of an entry in a month; none in a month that it does not have.
pub fn month_of(desk: &Desk, id: EntryId, year: i16, month: i8) -> &[CardId] {
    let all = desk.entries.get(id).articles.as_slice();
    let date = |id: &CardId| desk.card(*id).date().map(|date| (date.day.year(), date.day.month()));
    let start = all.partition_point(|id| date(id) > Some((year, month)));
    let end = all.partition_point(|id| date(id) >= Some((year, month)));
    all.get(start..end).unwrap_or_default()
}
