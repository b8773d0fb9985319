use super::Name;
use crate::base::Spotted;

/// How a site looks, as `theme:` in the settings says: what is not said is as the built-in style
/// sheet has it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Look {
    /// Instead of the site's title at the head of each page.
    pub title: Option<String>,
    /// A square picture before it: a file below `static/`.
    pub logo: Option<Name>,
    /// Instead of the built-in menu.
    pub menu: Vec<MenuItem>,
    /// Colours by day.
    pub light: Colours,
    /// Colours by night.
    pub dark: Colours,
    /// Families of type by the style sheet's variable: `serif`, `display`, `sans`.
    pub faces: Vec<(&'static str, Vec<String>)>,
    /// Sides and actors that always have the same mark: name, and its place among [`MARKS`].
    pub marks: Vec<(Name, usize)>,
    /// The most that a page with its style sheet and map may weigh compressed, in bytes.
    pub budget: Option<u64>,
}

/// A line of the menu.
#[derive(Debug, Clone, PartialEq)]
pub struct MenuItem {
    /// What readers see.
    pub name: String,
    /// `/topics/`, or a full address.
    pub url: Name,
}

/// Colours by name, in the order of [`TOKENS`].
pub type Colours = Vec<(&'static Token, Spotted<Colour>)>;

/// Red, green and blue in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

/// A colour that a site may choose.
#[derive(Debug, PartialEq, Eq)]
pub struct Token {
    /// As the settings call it.
    pub name: &'static str,
    /// As the style sheet calls it, without `--`.
    pub variable: &'static str,
}

const fn token(name: &'static str, variable: &'static str) -> Token {
    Token { name, variable }
}

/// All colours.
pub const TOKENS: [Token; 12] = [
    token("paper", "paper"),
    token("ink", "ink"),
    token("ink2", "ink2"),
    token("rule", "rule"),
    token("wash", "wash"),
    token("sea", "sea"),
    token("buff", "buff"),
    token("note", "note"),
    token("link", "link"),
    token("square", "gov"),
    token("circle", "reb"),
    token("diamond", "oth"),
];

/// The marks that a party may be given.
pub const MARKS: [&str; 3] = ["square", "circle", "diamond"];

/// A page's budget where the settings say nothing, in bytes.
pub const BUDGET: u64 = 14 * 1024;

impl Colour {
    /// `#16222c` or `#123`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digit = |at: usize| u8::from_str_radix(digits.get(at..=at)?, 16).ok();
        match digits.len() {
            3 => Some(Self([digit(0)? * 17, digit(1)? * 17, digit(2)? * 17])),
            6 => {
                let pair = |at: usize| Some(digit(at)? * 16 + digit(at + 1)?);
                Some(Self([pair(0)?, pair(2)?, pair(4)?]))
            }
            _ => None,
        }
    }

    /// As a style sheet writes it.
    pub fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The contrast with another colour, from 1 to 21 (WCAG 2.2).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// From 0, black, to 1, white (WCAG 2.2).
    fn luminance(self) -> f64 {
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl Look {
    /// Whether pages need a style sheet of the site's own look.
    pub fn has_style(&self) -> bool {
        let colours = self.light.len() + self.dark.len();
        colours > 0 || !self.faces.is_empty() || self.logo.is_some()
    }
}
