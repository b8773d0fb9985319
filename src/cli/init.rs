use std::fs;
use std::path::Path;

use super::args::{self, Global};
use super::clock::clock;
use super::failure::Failure;
use super::report::Report;
use crate::base::Day;

/// The files of a new site; `{day}`, `{year}` and `{month}` stand for today.
const FILES: [(&str, &str); 9] = [
    ("dateline.yaml", include_str!("sample/dateline.yaml")),
    ("content/articles/{day}-harbour-reopens.md", include_str!("sample/article.md")),
    ("content/notes/{day}-harbour.md", include_str!("sample/note.md")),
    ("content/briefings/{day}.md", include_str!("sample/briefing.md")),
    ("content/topics/harbour.md", include_str!("sample/topic.md")),
    ("content/pages/about.md", include_str!("sample/about.md")),
    ("content/registry/places.yaml", include_str!("sample/places.yaml")),
    ("content/registry/actors.yaml", include_str!("sample/actors.yaml")),
    ("content/registry/sources.yaml", include_str!("sample/sources.yaml")),
];

/// Makes a small site that builds at once.
pub fn run(init: &args::Init, global: &Global, report: &Report) -> Result<(), Failure> {
    let folder = init.dir.as_deref().unwrap_or(&global.root);
    refuse_full(folder)?;
    let today = clock(None)?.day(&jiff::tz::TimeZone::UTC);
    for (path, text) in FILES {
        write(folder, &filled(path, today), &filled(text, today))?;
    }
    let shown = folder.display();
    report.summary(&format!(
        "A small site is in {shown}. Next:\n  dateline build --root {shown}    makes it, in {shown}/public\n  dateline new article --root {shown} \"A headline\"    adds a report\n  dateline check --root {shown}    says what is wrong, writing nothing",
    ));
    Ok(())
}

fn filled(text: &str, day: Day) -> String {
    text.replace("{day}", &day.to_string())
}

/// A folder that holds something else is left alone; `.git` is nothing else.
fn refuse_full(folder: &Path) -> Result<(), Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => {
            return Err(Failure::usage(
                format!("{} cannot be opened: {error}", folder.display()),
                "give an empty folder, or a new name",
            ));
        }
    };
    let other = entries.filter_map(Result::ok).find(|entry| entry.file_name() != ".git");
    match other {
        None => Ok(()),
        Some(other) => {
            let name = other.file_name();
            let message =
                format!("{} holds `{}` already", folder.display(), name.to_string_lossy());
            Err(Failure::usage(message, "give an empty folder, or a new name"))
        }
    }
}

/// Writes a new file of a site, and the folders above it. Never over another.
pub fn write(root: &Path, path: &str, text: &str) -> Result<(), Failure> {
    let file = root.join(path);
    let machine =
        |error: std::io::Error| Failure::Machine(format!("{path}: cannot be written: {error}"));
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(machine)?;
    }
    let mut file = match fs::File::create_new(&file) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(Failure::usage(
                format!("{path} is there already"),
                "choose another title or date",
            ));
        }
        Err(error) => return Err(machine(error)),
    };
    std::io::Write::write_all(&mut file, text.as_bytes()).map_err(machine)
}
