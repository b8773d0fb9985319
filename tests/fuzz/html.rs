//! The HTML that a text may become: these elements with these attributes, and nothing else, as a browser's
//! own parser sees it.

use html5ever::tendril::TendrilSink as _;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// What a paragraph may hold, and a text.
const ELEMENTS: [&str; 41] = [
    "html",
    "head",
    "body",
    "p",
    "dt",
    "dd",
    "b",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "em",
    "strong",
    "del",
    "a",
    "img",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "hr",
    "br",
    "sup",
    "sub",
    "span",
    "div",
    "bdi",
    "figure",
    "figcaption",
    "time",
    "dl",
    "s",
];

const ATTRIBUTES: [&str; 19] = [
    "id",
    "class",
    "href",
    "rel",
    "title",
    "alt",
    "src",
    "lang",
    "dir",
    "start",
    "scope",
    "datetime",
    "width",
    "height",
    "loading",
    "tabindex",
    "role",
    "aria-label",
    "aria-describedby",
];

/// Ends in a panic where a browser would find anything else in this.
pub fn allowed(html: &str) {
    let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default());
    let dom = dom.from_utf8().one(html.as_bytes());
    let mut open = vec![dom.document.clone()];
    while let Some(node) = open.pop() {
        node_allowed(&node, html);
        open.extend(node.children.borrow().iter().cloned());
    }
}

fn node_allowed(node: &Handle, html: &str) {
    match &node.data {
        NodeData::Comment { .. } => panic!("a comment: {html}"),
        NodeData::ProcessingInstruction { .. } => panic!("an instruction: {html}"),
        NodeData::Element { name, attrs, .. } => {
            let element = &*name.local;
            assert!(ELEMENTS.contains(&element), "<{element}>: {html}");
            for attribute in attrs.borrow().iter() {
                let (key, value) = (&*attribute.name.local, &*attribute.value);
                assert!(ATTRIBUTES.contains(&key), "{key} at <{element}>: {html}");
                if ["href", "src"].contains(&key) {
                    assert!(is_harmless(value), "{key}={value:?}: {html}");
                }
            }
        }
        _ => {}
    }
}

/// An address as a browser reads it, without blanks and control characters: a way on this site, or the
/// web, or a letter.
fn is_harmless(address: &str) -> bool {
    let plain: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    match url::Url::parse(&plain) {
        Ok(url) => ["http", "https", "mailto", "tel"].contains(&url.scheme()),
        Err(_) => true,
    }
}
