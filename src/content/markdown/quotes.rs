//! Quotation marks by language. The parser always sets English ones; where the source has a
//! straight quote, the language's own takes their place.

use pulldown_cmark::CowStr;

/// The double quotes of a language, and what stands between them and the word.
fn double(language: &str) -> (&'static str, &'static str) {
    match language.split('-').next().unwrap_or(language) {
        "fr" => ("«\u{a0}", "\u{a0}»"),
        "ru" | "uk" | "be" | "es" | "it" | "pt" | "el" | "ar" | "fa" | "hy" => ("«", "»"),
        "de" | "cs" | "sk" | "sl" | "bg" | "ka" | "is" => ("„", "“"),
        "pl" | "ro" | "hr" | "hu" | "bs" => ("„", "”"),
        "sv" | "fi" => ("”", "”"),
        _ => ("“", "”"),
    }
}

/// Sets the language's quotes where the parser set English ones for a straight quote.
pub fn localise<'e>(text: CowStr<'e>, typed: &str, language: &str) -> CowStr<'e> {
    if typed != "\"" || language.starts_with("en") {
        return text;
    }
    let (open, close) = double(language);
    match text.as_ref() {
        "“" => CowStr::Borrowed(open),
        "”" => CowStr::Borrowed(close),
        _ => text,
    }
}
