//! Folders that must never be cleared.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::symlink;

use super::*;

fn refusal(site: &Site) -> OutputError {
    let before = tree(&site.path("public"));
    let refused = site.begin().unwrap_err();
    assert_eq!(tree(&site.path("public")), before);
    assert_eq!(site.beside(), ["public"], "{refused}");
    assert!(refused.help().is_some());
    refused
}

#[test]
fn a_folder_without_a_manifest_is_not_ours() {
    let site = Site::new();
    site.put("public/thesis.doc", "years of work");
    let refused = refusal(&site);
    assert!(matches!(refused, OutputError::NotOurs { .. }));
    assert_eq!(
        refused.to_string(),
        "`public` is not a folder that Dateline made: it holds no `.dateline-manifest`"
    );
}

#[test]
fn a_folder_with_a_broken_manifest_is_not_ours() {
    let hash = "0".repeat(64);
    let line = |path: &str| format!("dateline-manifest 1 files 1\n{hash}  1  {path}\n");
    for (text, problem) in [
        (String::new(), "line 1: no header"),
        ("dateline-manifest 2 files 0\n".into(), "line 1: no header"),
        ("dateline-manifest 1 files 1\n".into(), "cut short"),
        ("dateline-manifest 1 files 0".into(), "cut short"),
        (line("a").replace('\n', "\r\n"), "line 1: no header"),
        (line("a").trim_end().into(), "cut short"),
        (line("../../etc/passwd"), "line 2: a path that no output can hold"),
        (line("/etc/passwd"), "line 2: a path that no output can hold"),
        (line("a\r"), "line 2: a path that no output can hold"),
        (line("a").replace("  1  ", "  -1  "), "line 2: no size"),
        (line("a").replace("000  ", "00z  "), "line 2: no SHA-256"),
        (line("a").replace("  1  a", ""), "line 2: no size"),
        (
            format!("{0}{1}", line("b").replace("files 1", "files 2"), &line("a")[28..]),
            "line 3: not in order",
        ),
    ] {
        let site = Site::new();
        site.put("public/.dateline-manifest", &text);
        let refused = refusal(&site);
        assert!(matches!(refused, OutputError::NotOurs { .. }), "{text:?}");
        assert!(refused.to_string().contains(problem), "{text:?}: {refused}");
    }
}

#[test]
fn a_manifest_that_is_no_text_or_no_file_is_not_ours() {
    let site = Site::new();
    site.put("public/.dateline-manifest", [0xff, 0xfe]);
    assert!(refusal(&site).to_string().ends_with("is not text"));

    let site = Site::new();
    site.put("elsewhere/manifest", "dateline-manifest 1 files 0\n");
    fs::create_dir(site.path("public")).unwrap();
    symlink("../elsewhere/manifest", site.path("public/.dateline-manifest")).unwrap();
    let refused = site.begin().unwrap_err();
    assert!(matches!(refused, OutputError::NotOurs { .. }), "{refused}");
}

#[test]
fn files_of_others_are_named_up_to_five() {
    let site = Site::built(&[("index.html", "home"), ("a/index.html", "a")]);
    site.put("public/CNAME", "example.org");
    assert_eq!(
        refusal(&site).to_string(),
        "the output holds files that Dateline did not make: `public/CNAME`"
    );
    for i in 0..6 {
        site.put(&format!("public/a/{i}.txt"), "");
    }
    site.put("public/new/deep/x", "");
    let refused = refusal(&site);
    assert!(
        refused.to_string().ends_with("`public/a/2.txt`, `public/a/3.txt` and 3 more"),
        "{refused}"
    );
    assert!(refused.help().unwrap().starts_with("move them to static/, or out of the output"));
}

#[test]
fn what_was_changed_by_hand_is_named_and_stays() {
    let list = [("a/cut.html", "1234"), ("edited.html", "1234"), ("link.html", "1234")];
    let site = Site::built(&list);
    fs::write(site.path("public/a/cut.html"), "12").unwrap();
    fs::write(site.path("public/edited.html"), "9999").unwrap();
    let later = time(&site.path("public/.dateline-manifest")) + Duration::from_secs(60);
    set_time(&site.path("public/edited.html"), later);
    fs::remove_file(site.path("public/link.html")).unwrap();
    symlink("a/cut.html", site.path("public/link.html")).unwrap();
    let refused = refusal(&site);
    assert!(matches!(refused, OutputError::Changed { .. }));
    assert_eq!(
        refused.to_string(),
        "files of the output were changed after they were written: `public/a/cut.html`, \
         `public/edited.html`, `public/link.html`"
    );
    for path in ["a/cut.html", "edited.html", "link.html"] {
        fs::remove_file(site.path("public").join(path)).unwrap();
    }
    site.build(&list).unwrap();
    assert_eq!(site.output(), files(&[&list[..], &[("a/", "")]].concat()));
}

#[test]
fn what_is_changed_during_a_build_is_not_lost() {
    let site = Site::built(&[("index.html", "old")]);
    let stage = site.begin().unwrap();
    stage.write("index.html", b"new").unwrap();
    site.put("public/index.html", "mine");
    let later = time(&site.path("public/.dateline-manifest")) + Duration::from_secs(60);
    set_time(&site.path("public/index.html"), later);
    assert!(matches!(stage.finish(), Err(OutputError::Changed { .. })));
    assert_eq!(site.output(), files(&[("index.html", "mine")]));
    assert_eq!(site.beside(), ["public"]);
}

#[test]
fn links_and_odd_names_are_foreign_too() {
    let site = Site::built(&[("index.html", "home")]);
    symlink("/etc", site.path("public/etc")).unwrap();
    fs::write(site.path("public").join(OsStr::from_bytes(b"\xff.html")), "").unwrap();
    match site.begin() {
        Err(OutputError::Foreign { paths, more: 0 }) => {
            assert_eq!(paths, ["public/etc", "public/\u{fffd}.html"]);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_folder_turned_into_a_link_is_not_followed() {
    let site = Site::built(&[("a/index.html", "a")]);
    site.put("elsewhere/index.html", "mine");
    fs::remove_dir_all(site.path("public/a")).unwrap();
    symlink("../elsewhere", site.path("public/a")).unwrap();
    assert!(matches!(site.begin(), Err(OutputError::Foreign { .. })));
    assert_eq!(fs::read(site.path("elsewhere/index.html")).unwrap(), b"mine");
}

#[test]
fn a_file_put_there_during_a_build_is_not_lost() {
    let site = Site::built(&[("index.html", "old")]);
    let stage = site.begin().unwrap();
    stage.write("index.html", b"new").unwrap();
    site.put("public/notes.txt", "mine");
    assert!(matches!(stage.finish(), Err(OutputError::Foreign { .. })));
    assert_eq!(site.output(), files(&[("index.html", "old"), ("notes.txt", "mine")]));
    assert_eq!(site.beside(), ["public"]);

    let site = Site::new();
    let stage = site.begin().unwrap();
    stage.write("index.html", b"new").unwrap();
    site.put("public/notes.txt", "mine");
    assert!(matches!(stage.finish(), Err(OutputError::Foreign { .. })));
    assert_eq!(site.output(), files(&[("notes.txt", "mine")]));
}

#[test]
fn litter_of_file_browsers_stops_nothing() {
    let site = Site::new();
    site.put("public/.DS_Store", "litter");
    site.build(&[("index.html", "old")]).unwrap();
    site.put("public/.DS_Store", "litter");
    site.build(&[("index.html", "new")]).unwrap();
    assert_eq!(site.output(), files(&[("index.html", "new")]));
}
