use super::{texts, with_line_above, with_line_below};
use crate::import::wire::day::{Day, find};

fn day(text: &str) -> Option<Day> {
    find(text).map(|found| found.day)
}

#[test]
fn whole_days_are_read_in_the_languages_of_the_wires() {
    for printed in [
        "2011-03-09",
        "2011-03-09T10:14:00Z",
        "March 9, 2011",
        "Mar. 9, 2011",
        "MARCH 9 2011",
        "9 March 2011",
        "9th of March 2011",
        "9th of March, 2011",
        "le 9 mars 2011",
        "9 de marzo de 2011",
        "9. März 2011",
        "9 марта 2011 г.",
        "9 березня 2011",
        "9 مارس 2011",
        "٩ آذار ٢٠١١",
        "03/09/2011 is no day of ours, 2011/03/09 is",
    ] {
        let expected = if printed.starts_with("03/") {
            Day::Ambiguous
        } else {
            Day::Whole("2011-03-09".into())
        };
        assert_eq!(day(printed), Some(expected), "{printed}");
    }
    assert_eq!(day("25/07/2011"), Some(Day::Whole("2011-07-25".into())));
    assert_eq!(day("07/25/2011"), Some(Day::Whole("2011-07-25".into())));
    assert_eq!(day("٢ تشرين الأول ٢٠١١"), Some(Day::Whole("2011-10-02".into())));
}

#[test]
fn half_days_are_not_completed() {
    assert_eq!(day("March 9"), Some(Day::NoYear));
    assert_eq!(day("9 March, 300 boats"), Some(Day::NoYear));
    assert_eq!(day("February 29"), Some(Day::NoYear));
}

#[test]
fn what_the_calendar_does_not_have_is_no_day() {
    for printed in [
        "February 29, 2011",
        "31 April 2011",
        "2011-13-01",
        "March 2011",
        "may be 3 or 4",
        "9.9",
        "1.2.3",
    ] {
        assert_eq!(day(printed), None, "{printed}");
    }
}

#[test]
fn a_stamp_of_publication_gives_the_date() {
    for stamp in [
        "Published: March 9, 2011 10:14 GMT",
        "Published March 9, 2011",
        "PUBLISHED 10:14 GMT 9 March 2011",
        "Posted: 2011-03-09",
        "Published on Wednesday, 9 March 2011 at 10:14 am",
        "March 9, 2011",
        "Wednesday 9 March 2011 10.14 GMT",
        "Updated: March 10, 2011 | Published: March 9, 2011",
    ] {
        let wire = with_line_above(stamp);
        assert_eq!(wire.date.as_deref(), Some("2011-03-09"), "{stamp}");
        assert_eq!(texts(&wire.left_out), [stamp]);
        assert_eq!(wire.body.len(), 2);
    }
}

#[test]
fn a_change_is_no_day_of_publication() {
    for stamp in ["Updated: March 9, 2011", "Last updated 10:14 GMT", "Updated 3 hours ago"] {
        let wire = with_line_above(stamp);
        assert_eq!((wire.date, texts(&wire.left_out)), (None, vec![stamp]));
    }
}

#[test]
fn a_stamp_that_leaves_doubt_is_asked_about() {
    for stamp in ["Published: 03/04/2011", "Published: July 3"] {
        let wire = with_line_above(stamp);
        assert_eq!((wire.date, texts(&wire.guessed)), (None, vec![stamp]));
    }
}

#[test]
fn a_stamp_outweighs_the_datelines_day_and_another_stamp_is_mentioned() {
    let copy = "Boats gone\n\nPublished: March 10, 2011\n\nSIRTE, March 9, 2011 - The boats have gone.\n\nPublished: March 11, 2011\n";
    let wire = super::wire(copy);
    assert_eq!(wire.date.as_deref(), Some("2011-03-10"));
    assert_eq!(texts(&wire.guessed), ["Published: March 11, 2011"]);
}

#[test]
fn sentences_about_days_stay_in_the_body() {
    for line in [
        "Published figures show that 30 boats left on 9 March 2011.",
        "Updated figures will come on Monday.",
        "March 9, 2011 was the day the boats left.",
        "Posted at the gate since dawn, the guards let nobody pass.",
        "9 March 2011",
    ] {
        let wire = with_line_below(line);
        assert_eq!(wire.body[2], line);
        assert_eq!(wire.date, None);
    }
}
