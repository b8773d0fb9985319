use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

use rayon::prelude::*;

use super::*;

#[test]
fn a_first_build_makes_the_output_and_nothing_beside_it() {
    let site = Site::new();
    let receipt = site.build(&[("index.html", "home"), ("2011/07/18/index.html", "day")]).unwrap();
    assert_eq!(receipt, Receipt { written: 2, bytes: 7, ..Receipt::default() });
    let expected = [
        ("index.html", "home"),
        ("2011/07/18/index.html", "day"),
        ("2011/", ""),
        ("2011/07/", ""),
        ("2011/07/18/", ""),
    ];
    assert_eq!(site.output(), files(&expected));
    assert_eq!(site.beside(), ["public"]);
}

#[test]
fn an_empty_folder_may_become_the_output() {
    let site = Site::new();
    fs::create_dir(site.path("public")).unwrap();
    site.build(&[("index.html", "home")]).unwrap();
    assert_eq!(site.output(), files(&[("index.html", "home")]));
}

#[test]
fn a_site_of_no_files_has_a_manifest() {
    let site = Site::built(&[]);
    let manifest = fs::read_to_string(site.path("public/.dateline-manifest")).unwrap();
    assert_eq!(manifest, "dateline-manifest 1 files 0\n");
    assert_eq!(site.build(&[]).unwrap(), Receipt::default());
}

#[test]
fn unchanged_files_keep_their_inode_and_time() {
    let site = Site::built(&[("a/same.html", "same"), ("other.html", "old")]);
    let same = site.path("public/a/same.html");
    set_time(&same, long_ago());
    let before = fs::metadata(&same).unwrap();
    let receipt = site.build(&[("a/same.html", "same"), ("other.html", "new")]).unwrap();
    assert_eq!((receipt.written, receipt.unchanged, receipt.removed), (1, 1, 0));
    let after = fs::metadata(&same).unwrap();
    assert_eq!((after.ino(), after.modified().unwrap()), (before.ino(), long_ago()));
    assert_eq!(after.nlink(), 1, "the old tree is gone");
    assert_eq!(fs::read(site.path("public/other.html")).unwrap(), b"new");
}

#[test]
fn a_build_that_changes_nothing_leaves_the_folders_alone() {
    let list = [("a/b.html", "same"), ("index.html", "home")];
    let site = Site::built(&list);
    for folder in ["public", "public/a"] {
        set_time(&site.path(folder), long_ago());
    }
    let before = fs::metadata(site.path("public")).unwrap().ino();
    assert_eq!(site.build(&list).unwrap().unchanged, 2);
    assert_eq!(fs::metadata(site.path("public")).unwrap().ino(), before);
    assert_eq!(time(&site.path("public")), long_ago());
    assert_eq!(time(&site.path("public/a")), long_ago());
    assert_eq!(site.beside(), ["public"]);
}

#[test]
fn gone_pages_go_and_their_folders_with_them() {
    let site = Site::built(&[("a/b/c.html", "1"), ("a/d.html", "2"), ("z.html", "3")]);
    let receipt = site.build(&[("a/d.html", "2")]).unwrap();
    assert_eq!(receipt.removed_paths, ["a/b/c.html", "z.html"]);
    assert_eq!((receipt.written, receipt.unchanged, receipt.removed), (0, 1, 2));
    assert_eq!(site.output(), files(&[("a/d.html", "2"), ("a/", "")]));
}

#[test]
fn a_page_can_become_a_folder_and_a_folder_a_page() {
    let site = Site::built(&[("a", "1"), ("b/c", "2")]);
    site.build(&[("a/x", "1"), ("b", "2")]).unwrap();
    assert_eq!(site.output(), files(&[("a/", ""), ("a/x", "1"), ("b", "2")]));
}

#[test]
fn what_was_touched_or_lost_is_written_again() {
    let list = [("gone.html", "1234"), ("stays.html", "1234"), ("touched.html", "1234")];
    let site = Site::built(&list);
    let later = time(&site.path("public/.dateline-manifest")) + Duration::from_secs(60);
    set_time(&site.path("public/touched.html"), later);
    fs::remove_file(site.path("public/gone.html")).unwrap();
    assert_eq!(site.build(&list).unwrap().written, 2);
    assert_eq!(site.output(), files(&list));
    assert_eq!(site.build(&list).unwrap().unchanged, 3);
}

#[test]
fn empty_folders_left_by_hand_go() {
    let list = [("index.html", "home")];
    let site = Site::built(&list);
    fs::create_dir_all(site.path("public/left/over")).unwrap();
    site.build(&list).unwrap();
    assert_eq!(site.output(), files(&list));
}

#[test]
fn a_dropped_stage_leaves_the_old_output() {
    let site = Site::built(&[("index.html", "old")]);
    let before = fs::metadata(site.path("public/index.html")).unwrap().ino();
    let stage = site.begin().unwrap();
    stage.write("index.html", b"new").unwrap();
    stage.write("more.html", b"new").unwrap();
    assert_eq!(site.beside(), [".public.dateline-lock", ".public.dateline-new", "public"]);
    drop(stage);
    assert_eq!(site.output(), files(&[("index.html", "old")]));
    assert_eq!(fs::metadata(site.path("public/index.html")).unwrap().ino(), before);
    assert_eq!(site.beside(), ["public"]);
}

#[test]
fn a_failed_file_never_becomes_part_of_a_site() {
    let site = Site::built(&[("index.html", "old")]);
    let stage = site.begin().unwrap();
    stage.write("index.html", b"new").unwrap();
    stage.write("../outside.html", b"new").unwrap_err();
    let refused = stage.finish().unwrap_err().to_string();
    assert_eq!(refused, "cannot finish `public`: one of its files could not be written");
    assert_eq!(site.output(), files(&[("index.html", "old")]));
    assert_eq!(site.beside(), ["public"]);
}

#[test]
fn hostile_paths_are_refused_and_touch_nothing() {
    let site = Site::new();
    let stage = site.begin().unwrap();
    let long = "x".repeat(256);
    for path in [
        "",
        "/",
        "/etc/passwd",
        "..",
        "../x",
        "a/../x",
        "a/..",
        "./x",
        "a/./x",
        "a//x",
        "a/",
        "a\0b",
        "a\nb",
        "a\rb",
        "\u{7f}",
        MANIFEST,
        &long,
    ] {
        let refused = stage.write(path, b"x").unwrap_err();
        assert!(matches!(refused, OutputError::Path { .. }), "{path:?}: {refused}");
        let refused = stage.copy(path, Path::new("/dev/null"), false).unwrap_err();
        assert!(matches!(refused, OutputError::Path { .. }), "{path:?}: {refused}");
    }
    assert_eq!(tree(&site.path(".public.dateline-new")), Files::new());
    assert_eq!(site.beside(), [".public.dateline-lock", ".public.dateline-new"]);
}

#[test]
fn unusual_names_are_kept() {
    let list = [
        ("طرابلس/index.html", "1"),
        ("a b/c  d.html", "2"),
        ("...", "3"),
        (".well-known/x", "4"),
        ("back\\slash", "5"),
    ];
    let site = Site::built(&list);
    for (path, text) in list {
        assert_eq!(site.output()[path], text.as_bytes());
    }
    assert_eq!(site.build(&list).unwrap().unchanged, list.len());
}

#[test]
fn two_files_that_want_one_place_are_refused() {
    let clashes = |first: &str, second: &str| {
        let site = Site::built(&[("kept", "kept"), ("folder/kept", "kept")]);
        let build = site.build(&[(first, "kept"), (second, "2")]);
        assert!(matches!(build, Err(OutputError::Path { .. })), "{first} {second}: {build:?}");
        assert_eq!(site.output()["kept"], b"kept");
    };
    clashes("new", "new");
    clashes("kept", "kept");
    clashes("kept", "kept/below");
    clashes("folder/kept", "folder");
    clashes("new", "new/below");
    clashes("new/below", "new");
}

#[test]
fn many_threads_lay_what_one_lays() {
    let pages: Vec<_> =
        (0..2_000).map(|i| (format!("{}/{}/p{i}/index.html", i % 7, i % 31), i)).collect();
    let (one, many) = (Site::new(), Site::new());
    let stage = one.begin().unwrap();
    for (path, i) in &pages {
        stage.write(path, i.to_string().as_bytes()).unwrap();
    }
    stage.finish().unwrap();
    for _ in 0..2 {
        let stage = many.begin().unwrap();
        pages.par_iter().rev().for_each(|(path, i)| {
            stage.write(path, i.to_string().as_bytes()).unwrap();
        });
        stage.finish().unwrap();
        assert_eq!(tree(&many.path("public")), tree(&one.path("public")));
    }
}

#[test]
fn any_edits_give_what_a_clean_build_gives() {
    let site = Site::new();
    // Every subset of four files, in an order that adds, removes and changes them.
    for step in 0..64_u32 {
        let mix = step.wrapping_mul(2_654_435_761) >> 20;
        let names = ["a", "b/c", "b/d/e", "f/g"];
        let chosen: Vec<_> = (0..4).filter(|i| mix & 1 << i != 0).collect();
        let texts: Vec<_> = chosen.iter().map(|i| format!("{}", mix >> (4 + i) & 1)).collect();
        let list: Vec<_> =
            chosen.iter().zip(&texts).map(|(i, text)| (names[*i], text.as_str())).collect();
        site.build(&list).unwrap();
        assert_eq!(tree(&site.path("public")), tree(&Site::built(&list).path("public")), "{step}");
        assert_eq!(site.beside(), ["public"]);
    }
}

#[test]
fn permissions_are_those_of_any_new_file() {
    let site = Site::built(&[("a/index.html", "x")]);
    site.put("plain/file", "x");
    let mode = |path: &str| fs::metadata(site.path(path)).unwrap().permissions().mode();
    assert_eq!(mode("public"), mode("plain"));
    assert_eq!(mode("public/a"), mode("plain"));
    assert_eq!(mode("public/a/index.html"), mode("plain/file"));
}
