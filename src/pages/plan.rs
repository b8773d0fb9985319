mod away;
mod kind;

pub use away::CardOf;
pub use kind::{DataFile, Page, PageKind};

use std::collections::BTreeSet;
use std::sync::Arc;

pub use super::months::{Month, month_of, months_of};
use super::route::alias_path;
use super::search::SearchFile;
use super::sheet::{MapOf, MapSheet, has_map};
use super::shelves::{Shelves, claim_months, event_months, loss_months};
use super::{Addresses, Route, clashes, head, photos, remembered};
use crate::base::{Checked, Day, Spot, slugify};
use crate::desk::{CardId, Desk};
use crate::model::photo::Made;
use crate::model::{EntryKind, Settings};

/// Entries other than topics list up to so many articles before their months get pages of their
/// own.
pub const WHOLE: usize = 500;

/// All pages, sorted by address, and all photographs.
#[derive(Debug, Default)]
pub struct Plan {
    /// The pages.
    pub pages: Vec<Page>,
    /// Photographs that are made of files under `static/`, sorted by path.
    pub photos: Vec<Made>,
}

/// Plans every page of every tree, and finds addresses that two things want and links to addresses
/// that nothing has.
pub fn plan(trees: &[Arc<Desk>], settings: &Settings) -> Checked<Plan> {
    let mut complaints = Vec::new();
    let (mut pages, mut owners) = (Vec::new(), Vec::new());
    for (tree, desk) in trees.iter().enumerate() {
        let mut planner = Planner {
            desk,
            settings,
            tree,
            addresses: Addresses::new(desk, false),
            pages: Vec::new(),
            owners: Vec::new(),
            aliases: Vec::new(),
        };
        planner.archives();
        planner.cards();
        planner.entries();
        planner.ledgers();
        planner.documents(settings);
        planner.machines();
        planner.former();
        pages.extend(planner.pages);
        owners.extend(planner.owners);
    }
    let photos = photos::made(trees);
    if let Some(desk) = trees.first() {
        clashes::complain((&pages, &photos), &owners, desk, &mut complaints);
    }
    pages.sort_by(|a, b| a.route.cmp(&b.route));
    if let Some(desk) = trees.first() {
        let lists = remembered::empty_lists(desk, &pages);
        if !lists.is_empty() {
            pages.extend(lists);
            pages.sort_by(|a, b| a.route.cmp(&b.route));
        }
        head::check(desk, settings, &pages, &mut complaints);
        remembered::check(desk, settings, &pages, &mut complaints);
    }
    for desk in trees {
        clashes::site_links(Addresses::new(desk, false), desk, &pages, &mut complaints);
    }
    Checked::new(Plan { pages, photos }, complaints)
}

struct Planner<'d> {
    desk: &'d Desk,
    settings: &'d Settings,
    tree: usize,
    addresses: Addresses<'d>,
    pages: Vec<Page>,
    /// Of each page, the file that wants it, and where to point.
    owners: Vec<Option<(Arc<str>, Spot)>>,
    /// Former addresses. They are planned last: of two that want one address, they give way.
    aliases: Vec<(Route, Route, (Arc<str>, Spot))>,
}

impl Planner<'_> {
    fn add(&mut self, route: Route, kind: PageKind) {
        self.add_for(route, kind, None);
    }

    fn add_for(&mut self, route: Route, kind: PageKind, owner: Option<(Arc<str>, Spot)>) {
        self.pages.push(Page { route, tree: self.tree, kind, template: None });
        self.owners.push(owner);
    }

    fn archives(&mut self) {
        self.add(self.addresses.at(""), PageKind::Home);
        self.add(self.addresses.at("404.html"), PageKind::NotFound);
        let days: Vec<Day> = self.desk.days.keys().copied().collect();
        let months: BTreeSet<(i16, i8)> =
            days.iter().map(|day| (day.year(), day.month())).collect();
        let years: BTreeSet<i16> = days.iter().map(|day| day.year()).collect();
        for year in years {
            self.add(self.addresses.year(year), PageKind::Year(year));
        }
        for (year, month) in months {
            self.add(self.addresses.month(year, month), PageKind::Month(year, month));
        }
        for day in days {
            self.add(self.addresses.day(day), PageKind::Day(day));
        }
    }

    fn cards(&mut self) {
        if !self.desk.briefings.is_empty() {
            self.add(self.addresses.at("briefings/"), PageKind::Briefings);
        }
        if !self.desk.notes.is_empty() {
            self.add(self.addresses.at("notes/"), PageKind::Notes);
        }
        if self.desk.has_corrections() {
            self.add(self.addresses.at("corrections/"), PageKind::Corrections);
        }
        for (at, stone) in self.desk.tombstones.iter().enumerate() {
            let route = self.addresses.tombstone(stone);
            self.add_for(route, PageKind::Withdrawn(at), Some(stone.place()));
        }
        for (at, card) in self.desk.cards.iter().enumerate() {
            let id = CardId(at as u32);
            let (kind, template, aliases) = match &card.front {
                crate::model::Front::Article(article) => {
                    (PageKind::Article(id), &article.template, article.aliases.as_slice())
                }
                crate::model::Front::Page(page) => {
                    (PageKind::Plain(id), &page.template, page.aliases.as_slice())
                }
                crate::model::Front::Briefing(_) => (PageKind::Briefing(id), &None, &[][..]),
                crate::model::Front::Note(_) => (PageKind::Note(id), &None, &[][..]),
                crate::model::Front::Correction(_) | crate::model::Front::Topic(_) => continue,
            };
            let route = self.addresses.card(id);
            if kind == PageKind::Briefing(id) {
                let of = MapOf::Edition(id);
                self.maps(of, &[MapSheet::Small], &(card.path.clone(), card.spot));
            }
            self.add_for(route.clone(), kind, Some((card.path.clone(), card.spot)));
            if let (Some(template), Some(page)) = (template, self.pages.last_mut()) {
                page.template = Some((template.value.clone(), card.path.clone(), template.spot));
            }
            // A translation's former addresses are its own, and lead into its tree.
            let language = card.language().unwrap_or(self.settings.language());
            let home = self.settings.home_of(language) == self.desk.language;
            for alias in aliases.iter().filter(|_| home) {
                let from = Route::new(alias_path(&alias.value));
                self.aliases.push((from, route.clone(), (card.path.clone(), alias.spot)));
            }
        }
    }

    fn entries(&mut self) {
        for kind in EntryKind::ALL {
            if self.desk.entries.list(kind).is_empty() {
                continue;
            }
            self.add(self.addresses.index(kind), PageKind::Index(kind));
            for (id, entry) in self.desk.entries.of_kind(kind) {
                self.add_for(
                    self.addresses.entry(id),
                    PageKind::Entry(id),
                    Some(entry.place.clone()),
                );
                self.maps(MapOf::Entry(id), &MapSheet::ALL, &entry.place);
                let months = months_of(self.desk, id);
                if months.len() > 1 && (kind == EntryKind::Topic || entry.articles.len() > WHOLE) {
                    for Month { year, month, .. } in &months {
                        self.add(
                            self.addresses.entry_month(id, *year, *month),
                            PageKind::EntryMonth(id, *year, *month),
                        );
                    }
                }
            }
        }
    }

    /// The sheets of what has a map.
    fn maps(&mut self, of: MapOf, sheets: &[MapSheet], place: &(Arc<str>, Spot)) {
        if has_map(self.desk, of) {
            for sheet in sheets {
                let route = self.addresses.map(of, *sheet);
                self.add_for(route, PageKind::Map(of, *sheet), Some(place.clone()));
            }
        }
    }

    /// Claims, losses and events of the whole site, where there are any.
    fn ledgers(&mut self) {
        type Kind = fn(Option<(i16, i8)>) -> PageKind;
        let ledgers: [(&str, Shelves, Kind); 3] = [
            ("claims/", claim_months(self.desk), PageKind::Claims),
            ("losses/", loss_months(self.desk), PageKind::Losses),
            ("timeline/", event_months(self.desk), PageKind::Timeline),
        ];
        for (folder, shelves, kind) in ledgers {
            let undated = folder == "timeline/" && !self.desk.timeline.undated.is_empty();
            if shelves.newest().is_none() && !undated {
                continue;
            }
            self.add(self.addresses.at(folder), kind(None));
            for (month, route) in shelves.routes() {
                self.add(route, kind(Some(month)));
            }
        }
        // Data are the same in every language but for words that sources wrote.
        if self.tree > 0 {
            return;
        }
        let files = [
            (DataFile::Claims, !self.desk.claims.all().is_empty()),
            (DataFile::Losses, !self.desk.losses.all().is_empty()),
            (DataFile::Events, !self.desk.entries.list(EntryKind::Event).is_empty()),
            (DataFile::Articles, !self.desk.articles.is_empty()),
        ];
        for (file, _) in files.into_iter().filter(|(_, there)| *there) {
            self.add(Route::new(format!("data/{}", file.name())), PageKind::Data(file));
        }
    }

    fn former(&mut self) {
        if self.tree == 0 {
            let settings = Arc::from("dateline.yaml");
            for (from, to) in &self.settings.moved {
                let (from, spot) = (Route::new(alias_path(&from.value)), from.spot);
                let to = self.addresses.site(to.value.trim_start_matches('/'));
                self.aliases.push((from, to, (Arc::clone(&settings), spot)));
            }
        }
        for (from, to, owner) in std::mem::take(&mut self.aliases) {
            self.add_for(from, PageKind::Alias(to), Some(owner));
        }
    }

    fn machines(&mut self) {
        // A desk with a robots.txt of its own has its reasons.
        if self.tree == 0 && !self.desk.statics.contains_key("robots.txt") {
            self.add(Route::new("robots.txt"), PageKind::Robots);
        }
        if self.tree == 0 && !self.desk.statics.contains_key("_headers") {
            self.add(Route::new("_headers"), PageKind::Headers);
        }
        if self.settings.search {
            self.add(self.addresses.at("search/"), PageKind::Search);
            // Script and style are the same in all trees, and stand in the first.
            let shared = |file: &SearchFile| {
                self.tree == 0 || !matches!(file, SearchFile::Script | SearchFile::Style)
            };
            let files: Vec<SearchFile> = SearchFile::all(self.desk).filter(shared).collect();
            for file in files {
                let route = self.addresses.at(&format!("search/{}", file.name()));
                self.add(route, PageKind::SearchFile(file));
            }
        }
        if self.tree == 0 && self.settings.look.has_style() {
            self.add(Route::new("theme.css"), PageKind::Style);
        }
        if self.settings.base_url.is_none() {
            return;
        }
        self.shared();
        if self.tree == 0 {
            self.add(Route::new("sitemap.xml"), PageKind::Sitemap);
        }
        self.add(self.addresses.at("feed.xml"), PageKind::Atom(None));
        self.add(self.addresses.at("feed.json"), PageKind::JsonFeed(None));
        if self.desk.has_corrections() {
            let folder = self.addresses.at("corrections/");
            let at = |name: &str| Route::new(format!("{}{name}", folder.as_str()));
            self.add(at("feed.xml"), PageKind::CorrectionsAtom);
            self.add(at("feed.json"), PageKind::CorrectionsJson);
        }
        for (id, _) in self.desk.entries.of_kind(EntryKind::Topic) {
            let folder = self.addresses.entry(id);
            self.add(Route::new(format!("{}feed.xml", folder.as_str())), PageKind::Atom(Some(id)));
            self.add(
                Route::new(format!("{}feed.json", folder.as_str())),
                PageKind::JsonFeed(Some(id)),
            );
        }
    }
}

/// A letter under which a name is sorted in an index.
pub fn initial(name: &str) -> String {
    let slug = slugify(name);
    let first = slug.chars().next().unwrap_or('#');
    if first.is_numeric() { "0–9".to_owned() } else { first.to_uppercase().collect() }
}
