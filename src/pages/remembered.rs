//! Addresses that were released: readers have them, and they never die.

use std::sync::Arc;

use super::{Addresses, Page};
use crate::base::{Diagnostic, nearest};
use crate::desk::Desk;
use crate::model::{Settings, codes};

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
