//! SVG (W3C SVG 2) without what drawing programs note in it: comments, instructions, metadata, and
//! everything in a language of the program's own, such as the path of the file on somebody's disk.
//!
//! What is left out is cut from the text, the rest stays byte for byte. What could run, or ask
//! others for something, is not cut but refused: without it the drawing would not be what was drawn.

use std::ops::Range;

use roxmltree::{Attribute, Document, Node, NodeType};

use super::walk::Fault;

/// The largest drawing that is read, in bytes.
const LARGEST: usize = 16 << 20;

const SVG: &str = "http://www.w3.org/2000/svg";
const KNOWN: [&str; 3] =
    [SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"];

/// Elements that run, show a page inside, or take others' words for it.
const RUNNING: [&str; 6] = ["script", "foreignObject", "iframe", "object", "embed", "handler"];

pub(super) fn strip(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    if bytes.len() > LARGEST {
        return Err(Fault::Holds(format!("is larger than {} MB", LARGEST >> 20)));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|_| Fault::Holds("is not written in UTF-8".to_owned()))?;
    let mut cuts = Cuts::default();
    let text = without_doctype(text)?;
    let drawing = Document::parse(text)
        .map_err(|error| Fault::Holds(format!("cannot be read as XML: {error}")))?;
    let root = drawing.root_element();
    if !is_svg(root.tag_name().namespace()) || root.tag_name().name() != "svg" {
        return Err(Fault::Holds("does not begin with an <svg> of SVG's own".to_owned()));
    }
    // A node that is cut is cut with all that is in it.
    let mut left = vec![drawing.root()];
    while let Some(node) = left.pop() {
        if is_noise(node) {
            cuts.0.push(node.range());
            continue;
        }
        look(node, &mut cuts)?;
        left.extend(node.children());
    }
    Ok(cuts.apply(text))
}

/// The text from where the drawing begins. What a program declares before it may be a line that
/// names the language, but no words of its own: these could stand for anything.
fn without_doctype(text: &str) -> Result<&str, Fault> {
    let start = text.find("<svg").or_else(|| text.find(":svg")).unwrap_or_default();
    let Some(at) = text.get(..start).and_then(|head| head.find("<!DOCTYPE")) else {
        return Ok(text);
    };
    let head = text.get(at..start).unwrap_or_default();
    match (head.contains('['), head.find('>')) {
        (false, Some(end)) => Ok(text.get(at + end + 1..).unwrap_or_default().trim_start()),
        _ => Err(Fault::Holds("declares words of its own in its DOCTYPE".to_owned())),
    }
}

/// Stretches of the text to leave out.
#[derive(Default)]
struct Cuts(Vec<Range<usize>>);

impl Cuts {
    fn apply(mut self, text: &str) -> Vec<u8> {
        self.0.sort_by_key(|cut| cut.start);
        let mut kept = Vec::with_capacity(text.len());
        let mut at = 0;
        for cut in self.0 {
            kept.extend_from_slice(text.get(at..cut.start).unwrap_or_default().as_bytes());
            at = at.max(cut.end);
        }
        kept.extend_from_slice(text.get(at..).unwrap_or_default().as_bytes());
        kept
    }
}

fn is_svg(namespace: Option<&str>) -> bool {
    namespace.is_none_or(|namespace| namespace == SVG)
}

/// What the drawing is the same without.
fn is_noise(node: Node<'_, '_>) -> bool {
    match node.node_type() {
        NodeType::Comment | NodeType::PI => true,
        NodeType::Element => {
            let name = node.tag_name();
            // The page's own language is looked at, not cut: it shows something.
            let html = name.namespace() == Some("http://www.w3.org/1999/xhtml");
            name.name() == "metadata" || !(is_svg(name.namespace()) || html)
        }
        NodeType::Root | NodeType::Text => false,
    }
}

fn look(node: Node<'_, '_>, cuts: &mut Cuts) -> Result<(), Fault> {
    if !node.is_element() {
        return Ok(());
    }
    let name = node.tag_name().name();
    if RUNNING.contains(&name) || !is_svg(node.tag_name().namespace()) {
        return Err(Fault::Holds(format!("holds <{name}>")));
    }
    if name == "style" {
        let style: String = node.descendants().filter_map(|inner| inner.text()).collect();
        asks_nobody(&style, "its <style>")?;
    }
    for attribute in node.attributes() {
        if attribute.namespace().is_some_and(|namespace| !KNOWN.contains(&namespace)) {
            cuts.0.push(with_space(node, attribute));
            continue;
        }
        look_at(name, attribute)?;
    }
    Ok(())
}

/// An attribute with the blanks before it.
fn with_space(node: Node<'_, '_>, attribute: Attribute<'_, '_>) -> Range<usize> {
    let Range { start, end } = attribute.range();
    let before = node.document().input_text().get(..start).unwrap_or_default();
    before.trim_end().len()..end
}

fn look_at(element: &str, attribute: Attribute<'_, '_>) -> Result<(), Fault> {
    let (name, value) = (attribute.name(), attribute.value().trim());
    if name.to_ascii_lowercase().starts_with("on") {
        return Err(Fault::Holds(format!("holds a handler, `{name}`")));
    }
    match name {
        "href" | "src" if !value.starts_with('#') => {
            let what =
                if value.starts_with("data:") { "a file inside" } else { "a link out of it" };
            Err(Fault::Holds(format!("holds {what}, at <{element}>")))
        }
        // Animation can set a link or a handler as well as a length.
        "attributeName"
            if value == "href" || value.ends_with(":href") || value.starts_with("on") =>
        {
            Err(Fault::Holds(format!("holds an animation of `{value}`")))
        }
        "href" | "src" | "attributeName" => Ok(()),
        _ => asks_nobody(value, &format!("`{name}`")),
    }
}

/// Styles may point into the drawing, but not out of it.
fn asks_nobody(style: &str, place: &str) -> Result<(), Fault> {
    // `\75rl(` is `url(` to a browser.
    let plain = style.to_ascii_lowercase();
    let hidden = plain.contains('\\') && (place == "`style`" || place.contains("<style>"));
    let out = plain
        .split("url(")
        .skip(1)
        .any(|rest| !rest.trim_start_matches([' ', '\t', '\n', '\r', '"', '\'']).starts_with('#'));
    if out || hidden || plain.contains("@import") || plain.contains("image-set(") {
        return Err(Fault::Holds(format!("holds a link out of it, in {place}")));
    }
    Ok(())
}
