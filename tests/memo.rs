//! What earlier runs found out changes how long a run takes, and nothing else.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use dateline::base::Clock;
use dateline::content::Folder;
use dateline::pipeline::{Edition, Memo, Options, edition, edition_of};
use proptest::prelude::*;
use support::{AT, copy, demo};

fn options() -> Options {
    let clock = Clock::parse(AT).expect("a literal");
    Options { clock, strict: false, portable: false, base_url: None }
}

/// Every page with its bytes.
fn pages(edition: &Edition) -> BTreeMap<String, Vec<u8>> {
    let pages = Mutex::new(BTreeMap::new());
    let faults = edition.render(|path, bytes| {
        pages.lock().expect("no panic").insert(path.to_owned(), bytes.to_vec());
        Ok::<(), ()>(())
    });
    assert!(faults.is_ok());
    pages.into_inner().expect("no panic")
}

/// The files that edits are made to: of each kind, some that name each other, and some that are
/// not there.
const FILES: [&str; 22] = [
    "content/articles/2011/07/19-two-accounts-of-brega.md",
    "content/articles/2011/07/28-council-commander-younis-killed.md",
    "content/articles/2011/07/18-rebels-claim-brega.md",
    "content/articles/2011/07/18-losses-each-side-reports-at-brega.md",
    "content/notes/2011-07-19-figures-that-look-alike.md",
    "content/briefings/2011-07-31.md",
    "content/topics/brega-front.md",
    "content/pages/about.md",
    "content/registry/actors.yaml",
    "content/registry/events.yaml",
    "content/registry/people.yaml",
    "content/registry/sources.yaml",
    "content/notes/2011-08-10-khamis-seen-again.md",
    "dateline.yaml",
    "content/articles/2011-07-20-new.md",
    "content/articles/2011-07-21-newer.md",
    "content/notes/2011-07-20-a.md",
    "content/pages/new.md",
    "content/pages/about.ar.md",
    "content/topics/brega-front.ar.md",
    "content/briefings/2011-07-18-briefing-5.ar.md",
    "content/articles/2011-07-20-new.ar.md",
];

/// What an edit makes of a file; `None` takes it away.
fn edited(text: Option<String>, how: usize, kind: &str) -> Option<String> {
    let keys = match kind {
        "notes" => "on: [brega]\ndate: 2011-07-20\n",
        "pages" => "",
        _ => "date: 2011-07-20\ntopics: [libya-2011]\nsource: desk\nrights: own\n",
    };
    let new = format!("---\ntitle: New\n{keys}---\nText.\n");
    let text = text.unwrap_or(new);
    let key = |key: &str| Some(text.replacen("---\n", &format!("---\n{key}\n"), 1));
    Some(match how {
        0 => format!("{text}\nOne more sentence, which changes no card.\n"),
        1 => return key("# a line more"),
        2 => text.replacen("title: ", "title: Later ", 1),
        3 => format!("{text}\nSee [[Nobody at all]] and [[Brega]].\n"),
        4 => format!("{text}\n[They denied it.](#c77 \"libya-gov denies\")\n"),
        5 => text.replacen("title:", "tilte:", 1),
        6 => return key("template: not-there.html"),
        7 => return key("status: draft"),
        8 => text.lines().take(text.lines().count() / 2).map(|line| format!("{line}\n")).collect(),
        9 => text.replacen("\n\n", "\n\n[A](/no/such/page/) line.\n\n", 1),
        10 => format!(
            "{text}\nSee [[New]] and [[Later New]], [[rebels-claim-brega]] and [[2011-07-20]].\n"
        ),
        11 => return key("related: [New, rebels-claim-brega, no-such-report]"),
        12 => return key("places: [tripoli, Somewhere new]"),
        13 => {
            format!("{text}\n[Not so.](#c78 \"ntc denies new#c1\") [So.](#c1 \"libya-gov says\")\n")
        }
        14 => text.replacen("date: 2011-07-20", "date: 2011-07-22", 1),
        15 => return key("weight: 3"),
        16 => return key("aliases: [/old/, /2011/07/20/]"),
        17 => text.replacen("source: desk", "source: jerusalem-post", 1),
        18 => text.replacen("rights: own", "rights: excerpt", 1),
        19 => format!(
            "{text}\nA [link](/about/#there) and [another](@/articles/2011-07-20-new.md#c1).\n"
        ),
        20 => format!("{text}\n## A heading {{#there}}\n"),
        21 => return None,
        23 => format!(
            "{text}\n[Seven died.](#k7 \"ntc: libya-gov killed 7 2011-07-18 re brega-july by moussa-ibrahim\")\n"
        ),
        24 => format!(
            "{text}\n[So it is.](#c79 \"us-state confirms rebels-claim-brega#c1 re brega-july\")\n"
        ),
        25 => return key("assessment: {\"rebels-claim-brega#c1\": corroborated}"),
        26 => text.replacen("side: rebels", "side: government", 1),
        27 => text.replacen("2011-07-14~", "2011-06-01", 1),
        28 => {
            let figures =
                "losses-each-side-reports-at-brega#k2, losses-each-side-reports-at-brega#k4";
            return key(&format!("sum: [{figures}]\nsum_reason: Each its own."));
        }
        29 => return key("updated: 2011-08-02"),
        30 => text.replacen("kind: agency", "kind: agency, affiliated: [xinhua]", 1),
        31 => text.replacen("actor: libya-gov", "actor: ntc", 1),
        32 => text.replacen("denies", "confirms", 1),
        33 => text.replacen("re brega-july", "re us-recognition", 1),
        _ => return key("language: ar"),
    })
}

/// So many ways there are; one of them, 22, puts back what was there at first.
const WAYS: usize = 35;

fn apply(root: &Path, kept: &BTreeMap<&str, String>, file: usize, how: usize) -> PathBuf {
    let name = FILES[file];
    let path = root.join(name);
    let text = match how {
        // As it was at first: what was broken is mended.
        22 => kept.get(name).cloned(),
        _ => {
            let kind = name.split('/').nth(1).unwrap_or_default();
            edited(std::fs::read_to_string(&path).ok(), how, kind)
        }
    };
    match text {
        Some(text) => std::fs::write(&path, text).expect("written"),
        None => drop(std::fs::remove_file(&path)),
    }
    path
}

/// More on a machine that has the time: `DATELINE_CASES=500`.
fn cases() -> u32 {
    std::env::var("DATELINE_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(7)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_end_as_a_clean_run(edits in prop::collection::vec((0..FILES.len(), 0..WAYS), 1..10)) {
        let site = tempfile::tempdir().expect("a folder");
        let root = site.path().canonicalize().expect("a folder");
        for part in ["content", "static"] {
            copy(&demo().join(part), &root.join(part));
        }
        std::fs::copy(demo().join("dateline.yaml"), root.join("dateline.yaml")).expect("copied");
        let read = |name: &&'static str| Some((*name, std::fs::read_to_string(root.join(name)).ok()?));
        let kept: BTreeMap<&str, String> = FILES.iter().filter_map(read).collect();
        let mut folder = Folder::read(&root).expect("readable");
        let mut memo = Memo::default();
        edition_of(&folder, &options(), &mut memo);
        for (file, how) in edits {
            let path = apply(&root, &kept, file, how);
            folder.read_again(&[path]).expect("readable");
            let kept = edition_of(&folder, &options(), &mut memo);
            let clean = edition(&root, &options()).expect("readable");
            prop_assert_eq!(&kept.complaints, &clean.complaints, "{} {}", FILES[file], how);
            prop_assert_eq!(pages(&kept), pages(&clean), "{} {}", FILES[file], how);
        }
    }
}
