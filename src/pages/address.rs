use super::route::encode_path;
use super::{CardOf, MapOf, MapSheet, Route};
use crate::base::{Day, Moment};
use crate::desk::{CardId, Desk, Destination, EntryId, Link, Thing, Tombstone};
use crate::model::{EntryKind, Front};

/// Where everything stands, and how links are written.
#[derive(Debug, Clone, Copy)]
pub struct Addresses<'d> {
    desk: &'d Desk,
    /// Links name `index.html`, for hosts and disks whose folders have no index.
    pub portable: bool,
}

impl<'d> Addresses<'d> {
    /// The addresses of a desk.
    pub fn new(desk: &'d Desk, portable: bool) -> Self {
        Self { desk, portable }
    }

    /// An address in the tree of the desk's language.
    pub fn at(&self, path: &str) -> Route {
        Route::new(format!("{}{path}", self.desk.tree))
    }

    /// What an editor wrote as an address of the site: of this tree, unless it begins with another's.
    pub fn site(&self, path: &str) -> Route {
        let path = site_path(path);
        let tree = self.desk.trees.iter().any(|tree| path.starts_with(tree.as_str()));
        if tree { Route::new(path) } else { self.at(&path) }
    }

    /// The page of an article, note, briefing or plain page; a topic's file has its topic's page.
    pub fn card(&self, id: CardId) -> Route {
        let card = self.desk.card(id);
        let slug = card.slug();
        match &card.front {
            Front::Article(article) => self.at(&format!("{}{slug}/", Self::day_path(article.date))),
            Front::Note(_) => self.at(&format!("notes/{slug}/")),
            Front::Briefing(_) => self.at(&format!("briefings/{slug}/")),
            Front::Correction(_) => self.at("corrections/"),
            Front::Topic(_) => self.at(&format!("topics/{slug}/")),
            Front::Page(_) => self.at(&format!("{slug}/")),
        }
    }

    /// Where an article stood that was withdrawn.
    pub fn tombstone(&self, stone: &Tombstone) -> Route {
        self.at(stone.address().trim_start_matches('/'))
    }

    /// A briefing as plain text.
    pub fn text_of(&self, briefing: CardId) -> Route {
        Route::new(format!("{}index.txt", self.card(briefing).as_str()))
    }

    /// A briefing as an e-mail.
    pub fn mail_of(&self, briefing: CardId) -> Route {
        Route::new(format!("{}mail.html", self.card(briefing).as_str()))
    }

    /// The picture of a shared link.
    pub fn share_card(&self, of: CardOf) -> Route {
        let folder = match of {
            CardOf::Site => Route::default(),
            CardOf::Briefing(id) => self.card(id),
            CardOf::Topic(id) => self.entry(id),
        };
        Route::new(format!("{}card.png", folder.as_str()))
    }

    fn day_path(date: Moment) -> String {
        let day = date.day;
        format!("{:04}/{:02}/{:02}/", day.year(), day.month(), day.day())
    }

    /// A day's page.
    pub fn day(&self, day: Day) -> Route {
        self.at(&format!("{:04}/{:02}/{:02}/", day.year(), day.month(), day.day()))
    }

    /// A month's page.
    pub fn month(&self, year: i16, month: i8) -> Route {
        self.at(&format!("{year:04}/{month:02}/"))
    }

    /// A year's page.
    pub fn year(&self, year: i16) -> Route {
        self.at(&format!("{year:04}/"))
    }

    /// The page of a topic, place, actor, person, source or event.
    pub fn entry(&self, id: EntryId) -> Route {
        self.at(&format!("{}/{}/", id.kind.folder(), self.desk.entries.get(id).id))
    }

    /// An entry's older month.
    pub fn entry_month(&self, id: EntryId, year: i16, month: i8) -> Route {
        Route::new(format!("{}{year:04}/{month:02}/", self.entry(id).as_str()))
    }

    /// The map of a topic, place or briefing.
    pub fn map(&self, of: MapOf, sheet: MapSheet) -> Route {
        let folder = match of {
            MapOf::Entry(id) => self.entry(id),
            MapOf::Edition(id) => self.card(id),
        };
        Route::new(format!("{}{}", folder.as_str(), sheet.file()))
    }

    /// The index of a kind of entries.
    pub fn index(&self, kind: EntryKind) -> Route {
        self.at(&format!("{}/", kind.folder()))
    }

    /// The page of anything that can be referred to, if it has one.
    pub fn thing(&self, thing: Thing) -> Option<Route> {
        match thing {
            Thing::Card(id) => Some(self.card(id)),
            Thing::Entry(id) => Some(self.entry(id)),
            Thing::Day(day) => self.desk.days.contains_key(&day).then(|| self.day(day)),
        }
    }

    /// What a link writes after the root.
    pub fn href(&self, route: &Route) -> String {
        route.href(self.portable)
    }

    /// A looked-up link as its page writes it, from a root; nothing for a link to nowhere.
    pub fn link(&self, link: &Link, own: CardId, root: &str, same_page: bool) -> String {
        let at = |route: Route, anchor: &Option<String>| {
            let anchor = anchor
                .as_ref()
                .map(|anchor| format!("#{}", encode_path(anchor)))
                .unwrap_or_default();
            format!("{root}{}{anchor}", self.href(&route))
        };
        match &link.to {
            Destination::Card(id, anchor) => at(self.card(*id), anchor),
            Destination::Entry(id, anchor) => at(self.entry(*id), anchor),
            Destination::Day(day) => at(self.day(*day), &None),
            Destination::Here(anchor) if same_page => format!("#{}", encode_path(anchor)),
            Destination::Here(anchor) => at(self.card(own), &Some(anchor.clone())),
            Destination::Site(path, anchor, _) => at(self.site(path), anchor),
            Destination::File(path) => format!("{root}{}", encode_path(path)),
            Destination::Web(url) => url.clone(),
            Destination::Nowhere => String::new(),
        }
    }
}

/// `/about` means `/about/`: a path without an ending is a folder.
pub fn site_path(path: &str) -> String {
    let last = path.rsplit('/').next().unwrap_or_default();
    let path = path.strip_suffix("index.html").unwrap_or(path);
    if last.is_empty() || last.contains('.') { path.to_owned() } else { format!("{path}/") }
}
