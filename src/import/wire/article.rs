//! The article file: front matter in the contract's keys, then the paragraphs.

use std::fmt::Write;

use super::markdown::neutral;
use super::yaml::scalar;
use super::{Image, Wire};

/// What the copy cannot say and the desk chooses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// The day of publication (ISO 8601), or a time with offset.
    pub date: String,
    /// One or more topics, by id or name.
    pub topics: Vec<String>,
    /// The outlet, by id or name.
    pub source: Option<String>,
    /// The report at its outlet.
    pub url: Option<String>,
    /// What readers may be given; `excerpt` if nothing was chosen, which keeps the body private.
    pub rights: Option<String>,
}

/// The whole file. The tail is its last paragraph.
pub fn article(wire: &Wire, choices: &Choices) -> String {
    let mut file = String::from("---\n");
    front_matter(&mut file, wire, choices);
    file.push_str("---\n");
    let paragraphs = wire.body.iter().chain(&wire.tail).map(|paragraph| neutral(paragraph));
    file.push_str(&paragraphs.collect::<Vec<_>>().join("\n\n"));
    file.push('\n');
    file
}

fn front_matter(file: &mut String, wire: &Wire, choices: &Choices) {
    let topics: Vec<String> = choices.topics.iter().map(|topic| scalar(topic)).collect();
    key(file, "title", Some(&wire.title));
    key(file, "date", Some(&choices.date));
    line(file, &format!("topics: [{}]", topics.join(", ")));
    key(file, "standfirst", wire.standfirst.as_ref());
    key(file, "source", choices.source.as_ref());
    key(file, "url", choices.url.as_ref());
    key(file, "byline", wire.byline.as_ref());
    key(file, "wire", wire.agency.as_ref());
    key(file, "dateline", wire.dateline.as_ref());
    if let Some(first) = wire.images.first() {
        line(file, "image:");
        image(file, first, "  ");
    }
    if !wire.related.is_empty() {
        line(file, "related:");
    }
    for headline in &wire.related {
        line(file, &format!("  - {}", scalar(headline)));
    }
    key(file, "rights", Some(choices.rights.as_deref().unwrap_or("excerpt")));
    more_images(file, wire.images.get(1..).unwrap_or_default());
}

/// An article has one image; what the copy says of others is kept under the free keys.
fn more_images(file: &mut String, images: &[Image]) {
    if images.is_empty() {
        return;
    }
    line(file, "extra:");
    line(file, "  images:");
    for other in images {
        let mut entry = String::new();
        image(&mut entry, other, "      ");
        // The first key stands on the dash's line.
        line(file, &format!("    - {}", entry.trim()));
    }
}

/// Without `src`: the copy holds no file. The caption is what is known for who cannot see it.
fn image(file: &mut String, image: &Image, indent: &str) {
    let keys = [("alt", &image.caption), ("credit", &image.credit), ("caption", &image.caption)];
    for (name, value) in keys {
        if let Some(value) = value {
            line(file, &format!("{indent}{name}: {}", scalar(value)));
        }
    }
}

fn key(file: &mut String, name: &str, value: Option<impl AsRef<str>>) {
    if let Some(value) = value {
        line(file, &format!("{name}: {}", scalar(value.as_ref())));
    }
}

fn line(file: &mut String, line: &str) {
    // Writing to a String does not fail.
    let _ = writeln!(file, "{line}");
}
