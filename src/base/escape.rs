/// Text made safe inside an HTML element or a double-quoted attribute.
pub fn escape_html(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        // The four are ASCII, so the cuts fall between characters.
        safe.push_str(&text[from..at]);
        safe.push_str(entity);
        from = at + 1;
    }
    safe.push_str(&text[from..]);
    safe
}

/// A text on one line: control characters and line ends become single blanks.
pub fn plain_line(text: &str) -> String {
    let bytes = text.as_bytes();
    let plain = bytes.iter().all(|b| (b' '..=b'~').contains(b));
    if plain && !text.contains("  ") && !text.starts_with(' ') && !text.ends_with(' ') {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if !word.is_empty() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    line
}
