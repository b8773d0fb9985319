//! Texts as they are read rather than as they are stored: so that a sentence is found whatever stands
//! between its words, and however a format writes its letters.

use unicode_normalization::UnicodeNormalization;

/// The words of a text in lower case, with one blank before, between and after them. Letters, digits
/// and the marks on letters are words, with the hyphens inside; what only guides a line is nothing.
pub fn folded(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 2);
    words.push(' ');
    let mut characters = text.nfkc().filter(|c| !is_invisible(*c)).peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        let in_word = !words.ends_with(' ') && next.is_some_and(char::is_alphanumeric);
        if character.is_alphanumeric() || is_mark(character) || (character == '-' && in_word) {
            words.extend(character.to_lowercase());
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}

/// A file of the output in all ways in which its text may be read: as it is written, with what stands
/// in tags, and for marked text also without the tags.
pub fn layers(path: &str, text: &str) -> Vec<String> {
    let marked = [".html", ".xml", ".svg", ".xhtml", ".htm"].iter().any(|end| path.ends_with(end));
    let mut layers = vec![folded(&unwrapped(text))];
    if marked {
        layers.push(folded(&unwrapped(&untagged(text))));
    }
    layers
}

/// Without tags. Those inside a line leave nothing, all others end a word.
pub fn untagged(text: &str) -> String {
    let mut rest = text;
    let mut plain = String::with_capacity(text.len());
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        plain.push_str(before);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        if !is_inline(&tag[..end]) {
            plain.push(' ');
        }
        rest = &tag[end..];
    }
    plain.push_str(rest);
    plain
}

fn is_inline(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let name: &str = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let inline = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd",
        "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var",
        "wbr",
    ];
    inline.contains(&name.to_ascii_lowercase().as_str())
}

/// With what HTML, JSON and addresses write for a letter turned into the letter.
pub fn unwrapped(text: &str) -> String {
    if !text.contains(['&', '%', '\\']) {
        return text.to_owned();
    }
    let mut rest = text;
    let mut plain = Vec::with_capacity(text.len());
    while let Some(at) = rest.find(['&', '%', '\\']) {
        let (before, coded) = rest.split_at(at);
        plain.extend_from_slice(before.as_bytes());
        let (bytes, taken) = entity(coded)
            .or_else(|| percent(coded))
            .or_else(|| json(coded))
            .unwrap_or_else(|| (coded[..1].into(), 1));
        plain.extend_from_slice(&bytes);
        rest = &coded[taken..];
    }
    plain.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&plain).into_owned()
}

type Decoded = (Vec<u8>, usize);

fn letter(code: u32, taken: usize) -> Option<Decoded> {
    Some((char::from_u32(code)?.to_string().into_bytes(), taken))
}

/// `&amp;`, `&#39;`, `&#x27;`
fn entity(text: &str) -> Option<Decoded> {
    let name = text.strip_prefix('&')?;
    let end = name.bytes().take(12).position(|byte| byte == b';')?;
    let (name, taken) = (&name[..end], end + 2);
    let named = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']).map(|hex| u32::from_str_radix(hex, 16));
            return letter(hex.unwrap_or_else(|| number.parse()).ok()?, taken);
        }
    };
    letter(named.into(), taken)
}

/// `%D8`: a byte of a letter.
fn percent(text: &str) -> Option<Decoded> {
    let hex = text.strip_prefix('%')?.get(..2)?;
    Some((vec![u8::from_str_radix(hex, 16).ok()?], 3))
}

/// `\u0627`, `\n`
fn json(text: &str) -> Option<Decoded> {
    let code = text.strip_prefix('\\')?;
    let unit = |code: &str| u32::from_str_radix(code.strip_prefix('u')?.get(..4)?, 16).ok();
    match (unit(code), code.as_bytes().first()?) {
        (Some(high @ 0xd800..0xdc00), _) => {
            let low = unit(code.get(5..)?.strip_prefix('\\')?)?;
            letter(0x10000 + ((high - 0xd800) << 10) + low.checked_sub(0xdc00)?, 12)
        }
        (Some(unit), _) => letter(unit, 6),
        (None, b'n' | b't' | b'r') => Some((b" ".to_vec(), 2)),
        _ => None,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{640}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
#[path = "../tests/fold.rs"]
mod tests;
