//! The scales: each word of a copy against each word of what was found in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::wire::{Remark, Wire};

/// Words that stand for a field's name and are not part of its value.
const LABELS: [&str; 36] = [
    "by",
    "written",
    "story",
    "report",
    "text",
    "بقلم",
    "photo",
    "photos",
    "photograph",
    "photographs",
    "photographer",
    "picture",
    "pictures",
    "image",
    "media",
    "caption",
    "credit",
    "credits",
    "source",
    "illustration",
    "courtesy",
    "of",
    "related",
    "stories",
    "articles",
    "article",
    "coverage",
    "content",
    "news",
    "links",
    "read",
    "also",
    "more",
    "see",
    "next",
    "on",
];

/// Words that are missing from a wire, or were never in its copy, as often as they are.
pub fn unaccounted(copy: &str, wire: &Wire) -> Vec<String> {
    let found = found(wire);
    let squeezed: String = found.chars().filter(|c| c.is_alphanumeric()).collect();
    let mut balance: BTreeMap<String, i32> = BTreeMap::new();
    for word in words(copy) {
        *balance.entry(word).or_default() += 1;
    }
    for word in words(&found) {
        *balance.entry(word).or_default() -= 1;
    }
    let label = |word: &str| {
        LABELS.contains(&word.to_lowercase().as_str()) || word.eq_ignore_ascii_case("this")
    };
    // A word that ran into the next was cut in two: whole it stands nowhere any more, but its parts
    // stand one after the other.
    let whole: BTreeSet<String> = words(&found).into_iter().collect();
    let cut = |word: &str| !whole.contains(word) && squeezed.contains(word);
    let wrong = balance.into_iter().filter(|(word, sum)| match *sum {
        0 => false,
        1.. => !label(word) && !cut(word),
        _ => !copy_has(copy, word),
    });
    wrong.map(|(word, _)| word).collect()
}

/// Everything that a wire says, but for the guesses, which only repeat.
pub fn found(wire: &Wire) -> String {
    let mut found = vec![wire.title.clone()];
    found.extend(wire.standfirst.clone());
    found.extend(wire.dateline.clone());
    found.extend(wire.agency.clone());
    found.extend(wire.byline.clone());
    for image in &wire.images {
        found.extend(image.caption.iter().chain(&image.credit).cloned());
    }
    found.extend(wire.related.iter().chain(&wire.body).chain(&wire.tail).cloned());
    found.extend(wire.left_out.iter().map(|Remark { text, .. }| text.clone()));
    found.join("\n")
}

fn copy_has(copy: &str, word: &str) -> bool {
    let squeezed: String = copy.chars().filter(|c| c.is_alphanumeric()).collect();
    squeezed.contains(word)
}

/// Words of letters and figures; a capital after a small letter begins a new one.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    // What no reader sees is in no word, and does not end one.
    for c in text.chars().filter(|c| !is_unseen(*c)) {
        let ends = !c.is_alphanumeric() || (before.is_lowercase() && c.is_uppercase());
        if ends {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.push(c);
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

fn is_unseen(c: char) -> bool {
    let format = matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    format || (c.is_control() && !c.is_whitespace())
}
