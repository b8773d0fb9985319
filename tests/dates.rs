//! A corpus of dates: each is read, printed in words, and put in the order of time on real pages.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use dateline::base::Day;
use dateline::model::When;
use dateline::words::{Digits, Words};
use proptest::prelude::*;
use serde_json::Value;
use support::{build, tree, write_all};

/// A date as an English site says it.
fn in_words(when: &When) -> String {
    let (english, _) = Words::new("en", Digits::Latn, None);
    dateline::pages::views::in_words(&english, when)
}

struct Line {
    edtf: String,
    words: String,
    earliest: Option<String>,
    latest: Option<String>,
}

fn corpus() -> Vec<Line> {
    let text = std::fs::read_to_string(support::demo().join("tests/edtf.txt")).expect("the corpus");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let lines: Vec<Line> = lines
        .map(|line| {
            let parts: Vec<&str> = line.split(" | ").collect();
            let day = |at: usize| Some(parts[at].to_owned()).filter(|day| day != "-");
            let (edtf, words) = (parts[0].to_owned(), parts[1].to_owned());
            Line { edtf, words, earliest: day(2), latest: day(3) }
        })
        .collect();
    assert!(lines.len() >= 120, "only {} dates", lines.len());
    lines
}

#[test]
fn every_date_is_read_and_printed() {
    for line in corpus() {
        let when = When::parse(&line.edtf).unwrap_or_else(|| panic!("{} is refused", line.edtf));
        assert_eq!(in_words(&when), line.words, "{}", line.edtf);
        assert_eq!(when.earliest().map(|day| day.to_string()), line.earliest, "{}", line.edtf);
        assert_eq!(when.latest().map(|day| day.to_string()), line.latest, "{}", line.edtf);
    }
}

#[test]
fn what_is_no_date_of_levels_0_and_1_is_refused() {
    for text in [
        "",
        " ",
        "soon",
        "18 July 2011",
        "07/18/2011",
        "2011-7-18",
        "2011-07-32",
        "2011-02-29",
        "2011-13",
        "2011-00",
        "11-07-18",
        "2011-07-18..2011-07-19",
        "[2011,2012]",
        "{2011..2013}",
        "2011-07-14//",
        "2011-25",
        "156X-12-25",
        "?2011",
        "2011-07-18~~",
        "2011-W29",
        "2011-199",
        "٢٠١١-٠٧-١٨",
        "2011–07–18",
    ] {
        assert!(When::parse(text).is_none(), "`{text}` is read");
    }
}

#[test]
fn pages_and_data_have_them_in_the_order_of_time() {
    let lines = corpus();
    let events: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| format!("e{at}: {{title: Event {at}, when: \"{}\"}}\n", line.edtf))
        .collect();
    let root = tempfile::tempdir().expect("a folder");
    let article = "---\ntitle: One\ndate: 2025-01-01\ntopics: [a]\n---\nText.\n";
    write_all(
        root.path(),
        [
            ("content/registry/events.yaml", events.concat().as_str()),
            ("content/articles/one.md", article),
        ],
    );
    let public = root.path().join("public");
    build(root.path(), &public, &[]);
    let files = tree(&public);
    let data: Value = serde_json::from_slice(&files["data/events.geojson"]).expect("JSON");
    let features = data["features"].as_array().expect("a list");
    assert_eq!(features.len(), lines.len());
    // Told apart from the program's own order: day texts of the years 0000 to 9999 sort as texts.
    let key = |feature: &Value| {
        let day = |name: &str| feature["properties"][name].as_str().map(str::to_owned);
        (day("earliest").unwrap_or_default(), day("latest").unwrap_or_else(|| "9999-99".to_owned()))
    };
    let keys: Vec<(String, String)> = features.iter().map(key).collect();
    let keys: Vec<_> = keys.into_iter().filter(|(start, _)| !start.starts_with('-')).collect();
    assert!(keys.len() > 110 && keys.windows(2).all(|pair| pair[0] <= pair[1]), "{keys:?}");
    // Every event stands on the page of the month in which it may have begun, with its words.
    for (at, line) in lines.iter().enumerate() {
        let Some(day) = line.earliest.as_ref().or(line.latest.as_ref()) else { continue };
        if day.starts_with('-') {
            continue;
        }
        let path = format!("timeline/{}/{}/index.html", &day[..4], &day[5..7]);
        let page = String::from_utf8(files[&path].clone()).expect("UTF-8");
        assert!(page.contains(&format!("events/e{at}/")), "{path} lacks {}", line.edtf);
        assert!(page.contains(&line.words), "{path} lacks `{}`", line.words);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed, nothing panics; and what is read has its first day before its last.
    #[test]
    fn anything_may_be_typed(text in "[0-9XYy?~%/.T:Z+-]{0,24}") {
        if let Some(when) = When::parse(&text) {
            prop_assert!(!in_words(&when).is_empty());
            if let (Some(first), Some(last)) = (when.earliest(), when.latest()) {
                prop_assert!(first <= last || when.is_interval(), "{}", text);
            }
        }
    }

    /// A day is printed as itself, an interval by both of its ends.
    #[test]
    fn days_and_intervals_keep_their_ends(a in day(), b in day()) {
        let (first, last) = (a.min(b), a.max(b));
        let when = When::parse(&format!("{first}/{last}")).expect("an interval");
        prop_assert_eq!((when.earliest(), when.latest()), (Some(first), Some(last)));
        let words = in_words(&when);
        prop_assert!(words.contains(&first.day().to_string()), "{}", words);
        prop_assert!(words.ends_with(&last.format("%-d %B %Y")), "{}", words);
    }
}

fn day() -> impl Strategy<Value = Day> {
    (1900_i16..2100, 1_i8..13, 1_i8..29)
        .prop_map(|(year, month, day)| Day::new(year, month, day).expect("a day of the calendar"))
}
