//! A copy of the output is what was published, or it is said what is not.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::fs;
use std::path::Path;

use support::{build, dateline, demo};

fn verify(folder: &Path, more: &[&str]) -> (Option<i32>, String, String) {
    let ran = dateline().arg("verify").arg(folder).args(more).output().expect("it starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (ran.status.code(), text(ran.stdout), text(ran.stderr))
}

#[test]
fn each_way_of_not_being_what_was_published_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy");
    build(&demo(), &copy, &[]);
    let (code, out, _) = verify(&copy, &[]);
    assert_eq!(code, Some(0), "{out}");
    assert!(out.ends_with(" files: all as they were published\n"), "{out}");

    // One byte of another, one file more, one less, one that became a link to what it held.
    let page = copy.join("about/index.html");
    let mut bytes = fs::read(&page).expect("there");
    let last = bytes.len() - 2;
    bytes[last] ^= 1;
    fs::write(&page, bytes).expect("written");
    fs::write(copy.join("CNAME"), "site.example\n").expect("written");
    fs::remove_file(copy.join("robots.txt")).expect("gone");
    fs::rename(copy.join("s.css"), copy.join("t.css")).expect("moved");
    #[cfg(unix)]
    std::os::unix::fs::symlink("t.css", copy.join("s.css")).expect("linked");
    let (code, out, err) = verify(&copy, &[]);
    assert_eq!(code, Some(3), "{out}{err}");
    let named = "missing  robots.txt\nchanged  about/index.html\nchanged  s.css\nforeign  CNAME\nforeign  t.css\n";
    assert_eq!(out, named);
    assert!(err.contains("1 missing and 2 changed; 2 foreign"), "{err}");
    let (_, out, _) = verify(&copy, &["--keep", "CNAME", "--format", "json"]);
    assert!(
        !out.contains("CNAME") && out.contains("{\"state\":\"foreign\",\"path\":\"t.css\"}"),
        "{out}"
    );
}

#[test]
fn a_manifest_that_cannot_be_trusted_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, _, err) = verify(folder.path(), &[]);
    assert_eq!(code, Some(3), "{err}");
    for text in ["", "dateline-manifest 1 files 1\n", "dateline-manifest 9 files 0\n"] {
        fs::write(folder.path().join(".dateline-manifest"), text).expect("written");
        let (code, _, err) = verify(folder.path(), &[]);
        assert_eq!(code, Some(3), "{text:?}");
        assert!(err.contains("cannot be read"), "{text:?}: {err}");
    }
    let empty = "dateline-manifest 1 files 0\n";
    fs::write(folder.path().join(".dateline-manifest"), empty).expect("written");
    assert_eq!(verify(folder.path(), &[]).0, Some(0));
}
