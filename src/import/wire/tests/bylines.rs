use super::{LEAD, SECOND, TITLE, texts, wire, with_line_above, with_line_below};

#[test]
fn bylines_are_kept_as_printed_without_the_word_by() {
    for (line, names) in [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE and JOHN ROE", "JANE DOE and JOHN ROE"),
        ("by Jane Doe", "Jane Doe"),
        ("By J. R. Doe and Omar al-Roe in Sirte", "J. R. Doe and Omar al-Roe in Sirte"),
        ("Written by Jane van der Doe", "Jane van der Doe"),
        ("By Jane Doe, Port Correspondent", "Jane Doe, Port Correspondent"),
        ("By John Roe Jr.", "John Roe Jr."),
    ] {
        let wire = with_line_above(line);
        assert_eq!(wire.byline.as_deref(), Some(names), "{line}");
        assert_eq!(wire.body, [LEAD, SECOND]);
        assert!(wire.guessed.is_empty());
    }
}

#[test]
fn an_agency_in_the_byline_is_the_agency() {
    let both = with_line_above("By Jane Doe, Reuters");
    assert_eq!(
        (both.byline.as_deref(), both.agency.as_deref()),
        (Some("Jane Doe"), Some("Reuters"))
    );
    let only = with_line_above("By REUTERS");
    assert_eq!((only.byline, only.agency.as_deref()), (None, Some("REUTERS")));
    let alone = with_line_above("The Associated Press");
    assert_eq!(alone.agency.as_deref(), Some("The Associated Press"));
}

#[test]
fn the_datelines_agency_comes_before_the_bylines() {
    let wire = wire(&format!("{TITLE}\n\nBy Jane Doe, Reuters\n\nSIRTE (AP) - {LEAD}\n"));
    assert_eq!(wire.agency.as_deref(), Some("AP"));
    assert_eq!(wire.byline.as_deref(), Some("Jane Doe, Reuters"));
}

#[test]
fn names_without_by_are_a_guess() {
    for (line, names) in [
        ("Jane Doe in Tripoli", "Jane Doe in Tripoli"),
        ("Jane Doe and John Roe in Ras Lanuf", "Jane Doe and John Roe in Ras Lanuf"),
        ("Jane Doe, AFP", "Jane Doe"),
    ] {
        let wire = with_line_above(line);
        assert_eq!(wire.byline.as_deref(), Some(names), "{line}");
        assert_eq!(texts(&wire.guessed), [line]);
    }
}

#[test]
fn a_headline_like_a_byline_is_the_headline() {
    for title in ["Jane Doe in Tripoli", "By Land and Sea"] {
        let wire = wire(&format!("{title}\n\n{LEAD}\n\n{SECOND}\n"));
        assert_eq!((wire.title.as_str(), wire.byline), (title, None));
    }
}

#[test]
fn a_byline_above_the_headline_is_the_byline() {
    let wire = wire(&format!("By Jane Doe\n\n{TITLE}\n\n{LEAD}\n"));
    assert_eq!((wire.title.as_str(), wire.byline.as_deref()), (TITLE, Some("Jane Doe")));
}

#[test]
fn two_bylines_are_one_and_the_same_again_is_listed() {
    let two = with_line_above("By Jane Doe\nBy John Roe");
    assert_eq!(two.byline.as_deref(), Some("Jane Doe, John Roe"));
    let again = with_line_above("By Jane Doe\n\nBy JANE DOE");
    assert_eq!(
        (again.byline.as_deref(), texts(&again.left_out)),
        (Some("Jane Doe"), vec!["JANE DOE"])
    );
}

#[test]
fn lines_within_the_report_are_no_bylines() {
    for line in [
        "By Friday the boats had gone.",
        "By Land and Sea",
        "Jane Doe in Tripoli",
        "By noon, they said, nobody was left",
    ] {
        let wire = with_line_below(line);
        assert_eq!(wire.body[2], line);
        assert_eq!(wire.byline, None);
    }
}

#[test]
fn the_tail_names_who_else_worked_on_it() {
    for tail in [
        "(Reporting by Jane Doe; Editing by John Roe)",
        "(Additional reporting by Jane Doe in Sirte; Writing by John Roe)",
        "Reporting by Jane Doe in Sirte; Editing by John Roe",
        "(Editing by John Roe)",
        "Additional reporting by Jane Doe",
        "Jane Doe and John Roe contributed to this report.",
    ] {
        let wire = wire(&format!("{TITLE}\n\n{LEAD}\n\n{SECOND}\n\n{tail}\n"));
        assert_eq!(wire.tail.as_deref(), Some(tail));
        assert_eq!(wire.body, [LEAD, SECOND]);
    }
}

#[test]
fn a_tail_at_the_end_of_a_paragraph_is_cut_off() {
    let wire = wire(&format!(
        "{TITLE}\n\n{LEAD}\n\n{SECOND} (Reporting by Jane Doe; Editing by John Roe)\n\n(Writing by Ann Poe)\n"
    ));
    assert_eq!(wire.body, [LEAD, SECOND]);
    assert_eq!(
        wire.tail.as_deref(),
        Some("(Reporting by Jane Doe; Editing by John Roe) (Writing by Ann Poe)")
    );
}

#[test]
fn sentences_about_reporting_stay_in_the_body() {
    for line in [
        "Reporting by the state's own stations has been thin since the boats left.",
        "Editing by hand takes the port officers hours.",
        "He wrote (reporting is his trade) that they had gone.",
    ] {
        assert_eq!(with_line_below(line).body[2], line);
    }
}
