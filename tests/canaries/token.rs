//! Words that stand nowhere by chance, and all the ways in which one could leave.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use data_encoding::{BASE64, BASE64URL};

/// A token for each place, by the place's name.
#[derive(Debug, Default)]
pub struct Tokens {
    places: BTreeMap<&'static str, String>,
}

impl Tokens {
    /// The token of a place. It is letters alone, so that no rule for names or addresses changes it.
    pub fn of(&mut self, place: &'static str) -> String {
        let next = self.places.len();
        self.places.entry(place).or_insert_with(|| letters(next)).clone()
    }

    /// Looks for every token in every form.
    pub fn search(&self) -> Search {
        let (mut what, mut patterns) = (Vec::new(), Vec::new());
        for (place, token) in &self.places {
            for (form, bytes) in forms(token) {
                what.push(format!("{place} ({form})"));
                patterns.push(bytes);
            }
        }
        let found = AhoCorasick::builder().ascii_case_insensitive(true).build(patterns);
        Search { what, found: found.expect("small enough") }
    }
}

fn letters(n: usize) -> String {
    const LETTERS: &[u8] = b"bdfghjkmnprstvwz";
    let digit = |at: usize| char::from(LETTERS[at % LETTERS.len()]);
    // No prefix of one is another, and none is another read backwards.
    format!("zxq{}{}{}qju", digit(n), digit(n / 16 + n), digit(n * 7 + 3))
}

/// What a token becomes in each encoding that a file could hold it in. Letters' case is no matter.
pub fn forms(token: &str) -> Vec<(&'static str, Vec<u8>)> {
    let each =
        |form: &dyn Fn(u8) -> String| token.bytes().map(form).collect::<String>().into_bytes();
    let utf16 =
        |bytes: fn(u16) -> [u8; 2]| token.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let mut forms = vec![
        ("plain", token.as_bytes().to_vec()),
        ("UTF-16LE", utf16(u16::to_le_bytes)),
        ("UTF-16BE", utf16(u16::to_be_bytes)),
        ("UTF-32", token.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect()),
        ("hexadecimal", each(&|byte| format!("{byte:02x}"))),
        ("percent", each(&|byte| format!("%{byte:02x}"))),
        ("quoted-printable", each(&|byte| format!("={byte:02X}"))),
        ("decimal entities", each(&|byte| format!("&#{byte};"))),
        ("hexadecimal entities", each(&|byte| format!("&#x{byte:x};"))),
        ("JSON escapes", each(&|byte| format!("\\u{byte:04x}"))),
        ("string escapes", each(&|byte| format!("\\x{byte:02x}"))),
        ("backwards", token.bytes().rev().collect()),
        ("rot13", token.bytes().map(|byte| (byte - b'a' + 13) % 26 + b'a').collect()),
    ];
    for (before, (plain, safe)) in [
        ("", ("base64", "base64url")),
        ("a", ("base64 +1", "base64url +1")),
        ("aa", ("base64 +2", "base64url +2")),
    ] {
        // Letters at either end depend on what stands beside the token.
        let whole = |text: String| {
            let text = text.trim_end_matches('=').to_owned().into_bytes();
            let from = if before.is_empty() { 0 } else { before.len() + 1 };
            text[from..text.len() - 1].to_vec()
        };
        let text = format!("{before}{token}");
        forms.push((plain, whole(BASE64.encode(text.as_bytes()))));
        forms.push((safe, whole(BASE64URL.encode(text.as_bytes()))));
    }
    forms
}

/// All tokens in all forms.
#[derive(Debug)]
pub struct Search {
    what: Vec<String>,
    found: AhoCorasick,
}

impl Search {
    /// The places whose tokens are found in some bytes.
    pub fn places(&self, bytes: &[u8]) -> BTreeSet<String> {
        let found = self.look("", bytes).into_iter();
        found.filter_map(|line| Some(line.rsplit_once(" (")?.0.to_owned())).collect()
    }

    /// What is found in some bytes, and in what they hold in a compressed form.
    pub fn look(&self, name: &str, bytes: &[u8]) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for bytes in [bytes.to_vec(), inflated(bytes)] {
            for hit in self.found.find_overlapping_iter(&bytes) {
                found.push(format!("{name}: {}", self.what[hit.pattern().as_usize()]));
            }
        }
        found.sort();
        found.dedup();
        found
    }
}

/// Whatever can be inflated from any place at which a zlib or gzip stream could begin.
fn inflated(bytes: &[u8]) -> Vec<u8> {
    use std::io::Read as _;
    let mut all = Vec::new();
    for at in 0..bytes.len().saturating_sub(2) {
        let head = [bytes[at], bytes[at + 1]];
        let mut out = Vec::new();
        if head[0] & 0x0f == 8 && u16::from_be_bytes(head).is_multiple_of(31) {
            let _ =
                flate2::read::ZlibDecoder::new(&bytes[at..]).take(1 << 20).read_to_end(&mut out);
        } else if head == [0x1f, 0x8b] {
            let _ = flate2::read::GzDecoder::new(&bytes[at..]).take(1 << 20).read_to_end(&mut out);
        }
        all.append(&mut out);
    }
    all
}
