//! Lines below pictures: who took them, and what they show.

use super::words::{after_prefix, closing_brackets, count, ends_sentence, length, starts_sentence};
use super::{Image, byline};

/// Words before a credit. A colon, "by" or "courtesy of" follows.
const LABELS: &[&str] = &[
    "photo credit",
    "photograph credit",
    "image credit",
    "picture credit",
    "image source",
    "photo illustration",
    "photographs",
    "photographer",
    "photograph",
    "photos",
    "photo",
    "pictures",
    "picture",
    "image",
    "credits",
    "credit",
];
const CAPTIONS: &[&str] = &["image caption", "media caption", "photo caption", "caption"];
/// What agencies write before the slash and the photographer's name.
const DESKS: &[&str] =
    &["REUTERS/", "Reuters/", "AP Photo", "AP/", "AFP/", "EPA/", "EPA-EFE/", "EFE/", "Xinhua/"];
/// No credit is longer, in characters.
const LONGEST_CREDIT: usize = 100;
/// Nor is a caption.
const LONGEST_CAPTION: usize = 600;

/// The caption and credit that a paragraph is.
pub fn read(text: &str) -> Option<Image> {
    let labelled = CAPTIONS.iter().find_map(|label| after_label(text, label));
    let (caption, credit) = match (labelled, parts(labelled.unwrap_or(text))) {
        (_, Some((caption, credit))) => (caption, Some(credit)),
        (Some(caption), None) => (caption, None),
        (None, None) => return None,
    };
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let image = Image { caption: some(caption), credit: credit.and_then(some) };
    (length(caption) <= LONGEST_CAPTION).then_some(image)
}

/// Whether a line is a label whose words stand on the next: `Image caption,`.
pub fn is_label(line: &str) -> bool {
    let bare = line.strip_suffix([',', ':']).unwrap_or_default().to_lowercase();
    CAPTIONS.contains(&bare.as_str()) || LABELS.contains(&bare.as_str())
}

/// `(caption, credit)`; the caption may be empty.
fn parts(text: &str) -> Option<(&str, &str)> {
    let alone = || alone(text).map(|credit| ("", credit));
    alone().or_else(|| bracketed(text)).or_else(|| last_sentence(text)).or_else(|| of_desk(text))
}

/// `Photo: Jane Doe`, `Jane Doe/Getty Images`, `AP Photo/Jane Doe`.
fn alone(text: &str) -> Option<&str> {
    let bare = if count(text) <= 8 { text.trim_end_matches('.') } else { text };
    phrase(bare).filter(|credit| starts_sentence(credit))
}

/// `They wait. (AFP/Jane Doe)`, `They wait [Photo credit: Jane Doe]`.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let (caption, inside) = closing_brackets(text.trim_end_matches(['.', ' ']))?;
    Some((caption, phrase(inside)?))
}

/// `They wait. Photograph: Jane Doe/AFP`.
fn last_sentence(text: &str) -> Option<(&str, &str)> {
    let start = text.len().saturating_sub(4 * LONGEST_CREDIT);
    let blanks = text.match_indices(' ').map(|(at, _)| at).filter(|at| *at >= start);
    let mut stops = blanks.filter(|at| ends_sentence(&text[..*at]));
    // The earliest that leaves a credit: "A. Roe/Getty Images" has a stop of its own.
    stops.find_map(|at| {
        let credit = phrase(text[at..].trim().trim_end_matches('.'))?;
        starts_sentence(credit).then(|| (text[..at].trim_end(), credit))
    })
}

/// `They wait REUTERS/Jane Doe`: the desk's capitals set it apart.
fn of_desk(text: &str) -> Option<(&str, &str)> {
    let marks = [" REUTERS/", " AP Photo/", " AFP/", " Photograph: ", " Photo: ", " (Photo: "];
    let at = marks.iter().filter_map(|mark| text.rfind(mark)).max()?;
    let credit = phrase(text[at..].trim())?;
    (count(credit) <= 6).then(|| (text[..at].trim_end(), credit))
}

/// The credit in a phrase that is one, without its label.
fn phrase(text: &str) -> Option<&str> {
    let within = |credit: &&str| {
        length(credit) <= LONGEST_CREDIT && count(credit) <= 12 && !credit.is_empty()
    };
    if let Some(credit) = LABELS.iter().find_map(|label| after_label(text, label)) {
        return Some(credit)
            .filter(within)
            .filter(|credit| !ends_sentence(credit) || count(credit) <= 6);
    }
    let desk = DESKS.iter().any(|desk| text.starts_with(desk));
    let house = text.ends_with("Getty Images")
        || text.ends_with("/AFP")
        || text.ends_with("/AP")
        || text.ends_with("/Reuters")
        || text.ends_with("/REUTERS");
    let signed = (desk || house)
        && !ends_sentence(text)
        && !text.split(' ').any(is_last_word)
        && count(text) <= 8;
    Some(text).filter(within).filter(|_| signed)
}

/// What follows `Photo: `, `Photo by `, `Photo courtesy of `, `Image source, `.
fn after_label<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let rest = after_prefix(text, label)?;
    // The BBC's comma follows two words, never one: "Photo, ..." is a sentence.
    let comma = if label.contains(' ') { "," } else { ":" };
    let marks = [":", " by ", " by: ", " courtesy of ", " courtesy: ", comma];
    let (mark, rest) =
        marks.iter().find_map(|mark| Some((mark, after_prefix(rest, mark)?.trim())))?;
    // "Photos by Friday showed ..." names nobody.
    let named = !mark.starts_with(" by") || byline::is_names(rest);
    (named && !rest.is_empty()).then_some(rest)
}

/// Whether a word ends a sentence: one with a stop that is no initial.
fn is_last_word(word: &str) -> bool {
    word.ends_with('.') && length(word) > 2
}
