use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html};

use super::{File, guard, halves, link, quotes};
use crate::base::{Spotted, escape_html, plain_line, slugify};
use crate::content::body::{Block, Body, Footnote, Slots};
use crate::content::marks::{self, Mark};
use crate::model::{Heading, LinkOut, Target, Text, codes};

/// The first words of a text are at most so many characters.
const LEAD: usize = 240;

/// A stretch of text whose words are wanted: a link, a mark, a heading, a picture's description.
struct Stretch {
    kind: StretchKind,
    range: Range<usize>,
    words: String,
}

enum StretchKind {
    Link(Option<usize>),
    Mark(Mark),
    Heading { level: u8, id: Option<String>, event: usize },
    Image(Option<usize>),
}

/// Walks over a text's events and gathers its HTML, block by block, and what it says to others.
pub struct Walk<'t> {
    language: String,
    depth: usize,
    events: Vec<Event<'t>>,
    block: Block,
    blocks: Vec<Block>,
    note: Option<String>,
    notes: BTreeMap<String, (Vec<Event<'t>>, Range<usize>)>,
    numbers: Vec<(String, usize)>,
    stretches: Vec<Stretch>,
    text: Text,
    ids: HashSet<String>,
    last_level: u8,
    paragraphs: usize,
    whole: Vec<Range<usize>>,
    wikilinks: Vec<Range<usize>>,
    html: Option<(String, Range<usize>)>,
}

impl<'t> Walk<'t> {
    /// Begins a text in a language.
    pub fn new(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            depth: 0,
            events: Vec::new(),
            block: Block::default(),
            blocks: Vec::new(),
            note: None,
            notes: BTreeMap::new(),
            numbers: Vec::new(),
            stretches: Vec::new(),
            text: Text::default(),
            ids: HashSet::new(),
            last_level: 1,
            paragraphs: 0,
            whole: Vec::new(),
            wikilinks: Vec::new(),
            html: None,
        }
    }

    /// Takes the next event; `false` when the text is refused and the rest is not worth reading.
    pub fn take(&mut self, file: &mut File<'_, '_>, event: Event<'t>, range: Range<usize>) -> bool {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.depth > guard::MAX_DEPTH {
                    guard::too_deep(file, range);
                    return false;
                }
                self.start(file, tag, range);
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
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
            Event::FootnoteReference(label) => self.refer(&label),
            Event::Rule => self.events.push(Event::Rule),
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        if self.depth == 0 {
            self.close_block();
        }
        true
    }

    fn start(&mut self, file: &mut File<'_, '_>, tag: Tag<'t>, range: Range<usize>) {
        match tag {
            Tag::Link { link_type, dest_url, title, .. } => self.open_link(file, link_type, &dest_url, &title, range),
            Tag::Image { dest_url, .. } => {
                let target = link::image(file, &dest_url, range.clone());
                let number = target.map(|target| self.link(file, target, range.clone()));
                self.stretches.push(Stretch { kind: StretchKind::Image(number), range, words: String::new() });
            }
            Tag::Heading { level, id, .. } => {
                let kind = StretchKind::Heading { level: level as u8, id: id.map(|id| id.to_string()), event: self.events.len() };
                self.stretches.push(Stretch { kind, range, words: String::new() });
                // The opening tag is set when the words are known: its id may come from them.
                self.push_html(String::new());
            }
            Tag::FootnoteDefinition(label) => {
                self.note = Some(label.to_string());
                self.notes.insert(label.to_string(), (Vec::new(), range));
            }
            Tag::HtmlBlock => self.html = Some((String::new(), range)),
            Tag::BlockQuote(Some(kind)) => {
                let (class, word) = alert(kind);
                self.push_html(format!("<blockquote class=\"al {class}\"><p class=\"ap\"><b>{word}</b></p>"));
            }
            Tag::Table(alignments) => {
                self.push_html("<div class=\"tw\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">".to_owned());
                self.events.push(Event::Start(Tag::Table(alignments)));
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

    fn end(&mut self, file: &mut File<'_, '_>, tag: TagEnd, range: Range<usize>) {
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
            TagEnd::Table => {
                self.events.push(Event::End(TagEnd::Table));
                self.push_html("</div>".to_owned());
            }
            TagEnd::Paragraph => {
                if self.note.is_none() && !self.text.lead.is_empty() && self.text.lead.len() < LEAD * 4 {
                    self.text.lead.push(' ');
                }
                self.events.push(Event::End(tag));
            }
            other => self.events.push(Event::End(other)),
        }
    }

    fn open_link(&mut self, file: &mut File<'_, '_>, kind: LinkType, address: &str, title: &str, range: Range<usize>) {
        self.whole.push(range.clone());
        if let LinkType::WikiLink { .. } = kind {
            self.wikilinks.push(range.clone());
        }
        if !title.is_empty()
            && let Some(id) = marks::id_of(address)
        {
            let mark = marks::read(file, id, title, range.clone());
            self.push_html(format!("<span class=\"cm\" id=\"{}\">", Slots::id(id)));
            self.stretches.push(Stretch { kind: StretchKind::Mark(mark), range, words: String::new() });
            return;
        }
        let target = link::target(file, kind, address, range.clone());
        let rel = match &target {
            Some(Target::Web(_)) => " rel=\"noopener noreferrer\"",
            _ => "",
        };
        let number = target.map(|target| self.link(file, target, range.clone()));
        if let Some(number) = number {
            self.push_html(format!("<a href=\"{}\"{rel}>", Slots::href(number)));
        }
        self.stretches.push(Stretch { kind: StretchKind::Link(number), range, words: String::new() });
    }

    fn close_link(&mut self, file: &mut File<'_, '_>) {
        let Some(stretch) = self.stretches.pop() else { return };
        let words = plain_line(&stretch.words);
        match stretch.kind {
            StretchKind::Link(number) => {
                if let Some(number) = number {
                    self.text.links[number].text = words;
                    self.push_html("</a>".to_owned());
                }
            }
            StretchKind::Mark(mark) => {
                self.push_html("</span>".to_owned());
                self.anchor(file, mark.id(), stretch.range.clone(), true);
                mark.finish(words, &mut self.text);
            }
            kind @ (StretchKind::Heading { .. } | StretchKind::Image(_)) => {
                self.stretches.push(Stretch { kind, range: stretch.range, words: stretch.words });
            }
        }
    }

    fn close_image(&mut self, file: &mut File<'_, '_>) {
        let Some(stretch) = self.stretches.pop() else { return };
        let alt = plain_line(&stretch.words);
        if alt.is_empty() {
            file.warning(codes::MISSING_ALT, stretch.range, "this image has no description", "write what it shows: ![Fighters at the gate](…)");
        }
        if let StretchKind::Image(Some(number)) = stretch.kind {
            let words = if alt.is_empty() { "no description" } else { &alt };
            self.push_html(format!("<a class=\"ph\" href=\"{}\">Photograph: {}</a>", Slots::href(number), escape_html(words)));
        }
    }

    fn close_heading(&mut self, file: &mut File<'_, '_>) {
        let Some(Stretch { kind: StretchKind::Heading { level, id, event }, range, words }) = self.stretches.pop() else { return };
        let words = plain_line(&words);
        if level == 1 {
            file.warning(codes::HEADING_ONE, range.clone(), "the title is the page's only heading of the first level", "begin this heading with ##");
        } else if level > self.last_level + 1 {
            let message = format!("a heading of level {level} follows one of level {}", self.last_level);
            file.warning(codes::HEADING_JUMP, range.clone(), message, format!("begin it with {}", "#".repeat(usize::from(self.last_level) + 1)));
        }
        let level = level.max(2);
        self.last_level = level;
        let given = id.is_some();
        let id = id.unwrap_or_else(|| self.free_id(&slugify(&words)));
        self.anchor(file, &id, range, given);
        let tag = format!("<h{level} id=\"{}\">", Slots::id(&id));
        if let Some(slot) = self.events.get_mut(event) {
            *slot = Event::InlineHtml(CowStr::from(tag));
        }
        self.push_html(format!("</h{level}>"));
        self.text.headings.push(Heading { level, id, text: words });
    }

    fn free_id(&self, slug: &str) -> String {
        let slug = if slug.is_empty() { "section" } else { slug };
        let free = |id: &String| !self.ids.contains(id) && marks::id_of(&format!("#{id}")).is_none();
        std::iter::once(slug.to_owned()).chain((2..).map(|n| format!("{slug}-{n}"))).find(free).unwrap_or_default()
    }

    /// Registers an id; a second one of the same name is an error when somebody typed it.
    fn anchor(&mut self, file: &mut File<'_, '_>, id: &str, range: Range<usize>, typed: bool) {
        if self.ids.insert(id.to_owned()) {
            let spot = file.spot(range);
            self.text.anchors.push(Spotted::new(id.to_owned(), spot));
            self.block.anchors.push(id.to_owned());
        } else if marks::id_of(&format!("#{id}")).is_some() {
            let help = format!("the next free one is {}", self.next_mark(id));
            file.error(codes::DUPLICATE_MARK, range, format!("#{id} stands here a second time"), help);
        } else if typed {
            file.error(codes::DUPLICATE_ANCHOR, range, format!("the anchor `{id}` stands here a second time"), "give each its own name");
        }
    }

    fn next_mark(&self, id: &str) -> String {
        let letter = &id[..1];
        let free = |id: &String| !self.ids.contains(id);
        (1..).map(|n| format!("{letter}{n}")).find(free).unwrap_or_default()
    }

    fn link(&mut self, file: &mut File<'_, '_>, target: Target, range: Range<usize>) -> usize {
        let spot = file.spot(range);
        self.text.links.push(LinkOut { target, spot, text: String::new() });
        self.text.links.len() - 1
    }

    fn refer(&mut self, label: &str) {
        let known = self.numbers.iter().find(|(name, _)| name == label).map(|(_, number)| *number);
        let number = known.unwrap_or(self.numbers.len() + 1);
        let back = if known.is_none() {
            self.numbers.push((label.to_owned(), number));
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
        self.text.words += words.split_whitespace().count();
        let in_heading = self.stretches.iter().any(|stretch| matches!(stretch.kind, StretchKind::Heading { .. } | StretchKind::Image(_)));
        if self.note.is_none() && !in_heading && self.paragraphs > 0 && self.text.lead.len() < LEAD * 4 {
            self.text.lead.push_str(words);
        }
    }

    fn push_html(&mut self, html: String) {
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
        for (label, (events, range)) in std::mem::take(&mut self.notes) {
            let number = self.numbers.iter().find(|(name, _)| *name == label).map(|(_, number)| *number);
            match number {
                Some(number) => {
                    let slot = self.blocks.iter_mut().flat_map(|block| &mut block.footnotes).find(|note| note.number == number);
                    if let Some(note) = slot {
                        note.pieces = written(events);
                    }
                }
                None => file.warning(codes::FOOTNOTE, range.start..range.start + 3 + label.len(), format!("the footnote `{label}` is mentioned nowhere"), format!("write [^{label}] where it belongs, or take it out")),
            }
        }
        halves::complain(file, &self.whole, &self.wikilinks);
        marks::check_targets(file, &self.text);
        self.text.lead = cut(&plain_line(&self.text.lead));
        (self.text, Body { blocks: self.blocks })
    }
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
    let sentence = [". ", "! ", "? ", "。", "؟ ", ".” ", "”. "].iter().filter_map(|end| head.rfind(end).map(|at| at + end.len())).max();
    match sentence.filter(|at| *at > end / 3) {
        Some(at) => head[..at].trim_end().to_owned(),
        None => format!("{}…", head.rfind(' ').map_or(head, |at| &head[..at])),
    }
}

/// `HeadingLevel` counts from 1, as the numbers that it stands for.
const _: () = assert!(HeadingLevel::H1 as u8 == 1);
