use std::sync::Arc;

use super::{Source, SourceKind};

/// A source as it is kept: as it is for a run that ends, packed for a preview that lasts, where
/// thousands of texts lie there to be parsed again some day.
#[derive(Debug, Clone)]
pub struct Filed {
    /// Relative to the site folder, with forward slashes.
    pub path: Arc<str>,
    /// What it is.
    pub kind: SourceKind,
    text: Text,
}

/// A text. The same text packed is the same bytes.
#[derive(Debug, Clone, PartialEq)]
pub enum Text {
    /// As it was read.
    Plain(Arc<str>),
    /// Deflated (RFC 1951).
    Packed(Arc<[u8]>),
}

/// Fast: it is a third of the text already, and more effort wins little.
const EFFORT: u8 = 1;

impl Filed {
    /// Keeps a source as it is.
    pub fn plain(source: Source) -> Self {
        let Source { path, kind, text } = source;
        Self { path, kind, text: Text::Plain(text) }
    }

    /// Keeps a source packed. What every run looks at stays as it is.
    pub fn packed(source: Source) -> Self {
        if matches!(source.kind, SourceKind::Settings | SourceKind::Lock | SourceKind::Registry(_))
        {
            return Self::plain(source);
        }
        let bytes = miniz_oxide::deflate::compress_to_vec(source.text.as_bytes(), EFFORT);
        Self { path: source.path, kind: source.kind, text: Text::Packed(bytes.into()) }
    }

    /// The source.
    pub fn open(&self) -> Source {
        let text = match &self.text {
            Text::Plain(text) => Arc::clone(text),
            Text::Packed(bytes) => {
                // What was packed here unpacks; were it not so, the text would be missing.
                let bytes = miniz_oxide::inflate::decompress_to_vec(bytes).unwrap_or_default();
                String::from_utf8(bytes).unwrap_or_default().into()
            }
        };
        Source { path: Arc::clone(&self.path), kind: self.kind, text }
    }

    /// Its text as it is kept, shared with whoever remembers what was made of it.
    pub fn text(&self) -> &Text {
        &self.text
    }
}

impl Text {
    /// Whether two are one, or the same.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Plain(a), Self::Plain(b)) => Arc::ptr_eq(a, b) || a == b,
            (Self::Packed(a), Self::Packed(b)) => Arc::ptr_eq(a, b) || a == b,
            _ => false,
        }
    }
}
