//! Files that no text can show: other encodings, links, odd names, what the machine refuses.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::path::Path;

use support::{AT, build, run, run_well, write_all};

const ARTICLE: &str = "---\ntitle: First\ntopics: [a]\n---\nText.\n";

fn site() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    write_all(root.path(), [("content/articles/2011-07-18-first.md", ARTICLE)]);
    root
}

/// What `check` says in its short form, without the warnings of every site here.
fn said(root: &Path) -> Vec<String> {
    let output = run(root, &["check", "--at", AT, "--format", "short"]);
    let text = String::from_utf8(output.stderr).expect("UTF-8");
    assert_ne!(output.status.code(), Some(101), "{text}");
    let usual = ["[no-base-url]", "[unknown-name]"];
    text.lines()
        .filter(|line| !usual.iter().any(|code| line.contains(code)))
        .map(str::to_owned)
        .collect()
}

fn says(bytes: &[u8], expected: &str) {
    let root = site();
    std::fs::write(root.path().join("content/articles/2011-07-19-odd.md"), bytes).expect("written");
    let said = said(root.path());
    let wanted = format!("content/articles/2011-07-19-odd.md:{expected}");
    assert!(said.len() == 1 && said[0].starts_with(&wanted), "{said:#?} is not {wanted}");
}

#[test]
fn other_encodings_are_named_at_their_place() {
    says(b"---\ntitle: caf\xe9\n---\n", "2:11: error[not-utf8]: byte 0xe9 at offset 14");
    says(b"\xff\xfe-\0-\0-\0", "1:1: error[not-utf8]: this file is in UTF-16");
    says(b"---\ntitle: A\ntopics: [a]\n---\nOne.\nTwo\0.\n", "6:4: error[nul]");
    says(b"", "1:1: error[empty-file]");
    says(&b"x".repeat(3 << 20), "1:1: error[too-large]");
    let long = format!("---\ntitle: A\nsummary: {}\n---\n", "x".repeat(70_000));
    says(long.as_bytes(), "1:1: error[too-large]: this front matter");
}

#[test]
fn deep_nests_and_bombs_end_quickly_with_an_error() {
    let body = |text: String| format!("---\ntitle: A\ntopics: [a]\n---\n{text}\n").into_bytes();
    says(&body(">".repeat(20_000)), "5:101: error[too-deep]");
    says(&body("+ ".repeat(20_000)), "5:201: error[too-deep]");
    let nest = format!(
        "---\ntitle: A\ntopics: [a]\nextra: {}{}\n---\n",
        "[".repeat(20_000),
        "]".repeat(20_000)
    );
    says(nest.as_bytes(), "4:263: error[too-deep]");
    let mut bomb =
        "---\ntitle: A\ntopics: [a]\nextra:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..9 {
        let alias = format!("*a{}", level - 1);
        bomb.push_str(&format!("  a{level}: &a{level} [{}]\n", [alias.as_str(); 9].join(", ")));
    }
    bomb.push_str("---\n");
    says(bomb.as_bytes(), "5:7: error[yaml-anchor]");
}

/// None of these may panic, hang, or take the program more than its share of time.
#[test]
fn long_repetitions_are_read_in_linear_time() {
    let root = site();
    let repeated = [
        "[",
        "*",
        "_a_ ",
        "`",
        "![",
        "](#c1 \"x ",
        "<!--",
        "## a\n",
        "| a ",
        "&amp;",
        "[^1]",
        "[[a",
        "~~",
        "\\",
        "<",
        "1. ",
    ];
    for (number, text) in repeated.iter().enumerate() {
        let body = format!("---\ntitle: A{number}\ntopics: [a]\n---\n{}\n", text.repeat(20_000));
        let path = format!("content/articles/2011-07-19-r{number}.md");
        write_all(root.path(), [(path.as_str(), body.as_str())]);
    }
    let output = run(root.path(), &["check", "--at", AT, "--format", "short"]);
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn links_out_of_the_site_are_refused() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().expect("a folder");
    write_all(outside.path(), [("secret.md", ARTICLE), ("folder/x.md", ARTICLE)]);
    let root = site();
    let articles = root.path().join("content/articles");
    symlink(outside.path().join("secret.md"), articles.join("2011-07-20-out.md")).expect("linked");
    symlink(outside.path().join("folder"), articles.join("folder")).expect("linked");
    symlink("..", articles.join("circle")).expect("linked");
    let first = articles.join("2011-07-18-first.md");
    symlink(&first, articles.join("2011-07-21-again.md")).expect("linked");
    symlink(outside.path(), root.path().join("static")).expect("linked");
    let said = said(root.path());
    for path in [
        "content/articles/2011-07-20-out.md",
        "content/articles/folder",
        "content/articles/circle",
        "static",
    ] {
        let wanted = format!("{path}:1:1: error[link-out-of-site]");
        assert!(said.iter().any(|line| line.starts_with(&wanted)), "{wanted}: {said:#?}");
    }
    assert_eq!(said.len(), 4, "{said:#?}");
}

/// A picture that cannot be cleaned is the editor's business, and `check` says so too.
#[test]
fn bad_pictures_are_errors_of_the_content() {
    let root = site();
    let png = b"\x89PNG\r\n\x1a\n";
    for (name, bytes) in [("a.jpg", &png[..]), ("b.png", &b"\x89PNG"[..]), ("c.jpeg", b"")] {
        std::fs::create_dir_all(root.path().join("static")).expect("a folder");
        std::fs::write(root.path().join("static").join(name), bytes).expect("written");
    }
    for command in ["build", "check"] {
        let output = run(root.path(), &[command, "--at", AT, "--format", "short"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        for name in ["a.jpg", "b.png", "c.jpeg"] {
            assert!(
                said.contains(&format!("static/{name}:1:1: error[bad-image]")),
                "{command}: {said}"
            );
        }
    }
    assert!(!root.path().join("public").exists());
}

/// A document that names somebody is refused, unless the desk says that it may.
#[test]
fn a_pdf_that_names_its_author_needs_a_word_of_the_desk() {
    let root = site();
    let pdf = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n3 0 obj\n<</Author(Amal Haddad)>>\nendobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n0000000099 00000 n \ntrailer\n<</Size 4/Root 1 0 R/Info 3 0 R>>\nstartxref\n137\n%%EOF\n";
    write_all(root.path(), [("static/files/report.pdf", pdf)]);
    for command in ["build", "check"] {
        let output = run(root.path(), &[command, "--at", AT, "--format", "short"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        let line =
            "static/files/report.pdf:1:1: error[bad-document]: the PDF says who made it: `Author`";
        assert!(said.contains(line) && !said.contains("Haddad"), "{command}: {said}");
    }
    assert!(!root.path().join("public").exists());
    let settings = std::fs::read_to_string(root.path().join("dateline.yaml")).unwrap_or_default();
    let settings = format!("{settings}pdf_as_is: [files/report.pdf]\n");
    write_all(root.path(), [("dateline.yaml", settings.as_str())]);
    run_well(root.path(), &["check", "--at", AT]);
    run_well(root.path(), &["build", "--at", AT]);
    let there = std::fs::read(root.path().join("public/files/report.pdf")).expect("published");
    assert_eq!(there, pdf.as_bytes());
}

/// A folder's name on a file, or no content at all, never makes an empty site.
#[test]
fn files_in_place_of_folders_are_said() {
    let root = site();
    write_all(root.path(), [("static", "x"), ("templates", "x")]);
    let said = said(root.path());
    assert!(said.iter().any(|line| line.starts_with("static:1:1: error[file-name]")), "{said:#?}");
    assert!(
        said.iter().any(|line| line.starts_with("templates:1:1: error[file-name]")),
        "{said:#?}"
    );
    let empty = tempfile::tempdir().expect("a folder");
    write_all(empty.path(), [("dateline.yaml", "title: A\n")]);
    assert_eq!(run(empty.path(), &["build"]).status.code(), Some(2));
}

/// The name of somebody who must not be named is in no byte of the output.
#[test]
fn protected_names_are_printed_nowhere() {
    let root = site();
    let people = "office: {name: Amal Haddad, native: NATIVENAME, aliases: [Aliasname], identify: role, roles: [{title: a nurse}]}\nnobody: {name: Omar Salem, identify: none, roles: [{title: OFFICEHIDDEN}]}\n";
    let article = "---\ntitle: Second\ntopics: [a]\n---\n[So it is](#c1 \"office says\"), says [[office|a nurse]], and [no](#c2 \"nobody denies c1\").\n";
    write_all(
        root.path(),
        [
            ("content/registry/people.yaml", people),
            ("content/articles/2011-07-19-second.md", article),
            ("dateline.yaml", "base_url: https://x.example/\n"),
        ],
    );
    let public = root.path().join("public");
    build(root.path(), &public, &[]);
    for (path, bytes) in support::tree(&public) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for name in ["Haddad", "haddad", "NATIVENAME", "Aliasname", "Salem", "OFFICEHIDDEN"] {
            assert!(!text.contains(name) && !path.contains(name), "{path} has {name}");
        }
    }
}

/// Characters that XML cannot write make no feed unreadable.
#[test]
fn feeds_are_xml_whatever_a_text_holds() {
    let root = site();
    let article = "---\ntitle: A\ntopics: [a]\n---\nOne \u{7} two \u{fffe} &#7; three &#xFFFF;.\n";
    write_all(
        root.path(),
        [
            ("content/articles/2011-07-19-odd.md", article),
            ("dateline.yaml", "base_url: https://x.example/\n"),
        ],
    );
    let public = root.path().join("public");
    build(root.path(), &public, &[]);
    let feed = std::fs::read(public.join("feed.xml")).expect("a feed");
    assert_eq!(feed_rs::parser::parse(&feed[..]).expect("a feed").entries.len(), 2);
}

#[cfg(unix)]
#[test]
fn odd_names_are_errors() {
    use std::os::unix::ffi::OsStrExt;
    let root = site();
    let odd = std::ffi::OsStr::from_bytes(b"2011-07-19-\xff.md");
    std::fs::write(root.path().join("content/articles").join(odd), ARTICLE).expect("written");
    write_all(root.path(), [("static/a\nb.txt", "x")]);
    let said = said(root.path());
    assert!(
        said.iter().any(|line| line.starts_with("content/articles:1:1: error[file-name]")),
        "{said:#?}"
    );
    assert!(
        said.iter().any(|line| line.starts_with("static/a?b.txt:1:1: error[file-name]")),
        "{said:#?}"
    );
}

#[cfg(unix)]
#[test]
fn what_the_machine_refuses_ends_with_three() {
    use std::os::unix::fs::PermissionsExt;
    let root = site();
    let public = root.path().join("public");
    build(root.path(), &public, &[]);
    let before = support::tree(&public);
    let file = root.path().join("content/articles/2011-07-18-first.md");
    // Who may read everything is not refused by a mode; a folder in place of the parent is.
    let refused = match std::fs::set_permissions(&file, PermissionsExt::from_mode(0o000)) {
        Ok(()) => std::fs::read(&file).is_err(),
        Err(_) => false,
    };
    if refused {
        assert_eq!(run(root.path(), &["build", "--at", AT]).status.code(), Some(3));
        assert_eq!(support::tree(&public), before);
    }
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o644)).expect("restored");
    write_all(root.path(), [("a-file", "x")]);
    let output = run(root.path(), &["build", "--at", AT, "-o", "a-file/public"]);
    assert!(
        [Some(2), Some(3)].contains(&output.status.code()),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn wrong_usage_ends_with_two() {
    let root = site();
    for arguments in [
        &["build", "--at", "soon"][..],
        &["build", "--base-url", "htp:/x"],
        &["build", "--jobs", "0"],
        &["explain", "no-such-code"],
        &["schema", "no-such-kind"],
        &["why", "/no/such/page/"],
        &["frobnicate"],
        &["new", "article"],
        &["new", "article", "A", "--date", "soon"],
        &["new", "note", "--from", "x"],
    ] {
        let output = run(root.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
    let empty = tempfile::tempdir().expect("a folder");
    assert_eq!(run(empty.path(), &["build"]).status.code(), Some(2));
    assert_eq!(run(&empty.path().join("nowhere"), &["build"]).status.code(), Some(2));
}

#[test]
fn new_never_writes_over_a_file_and_init_never_into_one() {
    let root = site();
    let arguments = ["new", "article", "First", "--date", "2011-07-20"];
    assert_eq!(run(root.path(), &arguments).status.code(), Some(0));
    assert_eq!(run(root.path(), &arguments).status.code(), Some(2));
    let folder = root.path().to_str().expect("UTF-8");
    let output = support::dateline().args(["init", folder]).output().expect("runs");
    assert_eq!(output.status.code(), Some(2));
}

/// A new site builds without a word.
#[test]
fn a_new_site_has_nothing_to_complain_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    let output =
        support::dateline().args(["init", site.to_str().expect("UTF-8")]).output().expect("runs");
    assert_eq!(output.status.code(), Some(0));
    let output = run(&site, &["build", "--strict"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
