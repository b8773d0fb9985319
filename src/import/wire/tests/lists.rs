use super::{LEAD, SECOND, TITLE, texts, wire, with_line_below, with_line_inside};
use crate::import::wire::related::split;

#[test]
fn related_headlines_in_one_line() {
    for line in [
        "RELATED: Port closes its gate",
        "Read more: Port closes its gate",
        "READ ALSO:Port closes its gate",
        "Related: Port closes its gate",
    ] {
        let wire = with_line_inside(line);
        assert_eq!(wire.related, ["Port closes its gate"], "{line}");
        assert_eq!(wire.body, [LEAD, SECOND]);
        assert!(wire.left_out.is_empty() && wire.guessed.is_empty());
    }
}

#[test]
fn headlines_that_run_together_are_told_apart_as_a_guess() {
    for line in [
        "Boat boy goes from school to the wheel 'Elders to show the port a way out'",
        "Boat boy goes from school to the wheelElders to show the port a way out",
        "Boat boy goes from school to the wheel | Elders to show the port a way out",
        "'Boat boy goes from school to the wheel' Elders to show the port a way out",
        "'Boat boy goes from school to the wheel''Elders to show the port a way out'",
        "“Boat boy goes from school to the wheel” Elders to show the port a way out",
    ] {
        let wire = with_line_inside(&format!("RELATED:{line}"));
        assert_eq!(
            wire.related,
            ["Boat boy goes from school to the wheel", "Elders to show the port a way out"],
            "{line}"
        );
        assert_eq!(texts(&wire.guessed), [format!("RELATED:{line}")]);
    }
}

#[test]
fn one_headline_stays_one() {
    for line in [
        "Port elder says 'We will wait for the boats'",
        "'We will wait,' port elder tells the crowd",
        "Port reads the PlayStation cables of McDoe aloud",
        "Elders' way out of the port is blocked",
        "What the boys' wheel means for the port",
        "Port officer: 'We will wait for the boats'",
    ] {
        assert_eq!(split(line), [line]);
    }
}

#[test]
fn a_related_headline_again_is_listed() {
    let wire = with_line_inside(
        "Related: Port closes its gate\n\nRelated: Port closes its gatePort closes its gate",
    );
    assert_eq!(wire.related, ["Port closes its gate"]);
    assert_eq!(wire.left_out.len(), 2);
}

#[test]
fn a_heading_with_a_list_below() {
    for heading in ["Related:", "RELATED STORIES", "Read more:", "More on this story"] {
        let wire =
            with_line_inside(&format!("{heading}\nPort closes its gate\nElders to show a way out"));
        assert_eq!(wire.related, ["Port closes its gate", "Elders to show a way out"], "{heading}");
        assert_eq!(wire.body, [LEAD, SECOND]);
        assert_eq!(texts(&wire.left_out), [heading]);
        assert_eq!(wire.guessed.len(), 2);
    }
}

#[test]
fn a_list_with_bullets_is_no_guess() {
    let wire = with_line_inside(
        "Related:\n\n• Port closes its gate\n\n• Elders to show a way out\n\nThe way is long",
    );
    assert_eq!(wire.related, ["Port closes its gate", "Elders to show a way out"]);
    assert_eq!(wire.body, [LEAD, "The way is long", SECOND]);
    assert!(wire.guessed.is_empty());
}

#[test]
fn a_list_ends_at_a_sentence_or_a_blank_line() {
    let sentence = wire(&format!(
        "{TITLE}\n{LEAD}\nRelated:\nPort closes its gate\n{SECOND}\n{LEAD}{SECOND}\n"
    ));
    assert_eq!(sentence.related, ["Port closes its gate"]);
    assert_eq!(sentence.body.len(), 3);
    let blank = with_line_inside("Related:\nPort closes its gate\n\nThe way out");
    assert_eq!(blank.body, [LEAD, "The way out", SECOND]);
}

#[test]
fn a_heading_without_a_list_is_listed() {
    let wire = with_line_inside("Read more:");
    assert_eq!(texts(&wire.left_out), ["Read more:"]);
    assert_eq!(wire.body, [LEAD, SECOND]);
}

#[test]
fn a_list_never_swallows_the_report() {
    let wire = wire(&format!("{TITLE}\n\nRelated:\n\nThe boats have gone\n\nNobody knows where\n"));
    assert_eq!(wire.body, ["The boats have gone", "Nobody knows where"]);
    assert!(wire.related.is_empty());
}

#[test]
fn highlights_and_lists_of_the_page_are_left_out() {
    for heading in ["Story highlights", "Most read", "Trending:"] {
        let wire = wire(&format!(
            "{TITLE}\n\n{heading}\nBoats gone by noon\nElders to meet\n\nSIRTE (CNN) -- {LEAD}\n"
        ));
        assert_eq!(texts(&wire.left_out), [heading, "Boats gone by noon", "Elders to meet"]);
        assert_eq!(wire.body, [LEAD]);
    }
}

#[test]
fn sentences_about_relations_stay_in_the_body() {
    for line in [
        "Related or not, the two boats left at one hour.",
        "Read more of the paper, the officer told the boys, and ask less.",
        "Trending upward since May, prices in the port doubled.",
    ] {
        assert_eq!(with_line_below(line).body[2], line);
    }
}
