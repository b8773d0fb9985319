//! What stands inside a paragraph and has an address or an id: links, marks, pictures, headings.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType};

use super::walk::{Stretch, StretchKind, Walk};
use super::{File, link};
use crate::base::{Spotted, escape_html, plain_line, slugify};
use crate::content::body::Slots;
use crate::content::marks;
use crate::model::{Heading, LinkOut, Target, codes};

impl Walk<'_> {
    pub(super) fn open_link(
        &mut self,
        file: &mut File<'_, '_>,
        kind: LinkType,
        address: &str,
        title: &str,
        range: Range<usize>,
    ) {
        self.whole.push(range.clone());
        if let LinkType::WikiLink { .. } = kind {
            self.wikilinks.push(range.clone());
        }
        if !title.is_empty()
            && let Some(id) = marks::id_of(address)
        {
            let mark = marks::read(file, id, title, range.clone());
            self.push_html(format!("<span class=\"cm\" id=\"{}\">", Slots::id(id)));
            self.stretches.push(Stretch {
                kind: StretchKind::Mark(mark),
                range,
                words: String::new(),
            });
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
        self.stretches.push(Stretch {
            kind: StretchKind::Link(number),
            range,
            words: String::new(),
        });
    }

    pub(super) fn close_link(&mut self, file: &mut File<'_, '_>) {
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

    pub(super) fn close_image(&mut self, file: &mut File<'_, '_>) {
        let Some(stretch) = self.stretches.pop() else { return };
        let alt = plain_line(&stretch.words);
        if alt.is_empty() {
            file.warning(
                codes::MISSING_ALT,
                stretch.range,
                "this image has no description",
                "write what it shows: ![Fighters at the gate](…)",
            );
        }
        if let StretchKind::Image(Some(number)) = stretch.kind {
            let words = if alt.is_empty() { "no description" } else { &alt };
            self.push_html(format!(
                "<a class=\"ph\" href=\"{}\">Photograph: {}</a>",
                Slots::href(number),
                escape_html(words)
            ));
        }
    }

    pub(super) fn close_heading(&mut self, file: &mut File<'_, '_>) {
        let Some(Stretch { kind: StretchKind::Heading { level, id, event }, range, words }) =
            self.stretches.pop()
        else {
            return;
        };
        let words = plain_line(&words);
        if level == 1 {
            file.warning(
                codes::HEADING_ONE,
                range.clone(),
                "the title is the page's only heading of the first level",
                "begin this heading with ##",
            );
        } else if level > self.last_level + 1 {
            let message =
                format!("a heading of level {level} follows one of level {}", self.last_level);
            file.warning(
                codes::HEADING_JUMP,
                range.clone(),
                message,
                format!("begin it with {}", "#".repeat(usize::from(self.last_level) + 1)),
            );
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
        let free =
            |id: &String| !self.ids.contains(id) && marks::id_of(&format!("#{id}")).is_none();
        std::iter::once(slug.to_owned())
            .chain((2..).map(|n| format!("{slug}-{n}")))
            .find(free)
            .unwrap_or_default()
    }

    /// Registers an id; a second one of the same name is an error when somebody typed it.
    fn anchor(&mut self, file: &mut File<'_, '_>, id: &str, range: Range<usize>, typed: bool) {
        if self.ids.insert(id.to_owned()) {
            let spot = file.spot(range);
            self.text.anchors.push(Spotted::new(id.to_owned(), spot));
            self.block.anchors.push(id.to_owned());
        } else if marks::id_of(&format!("#{id}")).is_some() {
            let help = format!("the next free one is {}", self.next_mark(id));
            file.error(
                codes::DUPLICATE_MARK,
                range,
                format!("#{id} stands here a second time"),
                help,
            );
        } else if typed {
            file.error(
                codes::DUPLICATE_ANCHOR,
                range,
                format!("the anchor `{id}` stands here a second time"),
                "give each its own name",
            );
        }
    }

    fn next_mark(&self, id: &str) -> String {
        let letter = &id[..1];
        let free = |id: &String| !self.ids.contains(id);
        (1..).map(|n| format!("{letter}{n}")).find(free).unwrap_or_default()
    }

    pub(super) fn link(
        &mut self,
        file: &mut File<'_, '_>,
        target: Target,
        range: Range<usize>,
    ) -> usize {
        let spot = file.spot(range);
        self.text.links.push(LinkOut { target, spot, text: String::new() });
        self.text.links.len() - 1
    }
}
