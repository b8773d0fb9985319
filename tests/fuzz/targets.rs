//! What is fuzzed: each target takes any bytes, and ends in a panic where a promise does not hold. The
//! same functions are run by `cargo fuzz`, led by what they reach, and by `cargo test`, for a short
//! while and led by chance.

use std::collections::BTreeSet;
use std::sync::Arc;

use dateline::base::Diagnostic;
use dateline::content::{self, Piece, Source, SourceKind, TemplateFile};
use dateline::model::{EntryKind, Settings, When, codes};
use dateline::output::media::{Format, extent, scale, strip};
use dateline::render::Theme;

use super::html;
pub use super::requests::requests;

/// A target: any bytes, and a panic where something is wrong.
pub type Target = fn(&[u8]);

/// A target by its name.
pub const TARGETS: [(&str, Target); 10] = [
    ("front_matter", front_matter),
    ("markdown", markdown),
    ("marks", marks),
    ("dates", dates),
    ("wire_copy", wire_copy),
    ("settings", settings),
    ("registry", registry),
    ("templates", templates),
    ("pictures", pictures),
    ("requests", requests),
];

fn text(bytes: &[u8]) -> String {
    // As `content` hands it on: no NUL, lines ending in LF.
    String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace(['\r', '\0'], "\n")
}

fn source(kind: SourceKind, path: &str, text: String) -> Source {
    Source { path: path.into(), kind, text: text.into() }
}

/// Every message has words, and points into its file.
fn told_well(complaints: &[Diagnostic], text: &str) {
    let lines = text.lines().count() as u32 + 1;
    for complaint in complaints {
        assert!(!complaint.message.trim().is_empty());
        assert!(!complaint.message.contains('\n'), "{:?}", complaint.message);
        assert!((1..=lines).contains(&complaint.place.spot.line), "{complaint:?}");
        assert!(complaint.place.spot.column >= 1);
    }
}

/// Parses an article; whatever HTML comes of it is of the allowed kinds.
fn article(text: String) {
    let source = source(SourceKind::Article, "content/articles/2011-07-18-a.md", text);
    let found = content::parse(&source, &Settings::default());
    told_well(&found.complaints, &source.text);
    let Some(item) = found.value else { return };
    for block in &item.body.blocks {
        let notes = block.footnotes.iter().map(|note| &note.pieces);
        for pieces in std::iter::once(&block.pieces).chain(notes) {
            html::allowed(&joined(pieces));
        }
    }
    // The card tells what the body holds: its anchors are in it, each once.
    let anchors: Vec<&String> = item.body.blocks.iter().flat_map(|block| &block.anchors).collect();
    let unique: BTreeSet<&&String> = anchors.iter().collect();
    assert_eq!(unique.len(), anchors.len(), "an id stands twice: {anchors:?}");
}

fn joined(pieces: &[Piece]) -> String {
    let each = pieces.iter().map(|piece| match piece {
        Piece::Html(html) => html.clone(),
        Piece::Href(number) => format!("../{number}/"),
        Piece::Id(name) | Piece::Fragment(name) => name.clone(),
    });
    each.collect()
}

pub fn front_matter(bytes: &[u8]) {
    article(format!("---\n{}\n---\nText.\n", text(bytes)));
}

pub fn markdown(bytes: &[u8]) {
    article(format!("---\ntitle: A\ntopics: [a]\n---\n{}", text(bytes)));
}

pub fn marks(bytes: &[u8]) {
    let mark = text(bytes).replace('\n', " ");
    article(format!(
        "---\ntitle: A\ntopics: [a]\n---\n[They came.](#c1 \"{mark}\") [Nine.](#k1 \"{mark}\")\n"
    ));
}

/// A day or a span is read the same again, and begins before it ends.
pub fn dates(bytes: &[u8]) {
    let text = text(bytes);
    let _ = (dateline::base::Day::parse(&text), When::is_backward(&text));
    let _ = dateline::base::Clock::parse(&text);
    let Some(when) = When::parse(&text) else { return };
    let again = When::parse(when.text()).expect("what was read can be read");
    assert_eq!(again.text(), when.text());
    if let (Some(earliest), Some(latest)) = (when.earliest(), when.latest()) {
        assert!(earliest <= latest, "{text:?}");
    }
}

/// What is made of pasted copy is an article that can be parsed.
pub fn wire_copy(bytes: &[u8]) {
    use dateline::import::wire;
    let text = String::from_utf8_lossy(bytes);
    let Ok(copy) = wire::read(&text) else { return };
    let choices = wire::Choices {
        date: "2011-07-18".to_owned(),
        topics: vec!["a".to_owned()],
        source: None,
        url: None,
        rights: Some("own".to_owned()),
    };
    let made = wire::article(&copy, &choices);
    let source = source(SourceKind::Article, "content/articles/2011-07-18-a.md", made.clone());
    let parsed = content::parse(&source, &Settings::default());
    // Pasted copy that holds marks of ours is for the desk to look at: their notes would be printed.
    let errors: Vec<_> = parsed.complaints.iter().filter(|found| found.is_error()).collect();
    let errors: Vec<_> =
        errors.into_iter().filter(|found| found.code != codes::HALF_MARK).collect();
    assert!(errors.is_empty(), "{errors:?}\n{made}");
    article(made);
}

pub fn settings(bytes: &[u8]) {
    let source = source(SourceKind::Settings, "dateline.yaml", text(bytes));
    let found = content::settings(Some(&source));
    told_well(&found.complaints, &source.text);
    if let Some(base) = &found.value.base_url {
        assert!(base.starts_with("http") && base.ends_with('/'), "{base:?}");
    }
}

pub fn registry(bytes: &[u8]) {
    for kind in EntryKind::ALL.into_iter().filter(|kind| *kind != EntryKind::Topic) {
        let path = format!("content/registry/{}.yaml", kind.folder());
        let source = source(SourceKind::Registry(kind), &path, text(bytes));
        told_well(&content::registry(&source).complaints, &source.text);
    }
}

/// A template that does not load is an error, and the theme stands all the same.
pub fn templates(bytes: &[u8]) {
    let text: Arc<str> = text(bytes).into();
    let file = TemplateFile { name: "article.html".to_owned(), text: Arc::clone(&text) };
    let found = Theme::load(&[file], &[]);
    told_well(&found.complaints, &text);
    assert!(found.value.has("article.html") && found.value.has("404.html"));
}

/// A picture comes out clean, once and for all, and no larger; and a smaller one of it is a JPEG of
/// the size that was asked for, or an error.
pub fn pictures(bytes: &[u8]) {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let formats = [Format::Jpeg, Format::Png, Format::WebP, Format::Gif, Format::Svg, Format::Pdf];
    let format = formats[usize::from(*first) % formats.len()];
    if let Ok(clean) = strip("picture", format, bytes) {
        assert!(clean.len() <= bytes.len() + 64);
        assert_eq!(strip("picture", format, &clean).as_deref(), Ok(&*clean), "{format:?}");
    }
    let Some((width, height)) = extent(format, bytes) else { return };
    // Larger ones are as slow as they are large.
    if u64::from(width) * u64::from(height) > 1 << 20 {
        return;
    }
    let within = (width.div_ceil(3), height.div_ceil(3));
    if let Ok(small) = scale("picture", format, bytes, within, 4 << 10) {
        assert_eq!(extent(Format::Jpeg, &small), Some(within));
        assert_eq!(strip("picture", Format::Jpeg, &small).as_deref(), Ok(&*small));
    }
}
