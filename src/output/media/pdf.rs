//! PDF (ISO 32000) that tells nothing about who made it. A PDF cannot be cleaned by leaving parts
//! out: they are found by their offset. So it is only looked at, and refused where it names people,
//! holds files or other pictures' metadata, keeps what was deleted, or does something by itself.

use lopdf::{Dictionary, Document, LoadOptions, Object, Stream};

use super::walk::Fault;

/// So much may one part of it inflate to, in bytes.
const INFLATED: usize = 64 << 20;

/// What the file may say of itself: no person stands in these.
const HARMLESS: [&[u8]; 7] =
    [b"Title", b"Subject", b"Keywords", b"Creator", b"Producer", b"CreationDate", b"ModDate"];

pub(super) fn look(bytes: &[u8]) -> Result<(), Fault> {
    let holds = |what: &str| Err(Fault::Holds(what.to_owned()));
    let options = LoadOptions { max_decompressed_size: Some(INFLATED), ..LoadOptions::default() };
    let Ok(document) = Document::load_mem_with_options(bytes, options) else {
        return holds("is damaged, or larger inside than we look");
    };
    if document.is_encrypted() || document.trailer.has(b"Encrypt") {
        return holds("is locked, so that nobody can see what it tells");
    }
    if revisions(bytes) > 1 {
        return holds("keeps an earlier revision of itself, with what was deleted");
    }
    let info = document.trailer.get(b"Info").ok().and_then(|info| dictionary(&document, info));
    if let Some(told) = info.and_then(named) {
        return holds(&format!("says who made it: `{told}`"));
    }
    document.objects.values().try_for_each(|object| part(&document, object, 0))
}

/// How often it was saved: each time adds an end. One that is made for the web has two from the
/// start.
fn revisions(bytes: &[u8]) -> usize {
    let ends = count(bytes, b"%%EOF");
    let head = &bytes[..bytes.len().min(2048)];
    ends.saturating_sub(usize::from(ends > 1 && count(head, b"/Linearized") > 0))
}

fn count(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).filter(|window| *window == word).count()
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    document.dereference(object).ok().and_then(|(_, object)| object.as_dict().ok())
}

/// The key of the file's own description in which somebody may be named: any that is not known to be
/// without, and known ones that hold the path of somebody's folder.
fn named(info: &Dictionary) -> Option<String> {
    let told = info.iter().find(|(key, value)| {
        let words = value.as_str().unwrap_or_default();
        let trapped = key.as_slice() == b"Trapped" || words.is_empty();
        let known = HARMLESS.contains(&key.as_slice());
        !trapped && (!known || is_path(&plain(words)))
    });
    told.map(|(key, _)| String::from_utf8_lossy(key).into_owned())
}

/// Words of a PDF are Latin, or UTF-16 with a mark.
fn plain(words: &[u8]) -> String {
    let letters = words.iter().filter(|byte| **byte != 0).copied().collect::<Vec<_>>();
    String::from_utf8_lossy(&letters).to_lowercase()
}

fn is_path(words: &str) -> bool {
    ["/home/", "/users/", "\\users\\", ":\\", "file:"].iter().any(|path| words.contains(path))
}

/// Looks at an object and all that is in it.
fn part(document: &Document, object: &Object, depth: usize) -> Result<(), Fault> {
    // Parts in parts that deep are no page.
    if depth > 100 {
        return Err(Fault::Holds("is nested too deep to be looked at".to_owned()));
    }
    match object {
        Object::Array(items) => items.iter().try_for_each(|item| part(document, item, depth + 1)),
        Object::Dictionary(parts) => entries(document, parts, depth),
        Object::Stream(stream) => {
            inside(stream)?;
            entries(document, &stream.dict, depth)
        }
        _ => Ok(()),
    }
}

fn entries(document: &Document, parts: &Dictionary, depth: usize) -> Result<(), Fault> {
    let is =
        |key: &[u8], name: &[u8]| parts.get(key).and_then(Object::as_name).is_ok_and(|n| n == name);
    let holds = |what: &str| Err(Fault::Holds(what.to_owned()));
    if parts.has(b"EmbeddedFiles") || parts.has(b"EF") || is(b"Subtype", b"FileAttachment") {
        return holds("has other files attached");
    }
    if parts.has(b"JS") || is(b"S", b"JavaScript") || is(b"S", b"Launch") {
        return holds("has a script or starts a program");
    }
    // The name of a field of a form is nobody's.
    let remark = parts.has(b"Subtype") && parts.has(b"Rect") && !is(b"Subtype", b"Widget");
    if remark && parts.get(b"T").and_then(Object::as_str).is_ok_and(|name| !name.is_empty()) {
        return holds("has remarks signed with a name");
    }
    if parts.has(b"PieceInfo") {
        return holds("keeps an editor's own data");
    }
    parts.iter().try_for_each(|(_, value)| part(document, value, depth + 1))
}

/// What is in a stream: a description of who made it, or a photograph with its own.
fn inside(stream: &Stream) -> Result<(), Fault> {
    let is = |key: &[u8], name: &[u8]| {
        stream.dict.get(key).and_then(Object::as_name).is_ok_and(|n| n == name)
    };
    if is(b"Type", b"Metadata") {
        let text = stream
            .get_plain_content_with_limit(INFLATED)
            .map_err(|_| Fault::Holds("has a description that cannot be read".to_owned()))?;
        let text = plain(&text);
        let people = [
            "dc:creator",
            "pdf:author",
            "xmpmm:history",
            "xmpmm:derivedfrom",
            "photoshop:",
            "exif:",
            "iptc",
        ];
        if people.iter().any(|word| text.contains(word)) || is_path(&text) {
            return Err(Fault::Holds("says who made it, in its XMP".to_owned()));
        }
    }
    // A photograph stands in it as it came from the camera.
    let photograph = stream.content.starts_with(b"\xff\xd8\xff");
    if photograph
        && [&b"Exif\0\0"[..], b"http://ns.adobe.com/xap/", b"Photoshop 3.0"]
            .iter()
            .any(|mark| count(&stream.content, mark) > 0)
    {
        return Err(Fault::Holds("holds a photograph with what its camera noted".to_owned()));
    }
    Ok(())
}
