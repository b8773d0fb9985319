use super::{LEAD, SECOND, TITLE, texts, wire, with_line_inside};

#[test]
fn furniture_is_left_out_and_listed_at_its_line() {
    for line in [
        "ADVERTISEMENT",
        "Advertisement",
        "Share this article",
        "Follow us on Twitter",
        "Follow @port_news",
        "Sign up for our newsletter",
        "Sign up for our daily briefing.",
        "Subscribe to our channel",
        "Click here to subscribe",
        "© 2011 Port News. All rights reserved.",
        "Copyright 2011 Port News",
        "All rights reserved.",
        "This material may not be published, broadcast, rewritten or passed on.",
        "(c) 2011 Port News",
        "Story continues below",
        "5 min read",
        "Share",
        "Print",
        "12 comments",
    ] {
        let wire = with_line_inside(line);
        assert_eq!(wire.body, [LEAD, SECOND], "{line}");
        assert_eq!(texts(&wire.left_out), [line]);
        assert_eq!(wire.left_out[0].line, 5);
    }
}

#[test]
fn a_doubled_promotion_is_left_out_whole() {
    let doubled = "Click for all of our port coverage ...Click for all of our port coverage ...";
    assert_eq!(texts(&with_line_inside(doubled).left_out), [doubled]);
}

#[test]
fn a_doubled_line_without_a_full_stop_is_a_links_text() {
    for doubled in [
        "Special report: the port wars Special report: the port wars",
        "Our port in picturesOur port in pictures",
    ] {
        let wire = with_line_inside(doubled);
        assert_eq!(texts(&wire.left_out), [doubled]);
        assert_eq!(wire.body, [LEAD, SECOND]);
    }
}

#[test]
fn a_doubled_sentence_is_kept_once() {
    let wire = with_line_inside("The harbour denied it all.The harbour denied it all.");
    assert_eq!(wire.body, [LEAD, "The harbour denied it all.", SECOND]);
    assert_eq!(texts(&wire.left_out), ["The harbour denied it all."]);
}

#[test]
fn a_paragraph_that_stands_twice_is_kept_once() {
    let next = with_line_inside(LEAD);
    assert_eq!((next.body.len(), texts(&next.left_out)), (2, vec![LEAD]));
    let long = "The officers of the old port would not say who had paid for the boats.";
    let later = wire(&format!("{TITLE}\n\n{long}\n\n{LEAD}\n\n{long}\n"));
    assert_eq!(later.body, [long, LEAD]);
    assert_eq!(later.left_out[0].line, 7);
}

#[test]
fn short_lines_may_stand_twice() {
    let copy = format!(
        "{TITLE}\n\n{LEAD}\n\n\"No.\"\n\n\"No.\"\n\n{SECOND}\n\nThe port denied it.\n\n{LEAD} {SECOND}\n\nThe port denied it.\n"
    );
    let wire = wire(&copy);
    assert_eq!(wire.body.len(), 7);
    assert!(wire.left_out.is_empty());
}

#[test]
fn sentences_that_begin_like_furniture_stay_in_the_body() {
    for line in [
        "Share prices fell in the port's market after the boats left.",
        "\"Follow us,\" the officers told the crowd at the gate.",
        "Print shops in the old town stood empty on Monday.",
        "Click.",
        "Advertisements for the boats were on every wall.",
        "* * *",
        "---",
    ] {
        let wire = with_line_inside(line);
        assert_eq!(wire.body, [LEAD, line, SECOND]);
        assert!(wire.left_out.is_empty());
    }
}
