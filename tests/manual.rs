//! What README and manual say is so: their commands run, their tables of keys are the program's.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use dateline::model::{Keys, keys_of};
use support::{copy, demo};

/// A block of commands of a paper: which folder it wants, and its lines.
struct Block {
    kind: String,
    commands: Vec<String>,
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("```console") {
        let after = &rest[start + 10..];
        let (kind, body) = after.split_once('\n').expect("a line");
        let end = body.find("\n```").expect("a closed block");
        let commands =
            body[..end].lines().filter_map(|line| line.strip_prefix("$ ")).map(str::to_owned);
        blocks.push(Block { kind: kind.trim().to_owned(), commands: commands.collect() });
        rest = &body[end..];
    }
    blocks
}

/// Runs a command line as a newcomer would, and gives back the folder that it ends in.
fn run(line: &str, folder: &Path) -> PathBuf {
    if let Some(to) = line.strip_prefix("cd ") {
        return folder.join(to);
    }
    let program = Path::new(env!("CARGO_BIN_EXE_dateline"));
    let line = line.replace("cargo run --release -- ", "dateline ");
    let path = format!(
        "{}:{}",
        program.parent().expect("a folder").display(),
        std::env::var("PATH").unwrap_or_default()
    );
    let output = Command::new("sh")
        .args(["-c", &line])
        .current_dir(folder)
        .env("PATH", path)
        .env("SOURCE_DATE_EPOCH", "1767225600")
        .output()
        .expect("a shell");
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(output.status.code(), Some(0), "`{line}`:\n{said}");
    folder.to_owned()
}

fn commands_run(paper: &str) -> usize {
    let text = std::fs::read_to_string(demo().join(paper)).expect("readable");
    let start = tempfile::tempdir().expect("a folder");
    let mut folder = start.path().to_owned();
    let mut count = 0;
    for block in blocks(&text) {
        let repository = tempfile::tempdir().expect("a folder");
        match block.kind.as_str() {
            // The tests themselves: they are running.
            "cargo" => continue,
            "demo" => {
                for part in ["content", "static"] {
                    copy(&demo().join(part), &repository.path().join(part));
                }
                std::fs::copy(
                    demo().join("dateline.yaml"),
                    repository.path().join("dateline.yaml"),
                )
                .expect("copied");
                block.commands.iter().for_each(|line| drop(run(line, repository.path())));
            }
            _ => folder = block.commands.iter().fold(folder, |folder, line| run(line, &folder)),
        }
        count += block.commands.len();
    }
    count
}

#[test]
fn every_command_of_the_readme_runs() {
    assert!(commands_run("README.md") >= 15);
}

#[test]
fn every_command_of_the_manual_runs() {
    assert!(commands_run("docs/commands.md") >= 18);
    for paper in ["docs/writing.md", "docs/messages.md", "docs/templates.md", "docs/languages.md"] {
        commands_run(paper);
    }
}

#[test]
fn every_flag_and_command_is_in_the_manual() {
    let manual = std::fs::read_to_string(demo().join("docs/commands.md")).expect("readable");
    let command = dateline::cli::command();
    for sub in command.get_subcommands() {
        assert!(
            manual.contains(&format!("\n## {}\n", sub.get_name())),
            "{} has no section",
            sub.get_name()
        );
        for argument in sub.get_arguments().filter_map(|argument| argument.get_long()) {
            assert!(
                manual.contains(&format!("--{argument}")),
                "--{argument} of {} is not there",
                sub.get_name()
            );
        }
    }
}

const TABLES: [(&str, Keys); 21] = [
    ("article", Keys::Article),
    ("image", Keys::Image),
    ("note", Keys::Note),
    ("correction", Keys::Correction),
    ("briefing", Keys::Briefing),
    ("topic", Keys::Topic),
    ("map", Keys::Map),
    ("page", Keys::Page),
    ("place", Keys::Place),
    ("disputed", Keys::Disputed),
    ("actor", Keys::Actor),
    ("person", Keys::Person),
    ("role", Keys::Role),
    ("source", Keys::Source),
    ("event", Keys::Event),
    ("settings", Keys::Settings),
    ("settings-map", Keys::SiteMap),
    ("theme", Keys::Theme),
    ("colours", Keys::Colours),
    ("type", Keys::Faces),
    ("menu", Keys::MenuItem),
];

#[test]
fn every_key_is_in_the_manual() {
    let manual = std::fs::read_to_string(demo().join("docs/writing.md")).expect("readable");
    let tables: Vec<&str> = manual
        .split("| key | what it holds |\n|---|---|\n")
        .skip(1)
        .map(|rest| rest.split("\n\n").next().unwrap_or_default())
        .collect();
    assert_eq!(tables.len(), TABLES.len());
    for ((name, keys), table) in TABLES.iter().zip(tables) {
        assert_eq!(
            table.trim_end(),
            rows(*keys),
            "the table of {name} should be as above on the right"
        );
    }
}

/// A table as the program has it.
fn rows(keys: Keys) -> String {
    let row = |key: &dateline::model::Key| {
        let must = if key.required { " (required)" } else { "" };
        format!("| `{}`{must} | {} |", key.name, key.doc)
    };
    keys_of(keys).iter().map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_manuals_own_links_lead_somewhere() {
    for paper in [
        "README.md",
        "CONTRIBUTING.md",
        "docs/writing.md",
        "docs/commands.md",
        "docs/templates.md",
        "docs/theming.md",
    ] {
        let text = std::fs::read_to_string(demo().join(paper)).expect("readable");
        let folder = demo().join(paper).parent().expect("a folder").to_owned();
        let mut inside = false;
        for line in text.lines() {
            inside ^= line.starts_with("```");
            let targets = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
            for target in targets.filter(|target| {
                !inside && target.ends_with(".md") && !line.contains(&format!("`[text]({target}"))
            }) {
                assert!(
                    target.starts_with('@')
                        || line.starts_with('|')
                        || folder.join(target).is_file(),
                    "{paper}: {target}"
                );
            }
        }
    }
}
