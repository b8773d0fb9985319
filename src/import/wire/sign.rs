//! What a paragraph is by its own words, wherever it stands.

use super::paragraphs::Paragraph;
use super::piece::{Kind, Piece};
use super::words::{after_prefix, count, ends_sentence, folded};
use super::{agency, asides, byline, credit, doubled, furniture, related, stamp, tail};

/// Gives each paragraph its first kind.
pub fn pieces(paragraphs: Vec<Paragraph>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(paragraphs.len());
    let mut in_report = false;
    for paragraph in paragraphs.into_iter().flat_map(apart) {
        let piece = piece(paragraph, !in_report);
        in_report = in_report || piece.is_prose();
        pieces.push(piece);
    }
    pieces
}

/// Whether a line is furniture by itself, so that nothing may be joined to it.
pub fn stands_alone(line: &str) -> bool {
    matches!(kind(line), Kind::LeftOut(_) | Kind::Heading(_) | Kind::Related(_) | Kind::Picture(_))
}

/// Byline and day on one line, as two: `By Jane Doe | March 9, 2011`.
fn apart(paragraph: Paragraph) -> Vec<Paragraph> {
    let cut = paragraph.text.find(['|', '•', '·']).map(|at| paragraph.text.split_at(at));
    let parts =
        cut.map(|(names, day)| (names.trim_end(), day.trim_start_matches(['|', '•', '·', ' '])));
    let found =
        parts.filter(|(names, day)| byline::signed(names).is_some() && stamp::read(day).is_some());
    let Some((names, day)) = found else { return vec![paragraph] };
    let line = paragraph.line;
    let part = |text: &str, apart| Paragraph { line, text: text.to_owned(), apart };
    vec![part(names, paragraph.apart), part(day, false)]
}

fn piece(paragraph: Paragraph, may_be_title: bool) -> Piece {
    let Paragraph { line, text, apart } = paragraph;
    let (core, asides) = asides::cut(&text);
    let (once, again) = doubled::halves(core).unwrap_or((core, ""));
    // A link and its tooltip; prose that stands twice has its full stop, a headline its place.
    let is_link = !again.is_empty() && !ends_sentence(once) && !may_be_title;
    let kind = match kind(once) {
        Kind::Prose if is_link => Kind::LeftOut("a link's text, doubled"),
        kind => kind,
    };
    if matches!(kind, Kind::LeftOut(_)) {
        return Piece { line, text, apart, kind, asides: Vec::new(), guess: None };
    }
    let asides = asides.into_iter().map(|words| (words.to_owned(), asides::WHY));
    let again = Some(again).filter(|again| !again.is_empty());
    let again = again.map(|again| (again.to_owned(), "the same words, again"));
    let asides = asides.chain(again).collect();
    Piece { line, text: once.to_owned(), apart, kind, asides, guess: None }
}

fn kind(text: &str) -> Kind {
    if let Some(why) = furniture::why(text) {
        return Kind::LeftOut(why);
    }
    if tail::is_tail(text) {
        return Kind::Tail;
    }
    related::heading(text)
        .map(Kind::Heading)
        .or_else(|| related::inline(text).map(|rest| Kind::Related(rest.to_owned())))
        .or_else(|| stamp::read(text).map(Kind::Stamp))
        .or_else(|| credit::read(text).map(Kind::Picture))
        .or_else(|| byline::signed(text).map(Kind::Byline))
        .or_else(|| agency::is_agency(text).then_some(Kind::Agency))
        .or_else(|| byline::unsigned(text).map(Kind::Names))
        .or_else(|| is_address(text).then_some(Kind::Address))
        .or_else(|| is_section(text).then_some(Kind::Section))
        .unwrap_or(Kind::Prose)
}

fn is_address(text: &str) -> bool {
    let web = after_prefix(text, "https://").or_else(|| after_prefix(text, "http://"));
    web.or_else(|| after_prefix(text, "www.")).is_some() && count(text) == 1
}

const SECTIONS: &[&str] = &[
    "world",
    "world news",
    "news",
    "latest news",
    "breaking news",
    "international",
    "politics",
    "middle east",
    "middle east & africa",
    "africa",
    "europe",
    "asia",
    "asia pacific",
    "americas",
    "us",
    "uk",
    "home",
    "live",
    "exclusive",
    "analysis",
    "opinion",
    "conflict",
    "top news",
    "war",
];

/// A section, or several: `Home > News > World`, `News|Conflict`.
fn is_section(text: &str) -> bool {
    let known = |part: &str| SECTIONS.contains(&folded(part).as_str());
    let trail = [" > ", " › ", " » "].iter().any(|arrow| text.contains(arrow));
    let all = count(text) <= 12 && text.split(['|', '/']).all(known);
    all || (trail && folded(text).starts_with("home "))
}
