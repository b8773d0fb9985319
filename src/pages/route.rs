use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// Characters that may not stand in a path of an address.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'%')
    .add(b'\\')
    .add(b'^')
    .add(b'|');

/// An address of the site, without the leading slash: `topics/libya/`, `feed.xml`, or nothing for
/// the home page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Route(String);

impl Route {
    /// From its text.
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a page of HTML in a folder of its own stands here.
    pub fn is_folder(&self) -> bool {
        self.0.is_empty() || self.0.ends_with('/')
    }

    /// The file in the output.
    pub fn file(&self) -> String {
        if self.is_folder() { format!("{}index.html", self.0) } else { self.0.clone() }
    }

    /// The way from this page to the site's root: `./`, `../`, `../../` and so on.
    pub fn root(&self) -> String {
        match self.0.matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// The address as a link writes it after the root; `portable` links name the file.
    pub fn href(&self, portable: bool) -> String {
        let path = if portable { self.file() } else { self.0.clone() };
        encode_path(&path)
    }

    /// The address for machines that want ASCII only (sitemaps, feeds).
    pub fn ascii(&self) -> String {
        self.0
            .split('/')
            .map(|part| utf8_percent_encode(part, PATH).to_string())
            .collect::<Vec<_>>()
            .join("/")
    }
}

/// A path made fit for an attribute of a link. Letters of every script stay as they are.
pub fn encode_path(path: &str) -> String {
    let kept = |b: u8| b.is_ascii_alphanumeric() || b"/-._~".contains(&b) || b >= 0x80;
    if path.bytes().all(kept) {
        return path.to_owned();
    }
    let mut safe = String::with_capacity(path.len());
    for c in path.chars() {
        match c {
            ' ' | '"' | '#' | '<' | '>' | '?' | '`' | '{' | '}' | '%' | '\\' | '^' | '|' | '\''
            | '&' => {
                safe.push_str(&format!("%{:02X}", c as u32));
            }
            _ => safe.push(c),
        }
    }
    safe
}

/// `/old/path/` or `old/path` or `old.html`, as a route.
pub fn alias_path(text: &str) -> String {
    let clean = text.trim().trim_start_matches('/');
    let parts: Vec<String> = clean
        .split('/')
        .filter(|part| !matches!(*part, "" | "." | ".."))
        .map(str::to_owned)
        .collect();
    let folder = clean.ends_with('/') || !parts.last().is_some_and(|last| last.contains('.'));
    let path = parts.join("/");
    if folder && !path.is_empty() { format!("{path}/") } else { path }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.0)
    }
}
