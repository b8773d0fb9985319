//! Every case under `tests/cases`: a whole small site, and exactly what the program says about it,
//! in all three formats.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeSet;

use support::cases::{Case, Expected};
use support::{AT, run, write_all};

#[test]
fn every_case_says_exactly_what_is_expected() {
    let folder = support::demo().join("tests/cases");
    let mut names: Vec<_> = std::fs::read_dir(&folder)
        .expect("cases")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    names.sort();
    assert!(names.len() >= 8, "the cases are gone");
    let mut wrong = Vec::new();
    for file in names {
        let text = std::fs::read_to_string(&file).expect("readable");
        for (number, part) in text.split("\n######").enumerate() {
            let case = Case::parse(part);
            if let Err(difference) = check(&case) {
                wrong.push(format!(
                    "{} ({}):\n{difference}",
                    file.file_name().expect("a name").display(),
                    number + 1
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// What one message says, in the form of an expectation.
struct Said {
    head: String,
    words: String,
}

fn check(case: &Case) -> Result<(), String> {
    let site = tempfile::tempdir().expect("a folder");
    write_all(site.path(), [("dateline.yaml", "base_url: https://cases.example/\n")]);
    case.write(site.path());
    let output = run(site.path(), &["check", "--at", AT, "--format", "json"]);
    let text = String::from_utf8(output.stderr).expect("UTF-8");
    let said: Vec<Said> = text.lines().map(said).collect();
    let errors = said.iter().any(|said| said.head.contains(": error["));
    let settings = said
        .iter()
        .filter(|said| said.head.contains(": error["))
        .all(|said| said.head.starts_with("dateline.yaml:"));
    let leak = said.iter().any(|said| said.head.contains(": error[leak]"));
    let code = if leak {
        4
    } else if errors && settings {
        2
    } else {
        i32::from(errors)
    };
    if output.status.code() != Some(code) {
        return Err(format!("exit {:?}, expected {code}\n{text}", output.status.code()));
    }
    let short = run(site.path(), &["check", "--at", AT, "--format", "short"]);
    let short = String::from_utf8(short.stderr).expect("UTF-8");
    let heads: Vec<&str> = said.iter().map(|said| said.head.as_str()).collect();
    for (line, head) in short.lines().zip(&heads) {
        if !line.starts_with(head) {
            return Err(format!("the formats disagree: {line} / {head}"));
        }
    }
    compare(&case.expected, &said)
}

fn said(line: &str) -> Said {
    let json: serde_json::Value =
        serde_json::from_str(line).unwrap_or_else(|_| panic!("not JSON: {line}"));
    let text = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
    let head = format!(
        "{}:{}:{}: {}[{}]",
        text("path"),
        json["line"],
        json["column"],
        text("severity"),
        text("code")
    );
    Said { head, words: format!("{} / {}", text("message"), text("help")) }
}

fn compare(expected: &[Expected], said: &[Said]) -> Result<(), String> {
    let wanted: BTreeSet<&str> = expected.iter().map(|expected| expected.head.as_str()).collect();
    let heads: BTreeSet<&str> = said.iter().map(|said| said.head.as_str()).collect();
    let mut lines: Vec<String> = Vec::new();
    lines.extend(wanted.difference(&heads).map(|head| format!("  missing   {head}")));
    for surplus in said.iter().filter(|said| !wanted.contains(said.head.as_str())) {
        lines.push(format!("  surplus   {} {}", surplus.head, surplus.words));
    }
    if said.len() != expected.len() && lines.is_empty() {
        lines.push(format!("  {} messages, {} expected", said.len(), expected.len()));
    }
    for expected in expected {
        let fits = said
            .iter()
            .any(|said| said.head == expected.head && said.words.contains(&expected.part));
        if !fits && heads.contains(expected.head.as_str()) {
            let words =
                said.iter().find(|said| said.head == expected.head).map_or("", |said| &said.words);
            lines.push(format!("  {}: `{}` is not in: {words}", expected.head, expected.part));
        }
    }
    if lines.is_empty() { Ok(()) } else { Err(lines.join("\n")) }
}
