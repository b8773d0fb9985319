use std::ops::Range;

use crate::base::{Code, Spot};
use crate::content::markdown::File;

/// A mark's title as words, each with its place in the file.
pub struct Title {
    /// The words in order.
    pub words: Vec<Word>,
    /// Where the title stands.
    pub range: Range<usize>,
}

/// A word of a mark's title.
#[derive(Debug, Clone)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Where it stands in the body.
    pub range: Range<usize>,
}

impl Title {
    /// Parts a title at its blanks. Where escapes make it differ from the source, all words stand
    /// at the mark itself.
    pub fn new(file: &File<'_, '_>, title: &str, mark: Range<usize>) -> Self {
        let source = file.body.get(mark.clone()).unwrap_or_default();
        let start = source.rfind(title).map(|at| mark.start + at);
        let mut words = Vec::new();
        for text in title.split_whitespace() {
            let offset = text.as_ptr() as usize - title.as_ptr() as usize;
            let range = match start {
                Some(start) => start + offset..start + offset + text.len(),
                None => mark.clone(),
            };
            words.push(Word { text: text.to_owned(), range });
        }
        let range = start.map_or(mark, |start| start..start + title.len());
        Self { words, range }
    }
}

/// Several words as one name.
pub fn joined(words: &[Word]) -> (String, Range<usize>) {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let start = words.first().map_or(0, |word| word.range.start);
    let end = words.last().map_or(start, |word| word.range.end);
    (texts.join(" "), start..end)
}

/// A name with its place, from several words.
pub fn name(file: &mut File<'_, '_>, words: &[Word]) -> crate::model::Name {
    let (text, range) = joined(words);
    let spot: Spot = file.spot(range);
    crate::model::Name::new(text, spot)
}

/// Adds an error at a word, and gives up the mark.
pub fn refuse<T>(
    file: &mut File<'_, '_>,
    code: Code,
    range: Range<usize>,
    message: String,
    help: &str,
) -> Option<T> {
    file.error(code, range, message, help);
    None
}
