//! Addresses that were released: readers have them, and they never die.

use std::sync::Arc;

use super::{Addresses, Page, PageKind, Route};
use crate::base::{Diagnostic, Spotted, nearest};
use crate::desk::Desk;
use crate::model::{EntryKind, Settings, codes};

/// Lists that were released and have nothing to list any more: a day whose only report was withdrawn, a
/// month, an empty ledger. Readers who come by their address are led to the list above. Pages are
/// sorted by address.
pub fn empty_lists(desk: &Desk, pages: &[Page]) -> Vec<Page> {
    let find = |route: &str| pages.binary_search_by(|page| page.route.as_str().cmp(route));
    let remembered = desk.locks.iter().flat_map(|lock| &lock.addresses);
    let gone = remembered.filter(|address| find(&address.value).is_err());
    let gone = gone.filter(|address| is_list(desk, &address.value));
    let stand_in = |address: &Spotted<String>| {
        let parts: Vec<&str> = address.value.trim_end_matches('/').split('/').collect();
        let above = (0..parts.len()).rev().map(|length| match length {
            0 => String::new(),
            length => format!("{}/", parts[..length].join("/")),
        });
        let above = above.into_iter().find_map(|route| find(&route).ok())?;
        let (route, tree) = (Route::new(address.value.clone()), pages[above].tree);
        let kind = PageKind::Alias(pages[above].route.clone());
        Some(Page { route, tree, kind, template: None })
    };
    gone.filter_map(stand_in).collect()
}

/// Whether an address is that of a list that the program itself makes: it ends in a year, month or day,
/// or in the name of a ledger or an index.
fn is_list(desk: &Desk, address: &str) -> bool {
    let tree = desk.trees.iter().find_map(|tree| address.strip_prefix(tree.as_str()));
    let parts: Vec<&str> = tree.unwrap_or(address).trim_end_matches('/').split('/').collect();
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let date = |parts: &[&str]| match parts {
        [year, rest @ ..] => {
            digits(year, 4) && rest.len() < 3 && rest.iter().all(|part| digits(part, 2))
        }
        [] => false,
    };
    let ledgers = ["claims", "losses", "timeline", "notes", "briefings", "corrections", "search"];
    let kind = |name: &str| EntryKind::ALL.iter().any(|kind| kind.folder() == name);
    match parts.as_slice() {
        [alone] if ledgers.contains(alone) || kind(alone) => true,
        [ledger, month @ ..] if ledgers.contains(ledger) => date(month),
        [folder, _, month @ ..] if kind(folder) => date(month),
        all => date(all),
    }
}

/// Complains of released addresses that nothing has any more, and of moves that lead to nothing. Pages
/// are sorted by address.
pub fn check(desk: &Desk, settings: &Settings, pages: &[Page], complaints: &mut Vec<Diagnostic>) {
    let there = |route: &str| pages.binary_search_by(|page| page.route.as_str().cmp(route)).is_ok();
    for lock in desk.locks.iter() {
        for address in lock.addresses.iter().filter(|address| !there(&address.value)) {
            let message = format!(
                "/{} was released with the edition {}, and now nothing has this address",
                address.value, lock.edition.value
            );
            let routes = pages.iter().filter(|page| page.kind.is_page());
            let near = nearest(&address.value, routes.map(|page| page.route.as_str()));
            let to = near.unwrap_or("topics/");
            let help = format!(
                "bring the page back, write `aliases: [/{0}]` into the file that stands for it now, or \
                 `moved: {{/{0}: /{to}}}` into dateline.yaml",
                address.value
            );
            complaints.push(
                Diagnostic::error(codes::ADDRESS_GONE, &lock.path, address.spot, message)
                    .help(help),
            );
        }
    }
    let addresses = Addresses::new(desk, false);
    let path: Arc<str> = Arc::from("dateline.yaml");
    for (_, to) in &settings.moved {
        let route = addresses.site(to.value.trim_start_matches('/'));
        if !there(route.as_str()) {
            let message = format!("there is no page {route}");
            let routes = pages.iter().map(|page| page.route.as_str());
            let help = nearest(route.as_str(), routes).map_or_else(
                || "write the address of a page that is there".to_owned(),
                |near| format!("did you mean `/{near}`?"),
            );
            let complaint = Diagnostic::error(codes::SETTINGS_VALUE, &path, to.spot, message);
            complaints.push(complaint.help(help));
        }
    }
}
