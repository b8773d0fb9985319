//! What the preview says around a page: the stamp over what readers must not see, and the bar
//! below that names the files that made the page and counts what only the desk sees.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::base::escape_html;
use crate::desk::{Audience, CardId, EntryId, Reason};
use crate::model::EntryKind;
use crate::pages::{Addresses, Page, PageKind, View, shown};
use crate::pipeline::Proof;

/// So many files are named below a page; the rest are counted.
const NAMED: usize = 40;
/// What may stand in a path of an editor's address as it is.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.');

/// What stands around a page.
#[derive(Debug, Default)]
pub struct Around {
    /// Before the page's own content.
    pub top: String,
    /// After it.
    pub foot: String,
}

/// Where the preview's files are, and who looks at it.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The site folder's full path, with forward slashes; nothing for who looks from another
    /// machine, whose editor could not open it, and who need not know it.
    pub root: Option<String>,
    /// Who looks.
    pub audience: Audience,
}

impl Desk {
    /// Whether messages may quote what they are about. They also come from what is held back, which
    /// another machine is only shown together with the drafts.
    pub fn reads_messages(&self) -> bool {
        self.root.is_some() || self.audience == Audience::Desk
    }
}

/// The address that opens a file of the site in the editor; nothing where it cannot.
pub fn editor_link(template: &str, desk: &Desk, path: &str, line: u32) -> Option<String> {
    let full = format!("{}/{path}", desk.root.as_ref()?);
    // On Windows a full path begins with a letter: addresses begin with a slash everywhere.
    let full = if full.starts_with('/') { full } else { format!("/{full}") };
    let full = utf8_percent_encode(&full, KEPT).to_string();
    Some(template.replace("{line}", &line.to_string()).replace("{path}", &full))
}

/// What stands around a page.
pub fn around(proof: &Proof, desk: &Desk, page: &Page, view: &View) -> Around {
    let desk_of = proof.desk_of(page);
    let cards = shown(desk_of, &page.kind);
    let made = made(proof, page, view, &cards);
    let stamped: Vec<(CardId, Reason)> =
        cards.iter().filter_map(|id| Some((*id, *desk_of.stamped.get(id)?))).collect();
    // Who looks from elsewhere, without the drafts, sees what readers will see.
    let foot = if desk.reads_messages() { foot(proof, desk, &made) } else { String::new() };
    Around { top: top(proof, page, &stamped), foot }
}

/// The stamp: in capitals of its own where the page itself is not for readers, and with a list
/// where something on it is not.
fn top(proof: &Proof, page: &Page, stamped: &[(CardId, Reason)]) -> String {
    let own = own_card(&page.kind);
    if let Some((_, reason)) = stamped.iter().find(|(id, _)| Some(*id) == own) {
        let since = match reason {
            Reason::Scheduled(time) => {
                let zoned = time.to_zoned(proof.settings.zone.clone());
                format!(" before {}", zoned.strftime("%-d %B %Y, %H:%M %Z"))
            }
            _ => String::new(),
        };
        return strip(reason.word(), &format!("Readers do not see this page{since}."));
    }
    if stamped.is_empty() {
        return String::new();
    }
    let named = stamped.iter().take(5).map(|(id, reason)| {
        let title = escape_html(proof.desk_of(page).card(*id).title());
        format!("“{title}” ({})", reason.word())
    });
    let mut words = named.collect::<Vec<_>>().join(", ");
    if stamped.len() > 5 {
        words.push_str(&format!(" and {} more", stamped.len() - 5));
    }
    strip("not as published", &format!("Readers will not find on this page: {words}."))
}

fn strip(word: &str, words: &str) -> String {
    format!(
        "<div class=\"dateline-stamp\" data-dateline lang=\"en\" dir=\"ltr\" role=\"note\">\
         <b>{word}</b> <span>{words}</span></div>"
    )
}

fn own_card(kind: &PageKind) -> Option<CardId> {
    match kind {
        PageKind::Article(id)
        | PageKind::Briefing(id)
        | PageKind::Text(id)
        | PageKind::Mail(id)
        | PageKind::Note(id)
        | PageKind::Plain(id) => Some(*id),
        _ => None,
    }
}

/// A file that made a page, and the line to open it at; without a line where it is built in.
type Made = (String, Option<u32>);

fn made(proof: &Proof, page: &Page, view: &View, cards: &[CardId]) -> Vec<Made> {
    let desk_of = proof.desk_of(page);
    let mut made: Vec<Made> = Vec::new();
    let own = own_card(&page.kind);
    // The page's own file first.
    for id in own.iter().chain(cards.iter().filter(|id| Some(**id) != own)) {
        let card = desk_of.card(*id);
        made.push((card.path.to_string(), Some(card.spot.line)));
    }
    if let PageKind::Entry(id) | PageKind::EntryMonth(id, ..) = &page.kind {
        let entry = desk_of.entries.get(*id);
        if entry.facts.is_some() {
            made.insert(0, (entry.place.0.to_string(), Some(entry.place.1.line)));
        }
    }
    let known: BTreeSet<String> = made.iter().map(|(path, _)| path.clone()).collect();
    made.extend(registries(desk_of, cards).difference(&known).cloned().map(first_line));
    if proof.has_settings() {
        made.push(first_line("dateline.yaml".to_owned()));
    }
    let own = proof.own_templates(&view.template);
    made.extend(own.iter().map(|name| first_line(format!("templates/{name}"))));
    if !own.contains(&view.template) {
        made.push((format!("{} (built in)", view.template), None));
    }
    made
}

/// The files in which what these cards name is registered.
fn registries(desk: &crate::desk::Desk, cards: &[CardId]) -> BTreeSet<String> {
    let kinds = EntryKind::ALL.into_iter();
    let named = kinds.flat_map(|kind| cards.iter().flat_map(move |id| desk.named_by(*id, kind)));
    let entries: BTreeSet<EntryId> = named.collect();
    let entries = entries.into_iter().map(|id| desk.entries.get(id));
    entries.filter(|entry| entry.facts.is_some()).map(|entry| entry.place.0.to_string()).collect()
}

fn first_line(path: String) -> Made {
    (path, Some(1))
}

fn foot(proof: &Proof, desk: &Desk, made: &[Made]) -> String {
    let template = &proof.settings.editor;
    let mut list = String::new();
    for (path, line) in made.iter().take(NAMED) {
        let name = escape_html(path);
        let link = line.and_then(|line| editor_link(template, desk, path, line));
        list.push_str(&match link {
            Some(link) => format!("<li><a href=\"{}\">{name}</a></li>", escape_html(&link)),
            None => format!("<li>{name}</li>"),
        });
    }
    if made.len() > NAMED {
        list.push_str(&format!("<li>and {} more</li>", made.len() - NAMED));
    }
    let files = made.iter().filter(|(_, line)| line.is_some()).count();
    let word = if files == 1 { "file" } else { "files" };
    format!(
        "<div class=\"dateline-bar\" data-dateline lang=\"en\" dir=\"ltr\">\
         <details><summary>Preview: {files} {word} made this page</summary><ul>{list}</ul></details>\
         {}</div>",
        unseen(proof, desk)
    )
}

/// How many things readers do not see, of which kind, and where they are.
fn unseen(proof: &Proof, desk: &Desk) -> String {
    let stamped = &proof.desk.stamped;
    match desk.audience {
        Audience::Readers if proof.desk.withheld.is_empty() => return String::new(),
        Audience::Readers => {
            let all = counted(proof.desk.withheld.iter().map(|withheld| withheld.reason));
            return format!("<p>Not shown: {all}. <code>serve -D</code> shows them.</p>");
        }
        Audience::Desk if stamped.is_empty() => {
            return "<p>With drafts: there are none.</p>".to_owned();
        }
        Audience::Desk => {}
    }
    let addresses = Addresses::new(&proof.desk, false);
    let items = stamped.iter().take(NAMED).map(|(id, reason)| {
        let route = format!("/{}", addresses.href(&addresses.card(*id)));
        let title = escape_html(proof.desk.card(*id).title());
        format!("<li><a href=\"{}\">{title}</a> {}</li>", escape_html(&route), reason.word())
    });
    let mut list: String = items.collect();
    if stamped.len() > NAMED {
        list.push_str(&format!("<li>and {} more</li>", stamped.len() - NAMED));
    }
    let (number, all) = (stamped.len(), counted(stamped.values().copied()));
    let word = if number == 1 { "thing" } else { "things" };
    format!(
        "<details><summary><b>With drafts: {number} {word} readers do not see</b> ({all})</summary>\
         <ul>{list}</ul></details>"
    )
}

/// `1 draft, 2 internal`
fn counted(reasons: impl Iterator<Item = Reason>) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for reason in reasons {
        *counts.entry(reason.word()).or_default() += 1;
    }
    counts.iter().map(|(word, count)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
}

/// The addresses of what readers do not see, with a word for each: the preview's script stamps
/// every link to them.
pub fn stamps(proof: &Proof) -> BTreeMap<String, &'static str> {
    let mut stamps = BTreeMap::new();
    for tree in &*proof.trees {
        let addresses = Addresses::new(&tree.desk, false);
        let stamped = tree.desk.stamped.iter();
        stamps.extend(stamped.map(|(id, reason)| {
            (format!("/{}", addresses.href(&addresses.card(*id))), reason.word())
        }));
    }
    stamps
}

#[cfg(test)]
#[path = "tests/bar.rs"]
mod tests;
