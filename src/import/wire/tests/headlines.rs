use super::{LEAD, SECOND, TITLE, texts, wire, with_line_above};

#[test]
fn copy_without_furniture_is_taken_whole() {
    let wire = wire(&format!("{TITLE}\n\n{LEAD}\n\n{SECOND}\n"));
    assert_eq!(wire.title, TITLE);
    assert_eq!(wire.body, [LEAD, SECOND]);
    assert_eq!((wire.standfirst, wire.dateline, wire.date), (None, None, None));
    assert!(wire.left_out.is_empty() && wire.guessed.is_empty());
}

#[test]
fn one_line_above_the_dateline_is_the_standfirst() {
    let copy =
        format!("{TITLE}\n\nPort officers expect them back.\n\nSIRTE (AP) - {LEAD}\n\n{SECOND}\n");
    let wire = wire(&copy);
    assert_eq!(wire.standfirst.as_deref(), Some("Port officers expect them back."));
    assert_eq!(wire.dateline.as_deref(), Some("SIRTE"));
    assert_eq!(wire.body, [LEAD, SECOND]);
    assert!(wire.guessed.is_empty());
}

#[test]
fn a_line_above_byline_or_day_is_the_standfirst() {
    for sign in ["By Jane Doe", "Published: March 9, 2011 10:14 GMT", "9 March 2011"] {
        let wire =
            wire(&format!("{TITLE}\n\nPort officers expect them back.\n\n{sign}\n\n{LEAD}\n"));
        assert_eq!(wire.standfirst.as_deref(), Some("Port officers expect them back."), "{sign}");
        assert_eq!(wire.body, [LEAD]);
    }
}

#[test]
fn a_line_without_a_full_stop_is_guessed_to_be_the_standfirst() {
    let wire = with_line_above("Port officers expect them back within days");
    assert_eq!(wire.standfirst.as_deref(), Some("Port officers expect them back within days"));
    assert_eq!(texts(&wire.guessed), ["Port officers expect them back within days"]);
}

#[test]
fn a_line_that_clings_to_the_headline_is_guessed_to_be_the_standfirst() {
    let wire = wire(&format!("{TITLE}\nPort officers expect them back.\n\n{LEAD}\n\n{SECOND}\n"));
    assert_eq!(wire.standfirst.as_deref(), Some("Port officers expect them back."));
    assert_eq!(wire.guessed.len(), 1);
}

#[test]
fn two_paragraphs_above_a_later_dateline_stay_in_the_body() {
    let wire =
        wire(&format!("{TITLE}\n\n{LEAD}\n\n{SECOND}\n\nSIRTE (AP) - The town was quiet.\n"));
    assert_eq!((wire.standfirst, wire.dateline), (None, None));
    assert_eq!(wire.body.len(), 3);
}

#[test]
fn a_short_unknown_line_above_the_report_stays_in_the_body() {
    let wire = with_line_above("Port diary");
    assert_eq!(wire.body, ["Port diary", LEAD, SECOND]);
    assert_eq!(wire.standfirst, None);
}

#[test]
fn a_section_above_the_headline_is_not_the_headline() {
    for section in ["World", "MIDDLE EAST", "Home > News > World"] {
        let wire = wire(&format!("{section}\n\n{TITLE}\n\n{LEAD}\n"));
        assert_eq!(wire.title, TITLE, "{section}");
        assert_eq!(texts(&wire.left_out), [section]);
    }
}

#[test]
fn a_headline_of_one_word_stays_the_headline() {
    let wire = wire(&format!("War\n\n{LEAD}\n\n{SECOND}\n"));
    assert_eq!(wire.title, "War");
}

#[test]
fn a_headline_printed_again_is_listed() {
    let wire = with_line_above(TITLE);
    assert_eq!((wire.title.as_str(), texts(&wire.left_out)), (TITLE, vec![TITLE]));
    let doubled = super::wire(&format!("{TITLE}{TITLE}\n\n{LEAD}\n"));
    assert_eq!((doubled.title.as_str(), texts(&doubled.left_out)), (TITLE, vec![TITLE]));
}

#[test]
fn a_headline_with_place_and_day_is_no_paragraph() {
    for title in [
        "Sirte, July 3 - What we know",
        "Sirte, 3 July - what we know",
        "SIRTE - boats gone",
        "Sirte (AP) - what we know",
    ] {
        assert_eq!(wire(&format!("{title}\n\n{LEAD}\n\n{SECOND}\n")).title, title);
    }
}

#[test]
fn a_short_headline_with_a_full_stop_is_a_guess() {
    let wire = wire(&format!("The boats have gone.\n\n{LEAD}\n"));
    assert_eq!(wire.title, "The boats have gone.");
    assert_eq!(texts(&wire.guessed), ["The boats have gone."]);
}

#[test]
fn an_address_above_the_headline_is_listed() {
    let wire = wire(&format!("https://news.example/port\n{TITLE}\n\n{LEAD}\n"));
    assert_eq!(wire.title, TITLE);
    assert_eq!(texts(&wire.left_out), ["https://news.example/port"]);
}
