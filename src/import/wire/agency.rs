//! News agencies by the names they sign with.

use super::words::folded;

const AGENCIES: &[&str] = &[
    "ap",
    "associated press",
    "the associated press",
    "reuters",
    "thomson reuters",
    "afp",
    "agence france-presse",
    "agence france presse",
    "upi",
    "united press international",
    "dpa",
    "efe",
    "ansa",
    "apa",
    "belga",
    "anp",
    "ntb",
    "tt",
    "ritzau",
    "pap",
    "xinhua",
    "tass",
    "itar-tass",
    "interfax",
    "interfax-ukraine",
    "ria novosti",
    "ria",
    "ukrinform",
    "unian",
    "anadolu",
    "anadolu agency",
    "aa",
    "sana",
    "kuna",
    "wam",
    "spa",
    "mena",
    "irna",
    "isna",
    "fars",
    "nna",
    "petra",
    "wafa",
    "maan",
    "aki",
    "pti",
    "ani",
    "ians",
    "kyodo",
    "yonhap",
    "bloomberg",
    "cnn",
    "bbc",
    "nyt",
    "рейтер",
    "тасс",
    "интерфакс",
    "риа новости",
    "رويترز",
    "أ ف ب",
    "أ.ف.ب",
    "د ب أ",
];

/// Whether a name is an agency's.
pub fn is_agency(name: &str) -> bool {
    AGENCIES.contains(&folded(name).as_str())
}

/// Whether a name in a dateline's brackets could be an agency's, known here or not.
pub fn could_be(name: &str) -> bool {
    let letters = name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_numeric);
    is_agency(name) || (letters && name.chars().count() <= 30 && name.split(' ').count() <= 3)
}

/// The names before and the agency after the last comma of a byline.
pub fn after_names(byline: &str) -> Option<(&str, &str)> {
    let (names, agency) = byline.rsplit_once([',', '/', '|'])?;
    let (names, agency) = (names.trim(), agency.trim());
    (is_agency(agency) && !names.is_empty()).then_some((names, agency))
}
