//! Words that stand twice in a row: link texts and captions that a page carries once to be seen
//! and once to be read aloud.

use super::words::{count, length};

/// The same words twice, if that is all a text is: `(once, again)`.
pub fn halves(text: &str) -> Option<(&str, &str)> {
    let at = text.len() / 2;
    let (once, again) = (text.get(..at)?, text.get(at..)?);
    // With a blank between them the length is odd, and the second half has it.
    let again = again.strip_prefix(' ').unwrap_or(again);
    let words = count(once) >= 3 && length(once) >= 12;
    (words && once == again).then_some((once, again))
}
