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

/// The files that edits are made to: of each kind, and one that is not there.
const FILES: [&str; 9] = [
    "content/articles/2011/07/19-two-accounts-of-brega.md",
    "content/articles/2011/07/28-council-commander-younis-killed.md",
    "content/notes/2011-07-19-figures-that-look-alike.md",
    "content/briefings/2011-07-31.md",
    "content/topics/brega-front.md",
    "content/pages/about.md",
    "content/registry/actors.yaml",
    "dateline.yaml",
    "content/articles/2011-07-20-new.md",
];

/// What an edit makes of a file; `None` takes it away.
fn edited(text: Option<String>, how: usize) -> Option<String> {
    let new = "---\ntitle: New\ndate: 2011-07-20\ntopics: [libya-2011]\nsource: desk\n---\nText.\n";
    let text = text.unwrap_or_else(|| new.to_owned());
    Some(match how {
        0 => format!("{text}\nOne more sentence, which changes no card.\n"),
        1 => text.replacen("---\n", "---\n# a line more\n", 1),
        2 => text.replacen("title: ", "title: Later ", 1),
        3 => format!("{text}\nSee [[Nobody at all]] and [[Brega]].\n"),
        4 => format!("{text}\n[They denied it.](#c77 \"libya-gov denies\")\n"),
        5 => text.replacen("title:", "tilte:", 1),
        6 => text.replacen("---\n", "---\ntemplate: not-there.html\n", 1),
        7 => text.replacen("---\n", "---\nstatus: draft\n", 1),
        8 => text.lines().take(text.lines().count() / 2).map(|line| format!("{line}\n")).collect(),
        9 => text.replacen("\n\n", "\n\n[A](/no/such/page/) line.\n\n", 1),
        _ => return None,
    })
}

fn apply(root: &Path, kept: &BTreeMap<&str, String>, file: usize, how: usize) -> PathBuf {
    let name = FILES[file];
    let path = root.join(name);
    let text = match how {
        // As it was at first: what was broken is mended.
        11 => kept.get(name).cloned(),
        _ => edited(std::fs::read_to_string(&path).ok(), how),
    };
    match text {
        Some(text) => std::fs::write(&path, text).expect("written"),
        None => drop(std::fs::remove_file(&path)),
    }
    path
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_end_as_a_clean_run(edits in prop::collection::vec((0..FILES.len(), 0..12usize), 1..10)) {
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
