//! The copy as lines: numbers kept, line ends and blanks of every kind made the same.

use super::Remark;

/// A line with something on it.
pub struct Line {
    /// From 1, as an editor counts.
    pub number: usize,
    /// Its words, one blank between them.
    pub text: String,
    /// Blanks before the first word.
    pub indent: usize,
    /// Whether a blank line or a form feed stands above it.
    pub apart: bool,
}

/// Cuts a text into its lines.
pub fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let (mut number, mut apart, mut raw) = (1, true, String::new());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !is_line_end(c) {
            raw.push(c);
            continue;
        }
        apart = take(&mut found, &mut raw, number, apart) || matches!(c, '\u{c}' | '\u{2029}');
        if c == '\r' {
            chars.next_if_eq(&'\n');
        }
        // Editors count these two alone: a form feed ends a line without a new number.
        number += usize::from(matches!(c, '\n' | '\r'));
    }
    take(&mut found, &mut raw, number, apart);
    found
}

/// Lines whose reading order is turned by characters that are taken out.
pub fn direction_controls(text: &str) -> Vec<Remark> {
    let why = "turned the reading order by invisible characters, which were taken out";
    let turned = |line: &str| line.contains(is_direction_control);
    let numbered = text.lines().enumerate().filter(|(_, line)| turned(line));
    numbered.map(|(at, line)| Remark { line: at + 1, text: visible(line), why }).collect()
}

/// Moves the raw line to `found`; whether it was blank, so that the next one stands apart.
fn take(found: &mut Vec<Line>, raw: &mut String, number: usize, apart: bool) -> bool {
    let text = visible(raw);
    let indent = raw.chars().filter(|c| !is_invisible(*c)).take_while(|c| c.is_whitespace());
    let indent = indent.map(|c| if c == '\t' { 4 } else { 1 }).sum();
    raw.clear();
    if text.is_empty() {
        // Blank lines add up: what stood apart above them still does below.
        return true;
    }
    found.push(Line { number, text, indent, apart });
    false
}

/// The words of a line as a reader sees them.
fn visible(raw: &str) -> String {
    let mut kept = String::with_capacity(raw.len());
    for c in raw.chars() {
        let after_latin = kept.chars().next_back().is_none_or(|c| c.is_ascii());
        // A joiner shapes Persian, Hindi and emoji; after a Latin letter it is rubbish.
        let stray_joiner = matches!(c, '\u{200c}' | '\u{200d}') && after_latin;
        if c.is_whitespace() {
            if !kept.is_empty() && !kept.ends_with(' ') {
                kept.push(' ');
            }
        } else if !stray_joiner && !is_invisible(c) {
            kept.push(c);
        }
    }
    kept.truncate(kept.trim_end().len());
    kept
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Neither a word's letter nor a blank: byte order marks, zero-width blanks, soft hyphens, controls.
fn is_invisible(c: char) -> bool {
    let control = c.is_control() && !c.is_whitespace();
    let width = matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{180e}');
    // Not characters at all (Unicode 23.7); YAML and HTML refuse them.
    let noncharacter = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    control || width || noncharacter || is_direction_control(c)
}

fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
