use super::{Extra, Name};

/// A stand-alone page, such as "About" or "How we work".
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its heading.
    pub title: String,
    /// Its address: `/<slug>/`.
    pub slug: String,
    /// One line for search engines and lists.
    pub summary: Option<String>,
    /// Order in the footer: the heavier first.
    pub weight: i64,
    /// Former addresses.
    pub aliases: Vec<Name>,
    /// Another template than `page.html`.
    pub template: Option<Name>,
    /// Not published.
    pub draft: bool,
    /// BCP 47.
    pub language: Option<String>,
    /// Free keys.
    pub extra: Extra,
}
