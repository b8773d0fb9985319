//! Where names stand: beside their marks, and on nothing else.

use super::clip::Pixel;

/// A rectangle in pixels: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left.
    pub left: f64,
    /// Top.
    pub top: f64,
    /// Right.
    pub right: f64,
    /// Bottom.
    pub bottom: f64,
}

/// From which of its ends a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins at its point.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A name on the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The name.
    pub text: String,
    /// Where its base line is anchored.
    pub at: Pixel,
    /// By which end.
    pub anchor: Anchor,
    /// The room that it takes, generously measured.
    pub room: Rect,
}

/// A name that wants to stand beside a mark.
#[derive(Debug, Clone)]
pub struct Wish<'t> {
    /// The name.
    pub text: &'t str,
    /// The mark's middle.
    pub at: Pixel,
    /// How much room the mark takes, from its middle.
    pub radius: f64,
    /// The name may stand in the middle of the mark, which is an empty ring.
    pub inside: bool,
}

impl Rect {
    /// Round a point.
    pub fn around(at: Pixel, radius: f64) -> Self {
        Self {
            left: at[0] - radius,
            top: at[1] - radius,
            right: at[0] + radius,
            bottom: at[1] + radius,
        }
    }

    /// Whether two have room in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether this lies in another.
    pub fn within(&self, other: &Self) -> bool {
        self.left >= other.left
            && self.top >= other.top
            && self.right <= other.right
            && self.bottom <= other.bottom
    }
}

/// No name longer than so many letters is set on a map.
const LONGEST: usize = 32;

/// Names are tried in so many orders.
const ORDERS: usize = 4;

/// Sets names, each at the first of nine places where it collides with no mark, no other name,
/// nothing in `taken` and not with the sheet's edge. A name without such a place is not set; then
/// all are tried again, those before the others, and the order that sets the most is taken.
pub fn place(wishes: &[Wish<'_>], taken: &[Rect], sheet: Rect, letters: f64) -> Vec<Label> {
    let marks = wishes.iter().filter(|wish| !wish.inside);
    let marks = marks.map(|wish| Rect::around(wish.at, wish.radius + 1.0));
    let taken: Vec<Rect> = taken.iter().copied().chain(marks).collect();
    let mut order: Vec<usize> =
        (0..wishes.len()).filter(|at| wishes[*at].text.chars().count() <= LONGEST).collect();
    let mut best: Vec<(usize, Label)> = Vec::new();
    for _ in 0..ORDERS {
        let set = in_order(wishes, &order, &taken, sheet, letters);
        let missing = |at: &usize| !set.iter().any(|(set, _)| set == at);
        // A stable sort: what is known to be named most stays first within its part.
        let mut next = order.clone();
        next.sort_by_key(|at| !missing(at));
        if set.len() > best.len() {
            best = set;
        }
        if best.len() == order.len() {
            break;
        }
        order = next;
    }
    best.sort_by_key(|(at, _)| *at);
    best.into_iter().map(|(_, label)| label).collect()
}

fn in_order(
    wishes: &[Wish<'_>],
    order: &[usize],
    taken: &[Rect],
    sheet: Rect,
    letters: f64,
) -> Vec<(usize, Label)> {
    let mut set: Vec<(usize, Label)> = Vec::new();
    for at in order {
        let free = |label: &Label| {
            label.room.within(&sheet)
                && !taken.iter().any(|rect| rect.meets(&label.room))
                && !set.iter().any(|(_, other)| other.room.meets(&label.room))
        };
        if let Some(label) = candidates(&wishes[*at], letters).into_iter().find(free) {
            set.push((*at, label));
        }
    }
    set
}

fn candidates(wish: &Wish<'_>, letters: f64) -> Vec<Label> {
    let [x, y] = wish.at;
    let gap = wish.radius + letters * 0.3;
    let corner = wish.radius * 0.7 + letters * 0.25;
    // A base line so far below the middle of the letters puts them level with it.
    let level = letters * 0.34;
    let down = letters * 0.8;
    let places = [
        (x + gap, y + level, Anchor::Start),
        (x - gap, y + level, Anchor::End),
        (x, y - gap, Anchor::Middle),
        (x, y + gap + down, Anchor::Middle),
        (x + corner, y - corner, Anchor::Start),
        (x + corner, y + corner + down, Anchor::Start),
        (x - corner, y - corner, Anchor::End),
        (x - corner, y + corner + down, Anchor::End),
    ];
    let inside = wish.inside.then_some((x, y + level, Anchor::Middle));
    let label = |(x, y, anchor)| label(wish.text, [x, y], anchor, letters);
    inside.into_iter().chain(places).map(label).collect()
}

/// A name at a point with the room that it takes.
pub fn label(text: &str, at: Pixel, anchor: Anchor, letters: f64) -> Label {
    let at = at.map(f64::round);
    let width = width(text) * letters;
    let left = match anchor {
        Anchor::Start => at[0],
        Anchor::Middle => at[0] - width / 2.0,
        Anchor::End => at[0] - width,
    };
    let room = Rect {
        left: left - 1.0,
        top: at[1] - letters * 0.86,
        right: left + width + 1.0,
        bottom: at[1] + letters * 0.3,
    };
    Label { text: text.to_owned(), at, anchor, room }
}

/// How wide a text is, in heights of its letters. The reader's type is not known, so that this is
/// measured after the widest of those that the style sheet names (Noto Serif).
fn width(text: &str) -> f64 {
    let of = |c: char| match c {
        'i' | 'j' | 'l' | '\'' | '.' | ',' | '’' | 'ı' => 0.36,
        ' ' => 0.28,
        'f' | 't' | 'r' | '-' | '(' | ')' | 'I' => 0.5,
        'm' | 'M' | 'W' | 'w' => 0.98,
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' => 0.0,
        '\u{590}'..='\u{8ff}' => 0.62,
        c if c.is_ascii_lowercase() || c.is_ascii_digit() => 0.62,
        c if c.is_ascii() => 0.76,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' => 1.05,
        c if c.is_lowercase() => 0.68,
        _ => 0.85,
    };
    text.chars().map(of).sum()
}
