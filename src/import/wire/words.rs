//! Small questions about a text that several readers ask.

/// Marks that stand around the last word of a sentence.
const CLOSERS: [char; 8] = ['"', '\'', '”', '’', '»', ')', ']', ' '];

/// A text with every run of blanks made one blank, and none at its ends.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Length in characters.
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// Words between blanks.
pub fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether a text stops as a sentence does, in the scripts that wire services write.
pub fn ends_sentence(text: &str) -> bool {
    // Few closing marks follow a stop; a page of nothing else must not be walked again and again.
    let last = text.chars().rev().take(6).find(|c| !CLOSERS.contains(c));
    last.is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | '؟' | '۔' | '。' | '।'))
}

/// Whether a text could begin a sentence: not with a small letter.
pub fn starts_sentence(text: &str) -> bool {
    let mut letters = text.chars().skip_while(|c| matches!(c, '"' | '\'' | '“' | '‘' | '«' | '('));
    letters.next().is_some_and(|c| !c.is_lowercase())
}

/// What follows a prefix, whose ASCII letters may stand in either case.
pub fn after_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// A text for comparing: small letters, no marks at its ends.
pub fn folded(text: &str) -> String {
    text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Whether a line reads as a headline does: short, and no full stop.
pub fn like_headline(text: &str) -> bool {
    let stops = ends_sentence(text) && !text.trim_end_matches(CLOSERS).ends_with(['?', '!']);
    length(text) <= 160 && !stops && text.chars().any(char::is_alphabetic)
}

/// Whether the first letter is a capital, or of a script that has none.
pub fn is_capitalised(word: &str) -> bool {
    let first = word.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

/// The text after a bullet, if it begins with one.
pub fn after_bullet(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['•', '·', '▪', '●', '*', '-', '–'])?;
    rest.starts_with(' ').then(|| rest.trim_start())
}

/// What stands before and inside the brackets that end a text.
pub fn closing_brackets(text: &str) -> Option<(&str, &str)> {
    let (open, close) = match text.chars().next_back()? {
        ')' => ('(', ')'),
        ']' => ('[', ']'),
        _ => return None,
    };
    let mut depth = 0;
    for (at, c) in text.char_indices().rev() {
        if c == close {
            depth += 1;
        } else if c == open {
            depth -= 1;
        }
        if depth == 0 {
            return Some((text[..at].trim_end(), text[at + 1..text.len() - 1].trim()));
        }
    }
    None
}
