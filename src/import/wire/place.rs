//! Whether words before a dash could be the place of a dateline.

use super::words::{count, is_capitalised, length};

/// How a place is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// `RAS LANUF`.
    Capitals,
    /// `Ras Lanuf`.
    Titled,
    /// `طرابلس`: a script without capitals.
    Uncased,
}

/// The manner of a place with its regions (`BEIRUT, Lebanon`), if it could be one.
pub fn manner(place: &str) -> Option<Manner> {
    let mut parts = place.split([',', '،']).map(str::trim);
    let town = parts.next()?;
    let regions: Vec<&str> = parts.collect();
    let fits = length(place) <= 60 && regions.len() <= 2;
    if !fits || !town.split([' ', '/']).all(is_word) || !regions.iter().all(|part| is_region(part))
    {
        return None;
    }
    let capitals = town
        .split(' ')
        .filter(|word| !is_particle(word))
        .all(|word| !word.contains(char::is_lowercase));
    let manner = match (capitals, town.contains(char::is_uppercase)) {
        (true, true) => Manner::Capitals,
        (true, false) => Manner::Uncased,
        (false, _) => Manner::Titled,
    };
    let most = if manner == Manner::Capitals { 6 } else { 4 };
    (count(town) <= most && town.split(' ').all(|word| is_particle(word) || is_capitalised(word)))
        .then_some(manner)
}

/// Whether a place begins as a sentence or a label does: `THE PRESIDENT`, `BREAKING`.
pub fn begins_otherwise(place: &str) -> bool {
    let first = place.split([' ', ',']).next().unwrap_or_default().to_uppercase();
    OPENERS.contains(&first.as_str())
        && !HAGUES.iter().any(|hague| place.to_uppercase().starts_with(hague))
}

/// Whether it is known for a body of people that copy names in capitals.
pub fn is_organisation(place: &str) -> bool {
    ORGANISATIONS.contains(&place)
}

fn is_word(word: &str) -> bool {
    let letter = |c: char| {
        c.is_alphabetic()
            || matches!(c, '\'' | '’' | '.' | '-')
            || (!c.is_ascii() && !c.is_numeric() && !c.is_whitespace())
    };
    word.contains(char::is_alphabetic)
        && word.chars().all(letter)
        && !word.contains(['—', '–', '“', '”'])
}

fn is_region(part: &str) -> bool {
    let named = |word: &str| is_particle(word) || is_capitalised(word);
    count(part) <= 5
        && is_capitalised(part)
        && part.split(' ').all(|word| is_word(word) && named(word))
}

/// Small words within names of places.
fn is_particle(word: &str) -> bool {
    matches!(word, "and" | "of" | "the" | "al" | "el" | "de" | "du" | "la" | "и" | "і")
}

const HAGUES: &[&str] = &["THE HAGUE", "THE GAMBIA", "THE VALLEY"];

const OPENERS: &[&str] = &[
    "THE",
    "A",
    "AN",
    "THIS",
    "THAT",
    "THESE",
    "THOSE",
    "HE",
    "SHE",
    "IT",
    "WE",
    "THEY",
    "I",
    "YOU",
    "HIS",
    "HER",
    "ITS",
    "OUR",
    "MR",
    "MR.",
    "MRS",
    "MRS.",
    "MS",
    "DR",
    "DR.",
    "NO",
    "WHO",
    "WHAT",
    "WHY",
    "HOW",
    "BREAKING",
    "UPDATE",
    "UPDATED",
    "URGENT",
    "EXCLUSIVE",
    "ANALYSIS",
    "OPINION",
    "WATCH",
    "LIVE",
    "NEWS",
    "FACTBOX",
    "TIMELINE",
    "CORRECTION",
    "CORRECTED",
    "NOTE",
    "BUT",
    "AND",
];

const ORGANISATIONS: &[&str] = &[
    "NATO", "UN", "U.N.", "EU", "E.U.", "US", "U.S.", "USA", "UK", "U.K.", "UAE", "AU", "OPEC",
    "ISIS", "ISIL", "IAEA", "ICC", "ICRC", "OSCE", "UNHCR", "UNICEF", "UNESCO", "UNRWA", "OCHA",
    "WHO", "WFP", "IOM", "MSF", "IMF", "CIA", "FBI", "IDF", "PKK", "PLO", "НАТО", "ООН", "ЕС",
];
