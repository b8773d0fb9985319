//! Texts that would cost the parser too much are refused before it sees them, and HTML is refused
//! when it has.

use std::ops::Range;

use super::File;
use crate::model::codes;

/// How deep quotations and lists may stand in each other.
pub const MAX_DEPTH: usize = 100;

/// Refuses a line that opens more than a hundred levels at once.
pub fn shallow(file: &mut File<'_, '_>) -> bool {
    let mut at = 0;
    for line in file.body.split_inclusive('\n') {
        let mut depth = 0;
        for (offset, byte) in line.bytes().enumerate() {
            match byte {
                b'>' | b'-' | b'*' | b'+' => depth += 1,
                b' ' | b'\t' => {}
                _ => break,
            }
            // A rule or a line of dashes is no nest: only markers with a blank after them, and `>`.
            let nests =
                byte == b'>' || line.as_bytes().get(offset + 1).is_some_and(|next| *next == b' ');
            if depth > 0 && !nests && !matches!(byte, b' ' | b'\t') {
                depth -= 1;
            }
            if depth > MAX_DEPTH {
                too_deep(file, at + offset..at + offset + 1);
                return false;
            }
        }
        at += line.len();
    }
    true
}

/// Says where the hundred-and-first level begins.
pub fn too_deep(file: &mut File<'_, '_>, range: Range<usize>) {
    file.error(
        codes::TOO_DEEP,
        range,
        "the hundred-and-first level begins here",
        "quotations and lists may stand 100 deep in each other",
    );
}

/// What to say of HTML in a text: a comment is left out, anything else is refused.
pub fn html(file: &mut File<'_, '_>, html: &str, range: Range<usize>) {
    let text = html.trim();
    if text.starts_with("<!--") {
        file.note(
            codes::HTML_COMMENT,
            range,
            "an HTML comment is left out of the page",
            "keep such remarks in private/, or in a note with `internal: true`",
        );
        return;
    }
    let name: String = text
        .trim_start_matches(['<', '/'])
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    let name = name.to_ascii_lowercase();
    let closing = text.starts_with("</");
    if closing && file.refused.contains(&name) {
        return;
    }
    file.refused.push(name.clone());
    let help = match name.as_str() {
        "b" | "strong" => "write **bold**".to_owned(),
        "i" | "em" => "write *emphasis*".to_owned(),
        "a" => "write [text](address)".to_owned(),
        "img" => "write ![what it shows](/photos/name.jpg)".to_owned(),
        "br" => "end the line with a backslash".to_owned(),
        _ => "write Markdown; for a plain < type \\<".to_owned(),
    };
    let message = if name.is_empty() {
        "HTML is not taken in a text".to_owned()
    } else {
        format!("HTML is not taken in a text: <{name}>")
    };
    file.error(codes::RAW_HTML, range, message, help);
}
