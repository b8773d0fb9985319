use std::sync::Arc;

use super::*;
use crate::base::Clock;
use crate::content::Folder;
use crate::desk::Audience;
use crate::pipeline::{Memo, Options, proof_of};
use crate::serve::answer::answer;

/// What is asked of a site with a draft in which something is wrong.
fn asked(desk: &Desk, path: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().canonicalize().expect("there");
    let articles = root.join("content/articles");
    std::fs::create_dir_all(&articles).expect("made");
    let good = "---\ntitle: Said\ndate: 2011-07-18\ntopics: [a]\n---\nText.\n";
    let draft =
        "---\ntitle: Hidden words\ndate: 2011-07-18\ntopics: [a]\nstatus: draft\n---\n[[Nobody]]\n";
    std::fs::write(articles.join("said.md"), good).expect("written");
    let folder = Folder::read_to_keep(&root).expect("read");
    let clock = Clock::parse("2012-01-01T00:00:00Z").expect("a time");
    let options = Options { clock, strict: false, portable: false, base_url: None };
    let mut memo = Memo::default();
    let first = proof_of(&folder, &options, desk.audience, &mut memo);
    assert!(!first.has_errors(), "{:?}", first.complaints);
    std::fs::write(articles.join("hidden-slug.md"), draft.replace("draft", "drafty"))
        .expect("written");
    let folder = Folder::read_to_keep(&root).expect("read");
    let messages = proof_of(&folder, &options, desk.audience, &mut memo).complaints;
    assert!(!messages.is_empty());
    let proof = Some(Arc::new(first));
    let snapshot = Snapshot { number: 2, proof, messages, ..Snapshot::default() };
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let answer = answer(&snapshot, desk, path, Some(query));
    String::from_utf8_lossy(answer.body()).into_owned()
}

#[test]
fn another_machine_reads_no_messages_but_with_the_drafts() {
    let root = Some("/home/editor/site".to_owned());
    let here = Desk { root, audience: Audience::Readers };
    let guest = Desk { root: None, audience: Audience::Readers };
    let trusted = Desk { root: None, audience: Audience::Desk };
    let state = "/_dateline/state?page=/2011/07/18/said/";
    let said = asked(&here, state);
    assert!(said.contains("hidden-slug") && said.contains("/home/editor"), "{said}");
    let said = asked(&guest, state);
    assert!(!said.contains("hidden") && !said.contains("Hidden"), "{said}");
    assert!(said.contains("\"good\":false") && said.contains("preview's own machine"), "{said}");
    let said = asked(&trusted, state);
    assert!(said.contains("hidden-slug") && !said.contains("/home/"), "{said}");
    let page = "/2011/07/18/said/";
    assert!(asked(&here, page).contains("vscode://"));
    assert!(asked(&trusted, page).contains("dateline-bar"));
    for desk in [&guest, &trusted] {
        assert!(!asked(desk, page).contains("vscode://"));
    }
    assert!(!asked(&guest, page).contains("dateline-bar"));
}
