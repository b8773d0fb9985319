//! What others put in the output and the desk lets stay.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

use crate::output::disk::{Disk, Machine};
use crate::output::keep::rescue;

use super::*;

const KEEP: [&str; 3] = [".git", "CNAME", ".well-known/links.json"];

fn build(site: &Site, files: &[(&str, &str)]) -> Result<Receipt, OutputError> {
    let stage = Stage::begin(&site.target(), &KEEP.map(str::to_owned))?;
    for (path, text) in files {
        stage.write(path, text.as_bytes())?;
    }
    stage.finish()
}

fn kept() -> Site {
    let site = Site::built(&[("index.html", "old"), (".well-known/own.txt", "ours")]);
    site.put("public/CNAME", "example.org");
    site.put("public/.git/objects/ab/cdef", "object");
    fs::create_dir_all(site.path("public/.git/refs/tags")).unwrap();
    symlink("nowhere", site.path("public/.git/link")).unwrap();
    site.put("public/.well-known/links.json", "{}");
    site
}

#[test]
fn what_is_kept_stays_the_same_file_while_the_site_changes() {
    let site = kept();
    let inode = |path: &str| fs::symlink_metadata(site.path(path)).unwrap().ino();
    fs::set_permissions(site.path("public/.git/refs"), fs::Permissions::from_mode(0o700)).unwrap();
    let paths = ["public/CNAME", "public/.git/objects/ab/cdef", "public/.git/link"];
    let before = paths.map(inode);
    build(&site, &[("index.html", "new")]).unwrap();
    assert_eq!(paths.map(inode), before);
    let output = site.output();
    assert_eq!(output["index.html"], b"new");
    assert_eq!(output[".well-known/links.json"], b"{}");
    assert!(!output.contains_key(".well-known/own.txt"), "what is ours and gone, goes");
    assert!(output.contains_key(".git/refs/tags/"), "an empty folder is something to git");
    let mode = fs::metadata(site.path("public/.git/refs")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
    assert_eq!(site.beside(), ["public"]);
    let again = build(&site, &[("index.html", "new")]).unwrap();
    assert_eq!((again.written, again.unchanged), (0, 1));
}

#[test]
fn what_is_not_listed_still_stops_the_build() {
    let site = kept();
    site.put("public/.well-known/other.json", "{}");
    assert!(matches!(build(&site, &[]), Err(OutputError::Foreign { .. })));
}

#[test]
fn a_folder_with_nothing_but_what_is_kept_may_become_the_output() {
    let site = Site::new();
    site.put("public/.git/HEAD", "ref");
    build(&site, &[("index.html", "new")]).unwrap();
    assert_eq!(site.output(), files(&[(".git/", ""), (".git/HEAD", "ref"), ("index.html", "new")]));
}

#[test]
fn a_page_in_the_place_of_something_kept_is_refused() {
    for path in ["CNAME", "CNAME/index.html", ".well-known/links.json/x", ".git", ".well-known"] {
        let site = kept();
        let before = tree(&site.path("public"));
        let refused = build(&site, &[(path, "ours")]).unwrap_err();
        assert!(matches!(refused, OutputError::Kept { .. }), "{path}: {refused}");
        assert!(refused.help().is_some());
        assert_eq!(tree(&site.path("public")), before);
    }
}

#[test]
fn what_changes_in_it_at_the_last_moment_is_brought_over() {
    let site = Site::new();
    for (path, text) in [
        ("old/CNAME", "two"),
        ("old/.git/HEAD", "two"),
        ("old/.git/new/object", "two"),
        ("new/CNAME", "one"),
        ("new/.git/HEAD", "two"),
    ] {
        site.put(path, text);
    }
    for path in ["old/.git/HEAD", "new/.git/HEAD", "new/CNAME"] {
        set_time(&site.path(path), long_ago());
    }
    let disk: &dyn Disk = &Machine;
    rescue(disk, &site.path("old"), &site.path("new"), &KEEP.map(str::to_owned)).unwrap();
    let found = tree(&site.path("new"));
    assert_eq!(found["CNAME"], b"two");
    assert_eq!(found[".git/new/object"], b"two");
}
