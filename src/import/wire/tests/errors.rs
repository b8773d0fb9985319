use super::{LEAD, SECOND, TITLE};
use crate::import::wire::{LONGEST, ReadError, read, read_titled};

#[test]
fn copy_without_words_is_empty() {
    for copy in ["", "\n\n", " \u{a0}\r\n\t\u{200b}", "\u{feff}"] {
        assert_eq!(read(copy), Err(ReadError::Empty), "{copy:?}");
    }
}

#[test]
fn a_single_paragraph_asks_for_a_headline() {
    let copy = format!("{LEAD} {SECOND}\n");
    assert_eq!(read(&copy), Err(ReadError::NoTitle(1)));
    assert!(ReadError::NoTitle(1).to_string().contains("put the headline on a line of its own"));
}

#[test]
fn copy_that_begins_with_a_paragraph_asks_for_a_headline_at_its_line() {
    let long = format!("\n\n{LEAD} {SECOND} {LEAD}\n\n{SECOND}\n");
    assert_eq!(read(&long), Err(ReadError::NoTitle(3)));
    let dated = format!("Advertisement\n\nSIRTE, Libya (AP) - {LEAD}\n\n{SECOND}\n");
    assert_eq!(read(&dated), Err(ReadError::NoTitle(3)));
}

#[test]
fn a_headline_alone_has_no_body() {
    assert_eq!(read(TITLE), Err(ReadError::NoBody));
    assert_eq!(read(&format!("{TITLE}\n\nBy Jane Doe\n\nAdvertisement\n")), Err(ReadError::NoBody));
}

#[test]
fn nul_bytes_and_whole_books_are_refused() {
    assert_eq!(read("One\nTwo\0\nThree"), Err(ReadError::NulByte(2)));
    let book = "a".repeat(LONGEST + 1);
    assert_eq!(read(&book), Err(ReadError::TooLong(LONGEST + 1)));
}

#[test]
fn a_headline_from_the_desk_stands_over_copy_without_one() {
    let read = read_titled(Some("  Our   headline "), &format!("{LEAD} {SECOND}\n"));
    let wire = read.unwrap_or_default();
    assert_eq!(wire.title, "Our headline");
    assert_eq!(wire.body, [format!("{LEAD} {SECOND}")]);
    assert!(wire.left_out.is_empty());
}

#[test]
fn a_headline_from_the_desk_puts_the_copys_own_among_what_is_left_out() {
    let wire = read_titled(Some("Ours"), &format!("{TITLE}\n\n{LEAD}\n")).unwrap_or_default();
    assert_eq!(wire.title, "Ours");
    assert_eq!(wire.left_out[0].text, TITLE);
    assert_eq!(wire.body, [LEAD]);
}

#[test]
fn a_short_first_sentence_under_a_headline_from_the_desk_stays_in_the_body() {
    let wire =
        read_titled(Some("Ours"), &format!("The boats left.\n\n{LEAD}\n")).unwrap_or_default();
    assert_eq!(wire.body, ["The boats left.", LEAD]);
    let again = read_titled(Some(TITLE), &format!("{TITLE}\n\n{LEAD}\n")).unwrap_or_default();
    assert_eq!((again.title.as_str(), again.left_out.len()), (TITLE, 1));
}
