use jiff::Timestamp;

use super::{Extra, Name};
use crate::base::{Day, Moment, Spotted};

/// Somebody's report, curated by the desk (schema.org `NewsArticle`, with the original as
/// `isBasedOn`).
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The headline as published.
    pub title: String,
    /// When it was published.
    pub date: Moment,
    /// Its name in the address `/2011/07/18/<slug>/`.
    pub slug: String,
    /// One or more, in the editor's order.
    pub topics: Vec<Name>,
    /// The line under the headline.
    pub standfirst: Option<String>,
    /// The outlet.
    pub source: Option<Name>,
    /// The report at its outlet.
    pub url: Option<Spotted<String>>,
    /// Who wrote it, as printed.
    pub byline: Option<String>,
    /// The agency whose wire it carries.
    pub wire: Option<Name>,
    /// The place as printed, such as TRIPOLI.
    pub dateline: Option<String>,
    /// The report in the desk's words.
    pub summary: Option<String>,
    /// Where it happened.
    pub places: Vec<Name>,
    /// Who acted.
    pub actors: Vec<Name>,
    /// What it reports on.
    pub events: Vec<Name>,
    /// The photograph.
    pub image: Option<Image>,
    /// Slugs, titles or addresses of related reports.
    pub related: Vec<Name>,
    /// BCP 47; the site's first language if none is given.
    pub language: Option<String>,
    /// What readers may be given of it.
    pub rights: Rights,
    /// The licence in words.
    pub license: Option<String>,
    /// The day on which the desk read it.
    pub accessed: Option<Day>,
    /// An archived copy.
    pub archive: Option<Spotted<String>>,
    /// Whether it is published.
    pub status: Status,
    /// Why it was withdrawn: readers find this in its place, with the day of `updated`.
    pub reason: Option<Name>,
    /// Not before this time.
    pub embargo: Option<Timestamp>,
    /// Not from this time on.
    pub expires: Option<Timestamp>,
    /// Last changed.
    pub updated: Option<Moment>,
    /// Former addresses, which lead here.
    pub aliases: Vec<Name>,
    /// Order within a day: the heavier first, 0 by default.
    pub weight: i64,
    /// Another template than `article.html`.
    pub template: Option<Name>,
    /// Free keys.
    pub extra: Extra,
}

/// A photograph and what must be said with it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Image {
    /// A file under `static/`; none when only the credit of an image is known.
    pub src: Option<Spotted<String>>,
    /// What it shows, for who cannot see it.
    pub alt: Option<String>,
    /// Who took it.
    pub credit: Option<String>,
    /// The line below it.
    pub caption: Option<String>,
    /// What may be done with it.
    pub rights: Option<String>,
}

/// What readers may be given of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rights {
    /// The desk's own text.
    Own,
    /// The body stays with the desk.
    Excerpt,
    /// Licensed from its owner.
    Licensed,
    /// Nobody's any more.
    PublicDomain,
    /// A Creative Commons licence, such as `cc-by-sa`.
    CreativeCommons(String),
}

impl Rights {
    /// Reads the key's value.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "own" => Some(Self::Own),
            "excerpt" => Some(Self::Excerpt),
            "licensed" => Some(Self::Licensed),
            "public-domain" => Some(Self::PublicDomain),
            "cc0" => Some(Self::CreativeCommons(text.to_owned())),
            _ if text.starts_with("cc-by") => Some(Self::CreativeCommons(text.to_owned())),
            _ => None,
        }
    }

    /// The key's values, for messages.
    pub const VALUES: [&'static str; 7] =
        ["own", "excerpt", "licensed", "public-domain", "cc0", "cc-by", "cc-by-sa"];

    /// The word that templates get.
    pub fn word(&self) -> &str {
        match self {
            Self::Own => "own",
            Self::Excerpt => "excerpt",
            Self::Licensed => "licensed",
            Self::PublicDomain => "public-domain",
            Self::CreativeCommons(licence) => licence,
        }
    }
}

/// Whether an item is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// It is.
    #[default]
    Published,
    /// Still being written.
    Draft,
    /// Kept back by the desk.
    Held,
    /// Taken back.
    Withdrawn,
}

impl Status {
    /// The key's values, for messages.
    pub const VALUES: [&'static str; 4] = ["published", "draft", "held", "withdrawn"];

    /// Reads the key's value.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "published" => Some(Self::Published),
            "draft" => Some(Self::Draft),
            "held" => Some(Self::Held),
            "withdrawn" => Some(Self::Withdrawn),
            _ => None,
        }
    }
}
