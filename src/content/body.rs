/// The part of a file that only its own page needs: its text as HTML with slots for what the
/// file alone cannot know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// Paragraphs, headings, lists, tables and so on, in order.
    pub blocks: Vec<Block>,
}

/// One top-level block of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Block {
    /// Its HTML with slots.
    pub pieces: Vec<Piece>,
    /// Ids inside it.
    pub anchors: Vec<String>,
    /// The footnotes whose first mention is in it.
    pub footnotes: Vec<Footnote>,
}

/// A footnote, shown beside the block that mentions it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Footnote {
    /// From 1, in the order of mention.
    pub number: usize,
    /// Its HTML with slots.
    pub pieces: Vec<Piece>,
}

/// A stretch of HTML, or a slot in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Finished HTML.
    Html(String),
    /// The address of the card's link of this number.
    Href(usize),
    /// An id, which gets a prefix where several texts share a page.
    Id(String),
    /// The id that a link of the text itself leads to.
    Fragment(String),
}

impl Body {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

/// HTML in which slots are written between control characters that no source may hold.
#[derive(Debug, Default)]
pub(super) struct Slots;

impl Slots {
    /// A slot for a link's address.
    pub fn href(number: usize) -> String {
        format!("\u{0}h{number}\u{0}")
    }

    /// A slot for an id.
    pub fn id(name: &str) -> String {
        format!("\u{0}i{name}\u{0}")
    }

    /// A slot for a link to an id of the same text.
    pub fn fragment(name: &str) -> String {
        format!("\u{0}f{name}\u{0}")
    }

    /// Parts HTML at its slots.
    pub fn part(html: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (at, part) in html.split('\u{0}').enumerate() {
            let slot = at % 2 == 1;
            match (slot, part.split_at_checked(1)) {
                (true, Some(("h", number))) => pieces.extend(number.parse().map(Piece::Href)),
                (true, Some(("i", name))) => pieces.push(Piece::Id(name.to_owned())),
                (true, Some(("f", name))) => pieces.push(Piece::Fragment(name.to_owned())),
                _ if part.is_empty() => {}
                _ => pieces.push(Piece::Html(part.to_owned())),
            }
        }
        pieces
    }
}
