//! What stands at the head of each page by the settings: the logo and the menu.

use std::sync::Arc;

use super::address::site_path;
use super::views::RefView;
use super::{Addresses, Page};
use crate::base::{Diagnostic, nearest};
use crate::desk::Desk;
use crate::model::{Settings, codes};

/// Finds lines of the menu that lead nowhere, and a logo that is not there.
pub fn check(desk: &Desk, settings: &Settings, pages: &[Page], complaints: &mut Vec<Diagnostic>) {
    let path = Arc::from("dateline.yaml");
    if let Some(logo) =
        settings.look.logo.as_ref().filter(|logo| !desk.statics.contains_key(&logo.value))
    {
        let message = format!("there is no file static/{}", logo.value);
        let near = nearest(&logo.value, desk.statics.keys().map(String::as_str));
        let help = near.map_or_else(
            || format!("put it at static/{}", logo.value),
            |near| format!("did you mean `{near}`?"),
        );
        complaints
            .push(Diagnostic::error(codes::MISSING_IMAGE, &path, logo.spot, message).help(help));
    }
    for item in settings.look.menu.iter().filter(|item| item.url.value.starts_with('/')) {
        let wanted = own_path(&item.url.value);
        let there = pages.binary_search_by(|page| page.route.as_str().cmp(&wanted)).is_ok();
        if !there && !desk.statics.contains_key(&wanted) {
            let routes = pages.iter().filter(|page| page.kind.is_page());
            let near = nearest(&wanted, routes.map(|page| page.route.as_str()));
            let help = near.map_or_else(
                || "write the address of a page of the site, such as /topics/".to_owned(),
                |near| format!("did you mean `/{near}`?"),
            );
            let message = format!("the menu leads to /{wanted}, where nothing stands");
            complaints.push(
                Diagnostic::error(codes::BROKEN_LINK, &path, item.url.spot, message).help(help),
            );
        }
    }
}

/// The menu that the settings give, if they do.
pub fn menu(settings: &Settings, addresses: Addresses<'_>) -> Option<Vec<RefView>> {
    let items = settings.look.menu.iter().map(|item| {
        let away = !item.url.value.starts_with('/');
        let own = || addresses.href(&addresses.site(&own_path(&item.url.value)));
        RefView {
            path: if away { item.url.value.clone() } else { own() },
            name: item.name.clone(),
            kind: if away { "elsewhere" } else { "menu" },
            lang: None,
            date: None,
        }
    });
    (!settings.look.menu.is_empty()).then(|| items.collect())
}

fn own_path(url: &str) -> String {
    let path = url.trim_start_matches('/');
    if path.is_empty() { String::new() } else { site_path(path) }
}
