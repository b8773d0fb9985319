use super::args::{self, Format, Global};
use super::build::{in_pool, options, refuse, say_all, site_root};
use super::failure::Failure;
use super::report::{Report, counted};
use crate::compare::{Difference, Fate, Hunk, Trouble, compare};
use crate::output::{Published, Target};
use crate::pipeline::edition;

/// So many of the other pages that change in the same way are named.
const ALSO: usize = 3;

/// Says in words what a build would change.
pub fn run(diff: &args::Diff, global: &Global, report: &Report) -> Result<(), Failure> {
    let options = options(&diff.inputs)?;
    let root = site_root(&global.root)?;
    let old = root.join(&diff.old);
    let old = match old.is_file() {
        true => Published::of_manifest(&old)?,
        false => Published::of(&Target::check(&root, &diff.old)?)?,
    };
    in_pool(diff.inputs.jobs, || {
        let edition = edition(&root, &options)?;
        say_all(&edition, Vec::new(), report)?;
        let difference = match compare(&edition, &old) {
            Ok(difference) => difference,
            Err(Trouble::Faults(faults)) => {
                report.messages(&faults);
                return refuse(&faults);
            }
            Err(Trouble::Unread(path, error)) => {
                return Err(Failure::Machine(format!("{path}: cannot be read: {error}")));
            }
        };
        let lines = match global.format {
            Format::Json => as_json(&difference),
            Format::Human | Format::Short => in_words(&difference),
        };
        lines.iter().for_each(|line| report.say(line));
        report.summary(&summary(&difference));
        Ok(())
    })
}

fn in_words(difference: &Difference) -> Vec<String> {
    let mut lines = Vec::new();
    for (url, title) in &difference.added {
        lines.push(format!("added    {url}  {title}").trim_end().to_owned());
    }
    lines.extend(difference.gone.iter().map(|url| format!("gone     {url}")));
    for changed in &difference.changed {
        lines.push(format!("changed  {}", changed.url));
        for (hunk, also) in &changed.hunks {
            lines.extend(of_hunk(hunk));
            lines.extend(also_on(also));
        }
    }
    for change in &difference.ledgers {
        lines.push(format!("{:<8} {}", change.what, change.url));
        lines.extend(change.was.iter().map(|was| format!("  - {was}")));
        lines.extend(change.now.iter().map(|now| format!("  + {now}")));
    }
    let file = |(file, fate): (&String, &Fate)| format!("file     {file}  {}", word(*fate));
    lines.extend(difference.files.iter().map(file));
    lines.extend(named(&difference.form).map(|pages| format!("form     {pages}")));
    lines
}

fn word(fate: Fate) -> &'static str {
    match fate {
        Fate::Added => "added",
        Fate::Gone => "gone",
        Fate::Changed => "changed",
    }
}

fn of_hunk(hunk: &Hunk) -> impl Iterator<Item = String> {
    let was = hunk.was.iter().map(|sentence| format!("  - {sentence}"));
    was.chain(hunk.now.iter().map(|sentence| format!("  + {sentence}")))
}

fn also_on(also: &[String]) -> Option<String> {
    named(also).map(|pages| format!("    also on {pages}"))
}

/// Pages, of which the first are named.
fn named(pages: &[String]) -> Option<String> {
    let first = pages.iter().take(ALSO).cloned().collect::<Vec<_>>().join(", ");
    let more = pages.len().saturating_sub(ALSO);
    match (pages.len(), more) {
        (0, _) => None,
        (_, 0) => Some(first),
        _ => Some(format!("{first} and {}", counted(more, "more page"))),
    }
}

fn as_json(difference: &Difference) -> Vec<String> {
    use serde_json::json;
    let mut lines = Vec::new();
    for (url, title) in &difference.added {
        lines.push(json!({ "change": "added", "url": url, "title": title }));
    }
    lines.extend(difference.gone.iter().map(|url| json!({ "change": "gone", "url": url })));
    for changed in &difference.changed {
        for (hunk, also) in &changed.hunks {
            let (was, now) = (&hunk.was, &hunk.now);
            lines.push(json!({ "change": "changed", "url": changed.url, "was": was, "now": now, "also": also }));
        }
    }
    for change in &difference.ledgers {
        let (was, now) = (&change.was, &change.now);
        lines.push(json!({ "change": change.what, "url": change.url, "was": was, "now": now }));
    }
    for (file, fate) in &difference.files {
        lines.push(json!({ "change": "file", "path": file, "fate": word(*fate) }));
    }
    let pages = |change: &str, urls: &[String]| -> Vec<_> {
        urls.iter().map(|url| json!({ "change": change, "url": url })).collect()
    };
    lines.extend(pages("form", &difference.form));
    lines.extend(pages("following", &difference.following));
    lines.extend(difference.made.iter().map(|file| json!({ "change": "made", "path": file })));
    lines.iter().map(ToString::to_string).collect()
}

fn summary(difference: &Difference) -> String {
    if difference.is_empty() {
        return "a build would change nothing".to_owned();
    }
    format!(
        "{} added, {} gone, {} changed; {} and {} follow from that",
        counted(difference.added.len(), "page"),
        difference.gone.len(),
        difference.changed.len(),
        counted(difference.form.len() + difference.following.len(), "more page"),
        counted(difference.made.len(), "other file"),
    )
}
