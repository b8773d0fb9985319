//! Numbers as a language writes them.

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use super::Words;

/// Which digits numbers are written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Digits {
    /// 0 to 9, in every language.
    #[default]
    Latn,
    /// ٠ to ٩ in Arabic; 0 to 9 in other languages.
    Arab,
}

impl Digits {
    /// The values of the setting.
    pub const VALUES: [&'static str; 2] = ["latn", "arab"];

    /// Reads the setting.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "latn" => Some(Self::Latn),
            "arab" => Some(Self::Arab),
            _ => None,
        }
    }

    /// Those that a language writes with: Arabic digits belong to Arabic.
    pub(super) fn of(self, language: &str) -> Self {
        if super::table::primary(language) == "ar" { self } else { Self::Latn }
    }

    /// A text's digits in these.
    pub(super) fn write(self, text: &str) -> String {
        match self {
            Self::Latn => text.to_owned(),
            Self::Arab => text.chars().map(arab).collect(),
        }
    }
}

/// `٣` for `3`; what is no digit stays.
fn arab(c: char) -> char {
    c.to_digit(10).and_then(|digit| char::from_u32(0x0660 + digit)).unwrap_or(c)
}

/// What stands between groups of three digits, from five digits on (CLDR 47). English is written
/// without, as it always was.
fn separator(language: &str, digits: Digits) -> &'static str {
    match (super::table::primary(language), digits) {
        ("fr", _) => "\u{202f}",
        ("ru" | "uk", _) => "\u{a0}",
        ("ar", Digits::Latn) => ",",
        ("ar", Digits::Arab) => "٬",
        _ => "",
    }
}

impl Words {
    /// A whole number.
    pub fn number(&self, number: u64) -> String {
        grouped(number, &self.language, self.digits)
    }

    /// A text that holds digits, such as a clock's time or a year: never grouped.
    pub fn digits(&self, text: &str) -> String {
        self.digits.write(text)
    }

    /// A number with two decimals, such as degrees.
    pub fn decimal(&self, number: f64) -> String {
        let point = match (super::table::primary(&self.language), self.digits) {
            ("fr" | "ru" | "uk", _) => ",",
            ("ar", Digits::Arab) => "٫",
            _ => ".",
        };
        self.digits.write(&format!("{number:.2}").replace('.', point))
    }
}

/// A whole number in groups of three digits.
pub(super) fn grouped(number: u64, language: &str, digits: Digits) -> String {
    let plain = number.to_string();
    let between = separator(language, digits);
    if plain.len() < 5 || between.is_empty() {
        return digits.write(&plain);
    }
    let mut grouped = String::with_capacity(plain.len() * 2);
    for (at, digit) in plain.chars().enumerate() {
        if at > 0 && (plain.len() - at).is_multiple_of(3) {
            grouped.push_str(between);
        }
        grouped.push(digit);
    }
    digits.write(&grouped)
}

/// Numbers inside words, which Fluent asks for: counts are whole.
pub(super) fn whole(value: &FluentValue<'_>) -> Option<u64> {
    match value {
        FluentValue::Number(FluentNumber { value, .. })
            if value.fract() == 0.0 && *value >= 0.0 =>
        {
            // A count: whole and not negative.
            Some(*value as u64)
        }
        _ => None,
    }
}
