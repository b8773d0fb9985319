//! Editions as readers got them, locked.

use std::fmt;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::base::{Spot, Spotted};

/// What stands at the head of a lock.
pub const HEAD: &str =
    "# An edition as it was released. `dateline release` wrote it; no line may be changed.";

/// An edition as readers got it: `editions/<slug>.lock`.
///
/// A small text: keys, then `text:` and `addresses:` with their lines indented by two blanks, and last
/// a `seal:`, the SHA-256 of all before it. `before:` names the lock released before this one with its
/// seal, so that the locks are a chain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    /// The file, from the site folder.
    pub path: Arc<str>,
    /// The edition's slug.
    pub edition: Spotted<String>,
    /// BCP 47: translations of an edition have one slug.
    pub language: String,
    /// RFC 3339, in UTC.
    pub released: String,
    /// The name of the lock before this one, and its seal.
    pub before: Option<(Spotted<String>, String)>,
    /// What readers got, line by line.
    pub text: Vec<Spotted<String>>,
    /// Addresses of pages that no lock before this one remembers, from the site's root, without a slash
    /// before them.
    pub addresses: Vec<Spotted<String>>,
    /// Hexadecimal.
    pub seal: String,
}

impl Lock {
    /// Its file's name without the ending.
    pub fn name(&self) -> &str {
        name_of(&self.path)
    }

    /// The addresses of the edition's articles, in its order.
    pub fn items(&self) -> impl Iterator<Item = &Spotted<String>> {
        self.text.iter().filter(|line| line.value.starts_with("item: "))
    }

    /// The seal that the lines ask for.
    pub fn sealed(&self) -> String {
        seal(&self.unsealed())
    }

    fn unsealed(&self) -> String {
        let before = self.before.as_ref();
        let before =
            before.map_or("none".to_owned(), |(name, seal)| format!("{} {seal}", name.value));
        let mut text = format!(
            "{HEAD}\nedition: {}\nlanguage: {}\nreleased: {}\nbefore: {before}\n\ntext:\n",
            self.edition.value, self.language, self.released
        );
        let mut add = |line: &str| {
            text.push_str("  ");
            text.push_str(line);
            text.push('\n');
        };
        self.text.iter().for_each(|line| add(&line.value));
        text.push_str("\naddresses:\n");
        for address in &self.addresses {
            text.push_str("  /");
            text.push_str(&address.value);
            text.push('\n');
        }
        text.push('\n');
        text
    }
}

/// The whole file, with its seal.
impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.unsealed();
        writeln!(f, "{text}seal: {}", seal(&text))
    }
}

/// The name of a lock's file without folder and ending.
pub fn name_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".lock").unwrap_or(name)
}

/// SHA-256 in hexadecimal.
fn seal(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A line that nobody typed into a file.
pub fn unplaced(value: String) -> Spotted<String> {
    Spotted { value, spot: Spot::START }
}
