use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;

use super::{Extra, Look, Name, PointOfView, Rights};
use crate::words::{Digits, same_language};

/// One line in several languages, by BCP 47 tag.
pub type Tongues = BTreeMap<String, String>;

/// What stands in a table for a language, or else for the same language of any region.
pub fn in_tongue<'t>(tongues: &'t Tongues, language: &str) -> Option<&'t str> {
    let near =
        || tongues.iter().find(|(tag, _)| same_language(tag, language)).map(|(_, text)| text);
    tongues.get(language).or_else(near).map(String::as_str)
}

/// The desk's settings, from `dateline.yaml`. All are optional.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The site's name.
    pub title: String,
    /// Where it will stand; needed only for feeds, e-mails, canonical links and the sitemap.
    pub base_url: Option<String>,
    /// One line about the site.
    pub description: Option<String>,
    /// The publisher's name.
    pub desk: Option<String>,
    /// The site's name in other languages.
    pub titles: Tongues,
    /// The line about the site in other languages.
    pub descriptions: Tongues,
    /// The publisher's name in other languages.
    pub desks: Tongues,
    /// BCP 47; the first is the default.
    pub languages: Vec<String>,
    /// Which digits numbers are written with.
    pub digits: Digits,
    /// IANA name.
    pub timezone: String,
    /// The zone itself.
    pub zone: TimeZone,
    /// For articles that say nothing of their rights.
    pub rights: Rights,
    /// Whether there is a search page, the only one with a script.
    pub search: bool,
    /// PDFs under `static/` that are published with what they tell of who made them.
    pub pdf_as_is: Vec<String>,
    /// Files and folders of others that stay in the output, by their paths in it.
    pub keep: Vec<String>,
    /// Former addresses of pages and where they lead now.
    pub moved: Vec<(Name, Name)>,
    /// Of the live preview.
    pub port: u16,
    /// Whose view of borders maps draw.
    pub point_of_view: PointOfView,
    /// The address that opens a file in an editor, with `{path}` for the file's full path and
    /// `{line}` for a line in it. Of the live preview.
    pub editor: String,
    /// `theme:`, handed to templates as it is.
    pub theme: Extra,
    /// What `theme:` says, read.
    pub look: Arc<Look>,
    /// Free keys, handed to templates.
    pub extra: Extra,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: "Briefings".to_owned(),
            base_url: None,
            description: None,
            desk: None,
            titles: Tongues::new(),
            descriptions: Tongues::new(),
            desks: Tongues::new(),
            languages: vec!["en".to_owned()],
            digits: Digits::default(),
            timezone: "UTC".to_owned(),
            zone: TimeZone::UTC,
            rights: Rights::Own,
            search: false,
            pdf_as_is: Vec::new(),
            keep: Vec::new(),
            moved: Vec::new(),
            port: 1414,
            point_of_view: PointOfView::default(),
            editor: "vscode://file{path}:{line}".to_owned(),
            theme: Extra::default(),
            look: Arc::default(),
            extra: Extra::default(),
        }
    }
}

impl Settings {
    /// The language of pages that say nothing of theirs.
    pub fn language(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// The language whose tree texts in a language belong to: its own, or else the first.
    pub fn home_of(&self, language: &str) -> &str {
        let own = self.languages.iter().find(|listed| *listed == language);
        let own = own.or_else(|| self.languages.iter().find(|one| same_language(one, language)));
        own.map_or(self.language(), String::as_str)
    }

    /// The folder of a language's tree: nothing for the first, `ar/` for another.
    pub fn tree_of(&self, language: &str) -> String {
        if language == self.language() {
            String::new()
        } else {
            format!("{}/", language.to_lowercase())
        }
    }

    /// The publisher: the desk, or the site itself.
    pub fn publisher(&self) -> &str {
        self.desk.as_deref().unwrap_or(&self.title)
    }

    /// The site's name in a language.
    pub fn title_in(&self, language: &str) -> &str {
        in_tongue(&self.titles, language).unwrap_or(&self.title)
    }

    /// The line about the site in a language, where there is one.
    pub fn description_in(&self, language: &str) -> Option<&str> {
        in_tongue(&self.descriptions, language).or(self.description.as_deref())
    }

    /// The publisher in a language.
    pub fn publisher_in(&self, language: &str) -> &str {
        let desk = in_tongue(&self.desks, language).or(self.desk.as_deref());
        desk.unwrap_or_else(|| self.title_in(language))
    }
}
