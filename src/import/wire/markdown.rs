//! Plain words written so that CommonMark shows them as they are.

/// A paragraph on one line, with a backslash before each character that would be taken as markup
/// (CommonMark 0.31 with tables, footnotes, strikethrough, definition lists and wikilinks).
pub fn neutral(paragraph: &str) -> String {
    let mut safe = String::with_capacity(paragraph.len() + 8);
    let opener = opening_mark(paragraph);
    for (at, c) in paragraph.char_indices() {
        if opener == Some(at) || is_mark(c) {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// Marks wherever they stand. Quotes, dashes and dots are not among them: they stay as typed.
fn is_mark(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '|' | '~' | '^' | '{' | '}' | '$')
}

/// Where a mark stands that only counts at the start: of a heading, list, quotation or rule.
fn opening_mark(paragraph: &str) -> Option<usize> {
    let first = paragraph.chars().next()?;
    let rest = &paragraph[first.len_utf8()..];
    let blank_next = rest.is_empty() || rest.starts_with(' ');
    match first {
        '#' | '>' | ':' => Some(0),
        '+' if blank_next || rest.starts_with(first) => Some(0),
        '-' if blank_next || is_row(paragraph, '-') => Some(0),
        '=' if is_row(paragraph, '=') => Some(0),
        '0'..='9' => after_number(paragraph),
        _ => None,
    }
}

/// The stop of `1. ` and `1) `.
fn after_number(paragraph: &str) -> Option<usize> {
    let at = paragraph.find(|c: char| !c.is_ascii_digit())?;
    let rest = paragraph[at..].strip_prefix(['.', ')'])?;
    (rest.is_empty() || rest.starts_with(' ')).then_some(at)
}

fn is_row(paragraph: &str, mark: char) -> bool {
    paragraph.chars().all(|c| c == mark || c == ' ')
}
