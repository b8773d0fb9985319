//! Names of people who must not be named, wherever the desk can see them.

use std::sync::Arc;

use super::entries::Entries;
use super::{Desk, DeskEntry};
use crate::base::{Diagnostic, Place, Spot, slugify};
use crate::model::{Card, EntryKind, Fields, Front, codes};

/// The names of people who must not be named, as slugs between hyphens.
#[derive(Debug)]
pub struct Protected(Vec<String>);

impl Protected {
    /// Of the registry.
    pub fn of(entries: &Entries) -> Self {
        let names = spellings(entries).map(|(name, _)| slugify(name)).filter(|name| name.len() > 3);
        // "Haddad's" is a name too.
        Self(names.flat_map(|name| [format!("-{name}-"), format!("-{name}s-")]).collect())
    }

    fn is_named_by(&self, text: &str) -> bool {
        let words = format!("-{}-", slugify(text));
        self.0.iter().any(|name| words.contains(name))
    }

    /// Where a card names one of them, as far as the desk can see: headlines, standfirsts,
    /// summaries, marks and linked words. Texts are looked through by the pipeline.
    pub fn in_card(&self, card: &Card, complaints: &mut Vec<Diagnostic>) {
        if self.0.is_empty() {
            return;
        }
        let texts = printed(card).into_iter();
        let mut found: Vec<Spot> =
            texts.filter(|(text, _)| self.is_named_by(text)).map(|(_, spot)| spot).collect();
        found.dedup();
        complaints.extend(found.into_iter().map(|spot| complaint(&card.path, spot)));
    }
}

/// Every spelling of the names of people who must not be named.
fn spellings(entries: &Entries) -> impl Iterator<Item = (&str, &DeskEntry)> {
    people(entries).filter_map(|person| Some((person, person.facts.as_ref()?))).flat_map(
        |(person, facts)| {
            let aliases = facts.aliases.iter().map(|alias| alias.value.as_str());
            let names = facts.names.values().map(String::as_str);
            let names = names.chain([facts.name.as_str()]).chain(facts.native.as_deref());
            aliases.chain(names).map(move |name| (name, person))
        },
    )
}

impl Desk {
    /// Names that no text may print, in every spelling that the registry gives, and where it does.
    pub fn names_kept_back(&self) -> impl Iterator<Item = (&str, Place)> {
        spellings(&self.entries).map(|(name, person)| {
            let (path, spot) = &person.place;
            (name, Place { path: Arc::clone(path), spot: *spot })
        })
    }
}

/// Where the registry itself names one of them.
pub fn in_registry(entries: &Entries) -> Vec<Diagnostic> {
    let protected = Protected::of(entries);
    let mut complaints: Vec<Diagnostic> = people(entries).filter_map(telling_id).collect();
    if protected.0.is_empty() {
        return complaints;
    }
    for kind in EntryKind::ALL {
        let entries = entries.of_kind(kind).map(|(_, entry)| entry);
        let names =
            |entry: &&DeskEntry| registered(entry).iter().any(|text| protected.is_named_by(text));
        let telling = entries.filter(names);
        complaints.extend(telling.map(|entry| complaint(&entry.place.0, entry.place.1)));
    }
    complaints
}

fn people(entries: &Entries) -> impl Iterator<Item = &DeskEntry> {
    let people = entries.of_kind(EntryKind::Person).map(|(_, person)| person);
    people.filter(|person| person.is_protected())
}

fn complaint(path: &Arc<str>, spot: Spot) -> Diagnostic {
    let message = "these words name a person who must not be named";
    let help = "write the office instead; for a link, [[id|the office]]";
    Diagnostic::error(codes::NAMED_PERSON, path, spot, message).help(help)
}

/// An id that is the name itself: addresses print it.
fn telling_id(person: &DeskEntry) -> Option<Diagnostic> {
    let name = slugify(&person.facts.as_ref()?.name);
    let told = name.len() > 3 && format!("-{}-", person.id).contains(&format!("-{name}-"));
    let (path, spot) = &person.place;
    let message = "this id is the name of a person who must not be named, and addresses print it";
    let complaint = Diagnostic::error(codes::NAMED_PERSON, path, *spot, message);
    told.then(|| complaint.help("give the entry another id, such as the office"))
}

/// The words of a card that other pages print, and where they stand; those without a place of
/// their own at the beginning.
fn printed(card: &Card) -> Vec<(String, Spot)> {
    let mut texts = vec![(card.title().to_owned(), card.spot)];
    let mut add = |lines: &[&Option<String>]| {
        texts.extend(lines.iter().filter_map(|line| Some((line.as_ref()?.clone(), Spot::START))));
    };
    match &card.front {
        Front::Article(article) => {
            add(&[&article.standfirst, &article.summary, &article.byline]);
            if let Some(image) = &article.image {
                add(&[&image.alt, &image.caption, &image.credit]);
            }
            texts.extend(article.related.iter().map(|name| (name.value.clone(), name.spot)));
        }
        Front::Briefing(briefing) => {
            add(&[&briefing.outlook, &briefing.sum.as_ref().map(|sum| sum.reason.clone())]);
            let takeaways = briefing.takeaways.iter();
            texts.extend(takeaways.map(|line| (line.clone(), Spot::START)));
        }
        Front::Topic(topic) => add(&[&topic.summary]),
        Front::Correction(correction) => {
            let words = correction.was.iter().chain(&correction.now);
            texts.extend(words.map(|words| (words.value.clone(), words.spot)));
        }
        Front::Note(_) | Front::Page(_) => {}
    }
    texts.extend(card.text.links.iter().map(|link| (link.text.clone(), link.spot)));
    texts.extend(card.text.claims.iter().map(|claim| (claim.quote.clone(), claim.spot)));
    texts.extend(card.text.losses.iter().map(|loss| (loss.quote.clone(), loss.spot)));
    texts
}

/// The words of the registry that pages print.
fn registered(entry: &DeskEntry) -> Vec<String> {
    let Some(facts) = entry.facts.as_ref().filter(|_| !entry.is_protected()) else {
        return entry.facts.iter().filter_map(|facts| facts.summary.clone()).collect();
    };
    let mut texts = vec![facts.name.clone()];
    texts.extend(facts.native.iter().chain(&facts.summary).cloned());
    texts.extend(facts.aliases.iter().map(|alias| alias.value.clone()));
    if let Fields::Event { phrase, sum, .. } = &facts.fields {
        texts.extend(phrase.iter().cloned());
        texts.extend(sum.iter().map(|sum| sum.reason.clone()));
    }
    if let Fields::Person { roles, .. } = &facts.fields {
        texts.extend(roles.iter().map(|role| role.title.clone()));
    }
    texts
}
