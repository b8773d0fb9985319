//! The words of the theme in the languages of its readers: one table for each language.
//!
//! Knows Fluent and how dates, numbers and lists are said; knows nothing of journalism or files.

mod date;
mod list;
mod number;
mod table;
mod tongue;

pub use number::Digits;
pub use table::{BUILT_IN, Trouble, built_in, dir_of};
pub use tongue::{is_language, same_language, split_name};

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use icu_plurals::{PluralCategory, PluralRules};

/// The words of one language.
pub struct Words {
    language: String,
    digits: Digits,
    bundle: FluentBundle<FluentResource>,
    plurals: Option<PluralRules>,
    /// Words without anything to fill in, ready to be printed.
    plain: HashMap<String, String>,
    /// The forms of dates, with a mark for each blank.
    forms: HashMap<&'static str, String>,
}

/// What is filled into a word.
#[derive(Debug, Clone, Copy)]
pub enum Fill<'a> {
    /// A name, a date, or other words.
    Text(&'a str),
    /// A number, on which the form of the word may depend.
    Number(u64),
}

impl Words {
    /// BCP 47.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// `ltr` or `rtl`.
    pub fn dir(&self) -> &'static str {
        dir_of(&self.language)
    }

    /// Whether there is a word of this name.
    pub fn has(&self, word: &str) -> bool {
        self.plain.contains_key(word) || self.bundle.has_message(word)
    }

    /// A word without anything to fill in. What is no word is printed as it is: the test of all
    /// words finds those that are missing.
    pub fn say<'a>(&'a self, word: &'a str) -> &'a str {
        self.plain.get(word).map_or(word, String::as_str)
    }

    /// Whether a word has nothing to fill in.
    pub fn is_plain(&self, word: &str) -> bool {
        self.plain.contains_key(word)
    }

    /// A word with what is filled into it, by name.
    pub fn fill(&self, word: &str, with: &[(&str, Fill<'_>)]) -> String {
        self.filled(word, with).0
    }

    /// The same, or what is wrong: no such word, or nothing given for a name in it.
    pub fn try_fill(&self, word: &str, with: &[(&str, Fill<'_>)]) -> Result<String, String> {
        match self.filled(word, with) {
            (text, None) => Ok(text),
            (_, Some(fault)) => Err(fault),
        }
    }

    fn filled(&self, word: &str, with: &[(&str, Fill<'_>)]) -> (String, Option<String>) {
        let mut args = FluentArgs::with_capacity(with.len() + 1);
        for (name, fill) in with {
            let value = match fill {
                Fill::Text(text) => FluentValue::String(Cow::Borrowed(*text)),
                Fill::Number(number) => {
                    args.set(table::form_of(name), self.form(*number));
                    // No count on a site comes near the numbers that a float cannot hold.
                    FluentValue::from(*number as f64)
                }
            };
            args.set((*name).to_owned(), value);
        }
        let message = self.bundle.get_message(word);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return (word.to_owned(), Some(format!("there is no word `{word}`")));
        };
        let mut faults = Vec::new();
        let text = table::tidy(self.bundle.format_pattern(pattern, Some(&args), &mut faults));
        let fault = faults.first().map(|fault| format!("the word `{word}`: {fault}"));
        (text, fault)
    }

    /// The form of a word that a number asks for (CLDR).
    fn form(&self, number: u64) -> &'static str {
        let category = self.plurals.as_ref().map(|plurals| plurals.category_for(number));
        match category.unwrap_or(PluralCategory::Other) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    /// `in English`, of a text that is not in the language of these words; nothing of one that is.
    pub fn in_language(&self, language: &str) -> Option<String> {
        if same_language(language, &self.language) {
            return None;
        }
        let word = format!("language-{}", table::primary(language));
        match self.plain.get(&word) {
            Some(said) => Some(said.clone()),
            None => Some(self.with("in-language", "language", language)),
        }
    }

    /// A word with one text filled in.
    pub fn with(&self, word: &str, name: &str, text: &str) -> String {
        self.fill(word, &[(name, Fill::Text(text))])
    }

    /// A word that depends on the number `n`.
    pub fn count(&self, word: &str, n: usize) -> String {
        self.fill(word, &[("n", Fill::Number(n as u64))])
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

/// The theme's own words in English.
impl Default for Words {
    fn default() -> Self {
        Self::new("en", Digits::default(), None).0
    }
}
