use std::sync::Arc;

use serde::Serialize;

use super::chrome::Chrome;
use super::words::dir_of;
use super::{Data, Drawn, Source};
use crate::model::Look;
use crate::pages::plan::CardOf;
use crate::pages::{PageKind, Route};

/// The picture that a link to a page shows where it is shared: words alone, no photograph.
#[derive(Debug, Serialize)]
pub struct CardView {
    /// The site's title, at its head.
    pub masthead: String,
    /// The day.
    pub date: Option<String>,
    /// The headline.
    pub title: String,
    /// The publisher.
    pub desk: String,
    /// `ltr` or `rtl`: which way the headline runs.
    pub dir: &'static str,
    /// The site's own colours.
    #[serde(skip)]
    pub look: Arc<Look>,
}

/// The view of a card.
pub fn card(source: Source<'_>, of: CardOf) -> Drawn {
    let settings = source.settings;
    let (title, date, lang) = match of {
        CardOf::Site => {
            let site = source.site;
            let title = site.description.clone().unwrap_or_else(|| site.title.clone());
            (title, None, source.words.language())
        }
        CardOf::Briefing(id) => {
            let card = source.desk.card(id);
            let date = card.date().map(|date| source.day_view(date.day).words);
            (card.title().to_owned(), date, source.lang_of(id))
        }
        CardOf::Topic(id) => {
            let topic = source.desk.entries.get(id);
            let newest = topic.articles.first().and_then(|id| source.desk.card(*id).date());
            let date = newest.map(|date| source.day_view(date.day).words);
            let lang = topic.card.map_or(source.words.language(), |card| source.lang_of(card));
            (topic.name.clone(), date, lang)
        }
    };
    let view = CardView {
        masthead: settings.look.title.clone().unwrap_or_else(|| source.site.title.clone()),
        date,
        desk: source.site.desk.clone(),
        dir: dir_of(lang),
        look: Arc::clone(&settings.look),
        title,
    };
    (Chrome::new("card", view.title.clone()), Data::Card { card: Box::new(view) })
}

/// The card of a page: an edition and a topic have their own, a report has that of its first topic,
/// and all else has the site's.
pub fn route(source: Source<'_>, page: &PageKind) -> Route {
    let of = match page {
        PageKind::Briefing(id) => CardOf::Briefing(*id),
        PageKind::Article(id) => source.desk.first_topic(*id).map_or(CardOf::Site, CardOf::Topic),
        PageKind::Entry(id) | PageKind::EntryMonth(id, ..)
            if id.kind == crate::model::EntryKind::Topic =>
        {
            CardOf::Topic(*id)
        }
        _ => CardOf::Site,
    };
    source.addresses.share_card(of)
}
