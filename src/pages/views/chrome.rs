use serde::Serialize;

use super::words::dir_of;
use super::{AlternateView, CorrectionView, LanguageView, RefView, Source, card};
use crate::desk::Desk;
use crate::model::{EntryKind, Extra, Settings};
use crate::pages::route::encode_path;
use crate::pages::{Addresses, Page, Route, head};
use crate::words::Words;

/// About the site, the same on every page.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// The site's name.
    pub title: String,
    /// The publisher.
    pub desk: String,
    /// One line about the site.
    pub description: Option<String>,
    /// Where it stands, with a slash at its end.
    pub base_url: Option<String>,
    /// The first language.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// IANA name of the desk's time zone.
    pub timezone: String,
    /// What links to folders end in: nothing, or `index.html` where links name files.
    pub index: &'static str,
    /// The folder of the language's addresses after `root`: nothing, or `ar/`.
    pub tree: String,
    /// The languages of the site, where there are several.
    pub languages: Vec<String>,
    /// Index pages, in order.
    pub menu: Vec<RefView>,
    /// The title at the head of each page.
    pub masthead: String,
    /// A picture before it, after `root`.
    pub logo: Option<String>,
    /// Whether there is a `theme.css` to load after `s.css`.
    pub style: bool,
    /// The years that have items, newest first.
    pub years: Vec<RefView>,
    /// Plain pages.
    pub pages: Vec<RefView>,
    /// The page of all corrections after `root`, where there are some.
    pub corrections: Option<String>,
    /// Whether there are feeds.
    pub feeds: bool,
    /// `theme:` of the settings.
    pub theme: Extra,
    /// `extra:` of the settings.
    pub extra: Extra,
}

/// About one page.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// What it is: `home`, `article`, `topic` and so on.
    pub kind: &'static str,
    /// Its address after `root`.
    pub path: String,
    /// The way to the site's root, such as `../../`.
    pub root: String,
    /// For the browser's title and lists.
    pub title: String,
    /// One line for search engines.
    pub description: Option<String>,
    /// The full address, if the site has a `base_url`.
    pub canonical: Option<String>,
    /// The full address of the picture that a link to it shows.
    pub card: Option<String>,
    /// BCP 47.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The same page in each language of the site, where there are several.
    pub languages: Vec<LanguageView>,
    /// Its full addresses in all languages that it is in, for search engines.
    pub alternates: Vec<AlternateView>,
    /// Not for search engines.
    pub noindex: bool,
    /// The page's own feed, after `root`.
    pub feed: Option<String>,
    /// The same as plain text, after `root`; of briefings.
    pub text: Option<String>,
    /// What was put right on it, newest first.
    pub corrections: Vec<CorrectionView>,
    /// schema.org data of the page, as JSON.
    pub schema: Option<String>,
}

/// What a view says about its page; the rest is the same for all.
#[derive(Debug, Default)]
pub struct Chrome {
    pub kind: &'static str,
    pub title: String,
    pub description: Option<String>,
    pub lang: Option<String>,
    pub feed: Option<Route>,
    pub text: Option<Route>,
    pub schema: Option<serde_json::Value>,
}

impl Chrome {
    /// A page of a kind with a title.
    pub fn new(kind: &'static str, title: impl Into<String>) -> Self {
        Self { kind, title: title.into(), ..Self::default() }
    }

    /// Adds one line for search engines.
    pub fn about(mut self, description: Option<String>) -> Self {
        self.description = description;
        self
    }

    /// Adds what every page has.
    pub fn finish(self, source: Source<'_>, page: &Page, root: String) -> PageView {
        let lang = self.lang.unwrap_or_else(|| source.language().to_owned());
        let base = source.settings.base_url.as_ref();
        PageView {
            corrections: source.corrections_on(&page.kind, &root),
            kind: self.kind,
            path: source.addresses.href(&page.route),
            root,
            title: self.title,
            description: self.description,
            canonical: base.map(|base| format!("{base}{}", source.canonical(page).ascii())),
            languages: source.languages(page),
            alternates: source.alternates(page),
            dir: dir_of(&lang),
            lang,
            card: base.map(|base| format!("{base}{}", card::route(source, &page.kind).ascii())),
            noindex: !page.kind.is_page(),
            feed: self.feed.filter(|_| source.site.feeds).map(|feed| source.addresses.href(&feed)),
            text: self.text.map(|text| source.addresses.href(&text)),
            // `<` cannot end the script element that way.
            schema: self.schema.map(|schema| schema.to_string().replace('<', "\\u003c")),
        }
    }
}

impl SiteView {
    /// About a desk's site.
    pub fn new(desk: &Desk, settings: &Settings, addresses: Addresses<'_>, words: &Words) -> Self {
        let several = settings.languages.len() > 1;
        let link = |route: Route, name: &str, kind: &'static str| RefView {
            path: addresses.href(&route),
            name: name.to_owned(),
            kind,
            lang: None,
            date: None,
        };
        let mut menu = vec![link(addresses.at(""), words.say("menu-home"), "home")];
        for kind in EntryKind::ALL {
            if !desk.entries.list(kind).is_empty() {
                menu.push(link(addresses.index(kind), words.say(menu_word(kind)), kind.word()));
            }
        }
        if !desk.claims.all().is_empty() {
            menu.push(link(addresses.at("claims/"), words.say("menu-claims"), "claims"));
        }
        if !desk.losses.all().is_empty() {
            menu.push(link(addresses.at("losses/"), words.say("menu-losses"), "losses"));
        }
        if !desk.entries.list(EntryKind::Event).is_empty() {
            menu.push(link(addresses.at("timeline/"), words.say("menu-timeline"), "timeline"));
        }
        if !desk.briefings.is_empty() {
            menu.push(link(addresses.at("briefings/"), words.say("menu-briefings"), "briefings"));
        }
        if !desk.notes.is_empty() {
            menu.push(link(addresses.at("notes/"), words.say("menu-notes"), "notes"));
        }
        let mut years: Vec<i16> = desk.days.keys().rev().map(|day| day.year()).collect();
        years.dedup();
        let years: Vec<RefView> = years
            .iter()
            .map(|year| link(addresses.year(*year), &words.digits(&format!("{year:04}")), "year"))
            .collect();
        if let Some(latest) = years.first() {
            menu.push(RefView { name: words.say("menu-archive").to_owned(), ..latest.clone() });
        }
        if settings.search {
            menu.push(link(addresses.at("search/"), words.say("menu-search"), "search"));
        }
        let pages =
            desk.pages.iter().map(|id| link(addresses.card(*id), desk.card(*id).title(), "page"));
        Self {
            title: settings.title_in(words.language()).to_owned(),
            desk: settings.publisher_in(words.language()).to_owned(),
            description: settings.description_in(words.language()).map(str::to_owned),
            base_url: settings.base_url.clone(),
            lang: words.language().to_owned(),
            dir: words.dir(),
            timezone: settings.timezone.clone(),
            index: if addresses.portable { "index.html" } else { "" },
            tree: desk.tree.clone(),
            languages: settings.languages.iter().filter(|_| several).cloned().collect(),
            menu: head::menu(settings, addresses).unwrap_or(menu),
            masthead: match &settings.look.title {
                Some(title) => title.clone(),
                None => settings.title_in(words.language()).to_owned(),
            },
            logo: settings.look.logo.as_ref().map(|logo| encode_path(&logo.value)),
            style: settings.look.has_style(),
            years,
            pages: pages.collect(),
            corrections: corrections(desk, addresses),
            feeds: settings.base_url.is_some(),
            theme: settings.theme.clone(),
            extra: settings.extra.clone(),
        }
    }
}

/// The page of all corrections, where there are some.
fn corrections(desk: &Desk, addresses: Addresses<'_>) -> Option<String> {
    let page = || addresses.href(&addresses.at("corrections/"));
    desk.has_corrections().then(page)
}

/// The word for an index page in the menu.
pub fn menu_word(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Topic => "menu-topic",
        EntryKind::Place => "menu-place",
        EntryKind::Actor => "menu-actor",
        EntryKind::Person => "menu-person",
        EntryKind::Source => "menu-source",
        EntryKind::Event => "menu-event",
    }
}
