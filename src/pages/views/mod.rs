//! What each template gets: plain data, one struct for each template, and nothing that reaches
//! back into the site.

mod article;
mod atoms;
mod card;
mod chrome;
mod claims;
mod corrections;
mod data;
mod document;
mod edition;
mod entry;
mod facts;
mod feed;
mod figures;
mod index;
mod ledgers;
mod lists;
mod losses;
mod map;
mod note;
mod says;
mod schema;
mod search;
mod shared;
mod sides;
mod since;
mod strip;
mod time;
mod timeline;
mod tongues;
mod voices;
mod words;

pub use article::{ArticleView, ImageView, RelatedView};
pub use atoms::{BlockView, Bodies, DateView, FootnoteView, ItemView, RefView};
pub use card::CardView;
pub use chrome::{PageView, SiteView};
pub use claims::{ClaimView, RestsView, StatusView};
pub use corrections::{CorrectionView, WithdrawnView};
pub use data::Records;
pub use document::{DocumentView, ReportView, StoryView};
pub use edition::{EditionView, GroupView, StandingView};
pub use entry::{EntryView, MonthLink};
pub use feed::{FeedItemView, FeedView, SitemapView, feed_items};
pub use figures::FigureView;
pub use index::{IndexEntryView, IndexView, LetterView};
pub use ledgers::{ClaimsView, LossesView, TopicClaimsView, TopicLossesView};
pub use lists::{BriefingsView, DayView, EditionListView, MonthView, NotesView, YearView};
pub use losses::{LossRowView, LossTableView, SpeakerView, SumView};
pub use map::{
    EditionMapView, MAP_SIZE, MAP_SIZE_SMALL, MapPlaceView, MapView, MapWordsView, MarkView,
    PartyView,
};
pub use note::NoteView;
pub use says::{AccountView, OpenView, QuestionView, SaysView};
pub use search::{FoundView, SearchData, SearchView};
pub use shared::{Items, SharedItem};
pub use sides::SideView;
pub use since::SinceView;
pub use strip::{DayStripView, StripRowView};
pub use timeline::{EventRowView, StripView, TimelineView};
pub use tongues::{AlternateView, LanguageView, Tree};
pub use voices::{VoiceView, VoicesView};
pub use words::{dir_of, in_words};

use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::search::Index;
use super::{Addresses, Page, PageKind, Plan, template_of};
use crate::desk::claims::{ClaimId, Standing, Told};
use crate::desk::{CardId, Desk};
use crate::model::{Look, Settings};
use crate::words::Words;

/// What every view is made from.
#[derive(Clone, Copy)]
pub struct Source<'d> {
    /// The site, arranged.
    pub desk: &'d Desk,
    /// The desk's settings.
    pub settings: &'d Settings,
    /// Where everything stands.
    pub addresses: Addresses<'d>,
    /// The site in each of its languages; this tree is one of them.
    pub trees: &'d [Tree],
    /// Every page, for the sitemap.
    pub plan: &'d Plan,
    /// The texts, which pages ask for by card.
    pub bodies: &'d dyn Bodies,
    /// The list entries of articles, shared by all lists.
    pub items: &'d Items,
    /// The words of the theme in the language of the page.
    pub words: &'d Words,
    /// Menu, years and plain pages, the same on every page.
    pub site: &'d SiteView,
    /// The words of the search, found when its first file is asked for.
    pub search: &'d OnceLock<Index>,
    /// The released edition whose page it is: what came later is not shown on it.
    pub edition: Option<CardId>,
}

impl<'d> Source<'d> {
    /// Whether a report or note may be shown on the page.
    fn knows(&self, card: CardId) -> bool {
        self.edition.is_none_or(|edition| self.desk.was_there(card, edition))
    }

    /// The answers to a claim that may be shown on the page.
    fn answers_to<'t>(&'t self, told: &'t Told) -> impl Iterator<Item = ClaimId> + 't {
        told.answered.iter().copied().filter(|answer| self.knows(answer.card))
    }

    /// How many denials of a claim may be shown on the page.
    fn denials(&self, told: &Told) -> usize {
        self.answers_to(told).filter(|id| self.desk.is_denial_by_another(told, *id)).count()
    }

    /// Whether a claim is open on the page: another party denies it, and nobody has settled that.
    fn is_open(&self, told: &Told) -> bool {
        match self.edition.filter(|edition| self.desk.lock_of(*edition).is_some()) {
            Some(_) => match told.standing {
                Standing::Judged(judged) if self.knows(judged.note) => false,
                _ => self.denials(told) > 0,
            },
            None => told.standing == Standing::Contested,
        }
    }

    /// The words of the search.
    fn index(&self) -> &'d Index {
        self.search.get_or_init(|| Index::of(self.desk))
    }
}

/// A page's data and the template that draws it.
#[derive(Debug, Serialize)]
pub struct View {
    /// The template's name; empty for what the program writes by itself.
    #[serde(skip)]
    pub template: String,
    /// The language of the theme's words on it.
    #[serde(skip)]
    pub language: String,
    /// About the page itself.
    pub page: PageView,
    /// What the page shows.
    #[serde(flatten)]
    pub data: Data,
}

/// What a page shows, by kind.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "each is the view of the template of the same name")]
pub enum Data {
    Edition {
        edition: Box<EditionView>,
    },
    Document {
        document: Box<DocumentView>,
    },
    Article {
        article: Box<ArticleView>,
    },
    Day {
        day: Box<DayView>,
    },
    Month {
        month: MonthView,
    },
    Year {
        year: YearView,
    },
    Entry {
        entry: Box<EntryView>,
    },
    Index {
        index: IndexView,
    },
    Map {
        map: Box<MapView>,
    },
    Note {
        note: Box<NoteView>,
    },
    Plain {
        text: Vec<BlockView>,
        extra: crate::model::Extra,
    },
    Briefings {
        briefings: BriefingsView,
    },
    Notes {
        notes: NotesView,
    },
    Withdrawn {
        withdrawn: WithdrawnView,
    },
    Corrections {
        corrections: Vec<CorrectionView>,
    },
    Claims {
        claims: Box<ClaimsView>,
    },
    Losses {
        losses: Box<LossesView>,
    },
    Timeline {
        timeline: Box<TimelineView>,
    },
    Search {
        search: SearchView,
    },
    SearchFile {
        #[serde(skip)]
        file: Box<SearchData>,
    },
    Records {
        #[serde(skip)]
        records: Box<Records>,
    },
    NotFound {
        latest: Vec<RefView>,
        base: Option<String>,
    },
    Alias {
        target: String,
        to: String,
    },
    Feed {
        feed: Box<FeedView>,
    },
    Sitemap {
        sitemap: SitemapView,
    },
    Robots {
        sitemap_url: Option<String>,
    },
    Headers {
        scripts: bool,
    },
    Card {
        card: Box<CardView>,
    },
    Style {
        #[serde(skip)]
        look: Arc<Look>,
    },
}

/// The view of a page.
pub fn view(source: Source<'_>, page: &Page) -> View {
    let root = match page.kind {
        // What leaves the site says in full where everything stands.
        PageKind::Text(_) | PageKind::Mail(_) => {
            source.settings.base_url.clone().unwrap_or_default()
        }
        _ => page.route.root(),
    };
    let (chrome, data) = match &page.kind {
        PageKind::Home => edition::home(source, &root),
        PageKind::Briefing(id) => edition::briefing(source, *id, &root),
        PageKind::Text(id) => document::text(source, *id, &root),
        PageKind::Mail(id) => document::mail(source, *id, &root),
        PageKind::Article(id) => article::article(source, *id, &root),
        PageKind::Day(day) => lists::day(source, *day, &root),
        PageKind::Month(year, month) => lists::month(source, *year, *month),
        PageKind::Year(year) => lists::year(source, *year),
        PageKind::Entry(id) => entry::entry(source, *id, &root),
        PageKind::EntryMonth(id, year, month) => entry::month(source, *id, *year, *month),
        PageKind::Map(id, sheet) => map::sheet(source, *id, *sheet),
        PageKind::Index(kind) => index::index(source, *kind),
        PageKind::Note(id) => note::page(source, *id, &root),
        PageKind::Plain(id) => note::plain(source, *id, &root),
        PageKind::Briefings => lists::briefings(source),
        PageKind::Notes => lists::notes(source, &root),
        PageKind::Claims(month) => ledgers::claims(source, *month),
        PageKind::Losses(month) => ledgers::losses_page(source, *month),
        PageKind::Timeline(month) => timeline::timeline(source, *month),
        PageKind::Data(file) => data::data(source, *file),
        PageKind::Card(of) => card::card(source, *of),
        PageKind::Style => {
            let look = Arc::clone(&source.settings.look);
            (chrome::Chrome::new("style", "Style"), Data::Style { look })
        }
        PageKind::Search => search::page(source),
        PageKind::SearchFile(file) => search::file(source, *file),
        PageKind::NotFound => lists::not_found(source),
        PageKind::Alias(to) => feed::alias(source, to, &root),
        PageKind::Atom(topic) | PageKind::JsonFeed(topic) => {
            feed::feed(source, *topic, &page.route)
        }
        PageKind::Withdrawn(at) => corrections::withdrawn(source, *at),
        PageKind::Corrections => corrections::page(source, &root),
        PageKind::CorrectionsAtom | PageKind::CorrectionsJson => {
            corrections::feed(source, &page.route)
        }
        PageKind::Sitemap | PageKind::Robots | PageKind::Headers => {
            feed::machine(source, &page.kind)
        }
    };
    let template = template_of(page).unwrap_or_default().to_owned();
    let language = source.language().to_owned();
    View { template, language, page: chrome.finish(source, page, root), data }
}

/// What each kind of view hands over: about the page, data.
type Drawn = (chrome::Chrome, Data);
