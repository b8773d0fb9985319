//! What a paragraph is by where it stands: headline, list, caption, report.

use std::collections::{BTreeMap, BTreeSet};

use super::piece::{Kind, List, Piece};
use super::words::{after_bullet, ends_sentence, folded, length, like_headline};
use super::{ReadError, dateline, pictures, standfirst};

/// Gives every piece its last kind; with them the place of the piece that opens the report.
pub fn sort(
    mut pieces: Vec<Piece>,
    given: Option<&str>,
    copy: &str,
) -> Result<(Vec<Piece>, usize), ReadError> {
    let from = headline(&mut pieces, given)?.map_or(0, |title| title + 1);
    leave_out_repeats(&mut pieces);
    take_lists(&mut pieces, from);
    let mut pieces = pictures::bring_together(pieces, from);
    leave_out_captions(&mut pieces);
    let opening = standfirst::find_opening(&mut pieces, from, copy);
    settle(&mut pieces, opening);
    Ok((pieces, opening))
}

/// The headline's place; none when the desk has given one.
fn headline(pieces: &mut [Piece], given: Option<&str>) -> Result<Option<usize>, ReadError> {
    let Some(at) = headline_place(pieces) else {
        return if given.is_some() { Ok(None) } else { Err(ReadError::NoBody) };
    };
    let line = &pieces[at].text;
    match given {
        Some(given) if folded(given) == folded(line) => pieces[at].leave_out("the headline, again"),
        // In doubt the first line is the report's: a headline was given.
        Some(_) if is_paragraph(line) || !like_headline(line) => return Ok(None),
        Some(_) => pieces[at].leave_out("the copy's own headline"),
        None if is_paragraph(line) => return Err(ReadError::NoTitle(pieces[at].line)),
        None => {
            if line.ends_with('.') {
                pieces[at].guess = Some("taken for the headline, though it ends as a sentence");
            }
            pieces[at].kind = Kind::Title;
        }
    }
    Ok(Some(at))
}

/// Where a headline would stand: above it there is nothing but furniture.
fn headline_place(pieces: &[Piece]) -> Option<usize> {
    // Sections and bylines may stand above it; with nothing like a headline below, they are one.
    let mut prose = pieces.iter().filter(|piece| piece.is_prose());
    let better =
        prose.next().is_some_and(|piece| like_headline(&piece.text)) && prose.next().is_some();
    pieces.iter().position(|piece| match piece.kind {
        Kind::Prose | Kind::Names(_) => true,
        Kind::Section | Kind::Byline(_) => !better,
        _ => false,
    })
}

/// Whether a first line is of the report already.
fn is_paragraph(text: &str) -> bool {
    let sentences = text.split(' ').filter(|word| ends_sentence(word) && word.len() > 4).count();
    let prose = text.ends_with('.') && (length(text) > 100 || sentences > 1);
    prose || length(text) > 200 || dateline::opens_report(text)
}

/// A paragraph that stands a second time. Short lines may be meant: "No." and again "No."
fn leave_out_repeats(pieces: &mut [Piece]) {
    // Each text, and whether it is the headline's.
    let mut seen: BTreeMap<String, bool> = BTreeMap::new();
    let mut last = String::new();
    for piece in pieces {
        let (title, text) = (piece.kind == Kind::Title, folded(&piece.text));
        if !(piece.is_prose() || title) || text.is_empty() {
            continue;
        }
        let again = seen.contains_key(&text)
            && (length(&text) >= 60 || (last == text && length(&text) >= 25));
        if seen.get(&text) == Some(&true) {
            piece.leave_out("the headline, again");
        } else if again {
            piece.leave_out("the same paragraph, again");
        }
        seen.entry(text.clone()).or_insert(title);
        last = text;
    }
}

/// Takes the lines under each heading off the report, unless nothing would be left of it.
fn take_lists(pieces: &mut [Piece], from: usize) {
    let mut report = pieces[from..].iter().filter(|piece| piece.is_prose()).count();
    for at in from..pieces.len() {
        let Kind::Heading(list) = pieces[at].kind else { continue };
        let end = list_end(pieces, at + 1);
        let items = pieces[at + 1..end].iter().filter(|piece| piece.is_prose()).count();
        let end = if items < report { end } else { at + 1 };
        report -= if end > at + 1 { items } else { 0 };
        take_list(&mut pieces[at..end], list);
    }
}

/// Most lines that are taken for one list.
const LONGEST_LIST: usize = 12;

/// Where the lines under a heading cease to look like headlines.
fn list_end(pieces: &[Piece], first: usize) -> usize {
    let within = first..pieces.len().min(first + LONGEST_LIST);
    within.clone().find(|at| !is_item(pieces, first, *at)).unwrap_or(within.end)
}

/// A heading and the lines under it.
fn take_list(pieces: &mut [Piece], list: List) {
    let Some((heading, items)) = pieces.split_first_mut() else { return };
    heading.leave_out(match list {
        List::Related => "a heading of related headlines",
        List::Unwanted(why) => why,
    });
    // Between the lines may stand what a page reads aloud: "list 1 of 2".
    for piece in items.iter_mut().filter(|piece| !matches!(piece.kind, Kind::LeftOut(_))) {
        let bullet = after_bullet(&piece.text).map(str::to_owned);
        if bullet.is_none() {
            piece.guess = Some("taken for a line of the list above it");
        }
        piece.kind = match list {
            List::Related => Kind::Related(bullet.unwrap_or_else(|| piece.text.clone())),
            List::Unwanted(why) => Kind::LeftOut(why),
        };
    }
}

fn is_item(pieces: &[Piece], first: usize, at: usize) -> bool {
    let piece = &pieces[at];
    let bullet = after_bullet(&piece.text).is_some();
    // A blank line ends a list, unless each of its lines stands apart.
    let first_bullet = after_bullet(&pieces[first].text).is_some();
    let together = at == first || !piece.apart || bullet || pieces[first].apart;
    let alike = bullet == first_bullet;
    let line = like_headline(&piece.text) || (bullet && length(&piece.text) <= 160);
    let kind = matches!(piece.kind, Kind::Prose | Kind::Names(_) | Kind::Section);
    if matches!(piece.kind, Kind::LeftOut(_)) {
        return together;
    }
    together && alike && line && kind && !dateline::is_plain(&piece.text)
}

/// A caption that stands once more without its credit.
fn leave_out_captions(pieces: &mut [Piece]) {
    let captions: BTreeSet<String> = pieces
        .iter()
        .filter_map(|piece| match &piece.kind {
            Kind::Picture(image) => image.caption.as_deref().map(folded),
            _ => None,
        })
        .collect();
    for piece in pieces.iter_mut().filter(|piece| piece.is_prose()) {
        if captions.contains(&folded(&piece.text)) {
            piece.leave_out("a caption, again");
        }
    }
}

/// What is something only above the report is prose below its first paragraph.
fn settle(pieces: &mut [Piece], opening: usize) {
    let last = pieces.len().saturating_sub(1);
    for (at, piece) in pieces.iter_mut().enumerate() {
        let signs_off = at == last && piece.kind == Kind::Agency;
        if at > opening && piece.kind.only_above_body() && !signs_off {
            piece.kind = Kind::Prose;
        }
        if piece.kind == Kind::Section {
            piece.leave_out("a section of the paper");
        }
    }
}
