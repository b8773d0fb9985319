//! Addresses that two things want, that hosts refuse, or that a link names and nothing has.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::address::site_path;
use super::{Page, PageKind, Route};
use crate::base::{Diagnostic, Spot, nearest};
use crate::desk::{Desk, Destination};
use crate::model::codes;

/// Complains of addresses that two things want, also where only case or composition differs, and
/// of names that hosts refuse.
pub fn complain(
    pages: &[Page],
    owners: &[Option<(Arc<str>, Spot)>],
    desk: &Desk,
    complaints: &mut Vec<Diagnostic>,
) {
    let mut first: HashMap<String, usize> = HashMap::new();
    let mut refused: HashSet<&str> = HashSet::new();
    let settings_file: Arc<str> = Arc::from("dateline.yaml");
    for (at, page) in pages.iter().enumerate() {
        let key = page.route.as_str().to_lowercase();
        let other = *first.entry(key).or_insert(at);
        let everywhere = || (settings_file.clone(), Spot::START);
        let (path, spot) =
            owners[at].clone().or_else(|| owners[other].clone()).unwrap_or_else(everywhere);
        if other != at {
            let that = owners[other].as_ref().filter(|_| owners[at].is_some());
            let that = that.map_or_else(
                || "a page that every site has".to_owned(),
                |(path, spot)| format!("{path}:{}", spot.line),
            );
            let message =
                format!("two things want the address {}: this one and {that}", page.route);
            complaints.push(
                Diagnostic::error(codes::SAME_ADDRESS, &path, spot, message)
                    .help("change the `slug` or the file's name of one of them"),
            );
        } else if desk.statics.contains_key(&page.route.file()) {
            let message =
                format!("static/{} stands where the page {} will be", page.route.file(), page.route);
            complaints.push(
                Diagnostic::error(codes::SAME_ADDRESS, &Arc::from(format!("static/{}", page.route.file())), Spot::START, message)
                    .help("rename the static file"),
            );
        }
        if let Some(part) =
            page.route.as_str().split('/').find(|part| is_refused(part) && refused.insert(part))
        {
            let message = format!("hosts refuse the name `{}` in an address", cut(part));
            complaints.push(
                Diagnostic::error(codes::REFUSED_NAME, &path, spot, message)
                    .help("choose another slug or file name"),
            );
        }
    }
}

/// Enough of a long name to know it by.
fn cut(name: &str) -> String {
    let head: String = name.chars().take(60).collect();
    if head.len() < name.len() { format!("{head}…") } else { head }
}

/// Names that Windows keeps for devices, that end in a dot, or that are longer than file systems
/// take.
fn is_refused(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or(part).to_ascii_lowercase();
    let device = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || (stem.len() == 4
            && (stem.starts_with("com") || stem.starts_with("lpt"))
            && stem.ends_with(|c: char| c.is_ascii_digit() && c != '0'));
    device || part.len() > 200 || (part.ends_with(['.', ' ']))
}

/// Links that editors wrote as addresses (`/about/`) must lead to pages.
pub fn site_links(desk: &Desk, pages: &[Page], complaints: &mut Vec<Diagnostic>) {
    for (at, card) in desk.cards.iter().enumerate() {
        for link in &desk.links[at] {
            let Destination::Site(path, anchor, spot) = &link.to else { continue };
            let route = Route::new(site_path(path));
            let found = pages.binary_search_by(|page| page.route.cmp(&route));
            let Ok(found) = found else {
                let routes = pages.iter().map(|page| page.route.as_str());
                let help = nearest(route.as_str(), routes).map_or_else(
                    || "link to the file, or write [[name]]".to_owned(),
                    |near| format!("did you mean `/{near}`?"),
                );
                complaints.push(
                    Diagnostic::error(
                        codes::BROKEN_LINK,
                        &card.path,
                        *spot,
                        format!("there is no page {route}"),
                    )
                    .help(help),
                );
                continue;
            };
            if let (Some(anchor), Some(ids)) = (anchor, anchors_of(desk, &pages[found].kind))
                && !ids.contains(&anchor.as_str())
            {
                let help = format!(
                    "it has {}",
                    ids.iter().map(|id| format!("#{id}")).collect::<Vec<_>>().join(", ")
                );
                complaints.push(
                    Diagnostic::error(
                        codes::MISSING_ANCHOR,
                        &card.path,
                        *spot,
                        format!("{route} has no anchor `#{anchor}`"),
                    )
                    .help(help),
                );
            }
        }
    }
}

fn anchors_of<'d>(desk: &'d Desk, kind: &PageKind) -> Option<Vec<&'d str>> {
    match kind {
        PageKind::Article(id)
        | PageKind::Briefing(id)
        | PageKind::Note(id)
        | PageKind::Plain(id) => {
            Some(desk.card(*id).text.anchors.iter().map(|anchor| anchor.value.as_str()).collect())
        }
        _ => Some(Vec::new()),
    }
}
