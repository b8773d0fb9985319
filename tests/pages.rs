//! Every kind of page in a real browser, at the widths of a phone and of a desk, light and dark:
//! accessible by axe's rules, never wider than its window, silent, asking nobody else for anything,
//! and still while it appears. The looking itself is in `tests/pages`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use dateline::base::Clock;
use dateline::pages::{Page, PageKind, template_of};
use dateline::pipeline::{Options, edition};
use serde_json::{Value, json};
use support::browser;

/// The longest page of each kind and language of a site, which is built into a folder.
fn pages_of(site: &str, root: &Path, folder: &Path, kind_of: fn(&Page) -> String) -> Vec<Value> {
    support::build(root, folder, &[]);
    let clock = Clock::parse(support::AT).expect("a literal");
    let options = Options { clock, strict: false, portable: false, base_url: None };
    let edition = edition(root, &options).expect("readable");
    let mut longest: BTreeMap<(String, usize), (u64, String)> = BTreeMap::new();
    let html = |page: &&Page| page.route.file().ends_with(".html");
    for page in edition.plan.pages.iter().filter(html) {
        // E-mails are for other programs, former addresses lead on at once.
        if matches!(page.kind, PageKind::Mail(_) | PageKind::Alias(_)) {
            continue;
        }
        let size = std::fs::metadata(folder.join(page.route.file())).expect("written").len();
        let found = longest.entry((kind_of(page), page.tree)).or_default();
        *found = found.clone().max((size, page.route.ascii().to_string()));
    }
    let folder = folder.canonicalize().expect("there");
    let pages = longest.into_iter().map(|((kind, tree), (_, url))| {
        let kind = format!("{kind}, {}", edition.settings.languages[tree]);
        json!({ "site": site, "folder": folder, "url": url, "kind": kind })
    });
    pages.collect()
}

/// The page of the search, which the demo itself does not ask for.
fn search_of_the_demo(folder: &Path) -> Vec<Value> {
    let root = folder.join("searched");
    support::copy(&support::demo().join("content"), &root.join("content"));
    let settings =
        std::fs::read_to_string(support::demo().join("dateline.yaml")).expect("settings");
    support::write_all(&root, [("dateline.yaml", format!("{settings}\nsearch: true\n").as_str())]);
    let mut pages = pages_of("searched demo", &root, &folder.join("search"), kind_of);
    pages.retain(|page| page["kind"].as_str().is_some_and(|kind| kind.starts_with("Search,")));
    assert_eq!(pages.len(), 2, "one in each language");
    pages
}

/// The kind of a page, and of what: "Entry place", "Day".
fn kind_of(page: &Page) -> String {
    let name = format!("{:?}", page.kind);
    let name = name.split('(').next().unwrap_or_default();
    let of = match &page.kind {
        PageKind::Entry(id) | PageKind::EntryMonth(id, ..) => id.kind.word(),
        PageKind::Index(kind) => kind.word(),
        _ => "",
    };
    format!("{name} {of}").trim().to_owned()
}

/// The template of a page, where the kinds that share it were looked at on another site.
fn template(page: &Page) -> String {
    template_of(page).unwrap_or_default().to_owned()
}

/// The suite with what it needs, put where it is put but once for each list of what that is. `None`
/// where the machine has no Node.js.
fn suite() -> Option<PathBuf> {
    let source = support::demo().join("tests/pages");
    let lock = std::fs::read(source.join("package-lock.json")).expect("readable");
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("pages-{:x}", sum(&lock)));
    std::fs::create_dir_all(&place).expect("a folder");
    for file in std::fs::read_dir(&source).expect("readable").filter_map(Result::ok) {
        if file.path().is_file() {
            std::fs::copy(file.path(), place.join(file.file_name())).expect("copied");
        }
    }
    if !place.join("node_modules/.package-lock.json").is_file() {
        let npm = Command::new("npm").arg("ci").current_dir(&place).stdin(Stdio::null()).output();
        let npm = npm.ok()?;
        assert!(npm.status.success(), "npm ci: {}", String::from_utf8_lossy(&npm.stderr));
    }
    Some(place)
}

/// A number for some bytes (FNV-1a), for the name of a folder.
fn sum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[test]
fn every_kind_of_page_can_be_read_anywhere() {
    let Some(chromium) = browser::found() else { return };
    let Some(suite) = suite() else {
        let needed = std::env::var_os("DATELINE_NEEDS_CHROMIUM").is_some();
        assert!(!needed, "there is no npm: install Node.js with it");
        let words = "NOT RUN: there is no npm, so no page was looked at in a browser\n";
        // Straight to the terminal: the test's own output is shown only when it fails.
        let _ = std::io::stderr().write_all(words.as_bytes());
        return;
    };
    let output = tempfile::tempdir().expect("a folder");
    let mut pages = pages_of("demo", &support::demo(), &output.path().join("demo"), kind_of);
    let kinds = pages.len();
    assert!(kinds > 50, "the demo has a page of nearly each kind in two languages: {kinds}");
    pages.extend(search_of_the_demo(output.path()));
    if let Some(corpora) = support::corpora() {
        let seed = corpora.join("seed-site");
        pages.extend(pages_of("seed-site", &seed, &output.path().join("seed"), template));
    }
    let list = output.path().join("pages.json");
    std::fs::write(&list, Value::from(pages).to_string()).expect("written");
    let mut node = Command::new("node");
    node.arg("suite.mjs").arg(&list).arg(chromium).current_dir(&suite).stdin(Stdio::null());
    if let Some(pictures) = std::env::var_os("DATELINE_SHOTS") {
        std::fs::create_dir_all(&pictures).expect("a folder");
        node.arg(Path::new(&pictures).canonicalize().expect("it was made"));
    }
    let looked = node.output().expect("Node.js comes with npm");
    let said = String::from_utf8_lossy(&looked.stdout);
    assert!(looked.status.success(), "{said}\n{}", String::from_utf8_lossy(&looked.stderr));
    println!("{}", said.trim());
}
