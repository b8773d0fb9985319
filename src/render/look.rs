//! The look that a site gives itself: its style sheet, the colours of its maps, and whether all of it
//! can be read.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::base::Diagnostic;
use crate::model::{Colour, Colours, Look, TOKENS, codes};

/// What must be told apart: what stands on what, and by how much. Text that is read for long needs 7,
/// other text 4.5, marks 3 (WCAG 2.2: 1.4.6, 1.4.3, 1.4.11).
const PAIRS: [(&str, &str, f64, &str); 17] = [
    ("ink", "paper", 7.0, "the text"),
    ("ink", "wash", 7.0, "text on a tinted ground"),
    ("ink", "sea", 7.0, "text that a link leads to"),
    ("ink", "buff", 4.5, "names on maps"),
    ("ink2", "paper", 4.5, "captions"),
    ("note", "paper", 4.5, "the desk’s voice"),
    ("link", "paper", 4.5, "links"),
    ("link", "sea", 4.5, "links in what a link leads to"),
    ("square", "paper", 3.0, "the first party’s mark"),
    ("circle", "paper", 3.0, "the second party’s mark"),
    ("diamond", "paper", 3.0, "the mark of all others"),
    ("square", "buff", 3.0, "the first party’s mark on maps"),
    ("circle", "buff", 3.0, "the second party’s mark on maps"),
    ("diamond", "buff", 3.0, "the mark of all others on maps"),
    ("square", "sea", 3.0, "the first party’s mark on water"),
    ("circle", "sea", 3.0, "the second party’s mark on water"),
    ("diamond", "sea", 3.0, "the mark of all others on water"),
];

/// The built-in colours by day and by night, as the style sheet has them.
pub fn built_in() -> [Vec<(String, Colour)>; 2] {
    let css = super::theme::built_in_style();
    let after = |start: &str| css.split_once(start).map_or("", |(_, rest)| rest);
    let block = |text: &str| text.split('}').next().unwrap_or_default().to_owned();
    let light = block(after(":root{"));
    let dark = block(after("@media (prefers-color-scheme:dark){:root{"));
    [light, dark].map(|block| {
        let lines = block.split(';').filter_map(|line| line.trim().split_once(':'));
        let lines = lines.filter_map(|(name, value)| {
            Some((name.strip_prefix("--")?.to_owned(), Colour::parse(value.trim())?))
        });
        lines.collect()
    })
}

/// A colour by day: the site's own, or else the built-in one.
pub fn by_day(look: &Look, name: &str) -> Colour {
    let own = look.light.iter().find(|(token, _)| token.name == name);
    let variable = TOKENS.iter().find(|token| token.name == name).map(|token| token.variable);
    let [day, _] = built_in();
    let known = day.into_iter().find(|(known, _)| Some(known.as_str()) == variable);
    own.map(|(_, colour)| colour.value)
        .or(known.map(|(_, colour)| colour))
        .unwrap_or(Colour([0; 3]))
}

/// What of a site's colours cannot be read on what it stands on.
pub fn check(look: &Look) -> Vec<Diagnostic> {
    let path = Arc::from("dateline.yaml");
    let mut complaints = Vec::new();
    let sets = [("by day", &look.light), ("by night", &look.dark)];
    for ((when, own), built_in) in sets.into_iter().zip(built_in()) {
        let chosen = |name: &str| own.iter().find(|(token, _)| token.name == name);
        let colour = |name: &str| {
            let variable = TOKENS.iter().find(|token| token.name == name)?.variable;
            let known = built_in.iter().find(|(known, _)| known == variable);
            chosen(name).map(|(_, colour)| colour.value).or(known.map(|(_, colour)| *colour))
        };
        for (over, under, needed, what) in PAIRS {
            let Some((_, at)) = chosen(over).or_else(|| chosen(under)) else { continue };
            let (Some(one), Some(other)) = (colour(over), colour(under)) else { continue };
            let found = one.contrast(other);
            if found < needed {
                // Rounded down: a ratio just below what is needed must not read as if it were enough.
                let message = format!(
                    "{what} ({over} {} on {under} {} {when}) has a contrast of {:.2}:1; it needs {needed}:1",
                    one.hex(),
                    other.hex(),
                    (found * 100.0).floor() / 100.0,
                );
                let help = format!("make `{over}` or `{under}` darker or lighter");
                complaints.push(
                    Diagnostic::error(codes::LOW_CONTRAST, &path, at.spot, message).help(help),
                );
            }
        }
    }
    complaints
}

/// The style sheet of a site's look, which comes after the theme's own: on screens, and where the
/// reader asks for no more contrast than usual.
pub fn style(look: &Look) -> String {
    let mut css = String::new();
    for (when, colours) in [("light", &look.light), ("dark", &look.dark)] {
        if !colours.is_empty() {
            // Writing to a string cannot fail, here and below.
            let _ = writeln!(
                css,
                "@media screen and (prefers-color-scheme:{when}) and (not (prefers-contrast:more)){{:root{{{}}}}}",
                variables(colours)
            );
        }
    }
    if !look.faces.is_empty() {
        // Families for Arabic script stay as they are.
        css.push_str(":is(:root,[lang]):not([lang|=ar],[lang|=fa],[lang|=ur]){");
        for (name, families) in &look.faces {
            let families: Vec<String> = families.iter().map(|family| quoted(family)).collect();
            let _ = write!(css, "--{name}:{};", families.join(","));
        }
        css.push_str("}\n");
    }
    if look.logo.is_some() {
        css.push_str(
            ".mh img{width:1em;height:1em;object-fit:contain;vertical-align:-.15em;margin-inline-end:.35em}\n",
        );
    }
    css
}

fn variables(colours: &Colours) -> String {
    let colours = colours.iter();
    let colours =
        colours.map(|(token, colour)| format!("--{}:{}", token.variable, colour.value.hex()));
    colours.collect::<Vec<_>>().join(";")
}

fn quoted(family: &str) -> String {
    let generic = ["serif", "sans-serif", "monospace", "system-ui", "ui-serif", "ui-sans-serif"];
    if generic.contains(&family) { family.to_owned() } else { format!("\"{family}\"") }
}

/// A map's style with a site's colours in the place of the built-in ones. `style` is that of day, then
/// from its first `@media` on that of night.
pub fn repaint(style: &str, look: &Look) -> String {
    let (day, night) = style.split_at(style.find("@media").unwrap_or(style.len()));
    let halves = [day, night].into_iter().zip([&look.light, &look.dark]).zip(built_in());
    let halves = halves.map(|((half, own), built_in)| {
        own.iter().fold(half.to_owned(), |half, (token, colour)| {
            match built_in.iter().find(|(name, _)| name == token.variable) {
                Some((_, known)) => half.replace(&known.hex(), &colour.value.hex()),
                None => half,
            }
        })
    });
    halves.collect()
}
