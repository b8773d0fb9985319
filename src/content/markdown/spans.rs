//! What stands inside a paragraph and has an address or an id: links, marks, pictures, headings.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType};

use super::walk::{Stretch, StretchKind, Walk};
use super::{File, link};
use crate::base::{Spotted, escape_html, plain_line, slugify};
use crate::content::body::Slots;
use crate::content::marks::{self, Mark};
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
        if !title.is_empty() && marks::is_misnumbered(address) {
            let message = format!("`{address}` is not how a mark is numbered");
            file.error(
                codes::MARK_GRAMMAR,
                range.clone(),
                message,
                "claims are #c1, #c2 and so on, figures #k1, #k2",
            );
            // Where it should lead is no second mistake.
            self.stretches.push(Stretch {
                kind: StretchKind::Link(None),
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
                if words.is_empty() {
                    let message = "this mark has no words in it";
                    file.error(
                        codes::MARK_GRAMMAR,
                        stretch.range.clone(),
                        message,
                        "write [the words](#c1 \"who says\")",
                    );
                }
                self.anchor(file, mark.id(), stretch.range.clone(), true);
                if let Mark::Loss(_, Some(_)) = mark {
                    self.line.figure(self.text.losses.len(), stretch.words.len());
                }
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
            let wanted = self.last_level + 1;
            let message =
                format!("a heading of level {level} stands where one of level {wanted} belongs");
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
        if let Some(id) = id.as_ref().filter(|id| is_reserved(id)) {
            let message = format!("anchors like `{id}` are kept for marks and footnotes");
            file.error(codes::DUPLICATE_ANCHOR, range.clone(), message, "choose another name");
        }
        let id = id.unwrap_or_else(|| self.free_id(&slugify(&words)));
        self.anchor(file, &id, range, given);
        let tag = format!("<h{level} id=\"{}\">", Slots::id(&id));
        if let Some(slot) = self.events.get_mut(event) {
            *slot = Event::InlineHtml(CowStr::from(tag));
        }
        self.push_html(format!("</h{level}>"));
        self.text.headings.push(Heading { level, id, text: words });
    }

    fn free_id(&mut self, slug: &str) -> String {
        let slug = if slug.is_empty() { "section" } else { slug };
        let taken = |ids: &HashSet<String>, id: &str| ids.contains(id) || is_reserved(id);
        if !taken(&self.ids, slug) {
            return slug.to_owned();
        }
        let number = self.next_id.entry(slug.to_owned()).or_insert(2);
        loop {
            let id = format!("{slug}-{number}");
            *number += 1;
            if !taken(&self.ids, &id) {
                return id;
            }
        }
    }

    /// Registers an id; a second one of the same name is an error when somebody typed it.
    fn anchor(&mut self, file: &mut File<'_, '_>, id: &str, range: Range<usize>, typed: bool) {
        if self.ids.insert(id.to_owned()) {
            let spot = file.spot(range);
            self.text.anchors.push(Spotted::new(id.to_owned(), spot));
            self.block.anchors.push(id.to_owned());
        } else if marks::id_of(&format!("#{id}")).is_some() {
            let help = format!("the next free one is {}", self.next_mark(file, id));
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

    /// The first number of a letter that no mark has, before or after.
    fn next_mark(&mut self, file: &File<'_, '_>, id: &str) -> String {
        let letter = id[..1].to_owned();
        let written = self.written.get_or_insert_with(|| written_marks(file.body));
        // What is taken stays taken, so the search goes on where it last ended.
        let number = self.next_id.entry(format!("#{letter}")).or_insert(1);
        loop {
            let id = format!("{letter}{number}");
            if !self.ids.contains(&id) && !written.contains(&id) {
                return id;
            }
            *number += 1;
        }
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

/// The ids of all marks in a text, as they are written: `c7` of `](#c7 "…")` and `](#c7)`.
fn written_marks(body: &str) -> HashSet<String> {
    let behind = body.split("(#").skip(1);
    let ids = behind.filter_map(|rest| {
        let end = rest.find([' ', ')'])?;
        (end < 24).then(|| rest[..end].to_owned())
    });
    ids.collect()
}

/// Ids that marks and footnotes have: `c1`, `k1`, `fn1`, `fr1`.
fn is_reserved(id: &str) -> bool {
    let numbered = |head: &str| {
        let digits = id.strip_prefix(head).unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    };
    ["c", "k", "fn", "fr"].into_iter().any(numbered)
}
