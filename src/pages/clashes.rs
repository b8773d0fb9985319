//! Addresses that two things want, that hosts refuse, or that a link names and nothing has.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Addresses, Page, PageKind};
use crate::base::{Diagnostic, Spot, nearest};
use crate::desk::{CardId, Desk, Destination};
use crate::model::codes;
use crate::model::photo::Made;

/// Complains of addresses that two things want, also where only case or composition differs, and
/// of names that hosts refuse.
pub fn complain(
    (pages, photos): (&[Page], &[Made]),
    owners: &[Option<(Arc<str>, Spot)>],
    desk: &Desk,
    complaints: &mut Vec<Diagnostic>,
) {
    let mut wanted = Wanted::new(desk, complaints);
    for (page, owner) in pages.iter().zip(owners) {
        wanted.claim(&page.route.file(), &page.route.to_string(), owner.as_ref(), complaints);
    }
    // A photograph that is made stands in the place of its file, or beside it.
    for made in photos.iter().filter(|made| made.path != made.of) {
        let place = (Arc::from(format!("static/{}", made.of)), Spot::START);
        wanted.claim(&made.path, &format!("/{}", made.path), Some(&place), complaints);
    }
    for page in pages {
        wanted.under_a_file(&page.route.file(), complaints);
    }
    for path in desk.statics.keys() {
        wanted.under_a_file(path, complaints);
    }
    refused(pages, owners, complaints);
}

/// Who wants which file of the output.
struct Wanted {
    /// By the path in small letters: some disks do not tell `Foo` from `foo`.
    owners: HashMap<String, Owner>,
}

#[derive(Clone)]
struct Owner {
    /// Where to point; nowhere for pages that every site has.
    place: Option<(Arc<str>, Spot)>,
    is_static: bool,
}

impl Owner {
    fn words(&self) -> String {
        match &self.place {
            Some((path, _)) if self.is_static => path.to_string(),
            Some((path, spot)) => format!("{path}:{}", spot.line),
            None => "a page that every site has".to_owned(),
        }
    }
}

impl Wanted {
    /// The static files, which were there first.
    fn new(desk: &Desk, complaints: &mut Vec<Diagnostic>) -> Self {
        let mut wanted = Self { owners: HashMap::new() };
        for path in desk.statics.keys() {
            let place = Some((Arc::from(format!("static/{path}")), Spot::START));
            let owner = Owner { place: place.clone(), is_static: true };
            if let Some(other) = wanted.owners.insert(path.to_lowercase(), owner) {
                let words = other.words();
                complaints.extend(place.map(|place| twice(&format!("/{path}"), &place, &words)));
            }
        }
        wanted
    }

    fn claim(
        &mut self,
        file: &str,
        address: &str,
        place: Option<&(Arc<str>, Spot)>,
        complaints: &mut Vec<Diagnostic>,
    ) {
        let this = Owner { place: place.cloned(), is_static: false };
        let Some(other) = self.owners.get(&file.to_lowercase()) else {
            self.owners.insert(file.to_lowercase(), this);
            return;
        };
        // What an editor wrote is pointed at, rather than what every site has.
        let (here, there) = if this.place.is_some() { (&this, other) } else { (other, &this) };
        if let Some(place) = &here.place {
            complaints.push(twice(address, place, &there.words()));
        }
    }

    /// A file cannot stand where a folder must be.
    fn under_a_file(&self, file: &str, complaints: &mut Vec<Diagnostic>) {
        let folders = file.match_indices('/').map(|(at, _)| file[..at].to_lowercase());
        let Some(above) = folders.into_iter().find_map(|folder| self.owners.get(&folder)) else {
            return;
        };
        if let Some(place) = &above.place {
            let message = format!("a file stands here where a folder must be for /{file}");
            let complaint = Diagnostic::error(codes::SAME_ADDRESS, &place.0, place.1, message);
            if !complaints
                .iter()
                .any(|known| known.place == complaint.place && known.code == complaint.code)
            {
                complaints.push(complaint.help("give it another name"));
            }
        }
    }
}

fn twice(address: &str, place: &(Arc<str>, Spot), other: &str) -> Diagnostic {
    let message = format!("two things want the address {address}: this one and {other}");
    Diagnostic::error(codes::SAME_ADDRESS, &place.0, place.1, message)
        .help("give one of them another slug or file name")
}

fn refused(pages: &[Page], owners: &[Option<(Arc<str>, Spot)>], complaints: &mut Vec<Diagnostic>) {
    let mut said: HashSet<(&Arc<str>, &str)> = HashSet::new();
    for (page, owner) in pages.iter().zip(owners) {
        let Some((path, spot)) = owner else { continue };
        let parts = page.route.as_str().split('/');
        for part in parts.filter(|part| is_refused(part)) {
            if said.insert((path, part)) {
                let message = format!("hosts refuse the name `{}` in an address", cut(part));
                let complaint = Diagnostic::error(codes::REFUSED_NAME, path, *spot, message);
                complaints.push(complaint.help("choose another slug or file name"));
            }
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
pub fn site_links(
    addresses: Addresses<'_>,
    desk: &Desk,
    pages: &[Page],
    complaints: &mut Vec<Diagnostic>,
) {
    for (at, card) in desk.cards.iter().enumerate() {
        for link in desk.links_of(CardId(at as u32)) {
            let Destination::Site(path, anchor, spot) = &link.to else { continue };
            let route = addresses.site(path);
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
