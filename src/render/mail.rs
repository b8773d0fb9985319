//! An e-mail's size: programs cut what is longer than about 100 KB, so we cut first, between items,
//! and say so.

use serde::Serialize;

use crate::pages::views::DocumentView;

/// No e-mail is longer, in bytes.
pub const MOST: usize = 100_000;

/// How much of a briefing its e-mail keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Kept {
    /// Blocks of the lead.
    pub lead: usize,
    /// Reports.
    pub stories: usize,
    /// Sums.
    pub sums: usize,
    /// Notes of the day.
    pub notes: usize,
}

impl Kept {
    /// The first so many parts of a briefing, in the order of how much they are missed: the lead, the
    /// reports, sums, notes.
    fn first(parts: usize, of: &DocumentView) -> Self {
        let mut left = parts;
        let mut take = |all: usize| {
            let taken = all.min(left);
            left -= taken;
            taken
        };
        let edition = &of.edition;
        Self {
            lead: take(edition.text.len()),
            stories: take(of.stories.len()),
            sums: take(edition.sums.len()),
            notes: take(edition.notes.len()),
        }
    }
}

/// The longest e-mail that is short enough. Nearly every briefing is drawn once; of one that is too
/// long the most is found that fits.
pub fn fit<E>(of: &DocumentView, draw: impl Fn(Kept) -> Result<String, E>) -> Result<String, E> {
    let edition = &of.edition;
    let all = edition.text.len() + of.stories.len() + edition.sums.len() + edition.notes.len();
    let whole = draw(Kept::first(all, of))?;
    if whole.len() <= MOST {
        return Ok(whole);
    }
    let (mut fits, mut too_long) = (0, all);
    let mut best = draw(Kept::first(0, of))?;
    while too_long - fits > 1 {
        let middle = fits.midpoint(too_long);
        let text = draw(Kept::first(middle, of))?;
        if text.len() <= MOST {
            (fits, best) = (middle, text);
        } else {
            too_long = middle;
        }
    }
    Ok(best)
}
