//! Marks and footnotes that Markdown did not take for such: printed, they would show readers what is
//! not meant for them.

use std::ops::Range;

use super::File;
use crate::model::codes;

/// More of them in one file say nothing new.
const MOST: usize = 20;

/// Complains of half marks outside every recognised link and code span: `](#c1 "` that is no link,
/// `](#c1 who says)` without quotes, `] (#c1 "…")` with a blank.
pub fn complain(file: &mut File<'_, '_>, whole: &[Range<usize>], wikilinks: &[Range<usize>]) {
    let body = file.body;
    // Every mark, whole or half, has `(#c` or `(#k` right behind `]`, or a blank between.
    let places = body.match_indices("(#").filter_map(|(at, _)| {
        let numbered = body[at + 2..].starts_with(['c', 'k']);
        let start = if body[..at].ends_with(']') { at.checked_sub(1) } else { at.checked_sub(2) }?;
        let behind = matches!(body.get(start..at), Some("]" | "] " | "]\n"));
        (numbered && behind).then_some((start, at + 3))
    });
    let halves = places.filter(|(at, _)| !is_inside(whole, *at));
    let ends = halves.filter_map(|(at, number)| half(body, at, number).map(|end| (at, end)));
    let mut found: Vec<(usize, usize)> = ends.take(MOST).collect();
    found.sort_unstable();
    for (at, end) in found {
        match broken_by(body, at, wikilinks) {
            Some(link) => file.error(
                codes::WIKILINK_IN_MARK,
                link,
                "a [[name]] inside a mark breaks the mark",
                "mark the words without the [[ ]], and link the name elsewhere",
            ),
            None => file.error(
                codes::HALF_MARK,
                at..end,
                "this is half a mark: its notes would be printed",
                "a mark is [words](#c1 \"who says\") with straight quotes, and no link inside",
            ),
        }
    }
}

/// Where the number of a half mark ends, if its notes follow.
fn half(body: &str, at: usize, number: usize) -> Option<usize> {
    let digits = body[number..].bytes().take_while(u8::is_ascii_digit).count();
    let end = number + digits;
    let rest = body[end..].trim_start_matches([' ', '\n']);
    let noted = rest.len() < body[end..].len() || rest.starts_with(['"', '\'', '“']);
    (digits > 0 && noted && at < end).then_some(end)
}

/// The [[name]] that broke a mark: between its bracket and its number.
fn broken_by(body: &str, at: usize, wikilinks: &[Range<usize>]) -> Option<Range<usize>> {
    let last = wikilinks.partition_point(|link| link.end <= at).checked_sub(1)?;
    let link = wikilinks[last].clone();
    let paragraph = body[..link.start].rfind("\n\n").map_or(0, |end| end + 2);
    let open = |text: &str| text.matches('[').count() > text.matches(']').count();
    let together = !body[link.end..at].contains("\n\n") && !body[link.end..at].contains(['[', ']']);
    (together && open(&body[paragraph..link.start])).then_some(link)
}

/// Complains of `[^9]` where no footnote of that name is written.
pub fn footnotes(file: &mut File<'_, '_>, whole: &[Range<usize>], known: &[Range<usize>]) {
    let body = file.body;
    let mut known = known.to_vec();
    known.sort_by_key(|range| range.start);
    let places = body.match_indices("[^").map(|(at, _)| at);
    let lost = places.filter(|at| !is_inside(whole, *at) && !is_inside(&known, *at));
    for at in lost.take(MOST) {
        let label: String = body[at + 2..]
            .chars()
            .take_while(|c| c.is_alphanumeric() || "-_".contains(*c))
            .collect();
        let end = at + 2 + label.len();
        if !label.is_empty() && body[end..].starts_with(']') {
            let message = format!("the footnote `{label}` is written nowhere");
            file.warning(
                codes::FOOTNOTE,
                at..end + 1,
                message,
                format!("write [^{label}]: and its text on a line of its own"),
            );
        }
    }
}

/// Whether a place is inside one of some sorted ranges.
fn is_inside(ranges: &[Range<usize>], at: usize) -> bool {
    let before = ranges.partition_point(|range| range.start <= at);
    // Links may stand in each other only one deep, so the last few that begin before it will do.
    ranges[before.saturating_sub(4)..before].iter().any(|range| range.contains(&at))
}
