use std::sync::Arc;

use super::{Article, Briefing, Claim, Correction, LinkOut, Loss, Note, Page, Topic};
use crate::base::{Moment, Spot, Spotted};

/// What other pages may know of a content file. What only its own page needs is its body, which
/// the desk never sees: typing inside a paragraph changes no card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The file, from the site folder.
    pub path: Arc<str>,
    /// Where its title stands, for messages about the file as a whole.
    pub spot: Spot,
    /// What it is, with its keys.
    pub front: Front,
    /// What its text says to others.
    pub text: Text,
}

/// The six kinds of content.
#[derive(Debug, Clone, PartialEq)]
pub enum Front {
    /// `content/articles/**/*.md`
    Article(Box<Article>),
    /// `content/notes/**/*.md`
    Note(Box<Note>),
    /// `content/corrections/*.md`
    Correction(Box<Correction>),
    /// `content/briefings/**/*.md`
    Briefing(Box<Briefing>),
    /// `content/topics/*.md`
    Topic(Box<Topic>),
    /// `content/pages/*.md`
    Page(Box<Page>),
}

/// What a text says to the rest of the site.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// Its links, in order; the body refers to them by number.
    pub links: Vec<LinkOut>,
    /// Ids that can be linked to.
    pub anchors: Vec<Spotted<String>>,
    /// Headings, for a list of contents.
    pub headings: Vec<Heading>,
    /// Marked claims.
    pub claims: Vec<Claim>,
    /// Marked figures.
    pub losses: Vec<Loss>,
    /// The first words, cut at a sentence or word; at most 240 characters.
    pub lead: String,
    /// How long reading it takes, in minutes: not its words, whose number changes with every edit.
    pub minutes: usize,
}

/// A heading of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub text: String,
}

impl Card {
    /// The title, or what stands for it.
    pub fn title(&self) -> &str {
        match &self.front {
            Front::Article(article) => &article.title,
            Front::Note(note) => note.title.as_deref().unwrap_or("Note from the desk"),
            Front::Correction(correction) => &correction.target.value,
            Front::Briefing(briefing) => &briefing.title,
            Front::Topic(topic) => &topic.title,
            Front::Page(page) => &page.title,
        }
    }

    /// Its date, for kinds that have one.
    pub fn date(&self) -> Option<Moment> {
        match &self.front {
            Front::Article(article) => Some(article.date),
            Front::Note(note) => Some(note.date),
            Front::Briefing(briefing) => Some(briefing.date),
            // It stands on no day's page: what it corrects does.
            Front::Correction(_) | Front::Topic(_) | Front::Page(_) => None,
        }
    }

    /// Its name in addresses.
    pub fn slug(&self) -> &str {
        match &self.front {
            Front::Article(article) => &article.slug,
            Front::Note(note) => &note.slug,
            Front::Correction(correction) => &correction.slug,
            Front::Briefing(briefing) => &briefing.slug,
            Front::Topic(topic) => &topic.id,
            Front::Page(page) => &page.slug,
        }
    }

    /// The language it says it is in (BCP 47).
    pub fn language(&self) -> Option<&str> {
        match &self.front {
            Front::Article(article) => article.language.as_deref(),
            Front::Note(note) => note.language.as_deref(),
            Front::Correction(correction) => correction.language.as_deref(),
            Front::Briefing(briefing) => briefing.language.as_deref(),
            Front::Topic(topic) => topic.language.as_deref(),
            Front::Page(page) => page.language.as_deref(),
        }
    }

    /// The article, if it is one.
    pub fn article(&self) -> Option<&Article> {
        match &self.front {
            Front::Article(article) => Some(article),
            _ => None,
        }
    }

    /// The note, if it is one.
    pub fn note(&self) -> Option<&Note> {
        match &self.front {
            Front::Note(note) => Some(note),
            _ => None,
        }
    }

    /// The briefing, if it is one.
    pub fn briefing(&self) -> Option<&Briefing> {
        match &self.front {
            Front::Briefing(briefing) => Some(briefing),
            _ => None,
        }
    }

    /// The topic's introduction, if it is one.
    pub fn topic(&self) -> Option<&Topic> {
        match &self.front {
            Front::Topic(topic) => Some(topic),
            _ => None,
        }
    }

    /// The plain page, if it is one.
    pub fn page(&self) -> Option<&Page> {
        match &self.front {
            Front::Page(page) => Some(page),
            _ => None,
        }
    }
}
