//! Copy in the forms in which it is pasted, in our own words.
//!
//! Every copy read here is also weighed: no word may be missing from what was found, and none added.

mod articles;
mod bylines;
mod datelines;
mod days;
mod errors;
mod furniture;
mod headlines;
mod lists;
mod markup;
mod pages;
mod pictures;
mod properties;
mod seed;
mod shapes;
mod weigh;

use super::{Remark, Wire, read};
use weigh::unaccounted;

/// A headline and a first paragraph's sentence for copies that are about something else.
const TITLE: &str = "Envoys leave the port without a deal";
const LEAD: &str = "The envoys left on the morning boat, port officers said.";
const SECOND: &str = "Both sides say that they will meet again within the month.";

/// What was found in a copy that must be readable.
fn wire(copy: &str) -> Wire {
    let wire = match read(copy) {
        Ok(wire) => wire,
        Err(error) => panic!("{error}: {copy}"),
    };
    assert_eq!(
        unaccounted(copy, &wire),
        Vec::<String>::new(),
        "lost or invented in {copy:?}: {wire:#?}"
    );
    wire
}

/// What was found around a line that stands between headline and report.
fn with_line_above(line: &str) -> Wire {
    wire(&format!("{TITLE}\n\n{line}\n\n{LEAD}\n\n{SECOND}\n"))
}

/// What was found around a line that stands inside the report.
fn with_line_inside(line: &str) -> Wire {
    wire(&format!("{TITLE}\n\n{LEAD}\n\n{line}\n\n{SECOND}\n"))
}

/// What was found around a line that stands further down.
fn with_line_below(line: &str) -> Wire {
    wire(&format!("{TITLE}\n\n{LEAD}\n\n{SECOND}\n\n{line}\n\nNo boat came.\n"))
}

/// Remarks without their reasons.
fn texts(remarks: &[Remark]) -> Vec<&str> {
    remarks.iter().map(|remark| remark.text.as_str()).collect()
}
