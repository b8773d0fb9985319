//! The tables: where they are, and how one becomes the words of a language.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::ParserError;
use icu_locale_core::Locale;
use icu_plurals::PluralRules;
use unic_langid::LanguageIdentifier;

use super::{Digits, Words, number};
use crate::base::nearest;

/// The languages that the theme is translated into, each with its table.
pub const BUILT_IN: [(&str, &str); 5] = [
    ("en", include_str!("en.ftl")),
    ("ar", include_str!("ar.ftl")),
    ("fr", include_str!("fr.ftl")),
    ("ru", include_str!("ru.ftl")),
    ("uk", include_str!("uk.ftl")),
];

/// Where Arabic calls the months by their Levantine names (CLDR 47).
const LEVANT: [&str; 5] = ["ar-SY", "ar-IQ", "ar-JO", "ar-LB", "ar-PS"];

/// The table of a language, if the theme is translated into it: `ar` also for `ar-SY`.
pub fn built_in(language: &str) -> Option<&'static str> {
    let same = |(known, _): &&(&str, &str)| *known == primary(language);
    BUILT_IN.iter().find(same).map(|(_, table)| *table)
}

/// `ar` of `ar-SY`.
pub(super) fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or(language)
}

/// `rtl` for languages written from right to left, else `ltr`.
pub fn dir_of(language: &str) -> &'static str {
    match primary(language) {
        "ar" | "fa" | "he" | "ur" | "ps" | "ckb" | "yi" | "dv" | "syr" | "sd" | "ug" => "rtl",
        _ => "ltr",
    }
}

/// Something that is wrong with a site's own table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The line of the table, from 1.
    pub line: u32,
    /// What was found.
    pub found: String,
    /// The word that was most likely meant.
    pub meant: Option<String>,
}

impl Words {
    /// The words of a language: those of the theme, with a site's own in their place. What is in
    /// neither is said in English.
    pub fn new(language: &str, digits: Digits, own: Option<&str>) -> (Self, Vec<Trouble>) {
        let digits = digits.of(language);
        let spoken = language.parse::<LanguageIdentifier>().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![spoken]);
        // Names of either direction stand in sentences that run from right to left.
        bundle.set_use_isolating(dir_of(language) == "rtl");
        bundle.set_formatter(Some(match (primary(language), digits) {
            ("fr", _) => |value, _| spelled(value, "fr", Digits::Latn),
            ("ru" | "uk", _) => |value, _| spelled(value, "ru", Digits::Latn),
            ("ar", Digits::Latn) => |value, _| spelled(value, "ar", Digits::Latn),
            ("ar", Digits::Arab) => |value, _| spelled(value, "ar", Digits::Arab),
            _ => |value, _| spelled(value, "", Digits::Latn),
        }));
        let plurals = plurals(language);
        let language_name = language.to_owned();
        let mut words = Self {
            language: language_name,
            digits,
            bundle,
            plurals,
            plain: HashMap::new(),
            forms: HashMap::new(),
        };
        let english = BUILT_IN.first().map(|(_, table)| *table);
        let region = LEVANT.contains(&language).then_some(include_str!("ar-levant.ftl"));
        // A language without a table of the theme's is called by its code.
        let code = format!("language-name = {language}\n");
        let code = built_in(language).is_none().then_some(code.as_str());
        for table in [english, built_in(language), region, code].into_iter().flatten() {
            words.take(resource(table).0);
        }
        let mut troubles = Vec::new();
        if let Some(own) = own {
            let (resource, found) = resource(own);
            troubles = found;
            troubles.extend(words.unknown(&resource, own));
            words.take(resource);
        }
        (words.settle(), troubles)
    }

    fn take(&mut self, resource: FluentResource) {
        for (name, _) in messages(&resource) {
            self.plain.entry(name.to_owned()).or_default();
        }
        self.bundle.add_resource_overriding(resource);
    }

    /// Makes the words ready that have nothing to fill in.
    fn settle(mut self) -> Self {
        let bundle = &self.bundle;
        self.plain = std::mem::take(&mut self.plain)
            .into_keys()
            .filter_map(|name| {
                let pattern = bundle.get_message(&name)?.value()?;
                let plain = bundle.format_pattern(pattern, None, &mut Vec::new());
                (!has_blanks(pattern)).then(|| (name, tidy(plain)))
            })
            .collect();
        self.forms = self.date_forms();
        self
    }

    /// Words of a table that the theme does not have.
    fn unknown(&self, resource: &FluentResource, text: &str) -> Vec<Trouble> {
        let unknown = messages(resource).filter(|(name, _)| !self.has(name));
        let trouble = |(name, _): (&str, _)| Trouble {
            line: line_at(text, text.find(name).unwrap_or_default()),
            found: format!("the theme has no word `{name}`"),
            meant: nearest(name, self.names()).map(str::to_owned),
        };
        unknown.map(trouble).collect()
    }

    /// The names of all words, sorted.
    pub fn names(&self) -> Vec<&str> {
        let mut names: BTreeSet<&str> = BTreeSet::new();
        for (_, table) in BUILT_IN {
            names.extend(table.lines().filter_map(name_of));
        }
        names.into_iter().filter(|name| self.has(name)).collect()
    }
}

/// The name of the word that a line of a table begins.
fn name_of(line: &str) -> Option<&str> {
    let (name, _) = line.split_once(" =")?;
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (plain && name.starts_with(|c: char| c.is_ascii_lowercase())).then_some(name)
}

/// The rules of a language. Without any, all numbers take the form that every word has.
fn plurals(language: &str) -> Option<PluralRules> {
    let locale = language.parse::<Locale>().unwrap_or(Locale::UNKNOWN);
    PluralRules::try_new_cardinal((&locale).into()).ok()
}

/// What a word's form is chosen by: `n-form` for the number `n`.
pub(super) fn form_of(number: &str) -> String {
    format!("{number}-form")
}

/// A table as Fluent reads it. It would choose a form by rules that are out of date: a selector asks
/// for the form itself instead, and nothing moves to another line by that.
fn resource(table: &str) -> (FluentResource, Vec<Trouble>) {
    match FluentResource::try_new(table.replace("{ $n ->", "{ $n-form ->")) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => {
            let trouble = |error: ParserError| Trouble {
                line: line_at(resource.source(), error.pos.start),
                found: error.kind.to_string(),
                meant: None,
            };
            let troubles = errors.into_iter().map(trouble).collect();
            (resource, troubles)
        }
    }
}

fn line_at(text: &str, at: usize) -> u32 {
    let before = text.get(..at).unwrap_or(text);
    before.matches('\n').count() as u32 + 1
}

fn messages(resource: &FluentResource) -> impl Iterator<Item = (&str, Option<&Pattern<&str>>)> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref())),
        _ => None,
    })
}

/// Whether something is to be filled in.
fn has_blanks(pattern: &Pattern<&str>) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::TextElement { .. } => false,
        PatternElement::Placeable { expression: Expression::Inline(inline) } => !matches!(
            inline,
            InlineExpression::StringLiteral { .. } | InlineExpression::MessageReference { .. }
        ),
        PatternElement::Placeable { .. } => true,
    })
}

fn spelled(value: &FluentValue<'_>, language: &'static str, digits: Digits) -> Option<String> {
    number::whole(value).map(|whole| number::grouped(whole, language, digits))
}

/// Marks that hold a direction together are left out round plain numbers, which need none.
pub(super) fn tidy(text: Cow<'_, str>) -> String {
    const FIRST: char = '\u{2068}';
    const LAST: char = '\u{2069}';
    if !text.contains(FIRST) {
        return text.into_owned();
    }
    let mut tidy = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some(start) = rest.find(FIRST) {
        tidy.push_str(&rest[..start]);
        let inner = &rest[start + FIRST.len_utf8()..];
        let number = inner.find(LAST).filter(|end| {
            inner[..*end].chars().all(|c| c.is_numeric() || matches!(c, ',' | '٬' | '٫' | '.'))
        });
        match number {
            Some(end) => {
                tidy.push_str(&inner[..end]);
                rest = &inner[end + LAST.len_utf8()..];
            }
            None => {
                tidy.push(FIRST);
                rest = inner;
            }
        }
    }
    tidy.push_str(rest);
    tidy
}
