use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, HeadingLevel, Tag, TagEnd, html};

use super::line::Line;
use super::table::{self, Table};
use super::{File, guard, halves, link, quotes};
use crate::base::plain_line;
use crate::content::body::{Block, Body, Footnote, Slots};
use crate::content::marks::{self, Mark};
use crate::model::{Text, codes};

/// Unhurried reading.
const WORDS_A_MINUTE: usize = 200;

/// The first words of a text are at most so many characters.
const LEAD: usize = 240;

/// A stretch of text whose words are wanted: a link, a mark, a heading, a picture's description.
pub(super) struct Stretch {
    pub kind: StretchKind,
    pub range: Range<usize>,
    pub words: String,
}

pub(super) enum StretchKind {
    Link(Option<usize>),
    Mark(Mark),
    Heading { level: u8, id: Option<String>, event: usize },
    Image(Option<usize>),
}

/// Walks over a text's events and gathers its HTML, block by block, and what it says to others.
pub struct Walk<'t> {
    language: String,
    depth: usize,
    nests: usize,
    pub(super) events: Vec<Event<'t>>,
    pub(super) block: Block,
    blocks: Vec<Block>,
    note: Option<String>,
    notes: BTreeMap<String, (Vec<Event<'t>>, Range<usize>)>,
    numbers: HashMap<String, usize>,
    pub(super) stretches: Vec<Stretch>,
    pub(super) text: Text,
    pub(super) line: Line,
    word_count: usize,
    pub(super) ids: HashSet<String>,
    pub(super) last_level: u8,
    paragraphs: usize,
    pub(super) whole: Vec<Range<usize>>,
    pub(super) wikilinks: Vec<Range<usize>>,
    /// Where footnotes are mentioned or written.
    footnotes: Vec<Range<usize>>,
    /// The ids of marks that stand in the text, once somebody has asked for them.
    pub(super) written: Option<HashSet<String>>,
    /// The next number to try for a heading of a name that was taken, or for a mark.
    pub(super) next_id: HashMap<String, usize>,
    html: Option<(String, Range<usize>)>,
    table: Table,
}

impl<'t> Walk<'t> {
    /// Begins a text in a language.
    pub fn new(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            depth: 0,
            nests: 0,
            events: Vec::new(),
            block: Block::default(),
            blocks: Vec::new(),
            note: None,
            notes: BTreeMap::new(),
            numbers: HashMap::new(),
            stretches: Vec::new(),
            text: Text::default(),
            line: Line::default(),
            word_count: 0,
            ids: HashSet::new(),
            last_level: 1,
            paragraphs: 0,
            whole: Vec::new(),
            wikilinks: Vec::new(),
            footnotes: Vec::new(),
            written: None,
            next_id: HashMap::new(),
            html: None,
            table: Table::default(),
        }
    }

    /// Takes the next event; `false` when the text is refused and the rest is not worth reading.
    pub fn take(&mut self, file: &mut File<'_, '_>, event: Event<'t>, range: Range<usize>) -> bool {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.nests += usize::from(matches!(tag, Tag::BlockQuote(_) | Tag::List(_)));
                if self.nests > guard::MAX_DEPTH {
                    guard::too_deep(file, range);
                    return false;
                }
                self.start(file, tag, range);
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                let nest = matches!(tag, TagEnd::BlockQuote(_) | TagEnd::List(_));
                self.nests = self.nests.saturating_sub(usize::from(nest));
                self.end(file, tag, range);
            }
            Event::Text(text) => {
                let typed = file.body.get(range).unwrap_or_default();
                let text = quotes::localise(text, typed, &self.language);
                self.words(&text);
                self.events.push(Event::Text(text));
            }
            Event::Code(code) => {
                self.whole.push(range);
                self.words(&code);
                self.events.push(Event::Code(code));
            }
            Event::SoftBreak | Event::HardBreak => {
                self.words(" ");
                self.events.push(event);
            }
            Event::Html(html) => match &mut self.html {
                Some((all, _)) => all.push_str(&html),
                None => guard::html(file, &html, range),
            },
            Event::InlineHtml(html) => guard::html(file, &html, range),
            Event::FootnoteReference(label) => self.refer(&label, range),
            Event::Rule => self.events.push(Event::Rule),
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        if self.depth == 0 {
            self.close_block();
        }
        true
    }

    fn start(&mut self, file: &mut File<'_, '_>, tag: Tag<'t>, range: Range<usize>) {
        if is_line(&tag.to_end()) {
            self.line.end(&mut self.text.losses);
        }
        match tag {
            Tag::Link { link_type, dest_url, title, .. } => {
                self.open_link(file, link_type, &dest_url, &title, range)
            }
            Tag::Image { dest_url, .. } => {
                let target = link::image(file, &dest_url, range.clone());
                let number = target.map(|target| self.link(file, target, range.clone()));
                self.stretches.push(Stretch {
                    kind: StretchKind::Image(number),
                    range,
                    words: String::new(),
                });
            }
            Tag::Heading { level, id, .. } => {
                let kind = StretchKind::Heading {
                    level: level as u8,
                    id: id.map(|id| id.to_string()),
                    event: self.events.len(),
                };
                self.stretches.push(Stretch { kind, range, words: String::new() });
                // The opening tag is set when the words are known: its id may come from them.
                self.push_html(String::new());
            }
            Tag::FootnoteDefinition(label) => {
                if self.notes.contains_key(label.as_ref()) {
                    let message = format!("the footnote `{label}` is written a second time");
                    file.error(
                        codes::FOOTNOTE,
                        range.start..range.start + label.len() + 3,
                        message,
                        "give it a name of its own",
                    );
                }
                self.footnotes.push(range.start..range.start + label.len() + 3);
                self.note = Some(label.to_string());
                self.notes.insert(label.to_string(), (Vec::new(), range));
            }
            Tag::HtmlBlock => self.html = Some((String::new(), range)),
            Tag::BlockQuote(Some(kind)) => {
                let (class, word) = alert(kind);
                self.push_html(format!(
                    "<blockquote class=\"al {class}\"><p class=\"ap\"><b>{word}</b></p>"
                ));
            }
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                self.start_table(tag)
            }
            Tag::CodeBlock(kind) => {
                self.whole.push(range);
                self.events.push(Event::Start(Tag::CodeBlock(kind)));
            }
            other => {
                if matches!(other, Tag::Paragraph | Tag::Item) {
                    self.paragraphs += 1;
                }
                self.events.push(Event::Start(other));
            }
        }
    }

    fn start_table(&mut self, tag: Tag<'t>) {
        match tag {
            Tag::Table(columns) => {
                self.push_html(table::BOX.to_owned());
                self.table = Table::new(columns);
                self.events.push(Event::Start(Tag::Table(Vec::new())));
            }
            Tag::TableCell => {
                let cell = self.table.open();
                self.push_html(cell);
            }
            row => {
                self.table.row(row == Tag::TableHead);
                self.events.push(Event::Start(row));
            }
        }
    }

    fn end(&mut self, file: &mut File<'_, '_>, tag: TagEnd, range: Range<usize>) {
        if is_line(&tag) {
            self.line.end(&mut self.text.losses);
        }
        match tag {
            TagEnd::Link => self.close_link(file),
            TagEnd::Image => self.close_image(file),
            TagEnd::Heading(_) => self.close_heading(file),
            TagEnd::FootnoteDefinition => {
                if let Some(label) = self.note.take() {
                    let events = std::mem::take(&mut self.events);
                    self.notes.insert(label, (events, range));
                }
            }
            TagEnd::HtmlBlock => {
                if let Some((html, range)) = self.html.take() {
                    let end = range.start + html.trim_end().len().min(range.len());
                    guard::html(file, &html, range.start..end);
                }
            }
            TagEnd::BlockQuote(Some(_)) => self.push_html("</blockquote>".to_owned()),
            TagEnd::TableCell => {
                let end = self.table.close();
                self.push_html(end);
            }
            TagEnd::Table => {
                self.events.push(Event::End(TagEnd::Table));
                self.push_html("</div>".to_owned());
            }
            TagEnd::Paragraph => {
                if self.note.is_none()
                    && !self.text.lead.is_empty()
                    && self.text.lead.len() < LEAD * 4
                {
                    self.text.lead.push(' ');
                }
                self.events.push(Event::End(tag));
            }
            other => self.events.push(Event::End(other)),
        }
    }

    fn refer(&mut self, label: &str, range: Range<usize>) {
        self.footnotes.push(range);
        let known = self.numbers.get(label).copied();
        let number = known.unwrap_or(self.numbers.len() + 1);
        let back = if known.is_none() {
            self.numbers.insert(label.to_owned(), number);
            self.block.footnotes.push(Footnote { number, pieces: Vec::new() });
            format!(" id=\"{}\"", Slots::id(&format!("fr{number}")))
        } else {
            String::new()
        };
        let to = Slots::fragment(&format!("fn{number}"));
        self.push_html(format!("<sup><a href=\"#{to}\"{back}>{number}</a></sup>"));
    }

    fn words(&mut self, words: &str) {
        for stretch in &mut self.stretches {
            stretch.words.push_str(words);
        }
        self.line.push(words);
        self.word_count += words.split_whitespace().count();
        let in_heading = self.stretches.iter().any(|stretch| {
            matches!(stretch.kind, StretchKind::Heading { .. } | StretchKind::Image(_))
        });
        if self.note.is_none()
            && !in_heading
            && self.paragraphs > 0
            && self.text.lead.len() < LEAD * 4
        {
            self.text.lead.push_str(words);
        }
    }

    pub(super) fn push_html(&mut self, html: String) {
        self.events.push(Event::InlineHtml(CowStr::from(html)));
    }

    fn close_block(&mut self) {
        if self.events.is_empty() {
            return;
        }
        let mut block = std::mem::take(&mut self.block);
        block.pieces = written(std::mem::take(&mut self.events));
        self.blocks.push(block);
    }

    /// Ends the text: footnotes go to the blocks that mention them.
    pub fn finish(mut self, file: &mut File<'_, '_>) -> (Text, Body) {
        let notes = self.blocks.iter_mut().flat_map(|block| &mut block.footnotes);
        let mut notes: HashMap<usize, &mut Footnote> =
            notes.map(|note| (note.number, note)).collect();
        for (label, (events, range)) in std::mem::take(&mut self.notes) {
            match self.numbers.get(&label) {
                Some(number) => {
                    if let Some(note) = notes.get_mut(number) {
                        note.pieces = written(events);
                    }
                }
                None => file.warning(
                    codes::FOOTNOTE,
                    range.start..range.start + 3 + label.len(),
                    format!("the footnote `{label}` is mentioned nowhere"),
                    format!("write [^{label}] where it belongs, or take it out"),
                ),
            }
        }
        self.whole.sort_by_key(|range| range.start);
        halves::complain(file, &self.whole, &self.wikilinks);
        halves::footnotes(file, &self.whole, &self.footnotes);
        marks::check_targets(file, &self.text);
        self.text.minutes = self.word_count.div_ceil(WORDS_A_MINUTE);
        self.text.lead = cut(&plain_line(&self.text.lead));
        (self.text, Body { blocks: self.blocks })
    }
}

/// Whether sentences end with it.
fn is_line(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::Heading(_))
}

fn written(events: Vec<Event<'_>>) -> Vec<crate::content::Piece> {
    let mut html = String::new();
    html::push_html(&mut html, events.into_iter());
    Slots::part(&html)
}

fn alert(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("al-note", "Note"),
        BlockQuoteKind::Tip => ("al-tip", "Tip"),
        BlockQuoteKind::Important => ("al-important", "Important"),
        BlockQuoteKind::Warning => ("al-warning", "Warning"),
        BlockQuoteKind::Caution => ("al-caution", "Caution"),
    }
}

/// The first words, cut after a sentence if one ends in time, or else after a word.
fn cut(text: &str) -> String {
    if text.chars().count() <= LEAD {
        return text.to_owned();
    }
    let end = text.char_indices().nth(LEAD).map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let sentence = [". ", "! ", "? ", "。", "؟ ", ".” ", "”. "]
        .iter()
        .filter_map(|end| head.rfind(end).map(|at| at + end.len()))
        .max();
    match sentence.filter(|at| *at > end / 3) {
        Some(at) => head[..at].trim_end().to_owned(),
        None => format!("{}…", head.rfind(' ').map_or(head, |at| &head[..at])),
    }
}

/// `HeadingLevel` counts from 1, as the numbers that it stands for.
const _: () = assert!(HeadingLevel::H1 as u8 == 1);
