//! What the preview shows with `--drafts`, and that nothing of it can be published.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use support::preview::{Preview, settle, site};
use support::{build, demo, run, tree, write_all};

/// Of each kind that readers do not see: a file, its address, the word on its stamp.
const WITHHELD: [(&str, &str, &str, &str); 5] = [
    ("content/articles/2011/07/19-d.md", "status: draft", "/2011/07/19/d/", "draft"),
    ("content/articles/2011/07/19-h.md", "status: held", "/2011/07/19/h/", "held"),
    (
        "content/articles/2011/07/19-e.md",
        "embargo: 2030-01-01T08:00+01:00",
        "/2011/07/19/e/",
        "scheduled",
    ),
    ("content/notes/2011-07-19-i.md", "internal: true", "/notes/2011-07-19-i/", "internal"),
    ("content/pages/p.md", "draft: true", "/p/", "draft"),
];
/// Of each kind that is of the past, and stays away.
const GONE: [(&str, &str, &str); 2] = [
    ("content/articles/2011/07/19-w.md", "status: withdrawn", "/2011/07/19/w/"),
    ("content/articles/2011/07/19-x.md", "expires: 2011-08-01T00:00+00:00", "/2011/07/19/x/"),
];

fn text(path: &str, key: &str) -> String {
    let kind = path.split('/').nth(1).unwrap_or_default();
    let keys = match kind {
        "articles" => "date: 2011-07-19\ntopics: [libya-2011]\nsource: soundings\nrights: own\n",
        "notes" => "date: 2011-07-19\non: [libya-2011]\n",
        _ => "",
    };
    format!("---\ntitle: Zanzibar {path}\n{keys}{key}\n---\nZanzibar words.\n")
}

fn with_withheld() -> tempfile::TempDir {
    let site = site();
    for (path, key, ..) in WITHHELD {
        write_all(site.path(), [(path, text(path, key).as_str())]);
    }
    for (path, key, _) in GONE {
        write_all(site.path(), [(path, text(path, key).as_str())]);
    }
    site
}

#[test]
fn without_the_flag_the_preview_shows_what_readers_see() {
    let site = with_withheld();
    let preview = Preview::of(site.path());
    settle(&preview, site.path(), "the start");
    for (_, _, url, _) in WITHHELD {
        assert_eq!(preview.get(url).status, 404, "{url}");
    }
    let page = preview.get("/").text();
    assert!(page.contains("Not shown: ") && page.contains("serve -D"), "{page}");
    assert!(!page.contains("Zanzibar"));
    assert!(preview.state()["stamps"].as_object().expect("a map").is_empty());
}

#[test]
fn with_the_flag_each_has_its_stamp_and_the_bar_counts_them() {
    let site = with_withheld();
    let preview = Preview::with(site.path(), &["--port", "0", "-D"]);
    for (path, _, url, word) in WITHHELD {
        let page = preview.get(url);
        assert_eq!(page.status, 200, "{url}");
        let html = page.text();
        assert!(html.contains(&format!("<b>{word}</b> <span>Readers do not see")), "{url}: {html}");
        assert!(html.contains("Zanzibar words."), "{url}");
        let full = site.path().canonicalize().expect("a folder").join(path);
        let link = format!("<a href=\"vscode://file{}:", full.display());
        assert!(html.contains(&link), "{url} does not link to {link}: {html}");
        assert_eq!(preview.state()["stamps"][url], word);
    }
    for (_, _, url) in GONE {
        assert_eq!(preview.get(url).status, 404, "{url}");
    }
    let day = preview.get("/2011/07/19/").text();
    assert!(day.contains("Readers will not find on this page:"));
    // Three drafts (one of them the demo's), two held, two scheduled, two internal.
    let bar =
        "With drafts: 9 things readers do not see</b> (3 draft, 2 held, 2 internal, 2 scheduled)";
    assert!(day.contains(bar), "{day}");
}

#[test]
fn the_editor_is_the_desks_own() {
    let site = site();
    let settings = std::fs::read_to_string(site.path().join("dateline.yaml")).expect("readable");
    let own = format!("{settings}\neditor: \"idea://open?file={{path}}&line={{line}}\"\n");
    write_all(site.path(), [("dateline.yaml", own.as_str())]);
    let preview = Preview::of(site.path());
    let page = preview.get("/about/").text();
    let file = site.path().canonicalize().expect("a folder").join("content/pages/about.md");
    assert!(page.contains(&format!("idea://open?file={}&amp;line=2\"", file.display())), "{page}");
}

/// The gate is a matter of types: only a run for readers ends in what can be published. This holds
/// that no command but `serve` asks for more.
#[test]
fn only_the_preview_asks_for_what_readers_do_not_see() {
    let mut seen = 0;
    for (path, bytes) in tree(&demo().join("src")) {
        let text = String::from_utf8_lossy(&bytes);
        if text.contains("Audience::Desk") || text.contains("proof_of(") {
            let rooms = ["serve/", "cli/serve.rs", "desk/gate.rs", "pipeline.rs"];
            assert!(rooms.iter().any(|room| path.starts_with(room)), "src/{path}");
            seen += 1;
        }
    }
    assert!(seen > 2);
    let refused = run(site().path(), &["build", "--drafts"]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn a_preview_with_drafts_changes_no_byte_of_a_build() {
    let site = with_withheld();
    let (before, after) = (site.path().join("one"), site.path().join("two"));
    build(site.path(), &before, &["--quiet"]);
    let preview = Preview::with(site.path(), &["--port", "0", "-D"]);
    assert_eq!(preview.get(WITHHELD[0].2).status, 200);
    build(site.path(), &after, &["--quiet"]);
    assert_eq!(tree(&before), tree(&after));
    for (path, bytes) in tree(&after) {
        assert!(!String::from_utf8_lossy(&bytes).contains("Zanzibar"), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_becomes_a_link_is_no_longer_served() {
    let site = support::preview::site();
    let secret = tempfile::tempdir().expect("a folder");
    std::fs::write(secret.path().join("s.css"), "OUTSIDE").expect("written");
    std::fs::write(site.path().join("static/x.txt"), "inside").expect("written");
    let preview = Preview::of(site.path());
    assert_eq!(preview.get("/x.txt").text(), "inside");
    let file = site.path().join("static/x.txt");
    std::fs::remove_file(&file).expect("removed");
    std::os::unix::fs::symlink(secret.path().join("s.css"), &file).expect("linked");
    assert!(!preview.get("/x.txt").text().contains("OUTSIDE"));
    std::fs::rename(site.path().join("static"), site.path().join("away")).expect("renamed");
    std::os::unix::fs::symlink(secret.path(), site.path().join("static")).expect("linked");
    for _ in 0..20 {
        assert!(!preview.get("/s.css").text().contains("OUTSIDE"));
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

#[test]
fn a_name_kept_back_stops_the_preview_as_it_stops_a_build() {
    let site = support::preview::site();
    let people = site.path().join("content/registry/people.yaml");
    let text = std::fs::read_to_string(&people).expect("readable");
    let clerk = "clerk: {name: Abdulkarim Zarroug, identify: role, roles: [{title: clerk}]}\n";
    std::fs::write(&people, format!("{text}{clerk}")).expect("written");
    let preview = Preview::of(site.path());
    assert_eq!(preview.state()["good"], true);
    let article = site.path().join("content/articles/2011/07/19-two-accounts-of-brega.md");
    let text = std::fs::read_to_string(&article).expect("readable");
    let told = format!("{text}\nIt was Abdulkarim Zarroug who said so.\n");
    std::fs::write(&article, told).expect("written");
    preview.until("the message", |preview| preview.state()["good"] == false);
    for path in ["/", "/feed.xml", "/feed.json", "/2011/07/19/two-accounts-of-brega/"] {
        assert!(!preview.get(path).text().contains("Zarroug"), "{path}");
    }
    std::fs::write(&article, text).expect("written");
    preview.until("no message", |preview| preview.state()["good"] == true);
}
