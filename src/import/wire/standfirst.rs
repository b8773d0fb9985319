//! Where the report proper begins, and what stands between it and the headline.

use super::dateline;
use super::piece::{Kind, Piece};
use super::words::{after_prefix, ends_sentence, length};

/// Finds the piece that opens the report (the number of pieces, if none does) and marks the
/// standfirst above it. `from` is the piece after the headline.
pub fn find_opening(pieces: &mut [Piece], from: usize, copy: &str) -> usize {
    let prose = |at: &usize| pieces[*at].is_prose();
    let first: Vec<usize> = (from..pieces.len()).filter(prose).take(8).collect();
    let Some(&opening) = first.first() else { return pieces.len() };
    let dated = |at: &&usize| dateline::read(&pieces[**at].text, copy).is_some();
    if let Some(dated) = first.iter().take(3).find(dated).copied() {
        return above_dateline(pieces, &first, dated);
    }
    // Below a heap of short lines only a dateline with agency or day is plain enough.
    let plain = first.iter().position(|at| dateline::is_plain(&pieces[*at].text));
    if let Some(dated) = plain.filter(|dated| are_lines(pieces, &first[..*dated])) {
        return first[dated];
    }
    let guess = match first[1..] {
        [_, ..] if !could_be_standfirst(&pieces[opening]) => None,
        [next, ..] if signed_between(pieces, from, opening, next) => Some(None),
        [next, ..] => standfirst_by_shape(pieces, from, opening, next, first.get(2)).map(Some),
        [] => None,
    };
    let Some(guess) = guess else { return opening };
    pieces[opening].kind = Kind::Standfirst;
    pieces[opening].guess = guess;
    first[1]
}

/// A single line above the dateline is the standfirst; paragraphs above it are the report.
fn above_dateline(pieces: &mut [Piece], first: &[usize], dated: usize) -> usize {
    let above = || first.iter().copied().take_while(|at| *at < dated);
    let lines: Vec<usize> = above().filter(|at| could_be_standfirst(&pieces[*at])).collect();
    let paragraph = above().any(|at| length(&pieces[at].text) > LONGEST);
    match lines[..] {
        [] if !paragraph => dated,
        [only] if !paragraph => {
            pieces[only].kind = Kind::Standfirst;
            dated
        }
        _ if are_lines(pieces, &lines) && dateline::is_plain(&pieces[dated].text) => dated,
        _ => first[0],
    }
}

/// Whether no sentence is among them.
fn are_lines(pieces: &[Piece], places: &[usize]) -> bool {
    places.iter().all(|at| !ends_sentence(&pieces[*at].text))
}

/// A standfirst's length, in characters.
const SHORTEST: usize = 25;
const LONGEST: usize = 350;

fn could_be_standfirst(piece: &Piece) -> bool {
    // A byline that could not be read is still none.
    let byline = after_prefix(&piece.text, "by ").is_some();
    (SHORTEST..=LONGEST).contains(&length(&piece.text)) && !byline
}

/// Whether byline or day stand between two paragraphs, and not above both.
fn signed_between(pieces: &[Piece], from: usize, opening: usize, next: usize) -> bool {
    let signs =
        |piece: &Piece| matches!(piece.kind, Kind::Byline(_) | Kind::Stamp(_) | Kind::Agency);
    pieces[opening..next].iter().any(signs) && !pieces[from..opening].iter().any(signs)
}

/// Without a dateline or a byline only the form of a line can tell.
fn standfirst_by_shape(
    pieces: &[Piece],
    from: usize,
    opening: usize,
    next: usize,
    third: Option<&usize>,
) -> Option<&'static str> {
    let (line, below) = (&pieces[opening], &pieces[next]);
    if !ends_sentence(&line.text) && ends_sentence(&below.text) {
        return Some("taken for the standfirst: it has no full stop");
    }
    let below_headline = !line.apart && from > 0 && from == opening;
    let spaced = below.apart && third.is_none_or(|third| pieces[*third].apart);
    (below_headline && spaced).then_some("taken for the standfirst: it clings to the headline")
}
