//! What a build would change, in words: pairs of sites, and exactly what is said of each.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::path::Path;

use support::{AT, build, run, write_all};

const FIRST: &str = "content/articles/2011-07-18-gate.md";
const SECOND: &str = "content/articles/2011-07-19-port.md";
const NOTE: &str = "content/notes/2011-07-19-count.md";
const EDITION: &str = "content/briefings/2011-07-19.md";
const TOPIC: &str = "content/topics/brega.md";
const ABOUT: &str = "content/pages/about.md";

/// A small site of each kind of text.
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write_all(
        folder.path(),
        [
            ("dateline.yaml", "title: Briefing\nbase_url: https://b.example/\n"),
            (TOPIC, "---\ntitle: Brega\n---\nA port on the gulf. It has changed hands.\n"),
            (
                FIRST,
                "---\ntitle: Rebels at the gate\ndate: 2011-07-18\ntopics: [brega]\nsource: wire\nrights: own\n---\n\
                 [They hold the gate.](#c1 \"ntc says\") It was a long day. [Thirty died.](#k1 \"ntc: gov killed 30 2011-07-18\")\n\nMines lie in the streets.\n",
            ),
            (
                SECOND,
                "---\ntitle: The port is quiet\ndate: 2011-07-19\ntopics: [brega]\nsource: wire\nrights: own\n---\n\
                 Ships wait outside.\n",
            ),
            (
                NOTE,
                "---\ndate: 2011-07-19\non: [gate]\n---\nThe count is of the first day alone.\n",
            ),
            (
                EDITION,
                "---\ntitle: A day of waiting\ndate: 2011-07-19\ntakeaways: [The port is quiet.]\n---\nNobody moved.\n",
            ),
            (ABOUT, "---\ntitle: About us\n---\nWe read and compare.\n"),
            (
                "content/registry/actors.yaml",
                "ntc: {name: National council, side: rebels}\ngov: {name: Government, side: government}\n",
            ),
            ("content/registry/sources.yaml", "wire: {name: A wire, kind: agency}\n"),
            ("static/map.txt", "A map in words.\n"),
        ],
    );
    build(folder.path(), &folder.path().join("public"), &[]);
    folder
}

fn replace(root: &Path, path: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(root.join(path)).expect("there");
    assert!(text.contains(from), "{path} does not say {from}");
    write_all(root, [(path, text.replacen(from, to, 1).as_str())]);
}

fn said(root: &Path, more: &[&str]) -> String {
    let ran = run(root, &[&["diff"], more].concat());
    let said = String::from_utf8(ran.stdout).expect("UTF-8");
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    said
}

type Pair = (&'static str, fn(&Path));

/// Edits. What is said of each stands in a file of its name.
const PAIRS: [Pair; 20] = [
    ("nothing", |_| {}),
    ("a word", |root| replace(root, FIRST, "a long day", "a short day")),
    ("a sentence more", |root| {
        replace(root, FIRST, "streets.\n", "streets. Nobody cleared them.\n")
    }),
    ("a sentence less", |root| replace(root, FIRST, "It was a long day. ", "")),
    ("a headline", |root| replace(root, SECOND, "The port is quiet", "The port is shut")),
    ("a report more", |root| {
        let text = std::fs::read_to_string(root.join(SECOND)).expect("there");
        let text =
            text.replace("The port is quiet", "Ships turn back").replace("outside", "no more");
        write_all(root, [("content/articles/2011-07-19-ships.md", text.as_str())]);
    }),
    ("a report less", |root| std::fs::remove_file(root.join(SECOND)).expect("gone")),
    ("a report held back", |root| {
        replace(root, SECOND, "rights: own", "rights: own\nstatus: held")
    }),
    ("a figure", |root| replace(root, FIRST, "killed 30 ", "killed 13 ")),
    ("a verb", |root| replace(root, FIRST, "\"ntc says\"", "\"ntc reports\"")),
    ("a denial", |root| {
        replace(
            root,
            SECOND,
            "Ships wait outside.",
            "[Nobody holds it.](#c1 \"gov denies gate#c1\")",
        )
    }),
    ("a note more", |root| {
        write_all(
            root,
            [(
                "content/notes/2011-07-19-b.md",
                "---\ndate: 2011-07-19\non: [port]\n---\nSeen from the sea.\n",
            )],
        )
    }),
    ("a note", |root| replace(root, NOTE, "first day", "second day")),
    ("a takeaway", |root| replace(root, EDITION, "[The port is quiet.]", "[The port is shut.]")),
    ("a topic", |root| replace(root, TOPIC, "A port", "An oil port")),
    ("a page", |root| replace(root, ABOUT, "compare", "ask")),
    ("a file", |root| {
        write_all(root, [("static/list.txt", "A list.\n"), ("static/map.txt", "Another map.\n")])
    }),
    ("an address", |root| {
        std::fs::rename(root.join(SECOND), root.join("content/articles/2011-07-19-harbour.md"))
            .expect("moved")
    }),
    ("a template", |root| {
        let own = "{% extends \"default/page.html\" %}{% block main %}<p class=\"x\">{{ super() }}</p>{% endblock %}";
        write_all(root, [("templates/page.html", own)]);
    }),
    ("a name", |root| replace(root, "content/registry/sources.yaml", "A wire", "The wire")),
];

#[test]
fn exactly_what_changed_is_said() {
    let mut wrong = Vec::new();
    for (name, edit) in PAIRS {
        let site = site();
        edit(site.path());
        let before = support::tree(&site.path().join("public"));
        let said = said(site.path(), &["--at", AT]);
        assert_eq!(support::tree(&site.path().join("public")), before, "{name}: it wrote");
        let file = format!("tests/diff/{}.txt", name.replace(' ', "-"));
        let expected = std::fs::read_to_string(support::demo().join(&file)).unwrap_or_default();
        if said != expected {
            wrong.push(format!("== {file}\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_kept_manifest_knows_addresses_and_no_words() {
    let site = site();
    let (root, kept) = (site.path(), "kept-manifest");
    std::fs::copy(root.join("public/.dateline-manifest"), root.join(kept)).expect("kept");
    replace(root, FIRST, "a long day", "a short day");
    std::fs::rename(root.join(SECOND), root.join("content/articles/2011-07-19-harbour.md"))
        .expect("moved");
    std::fs::remove_dir_all(root.join("public")).expect("gone");
    let said = said(root, &[kept, "--at", AT]);
    let expected = "added    /2011/07/19/harbour/  The port is quiet – Briefing\n\
        gone     /2011/07/19/port/\n\
        form     /2011/07/18/gate/, /briefings/2011-07-19/, /actors/gov/ and 7 more pages\n\
        1 page added, 1 gone, 0 changed; 10 more pages and 8 other files follow from that\n";
    assert_eq!(said, expected);
}

#[test]
fn scripts_are_told_each_change_as_a_line() {
    let site = site();
    replace(site.path(), NOTE, "first day", "second day");
    write_all(site.path(), [("static/list.txt", "A list.\n")]);
    let said = said(site.path(), &["--at", AT, "--format", "json"]);
    let lines: Vec<serde_json::Value> =
        said.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert_eq!(lines[0]["change"], "changed");
    assert_eq!(lines[0]["url"], "/2011/07/18/gate/");
    assert_eq!(lines[0]["was"][0], "The count is of the first day alone.");
    assert_eq!(lines[0]["now"][0], "The count is of the second day alone.");
    assert_eq!(lines[0]["also"].as_array().expect("a list").len(), 3);
    assert_eq!(
        lines[1],
        serde_json::json!({ "change": "file", "path": "list.txt", "fate": "added" })
    );
    let following = lines.iter().filter(|line| line["change"] == "following").count();
    assert_eq!((following, lines.len()), (3, 5));
}

#[test]
fn a_folder_that_is_not_ours_is_not_compared() {
    let site = site();
    std::fs::remove_file(site.path().join("public/.dateline-manifest")).expect("gone");
    let ran = run(site.path(), &["diff", "--at", AT]);
    assert_eq!(ran.status.code(), Some(3), "{}", String::from_utf8_lossy(&ran.stderr));
}
