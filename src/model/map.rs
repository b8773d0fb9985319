/// How a topic's map is drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MapSettings {
    /// West, south, east, north in degrees (WGS 84). West may be the larger: then the map leads
    /// over 180°.
    pub bounds: Option<[f64; 4]>,
    /// Whose view of borders is drawn, where it is not the site's.
    pub point_of_view: Option<PointOfView>,
}

/// Whose view of borders a map draws. Both editions of Natural Earth that maps are made from agree
/// but for Crimea and Western Sahara.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PointOfView {
    /// Close to the view of the United Nations. The default: a border on our
    /// maps is law and not control, which marks show with its holder and its day.
    #[default]
    Un,
    /// Borders as they are held on the ground, in Natural Earth's judgement.
    DeFacto,
}

impl PointOfView {
    /// The key's values, for messages.
    pub const VALUES: [&'static str; 2] = ["un", "de-facto"];

    /// Reads the key's value.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "un" => Some(Self::Un),
            "de-facto" => Some(Self::DeFacto),
            _ => None,
        }
    }

    /// The key's value.
    pub fn key(self) -> &'static str {
        match self {
            Self::Un => "un",
            Self::DeFacto => "de-facto",
        }
    }
}
