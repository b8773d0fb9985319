//! Values of front matter, quoted where YAML 1.1 or 1.2 would read something else than the words.

use std::fmt::Write;

/// A value on one line: bare when it is plain words, in double quotes otherwise.
pub fn scalar(value: &str) -> String {
    if is_plain(value) || is_day(value) { value.to_owned() } else { quoted(value) }
}

/// Words that no reader of YAML could take for a number, a truth, a null or syntax.
fn is_plain(value: &str) -> bool {
    let harmless = |c: char| {
        c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '\'' | '(' | ')')
    };
    let words = value.starts_with(char::is_alphabetic) && value.chars().all(harmless);
    let small = value.to_lowercase();
    let special = matches!(
        small.as_str(),
        "y" | "n" | "yes" | "no" | "on" | "off" | "true" | "false" | "null" | "nan" | "inf"
    );
    words && !special && !value.ends_with(' ')
}

/// `2011-07-18`, which all front matter has bare.
fn is_day(value: &str) -> bool {
    let at_its_place =
        |(at, c): (usize, char)| if matches!(at, 4 | 7) { c == '-' } else { c.is_ascii_digit() };
    value.len() == 10 && value.char_indices().all(at_its_place)
}

fn quoted(value: &str) -> String {
    let mut safe = String::from("\"");
    for c in value.chars() {
        match c {
            '"' | '\\' => safe.extend(['\\', c]),
            '\n' => safe.push_str("\\n"),
            '\t' => safe.push_str("\\t"),
            c if is_printable(c) => safe.push(c),
            // Writing to a String does not fail.
            c if u32::from(c) > 0xffff => drop(write!(safe, "\\U{:08x}", u32::from(c))),
            c => drop(write!(safe, "\\u{:04x}", u32::from(c))),
        }
    }
    safe.push('"');
    safe
}

/// What may stand bare inside quotes (YAML 1.2, `c-printable`), without line ends and marks.
fn is_printable(c: char) -> bool {
    let line_end = matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}');
    let noncharacter = u32::from(c) & 0xfffe == 0xfffe;
    !c.is_control() && !line_end && !noncharacter
}
