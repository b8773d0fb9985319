use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a text as they are looked for: without case, accents and vowel signs, with the
/// letters that Arabic hands write either way made one. The script in the page does the same to
/// what is typed (`render/search/search.js`, and a browser test compares the two).
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let bare = text.chars().filter(|c| !is_joined(*c)).collect::<String>();
    let spelled: String = bare.nfkd().flat_map(char::to_lowercase).collect();
    // Lower case can bring a mark of its own: `İ`.
    let plain: String = spelled.nfkd().filter(|c| !is_combining_mark(*c)).map(one_of).collect();
    // A letter in name, U+02BC is an apostrophe in use.
    let words = plain.split(|c: char| !c.is_alphanumeric() || c == 'ʼ');
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>().into_iter()
}

/// What stands within a word without being heard: the lengthening stroke and joiners. An apostrophe
/// parts words: whoever looks for an évacuation finds l’évacuation.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

/// Letters that are written for one another.
fn one_of(c: char) -> char {
    match c {
        'ى' => 'ي',
        'ة' => 'ه',
        'ٱ' => 'ا',
        'ک' => 'ك',
        'ی' => 'ي',
        _ => c,
    }
}

/// An Arabic word without its article, under which it is looked for as well.
pub fn without_article(word: &str) -> Option<&str> {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2)
}

/// Which of so many shards a word is in: by its first two letters, so that whoever has typed two
/// needs one file.
pub fn shard_of(word: &str, shards: u32) -> u32 {
    let first_two = word.chars().take(2);
    first_two.fold(0u32, |sum, c| sum.wrapping_mul(31).wrapping_add(u32::from(c))) % shards.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).collect()
    }

    #[test]
    fn spellings_of_one_word_meet() {
        assert_eq!(folded("Évacuée à l’Est"), ["evacuee", "a", "l", "est"]);
        assert_eq!(folded("Ras Lanuf-2 (١٢)"), ["ras", "lanuf", "2", "١٢"]);
        assert_eq!(folded("أحمد إلى مدرسة مُحَمَّد"), ["احمد", "الي", "مدرسه", "محمد"]);
        assert_eq!(folded("محـــمد"), ["محمد"]);
        assert_eq!(folded("Ёлка Київ Мой"), ["елка", "киів", "мои"]);
        assert_eq!(folded("İstanbul ﬁne"), ["istanbul", "fine"]);
        assert_eq!(folded(" — … "), Vec::<String>::new());
        assert_eq!(without_article("البريقه"), Some("بريقه"));
        assert_eq!(without_article("الي"), None);
    }

    #[test]
    fn a_shard_is_known_by_two_letters() {
        assert_eq!(shard_of("brega", 64), shard_of("br", 64));
        assert_eq!(shard_of("br", 1), 0);
        assert!((0..64).contains(&shard_of("", 64)));
    }
}
