use std::io::Read;
use std::path::Path;

use super::args::{self, Global, NewKind};
use super::build::site_root;
use super::clock::clock;
use super::failure::Failure;
use super::init::write;
use super::report::Report;
use crate::base::{Moment, slugify};
use crate::import::wire;
use crate::model::Settings;

/// Makes a file with the required keys, and prints its path.
pub fn run(new: &args::New, global: &Global, report: &Report) -> Result<(), Failure> {
    let root = site_root(&global.root)?;
    let settings = settings(&root)?;
    if let Some(from) = &new.from {
        return from_copy(new, from, &root, &settings, report);
    }
    let Some(title) =
        new.title.as_deref().map(str::trim).filter(|title| !slugify(title).is_empty())
    else {
        return Err(Failure::usage(
            "a title is missing",
            "write it after the kind: dateline new article \"A headline\"",
        ));
    };
    let date = match &new.date {
        Some(date) => moment(date, &settings)?,
        None => Moment { day: clock(None)?.day(&settings.zone), time: None },
    };
    let (path, text) = file(new, title, date);
    write(&root, &path, &text)?;
    report.say(&path);
    Ok(())
}

/// The desk's settings, for its time zone.
fn settings(root: &Path) -> Result<Settings, Failure> {
    let files = crate::content::Folder::read(root)?.files;
    Ok(crate::content::settings(files.source("dateline.yaml").as_ref()).value)
}

fn moment(date: &str, settings: &Settings) -> Result<Moment, Failure> {
    Moment::parse(date, &settings.zone).ok_or_else(|| {
        Failure::usage(
            format!("--date `{date}` is not a date"),
            "write a day like 2011-07-18 or a time with its offset like 2011-07-18T18:00+02:00",
        )
    })
}

/// Where a new file goes, and its text.
fn file(new: &args::New, title: &str, date: Moment) -> (String, String) {
    let slug = slugify(title);
    let (day, quoted) = (date.day, quoted(title));
    match new.kind {
        NewKind::Article => {
            let topics = list(&new.topic, "unsorted");
            let mut keys = format!("title: {quoted}\ndate: {date}\ntopics: {topics}\n");
            if let Some(source) = &new.source {
                keys.push_str(&format!("source: {}\n", self::quoted(source)));
            }
            if let Some(url) = &new.url {
                keys.push_str(&format!("url: {}\n", self::quoted(url)));
            }
            (article_path(date, &slug), format!("---\n{keys}---\n"))
        }
        NewKind::Note => {
            let on = list(&new.on, &day.to_string());
            (
                format!("content/notes/{day}-{slug}.md"),
                format!("---\ntitle: {quoted}\ndate: {date}\non: {on}\nkind: context\n---\n"),
            )
        }
        NewKind::Briefing => (
            format!("content/briefings/{day}-{slug}.md"),
            format!("---\ntitle: {quoted}\ndate: {date}\n---\n"),
        ),
        NewKind::Correction => {
            let mut keys = format!("date: {date}\ntarget: {quoted}\nkind: correction\n");
            for (key, words) in [("was", &new.was), ("now", &new.now)] {
                let words = words.as_deref().unwrap_or("FILL IN");
                keys.push_str(&format!("{key}: {}\n", self::quoted(words)));
            }
            (format!("content/corrections/{day}-{slug}.md"), format!("---\n{keys}---\n"))
        }
        NewKind::Topic => {
            (format!("content/topics/{slug}.md"), format!("---\ntitle: {quoted}\n---\n"))
        }
    }
}

fn article_path(date: Moment, slug: &str) -> String {
    let day = date.day;
    format!("content/articles/{:04}/{:02}/{:02}-{slug}.md", day.year(), day.month(), day.day())
}

fn list(names: &[String], otherwise: &str) -> String {
    if names.is_empty() {
        return format!("[{otherwise}]");
    }
    format!("[{}]", names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", "))
}

/// A text as YAML, in double quotes.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// `new article --from`: pasted wire copy becomes an article, and what was left out or guessed is
/// printed, so that nothing is lost silently.
fn from_copy(
    new: &args::New,
    from: &Path,
    root: &Path,
    settings: &Settings,
    report: &Report,
) -> Result<(), Failure> {
    if new.kind != NewKind::Article {
        return Err(Failure::usage(
            "--from makes articles only",
            "write: dateline new article --from FILE",
        ));
    }
    let copy = pasted(from)?;
    let found = wire::read_titled(new.title.as_deref(), &copy)
        .map_err(|error| Failure::usage(error.to_string(), "paste the headline, then the text"))?;
    let Some(date) = new.date.clone().or_else(|| found.date.clone()) else {
        return Err(Failure::usage(
            "the copy prints no date with a year",
            "give the day of publication with --date 2011-07-18",
        ));
    };
    let date = moment(&date, settings)?;
    let topics = if new.topic.is_empty() { vec!["unsorted".to_owned()] } else { new.topic.clone() };
    let choices = wire::Choices {
        date: date.to_string(),
        topics,
        source: new.source.clone(),
        url: new.url.clone(),
        rights: None,
    };
    let path = article_path(date, &slugify(&found.title));
    write(root, &path, &wire::article(&found, &choices))?;
    report.say(&path);
    for remark in &found.left_out {
        report.remark(&format!("left out, line {}: {}: {}", remark.line, remark.why, remark.text));
    }
    for remark in &found.guessed {
        report.remark(&format!("guessed, line {}: {}: {}", remark.line, remark.why, remark.text));
    }
    if new.topic.is_empty() {
        report.remark("guessed: the topic is `unsorted`; name it with --topic, or in the file");
    }
    Ok(())
}

/// No wire report is longer.
const MAX_COPY: u64 = 1 << 20;

fn pasted(from: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let name = from.display();
    let read = if from == Path::new("-") {
        std::io::stdin().lock().take(MAX_COPY + 1).read_to_end(&mut bytes)
    } else {
        let file = std::fs::File::open(from).map_err(|error| {
            Failure::usage(
                format!("{name} cannot be opened: {error}"),
                "give the file with the pasted copy, or - for standard input",
            )
        })?;
        file.take(MAX_COPY + 1).read_to_end(&mut bytes)
    };
    read.map_err(|error| Failure::Machine(format!("{name}: cannot be read: {error}")))?;
    if bytes.len() as u64 > MAX_COPY {
        return Err(Failure::usage(
            format!("{name} is larger than 1 MiB"),
            "paste one report at a time",
        ));
    }
    String::from_utf8(bytes)
        .map_err(|_| Failure::usage(format!("{name} is not UTF-8"), "save it as UTF-8"))
}
