//! What stands in `public/` after a build: the old site or the new one, and nothing of others.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::path::Path;
use std::time::{Duration, SystemTime};

use support::cases::Case;
use support::{AT, build, run, tree, write_all};

const ARTICLE: &str = "---\ntitle: First\ntopics: [a]\n---\nText.\n";
const SECOND: &str = "---\ntitle: Second\ntopics: [a]\n---\nText.\n";

fn site() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    write_all(
        root.path(),
        [
            ("content/articles/2011-07-18-first.md", ARTICLE),
            ("content/articles/2011-07-19-second.md", SECOND),
        ],
    );
    root
}

fn age(folder: &Path) {
    let old = SystemTime::now() - Duration::from_secs(86_400);
    for entry in walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
    {
        std::fs::File::options()
            .write(true)
            .open(entry.path())
            .and_then(|file| file.set_modified(old))
            .expect("aged");
    }
}

fn modified(file: &Path) -> SystemTime {
    file.metadata().and_then(|data| data.modified()).expect("a time")
}

#[test]
fn unchanged_files_keep_their_time_and_gone_pages_go() {
    let root = site();
    let public = root.path().join("public");
    build(root.path(), &public, &[]);
    age(&public);
    std::fs::remove_file(root.path().join("content/articles/2011-07-18-first.md"))
        .expect("removed");
    let said = build(root.path(), &public, &[]);
    assert!(!public.join("2011/07/18").exists(), "a page that is gone is gone");
    let kept = SystemTime::now() - Duration::from_secs(80_000);
    assert!(modified(&public.join("s.css")) < kept, "the style sheet did not change");
    assert!(modified(&public.join("index.html")) > kept, "the home page did");
    assert!(said.contains("removed"), "{said}");
    let again = build(root.path(), &public, &[]);
    assert!(again.contains("0 written") && again.contains("0 removed"), "{again}");
}

#[test]
fn an_error_leaves_the_old_site_as_it_was() {
    let root = site();
    let public = root.path().join("public");
    build(root.path(), &public, &[]);
    let before = tree(&public);
    for (path, text) in [
        ("content/articles/2011-07-20-bad.md", "---\ntitel: A\n---\n"),
        ("templates/article.html", "{{ article.nothing }}"),
        ("templates/day.html", "{% if %}"),
    ] {
        write_all(root.path(), [(path, text)]);
        let output = run(root.path(), &["build", "--at", AT]);
        assert_eq!(
            output.status.code(),
            Some(1),
            "{path}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert_eq!(tree(&public), before, "{path}");
        std::fs::remove_file(root.path().join(path)).expect("removed");
    }
    let left: Vec<_> = std::fs::read_dir(root.path())
        .expect("a folder")
        .filter_map(Result::ok)
        .map(|entry| entry.file_name())
        .collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let root = site();
    write_all(root.path(), [("public/holiday.txt", "mine"), ("elsewhere/x.txt", "mine")]);
    for output in ["public", "elsewhere"] {
        let refused = run(root.path(), &["build", "--at", AT, "-o", output]);
        assert_eq!(refused.status.code(), Some(3), "{output}");
    }
    assert_eq!(
        std::fs::read_to_string(root.path().join("public/holiday.txt")).expect("there"),
        "mine"
    );
    for output in ["content", "content/public", ".", "/", "templates/x", "private"] {
        let refused = run(root.path(), &["build", "--at", AT, "-o", output]);
        assert_eq!(
            refused.status.code(),
            Some(2),
            "{output}: {}",
            String::from_utf8_lossy(&refused.stderr)
        );
    }
}

#[test]
fn what_is_named_to_stay_stays_and_what_was_changed_by_hand_stops_the_build() {
    let root = site();
    let public = root.path().join("public");
    build(root.path(), &public, &[]);
    write_all(
        root.path(),
        [("public/CNAME", "post.example\n"), ("public/.git/HEAD", "ref: main\n")],
    );
    let refused = run(root.path(), &["build", "--at", AT]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(3), "{said}");
    assert!(said.contains("`public/.git/HEAD`, `public/CNAME`"), "{said}");
    assert!(said.contains("keep: [CNAME]"), "{said}");
    write_all(root.path(), [("dateline.yaml", "title: Post\nkeep: [CNAME, .git]\n")]);
    build(root.path(), &public, &[]);
    assert_eq!(tree(&public)["CNAME"], b"post.example\n");
    assert_eq!(tree(&public)[".git/HEAD"], b"ref: main\n");
    write_all(root.path(), [("public/index.html", "<p>mended by hand")]);
    let refused = run(root.path(), &["build", "--at", AT]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(3), "{said}");
    assert!(said.contains("changed after they were written: `public/index.html`"), "{said}");
    assert_eq!(tree(&public)["index.html"], b"<p>mended by hand");
    std::fs::remove_file(public.join("index.html")).expect("removed");
    build(root.path(), &public, &[]);
    assert!(tree(&public)["index.html"].len() > 100);
}

#[test]
fn what_is_not_published_changes_no_byte() {
    let root = site();
    let public = root.path().join("public");
    build(root.path(), &public, &[]);
    let before = tree(&public);
    let private = [
        (
            "content/articles/2011-07-18-draft.md",
            "---\ntitle: Secret one\ntopics: [secret]\nplaces: [Hideout]\nstatus: draft\n---\nSee [[first]].\n",
        ),
        (
            "content/articles/2011-07-18-held.md",
            "---\ntitle: Secret two\ntopics: [a]\nstatus: held\n---\n[x](#c1 \"somebody says\")\n",
        ),
        ("content/articles/2031-07-18-later.md", "---\ntitle: Secret three\ntopics: [a]\n---\n"),
        (
            "content/articles/2011-07-18-embargo.md",
            "---\ntitle: Secret four\ntopics: [a]\nembargo: 2031-01-01T00:00Z\n---\n",
        ),
        (
            "content/articles/2011-07-18-old.md",
            "---\ntitle: Secret five\ntopics: [a]\nexpires: 2012-01-01T00:00Z\n---\n",
        ),
        (
            "content/notes/2011-07-20-inside.md",
            "---\non: [first]\ninternal: true\n---\nSecret six.\n",
        ),
        ("content/briefings/2031-07-18.md", "---\ntitle: Secret seven\n---\n"),
        ("content/pages/plan.md", "---\ntitle: Secret eight\ndraft: true\n---\n"),
        ("private/names.md", "Secret nine"),
        ("content/.hidden.md", "Secret ten"),
        ("static/.env", "Secret eleven"),
        ("static/notes.txt~", "Secret twelve"),
    ];
    write_all(root.path(), private);
    build(root.path(), &public, &[]);
    assert_eq!(tree(&public), before);
    let listed = support::run_well(root.path(), &["list", "--at", AT, "--format", "short"]);
    for state in ["draft\t", "held\t", "scheduled\t", "expired\t", "internal\t"] {
        assert!(listed.contains(state), "{state} is not in\n{listed}");
    }
}

#[test]
fn a_scheduler_is_told_when_the_next_goes_live() {
    let root = site();
    let text = |embargo: &str, title: &str| {
        format!(
            "---\ntitle: {title}\ndate: 2011-07-18\ntopics: [brega]\nembargo: {embargo}\n---\nText.\n"
        )
    };
    write_all(
        root.path(),
        [
            (
                "content/articles/2011-07-18-a.md",
                text("2031-01-02T00:00:00+00:00", "Later").as_str(),
            ),
            (
                "content/articles/2011-07-18-b.md",
                text("2031-01-01T01:00:00+02:00", "Sooner").as_str(),
            ),
        ],
    );
    let list = |format: &str| {
        let at = "2030-12-31T22:59:00+00:00";
        support::run_well(root.path(), &["list", "scheduled", "--at", at, "--format", format])
    };
    let lines: Vec<serde_json::Value> =
        list("json").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let told: Vec<_> = lines.iter().map(|line| (&line["title"], &line["seconds"])).collect();
    assert_eq!(told, [(&"Sooner".into(), &60.into()), (&"Later".into(), &90_060.into())]);
    let said = list("human");
    assert!(said.ends_with("the next goes live in 60 seconds\n"), "{said}");
    // In UTC too, whatever the zone of the desk.
    assert!(
        said.contains("2030-12-31 23:00 UTC") || said.contains("2030-12-31T23:00:00Z"),
        "{said}"
    );
}

#[test]
fn thirty_mistakes_in_thirty_files_are_said_in_one_run() {
    let text = std::fs::read_to_string(support::demo().join("tests/thirty.txt")).expect("readable");
    let case = Case::parse(&text);
    let files: std::collections::BTreeSet<&str> = case
        .expected
        .iter()
        .map(|expected| expected.head.split(':').next().unwrap_or_default())
        .collect();
    assert!(files.len() >= 30, "{} files have mistakes", files.len());
    let root = site();
    let public = root.path().join("public");
    build(root.path(), &public, &[]);
    let before = tree(&public);
    case.write(root.path());
    let output = run(root.path(), &["build", "--at", AT, "--format", "short"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    for expected in &case.expected {
        let found = said.lines().any(|line| line.starts_with(&expected.head));
        assert!(found, "not said: {} {}\n{said}", expected.head, expected.part);
    }
    let errors = said.lines().filter(|line| line.contains(": error[")).count();
    assert_eq!(
        errors,
        case.expected.iter().filter(|expected| expected.head.contains(": error[")).count(),
        "{said}"
    );
    assert_eq!(tree(&public), before);
}
