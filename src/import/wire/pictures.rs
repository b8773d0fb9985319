//! Captions brought together with credits that stand on a line of their own.

use super::piece::{Kind, Piece};
use super::words::{count, ends_sentence, length};
use super::{Image, dateline};

/// No caption above its credit is longer, in characters: longer lines are of the report.
const LONGEST: usize = 300;

/// Joins each lonely credit to its caption. `from` is the piece after the headline.
pub fn bring_together(mut pieces: Vec<Piece>, from: usize) -> Vec<Piece> {
    let mut below = pieces.split_off(from).into_iter().peekable();
    let mut joined = pieces;
    while let Some(piece) = below.next() {
        let above = joined[from..].last();
        let image = above.and_then(|above| one_picture(above, &piece, below.peek()));
        match joined.last_mut().zip(image) {
            Some((above, image)) => {
                // A blank line or a full stop between the two speaks against it.
                let doubtful = above.is_prose() && (piece.apart || ends_sentence(&above.text));
                above.guess = doubtful.then_some("taken for a caption: a credit follows");
                above.text = format!("{} {}", above.text, piece.text);
                above.kind = Kind::Picture(image);
                above.asides.extend(piece.asides);
            }
            None => joined.push(piece),
        }
    }
    joined
}

/// The picture that two pieces speak of.
fn one_picture(above: &Piece, piece: &Piece, below: Option<&Piece>) -> Option<Image> {
    let Kind::Picture(image) = &piece.kind else { return None };
    if let Kind::Picture(first) = &above.kind {
        return halves_of_one(first, image);
    }
    let lonely = image.caption.is_none() && above.is_prose();
    let image = Image { caption: Some(above.text.clone()), credit: image.credit.clone() };
    (lonely && is_caption(above, piece, below)).then_some(image)
}

/// `Image source, …` and `Image caption, …`, in either order.
fn halves_of_one(first: &Image, second: &Image) -> Option<Image> {
    let image = match (first, second) {
        (Image { caption: Some(caption), credit: None }, Image { caption: None, credit })
        | (Image { caption: None, credit }, Image { caption: Some(caption), credit: None }) => {
            Image { caption: Some(caption.clone()), credit: credit.clone() }
        }
        _ => return None,
    };
    image.credit.is_some().then_some(image)
}

/// Whether a line above a credit is its caption and not the report's.
fn is_caption(line: &Piece, credit: &Piece, below: Option<&Piece>) -> bool {
    let open = !ends_sentence(&line.text);
    let report_goes_on = |below: &Piece| below.apart || dateline::is_plain(&below.text);
    // Caption and credit as a block of their own.
    let block = line.apart && below.is_none_or(report_goes_on);
    let near = if credit.apart { open && count(&line.text) >= 5 } else { open || block };
    near && length(&line.text) <= LONGEST && !dateline::is_plain(&line.text)
}
