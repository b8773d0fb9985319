//! Corrections: what readers got is struck and replaced, wherever it stands, and never erased.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use support::{run, tree, write_all};

const RELEASED: &str = "2011-07-20T12:00:00Z";
const GATE: &str = "content/articles/2011-07-19-gate.md";
const EDITION: &str = "content/briefings/2011-07-19.md";

/// A site whose edition was released.
fn released() -> tempfile::TempDir {
    let site = tempfile::tempdir().expect("a folder");
    let gate = "---\ntitle: Rebels at the gate\ntopics: [brega]\nsource: wire\nsummary: In short.\n---\n\
        [They hold the gate.](#c1 \"ntc says\") [Thirty died.](#k1 \"ntc: gov killed 30 2011-07-18\")\n\n\
        A *long* day of <waiting>.\n";
    let edition = "---\ntitle: A day of waiting\ndate: 2011-07-19\ntakeaways: [The port is quiet.]\n---\n\
        Nobody *moved* & no one spoke.\n";
    let gate = gate.replace("<waiting>", "waiting");
    let files = [
        ("dateline.yaml", "title: Briefing\nbase_url: https://b.example/\n"),
        (GATE, gate.as_str()),
        (EDITION, edition),
        // Not in the edition: its claim and its figure keep the ledgers when the other one goes.
        (
            "content/articles/2011-07-18-port.md",
            "---\ntitle: The port\ntopics: [brega]\nsource: wire\n---\n\
             [It is open.](#c1 \"gov says\") [Two died.](#k1 \"ntc: gov killed 2 2011-07-17\")\n",
        ),
        ("content/registry/actors.yaml", "ntc: {name: Council}\ngov: {name: Government}\n"),
        ("content/registry/sources.yaml", "wire: {name: A wire}\n"),
    ];
    write_all(site.path(), files);
    let ran = run(site.path(), &["release", "2011-07-19", "--at", RELEASED]);
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
    site
}

fn build_at(root: &Path, at: &str) -> Result<BTreeMap<String, String>, String> {
    let ran = run(root, &["build", "--at", at, "--format", "short"]);
    match ran.status.code() {
        Some(0) => {
            let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
            Ok(tree(&root.join("public")).into_iter().map(|(p, b)| (p, text(b))).collect())
        }
        _ => Err(String::from_utf8(ran.stderr).expect("UTF-8")),
    }
}

fn build(root: &Path) -> Result<BTreeMap<String, String>, String> {
    build_at(root, "2011-08-20T12:00:00Z")
}

fn edit(root: &Path, path: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(root.join(path)).expect("there");
    assert!(text.contains(from), "{path} does not say {from}");
    write_all(root, [(path, text.replacen(from, to, 1).as_str())]);
}

fn correct(root: &Path, name: &str, keys: &str) {
    let path = format!("content/corrections/{name}.md");
    write_all(root, [(path.as_str(), format!("---\n{keys}\n---\nWe had misread it.\n").as_str())]);
}

#[test]
fn a_released_edition_shows_what_stood_there() {
    let site = released();
    let root = site.path();
    edit(root, EDITION, "The port is quiet.", "The port is shut & dark.");
    correct(root, "2011-07-21-port", "target: \"2011-07-19\"\nwas: quiet\nnow: shut & dark");
    let files = build(root).expect("what was released and its correction give what stands there");
    for page in ["briefings/2011-07-19/index.html", "index.html"] {
        let html = &files[page];
        let struck = "The port is <del>quiet</del> <ins>shut &amp; dark</ins>.";
        assert!(html.contains(struck), "{page}: {html}");
        assert!(
            html.contains("<b>Correction</b>") && html.contains("We had misread it."),
            "{page}"
        );
    }
    let plain = &files["briefings/2011-07-19/index.txt"];
    assert!(plain.contains("Correction, 21 July 2011: [struck out: quiet]"), "{plain}");
    let mail = &files["briefings/2011-07-19/mail.html"];
    assert!(mail.contains("<del>quiet</del> <ins>shut &amp; dark</ins>"), "{mail}");
    let all = &files["corrections/index.html"];
    assert!(all.contains("id=\"dl-2011-07-21-port\"") && all.contains("<del>quiet</del>"), "{all}");
    assert!(all.contains("href=\"../briefings/2011-07-19/\""), "{all}");
    for feed in ["feed.xml", "corrections/feed.xml", "corrections/feed.json"] {
        assert!(files[feed].contains("2011-07-21T00:00:00Z"), "{feed}: {}", files[feed]);
    }
    assert!(files["corrections/feed.xml"].contains("Correction: A day of waiting"));
    assert!(files["topics/index.html"].contains("corrections/"));
    // The same words again, put right a second time.
    edit(root, EDITION, "shut & dark", "open");
    let said = build(root).expect_err("the first correction does not say so");
    assert!(said.contains("error[frozen-text]"), "{said}");
    correct(
        root,
        "2011-07-22-again",
        "target: /briefings/2011-07-19/\nwas: shut & dark\nnow: open",
    );
    let files = build(root).expect("both together do");
    assert!(files["corrections/index.html"].contains("2 corrections"));
    // Without the first, the words that readers got are not accounted for.
    std::fs::remove_file(root.join("content/corrections/2011-07-21-port.md")).expect("gone");
    let said = build(root).expect_err("a correction is missing");
    assert!(said.contains("error[frozen-text]"), "{said}");
    assert!(said.contains("error[wrong-correction]") && said.contains("did not say `shut & dark`"));
}

#[test]
fn a_figure_keeps_its_old_number() {
    let site = released();
    let root = site.path();
    edit(root, GATE, "killed 30 ", "killed 13 ");
    correct(root, "2011-07-21-count", "target: gate#k1\nwas: 30\nnow: 13");
    let files = build(root).expect("it is put right");
    for page in ["losses/index.html", "briefings/2011-07-19/index.html", "actors/gov/index.html"] {
        assert!(files[page].contains("<del>30</del> 13</a>"), "{page}: {}", files[page]);
    }
    let csv = &files["data/losses.csv"];
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let mut at =
        |name: &str| reader.headers().expect("a head").iter().position(|head| head == name);
    let (number, from) = (at("number").unwrap(), at("corrected_from").unwrap());
    let mut rows = reader.records().filter_map(Result::ok);
    let row = rows.find(|row| row[0].contains("/gate/")).expect("its row");
    assert_eq!((&row[number], &row[from]), ("13", "30"));
    let all = &files["corrections/index.html"];
    assert!(all.contains("2011/07/19/gate/#k1"), "it leads to the figure: {all}");
    assert!(files["2011/07/19/gate/index.html"].contains("<b>Correction</b>"));
}

#[test]
fn words_in_a_text_are_struck_where_they_stand() {
    let site = released();
    let root = site.path();
    // No edition held these words: only the article's page did.
    edit(root, GATE, "day of waiting", "night of rain");
    correct(
        root,
        "2011-07-21-day",
        "target: gate\nkind: clarification\nwas: day of waiting\nnow: night of rain",
    );
    let files = build(root).expect("it is put right");
    let page = &files["2011/07/19/gate/index.html"];
    let struck = "A <em>long</em> <del>day of waiting</del> <ins>night of rain</ins>.";
    assert!(page.contains(struck) && page.contains("<b>Clarification</b>"), "{page}");
    let item = files["feed.xml"].split("<entry").find(|entry| entry.contains("Rebels at the gate"));
    let item = item.expect("its entry");
    assert!(item.contains("<updated>2011-07-21T00:00:00Z</updated>"), "{item}");
    assert!(item.contains("&lt;del&gt;day of waiting&lt;/del&gt;"), "{item}");
    assert!(files["sitemap.xml"].contains("<lastmod>2011-07-21</lastmod>"));
}

#[test]
fn a_name_is_put_right_wherever_it_stood() {
    let site = released();
    let root = site.path();
    edit(root, "content/registry/actors.yaml", "Council", "National Council");
    let said = build(root).expect_err("the edition said otherwise");
    assert!(said.contains("error[frozen-text]"), "{said}");
    correct(
        root,
        "2011-07-21-name",
        "target: ntc\nkind: update\nwas: Council\nnow: National Council",
    );
    let files = build(root).expect("it is put right");
    assert!(files["actors/ntc/index.html"].contains("<ins>National Council</ins>"));
}

#[test]
fn a_correction_to_come_changes_nothing_yet() {
    let site = released();
    let root = site.path();
    let before = build_at(root, "2011-07-21T12:00:00Z").expect("released");
    correct(root, "2011-07-25-port", "target: \"2011-07-19\"\nkind: update\nwas: quiet");
    let now = build_at(root, "2011-07-21T12:00:00Z").expect("it is held back");
    assert_eq!(before, now);
    let listed =
        run(root, &["list", "scheduled", "--at", "2011-07-21T12:00:00Z", "--format", "short"]);
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(listed.contains("content/corrections/2011-07-25-port.md"), "{listed}");
}

#[test]
fn a_new_correction_is_filled_in() {
    let site = released();
    let root = site.path();
    let arguments =
        ["new", "correction", "gate#k1", "--was", "30", "--now", "13", "--date", "2011-07-21"];
    let path = support::run_well(root, &arguments);
    let text = std::fs::read_to_string(root.join(path.trim())).expect("there");
    for line in ["target: \"gate#k1\"", "was: \"30\"", "now: \"13\"", "date: 2011-07-21"] {
        assert!(text.contains(line), "{text}");
    }
    edit(root, GATE, "killed 30 ", "killed 13 ");
    build(root).expect("it is a correction");
}

#[test]
fn a_withdrawn_article_leaves_its_reason_and_nothing_else() {
    let site = released();
    let root = site.path();
    let before = build(root).expect("released");
    assert!(before["feed.xml"].contains("Rebels at the gate"));
    edit(
        root,
        GATE,
        "topics:",
        "status: withdrawn\nreason: The source took it back & gave no cause.\nupdated: 2011-07-22\ntopics:",
    );
    let files = build(root).expect("the edition says that it was withdrawn");
    let page = &files["2011/07/19/gate/index.html"];
    assert!(page.contains("<h1>This report was withdrawn</h1>"), "{page}");
    assert!(page.contains("The source took it back &amp; gave no cause."), "{page}");
    assert!(page.contains("22 July 2011") && page.contains("noindex"), "{page}");
    for (path, text) in &files {
        for gone in ["Rebels at the gate", "They hold the gate", "A long", "In short."] {
            assert!(!text.contains(gone), "{path} has `{gone}`");
        }
    }
    for path in
        ["briefings/2011-07-19/index.html", "corrections/index.html", "corrections/feed.xml"]
    {
        let text = &files[path];
        assert!(text.contains("The source took it back"), "{path}: {text}");
        assert!(text.contains("Withdrawal") && text.contains("2011-07-22"), "{path}: {text}");
    }
    for path in ["sitemap.xml", "feed.xml", "data/articles.json"] {
        let text = files.get(path).cloned().unwrap_or_default();
        assert!(!text.contains("/gate/"), "{path}: {text}");
    }
    // Another reason is another text; without one, its released address is missed.
    edit(root, GATE, "reason: The source took it back & gave no cause.\n", "");
    let said = build(root).expect_err("nothing stands at its address");
    assert!(said.contains("error[address-gone]") && said.contains("error[frozen-text]"), "{said}");
}

#[test]
fn a_reason_needs_a_day_and_a_withdrawal() {
    let site = released();
    let root = site.path();
    edit(root, GATE, "topics:", "reason: Taken back.\ntopics:");
    let said = build(root).expect_err("it is not withdrawn");
    assert!(said.contains("error[wrong-choice]: `reason` stands here"), "{said}");
    edit(root, GATE, "topics:", "status: withdrawn\ntopics:");
    let said = build(root).expect_err("no day");
    assert!(said.contains("error[missing-key]: `updated` is missing"), "{said}");
}

#[test]
fn words_that_stand_elsewhere_too_are_not_mistaken() {
    let site = released();
    let root = site.path();
    // The summary, which the edition holds, says `short` as well; only the text was changed.
    edit(root, GATE, "A *long* day", "A short day, no, a *long* one");
    edit(root, GATE, "A short day", "A brief day");
    correct(root, "2011-07-21-day", "target: gate\nkind: update\nwas: short\nnow: brief");
    build(root).expect("the edition is what it was");
    // The edition itself still says what it is said to have said.
    correct(root, "2011-07-22-port", "target: \"2011-07-19\"\nwas: quiet\nnow: shut");
    let said = build(root).expect_err("nothing was changed");
    assert!(
        said.contains("error[wrong-correction]") && said.contains("still says `quiet`"),
        "{said}"
    );
}

#[test]
fn of_two_articles_of_one_name_the_address_tells() {
    let site = released();
    let root = site.path();
    let other = "---\ntitle: Another gate\ntopics: [brega]\nsource: wire\n---\nWords.\n";
    write_all(root, [("content/articles/2011-07-12-gate.md", other)]);
    correct(root, "2011-07-21-a", "target: /2011/07/12/gate/\nkind: clarification\nwas: x\nnow: y");
    let files = build(root).expect("it is the other one");
    assert!(files["corrections/index.html"].contains("href=\"../2011/07/12/gate/\""));
    correct(root, "2011-07-21-a", "target: /2011/07/13/gate/\nkind: clarification\nwas: x\nnow: y");
    let said = build(root).expect_err("no article stands there");
    assert!(said.contains("nothing is called `/2011/07/13/gate/`"), "{said}");
}

#[test]
fn what_was_never_published_leaves_no_reason() {
    let site = released();
    let root = site.path();
    let before = build(root).expect("released");
    let keys =
        "status: withdrawn\nreason: Nobody may know of it.\nupdated: 2031-06-01\ntopics: [brega]";
    let never = format!("---\ntitle: Never\ndate: 2031-05-01\n{keys}\n---\nWords.\n");
    let embargo =
        format!("---\ntitle: Never\nembargo: 2031-05-01T00:00:00Z\n{keys}\n---\nWords.\n");
    write_all(
        root,
        [
            ("content/articles/2031-05-01-never.md", never.as_str()),
            ("content/articles/2011-07-18-never.md", embargo.as_str()),
        ],
    );
    assert_eq!(build(root).expect("it is held back"), before);
}

#[test]
fn a_name_is_put_right_by_its_own_entry_and_words_are_whole() {
    let site = released();
    let root = site.path();
    edit(root, "content/registry/actors.yaml", "Council", "National Council");
    correct(
        root,
        "2011-07-21-name",
        "target: wire\nkind: update\nwas: Council\nnow: National Council",
    );
    let said = build(root).expect_err("a wire is no council");
    assert!(said.contains("error[frozen-text]"), "{said}");
    correct(
        root,
        "2011-07-21-name",
        "target: ntc\nkind: update\nwas: Council\nnow: National Council",
    );
    edit(root, GATE, "A *long* day", "In 2013 & 13 more days, a *long* day");
    correct(root, "2011-07-22-days", "target: gate\nkind: update\nwas: \"30\"\nnow: \"13\"");
    let page = build(root).expect("well")["2011/07/19/gate/index.html"].clone();
    assert!(page.contains("In 2013 &amp; <del>30</del> <ins>13</ins> more days"), "{page}");
}
