//! Which template draws a page.

use super::{Page, PageKind};
use crate::model::EntryKind;

/// The template that draws a page: its own, where it asks for one. Nothing for what the program
/// writes by itself: data, pictures, maps, the files of the search.
pub fn template_of(page: &Page) -> Option<&str> {
    let asked = page.template.as_ref().map(|(name, ..)| name.as_str());
    asked.or_else(|| of_kind(&page.kind))
}

fn of_kind(kind: &PageKind) -> Option<&'static str> {
    Some(match kind {
        PageKind::Home | PageKind::Briefing(_) => "edition.html",
        PageKind::Text(_) => "briefing.txt",
        PageKind::Mail(_) => "mail.html",
        PageKind::Article(_) => "article.html",
        PageKind::Day(_) => "day.html",
        PageKind::Month(..) => "month.html",
        PageKind::Year(_) => "year.html",
        PageKind::Entry(id) | PageKind::EntryMonth(id, ..) if id.kind == EntryKind::Topic => {
            "topic.html"
        }
        PageKind::Entry(_) | PageKind::EntryMonth(..) => "entry.html",
        PageKind::Index(_) => "index.html",
        PageKind::Withdrawn(_) => "withdrawn.html",
        PageKind::Note(_) => "note.html",
        PageKind::Plain(_) => "page.html",
        PageKind::Briefings => "briefings.html",
        PageKind::Notes => "notes.html",
        PageKind::Corrections => "corrections.html",
        PageKind::Claims(_) => "claims.html",
        PageKind::Losses(_) => "losses.html",
        PageKind::Timeline(_) => "timeline.html",
        PageKind::Search => "search.html",
        PageKind::NotFound => "404.html",
        PageKind::Alias(_) => "alias.html",
        PageKind::Atom(_) | PageKind::CorrectionsAtom => "feed.xml",
        PageKind::Sitemap => "sitemap.xml",
        PageKind::Robots => "robots.txt",
        PageKind::Headers => "headers.txt",
        PageKind::JsonFeed(_)
        | PageKind::CorrectionsJson
        | PageKind::Data(_)
        | PageKind::Card(_)
        | PageKind::Style
        | PageKind::SearchFile(_)
        | PageKind::Map(..) => return None,
    })
}
