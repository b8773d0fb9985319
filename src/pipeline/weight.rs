//! What pages weigh on their way to a reader: compressed, with the style sheets and maps that they
//! load. A page over its budget is named with its heaviest parts.

use std::collections::HashMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;

use super::proof::Edition;
use crate::base::{Diagnostic, Spot};
use crate::content::read_static;
use crate::model::{BUDGET, codes};
use crate::pages::{Page, PageKind};

/// So many pages are named one by one.
const MOST_NAMED: usize = 10;

/// What was seen of a page while it was written.
#[derive(Debug)]
pub(super) enum Seen {
    /// It fits, or nobody opens it.
    Light,
    /// A map, by its address, and what it weighs.
    Map(String, usize),
    /// A page that may be too heavy: its place in the plan, at most what its own text weighs, and what
    /// it loads.
    Page(usize, usize, Vec<String>),
}

/// What every page loads, and how much a page may weigh.
#[derive(Debug)]
pub(super) struct Scales {
    style: usize,
    budget: usize,
}

impl Scales {
    pub(super) fn of(edition: &Edition) -> Self {
        let own = edition.statics.iter().find(|file| file.path == "s.css").map(read_static);
        let assets = edition.assets();
        let built_in = assets.iter().find(|(path, _)| path == "s.css");
        let sheet = own.or(built_in.map(|(_, bytes)| bytes.to_vec())).unwrap_or_default();
        let mut style = packed(&sheet, Compression::default());
        if let Some(page) = edition.plan.pages.iter().find(|page| page.kind == PageKind::Style) {
            style += edition.page(page).map_or(0, |own| packed(&own, Compression::default()));
        }
        let budget = edition.settings.look.budget.unwrap_or(BUDGET);
        Self { style, budget: usize::try_from(budget).unwrap_or(usize::MAX) }
    }

    /// Looks at a page that was just written. Most are let go uncompressed, or after the fastest
    /// compression, which is never better than what hosts use.
    pub(super) fn see(&self, at: usize, page: &Page, bytes: &[u8]) -> Seen {
        if let PageKind::Map(..) = page.kind {
            return Seen::Map(page.route.file(), packed(bytes, Compression::default()));
        }
        if !page.kind.is_page() && page.kind != PageKind::NotFound {
            return Seen::Light;
        }
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let loads = loads(text);
        if loads.is_empty() && bytes.len() + self.style <= self.budget {
            return Seen::Light;
        }
        let most = packed(bytes, Compression::fast());
        if loads.is_empty() && most + self.style <= self.budget {
            return Seen::Light;
        }
        Seen::Page(at, most, loads)
    }
}

/// The pages that are too heavy, the heaviest first.
pub(super) fn too_heavy(edition: &Edition, scales: &Scales, seen: Vec<Seen>) -> Vec<Diagnostic> {
    let mut maps = HashMap::new();
    let mut pages = Vec::new();
    for seen in seen {
        match seen {
            Seen::Light => {}
            Seen::Map(path, bytes) => drop(maps.insert(path, bytes)),
            Seen::Page(at, most, loads) => pages.push((at, most, loads)),
        }
    }
    let weight_of = |path: &String| {
        let file = || edition.desk.statics.get(path).copied();
        maps.get(path)
            .copied()
            .or_else(|| file().map(|asset| asset.bytes as usize))
            .unwrap_or_default()
    };
    let weigh = |(at, most, loads): &(usize, usize, Vec<String>)| {
        let loaded: usize = loads.iter().map(weight_of).sum::<usize>() + scales.style;
        if most + loaded <= scales.budget {
            return None;
        }
        let bytes = edition.page(&edition.plan.pages[*at]).ok()?;
        let whole = packed(&bytes, Compression::default()) + loaded;
        let mut parts = parts(std::str::from_utf8(&bytes).unwrap_or_default());
        parts.push(("the style sheet".to_owned(), scales.style));
        parts.extend(loads.iter().map(|path| (format!("/{path}"), weight_of(path))));
        parts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        (whole > scales.budget).then_some((*at, whole, parts))
    };
    let mut heavy: Vec<_> = pages.par_iter().filter_map(weigh).collect();
    heavy.sort_by_key(|(at, whole, _)| (std::cmp::Reverse(*whole), *at));
    let more = heavy.len().saturating_sub(MOST_NAMED);
    heavy.truncate(MOST_NAMED);
    let last = heavy.len().saturating_sub(1);
    let messages = heavy.into_iter().enumerate().map(|(number, (at, whole, parts))| {
        let further = if number == last { more } else { 0 };
        message(edition, scales, (at, whole, &parts), further)
    });
    messages.collect()
}

fn message(
    edition: &Edition,
    scales: &Scales,
    (at, whole, parts): (usize, usize, &[(String, usize)]),
    further: usize,
) -> Diagnostic {
    let page = &edition.plan.pages[at];
    let path = edition.content_of(page).filter(|path| !path.starts_with('/'));
    let heaviest: Vec<String> =
        parts.iter().take(3).map(|(name, bytes)| format!("{name} {}", size(*bytes))).collect();
    let further = match further {
        0 => String::new(),
        1 => " (and 1 more page is over its budget)".to_owned(),
        _ => format!(" (and {further} more pages are over their budget)"),
    };
    let message = format!(
        "{} weighs {} compressed, with what it loads; its budget is {}. Heaviest: {}{further}",
        page.route,
        size(whole),
        size(scales.budget),
        heaviest.join(", "),
    );
    let path = std::sync::Arc::from(path.as_deref().unwrap_or("dateline.yaml"));
    let complaint = Diagnostic::warning(codes::PAGE_BUDGET, &path, Spot::START, message);
    complaint.help("shorten what is heaviest, or give more with `budget: 20KB` under `theme:`")
}

/// `14 KB`, `3.2 KB`
fn size(bytes: usize) -> String {
    let tenths = (bytes * 10).div_ceil(1024);
    if tenths.is_multiple_of(10) {
        format!("{} KB", tenths / 10)
    } else {
        format!("{}.{} KB", tenths / 10, tenths % 10)
    }
}

fn packed(bytes: &[u8], level: Compression) -> usize {
    let mut packer = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), level);
    // Memory takes whatever is written to it.
    let written = packer.write_all(bytes).and_then(|()| packer.finish());
    written.map_or(bytes.len(), |packed| packed.len())
}

/// The files that a page loads at once besides its style sheets, from the site's root.
fn loads(html: &str) -> Vec<String> {
    // A photograph in a closed box is not loaded until a reader opens it.
    let later =
        |tag: &str| tag.split('>').next().is_some_and(|tag| tag.contains(" loading=\"lazy\""));
    let sources = html.split(" src=\"").skip(1).filter(|rest| !later(rest));
    let sources = sources.filter_map(|rest| rest.split('"').next());
    let mut loads: Vec<String> = sources
        .map(|path| {
            let path = path.trim_start_matches("./").trim_start_matches("../");
            percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned()
        })
        .collect();
    loads.sort();
    loads.dedup();
    loads
}

/// A page's parts by the heading that each has, with what each weighs alone.
fn parts(html: &str) -> Vec<(String, usize)> {
    let (before, rest) = html.split_once("<main").unwrap_or(("", html));
    let (main, after) = rest.split_once("</main>").unwrap_or((rest, ""));
    let mut cuts: Vec<usize> = ["<section", "<div class=\"bd\"", "<nav", "<article class=\"r sec"]
        .iter()
        .flat_map(|start| main.match_indices(start).map(|(at, _)| at))
        .collect();
    cuts.sort_unstable();
    cuts.insert(0, 0);
    cuts.push(main.len());
    let mut parts: Vec<(String, usize)> = Vec::new();
    let stretches = cuts.windows(2).map(|ends| &main[ends[0]..ends[1]]);
    for (number, part) in stretches.enumerate() {
        let name = match heading(part) {
            _ if number == 0 => "its head".to_owned(),
            _ if part.starts_with("<div class=\"bd\"") => "its text".to_owned(),
            Some(heading) => format!("“{heading}”"),
            None => "other parts".to_owned(),
        };
        let weight = packed(part.as_bytes(), Compression::default());
        match parts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known += weight,
            None => parts.push((name, weight)),
        }
    }
    let frame = format!("{before}{after}");
    parts.push(("menu and footer".to_owned(), packed(frame.as_bytes(), Compression::default())));
    parts
}

/// The words of a part's first heading.
fn heading(part: &str) -> Option<String> {
    let at = ["<h2", "<h3"].iter().filter_map(|start| part.find(start)).min()?;
    let inner = part[at..].split_once('>')?.1.split("</h").next()?;
    let mut words = String::new();
    let mut inside = false;
    for c in inner.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => words.push(c),
            _ => {}
        }
    }
    let words = words.trim();
    (!words.is_empty()).then(|| words.chars().take(60).collect())
}
