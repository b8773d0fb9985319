//! Marks that Markdown did not take for links: printed, they would show their notes to readers.

use std::ops::Range;

use super::File;
use crate::model::codes;

/// Complains of `](#c1 "` outside every recognised link and code span.
pub fn complain(file: &mut File<'_, '_>, whole: &[Range<usize>], wikilinks: &[Range<usize>]) {
    let body = file.body;
    for opening in ["](#c", "](#k"] {
        let mut from = 0;
        while let Some(found) = body[from..].find(opening) {
            let at = from + found;
            from = at + opening.len();
            let digits = body[from..].bytes().take_while(u8::is_ascii_digit).count();
            let noted =
                body[from + digits..].trim_start_matches([' ', '\n']).starts_with(['"', '\'', '“']);
            let inside = whole.iter().any(|range| range.contains(&at));
            if digits == 0 || !noted || inside {
                continue;
            }
            let paragraph = body[..at].rfind("\n\n").map_or(0, |end| end + 2);
            let within =
                wikilinks.iter().rev().find(|link| link.start >= paragraph && link.end <= at);
            match within.filter(|link| body[paragraph..link.start].contains('[')) {
                Some(link) => file.error(
                    codes::WIKILINK_IN_MARK,
                    link.clone(),
                    "a [[name]] inside a mark breaks the mark",
                    "mark the words without the [[ ]], and link the name elsewhere",
                ),
                None => file.error(
                    codes::HALF_MARK,
                    at..from + digits,
                    "this is half a mark: its notes would be printed",
                    "a mark is [words](#c1 \"who says\") with straight quotes, and no link inside",
                ),
            }
        }
    }
}
