use edtf_core::{Bound, Edtf};

use crate::base::Day;

/// A date as exact as it is known, in EDTF (ISO 8601-2:2019, Annex A) of level 0 or 1.
#[derive(Debug, Clone, PartialEq)]
pub struct When {
    text: String,
    edtf: Edtf,
}

impl When {
    /// Reads an EDTF expression of level 0 or 1.
    pub fn parse(text: &str) -> Option<Self> {
        let edtf = Edtf::parse(text).ok()?;
        (edtf.level() <= 1).then(|| Self { text: text.to_owned(), edtf })
    }

    /// As it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The parsed expression.
    pub fn edtf(&self) -> &Edtf {
        &self.edtf
    }

    /// The first day that it may mean; none when the start is open or unknown.
    pub fn earliest(&self) -> Option<Day> {
        day_of(&self.edtf.bounds().earliest)
    }

    /// The last day that it may mean; none when the end is open or unknown.
    pub fn latest(&self) -> Option<Day> {
        day_of(&self.edtf.bounds().latest)
    }
}

fn day_of(bound: &Bound) -> Option<Day> {
    match bound {
        Bound::Date(date) => Day::new(
            i16::try_from(date.year).ok()?,
            i8::try_from(date.month).ok()?,
            i8::try_from(date.day).ok()?,
        ),
        _ => None,
    }
}
