//! What a run that was killed leaves behind, made by hand, and what the next run makes of it.

use std::os::unix::fs::symlink;

use crate::output::disk::{Disk, Machine};
use crate::output::swap;

use super::*;

/// After any of these states, a run that is given up leaves `public` as it should be, and one that
/// is finished leaves nothing over.
fn mends(state: impl Fn(&Site), public: Option<&str>) {
    let site = Site::new();
    state(&site);
    drop(site.begin().unwrap());
    let found = fs::read_to_string(site.path("public/index.html")).ok();
    assert_eq!(found.as_deref(), public);
    let left: Vec<_> = site.beside().into_iter().filter(|name| name.starts_with('.')).collect();
    assert_eq!(left, [""; 0]);

    let site = Site::new();
    state(&site);
    site.build(&[("index.html", "next"), ("more.html", "next")]).unwrap();
    assert_eq!(site.output(), files(&[("index.html", "next"), ("more.html", "next")]));
    let left: Vec<_> = site.beside().into_iter().filter(|name| name.starts_with('.')).collect();
    assert_eq!(left, [""; 0]);
}

fn whole(site: &Site, folder: &str, text: &str) {
    site.put(&format!("{folder}/index.html"), text);
    site.sign(folder);
}

#[test]
fn killed_while_laying_the_first_site() {
    mends(
        |site| {
            site.put(".public.dateline-new/a/half.html", "ha");
            site.put(".public.dateline-lock", "12345\n");
        },
        None,
    );
}

#[test]
fn killed_while_laying_a_new_site() {
    mends(
        |site| {
            whole(site, "public", "old");
            site.put(".public.dateline-new/a/half.html", "ha");
            site.put(".public.dateline-lock", "12345\n");
        },
        Some("old"),
    );
}

#[test]
fn killed_before_the_swap() {
    mends(
        |site| {
            whole(site, "public", "old");
            whole(site, ".public.dateline-new", "new");
        },
        Some("old"),
    );
}

#[test]
fn killed_after_the_exchange() {
    mends(
        |site| {
            whole(site, "public", "new");
            whole(site, ".public.dateline-new", "old");
            site.put(".public.dateline-lock", "");
        },
        Some("new"),
    );
}

#[test]
fn killed_while_removing_the_old_site() {
    mends(
        |site| {
            whole(site, "public", "new");
            fs::create_dir_all(site.path(".public.dateline-new/a/b")).unwrap();
        },
        Some("new"),
    );
}

#[test]
fn killed_between_two_renames() {
    mends(
        |site| {
            whole(site, ".public.dateline-old", "old");
            whole(site, ".public.dateline-new", "new");
        },
        Some("old"),
    );
}

#[test]
fn killed_after_two_renames() {
    mends(
        |site| {
            whole(site, ".public.dateline-old", "old");
            whole(site, "public", "new");
        },
        Some("new"),
    );
}

#[test]
fn a_link_in_the_place_of_the_staging_folder_is_not_followed() {
    let site = Site::built(&[("index.html", "old")]);
    site.put("elsewhere/precious", "mine");
    symlink("elsewhere", site.path(".public.dateline-new")).unwrap();
    site.build(&[("index.html", "new")]).unwrap();
    assert_eq!(fs::read(site.path("elsewhere/precious")).unwrap(), b"mine");
    assert_eq!(site.beside(), ["elsewhere", "public"]);
}

#[test]
fn two_renames_do_what_an_exchange_does() {
    let (by_renames, by_exchange) = (Site::new(), Site::new());
    for site in [&by_renames, &by_exchange] {
        whole(site, "public", "old");
        whole(site, ".public.dateline-new", "new");
    }
    swap::by_renames(&by_renames.target()).unwrap();
    swap::swap(&by_exchange.target()).unwrap();
    assert_eq!(tree(&by_renames.path("")), tree(&by_exchange.path("")));
    assert_eq!(by_renames.output(), files(&[("index.html", "new")]));
}

#[test]
fn a_rename_that_fails_puts_the_old_site_back() {
    let site = Site::built(&[("index.html", "old")]);
    swap::by_renames(&site.target()).unwrap_err();
    assert_eq!(site.output(), files(&[("index.html", "old")]));
    assert_eq!(site.beside(), ["public"]);
}

#[test]
fn a_copy_where_links_are_impossible_keeps_bytes_and_time() {
    let site = Site::new();
    site.put("from", "bytes");
    set_time(&site.path("from"), long_ago());
    let disk: &dyn Disk = &Machine;
    disk.copy(&site.path("from"), &site.path("to")).unwrap();
    assert_eq!(fs::read(site.path("to")).unwrap(), b"bytes");
    assert_eq!(time(&site.path("to")), long_ago());
}
