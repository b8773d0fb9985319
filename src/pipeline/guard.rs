//! The leak guard: the last look at everything that would be published, for what must not be.
//!
//! Nothing private is handed to a template, so on a sound day it finds nothing. It is there for what no
//! type can rule out: a name in a file under `static/`, a sentence that a template of the site's own
//! says by itself, an old line that was copied on, and the words that the desk lists.

mod fold;
mod secrets;

use std::collections::HashMap;
use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};

use aho_corasick::AhoCorasick;

use self::fold::{folded, layers};
use self::secrets::{Secret, secrets};
use super::Edition;
use crate::base::Diagnostic;
use crate::model::codes;

/// Texts that are longer are looked through as bytes.
const MOST_TEXT: usize = 32 << 20;

/// What is looked for, and what was found. One guard looks at all files of one output.
#[derive(Debug)]
pub struct Guard {
    secrets: Vec<Secret>,
    /// Finds secrets in folded text, each between blanks.
    in_text: AhoCorasick,
    /// Finds what the desk lists, and names, in files that are no text.
    in_bytes: AhoCorasick,
    /// Of each form of `in_bytes`, its secret.
    forms: Vec<usize>,
    /// By secret, the files in which it was found.
    found: Mutex<HashMap<usize, Vec<String>>>,
}

impl Guard {
    /// For an edition, and the words that the desk lists in `private/secrets.txt`, one on a line.
    /// `Err` where there are more of them than can be looked for.
    pub fn of(edition: &Edition, listed: Option<&str>) -> Result<Self, String> {
        let secrets = secrets(edition, listed);
        let texts = secrets.iter().map(|secret| format!(" {} ", secret.words));
        let in_text = AhoCorasick::new(texts).map_err(|error| error.to_string())?;
        let (mut forms, mut bytes) = (Vec::new(), Vec::new());
        for (at, secret) in secrets.iter().enumerate() {
            for form in secret.as_bytes() {
                forms.push(at);
                bytes.push(form);
            }
        }
        let in_bytes = AhoCorasick::builder().ascii_case_insensitive(true).build(bytes);
        let in_bytes = in_bytes.map_err(|error| error.to_string())?;
        Ok(Self { secrets, in_text, in_bytes, forms, found: Mutex::default() })
    }

    /// Whether there is anything to look for.
    pub fn is_idle(&self) -> bool {
        self.secrets.is_empty()
    }

    /// Looks at a file of the output, by its path and its bytes.
    pub fn look(&self, path: &str, bytes: &[u8]) {
        if self.is_idle() {
            return;
        }
        self.look_at_name(path);
        match std::str::from_utf8(bytes) {
            Ok(text) if bytes.len() <= MOST_TEXT => {
                for layer in layers(path, text) {
                    self.look_at_words(path, &layer);
                }
            }
            // Memory can always be read.
            _ => self.look_through(path, bytes).unwrap_or_default(),
        }
    }

    /// The same for a file that is too large to be held.
    pub fn look_at_large(&self, path: &str, file: impl Read) -> io::Result<()> {
        if self.is_idle() {
            return Ok(());
        }
        self.look_at_name(path);
        self.look_through(path, file)
    }

    fn look_at_name(&self, path: &str) {
        self.look_at_words(path, &folded(&path.replace(['/', '.'], " ")));
    }

    fn look_at_words(&self, path: &str, words: &str) {
        for found in self.in_text.find_overlapping_iter(words) {
            self.note(found.pattern().as_usize(), path);
        }
    }

    fn look_through(&self, path: &str, file: impl Read) -> io::Result<()> {
        for found in self.in_bytes.stream_find_iter(file) {
            if let Some(secret) = self.forms.get(found?.pattern().as_usize()) {
                self.note(*secret, path);
            }
        }
        Ok(())
    }

    fn note(&self, secret: usize, path: &str) {
        // A list that a panic left half done is a list all the same.
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        let paths = found.entry(secret).or_default();
        if !paths.iter().any(|known| known == path) {
            paths.push(path.to_owned());
        }
    }

    /// What was found, one message for each place of something private; sorted.
    pub fn findings(self) -> Vec<Diagnostic> {
        let found = self.found.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut findings: Vec<Diagnostic> = Vec::new();
        for (secret, mut paths) in found {
            paths.sort();
            findings.extend(self.secrets.get(secret).map(|secret| finding(secret, &paths)));
        }
        findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        findings.dedup_by(|a, b| a.place == b.place && a.message == b.message);
        findings
    }
}

/// The message does not say the words themselves: logs are read by many.
fn finding(secret: &Secret, paths: &[String]) -> Diagnostic {
    let more = match paths.len() {
        0 | 1 => String::new(),
        2 => " and in 1 more file".to_owned(),
        n => format!(" and in {} more files", n - 1),
    };
    let first = paths.first().map(String::as_str).unwrap_or_default();
    let message = format!("readers would find {} in {first}{more}", secret.what);
    let help = format!("take it out of what makes {first} (`dateline why /{first}` names that)");
    Diagnostic::error(codes::LEAK, &secret.place.path, secret.place.spot, message).help(help)
}
