//! Every link and anchor of every page leads somewhere, wherever the site stands; and every
//! article is three links from the home page, by its day, its topics, its source and its places.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::path::Path;

use dateline::base::Clock;
use dateline::desk::CardId;
use dateline::model::EntryKind;
use dateline::pages::Addresses;
use dateline::pipeline::{Edition, Options, edition};
use support::crawl::{Crawl, Stand};
use support::{AT, SITES, build, copy, corpora, demo};

fn crawl(root: &Path, stand: Stand) -> Crawl {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("public");
    match stand {
        Stand::Root => build(root, &output, &["-u", "https://site.example/"]),
        Stand::Folder => build(root, &output, &["-u", "https://site.example/a/b/"]),
        Stand::Disk => build(root, &output, &["--portable"]),
    };
    Crawl::new(&output, stand)
}

fn no_link_is_broken(root: &Path, crawled: &Crawl) {
    let others = [Stand::Folder, Stand::Disk].map(|stand| (stand, crawl(root, stand)));
    let others = others.iter().map(|(stand, crawl)| (*stand, crawl));
    for (stand, crawl) in others.chain([(Stand::Root, crawled)]) {
        assert!(crawl.pages().len() > 10, "{} has hardly any pages", root.display());
        let broken = crawl.broken();
        assert!(
            broken.is_empty(),
            "{stand:?}: {} broken links: {:#?}",
            broken.len(),
            &broken[..broken.len().min(20)]
        );
    }
}

/// Ids are unique, there is one first heading, and no page runs a script or loads from elsewhere.
fn pages_are_sound(crawl: &Crawl) {
    for (file, facts) in crawl.pages() {
        let mut ids = facts.ids.clone();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), facts.ids.len(), "{file}: an id stands twice: {:?}", facts.ids);
        let redirect = facts.links.len() < 4 && facts.h1 <= 1;
        assert!(facts.h1 == 1 || redirect, "{file} has {} first headings", facts.h1);
        // Mail programs keep no style sheet: an e-mail alone has its styles with it.
        let mail = file.ends_with("/mail.html");
        let script = facts
            .attributes
            .iter()
            .find(|name| name.starts_with("on") || *name == "style" && !mail);
        assert_eq!(script, None, "{file}");
        for element in ["iframe", "object", "embed", "form", "style"] {
            let own = mail && element == "style";
            assert!(own || !facts.elements.contains_key(element), "{file} has <{element}>");
        }
    }
}

fn arranged(root: &Path) -> Edition {
    let clock = Clock::parse(AT).expect("a literal");
    let options = Options { clock, strict: false, portable: false, base_url: None };
    edition(root, &options).expect("readable")
}

/// Each article is linked from its day, and from a page of each of its topics, its source and its
/// places, none of which is more than two links from the home page.
fn articles_are_near(root: &Path, crawl: &Crawl) {
    let edition = arranged(root);
    let depths = crawl.depths();
    let addresses = Addresses::new(&edition.desk, false);
    let near = |page: &str, article: &str| {
        depths.get(page).is_some_and(|depth| *depth <= 2) && crawl.targets(page).contains(article)
    };
    let mut checked = 0;
    for id in edition.desk.articles.iter() {
        let card = edition.desk.card(*id);
        let article = addresses.card(*id).file();
        let day = addresses.day(card.date().expect("articles have dates").day).file();
        assert!(
            near(&day, &article),
            "{}: not by its day {day} ({:?})",
            card.path,
            depths.get(&day)
        );
        for entry in [EntryKind::Topic, EntryKind::Source, EntryKind::Place]
            .into_iter()
            .flat_map(|kind| named(&edition, *id, kind))
        {
            let folder = addresses.entry(entry).as_str().to_owned();
            let pages = crawl.pages().keys().filter(|page| page.starts_with(&folder));
            let found = pages.into_iter().any(|page| near(page, &article));
            assert!(found, "{}: not by {folder}", card.path);
            checked += 1;
        }
    }
    assert!(checked >= edition.desk.articles.len(), "hardly anything was checked");
}

fn named(edition: &Edition, id: CardId, kind: EntryKind) -> Vec<dateline::desk::EntryId> {
    edition.desk.named_by(id, kind).collect()
}

fn holds_together(root: &Path) {
    let crawl = crawl(root, Stand::Root);
    no_link_is_broken(root, &crawl);
    pages_are_sound(&crawl);
    articles_are_near(root, &crawl);
}

#[test]
fn the_demo_holds_together() {
    holds_together(&demo());
}

#[test]
fn the_corpora_hold_together() {
    let Some(folder) = corpora() else { return };
    for site in SITES {
        let root = tempfile::tempdir().expect("a folder");
        copy(&folder.join(site), root.path());
        holds_together(root.path());
    }
}
