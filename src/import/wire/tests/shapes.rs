use super::{LEAD, SECOND, TITLE, texts, wire};

const WRAPPED: &str = "The envoys left on the morning boat after a night of talks in which,\nport officers said, neither side had moved, and no one would say who\nhad asked for them.";

const WRAPPED_TOO: &str = "The boats were seen from the northern pier until noon, when the fog took\nthem, and nobody on the pier could say which way they had gone or who was\nat the wheel.";

fn unwrapped_too() -> String {
    WRAPPED_TOO.replace('\n', " ")
}

fn unwrapped() -> String {
    WRAPPED.replace('\n', " ")
}

#[test]
fn hard_wrapped_paragraphs_are_made_whole() {
    let wire =
        wire(&format!("{TITLE}\n\nSIRTE, Libya (AP) -- {WRAPPED}\n\n{WRAPPED_TOO}\n\n{SECOND}\n"));
    assert_eq!(wire.dateline.as_deref(), Some("SIRTE, Libya"));
    assert_eq!(wire.body, [unwrapped(), unwrapped_too(), SECOND.to_owned()]);
}

#[test]
fn wrapped_paragraphs_may_be_told_by_their_indent_alone() {
    let indented = format!("   {WRAPPED}\n   {WRAPPED_TOO}\n   {SECOND}\n");
    let wire = wire(&format!("{TITLE}\n\n{indented}"));
    assert_eq!(wire.body, [unwrapped(), unwrapped_too(), SECOND.to_owned()]);
}

#[test]
fn a_word_broken_at_its_hyphen_stays_one() {
    let copy = "The envoys left on the morning boat after a night of talks, face-to-\nface for the first time, port officers said, and neither would say who\nhad asked for them.";
    let wire = wire(&format!("{TITLE}\n\n{copy}\n"));
    assert!(wire.body[0].contains("face-to-face for"));
}

#[test]
fn wrapped_arabic_is_made_whole() {
    let copy = "غادر الوفد الميناء صباح اليوم بعد ليلة من المحادثات التي لم يتحرك فيها أي\nمن الطرفين وقال ضباط الميناء إن أحدا لم يقل من الذي طلب منهم الحضور إلى\nالمدينة.";
    let wire = wire(&format!("عودة الوفد\n\n{copy}\n"));
    assert_eq!(wire.body, [copy.replace('\n', " ")]);
}

#[test]
fn furniture_between_wrapped_lines_is_not_joined_to_them() {
    let wire =
        wire(&format!("{TITLE}\n\n{WRAPPED}\n\nRELATED: Port closes its gate\n{WRAPPED_TOO}\n"));
    assert_eq!(wire.related, ["Port closes its gate"]);
    assert_eq!(wire.body, [unwrapped(), unwrapped_too()]);
}

#[test]
fn a_paragraph_a_line_needs_no_blank_lines() {
    let long = format!("{LEAD} {SECOND}");
    let wire = wire(&format!("{TITLE}\n{long}\n{SECOND}\n{LEAD}\n"));
    assert_eq!(wire.body, [long.as_str(), SECOND, LEAD]);
}

#[test]
fn short_lines_that_break_no_sentence_are_not_joined() {
    let list = "The boats had on board:\n- three men of the northern pier\n- two of the southern pier and a boy";
    let wire = wire(&format!("{TITLE}\n\n{LEAD}\n\n{list}\n"));
    assert_eq!(wire.body.len(), 4);
}

#[test]
fn line_ends_and_marks_of_every_kind_give_the_same() {
    let plain = wire(&format!("{TITLE}\n\nSIRTE (AP) - {LEAD}\n\n{SECOND}\n"));
    let crlf =
        format!("\u{feff}{TITLE}\r\n\r\nSIRTE\u{a0}(AP)\u{a0}- {LEAD}\r\n \t\r\n{SECOND}\r\n\r\n");
    let mac = format!("\r\r{TITLE}\r\rSIRTE (AP) -  {LEAD}\r\r{SECOND}");
    let odd = format!(
        "\u{200b}{TITLE}\u{c}SIR\u{ad}TE (AP) \u{200b}- {LEAD}\u{2029}\u{200d}{SECOND}\u{b}\u{85}"
    );
    for copy in [crlf, mac, odd] {
        assert_eq!(wire(&copy), plain, "{copy:?}");
    }
}

#[test]
fn remarks_count_lines_as_an_editor_does() {
    let wire = wire(&format!("\r\n\r\n{TITLE}\r\n\r\n{LEAD}\u{c}{SECOND}\r\nAdvertisement\r\n"));
    assert_eq!(wire.left_out[0].line, 6);
}

#[test]
fn joiners_stay_where_a_script_needs_them() {
    let wire = wire("Ti\u{200c}tle of the copy\n\nآنها می\u{200c}روند.\n");
    assert_eq!(wire.title, "Title of the copy");
    assert_eq!(wire.body, ["آنها می\u{200c}روند."]);
}

#[test]
fn characters_that_turn_the_reading_order_are_taken_out_and_said() {
    let wire = wire(&format!("{TITLE}\n\n\u{202e}{LEAD}\u{202c}\n"));
    assert_eq!(wire.body, [LEAD]);
    assert_eq!((wire.guessed[0].line, texts(&wire.guessed)), (3, vec![LEAD]));
}
