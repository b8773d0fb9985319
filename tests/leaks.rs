//! The leak guard: what the desk keeps to itself is in no byte of what is published.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::path::Path;

use support::{AT, demo, run, tree, write_all};

const DRAFT: &str = "---\ntitle: The ferry that nobody saw\ndate: 2011-07-18\ntopics: [sea]\nstatus: draft\nsource: Post\nstandfirst: A harbour pilot says that it never left.\n---\nThe crew of the ferry were told to say [nothing at all](#c1 \"gov says\") about it. Short one.\n<!-- our source in the port is not to be called -->\n";
const PUBLIC: &str = "---\ntitle: Ships\ndate: 2011-07-18\ntopics: [sea]\nsource: Post\nrights: own\n---\nTwo ships lay in the harbour on that day, and no more.\n";

fn site(more: &[(&str, &str)]) -> tempfile::TempDir {
    let site = tempfile::tempdir().expect("a folder");
    let files = [
        ("dateline.yaml", "title: Post\nbase_url: https://post.example/\n"),
        ("content/topics/sea.md", "---\ntitle: Sea\n---\n"),
        ("content/registry/actors.yaml", "gov:\n  name: Harbour office\n"),
        ("content/articles/2011-07-18-ferry-nobody-saw.md", DRAFT),
        ("content/articles/2011-07-18-ships.md", PUBLIC),
    ];
    write_all(site.path(), files);
    write_all(site.path(), more.iter().copied());
    site
}

/// Builds, and says the exit code with what was said.
fn built(root: &Path) -> (Option<i32>, String) {
    let output = run(root, &["build", "--at", AT, "--format", "short"]);
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Builds a site that must be refused, over one that stands, and gives the messages.
#[track_caller]
fn refused(more: &[(&str, &str)]) -> String {
    let site = site(&[]);
    let (code, said) = built(site.path());
    assert_eq!(code, Some(0), "{said}");
    let before = tree(&site.path().join("public"));
    write_all(site.path(), more.iter().copied());
    let (code, said) = built(site.path());
    assert_eq!(code, Some(4), "{said}");
    assert!(said.contains("error[leak]"), "{said}");
    assert!(tree(&site.path().join("public")) == before, "the old site is not as it was");
    assert!(!site.path().join(".public.dateline-new").exists());
    let checked = run(site.path(), &["check", "--at", AT]);
    assert_eq!(checked.status.code(), Some(4), "`check` says the same");
    said
}

#[test]
fn what_is_held_back_is_no_leak_by_itself() {
    let (code, said) = built(site(&[]).path());
    assert_eq!((code, said.contains("leak")), (Some(0), false), "{said}");
    // The demo holds four texts back, and lists nothing.
    let output = tempfile::tempdir().expect("a folder");
    let target = output.path().join("public");
    let run = run(&demo(), &["build", "--at", AT, "-o", target.to_str().expect("UTF-8")]);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn a_listed_word_is_found_in_texts_names_and_files_and_not_repeated() {
    let list = ("private/secrets.txt", "# who must not be named\n\nAmal  Haddad\n");
    let article = |body: &str| PUBLIC.replace("Two ships", body);
    for body in ["Amal *Haddad* said so. Two ships", "AMAL\nHADDAD. Two ships", "Amal\u{ad} Haddad"]
    {
        let said = refused(&[list, ("content/articles/2011-07-18-ships.md", &article(body))]);
        assert!(
            said.contains(
                "private/secrets.txt:3:1: error[leak]: readers would find words of this list in "
            ),
            "{said}"
        );
        assert!(said.contains("2011/07/18/"), "{said}");
        assert!(!said.to_lowercase().contains("haddad"), "a log would tell: {said}");
    }
    let said = refused(&[list, ("static/files/amal-haddad.csv", "a,b\n")]);
    assert!(!said.contains("files/amal-haddad.csv: "), "{said}");
    refused(&[list, ("static/amal/haddad.txt", "a")]);
    refused(&[list, ("static/note.txt", "Written by Amal\nHaddad")]);
    refused(&[list, ("static/data.json", r#"{"by":"Amal\u0020Haddad"}"#)]);
}

#[test]
fn a_listed_word_is_found_in_files_that_are_no_text() {
    for bytes in [
        [&b"\xff\xfe\x00"[..], b"by AMAL HADDAD\xff"].concat(),
        [
            &b"%PDF-1.4 \xe2\xe3"[..],
            &"Amal Haddad".encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>(),
        ]
        .concat(),
        "\u{1}Amal Haddad".encode_utf16().flat_map(u16::to_le_bytes).chain([0xff]).collect(),
    ] {
        let site = site(&[("private/secrets.txt", "Amal Haddad\n")]);
        std::fs::create_dir_all(site.path().join("static")).expect("a folder");
        std::fs::write(site.path().join("static/paper.bin"), bytes).expect("written");
        let (code, said) = built(site.path());
        assert_eq!(code, Some(4), "{said}");
        assert!(said.contains("paper.bin"), "{said}");
        assert!(!site.path().join("public").exists());
    }
}

#[test]
fn a_draft_is_found_in_what_templates_and_files_say_by_themselves() {
    let headline =
        refused(&[("static/coming.html", "<h1>Soon: The <b>ferry</b> that nobody saw</h1>")]);
    assert!(headline.contains("content/articles/2011-07-18-ferry-nobody-saw.md:2:8: error[leak]: readers would find the headline of this held-back text in coming.html"), "{headline}");
    refused(&[("static/coming.html", "<a href=\"/2011/07/18/ferry-nobody-saw/\">soon</a>")]);
    refused(&[(
        "static/a.txt",
        "They were told: the crew of the ferry were told to say\nnothing at all about it.",
    )]);
    refused(&[("static/a.txt", "a harbour pilot says that it never left")]);
    refused(&[("static/a.txt", "Our source in the port is not to be called!")]);
    let template = "{% extends \"default/404.html\" %}{% block main %}<h1>The ferry that nobody saw</h1>{% endblock %}";
    let said = refused(&[("templates/404.html", template)]);
    assert!(said.contains("404.html"), "{said}");
    // A sentence that anybody may write is none.
    let (code, said) = built(site(&[("static/a.txt", "Short one. Nothing at all.")]).path());
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn what_a_public_source_says_is_no_secret() {
    let shared = "Two ships lay in the harbour on that day, and no more.";
    let draft = DRAFT
        .replace("Short one.", shared)
        .replace("The ferry that nobody saw", "Ships of the whole harbour");
    let public = PUBLIC.replace("title: Ships", "title: Ships of the whole harbour");
    let site = site(&[
        ("content/articles/2011-07-18-ferry-nobody-saw.md", &draft),
        ("content/articles/2011-07-18-ships.md", &public),
    ]);
    let (code, said) = built(site.path());
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn a_name_that_must_not_be_printed_is_found_in_files_too() {
    let person =
        ("content/registry/people.yaml", "nurse:\n  name: Salma Qasim\n  identify: role\n");
    let said = refused(&[person, ("static/letter.txt", "Signed, SALMA QASIM")]);
    assert!(said.contains("content/registry/people.yaml:1:1: error[leak]: readers would find the name of a person who must not be named in letter.txt"), "{said}");
    assert!(!said.to_lowercase().contains("qasim"), "{said}");
}
