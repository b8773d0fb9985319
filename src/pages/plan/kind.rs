use std::sync::Arc;

use super::CardOf;
use crate::base::{Day, Spot};
use crate::desk::{CardId, EntryId};
use crate::model::EntryKind;
use crate::pages::search::SearchFile;
use crate::pages::{MapOf, MapSheet, Route};

/// A page that will exist.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its address.
    pub route: Route,
    /// Which tree it stands in, by the place of its language in the settings.
    pub tree: usize,
    /// What it is.
    pub kind: PageKind,
    /// Another template, and where it was asked for.
    pub template: Option<(String, Arc<str>, Spot)>,
}

/// What a page is, and of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageKind {
    /// The latest briefing or the latest day.
    Home,
    /// A year's calendar.
    Year(i16),
    /// A month's days.
    Month(i16, i8),
    /// A day.
    Day(Day),
    /// An article.
    Article(CardId),
    /// An edition.
    Briefing(CardId),
    /// An edition as plain text.
    Text(CardId),
    /// An edition as an e-mail.
    Mail(CardId),
    /// What stands in the place of a withdrawn article, by its place among them.
    Withdrawn(usize),
    /// A note.
    Note(CardId),
    /// A plain page.
    Plain(CardId),
    /// All editions.
    Briefings,
    /// All notes.
    Notes,
    /// All corrections.
    Corrections,
    /// The same as a feed: Atom.
    CorrectionsAtom,
    /// The same as a feed: JSON Feed.
    CorrectionsJson,
    /// An index of topics, places and so on.
    Index(EntryKind),
    /// A topic, place, actor, person, source or event.
    Entry(EntryId),
    /// An entry's month.
    EntryMonth(EntryId, i16, i8),
    /// Claims of a month; of the newest.
    Claims(Option<(i16, i8)>),
    /// Figures of a month; of the newest.
    Losses(Option<(i16, i8)>),
    /// Events of a month; of the newest.
    Timeline(Option<(i16, i8)>),
    /// Claims, figures, events or articles as data.
    Data(DataFile),
    /// The map of a topic, place or briefing; a smaller sheet for phones and margins.
    Map(MapOf, MapSheet),
    /// Where the site is searched.
    Search,
    /// A file that the search needs.
    SearchFile(SearchFile),
    /// What a host shows when nothing is found.
    NotFound,
    /// A former address, which leads to another.
    Alias(Route),
    /// Atom (RFC 4287), of the site or of a topic.
    Atom(Option<EntryId>),
    /// JSON Feed 1.1, of the site or of a topic.
    JsonFeed(Option<EntryId>),
    /// All addresses, for search engines.
    Sitemap,
    /// What search engines may read.
    Robots,
    /// `_headers`, which some hosts send along with each page.
    Headers,
    /// The style sheet of the site's own look.
    Style,
    /// The picture of a shared link.
    Card(CardOf),
}

/// What is handed out as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataFile {
    /// `claims.csv`
    Claims,
    /// `losses.csv`
    Losses,
    /// `events.geojson`
    Events,
    /// `articles.json`
    Articles,
}

impl DataFile {
    /// Its name in the folder `data/`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claims => "claims.csv",
            Self::Losses => "losses.csv",
            Self::Events => "events.geojson",
            Self::Articles => "articles.json",
        }
    }
}

impl PageKind {
    /// Whether it is a page that readers open (and that a sitemap lists).
    pub fn is_page(&self) -> bool {
        !matches!(
            self,
            Self::NotFound
                | Self::Alias(_)
                | Self::Withdrawn(_)
                | Self::Data(_)
                | Self::Map(..)
                | Self::Text(_)
                | Self::Mail(_)
                | Self::SearchFile(_)
                | Self::Atom(_)
                | Self::JsonFeed(_)
                | Self::CorrectionsAtom
                | Self::CorrectionsJson
                | Self::Sitemap
                | Self::Robots
                | Self::Headers
                | Self::Style
                | Self::Card(_)
        )
    }
}
