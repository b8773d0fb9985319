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
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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
    // The army belongs to the government: its denial contests nothing, and nothing is headed so.
    let gov = text_of(&files["actors/gov/index.html"]);
    assert!(!gov.contains("Disputed z"), "{gov}");
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
fn to_repeat_what_is_denied_settles_nothing() {
    let root = site(&[
        article("one", "source: a", "[x](#c1 \"ntc says re fight\") [no](#c2 \"gov denies c1\")"),
        article("two", "source: c", "[x](#c1 \"ntc says one#c1\")"),
    ]);
    let files = built(root.path());
    assert_eq!(status(&files, "/one/#c1"), ("contested".to_owned(), "2".to_owned()));
    assert_eq!(status(&files, "/two/#c1"), ("contested".to_owned(), "2".to_owned()));
}

#[test]
fn what_the_desk_writes_is_no_source_of_its_own() {
    let root = site(&[
        article("one", "source: c", "[x](#c1 \"ntc says re fight\")"),
        article("two", "", "[x](#c1 \"ntc says one#c1\")"),
        article("three", "source: ours", "[x](#c1 \"ntc says one#c1\")"),
        article("four", "source: c\nwire: w", "[x](#c1 \"ntc says one#c1\")"),
        article("five", "source: w", "[x](#c1 \"ntc says one#c1\")"),
    ]);
    let sources = format!("{}ours: {{name: Our desk, kind: desk}}\n", REGISTRY[1].1);
    write_all(root.path(), [("content/registry/sources.yaml", sources.as_str())]);
    let files = built(root.path());
    // Paper C carries the wire once, so that it, the wire and its own report are tied together.
    assert_eq!(status(&files, "/one/#c1"), ("single-source".to_owned(), "1".to_owned()));
    let page = text_of(&files["events/fight/index.html"]);
    assert!(page.contains("5 reports from 1 independent source"), "{page}");
    assert!(page.contains("no source of its own"), "{page}");
}

#[test]
fn a_person_speaks_for_the_office_of_the_day() {
    let root = site(&[article(
        "one",
        "source: c",
        "[x](#c1 \"smith says\") [y](#c2 \"ntc denies c1\") [z](#k1 \"smith: gov killed 3 2011-07-18 re fight\")",
    )]);
    let person = "smith: {name: John Smith, roles: [{title: spokesman, actor: gov, to: 2011-03-01}, {title: spokesman, actor: ntc, from: 2011-03-02}]}\n";
    write_all(root.path(), [("content/registry/people.yaml", person)]);
    let files = built(root.path());
    assert_eq!(status(&files, "/one/#c1").0, "single-source");
    assert_eq!(table(&files, "data/losses.csv")[0]["direction"], "enemy");
}

#[test]
fn what_came_since_an_edition_is_counted_by_the_clock() {
    let dated = |day: &str, slug: &str, time: &str, more: &str, text: &str| {
        let path = format!("content/articles/{day}-{slug}.md");
        let front = format!("title: {slug}\ndate: {day}T{time}Z\ntopics: [war]\nsource: c\n{more}");
        (path, format!("---\n{front}\n---\n{text}\n"))
    };
    let edition = |day: &str, time: &str| {
        let path = format!("content/briefings/{day}-edition.md");
        (path, format!("---\ntitle: Edition of {day}\ncut_off: {day}T{time}Z\n---\n"))
    };
    let denial =
        "[x](#c1 \"ntc says\") [no](#c2 \"gov denies c1\") [mine](#c3 \"gov retracts c1\")";
    let root = site(&[
        edition("2011-07-10", "12:00"),
        edition("2011-07-11", "12:00"),
        dated("2011-07-10", "heavy", "10:00", "weight: 5\n", "Before."),
        dated("2011-07-10", "late", "15:00", "", denial),
        dated("2011-07-11", "inside", "09:00", "weight: 5\n", "Inside."),
        dated("2011-07-11", "after", "20:00", "", "After."),
        dated("2011-07-12", "next", "08:00", "updated: 2011-07-13\n", "Next."),
    ]);
    let files = built(root.path());
    let second = text_of(&files["briefings/2011-07-11-edition/index.html"]);
    assert!(second.contains("New: 2 reports") && second.contains("Denied: 1 claim"), "{second}");
    assert!(!second.contains("Withdrawn"), "the government cannot take back the council's words");
    let topic = text_of(&files["topics/war/index.html"]);
    assert!(topic.contains("Since the edition of 11 July 2011"), "{topic}");
    assert!(topic.contains("New: 2 reports, no denial"), "{topic}");
    // The day compares with the last edition before it, and counts all that came since.
    let day = text_of(&files["2011/07/12/index.html"]);
    assert!(day.contains("New: 2 reports, no denial"), "{day}");
}

#[test]
fn figures_of_no_event_and_words_of_nobody_stand_alone() {
    let root = site(&[
        article(
            "one",
            "source: c",
            "[a](#k1 \"gov: ntc killed 64 2011-07-18\") [b](#k2 \"unattributed: ntc killed 128 2011-07-16 re fight\")",
        ),
        article(
            "two",
            "source: w",
            "[a](#k1 \"gov: ntc killed 64 2011-07-18\") [b](#k2 \"unattributed: ntc killed 128 2011-07-16 re fight\") [c](#k3 \"gov: ntc killed 256 2011-07-18\")",
        ),
    ]);
    let files = built(root.path());
    let html = String::from_utf8(files["topics/war/index.html"].clone()).expect("UTF-8");
    let html = ledger(&html);
    assert_eq!(html.matches("<th scope=\"row\">").count(), 4, "three alone, one of the event");
    let text = without_scales(&text_of(html.as_bytes()));
    assert_eq!(text.matches("128").count(), 2, "two reports that nobody signs are two");
    assert!(!text.contains("64 to 256"), "{text}");
}

#[test]
fn thousands_of_answers_to_one_claim_are_no_trouble() {
    let many: Vec<(String, String)> = (0..300)
        .map(|n| {
            article(
                &format!("r{n}"),
                "source: c",
                "[no](#c1 \"gov denies hub#c1\") [so](#c2 \"ntc says hub#c1\")",
            )
        })
        .chain([article("hub", "source: a", "[x](#c1 \"ntc says re fight\")")])
        .collect();
    let root = site(&many);
    let files = built(root.path());
    // Each page shows its own answers and the first of the others, not all of them.
    let largest = files.iter().filter(|(path, _)| path.starts_with("2011/07/18/r"));
    let largest = largest.map(|(_, bytes)| bytes.len()).max().expect("pages");
    assert!(largest < 60_000, "{largest} bytes");
    let hub = text_of(&files["2011/07/18/hub/index.html"]);
    assert!(hub.contains("more answers"), "{hub}");
    assert_eq!(status(&files, "/hub/#c1"), ("contested".to_owned(), "2".to_owned()));
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
    /// Whether it is about the one event, or about none.
    event: bool,
    /// In which of three reports it stands.
    report: usize,
}

fn figure() -> impl Strategy<Value = Figure> {
    let who = prop::sample::select(vec!["gov", "ntc", "un", "unattributed"]);
    let side = prop::sample::select(vec!["gov", "ntc", "both", "civilians"]);
    let metric = prop::sample::select(vec!["killed", "injured", "missing"]);
    let window = prop::sample::select(vec!["2011-07-14/2011-07-18", "2011-07-16", "2011-07-16~"]);
    // Powers of two from 64 on: no sum of several is one of them, nor a day, nor a year.
    (who, side, metric, 6_u32..16, window, any::<bool>(), 0_usize..3).prop_map(
        |(who, side, metric, power, window, event, report)| Figure {
            who,
            side,
            metric,
            number: 1 << power,
            window,
            event,
            report,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is given, each number comes out once for each row that it belongs to, and no
    /// number that nobody gave comes out at all.
    #[test]
    fn figures_are_never_summed_or_merged(figures in prop::collection::vec(figure(), 2..10)) {
        let mark_of = |(at, f): (usize, &Figure)| {
            let event = if f.event { " re fight" } else { "" };
            let Figure { who, side, metric, number, window, .. } = f;
            format!("[n](#k{} \"{who}: {side} {metric} {number} {window}{event}\")", at + 1)
        };
        let report = |number: usize| {
            let own = figures.iter().enumerate().filter(|(_, f)| f.report == number);
            let marks: Vec<String> = own.map(mark_of).collect();
            article(&format!("report-{number}"), ["source: c", "source: w", "source: a"][number], &marks.join("\n\n"))
        };
        let root = site(&[report(0), report(1), report(2)]);
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
        let possible = sums(&figures);
        let given = |wanted: &dyn Fn(&Figure) -> bool| -> BTreeSet<u64> {
            figures.iter().filter(|f| wanted(f)).map(|f| u64::from(f.number)).collect()
        };
        // Of the event a row for each side, metric and window; what is of no event stands alone.
        let rows: BTreeSet<_> = figures
            .iter()
            .enumerate()
            .map(|(at, f)| (f.event, f.side, f.metric, f.window, (!f.event).then_some(at)))
            .collect();
        let of_event = rows.iter().filter(|(event, ..)| *event).count();
        let pages = [
            ("events/fight/index.html", given(&|f| f.event), of_event),
            ("losses/index.html", given(&|_| true), rows.len()),
            ("topics/war/index.html", given(&|_| true), rows.len()),
        ];
        for (path, given, rows) in pages {
            let html = String::from_utf8(files[path].clone()).expect("UTF-8");
            let text = without_scales(&text_of(html.as_bytes()));
            let shown = numbers(&text);
            prop_assert!(given.is_subset(&shown), "{}: {:?} / {:?}", path, given, shown);
            let added: Vec<&u64> = shown.intersection(&possible).collect();
            prop_assert!(added.is_empty(), "{} shows the sums {:?}", path, added);
            let rows_shown = ledger(&html).matches("<th scope=\"row\">").count();
            prop_assert_eq!(rows_shown, rows, "{}", path);
        }
    }
}

/// The tables of figures of a page; the days side by side tell of the same figures once more.
fn ledger(html: &str) -> &str {
    let (start, end) = ("<section class=\"r sec\" aria-labelledby=\"dl-strip\"", "</section>");
    match html.split_once(start).and_then(|(_, rest)| rest.split_once(end)) {
        Some((_, after)) => after,
        None => html,
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
