//! What stands on a page of a topic and of an edition, and in which order.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use support::{build, demo, tree, write_all};

type Files = BTreeMap<String, Vec<u8>>;

fn files_of(site: &std::path::Path) -> Files {
    let folder = tempfile::tempdir().expect("a folder");
    build(site, &folder.path().join("public"), &[]);
    tree(&folder.path().join("public"))
}

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}"))).expect("UTF-8")
}

/// The ids of a page's parts in their order.
fn parts(html: &str) -> Vec<&str> {
    let parts = html.split(" id=\"dl-").skip(1).filter_map(|part| part.split('"').next());
    parts.collect()
}

/// What of some parts a page has, in its order.
fn order<'p>(html: &'p str, wanted: &[&str]) -> Vec<&'p str> {
    parts(html).into_iter().filter(|part| wanted.contains(part)).collect()
}

#[test]
fn the_blocks_of_topics_and_editions_stand_in_their_order() {
    let files = files_of(&demo());
    let blocks = [
        "map", "strip", "timeline", "claims", "open", "sides", "figures", "editions", "days",
        "feeds",
    ];
    assert_eq!(order(text(&files, "topics/brega-front/index.html"), &blocks), blocks);
    assert_eq!(order(text(&files, "ar/topics/brega-front/index.html"), &blocks), blocks);
    let edition = text(&files, "briefings/2011-07-18-briefing-5/index.html");
    assert_eq!(order(edition, &["figures", "open", "outlook"]), ["figures", "open", "outlook"]);
    assert!(edition.contains("src=\"../../briefings/2011-07-18-briefing-5/map-s.svg\""));
    assert!(files.contains_key("briefings/2011-07-18-briefing-5/map-s.svg"));
    // The home page shows the newest edition's map, from where it stands.
    assert!(
        text(&files, "index.html").contains("src=\"./briefings/2011-08-05-briefing-9/map-s.svg\"")
    );
}

#[test]
fn an_edition_shows_each_dispute_once_and_none_that_is_settled() {
    let files = files_of(&demo());
    let edition = text(&files, "briefings/2011-07-18-briefing-5/index.html");
    let pairs: Vec<&str> = edition.split("<div class=\"qp\">").skip(1).collect();
    let first = |pair: &&str| {
        let claim = pair.split("<dd").nth(1).and_then(|dd| dd.split("</dd>").next());
        claim.expect("a claim").to_owned()
    };
    let claims: BTreeSet<String> = pairs.iter().map(first).collect();
    assert!(pairs.len() >= 3 && claims.len() == pairs.len(), "{claims:#?}");
    // The claim of the newest edition was set aside by the desk, after the edition was released: it stands
    // there as readers knew it, and the margin says what became of it.
    let newest = text(&files, "briefings/2011-08-05-briefing-9/index.html");
    assert!(newest.contains("son of Gaddafi") && newest.contains("class=\"qp\""));
    assert!(newest.contains("Since then:") && newest.contains("Withdrawn:"));
    // Without the release, it is settled.
    let live = tempfile::tempdir().expect("a folder");
    for folder in ["content", "static"] {
        support::copy(&demo().join(folder), &live.path().join(folder));
    }
    std::fs::copy(demo().join("dateline.yaml"), live.path().join("dateline.yaml")).expect("copied");
    let files = files_of(live.path());
    let newest = text(&files, "briefings/2011-08-05-briefing-9/index.html");
    assert!(newest.contains("son of Gaddafi") && !newest.contains("class=\"qp\""));
}

#[test]
fn every_row_of_a_day_strip_is_as_long_as_its_days() {
    let files = files_of(&demo());
    let mut strips = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.contains("topics/")) {
        let html = String::from_utf8_lossy(bytes);
        let Some((_, table)) = html.split_once("<table class=\"sd\">") else { continue };
        let table = table.split("</table>").next().expect("a table");
        let days = table.matches("<th scope=\"col\">").count();
        assert!((2..=7).contains(&days), "{path}: {days} days");
        for row in table.split("<tr><th scope=\"row\">").skip(1) {
            let cells = row.split("<td").skip(1);
            let span = |cell: &str| {
                let tag = cell.split('>').next()?;
                tag.split_once("colspan=\"")?.1.split('"').next()?.parse().ok()
            };
            let long: usize = cells.map(|cell| span(cell).unwrap_or(1)).sum();
            assert_eq!(long, days, "{path}: {row}");
            assert_eq!(row.matches("class=\"st ").count(), 1, "{path}: {row}");
        }
        strips += 1;
    }
    assert!(strips >= 6, "only {strips} topics have a strip");
}

#[test]
fn figures_of_two_agencies_are_of_several_sources_and_nobody_kept_back_is_among_the_sides() {
    let root = tempfile::tempdir().expect("a folder");
    let report = |name: &str, source: &str, number: u32| {
        format!(
            "---\ntitle: {name}\ndate: 2011-07-18\ntopics: [war]\nsource: {source}\n---\n[n](#k1 \"unattributed: ntc killed {number} 2011-07-17 re fight\") [It fled](#c1 \"ntc says by nurse\")\n"
        )
    };
    write_all(
        root.path(),
        [
            ("dateline.yaml", "title: Soundings\nrights: own\n"),
            ("content/topics/war.md", "---\ntitle: War\nsides: [ntc]\n---\nText.\n"),
            ("content/articles/2011-07-18-a.md", &report("One", "Post", 7)),
            ("content/articles/2011-07-18-b.md", &report("Two", "Times", 7)),
            ("content/registry/actors.yaml", "ntc:\n  name: Council\n"),
            (
                "content/registry/people.yaml",
                "nurse:\n  name: Amal Haddad\n  identify: role\n  roles: [{title: a nurse, actor: ntc}]\n",
            ),
            (
                "content/registry/events.yaml",
                "fight:\n  title: The fight\n  when: 2011-07-16/2011-07-18\n",
            ),
        ],
    );
    let files = files_of(root.path());
    let html = text(&files, "topics/war/index.html");
    let strip = html.split("<table class=\"sd\">").nth(1).and_then(|t| t.split("</table>").next());
    let figure = strip.expect("a strip").split("Council").nth(1).expect("a row");
    assert!(figure.contains("Several sources"), "{figure}");
    assert_eq!(figure.matches(">7</a>").count(), 1, "one number, given twice: {figure}");
    let sides = html.split("id=\"dl-sides\"").nth(1).and_then(|s| s.split("</section>").next());
    let sides = sides.expect("sides");
    assert!(sides.contains("Council") && !sides.contains("nurse"), "{sides}");
}

/// What is to come, lasts for years, or has no end must not carry the strip away from the reports.
#[test]
fn a_day_strip_stays_where_the_reports_are() {
    let root = tempfile::tempdir().expect("a folder");
    let whens = [
        "2011",
        "2011-07-10/2031-01-01",
        "2030-01-01",
        "2011-07-17",
        "2011-07-16~",
        "-0099-01-01",
        "../2011-07-18",
    ];
    let events: String = whens
        .iter()
        .enumerate()
        .map(|(at, when)| format!("e{at}: {{title: Event {at}, when: \"{when}\"}}\n"))
        .collect();
    let named: Vec<String> = (0..whens.len()).map(|at| format!("e{at}")).collect();
    let article = format!(
        "---\ntitle: One\ndate: 2011-07-18\ntopics: [war]\nevents: [{}]\n---\nText.\n",
        named.join(", ")
    );
    write_all(
        root.path(),
        [
            ("dateline.yaml", "title: Soundings\nrights: own\n"),
            ("content/topics/war.md", "---\ntitle: War\n---\nText.\n"),
            ("content/articles/2011-07-18-a.md", article.as_str()),
            ("content/registry/events.yaml", events.as_str()),
        ],
    );
    let files = files_of(root.path());
    let html = text(&files, "topics/war/index.html");
    let strip = html.split("<table class=\"sd\">").nth(1).and_then(|t| t.split("</table>").next());
    let strip = strip.expect("a strip");
    let days: Vec<&str> = strip
        .split("<th scope=\"col\">")
        .skip(1)
        .filter_map(|day| day.split("datetime=\"").nth(1)?.get(..10))
        .collect();
    assert_eq!(days, ["2011-07-16", "2011-07-17", "2011-07-18"]);
    assert!(
        strip.contains("Event 3") && !strip.contains("Event 2") && !strip.contains("Event 5"),
        "{strip}"
    );
}
