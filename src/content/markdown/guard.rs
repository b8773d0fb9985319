//! Texts that would cost the parser too much are refused before it sees them, and HTML is refused
//! when it has.

use std::ops::Range;

use super::File;
use crate::base::Severity;
use crate::model::codes;

/// How deep quotations and lists may stand in each other.
pub const MAX_DEPTH: usize = 100;

/// Refuses a line that opens more than a hundred quotations at once, outside code. Lists are
/// counted while walking: they cost the parser little.
pub fn shallow(file: &mut File<'_, '_>) -> bool {
    let mut at = 0;
    let mut fenced = false;
    for line in file.body.split_inclusive('\n') {
        let text = line.trim_start();
        fenced ^= text.starts_with("```") || text.starts_with("~~~");
        let is_code = fenced || line.starts_with("    ") || line.starts_with('\t');
        let quotes = line.bytes().enumerate().take_while(|(_, b)| matches!(b, b'>' | b' ' | b'\t'));
        let deep = quotes.filter(|(_, b)| *b == b'>').nth(MAX_DEPTH);
        if let Some((offset, _)) = deep.filter(|_| !is_code) {
            too_deep(file, at + offset..at + offset + 1);
            return false;
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
    if let Some(comment) = text.strip_prefix("<!--") {
        return comments(file, comment, range);
    }
    element(file, text, range);
}

/// A comment, and what stands behind it: Markdown takes that for HTML too, and it would be lost.
fn comments(file: &mut File<'_, '_>, comment: &str, range: Range<usize>) {
    let Some(end) = comment.find("-->") else {
        let message = "this comment is never closed: the rest of the text would be lost";
        return file.error(codes::HTML_COMMENT, range, message, "close it with -->");
    };
    let message = "an HTML comment is left out of the page".to_owned();
    let help = "keep such remarks in private/, or in a note with `internal: true`".to_owned();
    file.say(Severity::Note, codes::HTML_COMMENT, range.clone(), message, help);
    let behind = comment[end + 3..].trim();
    if behind.starts_with('<') {
        html(file, behind, range);
    } else if !behind.is_empty() {
        let message = "the text behind this comment would be lost";
        file.error(
            codes::HTML_COMMENT,
            range,
            message,
            "put the comment on a line of its own, with a blank line after it",
        );
    }
}

fn element(file: &mut File<'_, '_>, text: &str, range: Range<usize>) {
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
