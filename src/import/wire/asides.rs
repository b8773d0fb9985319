//! Words of the page that stick to a paragraph of the report.

use super::words::ends_sentence;

/// Why they are left out.
pub const WHY: &str = "words of the page around it";

/// What a page's script adds behind a caption or a paragraph, exactly as it is printed.
const BEHIND: &[&str] = &[
    "Purchase Licensing Rights, opens new tab",
    "Purchase Licensing Rights",
    "Continue reading the main story",
    "Advertisement",
    "ADVERTISEMENT",
];

/// A paragraph without such words, and the words.
pub fn cut(text: &str) -> (&str, Vec<&str>) {
    let (rest, mut asides) = match counter(text) {
        Some((counter, rest)) => (rest, vec![counter]),
        None => (text, Vec::new()),
    };
    let behind = BEHIND.iter().find_map(|words| Some((rest.strip_suffix(words)?, *words)));
    let core = behind.map(|(core, words)| (core.trim_end(), words));
    // "Nobody read the advertisement" has no full stop before the word.
    match core.filter(|(core, words)| !core.is_empty() && (ends_sentence(core) || words.len() > 13))
    {
        Some((core, words)) => {
            asides.push(words);
            (core, asides)
        }
        None => (rest, asides),
    }
}

/// `[1/3]` and `Item 1 of 3` before the caption of a picture in a row.
fn counter(text: &str) -> Option<(&str, &str)> {
    let bracketed = || {
        let (inside, _) = text.strip_prefix('[')?.split_once(']')?;
        let (number, all) = inside.split_once('/')?;
        (is_count(number) && is_count(all)).then_some(inside.len() + 2)
    };
    let item = || {
        let mut words = text.strip_prefix("Item ")?.splitn(4, ' ');
        let (number, of, all) = (words.next()?, words.next()?, words.next()?);
        (is_count(number) && of == "of" && is_count(all)).then_some(9 + number.len() + all.len())
    };
    let (counter, rest) = text.split_at_checked(bracketed().or_else(item)?)?;
    (!rest.trim().is_empty()).then_some((counter, rest.trim_start()))
}

fn is_count(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}
