//! Editions as they were released: `editions/*.lock`.

use std::sync::Arc;

use super::Source;
use crate::base::{Checked, Diagnostic, Spot, Spotted};
use crate::model::codes;
use crate::model::lock::{HEAD, Lock, name_of};

/// Reads a lock and looks at its seal. What was changed in it by hand is no lock any more.
pub fn lock(source: &Source) -> Checked<Option<Lock>> {
    let mut lines = (1..).zip(source.text.lines());
    let mut read = Reader { path: &source.path, lines: &mut lines };
    match read.lock() {
        // Also what the reader would forgive, such as a slash that is missing, is a change.
        Ok(lock) if lock.to_string() == *source.text => Checked::fine(Some(lock)),
        Ok(_) => {
            let line = source.text.lines().count() as u32;
            let message = "the seal does not fit the lines above it: one of them was changed";
            Checked::new(None, vec![broken(&source.path, line, message)])
        }
        Err(complaint) => Checked::new(None, vec![*complaint]),
    }
}

fn broken(path: &Arc<str>, line: u32, message: impl Into<String>) -> Diagnostic {
    let help = format!(
        "bring back editions/{}.lock as it was, from your version control or a backup; \
         what readers should see otherwise belongs into a correction",
        name_of(path)
    );
    Diagnostic::error(codes::BROKEN_LOCK, path, Spot::new(line, 1, 1), message).help(help)
}

struct Reader<'s, L> {
    path: &'s Arc<str>,
    lines: L,
}

type Read<T> = Result<T, Box<Diagnostic>>;

impl<'s, L: Iterator<Item = (u32, &'s str)>> Reader<'s, L> {
    /// The whole file: a line that is not what it should be ends it, and is named.
    fn lock(&mut self) -> Read<Lock> {
        self.exactly(HEAD)?;
        let edition = self.key("edition")?;
        let language = self.key("language")?.value;
        let released = self.key("released")?.value;
        let before = self.key("before")?;
        let before = match before.value.split_once(' ') {
            Some((name, seal)) => {
                Some((Spotted::new(name.to_owned(), before.spot), seal.to_owned()))
            }
            None => None,
        };
        self.exactly("")?;
        self.exactly("text:")?;
        let text = self.indented("addresses:")?;
        let addresses = self.indented("seal")?;
        let (seal, addresses) = match addresses.split_last() {
            Some((seal, addresses)) => (seal.value.clone(), addresses.to_vec()),
            None => (String::new(), Vec::new()),
        };
        let address = |line: Spotted<String>| {
            let value = line.value.strip_prefix('/').unwrap_or(&line.value).to_owned();
            Spotted::new(value, line.spot)
        };
        let addresses = addresses.into_iter().map(address).collect();
        let path = Arc::clone(self.path);
        let lock = Lock { path, edition, language, released, before, text, addresses, seal };
        match self.lines.next() {
            Some((line, _)) => Err(self.fault(line, "nothing may stand after the seal")),
            None => Ok(lock),
        }
    }

    fn next(&mut self, expected: &str) -> Read<(u32, &'s str)> {
        let path = self.path;
        self.lines.next().ok_or_else(|| {
            Box::new(broken(path, 1, format!("the file ends where `{expected}` should stand")))
        })
    }

    fn exactly(&mut self, expected: &str) -> Read<()> {
        let (line, text) = self.next(expected)?;
        if text == expected {
            return Ok(());
        }
        let what = if expected.is_empty() { "an empty line" } else { expected };
        Err(self.fault(line, format!("`{text}` stands where `{what}` should")))
    }

    fn key(&mut self, key: &str) -> Read<Spotted<String>> {
        let (line, text) = self.next(key)?;
        let value = text.strip_prefix(key).and_then(|rest| rest.strip_prefix(": "));
        let value = value
            .ok_or_else(|| self.fault(line, format!("`{text}` stands where `{key}: …` should")))?;
        Ok(Spotted::new(value.to_owned(), Spot::new(line, 1, text.chars().count() as u32)))
    }

    /// Lines indented by two blanks, then an empty line and the head of what follows. Of the seal, its
    /// value comes as the last of them.
    fn indented(&mut self, then: &str) -> Read<Vec<Spotted<String>>> {
        let mut lines = Vec::new();
        loop {
            let (line, text) = self.next(then)?;
            if let Some(inner) = text.strip_prefix("  ") {
                let spot = Spot::new(line, 3, inner.chars().count() as u32);
                lines.push(Spotted::new(inner.to_owned(), spot));
            } else if text.is_empty() {
                break;
            } else {
                return Err(self.fault(line, format!("`{text}` does not begin with two blanks")));
            }
        }
        match then {
            "seal" => lines.push(self.key(then)?),
            head => self.exactly(head)?,
        }
        Ok(lines)
    }

    fn fault(&self, line: u32, message: impl Into<String>) -> Box<Diagnostic> {
        Box::new(broken(self.path, line, message))
    }
}
