//! Everything that stands on a sheet, and where, before it is written.

use super::clip::Pixel;
use super::data::World;
use super::frame::Frame;
use super::graticule::graticule;
use super::labels::{self, Anchor, Label, Rect, Wish};
use super::path;
use super::projection::vector;
use super::scale::{Scale, scale};
use super::shore::{Ground, ground};
use super::{NEAR_KM, Size};
use crate::pages::views::{MapView, MarkView};

/// What a map may weigh, in bytes of path data. That has a dozen different characters, digits
/// mostly, so that it takes less than half of its length when compressed: with the style sheet a map
/// stays below 4 KB of gzip, and below 6 KB whatever names stand on it. A test measures it.
const BUDGET: usize = 3_900;

/// A mark in bytes of path data. A letter of a name counts twice, being any of very many.
const MARK: usize = 60;

/// A sheet, ready to be written.
#[derive(Debug)]
pub struct Layout {
    /// Its projection and scale.
    pub frame: Frame,
    /// Shores as path data.
    pub land: String,
    /// Borders as path data: those that nobody contests, and those that somebody does.
    pub borders: [String; 2],
    /// Meridians and parallels as path data.
    pub graticule: String,
    /// The marks, in the order of the view.
    pub marks: Vec<Mark>,
    /// The names that found a place.
    pub labels: Vec<Label>,
    /// The scale bar.
    pub scale: Scale,
    /// The left lower corner of the scale bar.
    pub scale_at: Pixel,
    /// The room that the scale bar takes with its words.
    pub scale_room: Rect,
}

/// A place on the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where.
    pub at: Pixel,
    /// How far it reaches from there.
    pub radius: f64,
    /// It lies somewhere in this ring.
    pub near: bool,
    /// The page's own place.
    pub main: bool,
    /// The number of the side that holds it.
    pub holder: Option<usize>,
    /// The sides that claim it, where more than one does.
    pub claims: Vec<Option<usize>>,
}

impl Layout {
    /// Puts a view onto a sheet.
    pub fn of(world: &World, view: &MapView) -> Self {
        let size = Size::of(view.small);
        let frame = Frame::of(view);
        let marks: Vec<Mark> = view.marks.iter().map(|mark| set(mark, &frame, size)).collect();
        let scale = scale(&frame, &view.unit);
        let (scale_at, scale_room) = scale_place(&scale, &marks, size);
        let wishes: Vec<Wish<'_>> =
            view.marks.iter().zip(&marks).map(|(view, mark)| wish(view, mark, size)).collect();
        let inner =
            Rect { left: 4.0, top: 4.0, right: size.pixels[0] - 4.0, bottom: size.pixels[1] - 4.0 };
        let labels = labels::place(&wishes, &[scale_room], inner, size.letters);
        let graticule = path::data(&graticule(&frame), false);
        let whole = ground(world, &frame, view.point_of_view);
        let letters: usize = labels.iter().map(|label| label.text.len() * 2).sum();
        let taken = graticule.len() + marks.len() * MARK + letters;
        let (land, borders) = thinned(&whole, BUDGET.saturating_sub(taken));
        Self { frame, land, borders, graticule, marks, labels, scale, scale_at, scale_room }
    }
}

/// The ground with as many points as the budget allows: lines are thinned until they fit.
fn thinned(whole: &Ground, budget: usize) -> (String, [String; 2]) {
    let (mut tolerance, mut least) = (0.3, 1.5);
    loop {
        let ground = whole.simpler(tolerance, least);
        let land = path::data(&ground.land, true);
        let borders = [path::data(&ground.agreed, false), path::data(&ground.contested, false)];
        let length = land.len() + borders[0].len() + borders[1].len();
        // Nothing is left of the ground at a tolerance of the whole sheet.
        if length <= budget || tolerance > 1_000.0 {
            return (land, borders);
        }
        // Twice as many bytes need about twice the tolerance.
        let step = (length as f64 / budget as f64).clamp(1.15, 2.5);
        (tolerance, least) = (tolerance * step, least * step * 1.3);
    }
}

fn set(view: &MarkView, frame: &Frame, size: Size) -> Mark {
    let claims = if view.claims.len() > 1 { view.claims.clone() } else { Vec::new() };
    let radius = match (view.near, claims.is_empty(), view.holder) {
        (true, ..) => (NEAR_KM * frame.pixels_per_km).max(size.hatched * 0.7),
        (false, false, _) => size.hatched,
        (false, true, Some(_)) => size.mark,
        (false, true, None) => size.dot + if view.main { 2.0 } else { 0.0 },
    };
    Mark {
        at: frame.pixel(vector(view.lon, view.lat)).map(|at| (at * 10.0).round() / 10.0),
        radius: (radius * 10.0).round() / 10.0,
        near: view.near,
        main: view.main,
        holder: view.holder,
        claims,
    }
}

fn wish<'v>(view: &'v MarkView, mark: &Mark, size: Size) -> Wish<'v> {
    // A wide ring is mostly empty, and names of other places may stand in it.
    let inside = mark.near && mark.radius > size.letters * 1.6;
    Wish { text: &view.name, at: mark.at, radius: mark.radius, inside }
}

/// The first corner of the sheet in which the scale bar covers no mark.
fn scale_place(scale: &Scale, marks: &[Mark], size: Size) -> (Pixel, Rect) {
    let [width, height] = size.pixels;
    let edge = size.letters;
    let words = labels::label(&scale.words, [0.0, 0.0], Anchor::Start, size.figures);
    let wide = (words.room.right - words.room.left).max(scale.pixels) + 2.0;
    let high = size.figures * 1.2 + 8.0;
    let (right, top) = (width - edge - wide, edge + high);
    let corners = [[edge, height - edge], [right, height - edge], [edge, top], [right, top]];
    let room = |at: Pixel| Rect {
        left: at[0] - 2.0,
        top: at[1] - high,
        right: at[0] + wide,
        bottom: at[1] + 2.0,
    };
    let free = |at: &Pixel| {
        let room = room(*at);
        !marks.iter().any(|mark| Rect::around(mark.at, mark.radius.min(20.0)).meets(&room))
    };
    let at = corners.into_iter().find(free).unwrap_or(corners[0]).map(f64::round);
    (at, room(at))
}
