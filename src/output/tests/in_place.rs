//! An output that cannot be exchanged, such as a mounted volume.

use std::os::unix::fs::MetadataExt as _;
use std::sync::Arc;

use crate::output::disk::{Disk, Step};

use super::*;

/// A disk on which the output is a mounted volume.
#[derive(Debug)]
struct Mounted(rustix::io::Errno);

impl Disk for Mounted {
    fn ask(&self, step: Step) -> std::io::Result<()> {
        if step == Step::Exchange { Err(self.0.into()) } else { Ok(()) }
    }
}

fn build(site: &Site, files: &[(&str, &str)]) -> Receipt {
    let target = site.target().on(Arc::new(Mounted(rustix::io::Errno::BUSY)));
    let stage = Stage::begin(&target, &["CNAME".to_owned()]).unwrap();
    for (path, text) in files {
        stage.write(path, text.as_bytes()).unwrap();
    }
    stage.finish().unwrap()
}

#[test]
fn files_come_and_go_one_by_one() {
    for errno in [rustix::io::Errno::BUSY, rustix::io::Errno::XDEV] {
        let site = Site::built(&[("a/b.html", "1"), ("gone/deep/c.html", "2"), ("same.html", "3")]);
        site.put("public/CNAME", "example.org");
        let inode = |path: &str| fs::metadata(site.path(path)).unwrap().ino();
        let before = (inode("public"), inode("public/same.html"), inode("public/CNAME"));
        let target = site.target().on(Arc::new(Mounted(errno)));
        let stage = Stage::begin(&target, &["CNAME".to_owned()]).unwrap();
        stage.write("a/b.html", b"new").unwrap();
        stage.write("same.html", b"3").unwrap();
        stage.write("x/y.html", b"4").unwrap();
        let receipt = stage.finish().unwrap();
        assert_eq!((receipt.written, receipt.unchanged, receipt.removed), (2, 1, 1));
        let expected = [
            ("a/", ""),
            ("a/b.html", "new"),
            ("same.html", "3"),
            ("x/", ""),
            ("x/y.html", "4"),
            ("CNAME", "example.org"),
        ];
        assert_eq!(site.output(), files(&expected));
        assert_eq!(
            (inode("public"), inode("public/same.html"), inode("public/CNAME")),
            before,
            "what did not change was not touched"
        );
        assert_eq!(site.beside(), ["public"]);
    }
}

#[test]
fn an_output_made_so_is_like_any_other() {
    let list = [("a/b.html", "1"), ("index.html", "2")];
    let (mounted, plain) = (Site::new(), Site::built(&list));
    fs::create_dir(mounted.path("public")).unwrap();
    build(&mounted, &list);
    assert_eq!(tree(&mounted.path("public")), tree(&plain.path("public")));
    let again = build(&mounted, &list);
    assert_eq!((again.written, again.unchanged), (0, 2));
    assert_eq!(mounted.build(&list).unwrap().unchanged, 2, "nor does it matter later");
}

#[test]
fn a_page_can_become_a_folder_and_a_folder_a_page() {
    let site = Site::built(&[("a", "1"), ("b/c/d", "2")]);
    build(&site, &[("a/x/y", "1"), ("b", "2")]);
    assert_eq!(site.output(), files(&[("a/", ""), ("a/x/", ""), ("a/x/y", "1"), ("b", "2")]));
}

#[test]
fn what_was_being_brought_in_goes_even_if_nothing_changes() {
    let list = [("index.html", "old")];
    let site = Site::built(&list);
    site.put("public/.dateline-part", "ol");
    build(&site, &list);
    assert!(!site.output().contains_key(".dateline-part"));
    assert_eq!(site.output(), files(&list));
}

#[test]
fn what_was_changed_by_hand_stops_what_was_under_way() {
    let site = Site::built(&[("index.html", "old"), ("more.html", "old")]);
    // As a run leaves it that was killed after the first of two files.
    site.put(".public.dateline-new/index.html", "new");
    site.put(".public.dateline-new/more.html", "new");
    site.sign(".public.dateline-new");
    fs::copy(
        site.path(".public.dateline-new/.dateline-manifest"),
        site.path("public/.dateline-journal"),
    )
    .unwrap();
    site.put("public/index.html", "new");
    site.put("public/more.html", "mine");
    let refused = site.begin().unwrap_err();
    assert!(matches!(refused, OutputError::Changed { .. }), "{refused}");
    assert_eq!(site.output()["more.html"], b"mine");
    fs::remove_file(site.path("public/more.html")).unwrap();
    drop(site.begin().unwrap());
    assert_eq!(site.output(), files(&[("index.html", "new"), ("more.html", "new")]));
    assert_eq!(site.beside(), ["public"]);
}
