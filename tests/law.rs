//! What the architecture promises of the code, read from the code itself.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use dateline::model::codes;
use support::demo;

/// The floors, from the ground up: a module may use those before it and none after it.
const FLOORS: [&str; 13] = [
    "base", "words", "model", "content", "desk", "pages", "render", "output", "pipeline",
    "compare", "import", "serve", "cli",
];

/// The program's own files, without tests: path from `src/`, and text.
fn sources() -> Vec<(String, String)> {
    let root = demo().join("src");
    let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"));
    let path = |file: &PathBuf| {
        file.strip_prefix(&root).expect("below").to_string_lossy().replace('\\', "/")
    };
    let files = files.map(|entry| entry.into_path()).filter(|file| !path(file).contains("tests"));
    let sources: Vec<_> = files
        .map(|file| (path(&file), std::fs::read_to_string(&file).expect("readable")))
        .collect();
    assert!(sources.len() > 60, "the sources are gone");
    sources
}

fn module(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// The text without comments.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn imports_go_down_only() {
    let mut seen = BTreeSet::new();
    for (path, text) in sources() {
        let Some(floor) = FLOORS.iter().position(|floor| *floor == module(&path)) else { continue };
        seen.insert(floor);
        for (at, _) in text.match_indices("crate::") {
            let name: String =
                text[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let Some(other) = FLOORS.iter().position(|floor| *floor == name) else { continue };
            assert!(other <= floor, "src/{path}: `{}` must not know `{name}`", FLOORS[floor]);
        }
    }
    assert_eq!(seen.len(), FLOORS.len(), "a floor is missing");
}

#[test]
fn the_desk_and_the_pages_cannot_see_bodies() {
    for (path, text) in
        sources().iter().filter(|(path, _)| ["desk", "pages"].contains(&module(path)))
    {
        for word in ["crate::content", "Body>", "Piece"] {
            assert!(!code(text).contains(word), "src/{path} names `{word}`");
        }
    }
}

/// Each room's own knowledge: a word that only these places may name.
const ROOMS: [(&str, &[&str]); 16] = [
    ("tera::", &["render/"]),
    ("fluent_", &["words/"]),
    ("serde_yaml", &["content/"]),
    ("pulldown_cmark", &["content/"]),
    ("granit_parser", &["content/"]),
    ("std::fs", &["content/read.rs", "content/look.rs", "output/", "cli/new.rs", "cli/init.rs"]),
    ("println!", &[]),
    ("Timestamp::now", &["cli/clock.rs"]),
    ("std::env::", &["main.rs", "cli/clock.rs"]),
    ("std::net", &["content/markdown/link.rs", "serve/", "cli/args.rs"]),
    ("async ", &["serve/server.rs"]),
    ("tokio", &["serve/"]),
    ("notify", &["serve/watch.rs", "serve/untold.rs"]),
    ("TcpListener", &["serve/"]),
    ("TcpStream", &["serve/"]),
    ("std::process::{Command", &["serve/open.rs"]),
];

#[test]
fn each_room_keeps_its_own_knowledge() {
    for (word, rooms) in ROOMS {
        let mut found = 0;
        for (path, text) in sources() {
            if code(&text).contains(word) {
                assert!(
                    rooms.iter().any(|room| path.starts_with(room)),
                    "src/{path} names `{word}`"
                );
                found += 1;
            }
        }
        assert!(found > 0 || rooms.is_empty(), "nothing names `{word}` any more");
    }
}

#[test]
fn nothing_runs_another_program_or_opens_a_socket() {
    for (path, text) in sources() {
        // The preview listens, and opens a browser when asked.
        let rooms = [
            ("std::process::", "serve/open.rs"),
            ("Command::new", "serve/open.rs"),
            ("TcpStream", "serve/"),
            ("TcpListener", "serve/"),
            // Asks which address this machine has; nothing is sent.
            ("UdpSocket", "serve/port.rs"),
        ];
        let code = code(&text).replace("std::process::ExitCode", "");
        for (word, room) in rooms {
            assert!(path.starts_with(room) || !code.contains(word), "src/{path} names `{word}`");
        }
        for word in ["UnixStream", "unsafe {"] {
            assert!(!code.contains(word), "src/{path} names `{word}`");
        }
    }
}

#[test]
fn rooms_are_small() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 400, "src/{path} has {lines} lines");
        for (name, length) in functions(&text) {
            assert!(length <= 70, "src/{path}: `{name}` has {length} lines");
        }
    }
}

/// Functions with their lengths, as the formatter lays them out.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut functions = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let indent = line.len() - line.trim_start().len();
        let head = line
            .trim_start()
            .trim_start_matches("pub ")
            .trim_start_matches("pub(super) ")
            .trim_start_matches("pub(crate) ");
        let Some(rest) = head.strip_prefix("fn ") else { continue };
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if line.ends_with(';') {
            continue;
        }
        let end = format!("{}}}", " ".repeat(indent));
        let length =
            lines[at..].iter().position(|line| *line == end).map_or(1, |length| length + 1);
        functions.push((name, length));
    }
    functions
}

#[test]
fn nothing_is_unwrapped_without_a_word_why() {
    for (path, text) in sources() {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            if line.contains(".unwrap()") || line.contains(".expect(") {
                let said =
                    line.contains("//") || at > 0 && lines[at - 1].trim_start().starts_with("//");
                assert!(said, "src/{path}:{}: {}", at + 1, line.trim());
            }
        }
    }
}

#[test]
fn every_code_is_raised_documented_and_tested() {
    let manual =
        std::fs::read_to_string(demo().join("docs/messages.md")).expect("the manual's page");
    let headings: BTreeSet<&str> =
        manual.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let known: BTreeSet<&str> = codes::ALL.iter().map(|code| code.0).collect();
    assert_eq!(known.len(), codes::ALL.len(), "a code stands twice");
    assert_eq!(headings, known, "docs/messages.md and the codes differ");
    let all = sources();
    let names = names_of_codes(&all);
    let tests = texts_of_tests();
    for code in codes::ALL {
        let name = &names[code.0];
        let raised = all.iter().any(|(path, text)| {
            path != "model/codes.rs" && text.contains(&format!("codes::{name}"))
        });
        assert!(raised, "nothing raises `{}`", code.0);
        assert!(
            tests.iter().any(|text| text.contains(&format!("[{}]", code.0))),
            "no test expects `{}`",
            code.0
        );
    }
}

/// The constants of the codes by their words.
fn names_of_codes(sources: &[(String, String)]) -> BTreeMap<String, String> {
    let (_, text) = sources.iter().find(|(path, _)| path == "model/codes.rs").expect("the codes");
    let pairs =
        text.lines().filter_map(|line| line.trim().strip_suffix("\";")?.split_once(" = \""));
    pairs.map(|(name, word)| (word.to_owned(), name.to_owned())).collect()
}

fn texts_of_tests() -> Vec<String> {
    let files = walkdir::WalkDir::new(demo().join("tests")).into_iter().filter_map(Result::ok);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.filter_map(|entry| std::fs::read_to_string(entry.path()).ok()).collect()
}

#[test]
fn the_project_has_its_papers_and_they_are_short_enough() {
    for (paper, most) in [
        ("README.md", 400),
        ("ARCHITECTURE.md", 150),
        ("CONTRIBUTING.md", 150),
        ("CHANGELOG.md", 1000),
    ] {
        let text = std::fs::read_to_string(demo().join(paper)).expect(paper);
        let lines = text.lines().count();
        assert!(lines > 5 && lines <= most, "{paper} has {lines} lines");
    }
    let architecture = std::fs::read_to_string(demo().join("ARCHITECTURE.md")).expect("readable");
    for floor in FLOORS {
        assert!(
            architecture.contains(&format!("`{floor}`")),
            "ARCHITECTURE.md does not name `{floor}`"
        );
    }
}

/// What is built in comes from one registry, at one state, and none of it speaks to the network on its
/// own or binds to a C library that would have to be kept up to date. Licences are `cargo deny`'s.
#[test]
fn what_is_built_in_is_locked_and_of_one_source() {
    let lock = std::fs::read_to_string(demo().join("Cargo.lock")).expect("it is kept");
    let packages: Vec<&str> = lock.split("[[package]]").skip(1).collect();
    assert!(packages.len() > 200, "only {} packages", packages.len());
    let field = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
        line.trim_matches([' ', '=', '"']).to_owned()
    };
    for package in packages {
        let name = field(package, "name");
        if name == "dateline" {
            continue;
        }
        let registry = "registry+https://github.com/rust-lang/crates.io-index";
        assert_eq!(field(package, "source"), registry, "{name}");
        assert_eq!(field(package, "checksum").len(), 64, "{name}");
        let refused = ["reqwest", "ureq", "curl", "openssl-sys", "libyaml-sys", "native-tls"];
        assert!(!refused.contains(&name.as_str()), "{name}");
    }
}
