use unicode_normalization::UnicodeNormalization;

/// The name of a thing in an address: lower case, NFC, letters and digits of any script, with
/// single hyphens between. The script stays: `طرابلس` is its own slug.
pub fn slugify(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    if text.is_ascii() {
        return ascii(text);
    }
    let mut slug = String::with_capacity(text.len());
    // NFD would part a letter from its marks; NFC keeps them one, and marks that have no
    // composed form (Arabic vowels, Indic signs) belong to the word.
    for c in text.nfc().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || is_mark(c) {
            slug.push(c);
        } else if !is_silent(c) && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug.nfc().collect()
}

/// Whether a text is its own slug, so that it can stand in an address as it is.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty() && slugify(text) == text
}

/// Most names have nothing to compose.
fn ascii(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            slug.push(char::from(byte.to_ascii_lowercase()));
        } else if !matches!(byte, b'\'' | b'`') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Most names that are looked up are slugs already.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let letters = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    bytes.first().is_some_and(letters)
        && bytes.last().is_some_and(letters)
        && bytes.windows(2).all(|pair| pair != b"--")
        && bytes.iter().all(|b| letters(b) || *b == b'-')
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Apostrophes and joiners vanish rather than break a word in two: `Ra's` is `ras`.
fn is_silent(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '\u{200c}' | '\u{200d}' | '\u{ad}' | '\u{640}')
}
