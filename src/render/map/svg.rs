//! A sheet as SVG: no script, no font, nothing from elsewhere; dark where the reader's device is.

use std::fmt::Write as _;

use super::super::look::repaint;
use super::Size;
use super::labels::{Anchor, Label};
use super::layout::{Layout, Mark};
use crate::base::escape_html;
use crate::pages::views::MapView;

/// Colours and type of the chart, as DESIGN's palette has them for light and dark.
const STYLE: &str = "\
.s{fill:#dfebf0}.h{fill:none;stroke:#c9dde6;stroke-linejoin:round}.l{fill:#f3ead3;fill-rule:evenodd;stroke:#5d6a72;stroke-width:2;stroke-linejoin:round}\
.b,.v,.d{fill:none;stroke:#7a6f57;stroke-width:2.4;stroke-linejoin:round}.d{stroke-dasharray:10 7}.v{stroke:#b4ccd7;stroke-width:1.4}\
text{fill:#17232d;paint-order:stroke;stroke:#f3ead3;stroke-width:3px;stroke-linejoin:round;font-family:\"Iowan Old Style\",\"Palatino Linotype\",Palatino,P052,\"Noto Serif\",serif}\
.a{font-family:\"Avenir Next\",\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif}\
.k{stroke:#17232d;fill:none;stroke-width:1.4}.f{fill:#17232d;stroke:#f3ead3;stroke-width:1.2}.e{fill:none;stroke:#f3ead3;stroke-width:5}.o{fill:#fbfbf8}.p{stroke-width:2.4;stroke-dasharray:.1 5;stroke-linecap:round}\
.c0{fill:#1a5a9a}.c1{fill:#a2540c}.c2{fill:#55606a}.c3{fill:#6a4a94}.m{stroke:#fbfbf8;stroke-width:1.2}\
.n0{stroke:#1a5a9a}.n1{stroke:#a2540c}.n2{stroke:#55606a}.n3{stroke:#6a4a94}\
@media(prefers-color-scheme:dark){.s{fill:#13242e}.h{stroke:#1a313e}.l{fill:#2c2a22;stroke:#8b989f}.b,.d{stroke:#9a907a}.v{stroke:#29424f}text{fill:#e6e9e6;stroke:#2c2a22}.k{stroke:#e6e9e6}.f{fill:#e6e9e6;stroke:#2c2a22}.e{stroke:#2c2a22}.o{fill:#0f171d}\
.c0{fill:#7fb6ec}.c1{fill:#e8a260}.c2{fill:#a6b2b9}.c3{fill:#b7a3e0}.m{stroke:#0f171d}.n0{stroke:#7fb6ec}.n1{stroke:#e8a260}.n2{stroke:#a6b2b9}.n3{stroke:#b7a3e0}}";

/// Writes a sheet.
pub fn write(layout: &Layout, view: &MapView) -> String {
    let size = Size::of(view.small);
    let [width, height] = size.pixels;
    let mut svg = String::with_capacity(16 << 10);
    // Writing to a string cannot fail, here and below.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" lang=\"{}\" aria-labelledby=\"t\"><title id=\"t\">{}</title><style>{}</style>",
        escape_html(&view.lang),
        escape_html(&plain(&view.title)),
        if view.look.has_style() { repaint(STYLE, &view.look) } else { STYLE.to_owned() },
    );
    let hatches = hatches(&layout.marks);
    let _ = write!(svg, "<defs><path id=\"l\" d=\"{}\"/>", layout.land);
    for (number, pair) in hatches.iter().enumerate() {
        hatch(&mut svg, number, *pair);
    }
    let _ = write!(svg, "</defs><path class=\"s\" d=\"M0 0h{width}v{height}H0z\"/>");
    ground(&mut svg, layout, if view.small { 20 } else { 32 });
    // Wide rings first: what is known better stands over what is known less well.
    let order = layout.marks.iter().filter(|mark| mark.near);
    for mark in order.chain(layout.marks.iter().filter(|mark| !mark.near)) {
        set(&mut svg, mark, size, &hatches);
    }
    let _ = write!(svg, "<g font-size=\"{}\">", size.letters);
    for label in &layout.labels {
        text(&mut svg, label);
    }
    svg.push_str("</g>");
    scale(&mut svg, layout, size);
    svg.push_str("</svg>\n");
    svg
}

/// Sea's edge, land and borders, in halves of a pixel.
fn ground(svg: &mut String, layout: &Layout, shallows: u32) {
    svg.push_str("<g transform=\"scale(.5)\">");
    if !layout.land.is_empty() {
        let _ = write!(svg, "<use href=\"#l\" class=\"h\" stroke-width=\"{shallows}\"/>");
    }
    if !layout.graticule.is_empty() {
        let _ = write!(svg, "<path class=\"v\" d=\"{}\"/>", layout.graticule);
    }
    if !layout.land.is_empty() {
        svg.push_str("<use href=\"#l\" class=\"l\"/>");
    }
    for (class, data) in ["b", "d"].iter().zip(&layout.borders) {
        if !data.is_empty() {
            let _ = write!(svg, "<path class=\"{class}\" d=\"{data}\"/>");
        }
    }
    svg.push_str("</g>");
}

type Pair = (usize, usize);

/// The colour of a side; the fourth is for all further ones, whose marks tell them apart.
fn colour(side: Option<usize>) -> usize {
    side.map_or(2, |side| side.min(3))
}

fn pair(mark: &Mark) -> Option<Pair> {
    let [one, other, ..] = mark.claims.as_slice() else { return None };
    let (one, other) = (colour(*one), colour(*other));
    Some((one.min(other), one.max(other)))
}

/// The pairs of colours in which something is hatched.
fn hatches(marks: &[Mark]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = marks.iter().filter_map(pair).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn hatch(svg: &mut String, number: usize, (one, other): Pair) {
    let _ = write!(
        svg,
        "<pattern id=\"h{number}\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"n{one}\" d=\"M2 0v9\" stroke-width=\"2\"/><path class=\"n{other}\" d=\"M6.5 0v9\" stroke-width=\"2\"/></pattern>"
    );
}

fn set(svg: &mut String, mark: &Mark, size: Size, hatches: &[Pair]) {
    let [x, y] = mark.at;
    let radius = mark.radius;
    let hatched = pair(mark).and_then(|pair| hatches.iter().position(|known| *known == pair));
    if let Some(number) = hatched {
        // A wide ring has names of other places in it.
        let faint = if mark.near { " opacity=\".5\"" } else { "" };
        let _ = write!(
            svg,
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"url(#h{number})\"{faint}/>"
        );
    }
    if mark.near {
        let of = mark.holder.map(|side| format!(" n{}", colour(Some(side)))).unwrap_or_default();
        let _ = write!(svg, "<circle class=\"k p{of}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
        return;
    }
    if hatched.is_some() {
        let _ = write!(svg, "<circle class=\"k\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
    }
    match mark.holder {
        Some(side) => party(svg, side, mark.at, size.mark),
        None if hatched.is_some() => {}
        None if mark.main => {
            let _ = write!(
                svg,
                "<circle class=\"k o\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/><circle class=\"f\" cx=\"{x}\" cy=\"{y}\" r=\"{}\"/>",
                size.dot
            );
        }
        None => {
            let _ = write!(svg, "<circle class=\"k o\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
        }
    }
}

/// A party's mark: the shape says which, and the colour says it again.
fn party(svg: &mut String, side: usize, [x, y]: [f64; 2], half: f64) {
    let class = format!("c{} m", colour(Some(side)));
    let whole = half * 2.0;
    let shape = match side {
        0 => format!("M{:.1} {:.1}h{whole}v{whole}h-{whole}z", x - half, y - half),
        1 => {
            let _ = write!(svg, "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{half}\"/>");
            return;
        }
        2 => {
            let half = half * 1.25;
            format!("M{x} {:.1}l{half} {half}-{half} {half}-{half}-{half}z", y - half)
        }
        3 => format!("M{x} {:.1}l{half} {:.1}h-{whole}z", y - half * 1.1, whole * 0.95),
        _ => {
            let arm = half * 0.66;
            let [left, top] = [x - arm * 1.5, y - arm / 2.0];
            format!(
                "M{left:.1} {top:.1}h{arm:.1}v-{arm:.1}h{arm:.1}v{arm:.1}h{arm:.1}v{arm:.1}h-{arm:.1}v{arm:.1}h-{arm:.1}v-{arm:.1}h-{arm:.1}z"
            )
        }
    };
    let _ = write!(svg, "<path class=\"{class}\" d=\"{shape}\"/>");
}

fn text(svg: &mut String, label: &Label) {
    let [x, y] = label.at;
    let anchor = match label.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let _ = write!(
        svg,
        "<text x=\"{x}\" y=\"{y}\"{anchor}>{}</text>",
        escape_html(&plain(&label.text))
    );
}

/// Characters that XML 1.0 has no way to write become blanks.
fn plain(text: &str) -> String {
    let odd = |c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|c| if odd(c) { ' ' } else { c }).collect()
}

fn scale(svg: &mut String, layout: &Layout, size: Size) {
    let [x, y] = layout.scale_at;
    let length = layout.scale.pixels;
    let bar = format!("M{x} {}v5h{length:.1}v-5M{:.1} {}v3", y - 5.0, x + length / 2.0, y - 3.0);
    let _ = write!(
        svg,
        "<path class=\"e\" d=\"{bar}\"/><path class=\"k\" d=\"{bar}\"/><text class=\"a\" font-size=\"{}\" x=\"{x}\" y=\"{}\">{}</text>",
        size.figures,
        y - 9.0,
        layout.scale.words
    );
}
