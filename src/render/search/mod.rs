//! The files of the search, as scripts: those alone can be loaded from a disk, too.

use serde_json::json;

use crate::pages::search::Found;
use crate::pages::views::{FoundView, SearchData};

/// What runs in the search page.
const SCRIPT: &str = include_str!("search.js");
/// How the page's own parts look.
const STYLE: &str = include_str!("search.css");

/// The bytes of a file.
pub fn search(data: &SearchData) -> Vec<u8> {
    let text = match data {
        SearchData::Script => SCRIPT.to_owned(),
        SearchData::Style => STYLE.to_owned(),
        SearchData::Words(at, words) => {
            let words: serde_json::Map<_, _> =
                words.iter().map(|(word, found)| (word.clone(), json!(places(found)))).collect();
            format!("dateline.words({at},{});\n", json!(words))
        }
        SearchData::Pages(sort, at, pages) => {
            let pages: Vec<_> = pages.iter().map(shown).collect();
            format!("dateline.pages(\"{sort}{at}\",{});\n", json!(pages))
        }
    };
    text.into_bytes()
}

fn shown(page: &FoundView) -> serde_json::Value {
    let mut shown = vec![&page.path, &page.name, &page.about];
    shown.extend(&page.lang);
    json!(shown)
}

/// Three lists of numbers in one text.
fn places(found: &Found) -> String {
    let lists = [&found.headlines, &found.texts, &found.names].map(|list| numbers(list));
    lists.join(";").trim_end_matches(';').to_owned()
}

/// Rising numbers: each as its distance from the one before, or, where many pages have a word, after
/// `=` a bit for each page, six in a letter.
fn numbers(list: &[u32]) -> String {
    let letters = list.last().map_or(0, |last| *last as usize / 6 + 1);
    let steps = distances(list);
    if steps.len() <= letters { steps } else { format!("={}", bits(list, letters)) }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn bits(list: &[u32], letters: usize) -> String {
    let mut sixes = vec![0u8; letters];
    for at in list {
        sixes[*at as usize / 6] |= 1 << (at % 6);
    }
    sixes.into_iter().map(|six| char::from(LETTERS[usize::from(six)])).collect()
}

fn distances(list: &[u32]) -> String {
    let mut before = 0;
    let steps = list.iter().map(|at| {
        let step = at - before;
        before = *at;
        in_base_36(step)
    });
    steps.collect::<Vec<_>>().join(" ")
}

fn in_base_36(mut number: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit(number % 36, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_steps() {
        let found = Found { headlines: vec![0, 35, 71], texts: vec![], names: vec![1296] };
        assert_eq!(places(&found), "0 z 10;;100");
        let all: Vec<u32> = (0..13).collect();
        assert_eq!(numbers(&all), "=__B");
        assert_eq!(numbers(&[0, 2, 4, 6, 7, 8]), "=VH");
        let found = Found { texts: vec![7], ..Found::default() };
        assert_eq!(places(&found), ";7");
    }
}
