//! PDFs that tell something are refused, and the others stay as they are.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::picture::{clean, flaw};
use crate::output::media::{Format, strip};

/// A page, a catalogue of this, and what the file says of itself.
fn pdf(catalog: Dictionary, info: Dictionary, more: Vec<Object>) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages,
        "MediaBox" => vec![0.into(), 0.into(), 9.into(), 9.into()],
    });
    let of = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(of));
    let mut root = dictionary! { "Type" => "Catalog", "Pages" => pages };
    root.extend(&catalog);
    let root = document.add_object(root);
    document.trailer.set("Root", root);
    let info = document.add_object(info);
    document.trailer.set("Info", info);
    for object in more {
        document.add_object(object);
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn text(words: &str) -> Object {
    Object::string_literal(words)
}

fn plain() -> Vec<u8> {
    let info = dictionary! {
        "Title" => text("Report"), "Producer" => text("Press 1"),
        "CreationDate" => text("D:20110718"), "Author" => text(""),
    };
    let field = dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "Rect" => vec![0.into()], "T" => text("place"),
    };
    let words = Stream::new(dictionary! { "Type" => "Metadata" }, b"<x:xmpmeta/>".to_vec());
    pdf(Dictionary::new(), info, vec![field.into(), words.into()])
}

#[test]
fn a_pdf_that_tells_nothing_stays_as_it_is() {
    assert_eq!(clean(Format::Pdf, &plain()), plain());
}

#[test]
fn who_made_it_is_refused() {
    for (key, words) in [
        ("Author", "Amal Haddad"),
        ("Company", "A desk"),
        ("Title", "Microsoft Word - C:\\Users\\amal\\report.docx"),
        ("Creator", "file:///home/amal/report.tex"),
    ] {
        let mut info = Dictionary::new();
        info.set(key, text(words));
        let flaw = flaw(Format::Pdf, &pdf(Dictionary::new(), info, vec![]));
        assert_eq!(flaw, format!("the PDF says who made it: `{key}`"));
        assert!(!flaw.contains("mal"), "the message names nobody");
    }
    let wide: Vec<u8> = "\u{feff}C:\\Users\\a".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let title = Object::String(wide, lopdf::StringFormat::Hexadecimal);
    let bytes = pdf(Dictionary::new(), dictionary! { "Title" => title }, vec![]);
    assert_eq!(flaw(Format::Pdf, &bytes), "the PDF says who made it: `Title`");
}

#[test]
fn what_else_a_pdf_holds_is_refused() {
    let stream = |dict: Dictionary, bytes: &[u8]| Object::from(Stream::new(dict, bytes.to_vec()));
    let mut packed = Stream::new(
        dictionary! { "Type" => "Metadata" },
        format!("<rdf><dc:creator>A</dc:creator>{}</rdf>", " ".repeat(500)).into_bytes(),
    );
    packed.compress().unwrap();
    assert!(packed.dict.has(b"Filter"), "the test packs nothing");
    let attached = dictionary! { "Type" => "Filespec", "EF" => Dictionary::new() };
    let note = dictionary! { "Subtype" => "Text", "Rect" => vec![0.into()], "T" => text("Amal") };
    for (catalog, object, said) in [
        (
            dictionary! { "Names" => dictionary! { "EmbeddedFiles" => 1 } },
            Object::Null,
            "has other files attached",
        ),
        (Dictionary::new(), attached.into(), "has other files attached"),
        (
            Dictionary::new(),
            dictionary! { "Subtype" => "FileAttachment" }.into(),
            "has other files attached",
        ),
        (
            dictionary! { "OpenAction" => dictionary! { "S" => "JavaScript" } },
            Object::Null,
            "has a script or starts a program",
        ),
        (
            dictionary! { "OpenAction" => dictionary! { "S" => "Launch" } },
            Object::Null,
            "has a script or starts a program",
        ),
        (Dictionary::new(), note.into(), "has remarks signed with a name"),
        (
            dictionary! { "PieceInfo" => Dictionary::new() },
            Object::Null,
            "keeps an editor's own data",
        ),
        (Dictionary::new(), packed.into(), "says who made it, in its XMP"),
        (
            Dictionary::new(),
            stream(Dictionary::new(), b"\xff\xd8\xff\xe1\0\x10Exif\0\0"),
            "holds a photograph with what its camera noted",
        ),
    ] {
        let bytes = pdf(catalog, Dictionary::new(), vec![object]);
        assert_eq!(flaw(Format::Pdf, &bytes), format!("the PDF {said}"));
    }
}

#[test]
fn earlier_revisions_locks_and_damage_are_refused() {
    let mut twice = plain();
    twice.extend_from_slice(b"\n1 0 obj\n<</Type/Pages>>\nendobj\nstartxref\n9\n%%EOF\n");
    assert!(flaw(Format::Pdf, &twice).contains("earlier revision"));
    let mut document = Document::load_mem(&plain()).unwrap();
    document.trailer.set("Encrypt", dictionary! { "Filter" => "Standard" });
    let mut locked = Vec::new();
    document.save_to(&mut locked).unwrap();
    let flaws = ["locked", "damaged"];
    let said = flaw(Format::Pdf, &locked);
    assert!(flaws.iter().any(|word| said.contains(word)), "{said}");
    assert_eq!(flaw(Format::Pdf, b"<html>"), "named . but it is a web page");
    assert!(flaw(Format::Pdf, b"%PDF-1.5\n").contains("damaged"));
}

#[test]
fn cut_or_changed_pdfs_are_no_trouble() {
    let whole = plain();
    for cut in 0..whole.len() {
        drop(strip("report.pdf", Format::Pdf, &whole[..cut]));
    }
    let mut changed = whole.clone();
    for at in 0..whole.len() {
        for value in [0, b' ', b'<', b'>', b'(', b'9', b'[', b'/', 0xff] {
            changed[at] = value;
            drop(strip("report.pdf", Format::Pdf, &changed));
        }
        changed[at] = whole[at];
    }
}
