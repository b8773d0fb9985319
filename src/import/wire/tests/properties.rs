use proptest::prelude::*;

use super::articles::front_matter;
use super::markup::shown;
use super::weigh::{found, unaccounted};
use crate::import::wire::{Choices, Wire, article, read, read_titled};

/// A line of what pasted pages are made of, with words that only this line has.
fn a_line() -> impl Strategy<Value = String> {
    let words = proptest::collection::vec("[a-z]{2,7}", 3..14).prop_map(|words| words.join(" "));
    (0..34_u8, words, "[A-Z][a-z]{2,6} [A-Z][a-z]{2,6}").prop_map(
        |(form, words, name)| match form {
            0 => format!("{name} (AP) - They {words}."),
            1 => format!("{}, July 3 - They {words}.", name.to_uppercase()),
            2 => format!("They {words} (photo credit: {name})"),
            3 => format!("(photo credit: {name})"),
            4 => format!("RELATED:{name} {words} '{name} {words}'"),
            5 => "Related:".to_owned(),
            6 => format!("• {name} {words}"),
            7 => format!("By {name}"),
            8 => format!("{name} in {name}"),
            9 => format!("Click for {words}Click for {words}"),
            10 => format!("{name} {words}{name} {words}"),
            11 => format!("They {words}. (Reporting by {name}; Editing by {name})"),
            12 => format!("(Editing by {name})"),
            13 => "Published: March 9, 2011 10:14 GMT".to_owned(),
            14 => "ADVERTISEMENT".to_owned(),
            15 => format!("© 2011 {name}"),
            16 => format!("Image caption, They {words}"),
            17 => format!("{name}/Getty Images"),
            18 => format!("RELATED: {name} {words}{name} {words}"),
            19 => "World".to_owned(),
            20 => format!("They {words}.They {words}."),
            21 | 22 => format!("{name} {words}"),
            23 => format!(
                "Item 1 of 3 They {words}. REUTERS/{name} Purchase Licensing Rights, opens new tab"
            ),
            24 => format!("By {name} | March 9, 2011"),
            25 => "Image caption,".to_owned(),
            26 => format!("They {words}. Advertisement"),
            27 => "list 1 of 2".to_owned(),
            28 => format!("{name}, Reuters"),
            _ => format!("They {words}, {name} said. {name} {words}."),
        },
    )
}

/// Lines with or without blank lines between them.
fn a_copy() -> impl Strategy<Value = String> {
    let line = (a_line(), prop_oneof![Just("\n"), Just("\n\n"), Just("\r\n"), Just("\u{c}")]);
    proptest::collection::vec(line, 1..16)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

/// The file of a wire reads back as the wire.
fn check_file(wire: &Wire) -> Result<(), TestCaseError> {
    let choices = Choices { date: "2011-03-09".to_owned(), ..Choices::default() };
    let file = article(wire, &choices);
    let yaml = front_matter(&file);
    prop_assert_eq!(yaml["title"].as_str(), Some(wire.title.as_str()));
    prop_assert_eq!(yaml["dateline"].as_str(), wire.dateline.as_deref());
    prop_assert_eq!(yaml["related"].as_sequence().map_or(0, Vec::len), wire.related.len());
    let body = file.splitn(3, "---\n").nth(2).unwrap_or_default();
    let paragraphs: Vec<String> = wire.body.iter().chain(&wire.tail).cloned().collect();
    prop_assert_eq!(shown(body), Ok(paragraphs));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn no_word_of_a_page_is_lost(copy in a_copy()) {
        if let Ok(wire) = read(&copy) {
            prop_assert_eq!(unaccounted(&copy, &wire), Vec::<String>::new());
            check_file(&wire)?;
        }
    }

    #[test]
    fn a_given_headline_loses_no_word_either(copy in a_copy()) {
        if let Ok(mut wire) = read_titled(Some("Given"), &copy) {
            prop_assert_eq!(&wire.title, "Given");
            wire.title.clear();
            prop_assert_eq!(unaccounted(&copy, &wire), Vec::<String>::new());
        }
    }

    #[test]
    fn any_text_is_read_without_panic_and_without_loss(copy in "\\PC{0,40}(\\s?\\PC{0,60}){0,8}") {
        if let Ok(mut wire) = read_titled(Some("Given"), &copy) {
            check_file(&wire)?;
            wire.title.clear();
            prop_assert_eq!(unaccounted(&copy, &wire), Vec::<String>::new());
        }
    }

    #[test]
    fn soup_of_marks_is_read_without_loss(copy in "([ \\-#>*_`\\[\\](){}<&|~=:;.,+!$^0-9A-Ca-c\"'“”’—–/©@\\\\ط\n\r\u{ad}\u{200c}]{0,60}\n){0,10}") {
        for title in [None, Some("Given")] {
            if let Ok(mut wire) = read_titled(title, &copy) {
                check_file(&wire)?;
                if title.is_some() {
                    wire.title.clear();
                }
                prop_assert_eq!(unaccounted(&copy, &wire), Vec::<String>::new());
            }
        }
    }

    #[test]
    fn lines_are_numbered_within_the_copy(copy in a_copy()) {
        if let Ok(wire) = read(&copy) {
            let last = copy.matches('\n').count() + 1;
            let remarks = wire.left_out.iter().chain(&wire.guessed);
            prop_assert!(remarks.clone().all(|remark| (1..=last).contains(&remark.line)));
            prop_assert!(!found(&wire).is_empty());
        }
    }
}
