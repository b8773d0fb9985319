//! The output depends on the sources and the clock alone.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::path::Path;

use support::{AT, copy, corpora, dateline, demo, tree};

/// Builds with other surroundings and gives back the output.
fn built(
    root: &Path,
    surroundings: &[(&str, &str)],
    more: &[&str],
) -> std::collections::BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let output = folder.path().join("public");
    let status = dateline()
        .args(["build", "--quiet", "--at", AT, "--root"])
        .arg(root)
        .arg("--output")
        .arg(&output)
        .args(more)
        .envs(surroundings.iter().copied())
        .current_dir(folder.path())
        .status()
        .expect("the program starts");
    assert!(status.success(), "{surroundings:?} {more:?}");
    tree(&output)
}

/// A site folder, the surroundings and the flags of a build.
type Variant<'v> = (&'v Path, &'v [(&'v str, &'v str)], &'v [&'v str]);

fn same_everywhere(root: &Path) {
    let plain = built(root, &[], &[]);
    assert!(plain.len() > 20, "hardly any files");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let moved = elsewhere.path().join("déplacé à côté");
    copy(root, &moved);
    let variants: [Variant<'_>; 7] = [
        (root, &[], &["--jobs", "1"]),
        (root, &[], &["--jobs", "16"]),
        (
            root,
            &[("TZ", "Pacific/Kiritimati"), ("LANG", "ar_EG.UTF-8"), ("LC_ALL", "ar_EG.UTF-8")],
            &["--jobs", "3"],
        ),
        (root, &[("TZ", "America/Los_Angeles"), ("LANG", "C"), ("LC_ALL", "C")], &[]),
        (root, &[("HOME", "/nonexistent"), ("USER", "somebody"), ("HOSTNAME", "elsewhere")], &[]),
        (root, &[("COLUMNS", "20"), ("TERM", "dumb"), ("NO_COLOR", "1")], &["--color", "always"]),
        (&moved, &[("TZ", "Asia/Kathmandu")], &["--jobs", "2"]),
    ];
    for (root, surroundings, more) in variants {
        let other = built(root, surroundings, more);
        let paths = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
            files.keys().cloned().collect::<Vec<_>>()
        };
        assert_eq!(paths(&plain), paths(&other), "{surroundings:?} {more:?}");
        let differing: Vec<&String> = plain
            .iter()
            .filter(|(path, bytes)| other[*path] != **bytes)
            .map(|(path, _)| path)
            .collect();
        assert!(differing.is_empty(), "{surroundings:?} {more:?}: {differing:?}");
    }
}

#[test]
fn the_demo_is_the_same_everywhere() {
    let root = tempfile::tempdir().expect("a folder");
    copy(&demo().join("content"), &root.path().join("content"));
    std::fs::copy(demo().join("dateline.yaml"), root.path().join("dateline.yaml")).expect("copied");
    same_everywhere(root.path());
}

#[test]
fn the_corpora_are_the_same_everywhere() {
    let Some(folder) = corpora() else { return };
    for site in support::SITES {
        let root = tempfile::tempdir().expect("a folder");
        copy(&folder.join(site), root.path());
        same_everywhere(root.path());
    }
}

/// Line ends and a byte order mark are the editor's business.
#[test]
fn line_ends_and_marks_change_nothing() {
    let text =
        "---\ntitle: A\ntopics: [a]\n---\nOne.\n\n> Two.\n\n- three\n- [four](#c1 \"a says\")\n";
    let outputs = [
        text.to_owned(),
        text.replace('\n', "\r\n"),
        format!("\u{feff}{text}"),
        format!("\u{feff}{}", text.replace('\n', "\r\n")),
    ]
    .map(|text| {
        let root = tempfile::tempdir().expect("a folder");
        support::write_all(root.path(), [("content/articles/2011-07-18-a.md", text.as_str())]);
        built(root.path(), &[], &[])
    });
    assert!(outputs.iter().all(|output| *output == outputs[0]));
}
