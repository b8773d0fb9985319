use super::{Extra, MapSettings, Name};

/// What a group of reports is about: the optional introduction and settings of a topic.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// Its id, the file's name.
    pub id: String,
    /// Its name as readers see it.
    pub title: String,
    /// The topic above it.
    pub parent: Option<Name>,
    /// Other spellings that mean this topic.
    pub aliases: Vec<Name>,
    /// The standing summary.
    pub summary: Option<String>,
    /// The parties, as actors.
    pub sides: Vec<Name>,
    /// How its map is drawn.
    pub map: Option<MapSettings>,
    /// BCP 47.
    pub language: Option<String>,
    /// Free keys.
    pub extra: Extra,
}
