use crate::base::Spot;

/// A link that a text makes, before anybody knows whether it leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkOut {
    /// Where to.
    pub target: Target,
    /// Where its address stands.
    pub spot: Spot,
    /// The linked words, as plain text.
    pub text: String,
}

/// What a link may point at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A content file, by its path from the site folder (`content/articles/…md`).
    File {
        /// The path.
        path: String,
        /// `c2` of `…md#c2`.
        anchor: Option<String>,
    },
    /// `[[Brega]]`: a place, actor, person, topic, event, source or article by name.
    Name {
        /// The name as written.
        name: String,
        /// `c2` of `[[slug#c2]]`.
        anchor: Option<String>,
    },
    /// `#c2` on the same page.
    Anchor(String),
    /// `/about/` or `/photos/brega.jpg`: an address of the site.
    Site {
        /// The path without the leading slash.
        path: String,
        /// `c2` of `…/#c2`.
        anchor: Option<String>,
    },
    /// A photograph in the text: a file under `static/`.
    Image(String),
    /// An address outside the site.
    Web(String),
}
