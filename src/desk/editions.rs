//! Editions that were released: what readers got stays what it was.

use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;
use std::sync::Arc;

use super::claims::Told;
use super::losses::{Counted, Side};
use super::{CardId, Desk, EntryId};
use crate::base::{Diagnostic, Spotted, plain_line};
use crate::model::lock::Lock;
use crate::model::{Card, EntryKind, Front, Settings, codes};

/// Before the reason why an article of an edition was withdrawn.
pub const WITHDRAWN: &str = "  withdrawn";

/// Locks of the site, the oldest first, and which of them is the first to remember an address.
#[derive(Debug, Default)]
pub struct Locks {
    all: Vec<Lock>,
    first: HashMap<String, usize>,
}

impl Locks {
    /// Of locks in the order of their chain.
    pub fn new(all: Vec<Lock>) -> Self {
        let mut first = HashMap::new();
        for (at, lock) in all.iter().enumerate() {
            for address in &lock.addresses {
                first.entry(address.value.clone()).or_insert(at);
            }
        }
        Self { all, first }
    }
}

impl Deref for Locks {
    type Target = [Lock];

    fn deref(&self) -> &[Lock] {
        &self.all
    }
}

/// Of each released briefing, its lock and its articles.
pub type Released = BTreeMap<CardId, (usize, Vec<Item>)>;

/// An article of a released edition, under the address that it had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// As it stands in the lock: without the folder of a language.
    pub address: String,
    /// The article, if it is still there.
    pub card: Option<CardId>,
}

/// Puts locks in the order of their chain, and says where it is broken. Each lock names the one before
/// it with its seal, and no two name the same.
pub fn chain(locks: Vec<Lock>) -> (Vec<Lock>, Vec<Diagnostic>) {
    let mut complaints = Vec::new();
    let mut after: BTreeMap<Option<&str>, &Lock> = BTreeMap::new();
    for lock in &locks {
        let before = lock.before.as_ref();
        let place = before.map(|(name, _)| name.spot).unwrap_or(lock.edition.spot);
        let mut say = |message: String, help: &str| {
            let complaint = Diagnostic::error(codes::BROKEN_LOCK, &lock.path, place, message);
            complaints.push(complaint.help(help));
        };
        let named = |name: &str| locks.iter().find(|other| other.name() == name);
        match before.map(|(name, seal)| (name, seal, named(&name.value))) {
            Some((name, _, None)) => say(
                format!("the lock before this one, editions/{}.lock, is not there", name.value),
                "bring it back: what was released is remembered in it",
            ),
            Some((name, seal, Some(other))) if *seal != other.seal => say(
                format!(
                    "editions/{}.lock is not the one that this lock was made after",
                    name.value
                ),
                "bring it back as it was, from your version control or a backup",
            ),
            _ => {}
        }
        if let Some(other) = after.insert(before.map(|(name, _)| name.value.as_str()), lock) {
            say(
                format!("{} was made after the same lock as this one", other.path),
                "delete the newer of the two, which nobody has built on, and release it again",
            );
        }
    }
    let mut order = Vec::new();
    let mut next = after.get(&None);
    while let Some(lock) = next.filter(|_| order.len() < locks.len()) {
        order.push(Arc::clone(&lock.path));
        next = after.get(&Some(lock.name()));
    }
    let place = |lock: &Lock| order.iter().position(|path| *path == lock.path);
    let mut locks = locks.clone();
    locks.sort_by_key(|lock| (place(lock).unwrap_or(usize::MAX), Arc::clone(&lock.path)));
    (locks, complaints)
}

/// The released briefings of a tree. That one is gone is said in the tree of its language.
pub fn released(desk: &Desk, settings: &Settings, complaints: &mut Vec<Diagnostic>) -> Released {
    let mut released = Released::new();
    for (at, lock) in desk.locks.iter().enumerate() {
        let is_it = |id: &&CardId| {
            let card = desk.card(**id);
            card.slug() == lock.edition.value
                && card.language().unwrap_or(settings.language()) == lock.language
        };
        match desk.briefings.iter().find(is_it) {
            Some(id) => {
                let address = |line: &Spotted<String>| line.value["item: ".len()..].to_owned();
                let items = lock.items().map(address);
                let items = items.map(|address| Item { card: article_at(desk, &address), address });
                released.insert(*id, (at, items.collect()));
            }
            None if settings.home_of(&lock.language) != desk.language => {}
            None => {
                let message =
                    format!("the edition `{}` was released and is gone", lock.edition.value);
                let help = "bring its file in content/briefings/ back, under the same name";
                let code = codes::FROZEN_TEXT;
                let complaint = Diagnostic::error(code, &lock.path, lock.edition.spot, message);
                complaints.push(complaint.help(help));
            }
        }
    }
    released
}

/// The article that has an address, or had it.
pub(super) fn article_at(desk: &Desk, address: &str) -> Option<CardId> {
    let slug = address.trim_end_matches('/').rsplit('/').next()?;
    let found = desk.called.article(slug, &desk.cards);
    let stands = |id: &CardId| address_of(desk.card(*id)).as_deref() == Some(address);
    found.filter(stands).or_else(|| {
        let same = |alias: &str| alias.trim_matches('/') == address.trim_matches('/');
        let had = |id: &CardId| {
            let aliases = desk.card(*id).article().map(|article| &article.aliases);
            aliases.is_some_and(|aliases| aliases.iter().any(|alias| same(&alias.value)))
        };
        desk.articles.iter().copied().find(|id| stands(id) || had(id))
    })
}

/// An article's address in its tree.
pub(super) fn address_of(card: &Card) -> Option<String> {
    let article = card.article()?;
    let day = article.date.day;
    Some(format!("/{:04}/{:02}/{:02}/{}/", day.year(), day.month(), day.day(), article.slug))
}

impl Desk {
    /// When a briefing was released, as its lock says.
    pub fn lock_of(&self, briefing: CardId) -> Option<&Lock> {
        self.released.get(&briefing).map(|(at, _)| &self.locks[*at])
    }

    /// Whether readers had a report or note when an edition was released; of one that was not, everything
    /// is as today.
    pub fn was_there(&self, card: CardId, edition: CardId) -> bool {
        let Some((at, _)) = self.released.get(&edition) else { return true };
        let there = |address: &str| {
            self.locks.first.get(address.trim_start_matches('/')).is_some_and(|first| first <= at)
        };
        let card = self.card(card);
        match &card.front {
            Front::Article(article) => {
                let mut former = article.aliases.iter();
                address_of(card).is_some_and(|address| there(&address))
                    || former.any(|alias| there(&alias.value))
            }
            Front::Note(note) => there(&format!("notes/{}/", note.slug)),
            _ => true,
        }
    }

    /// The articles of an edition with their addresses: as it was released, or as it would be.
    pub fn edition_items(&self, briefing: CardId) -> Vec<Item> {
        if let Some((_, items)) = self.released.get(&briefing) {
            return items.clone();
        }
        let items = self.items_of(briefing).into_iter();
        items
            .filter_map(|id| Some(Item { address: address_of(self.card(id))?, card: Some(id) }))
            .collect()
    }

    /// What readers get of an edition, line by line, in words of no theme. `lead` is its own text.
    pub fn edition_text(&self, briefing: CardId, lead: &[String]) -> Vec<(CardId, String)> {
        let mut text = Lines { card: briefing, lines: Vec::new() };
        let card = self.card(briefing);
        let Some(front) = card.briefing() else { return Vec::new() };
        text.say("title", &front.title);
        text.say("date", &front.date.day.to_string());
        text.say_if("number", front.number.as_deref());
        let cut_off = front
            .cut_off
            .map(|time| time.time.map_or_else(|| time.day.to_string(), |time| time.to_string()));
        text.say_if("cut-off", cut_off.as_deref());
        front.takeaways.iter().for_each(|line| text.say("takeaway", line));
        lead.iter().for_each(|line| text.say("lead", line));
        for (topic, word) in front.trend.iter().chain(&front.alerts) {
            let name = self.entries.find(EntryKind::Topic, &topic.value);
            let name = name.map_or(topic.value.as_str(), |id| self.entries.get(id).name.as_str());
            text.say("topic", &format!("{name}: {}", word.value));
        }
        text.say_if("outlook", front.outlook.as_deref());
        for item in self.edition_items(briefing) {
            text.card = item.card.unwrap_or(briefing);
            text.say("item", &item.address);
            match (item.card, self.tombstone_at(&item.address)) {
                (Some(id), _) => self.item_text(id, &mut text),
                (None, Some(stone)) => text.say(WITHDRAWN, stone.reason()),
                (None, None) => {}
            }
        }
        text.lines
    }

    fn item_text(&self, id: CardId, text: &mut Lines) {
        let card = self.card(id);
        let Some(article) = card.article() else { return };
        text.say("  title", &article.title);
        let topic = self.first_topic(id).map(|topic| self.entries.get(topic).name.as_str());
        text.say_if("  topic", topic);
        let source = article.source.as_ref();
        let source = source.and_then(|name| self.entries.find(EntryKind::Source, &name.value));
        text.say_if("  source", source.map(|id| self.entries.get(id).name.as_str()));
        text.say_if("  dateline", article.dateline.as_deref());
        text.say_if("  standfirst", article.standfirst.as_deref());
        let lead = Some(card.text.lead.as_str()).filter(|lead| !lead.is_empty());
        text.say_if("  words", article.summary.as_deref().or(lead));
        for told in self.claims.of_article(self, id) {
            text.lines.extend(self.claim_text(told).map(|line| (id, line)));
        }
        for counted in self.losses.of_article(self, id) {
            text.lines.extend(self.figure_text(counted).map(|line| (id, line)));
        }
    }

    fn claim_text(&self, told: &Told) -> Option<String> {
        let claim = self.claim(told.id)?;
        let who = self.name_in_text(told.who);
        let answers = claim.answers.as_ref().map(|answer| {
            let article = answer.value.article.as_deref();
            format!(" {}#{}", article.unwrap_or_default(), answer.value.id)
        });
        let (verb, quote) = (claim.verb.word(), plain_line(&claim.quote));
        let answers = answers.unwrap_or_default();
        Some(format!("  claim {}: {who} {verb}{answers}: {quote}", claim.id))
    }

    fn figure_text(&self, counted: &Counted) -> Option<String> {
        let loss = self.loss(counted.id)?;
        let who = self.name_in_text(counted.who);
        let side = match counted.side {
            Side::Actor(id) => self.name_in_text(Some(id)),
            Side::Both => "both".to_owned(),
            Side::Civilians => "civilians".to_owned(),
        };
        let counts = loss.counts.iter();
        let counts =
            counts.map(|count| format!("{} {}", count.metric.word(), count.number.written()));
        let counts = counts.collect::<Vec<_>>().join(" ");
        Some(format!("  figure {}: {who}: {side} {counts}, {}", loss.id, loss.when.value.text()))
    }

    /// As readers know somebody.
    fn name_in_text(&self, id: Option<EntryId>) -> String {
        match id.map(|id| self.entries.get(id)) {
            None => "nobody named".to_owned(),
            Some(entry) if entry.is_hidden() => "somebody whose name is kept back".to_owned(),
            Some(entry) => entry.name.clone(),
        }
    }
}

/// Lines of an edition, each with the card that it is of.
struct Lines {
    card: CardId,
    lines: Vec<(CardId, String)>,
}

impl Lines {
    fn say(&mut self, key: &str, value: &str) {
        self.lines.push((self.card, format!("{key}: {}", plain_line(value))));
    }

    fn say_if(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.say(key, value);
        }
    }
}
