use super::{Extra, Name, Sum, Tongues, When};
use crate::base::Spot;

/// The five lists of the registry, and topics, which are named in the same ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// What reports are about.
    Topic,
    /// Where things happen.
    Place,
    /// Parties and institutions (ACLED's actors).
    Actor,
    /// Persons with public roles.
    Person,
    /// Outlets and agencies.
    Source,
    /// What happened (ACLED's events).
    Event,
}

impl EntryKind {
    /// All kinds, in the order of the site's menu.
    pub const ALL: [Self; 6] =
        [Self::Topic, Self::Place, Self::Actor, Self::Person, Self::Source, Self::Event];

    /// One of them in a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Place => "place",
            Self::Actor => "actor",
            Self::Person => "person",
            Self::Source => "source",
            Self::Event => "event",
        }
    }

    /// Many of them: the folder of their addresses and the registry file's name.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Topic => "topics",
            Self::Place => "places",
            Self::Actor => "actors",
            Self::Person => "people",
            Self::Source => "sources",
            Self::Event => "events",
        }
    }
}

/// Who or what, typed once: an id with its names and what its kind adds.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The id, which is also its slug.
    pub id: String,
    /// Where the id stands.
    pub spot: Spot,
    /// The name that readers see (`title` for events).
    pub name: String,
    /// The name in its own language and script.
    pub native: Option<String>,
    /// The name that readers see in other languages.
    pub names: Tongues,
    /// Other spellings that mean the same.
    pub aliases: Vec<Name>,
    /// A few words about it.
    pub summary: Option<String>,
    /// What its kind adds.
    pub fields: Fields,
    /// Free keys.
    pub extra: Extra,
}

/// What each kind of entry adds to its names.
#[derive(Debug, Clone)]
pub enum Fields {
    /// A place.
    Place {
        /// Degrees north (WGS 84).
        lat: Option<f64>,
        /// Degrees east (WGS 84).
        lon: Option<f64>,
        /// How exact the position is.
        precision: Option<Precision>,
        /// ISO 3166-1 alpha-2.
        country: Option<String>,
        /// Never drawn on a map, nor its position printed.
        sensitive: bool,
        /// Who claims and who holds it.
        disputed: Option<Disputed>,
    },
    /// A party or institution.
    Actor {
        /// One of ACLED's eight actor types.
        kind: Option<String>,
        /// The side it is on, in the desk's words.
        side: Option<String>,
        /// The actor it belongs to.
        parent: Option<Name>,
        /// When it has existed.
        active: Option<When>,
    },
    /// A person.
    Person {
        /// Offices with their dates.
        roles: Vec<Role>,
        /// `full`, `role` or `none`.
        identify: Identify,
        /// Under age: never named.
        minor: bool,
    },
    /// An outlet or agency.
    Source {
        /// Newspaper, agency, broadcaster and so on.
        kind: Option<String>,
        /// ISO 3166-1 alpha-2.
        country: Option<String>,
        /// BCP 47.
        language: Option<String>,
        /// Outlets that are not independent of it.
        affiliated: Vec<Name>,
        /// Its home page.
        url: Option<String>,
    },
    /// Something that happened.
    Event {
        /// When, as exactly as known.
        when: Option<When>,
        /// Where.
        place: Option<Name>,
        /// ACLED event type/sub-type.
        kind: Option<String>,
        /// Who took part.
        sides: Vec<Name>,
        /// The source's own words for the time, such as `since late last week`.
        phrase: Option<String>,
        /// Figures that the desk adds up.
        sum: Option<Sum>,
    },
}

/// How much of a person is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Identify {
    /// Name and role.
    #[default]
    Full,
    /// The role, never the name.
    Role,
    /// Neither.
    None,
}

/// How exact a position is (after UCDP GED's `where_prec`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// The place itself.
    Place,
    /// Near the place.
    Near,
    /// The second-order district.
    Adm2,
    /// The first-order province.
    Adm1,
    /// A region without an administration.
    Region,
    /// Only the country.
    Country,
    /// At sea or in the air.
    Sea,
}

impl Precision {
    /// The key's values, for messages.
    pub const VALUES: [&'static str; 7] =
        ["place", "near", "adm2", "adm1", "region", "country", "sea"];

    /// Reads the key's value.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "place" => Some(Self::Place),
            "near" => Some(Self::Near),
            "adm2" => Some(Self::Adm2),
            "adm1" => Some(Self::Adm1),
            "region" => Some(Self::Region),
            "country" => Some(Self::Country),
            "sea" => Some(Self::Sea),
            _ => None,
        }
    }
}

/// Who claims a place and who holds it.
#[derive(Debug, Clone, Default)]
pub struct Disputed {
    /// Actors that claim it.
    pub claimed_by: Vec<Name>,
    /// The actor that holds it.
    pub controlled_by: Option<Name>,
    /// On which day that was known.
    pub as_of: Option<When>,
}

/// An office that a person holds or held.
#[derive(Debug, Clone)]
pub struct Role {
    /// The office.
    pub title: String,
    /// For whom.
    pub actor: Option<Name>,
    /// Since when.
    pub from: Option<When>,
    /// Until when.
    pub to: Option<When>,
}
