use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::CardId;
use super::broken::Broken;
use super::called::CardNames;
use super::entries::{Entries, EntryId};
use super::gate::Withheld;
use super::tongues::Instead;
use crate::base::{Code, Day, Diagnostic, Spot, nearest, slugify};
use crate::model::{Asset, Card, EntryKind, Front, LinkOut, Target, codes};

/// A link that was looked up.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Where it leads.
    pub to: Destination,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Destination {
    /// A content file's page, at an anchor if one was given.
    Card(CardId, Option<String>),
    /// The page of a topic, place, actor, person, source or event.
    Entry(EntryId, Option<String>),
    /// A day's page.
    Day(Day),
    /// The same page.
    Here(String),
    /// An address of the site, looked up when all pages are planned.
    Site(String, Option<String>, Spot),
    /// A static file.
    File(String),
    /// Another site.
    Web(String),
    /// Nowhere: a complaint was made.
    Nowhere,
}

/// Everything that a link may name, by the names that it may be given.
pub struct Index<'a> {
    pub(super) cards: &'a [Arc<Card>],
    pub(super) entries: &'a Entries,
    pub(super) statics: &'a BTreeMap<String, Asset>,
    pub(super) names: &'a CardNames,
    pub(super) instead: &'a Instead,
    pub(super) withheld_paths: HashMap<&'a str, ()>,
    pub(super) withheld_names: HashMap<String, ()>,
    pub(super) broken: &'a Broken,
    /// How often a nearest name may still be looked for: each look takes as long as the site is
    /// large, and a site with hundreds of broken links has another trouble than their spelling.
    pub(super) looks: Cell<u32>,
}

impl<'a> Index<'a> {
    /// Takes in what is there, and the names of what is not public.
    pub fn new(
        cards: &'a [Arc<Card>],
        names: &'a CardNames,
        withheld: &'a [Withheld],
        entries: &'a Entries,
        (statics, broken): (&'a BTreeMap<String, Asset>, &'a Broken),
        instead: &'a Instead,
    ) -> Self {
        let mut index = Self {
            cards,
            entries,
            statics,
            names,
            instead,
            withheld_paths: HashMap::new(),
            withheld_names: HashMap::new(),
            broken,
            looks: Cell::new(200),
        };
        for withheld in withheld {
            index.withheld_paths.insert(&withheld.card.path, ());
            index.withheld_names.insert(withheld.card.slug().to_owned(), ());
            index.withheld_names.insert(slugify(withheld.card.title()), ());
        }
        index
    }

    /// Looks up every link of a card.
    pub fn resolve_all(&self, card: &Card, complaints: &mut Vec<Diagnostic>) -> Vec<Link> {
        card.text.links.iter().map(|link| self.resolve(card, link, complaints)).collect()
    }

    fn resolve(&self, card: &Card, link: &LinkOut, complaints: &mut Vec<Diagnostic>) -> Link {
        let to = match &link.target {
            Target::Web(url) => Ok(Destination::Web(url.clone())),
            Target::Site { path, anchor } => Ok(self.site(path, anchor.clone(), link.spot)),
            Target::Image(path) => self.image(path),
            Target::Anchor(anchor) => self.here(card, anchor),
            Target::File { path, anchor } => self.file(path, anchor.clone()),
            Target::Name { name, anchor } => self.name(name, anchor.clone()),
        };
        let to = to.unwrap_or_else(|(code, message, help)| {
            if !self.leads_to_broken(&link.target) {
                complaints.push(Diagnostic::error(code, &card.path, link.spot, message).help(help));
            }
            Destination::Nowhere
        });
        Link { to }
    }

    /// Whether a link's target is a file that has had its own messages: it is no second mistake.
    fn leads_to_broken(&self, target: &Target) -> bool {
        match target {
            Target::File { path, .. } => self.broken.has_path(path),
            Target::Name { name, .. } => self.broken.may_mean(name),
            _ => false,
        }
    }

    /// The slugs of all cards but topics, which have names of their own.
    fn called(&self) -> impl Iterator<Item = &str> {
        let cards = self.cards.iter().filter(|card| card.topic().is_none());
        cards.map(|card| card.slug())
    }

    /// Looks for a nearest name, as long as looks are left.
    pub(super) fn look(&self, find: impl FnOnce() -> Option<String>) -> Option<String> {
        let left = self.looks.get();
        self.looks.set(left.saturating_sub(1));
        if left > 0 { find() } else { None }
    }

    /// Whether a name may mean something in a file that could not be read.
    pub fn is_broken(&self, name: &str) -> bool {
        self.broken.may_mean(name)
    }

    fn site(&self, path: &str, anchor: Option<String>, spot: Spot) -> Destination {
        match self.statics.contains_key(path) {
            true => Destination::File(path.to_owned()),
            false => Destination::Site(path.to_owned(), anchor, spot),
        }
    }

    fn image(&self, path: &str) -> Result<Destination, Refusal> {
        if self.statics.contains_key(path) {
            return Ok(Destination::File(path.to_owned()));
        }
        Err(missing_file(path, self.statics))
    }

    fn here(&self, card: &Card, anchor: &str) -> Result<Destination, Refusal> {
        self.anchor(card, anchor)?;
        Ok(Destination::Here(anchor.to_owned()))
    }

    fn file(&self, path: &str, anchor: Option<String>) -> Result<Destination, Refusal> {
        // A link to a translation leads to the one that this tree shows.
        let shown = self.instead.get(path).map_or(path, |shown| shown);
        if let Some(id) = self.names.path(shown, self.cards) {
            return self.card(id, anchor);
        }
        if self.withheld_paths.contains_key(path) {
            return Err(private(path));
        }
        let help = self
            .look(|| {
                let paths: std::collections::BTreeSet<_> =
                    self.cards.iter().map(|card| &*card.path).collect();
                nearest(path, paths).map(str::to_owned)
            })
            .map_or_else(
                || "write the path from this file, or from content/ with @/".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
        Err((codes::BROKEN_LINK, format!("there is no file `{path}`"), help))
    }

    /// A content file's page. A topic's file has the page of its topic.
    fn card(&self, id: CardId, anchor: Option<String>) -> Result<Destination, Refusal> {
        let card = &self.cards[id.0 as usize];
        if let Some(anchor) = &anchor {
            self.anchor(card, anchor)?;
        }
        Ok(match &card.front {
            Front::Topic(topic) => match self.entries.find(EntryKind::Topic, &topic.id) {
                Some(entry) => Destination::Entry(entry, anchor),
                None => Destination::Nowhere,
            },
            _ => Destination::Card(id, anchor),
        })
    }

    fn anchor(&self, card: &Card, anchor: &str) -> Result<(), Refusal> {
        let ids = || card.text.anchors.iter().map(|id| id.value.as_str());
        if ids().any(|id| id == anchor) {
            return Ok(());
        }
        let help = nearest(anchor, ids()).map(|near| format!("did you mean `#{near}`?"));
        let there = || match ids().count() {
            0 => "it has none".to_owned(),
            _ => format!(
                "it has {}",
                ids().take(12).map(|id| format!("#{id}")).collect::<Vec<_>>().join(", ")
            ),
        };
        Err((
            codes::MISSING_ANCHOR,
            format!("`{}` has no anchor `#{anchor}`", card.path),
            help.unwrap_or_else(there),
        ))
    }

    /// The page of an entry has the anchors of a topic's own text, and no others.
    fn entry_anchor(&self, id: EntryId, anchor: &str) -> Result<(), Refusal> {
        let entry = self.entries.get(id);
        match entry.card {
            Some(card) => self.anchor(&self.cards[card.0 as usize], anchor),
            None => {
                let message = format!("the page of {} has no anchor `#{anchor}`", entry.name);
                Err((codes::MISSING_ANCHOR, message, "link to the page itself".to_owned()))
            }
        }
    }

    /// What `[[name]]` means. An article's slug comes before names, names before titles.
    fn name(&self, name: &str, anchor: Option<String>) -> Result<Destination, Refusal> {
        if let Some(id) = self.slug(name) {
            return self.card(id, anchor);
        }
        let found: Vec<EntryId> =
            EntryKind::ALL.into_iter().filter_map(|kind| self.entries.find(kind, name)).collect();
        if let Some(first) = found.first() {
            if let Some(anchor) = &anchor {
                self.entry_anchor(*first, anchor)?;
            }
            return Ok(Destination::Entry(*first, anchor));
        }
        if let Some(day) = Day::parse(name).filter(|day| self.names.days.contains(day)) {
            return Ok(Destination::Day(day));
        }
        let key = slugify(name);
        if let Some(id) = self.names.title(&key, self.cards) {
            return self.card(id, anchor);
        }
        if self.withheld_names.contains_key(&key) {
            return Err(private(name));
        }
        let near = self.look(|| {
            let entry =
                EntryKind::ALL.into_iter().find_map(|kind| self.entries.nearest(kind, name));
            entry.or_else(|| {
                let slugs: std::collections::BTreeSet<&str> = self.called().collect();
                nearest(name, slugs).map(str::to_owned)
            })
        });
        let help = near.map_or_else(
            || "register it, or take the brackets off".to_owned(),
            |near| format!("did you mean [[{near}]]?"),
        );
        Err((codes::BROKEN_LINK, format!("nothing is called `{name}`"), help))
    }

    /// The card with a slug; of several an article, the first by path.
    pub fn slug(&self, slug: &str) -> Option<CardId> {
        self.names.slug(slug, self.cards)
    }

    /// The article with a slug.
    pub fn article(&self, slug: &str) -> Option<CardId> {
        self.slug(slug).filter(|id| self.cards[id.0 as usize].article().is_some())
    }

    /// The article that a slug or title means.
    pub fn article_called(&self, name: &str) -> Option<CardId> {
        let titled = || self.names.title(&slugify(name), self.cards);
        self.slug(name).or_else(titled).filter(|id| self.cards[id.0 as usize].article().is_some())
    }

    /// Whether a static file is there.
    pub fn has_file(&self, path: &str) -> bool {
        self.statics.contains_key(path)
    }

    /// The static files.
    pub fn files(&self) -> &BTreeMap<String, Asset> {
        self.statics
    }

    /// Whether a name means something that is not published.
    pub fn is_withheld(&self, name: &str) -> bool {
        self.withheld_names.contains_key(&slugify(name))
    }

    /// The article slug nearest to a wrong one.
    pub fn nearest_article(&self, wrong: &str) -> Option<String> {
        let articles = self
            .cards
            .iter()
            .filter_map(|card| card.article())
            .map(|article| article.slug.as_str());
        self.look(|| nearest(wrong, articles).map(str::to_owned))
    }
}

pub(super) type Refusal = (Code, String, String);

pub(super) fn private(name: &str) -> Refusal {
    let message =
        format!("`{name}` is not published, so this link would lead nowhere and give it away");
    (codes::PRIVATE_LINK, message, "take the link out, or publish what it leads to".to_owned())
}

/// The complaint about a file that is not under `static/`.
pub fn missing_file(path: &str, statics: &BTreeMap<String, Asset>) -> Refusal {
    let help = nearest(path, statics.keys().map(String::as_str)).map_or_else(
        || format!("put it at static/{path}"),
        |near| format!("did you mean `/{near}`?"),
    );
    (codes::MISSING_IMAGE, format!("there is no file static/{path}"), help)
}
