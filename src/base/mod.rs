//! What every floor stands on: places in a text, messages, names for addresses, days.
//!
//! Knows nothing of journalism, of files or of HTML.

mod checked;
mod day;
mod diagnostic;
mod escape;
mod nearest;
mod slug;
mod spot;

pub use checked::Checked;
pub use day::{Clock, Day, Moment};
pub use diagnostic::{Code, Diagnostic, Place, Severity};
pub use escape::{escape_html, plain_line};
pub use nearest::{did_you_mean, nearest};
pub use slug::{is_slug, slugify};
pub use spot::{Lines, Spot, Spotted};

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]
mod tests;
