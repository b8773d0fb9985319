use serde::Serialize;

use super::chrome::Chrome;
use super::{AlternateView, Data, Drawn, Source};
use crate::desk::{CardId, Desk, EntryId, Thing};
use crate::model::{EntryKind, Front, Rights};
use crate::pages::Route;
use crate::pages::plan::PageKind;

/// A feed holds so many items.
const MOST: usize = 50;

/// A feed (Atom, RFC 4287, or JSON Feed 1.1).
#[derive(Debug, Serialize)]
pub struct FeedView {
    /// The site's or topic's name.
    pub title: String,
    /// One line about it.
    pub subtitle: Option<String>,
    /// Its own full address.
    pub self_url: String,
    /// The full address of the page that it belongs to.
    pub home_url: String,
    /// When its newest item was published or changed (RFC 3339).
    pub updated: String,
    /// The publisher.
    pub author: String,
    /// BCP 47.
    pub lang: String,
    /// Newest first.
    pub items: Vec<FeedItemView>,
}

/// An item of a feed, with its full attribution.
#[derive(Debug, Serialize)]
pub struct FeedItemView {
    /// Its headline.
    pub title: String,
    /// Its full address, which is also its id.
    pub url: String,
    /// The report at its outlet.
    pub external_url: Option<String>,
    /// When it was published (RFC 3339).
    pub published: String,
    /// When it was published or changed (RFC 3339).
    pub updated: String,
    /// The outlet, or the desk.
    pub author: String,
    /// As printed.
    pub byline: Option<String>,
    /// The standfirst or summary.
    pub summary: Option<String>,
    /// The text as HTML with full addresses; none where it stays with the desk.
    pub html: Option<String>,
    /// What may be done with it.
    pub rights: String,
    /// BCP 47.
    pub lang: String,
    /// Topics.
    pub topics: Vec<String>,
}

/// All addresses of the site.
#[derive(Debug, Serialize)]
pub struct SitemapView {
    /// Full addresses of pages that readers open.
    pub urls: Vec<SitemapUrl>,
}

/// One address.
#[derive(Debug, Serialize)]
pub struct SitemapUrl {
    /// The full address.
    pub loc: String,
    /// The day on which it last changed, where that is known.
    pub lastmod: Option<String>,
    /// Full addresses of the same page in all its languages.
    pub alternates: Vec<AlternateView>,
}

/// The items of a feed, newest first: articles and editions, or a topic's articles.
pub fn feed_items(desk: &Desk, topic: Option<EntryId>) -> Vec<CardId> {
    let mut items: Vec<CardId> = match topic {
        Some(topic) => desk.entries.get(topic).articles.clone(),
        None => desk
            .articles
            .iter()
            .take(MOST)
            .chain(desk.briefings.iter().take(MOST))
            .copied()
            .collect(),
    };
    items.sort_by_key(|id| {
        let card = desk.card(*id);
        // Of one day the edition stands before its articles.
        (
            std::cmp::Reverse(card.date().map(|date| date.day)),
            card.briefing().is_none(),
            desk.place_of(*id),
            *id,
        )
    });
    items.truncate(MOST);
    items
}

/// The view of a feed.
pub fn feed(source: Source<'_>, topic: Option<EntryId>, route: &Route) -> Drawn {
    let base = source.settings.base_url.as_deref().unwrap_or("/");
    let items = feed_items(source.desk, topic).into_iter().map(|id| item(source, id, base));
    let items: Vec<FeedItemView> = items.collect();
    let name = topic.map(|topic| source.entry_name(topic).to_owned());
    let home = topic.map_or_else(|| source.addresses.at(""), |topic| source.addresses.entry(topic));
    let view = FeedView {
        title: name.map_or_else(
            || source.site.title.clone(),
            |name| format!("{name} – {}", source.site.title),
        ),
        subtitle: source.site.description.clone(),
        self_url: format!("{base}{}", route.ascii()),
        home_url: format!("{base}{}", home.ascii()),
        updated: items
            .iter()
            .map(|item| item.updated.clone())
            .max()
            .unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned()),
        author: source.site.desk.clone(),
        lang: source.language().to_owned(),
        items,
    };
    (Chrome::new("feed", view.title.clone()), Data::Feed { feed: Box::new(view) })
}

fn item(source: Source<'_>, id: CardId, base: &str) -> FeedItemView {
    let card = source.desk.card(id);
    let zone = &source.settings.zone;
    let published = card.date().map_or_else(String::new, |date| date.rfc3339(zone));
    let article = card.article();
    let corrected = source.desk.last_corrected(Thing::Card(id)).map(|time| time.rfc3339(zone));
    let updated = article
        .and_then(|article| article.updated)
        .map_or_else(|| published.clone(), |time| time.rfc3339(zone))
        .max(corrected.unwrap_or_default());
    let outlet =
        article.and_then(|article| source.refs(EntryKind::Source, article.source.as_slice()).pop());
    let blocks = source.bodies.blocks(id, base, Some(""));
    let mut html: String = blocks.iter().map(|block| block.html.as_str()).collect();
    let footnotes: String = blocks
        .iter()
        .flat_map(|block| &block.footnotes)
        .map(|note| format!("<li id=\"{}\">{}</li>", note.id, note.html))
        .collect();
    if !footnotes.is_empty() {
        // They are numbered in the order of their first mentions, as a list is.
        html.push_str(&format!("<hr><ol>{footnotes}</ol>"));
    }
    let summary = match &card.front {
        Front::Article(article) => article.standfirst.clone().or_else(|| article.summary.clone()),
        Front::Briefing(briefing) => briefing.takeaways.first().cloned(),
        _ => None,
    };
    FeedItemView {
        title: source.title_of(id).to_owned(),
        url: format!("{base}{}", source.addresses.card(id).ascii()),
        external_url: article.and_then(|article| article.url.as_ref()).map(|url| url.value.clone()),
        updated: updated.max(published.clone()),
        published,
        author: outlet.map_or_else(|| source.site.desk.clone(), |outlet| outlet.name),
        byline: article.and_then(|article| article.byline.clone()),
        summary: summary.or_else(|| Some(card.text.lead.clone()).filter(|lead| !lead.is_empty())),
        html: Some(html).filter(|html| {
            !html.is_empty() && article.is_none_or(|article| article.rights != Rights::Excerpt)
        }),
        rights: rights(source, id),
        lang: source.lang_of(id).to_owned(),
        topics: article
            .map(|article| source.refs(EntryKind::Topic, &article.topics))
            .unwrap_or_default()
            .into_iter()
            .map(|topic| topic.name)
            .collect(),
    }
}

fn rights(source: Source<'_>, id: CardId) -> String {
    let Some(article) = source.desk.card(id).article() else {
        return format!("© {}", source.site.desk);
    };
    match (&article.license, &article.rights) {
        (Some(licence), _) => licence.clone(),
        (None, Rights::Own) => {
            let outlet = source.refs(EntryKind::Source, article.source.as_slice()).pop();
            format!("© {}", outlet.map_or_else(|| source.site.desk.clone(), |outlet| outlet.name))
        }
        (None, Rights::Excerpt) => source.words.say("feed-rights-excerpt").to_owned(),
        (None, rights) => rights.word().to_owned(),
    }
}

/// A former address.
pub fn alias(source: Source<'_>, to: &Route, root: &str) -> Drawn {
    let target = format!("{root}{}", source.addresses.href(to));
    let full = source.settings.base_url.as_ref().map(|base| format!("{base}{}", to.ascii()));
    (
        Chrome::new("alias", source.words.say("moved-title")),
        Data::Alias { to: full.unwrap_or_else(|| target.clone()), target },
    )
}

/// The sitemap, `robots.txt` and `_headers`.
pub fn machine(source: Source<'_>, kind: &PageKind) -> Drawn {
    let base = source.settings.base_url.as_deref();
    if *kind == PageKind::Robots {
        let sitemap_url = base.map(|base| format!("{base}sitemap.xml"));
        return (Chrome::new("robots", "robots"), Data::Robots { sitemap_url });
    }
    if *kind == PageKind::Headers {
        return (
            Chrome::new("headers", "headers"),
            Data::Headers { scripts: source.settings.search },
        );
    }
    let base = base.unwrap_or("/");
    let pages = source.plan.pages.iter().filter(|page| page.kind.is_page());
    let urls = pages.filter_map(|page| {
        let tree = source.trees.get(page.tree)?;
        let source = Source { desk: &tree.desk, words: &tree.words, ..source };
        // What stands untranslated in a tree is known by its own language's address.
        (*source.canonical(page) == page.route).then(|| SitemapUrl {
            loc: format!("{base}{}", page.route.ascii()),
            lastmod: lastmod(source.desk, &page.kind),
            alternates: source.alternates(page),
        })
    });
    (
        Chrome::new("sitemap", "Sitemap"),
        Data::Sitemap { sitemap: SitemapView { urls: urls.collect() } },
    )
}

/// The day on which a page last changed, where that is known.
fn lastmod(desk: &Desk, kind: &PageKind) -> Option<String> {
    let card = match kind {
        PageKind::Article(id) | PageKind::Briefing(id) | PageKind::Note(id) => desk.card(*id),
        PageKind::Home => return desk.days.keys().next_back().map(ToString::to_string),
        _ => return None,
    };
    let updated = card.article().and_then(|article| article.updated).or(card.date());
    let thing = match kind {
        PageKind::Article(id) | PageKind::Briefing(id) | PageKind::Note(id) => Thing::Card(*id),
        _ => return None,
    };
    let updated = updated.max(desk.last_corrected(thing));
    updated.map(|date| date.day.to_string())
}
