use super::{Extra, Name};

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

/// How a topic's map is drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MapSettings {
    /// West, south, east, north in degrees (WGS 84).
    pub bounds: Option<[f64; 4]>,
    /// Whose view of disputed borders is drawn.
    pub point_of_view: Option<String>,
}
