//! What the tests share: temporary sites, the program, and a browser's view of a page.
#![allow(dead_code, reason = "each test file uses a part of it")]

pub mod browser;
pub mod cases;
pub mod crawl;
pub mod preview;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The clock of tests: the output must not depend on the day on which they run.
pub const AT: &str = "2026-01-01T00:00:00Z";

/// The repository's root, which is the demo site.
pub fn demo() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The program, with nothing of the tester's surroundings.
pub fn dateline() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.env_remove("SOURCE_DATE_EPOCH").env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    command
}

/// Runs the program in a site folder.
pub fn run(root: &Path, arguments: &[&str]) -> Output {
    dateline().args(arguments).arg("--root").arg(root).output().expect("the program starts")
}

/// Runs the program and expects it to be content.
pub fn run_well(root: &Path, arguments: &[&str]) -> String {
    let output = run(root, arguments);
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{arguments:?} in {}: {err}", root.display());
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Builds a site into a folder of its own.
pub fn build(root: &Path, output: &Path, more: &[&str]) -> String {
    let mut arguments = vec!["build", "--at", AT, "--output", output.to_str().expect("UTF-8")];
    arguments.extend(more);
    run_well(root, &arguments)
}

/// Writes files into a folder.
pub fn write_all<'f>(root: &Path, files: impl IntoIterator<Item = (&'f str, &'f str)>) {
    for (path, text) in files {
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
        std::fs::write(file, text).expect("written");
    }
}

/// Every file below a folder with its bytes, by path with forward slashes.
pub fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            let path = entry
                .path()
                .strip_prefix(root)
                .expect("below")
                .to_string_lossy()
                .replace('\\', "/");
            files.insert(path, std::fs::read(entry.path()).expect("readable"));
        }
    }
    files
}

/// A copy of a folder, for sites that must not be written to.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        let file = to.join(path);
        std::fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
        std::fs::write(file, bytes).expect("written");
    }
}

/// The folder with the corpora. Without it the tests that need it are not run, and say so; where
/// `CI` is set they fail.
pub fn corpora() -> Option<PathBuf> {
    match std::env::var_os("DATELINE_CORPORA") {
        Some(folder) => {
            let folder = PathBuf::from(folder);
            let folder = if folder.is_absolute() { folder } else { demo().join(folder) };
            assert!(folder.is_dir(), "DATELINE_CORPORA names no folder: {}", folder.display());
            Some(folder)
        }
        None => {
            assert!(
                std::env::var_os("DATELINE_NEEDS_CORPORA").is_none(),
                "DATELINE_CORPORA is not set"
            );
            eprintln!("not run: DATELINE_CORPORA is not set, so the corpora were not looked at");
            None
        }
    }
}

/// The four sites of the corpora.
pub const SITES: [&str; 4] = ["libya2011", "world2021", "wikinews2019", "seed-site"];
