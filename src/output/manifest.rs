//! The list of files in an output folder, kept in that folder: what each holds, and the mark that
//! Dateline made it. Its bytes depend on the files alone, so that two builds can be compared by it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::{fmt, io};

use sha2::{Digest, Sha256};

use super::path;

/// The name of the manifest in the output folder.
pub const MANIFEST: &str = ".dateline-manifest";

/// Where a new manifest stands while its files are brought in one by one.
pub(super) const JOURNAL: &str = ".dateline-journal";

/// The name of a file that is being brought in, until it is whole.
pub(super) const PART: &str = ".dateline-part";

/// What the first line opens with; the number of files follows, so that a cut is noticed.
const HEADER: &str = "dateline-manifest 1 files ";

/// What a line about a file that is made of another opens with.
const MADE: &str = "made  ";

/// What one file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// How many bytes it has.
    pub size: u64,
}

impl Entry {
    /// Of bytes in memory.
    pub fn of(bytes: &[u8]) -> Self {
        Self { sha256: Sha256::digest(bytes).into(), size: bytes.len() as u64 }
    }

    /// Of everything that a reader gives, which is written on to `to` as it goes by.
    pub fn pour(mut from: impl io::Read, mut to: impl io::Write) -> io::Result<Self> {
        let (mut sha256, mut size) = (Sha256::new(), 0);
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let read = match from.read(&mut buffer) {
                Ok(0) => return Ok(Self { sha256: sha256.finalize().into(), size }),
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            sha256.update(&buffer[..read]);
            to.write_all(&buffer[..read])?;
            size += read as u64;
        }
    }
}

/// What a file is made of, when it is made of another: the SHA-256 of the other's bytes and of the recipe,
/// which is everything else that its bytes depend on.
pub fn origin(recipe: &str, bytes: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(recipe).chain_update([0]).chain_update(bytes).finalize().into()
}

/// The files of an output folder by their paths, sorted by bytes.
///
/// As text: `dateline-manifest 1 files 2`, then a line `sha256hex  size  path` for each file. Where some
/// are made of others, the first line goes on with ` made 1`, and after the files a line
/// `made  sha256hex  path` for each of them says what it was made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Paths relative to the output folder, with `/`.
    pub files: BTreeMap<String, Entry>,
    /// Of files that are made of others: the SHA-256 of what they were made of.
    pub made: BTreeMap<String, [u8; 32]>,
}

/// Why a text is no manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub problem: &'static str,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}

impl Manifest {
    /// Reads what [`Manifest`]'s `Display` writes, and nothing else: a manifest decides what is deleted.
    pub fn parse(text: &str) -> Result<Self, Broken> {
        let broken = |line, problem| Broken { line, problem };
        let mut lines = text.split_terminator('\n');
        let (count, count_made) = lines
            .next()
            .and_then(parse_header)
            .ok_or(broken(1, "no header of a version that this program knows"))?;
        let mut manifest = Self::default();
        for (i, line) in lines.enumerate() {
            let broken = |problem| broken(i + 2, problem);
            if let Some(line) = line.strip_prefix(MADE) {
                let (hash, path) = line.split_once("  ").ok_or_else(|| broken("no path"))?;
                let hash = parse_hex(hash).ok_or_else(|| broken("no SHA-256"))?;
                if !manifest.files.contains_key(path) {
                    return Err(broken("no such file is listed"));
                }
                add(&mut manifest.made, path.into(), hash).map_err(broken)?;
                continue;
            }
            let (path, entry) = parse_line(line).map_err(broken)?;
            add(&mut manifest.files, path, entry).map_err(broken)?;
        }
        let counted = (manifest.files.len(), manifest.made.len());
        if counted != (count, count_made) || !text.ends_with('\n') {
            return Err(broken(counted.0 + counted.1 + 1, "cut short, or lines added"));
        }
        Ok(manifest)
    }
}

/// How many files, and how many of them are made of others.
fn parse_header(line: &str) -> Option<(usize, usize)> {
    let counts = line.strip_prefix(HEADER)?;
    let (files, made) = counts.split_once(" made ").unwrap_or((counts, "0"));
    Some((files.parse().ok()?, made.parse().ok()?))
}

fn add<T>(to: &mut BTreeMap<String, T>, path: String, value: T) -> Result<(), &'static str> {
    if to.last_key_value().is_some_and(|(last, _)| *last >= path) {
        return Err("not in order");
    }
    to.insert(path, value);
    Ok(())
}

fn parse_line(line: &str) -> Result<(String, Entry), &'static str> {
    let mut fields = line.splitn(3, "  ");
    let sha256 = fields.next().and_then(parse_hex).ok_or("no SHA-256")?;
    let size = fields.next().and_then(|size| size.parse().ok()).ok_or("no size")?;
    let path = fields.next().ok_or("no path")?;
    // The manifest is a file like any other: it must not lead us out of the folder.
    path::check(path).map_err(|_| "a path that no output can hold")?;
    Ok((path.into(), Entry { sha256, size }))
}

fn parse_hex(hex: &str) -> Option<[u8; 32]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let hex: &[u8; 64] = hex.as_bytes().try_into().ok()?;
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(hex.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(hash)
}

impl fmt::Display for Manifest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{HEADER}{}", self.files.len())?;
        match self.made.len() {
            0 => writeln!(f)?,
            made => writeln!(f, " made {made}")?,
        }
        let mut line = String::with_capacity(128);
        let mut hex = |hash: &[u8; 32]| {
            line.clear();
            hash.iter().try_for_each(|byte| write!(line, "{byte:02x}"))?;
            Ok(line.clone())
        };
        for (path, entry) in &self.files {
            writeln!(f, "{}  {}  {path}", hex(&entry.sha256)?, entry.size)?;
        }
        for (path, of) in &self.made {
            writeln!(f, "{MADE}{}  {path}", hex(of)?)?;
        }
        Ok(())
    }
}
