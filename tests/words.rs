//! The words of the theme: every word in every language, none unknown, none left over.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use dateline::base::Day;
use dateline::words::{BUILT_IN, Digits, Fill, Words};
use support::demo;

/// The words of a table, each with the names that are filled into it.
fn table(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut words = BTreeMap::new();
    let mut last = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
            last = name.to_owned();
            words.insert(last.clone(), BTreeSet::new());
        }
        for (at, _) in line.match_indices("{ $") {
            let name = line[at + 3..].split([' ', '}']).next().expect("a name");
            words.get_mut(&last).expect("a word").insert(name.to_owned());
        }
    }
    words
}

fn words(language: &str) -> Words {
    let (words, troubles) = Words::new(language, Digits::Latn, None);
    assert_eq!(troubles, []);
    words
}

#[test]
fn every_word_is_there_in_every_language() {
    let english = table(BUILT_IN[0].1);
    assert!(english.len() > 400, "the table is gone");
    for (language, text) in BUILT_IN {
        let own = table(text);
        let missing: Vec<_> = english.keys().filter(|word| !own.contains_key(*word)).collect();
        assert!(missing.is_empty(), "{language}.ftl has no {missing:?}");
        let more: Vec<_> = own.keys().filter(|word| !english.contains_key(*word)).collect();
        assert!(more.is_empty(), "{language}.ftl has {more:?}, which English does not");
        for (word, names) in &own {
            let unknown: Vec<_> = names.difference(&english[word]).filter(|n| *n != "n").collect();
            assert!(unknown.is_empty(), "{language}.ftl: `{word}` asks for {unknown:?}");
            // A form for one or two may leave the number out; no other name may be lost.
            let lost: Vec<_> = english[word].difference(names).filter(|n| *n != "n").collect();
            assert!(lost.is_empty(), "{language}.ftl: `{word}` leaves out {lost:?}");
        }
        let (_, troubles) = Words::new(language, Digits::Latn, Some(text));
        assert_eq!(troubles, [], "{language}.ftl cannot be read");
    }
}

#[test]
fn no_language_has_the_words_of_another() {
    let english = words("en");
    for language in ["ar", "fr", "ru", "uk"] {
        let other = words(language);
        let same = english.names().into_iter().filter(|word| {
            let text = english.say(word);
            text.chars().any(char::is_alphabetic) && other.say(word) == text && text != *word
        });
        let same: Vec<_> = same.map(|word| english.say(word)).collect();
        // French has these words from the same root.
        let shared =
            ["minute", "note", "Site", "Sources", "Source", "Notes", "Index", "Position", "km"];
        let same: Vec<_> = same.into_iter().filter(|text| !shared.contains(text)).collect();
        assert!(same.is_empty(), "{language}.ftl leaves in English: {same:?}");
    }
}

/// Everything that prints words: the templates and the program's own code, without tests.
fn printers() -> Vec<(String, String)> {
    let root = demo();
    let mut texts = Vec::new();
    for folder in ["templates", "src"] {
        let files = walkdir::WalkDir::new(root.join(folder)).sort_by_file_name();
        for file in files.into_iter().filter_map(Result::ok) {
            let name =
                file.path().strip_prefix(&root).expect("below").to_string_lossy().into_owned();
            let told = !name.ends_with(".ftl") && !name.contains("tests");
            if file.file_type().is_file() && told {
                let text = std::fs::read(file.path()).expect("readable");
                texts.push((name, String::from_utf8_lossy(&text).into_owned()));
            }
        }
    }
    assert!(texts.len() > 100, "the sources are gone");
    texts
}

/// What stands between quotation marks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let plain = |part: &&str| {
        part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b))
    };
    text.split('"').filter(move |part| !part.is_empty() && plain(part))
}

#[test]
fn no_template_asks_for_a_word_that_is_not_there() {
    let english = table(BUILT_IN[0].1);
    let mut seen = 0;
    for (name, text) in printers().iter().filter(|(name, _)| name.starts_with("templates/")) {
        for (at, _) in text.match_indices("\" | word") {
            let word = text[..at].rsplit('"').next().expect("a quotation mark");
            assert!(english.contains_key(word), "{name} asks for the word `{word}`");
            seen += 1;
        }
        for (at, _) in text.match_indices("-\" ~ ") {
            let start = text[..=at].rsplit('"').next().expect("a quotation mark");
            assert!(
                english.keys().any(|word| word.starts_with(start)),
                "{name} asks for words in `{start}`"
            );
        }
    }
    assert!(seen > 200, "the templates ask for {seen} words only");
}

#[test]
fn no_word_is_left_over() {
    let texts = printers();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut starts: BTreeSet<&str> = BTreeSet::new();
    for (_, text) in &texts {
        used.extend(quoted(text));
        let built = ["-\" ~ ", "-{}\"", "-{language}\""];
        for end in built {
            for (at, _) in text.match_indices(end) {
                starts.insert(text[..=at].rsplit('"').next().expect("a quotation mark"));
            }
        }
    }
    let english = table(BUILT_IN[0].1);
    let left: Vec<_> = english
        .keys()
        .filter(|word| !used.contains(word.as_str()))
        .filter(|word| !starts.iter().any(|start| word.starts_with(start)))
        .collect();
    assert!(left.is_empty(), "nothing prints {left:?}");
}

#[test]
fn counts_take_the_form_that_the_language_asks_for() {
    let cases: [(&str, &[(usize, &str)]); 5] = [
        (
            "ar",
            &[
                (0, "لا تقارير"),
                (1, "تقرير واحد"),
                (2, "تقريران"),
                (3, "3 تقارير"),
                (11, "11 تقريرًا"),
                (100, "100 تقرير"),
                (101, "101 تقرير"),
                (103, "103 تقارير"),
            ],
        ),
        (
            "ru",
            &[
                (0, "0 сообщений"),
                (1, "1 сообщение"),
                (2, "2 сообщения"),
                (5, "5 сообщений"),
                (11, "11 сообщений"),
                (21, "21 сообщение"),
                (12_345, "12\u{a0}345 сообщений"),
            ],
        ),
        (
            "uk",
            &[
                (1, "1 повідомлення"),
                (2, "2 повідомлення"),
                (5, "5 повідомлень"),
                (21, "21 повідомлення"),
                (111, "111 повідомлень"),
            ],
        ),
        (
            "fr",
            &[
                (0, "0 dépêche"),
                (1, "1 dépêche"),
                (2, "2 dépêches"),
                (12_345, "12\u{202f}345 dépêches"),
            ],
        ),
        ("en", &[(0, "0 reports"), (1, "1 report"), (2, "2 reports"), (12_345, "12345 reports")]),
    ];
    for (language, counts) in cases {
        let words = words(language);
        for (n, said) in counts {
            assert_eq!(words.count("count-reports", *n), *said, "{language}, {n}");
        }
    }
}

#[test]
fn dates_stand_in_the_order_and_case_of_the_language() {
    let day = Day::new(2011, 7, 18).expect("a day");
    let first = Day::new(2011, 4, 1).expect("a day");
    for (language, full, plain, early, month) in [
        ("en", "Monday 18 July 2011", "18 July 2011", "1 April 2011", "July 2011"),
        ("fr", "lundi 18 juillet 2011", "18 juillet 2011", "1er avril 2011", "juillet 2011"),
        ("ru", "понедельник, 18 июля 2011", "18 июля 2011", "1 апреля 2011", "июль 2011"),
        ("uk", "понеділок, 18 липня 2011", "18 липня 2011", "1 квітня 2011", "липень 2011"),
        ("ar", "الاثنين 18 يوليو 2011", "18 يوليو 2011", "1 أبريل 2011", "يوليو 2011"),
        ("ar-SY", "الاثنين 18 تموز 2011", "18 تموز 2011", "1 نيسان 2011", "تموز 2011"),
    ] {
        let words = words(language);
        assert_eq!(words.day_in_full(day), full);
        assert_eq!(words.day(day), plain);
        assert_eq!(words.day(first), early);
        assert_eq!(words.month_of_year(7, "2011"), month);
    }
}

#[test]
fn digits_are_a_setting_for_arabic_alone() {
    let day = Day::new(2011, 7, 18).expect("a day");
    let (arabic, _) = Words::new("ar", Digits::Arab, None);
    assert_eq!(arabic.day(day), "١٨ يوليو ٢٠١١");
    assert_eq!(arabic.count("count-reports", 12_345), "١٢٬٣٤٥ تقريرًا");
    assert_eq!(arabic.decimal(30.41), "٣٠٫٤١");
    let (russian, _) = Words::new("ru", Digits::Arab, None);
    assert_eq!(russian.day(day), "18 июля 2011");
    assert_eq!(russian.decimal(30.41), "30,41");
}

#[test]
fn names_of_either_direction_are_held_together_in_arabic() {
    let said =
        words("ar").fill("and-then", &[("first", Fill::Text("BBC")), ("next", Fill::Text("قناة"))]);
    assert_eq!(said, "\u{2068}BBC\u{2069} و\u{2068}قناة\u{2069}");
    let said =
        words("en").fill("and-then", &[("first", Fill::Text("BBC")), ("next", Fill::Text("قناة"))]);
    assert_eq!(said, "BBC and قناة");
}

#[test]
fn a_site_says_a_word_otherwise() {
    let own = "status-disputed = Contested\nmonth-7 = Juli\n";
    let (words, troubles) = Words::new("en", Digits::Latn, Some(own));
    assert_eq!(troubles, []);
    assert_eq!(words.say("status-disputed"), "Contested");
    assert_eq!(words.say("status-one"), "One source");
    let (_, troubles) = Words::new("en", Digits::Latn, Some("status-disputd = Contested\n"));
    assert_eq!(troubles.len(), 1);
    assert!(troubles[0].found.contains("no word `status-disputd`"));
    let (_, troubles) = Words::new("en", Digits::Latn, Some("feed = { $n\n"));
    assert_eq!(troubles.len(), 1);
}
