use std::collections::HashMap;
use std::sync::Arc;

use granit_parser::{Event, Parser, ScalarStyle, Span, options};
use serde_yaml::Value;

use super::trouble;
use crate::base::{Diagnostic, Spot, Spotted};
use crate::model::codes;

/// How deep lists and maps may stand in each other.
const MAX_DEPTH: usize = 16;

/// Where each value of a piece of YAML stands.
#[derive(Debug, Clone)]
pub enum Node {
    /// A text, number or flag, as it was typed.
    Leaf {
        /// The text after escapes are undone.
        text: String,
        /// Where it stands.
        spot: Spot,
    },
    /// A list.
    List {
        /// Its items.
        items: Vec<Node>,
        /// Where it begins.
        spot: Spot,
    },
    /// A map.
    Map {
        /// Its keys and values, as typed.
        entries: Vec<(Spotted<String>, Node)>,
        /// Where it begins.
        spot: Spot,
    },
}

impl Node {
    /// The values as far as their typed text tells: for a file whose keys stand twice, which the
    /// parser of values refuses whole, so that its other mistakes are said too.
    pub fn values(&self) -> Value {
        match self {
            Self::Leaf { text, .. } => {
                serde_yaml::from_str(text).unwrap_or_else(|_| Value::from(text.as_str()))
            }
            Self::List { items, .. } => items.iter().map(Self::values).collect(),
            Self::Map { entries, .. } => {
                let pairs = entries
                    .iter()
                    .map(|(key, node)| (Value::from(key.value.as_str()), node.values()));
                Value::Mapping(pairs.collect())
            }
        }
    }

    /// Where it stands.
    pub fn spot(&self) -> Spot {
        match self {
            Self::Leaf { spot, .. } | Self::List { spot, .. } | Self::Map { spot, .. } => *spot,
        }
    }
}

type Entries = Vec<(Spotted<String>, Node)>;

/// A list or map that is still open while events come in.
enum Open {
    List(Vec<Node>, Spot),
    Map { entries: Vec<(Spotted<String>, Node)>, key: Option<Spotted<String>>, spot: Spot },
}

struct Builder<'a> {
    path: &'a Arc<str>,
    line: u32,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    complaints: &'a mut Vec<Diagnostic>,
}

/// The tree of places; none when the YAML is broken or refused.
pub fn tree(
    text: &str,
    path: &Arc<str>,
    line: u32,
    complaints: &mut Vec<Diagnostic>,
) -> Option<Node> {
    let before = complaints.len();
    let options = options! { emit_unresolved_aliases: true, emit_anchor_events: true };
    let mut builder =
        Builder { path, line, open: Vec::new(), root: None, documents: 0, complaints };
    for event in Parser::new_from_str_with_options(text, options) {
        let go_on = match event {
            Ok((event, span)) => builder.take(event, span),
            Err(error) => {
                let complaint = trouble::explain(text, path, line, &error);
                builder.complaints.push(complaint);
                false
            }
        };
        if !go_on {
            return None;
        }
    }
    let root = builder.root.take();
    if complaints.len() == before {
        complaints.extend(trouble::suspect(text, path, line));
    }
    Some(root.unwrap_or(Node::Map { entries: Vec::new(), spot: Spot::new(line.max(1), 1, 1) }))
}

impl Builder<'_> {
    /// Takes the next event; `false` when it makes no sense to go on.
    fn take(&mut self, event: Event<'_>, span: Span) -> bool {
        let tag = span.tag_start();
        let spot = self.spot(span);
        if matches!(event, Event::Anchor(..)) || event.is_alias() {
            return self.refuse(
                codes::YAML_ANCHOR,
                spot,
                "anchors and aliases (`&x`, `*x`) are not taken",
                "write the value out again, or put quotes round a text that begins with `&` or `*`",
            );
        }
        if let Event::UnresolvedAlias(_) = event {
            return self.refuse(
                codes::YAML_ANCHOR,
                spot,
                "a text cannot begin with `*`",
                "put quotes round it",
            );
        }
        if event.tag().is_some() {
            let spot = tag.map_or(spot, |tag| {
                Spot::new(tag.line() as u32 + self.line, tag.col() as u32 + 1, 1)
            });
            return self.refuse(
                codes::YAML_TAG,
                spot,
                "tags (`!x`) are not taken",
                "put quotes round a text that begins with `!`",
            );
        }
        if self.open.len() > MAX_DEPTH {
            return self.refuse(
                codes::TOO_DEEP,
                spot,
                "lists and maps stand too deep in each other",
                "16 levels are the limit",
            );
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return self.refuse(
                        codes::SECOND_DOCUMENT,
                        spot,
                        "a second YAML document begins here",
                        "keep one; a line of `---` ends the front matter",
                    );
                }
            }
            Event::Scalar(text, style, ..) => return self.scalar(&text, style, spot),
            Event::SequenceStart(..) => self.open.push(Open::List(Vec::new(), spot)),
            Event::MappingStart(..) => {
                self.open.push(Open::Map { entries: Vec::new(), key: None, spot });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            _ => {}
        }
        true
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, spot: Spot) -> bool {
        if let Some(Open::Map { key: key @ None, .. }) = self.open.last_mut() {
            if text == "<<" && style == ScalarStyle::Plain {
                return self.refuse(
                    codes::YAML_ANCHOR,
                    spot,
                    "merge keys (`<<`) are not taken",
                    "write the keys out",
                );
            }
            *key = Some(Spotted::new(text.to_owned(), spot));
            return true;
        }
        self.place(Node::Leaf { text: text.to_owned(), spot });
        true
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::List(items, spot)) => self.place(Node::List { items, spot }),
            Some(Open::Map { entries, spot, .. }) => {
                let entries = self.without_twins(entries);
                self.place(Node::Map { entries, spot });
            }
            None => {}
        }
    }

    /// Puts a finished node where it belongs.
    fn place(&mut self, node: Node) {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open::List(items, _)) => items.push(node),
            Some(Open::Map { entries, key, .. }) => match key.take() {
                Some(key) => entries.push((key, node)),
                // A list or map as a key: kept under no name, refused as unknown later.
                None => *key = Some(Spotted::new(String::new(), node.spot())),
            },
        }
    }

    /// Complains of keys that stand twice, and keeps the first of them.
    fn without_twins(&mut self, entries: Entries) -> Entries {
        let mut first: HashMap<String, Spot> = HashMap::new();
        let mut kept = Vec::with_capacity(entries.len());
        for (key, node) in entries {
            if let Some(earlier) = first.get(&key.value) {
                let message = format!(
                    "`{}` stands here a second time; first on line {}",
                    key.value, earlier.line
                );
                self.complaints.push(
                    Diagnostic::error(codes::DUPLICATE_KEY, self.path, key.spot, message)
                        .help("keep one of them"),
                );
            } else {
                first.insert(key.value.clone(), key.spot);
                kept.push((key, node));
            }
        }
        kept
    }

    fn refuse(&mut self, code: crate::base::Code, spot: Spot, message: &str, help: &str) -> bool {
        self.complaints.push(Diagnostic::error(code, self.path, spot, message).help(help));
        false
    }

    fn spot(&self, span: Span) -> Spot {
        let (start, end) = (span.start, span.end);
        let width =
            if start.line() == end.line() { end.col().saturating_sub(start.col()) } else { 1 };
        Spot::new(start.line() as u32 + self.line, start.col() as u32 + 1, width as u32)
    }
}
