//! Claims and figures on real pages and in the data files: who answers whom, what counts once, and
//! that nothing is ever added up or merged.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use serde_json::Value;
use support::{build, copy, corpora, tree, write_all};

type Files = BTreeMap<String, Vec<u8>>;

fn built(root: &Path) -> Files {
    let public = root.join("public");
    build(root, &public, &[]);
    tree(&public)
}

fn copy_of(from: &Path) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    copy(from, root.path());
    root
}

/// The lines of a table, each as a map of column to cell.
fn table(files: &Files, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(files[name].as_slice());
    reader.deserialize().map(|line| line.expect("a line")).collect()
}

fn text_of(html: &[u8]) -> String {
    fn walk(node: &Handle, into: &mut String) {
        match &node.data {
            NodeData::Text { contents } => into.push_str(&contents.borrow()),
            NodeData::Element { name, .. } if ["script", "style"].contains(&&*name.local) => {}
            _ => {
                for child in node.children.borrow().iter() {
                    walk(child, into);
                    into.push(' ');
                }
            }
        }
    }
    let dom = html5ever::parse_document(RcDom::default(), Default::default())
        .from_utf8()
        .read_from(&mut &*html)
        .expect("readable");
    let mut text = String::new();
    walk(&dom.document, &mut text);
    text
}

/// Whole numbers in a text.
fn numbers(text: &str) -> BTreeSet<u64> {
    let parts = text.split(|c: char| !c.is_ascii_digit());
    parts.filter(|part| !part.is_empty()).filter_map(|part| part.parse().ok()).collect()
}

fn mark(line: &BTreeMap<String, String>) -> &str {
    line["permalink"].rsplit('#').next().expect("an anchor")
}

fn marks(addresses: &str) -> BTreeSet<&str> {
    addresses.split_whitespace().filter_map(|address| address.rsplit('#').next()).collect()
}

#[test]
fn the_seed_has_its_claims_denials_and_losses() {
    let Some(corpora) = corpora() else { return };
    let site = copy_of(&corpora.join("seed-site"));
    let files = built(site.path());
    let claims = table(&files, "data/claims.csv");
    let ids: Vec<&str> = claims.iter().map(mark).collect();
    let wanted: Vec<String> = (1..=17).map(|n| format!("c{n}")).collect();
    assert_eq!(ids.len(), 17);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 17);
    assert!(wanted.iter().all(|id| ids.contains(&id.as_str())), "{ids:?}");
    let contested: BTreeMap<&str, BTreeSet<&str>> = claims
        .iter()
        .filter(|line| line["status"] == "contested")
        .map(|line| (mark(line), marks(&line["contested_by"])))
        .collect();
    let wanted = BTreeMap::from([
        ("c7", BTreeSet::from(["c8", "c13"])),
        ("c11", BTreeSet::from(["c12"])),
        ("c4", BTreeSet::from(["c2"])),
    ]);
    assert_eq!(contested, wanted);
    let verbs: BTreeMap<&str, &str> =
        claims.iter().map(|line| (mark(line), line["verb"].as_str())).collect();
    assert_eq!([verbs["c8"], verbs["c13"], verbs["c12"], verbs["c2"]], ["denies"; 4]);
    // The council's own concession answers c7 too, and is no denial.
    assert_eq!(verbs["c10"], "concedes");
    let c7 = claims.iter().find(|line| mark(line) == "c7").expect("c7");
    assert_eq!(marks(&c7["answered_by"]), BTreeSet::from(["c8", "c10", "c13"]));
    assert!(claims.iter().all(|line| line["sources"] == "1"), "one report is one source");

    let losses = table(&files, "data/losses.csv");
    let figures: BTreeSet<&str> = losses.iter().map(mark).collect();
    assert_eq!(figures, BTreeSet::from(["k1", "k2", "k3", "k4"]));
    let direction: BTreeMap<&str, &str> =
        losses.iter().map(|line| (mark(line), line["direction"].as_str())).collect();
    let wanted = [("k1", "third party"), ("k2", "own"), ("k3", "enemy"), ("k4", "own")];
    assert_eq!(direction, BTreeMap::from(wanted));
    assert!(losses.iter().all(|line| line["additive"] == "false"));
}

#[test]
fn nothing_of_the_seed_is_added_up() {
    let Some(corpora) = corpora() else { return };
    let site = copy_of(&corpora.join("seed-site"));
    let sums = BTreeSet::from([42, 72, 82]);
    let with_note = built(site.path());
    // The note's author wrote 42; without the note no page, table or total holds any of them.
    let note: Vec<&String> = with_note
        .iter()
        .filter(|(path, _)| path.starts_with("notes/2011"))
        .map(|(p, _)| p)
        .collect();
    assert_eq!(note.len(), 1);
    assert!(numbers(&text_of(&with_note[note[0]])).contains(&42));
    std::fs::remove_dir_all(site.path().join("content/notes")).expect("notes");
    for (path, bytes) in built(site.path()) {
        let text = match path.rsplit('.').next() {
            Some("html") => text_of(&bytes),
            Some("csv" | "json" | "geojson" | "xml" | "txt") => {
                String::from_utf8(bytes).expect("UTF-8")
            }
            _ => continue,
        };
        // The hashes of the manifest and positions on the globe are no totals.
        let shown: BTreeSet<u64> = numbers(&text).intersection(&sums).copied().collect();
        assert!(shown.is_empty(), "{path} holds {shown:?}");
    }
}

#[test]
fn two_reports_of_one_wire_are_one_source() {
    let Some(corpora) = corpora() else { return };
    let site = copy_of(&corpora.join("seed-site"));
    write_all(
        site.path(),
        [(
            "content/articles/2011/07/19-second-report.md",
            "---\ntitle: A second report\ndate: 2011-07-19\ntopics: [libya-2011]\nsource: Another paper\nwire: reuters\n---\n\
             [They say so again](#c1 \"ntc says us-urges-gaddafi-to-go#c9 re brega-july\").\n",
        )],
    );
    let files = built(site.path());
    let claims = table(&files, "data/claims.csv");
    let line = claims.iter().find(|line| mark(line) == "c9").expect("c9");
    assert_eq!((line["reports"].as_str(), line["sources"].as_str()), ("2", "1"));
    assert_eq!(line["status"], "single-source");
    let page = text_of(&files["events/brega-july/index.html"]);
    assert!(page.contains("2 reports from 1 independent source"), "{page}");
    assert!(page.contains("carry the wire of Reuters: one source"), "{page}");
}

const REGISTRY: [(&str, &str); 4] = [
    (
        "content/registry/actors.yaml",
        "gov: {name: The government, side: government}\n\
         army: {name: The army, side: government, parent: gov}\n\
         ntc: {name: The council, side: rebels}\n\
         un: {name: United Nations}\n",
    ),
    (
        "content/registry/sources.yaml",
        "a: {name: Paper A, affiliated: [b]}\nb: {name: Paper B}\nc: {name: Paper C}\nw: {name: Wire W}\n",
    ),
    (
        "content/registry/events.yaml",
        "fight: {title: The fight, when: 2011-07-14/2011-07-18, place: town, sides: [gov, ntc]}\n",
    ),
    ("content/registry/places.yaml", "town: {name: Town}\n"),
];

fn article(name: &str, source: &str, text: &str) -> (String, String) {
    let path = format!("content/articles/2011-07-18-{name}.md");
    (path, format!("---\ntitle: Report {name}\ntopics: [war]\n{source}\n---\n{text}\n"))
}

fn site(articles: &[(String, String)]) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    write_all(root.path(), [("dateline.yaml", "base_url: https://ledgers.example/\n")]);
    write_all(root.path(), REGISTRY);
    write_all(root.path(), articles.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    root
}

fn status(files: &Files, address: &str) -> (String, String) {
    let claims = table(files, "data/claims.csv");
    let line = claims.iter().find(|line| line["permalink"].ends_with(address)).expect("a claim");
    (line["status"].clone(), line["sources"].clone())
}

#[test]
fn a_status_is_the_weakest_word_that_is_true() {
    let root = site(&[
        article(
            "one",
            "source: a",
            "[x](#c1 \"ntc says re fight\") [y](#c2 \"gov says re fight\") [z](#c3 \"gov says\") [v](#c4 \"ntc says\")",
        ),
        article("two", "source: b", "[x](#c1 \"ntc says one#c1\")"),
        article(
            "three",
            "source: c",
            "[y](#c1 \"gov confirms one#c2\") [z](#c2 \"army denies one#c3\") [v](#c3 \"un denies one#c4\") [v](#c4 \"ntc concedes one#c1\")",
        ),
    ]);
    let files = built(root.path());
    let found = |address: &str| status(&files, address);
    let pair = |word: &str, sources: &str| (word.to_owned(), sources.to_owned());
    // Affiliated papers are one source; an independent one makes two; a party's own army is no
    // other party; anybody else's denial contests; a concession is no second source.
    assert_eq!(found("/one/#c1"), pair("single-source", "1"));
    assert_eq!(found("/one/#c2"), pair("multi-source", "2"));
    assert_eq!(found("/one/#c3"), pair("single-source", "1"));
    assert_eq!(found("/one/#c4"), pair("contested", "1"));
    write_all(
        root.path(),
        [(
            "content/notes/2011-07-19-judged.md",
            "---\ndate: 2011-07-19\non: one\nassessment: {\"one#c4\": discounted, \"one#c1\": corroborated}\n---\nWhy.\n",
        )],
    );
    let files = built(root.path());
    assert_eq!(status(&files, "/one/#c4").0, "discounted");
    assert_eq!(status(&files, "/one/#c1").0, "corroborated");
    let page = text_of(&files["2011/07/18/one/index.html"]);
    assert!(page.contains("Discounted by the desk"), "{page}");
}

#[test]
fn silence_is_shown_as_silence_and_a_denial_beside_its_claim() {
    let root = site(&[article(
        "one",
        "source: c\nrights: excerpt",
        "Hidden words. [They hold the town](#c1 \"ntc says re fight\"). [They do not](#c2 \"gov denies c1\"). [They are many](#c3 \"ntc says re fight\").",
    )]);
    let files = built(root.path());
    for path in ["2011/07/18/one/index.html", "events/fight/index.html", "topics/war/index.html"] {
        let html = String::from_utf8(files[path].clone()).expect("UTF-8");
        let text = text_of(&files[path]);
        let claim = text.find("They hold the town").expect("the claim");
        let denial = text.find("They do not").expect("the denial");
        let other = text.find("They are many").expect("the other");
        assert!(claim < denial && denial < other, "{path}: not beside each other");
        assert!(text.contains("No answer from The government"), "{path}: {text}");
        assert!(!text.contains("Hidden words"), "{path}");
        assert!(html.contains("data-status=\"contested\""), "{path}");
    }
    let article = String::from_utf8(files["2011/07/18/one/index.html"].clone()).expect("UTF-8");
    for id in ["c1", "c2", "c3"] {
        assert_eq!(article.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn an_editors_sum_is_the_desks_own_words() {
    let root = site(&[article(
        "one",
        "source: c",
        "[a](#k1 \"gov: gov killed 30 2011-07-14/2011-07-18 re fight\") [b](#k2 \"ntc: ntc killed 12 injured ~300 2011-07-16 re fight\")",
    )]);
    let without = built(root.path());
    assert!(!text_of(&without["events/fight/index.html"]).contains("42"));
    write_all(
        root.path(),
        [(
            "content/registry/events.yaml",
            "fight: {title: The fight, when: 2011-07-14/2011-07-18, place: town, sides: [gov, ntc], sum: [k1, k2], sum_reason: Each side counts its own.}\n",
        )],
    );
    let with = built(root.path());
    let page = text_of(&with["events/fight/index.html"]);
    assert!(
        page.contains("42 killed, added up by the desk")
            && page.contains("Each side counts its own."),
        "{page}"
    );
    assert!(!page.contains("300 injured, added"), "{page}");
    let data = String::from_utf8(with["data/losses.csv"].clone()).expect("UTF-8");
    assert!(!data.contains("42"), "{data}");
}

#[test]
fn data_holds_only_what_pages_hold() {
    let root = site(&[
        article(
            "one",
            "source: c\nrights: excerpt\nplaces: [town]",
            "Secret body. [x](#c1 \"ntc says by nurse\") [y](#k1 \"gov: gov killed 3 2011-07-18 re fight\")",
        ),
        article("two", "source: c\nstatus: draft", "[hidden draft](#c1 \"ntc says\")"),
    ]);
    write_all(
        root.path(),
        [
            (
                "content/registry/places.yaml",
                "town: {name: Town, lat: 31.25, lon: 19.75, sensitive: true}\n",
            ),
            (
                "content/registry/people.yaml",
                "nurse: {name: Amal Haddad, identify: role, roles: [{title: a nurse, actor: ntc}]}\n",
            ),
        ],
    );
    let files = built(root.path());
    for name in ["claims.csv", "losses.csv", "events.geojson", "articles.json"] {
        let text = String::from_utf8(files[&format!("data/{name}")].clone()).expect("UTF-8");
        for word in ["Secret body", "hidden draft", "31.25", "19.75", "Haddad"] {
            assert!(!text.contains(word), "{name} holds `{word}`");
        }
    }
    let claims = table(&files, "data/claims.csv");
    assert_eq!(claims[0]["by"], "a nurse");
    let events: Value = serde_json::from_slice(&files["data/events.geojson"]).expect("JSON");
    assert_eq!(events["features"][0]["geometry"], Value::Null);
}

/// A figure of a made-up report.
#[derive(Debug, Clone)]
struct Figure {
    who: &'static str,
    side: &'static str,
    metric: &'static str,
    number: u32,
    window: &'static str,
}

fn figure() -> impl Strategy<Value = Figure> {
    let who = prop::sample::select(vec!["gov", "ntc", "un", "unattributed"]);
    let side = prop::sample::select(vec!["gov", "ntc", "both", "civilians"]);
    let metric = prop::sample::select(vec!["killed", "injured", "missing"]);
    let window = prop::sample::select(vec!["2011-07-14/2011-07-18", "2011-07-16", "2011-07-16~"]);
    // Powers of two from 64 on: no sum of several is one of them, nor a day, nor a year.
    (who, side, metric, 6_u32..16, window).prop_map(|(who, side, metric, power, window)| Figure {
        who,
        side,
        metric,
        number: 1 << power,
        window,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is given, each number comes out once for each row that it belongs to, and no
    /// number that nobody gave comes out at all.
    #[test]
    fn figures_are_never_summed_or_merged(figures in prop::collection::vec(figure(), 2..10)) {
        let marks: Vec<String> = figures
            .iter()
            .enumerate()
            .map(|(at, f)| {
                format!("[n](#k{} \"{}: {} {} {} {} re fight\")", at + 1, f.who, f.side, f.metric, f.number, f.window)
            })
            .collect();
        let root = site(&[article("one", "source: c", &marks.join("\n\n"))]);
        let files = built(root.path());
        let lines = table(&files, "data/losses.csv");
        prop_assert_eq!(lines.len(), figures.len());
        for (at, figure) in figures.iter().enumerate() {
            let id = format!("k{}", at + 1);
            let line = lines.iter().find(|line| mark(line) == id).expect("a line");
            prop_assert_eq!(&line["number"], &figure.number.to_string());
            prop_assert_eq!(&line["metric"], figure.metric);
            prop_assert_eq!(&line["window"], figure.window);
        }
        let given: BTreeSet<u64> = figures.iter().map(|figure| u64::from(figure.number)).collect();
        let possible = sums(&figures);
        for path in ["events/fight/index.html", "losses/index.html", "topics/war/index.html", "2011/07/18/one/index.html"] {
            let text = without_scales(&text_of(&files[path]));
            let shown = numbers(&text);
            prop_assert!(given.is_subset(&shown), "{}: {:?} / {:?}", path, given, shown);
            let added: Vec<&u64> = shown.intersection(&possible).collect();
            prop_assert!(added.is_empty(), "{} shows the sums {:?}", path, added);
        }
        // Rows of the event's table: one for each side, metric and window.
        let rows: BTreeSet<_> = figures.iter().map(|f| (f.side, f.metric, f.window)).collect();
        let html = String::from_utf8(files["events/fight/index.html"].clone()).expect("UTF-8");
        prop_assert_eq!(html.matches("role=\"rowheader\"").count(), rows.len());
    }
}

/// Scales end at round numbers, which nobody counted.
fn without_scales(text: &str) -> String {
    let kept = text.split("Bars").enumerate().map(|(at, part)| match at {
        0 => part,
        _ => part.split_once('.').map_or("", |(_, rest)| rest),
    });
    kept.collect()
}

/// Every sum of two or more of the figures that is no figure itself.
fn sums(figures: &[Figure]) -> BTreeSet<u64> {
    let given: BTreeSet<u64> = figures.iter().map(|figure| u64::from(figure.number)).collect();
    let mut sums = BTreeSet::new();
    for pick in 1_u32..(1 << figures.len()) {
        if pick.count_ones() < 2 {
            continue;
        }
        let picked = figures.iter().enumerate().filter(|(at, _)| pick & (1 << at) != 0);
        sums.insert(picked.map(|(_, figure)| u64::from(figure.number)).sum());
    }
    sums.difference(&given).copied().filter(|sum| *sum != 2011).collect()
}
