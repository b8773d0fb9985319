//! Feeds, sitemap and robots, read back by those who will read them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeSet;

use support::{build, demo, tree, write_all};

fn demo_files() -> std::collections::BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("public");
    build(&demo(), &output, &[]);
    tree(&output)
}

#[test]
fn every_feed_is_read_back_by_a_feed_parser() {
    let files = demo_files();
    let feeds: Vec<&String> = files
        .keys()
        .filter(|path| path.ends_with("feed.xml") || path.ends_with("feed.json"))
        .collect();
    assert!(feeds.len() >= 10, "the site and each topic have a pair: {feeds:?}");
    for path in feeds {
        let feed = feed_rs::parser::parse(&files[path][..])
            .unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(feed.title.is_some_and(|title| !title.content.is_empty()), "{path}");
        assert!(!feed.entries.is_empty(), "{path} is empty");
        let ids: BTreeSet<&String> = feed.entries.iter().map(|entry| &entry.id).collect();
        assert_eq!(ids.len(), feed.entries.len(), "{path}: an id stands twice");
        for entry in &feed.entries {
            assert!(
                entry.title.as_ref().is_some_and(|title| !title.content.is_empty()),
                "{path}: {}",
                entry.id
            );
            assert!(
                entry.published.is_some() && entry.updated >= entry.published,
                "{path}: {}",
                entry.id
            );
            assert!(!entry.authors.is_empty(), "{path}: {} has no author", entry.id);
            let link = &entry.links.first().expect("a link").href;
            let (link, anchor) =
                link.split_once('#').map_or((&**link, None), |(l, a)| (l, Some(a)));
            let file = format!(
                "{}index.html",
                link.strip_prefix("https://soundings.example/").expect("a full address")
            );
            let file = percent_encoding::percent_decode_str(&file).decode_utf8_lossy().into_owned();
            assert!(files.contains_key(&file), "{path}: {link} is no page");
            let page = String::from_utf8_lossy(&files[&file]);
            let there = anchor.is_none_or(|anchor| page.contains(&format!("id=\"{anchor}\"")));
            assert!(there, "{path}: {link} has no {anchor:?}");
        }
    }
}

#[test]
fn both_feeds_of_a_pair_say_the_same() {
    let files = demo_files();
    let read = |path: &str| feed_rs::parser::parse(&files[path][..]).expect("a feed");
    let (atom, json) = (read("feed.xml"), read("feed.json"));
    let told = |feed: &feed_rs::model::Feed| -> Vec<(String, Option<String>)> {
        feed.entries
            .iter()
            .map(|entry| {
                (entry.id.clone(), entry.title.as_ref().map(|title| title.content.clone()))
            })
            .collect()
    };
    assert_eq!(told(&atom), told(&json));
    assert_eq!(atom.entries.len(), 50);
}

#[test]
fn an_excerpt_gives_its_body_to_nobody() {
    let root = tempfile::tempdir().expect("a folder");
    let article = "---\ntitle: A\ntopics: [a]\nrights: excerpt\nsummary: The desk says so.\n---\nThe whole body of the report stays at home. [Only this goes out.](#c1 \"gov says\") [[2011-07-18]]\n\n## A heading of it\n";
    write_all(
        root.path(),
        [
            ("content/articles/2011-07-18-a.md", article),
            ("dateline.yaml", "base_url: https://x.example/\n"),
        ],
    );
    let output = root.path().join("public");
    build(root.path(), &output, &[]);
    let files = tree(&output);
    let holding = |words: &str| {
        files.iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains(words)).count()
    };
    assert_eq!(holding("stays at home"), 0);
    assert_eq!(holding("A heading of it"), 0);
    assert!(holding("Only this goes out.") >= 1);
    assert!(holding("The desk says so.") >= 3, "page, lists and feeds");
    let page = String::from_utf8_lossy(&files["2011/07/18/a/index.html"]).into_owned();
    assert!(page.contains("id=\"c1\""), "the quotation keeps its anchor");
}

#[test]
fn the_sitemap_lists_every_page_and_nothing_else() {
    let files = demo_files();
    let sitemap = String::from_utf8_lossy(&files["sitemap.xml"]).into_owned();
    let urls: BTreeSet<String> = sitemap
        .split("<loc>")
        .skip(1)
        .filter_map(|rest| rest.split("</loc>").next())
        .map(str::to_owned)
        .collect();
    let pages: BTreeSet<String> = files
        .iter()
        .filter(|(path, bytes)| {
            let text = String::from_utf8_lossy(bytes);
            // What stands untranslated in another language's tree is not its own original.
            let parts = text.split("<link rel=\"canonical\" href=\"").nth(1).unwrap_or_default();
            let canonical = parts.split('"').next().unwrap_or_default();
            let original = canonical.strip_prefix("https://soundings.example/");
            path.ends_with("index.html")
                && !text.contains("noindex")
                && original.is_some_and(|url| url.starts_with("ar/") == path.starts_with("ar/"))
        })
        .map(|(path, _)| {
            let path = path.trim_end_matches("index.html");
            let parts = path.split('/').map(|part| {
                percent_encoding::utf8_percent_encode(part, percent_encoding::CONTROLS).to_string()
            });
            format!("https://soundings.example/{}", parts.collect::<Vec<_>>().join("/"))
        })
        .collect();
    assert_eq!(urls, pages);
    assert!(
        String::from_utf8_lossy(&files["robots.txt"])
            .contains("Sitemap: https://soundings.example/sitemap.xml")
    );
}
