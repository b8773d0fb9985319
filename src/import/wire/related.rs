//! Headlines of other reports that stand in the copy, and where one ends and the next begins.

use super::piece::List;
use super::words::{after_bullet, after_prefix, count, ends_sentence, folded, length};

const LABELS: &[&str] = &[
    "related",
    "related stories",
    "related story",
    "related articles",
    "related article",
    "related coverage",
    "related content",
    "related news",
    "related links",
    "read also",
    "also read",
    "read more",
    "see also",
    "more on this story",
    "more on this",
    "read next",
    "keep reading",
    "further reading",
];
const UNWANTED: &[(&str, &str)] = &[
    ("story highlights", "story highlights: a summary without a key"),
    ("summary", "a summary in lines, without a key"),
    ("key points", "a summary in lines, without a key"),
    ("related topics", "topics of the page"),
    ("most read", "headlines of the page"),
    ("most popular", "headlines of the page"),
    ("trending", "headlines of the page"),
    ("trending now", "headlines of the page"),
    ("recommended", "headlines of the page"),
    ("recommended for you", "headlines of the page"),
    ("you may also like", "headlines of the page"),
    ("top stories", "headlines of the page"),
    ("editors' picks", "headlines of the page"),
    ("editor's picks", "headlines of the page"),
];
/// No line of headlines is longer, in characters.
const LONGEST: usize = 600;

/// The list that a paragraph heads.
pub fn heading(text: &str) -> Option<List> {
    let bare = folded(text);
    let unwanted = UNWANTED.iter().find(|(label, _)| *label == bare);
    let unwanted = unwanted.map(|(_, why)| List::Unwanted(why));
    unwanted.or_else(|| LABELS.contains(&bare.as_str()).then_some(List::Related))
}

/// The headlines in `RELATED: …`.
pub fn inline(text: &str) -> Option<&str> {
    let rest = LABELS.iter().find_map(|label| after_prefix(text, label)?.strip_prefix(':'))?.trim();
    let sentence = rest.ends_with('.') && length(rest) > 160;
    (rest.contains(char::is_alphanumeric) && length(rest) <= LONGEST && !sentence).then_some(rest)
}

/// The single headlines in a line of them; more than one is a guess.
pub fn split(line: &str) -> Vec<String> {
    let mut parts = vec![after_bullet(line).unwrap_or(line).trim()];
    for cut in [at_bar, before_quoted, after_quoted, inside_word] {
        parts = parts.into_iter().flat_map(|part| cut_all(part, cut)).collect();
    }
    parts.iter().map(|part| unquoted(part).to_owned()).collect()
}

/// What opens a headline in quotation marks.
const MARKS: [char; 4] = ['\'', '"', '‘', '“'];

/// Where to cut: the first headline's end and the second's start, in bytes.
type Cut = fn(&str) -> Option<(usize, usize)>;

fn cut_all(part: &str, cut: Cut) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = part.trim();
    while let Some((end, start)) = cut(rest) {
        parts.push(rest[..end].trim());
        rest = rest[start..].trim();
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts
}

/// `One | Two`, `One • Two`.
fn at_bar(line: &str) -> Option<(usize, usize)> {
    [" | ", " • ", " · "]
        .iter()
        .filter_map(|bar| Some((line.find(bar)?, bar.len())))
        .min()
        .map(|(at, len)| (at, at + len))
}

/// `First headline 'Second in quotes'`: the quotes hold a whole headline, and none of the first.
fn before_quoted(line: &str) -> Option<(usize, usize)> {
    line.match_indices(' ').map(|(at, _)| at).find_map(|at| {
        let (before, after) = (&line[..at], &line[at + 1..]);
        let last = before.rsplit(' ').next().unwrap_or_default();
        let free =
            last.ends_with(char::is_alphanumeric) && !LEADS_ON.contains(&folded(last).as_str());
        let inside = quoted(after)?;
        let whole =
            count(before) >= 4 && count(inside) >= 4 && inside.starts_with(char::is_uppercase);
        (free && whole).then_some((at, at + 1))
    })
}

/// `'First in quotes' Second headline`.
fn after_quoted(line: &str) -> Option<(usize, usize)> {
    let inside = quoted(line)?;
    let end = inside.len() + 2 * line.chars().next()?.len_utf8();
    let after = line.get(end..)?;
    let second = after.trim_start();
    let whole = count(inside) >= 5
        && count(second) >= 4
        && second.trim_start_matches(MARKS).starts_with(char::is_uppercase);
    (whole && !inside.ends_with([',', '?', '!'])).then_some((end, end))
}

/// `First headlineSecond headline`: a capital inside a word, with three words on either side.
fn inside_word(line: &str) -> Option<(usize, usize)> {
    let mut before = ' ';
    line.char_indices().find_map(|(at, c)| {
        let ends = before.is_lowercase() || matches!(before, '?' | '!' | '"' | '”' | '’' | ')');
        before = c;
        let (left, right) = line.split_at(at);
        let word = left.rsplit(' ').next().unwrap_or_default();
        let free = ends && c.is_uppercase() && !STEMS.contains(&word.to_lowercase().as_str());
        (free && count(left) >= 3 && count(right) >= 3).then_some((at, at))
    })
}

/// What stands between the quotation marks a text begins with.
fn quoted(text: &str) -> Option<&str> {
    let close = match text.chars().next()? {
        '\'' => '\'',
        '"' => '"',
        '‘' => '’',
        '“' => '”',
        _ => return None,
    };
    let inside = text.strip_prefix(MARKS)?;
    let ends = |at: usize| {
        inside[at + close.len_utf8()..]
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric() || c.is_uppercase())
    };
    let mut marks = inside.match_indices(close).map(|(at, _)| at);
    marks.find(|at| ends(*at) && !inside[..*at].ends_with(' ')).map(|at| &inside[..at])
}

/// A headline without quotation marks round all of it.
fn unquoted(headline: &str) -> &str {
    quoted(headline)
        .filter(|inside| {
            let marks = headline.chars().next().map_or(0, char::len_utf8);
            inside.len() + 2 * marks == headline.len() && !ends_sentence(inside)
        })
        .unwrap_or(headline)
}

/// A quotation after these belongs to the same headline.
const LEADS_ON: &[&str] = &[
    "says", "say", "said", "tells", "told", "calls", "call", "called", "warns", "warn", "vows",
    "vow", "claims", "claim", "denies", "declares", "insists", "admits", "as", "of", "the", "a",
    "an", "to", "in", "on", "for", "by", "with", "from", "at", "over", "after", "is", "are", "no",
    "and", "or",
];

/// First halves of names with a capital inside, and of Scottish and Dutch ones.
const STEMS: &[&str] = &[
    "mc", "mac", "de", "di", "la", "le", "van", "you", "play", "i", "e", "whats", "face", "linked",
    "tik", "wiki", "pay", "air", "al", "fitz", "o", "mi",
];
