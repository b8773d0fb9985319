use super::{LEAD, SECOND, TITLE, texts, wire, with_line_above, with_line_inside};
use crate::import::wire::Image;

fn image(caption: &str, credit: &str) -> Image {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Image { caption: some(caption), credit: some(credit) }
}

#[test]
fn caption_and_credit_on_one_line() {
    for (line, caption, credit) in [
        (
            "Boats at the pier 12 (B) (photo credit: PORT/Jane Doe)",
            "Boats at the pier 12 (B)",
            "PORT/Jane Doe",
        ),
        ("Boats at the pier. (AP Photo/Jane Doe)", "Boats at the pier.", "AP Photo/Jane Doe"),
        (
            "Boats at the pier on Sunday. (AFP/Jane Doe)",
            "Boats at the pier on Sunday.",
            "AFP/Jane Doe",
        ),
        ("Boats at the pier [Photo credit: Jane Doe]", "Boats at the pier", "Jane Doe"),
        ("Boats at the pier [Jane Doe/Reuters]", "Boats at the pier", "Jane Doe/Reuters"),
        (
            "Boats at the pier (Photo by Jane Doe/Getty Images)",
            "Boats at the pier",
            "Jane Doe/Getty Images",
        ),
        ("Boats at the pier. Photograph: Jane Doe/AFP", "Boats at the pier.", "Jane Doe/AFP"),
        ("Boats at the pier. Photograph by Jane Doe", "Boats at the pier.", "Jane Doe"),
        (
            "Boats at the pier. Credit: Jane Doe for the Port News",
            "Boats at the pier.",
            "Jane Doe for the Port News",
        ),
        (
            "Boats at the pier. John A. Roe/Getty Images",
            "Boats at the pier.",
            "John A. Roe/Getty Images",
        ),
        (
            "FILE PHOTO: Boats at the pier, June 2, 2010. REUTERS/Jane Doe/File Photo",
            "FILE PHOTO: Boats at the pier, June 2, 2010.",
            "REUTERS/Jane Doe/File Photo",
        ),
        ("Boats at the pier REUTERS/Jane Doe", "Boats at the pier", "REUTERS/Jane Doe"),
    ] {
        let wire = with_line_above(line);
        assert_eq!(wire.images, [image(caption, credit)], "{line}");
        assert_eq!(wire.body, [LEAD, SECOND], "{line}");
        assert!(wire.left_out.is_empty());
    }
}

#[test]
fn a_credit_alone() {
    for (line, credit) in [
        ("Photo: Jane Doe", "Jane Doe"),
        ("PHOTO: JANE DOE", "JANE DOE"),
        ("Credit: Jane Doe", "Jane Doe"),
        ("Photograph by Jane Doe", "Jane Doe"),
        ("Photo courtesy of Port Authority", "Port Authority"),
        ("AP Photo/Jane Doe", "AP Photo/Jane Doe"),
        ("(AFP/Jane Doe)", "AFP/Jane Doe"),
        ("Getty Images", "Getty Images"),
        ("Jane Doe/Getty Images", "Jane Doe/Getty Images"),
        ("AFP via Getty Images", "AFP via Getty Images"),
        ("[Photo credit: Jane Doe]", "Jane Doe"),
        ("Image source, Getty Images", "Getty Images"),
    ] {
        let wire = with_line_inside(line);
        assert_eq!(wire.images, [image("", credit)], "{line}");
        assert_eq!(wire.body, [LEAD, SECOND], "{line}");
    }
}

#[test]
fn a_caption_with_its_credit_on_the_next_line() {
    let wire = with_line_inside("Boats at the pier\nPhoto: Jane Doe");
    assert_eq!(wire.images, [image("Boats at the pier", "Jane Doe")]);
    assert_eq!(wire.body, [LEAD, SECOND]);
    let sentence = with_line_inside("Boats lie at the pier.\nAP Photo/Jane Doe");
    assert_eq!(sentence.images, [image("Boats lie at the pier.", "AP Photo/Jane Doe")]);
    assert!(sentence.guessed.iter().any(|remark| remark.why.contains("taken for a caption")));
    let apart = with_line_inside("Boats lie at the long pier\n\nAP Photo/Jane Doe");
    assert_eq!(apart.images, [image("Boats lie at the long pier", "AP Photo/Jane Doe")]);
    assert_eq!(apart.guessed.len(), 2);
}

#[test]
fn a_paragraph_above_a_credit_is_no_caption() {
    let wire = wire(&format!("{TITLE}\n{LEAD}\nPhoto: Jane Doe\n{SECOND}\n"));
    assert_eq!(wire.images, [image("", "Jane Doe")]);
    assert_eq!(wire.body, [LEAD, SECOND]);
}

#[test]
fn a_caption_with_a_label_of_its_own() {
    for lines in [
        "Image source, Port Agency\n\nImage caption, Boats at the pier",
        "Image caption, Boats at the pier\n\nImage source, Port Agency",
    ] {
        let wire = with_line_inside(lines);
        assert_eq!(wire.images, [image("Boats at the pier", "Port Agency")], "{lines}");
    }
    assert_eq!(
        with_line_inside("Caption: Boats at the pier").images,
        [image("Boats at the pier", "")]
    );
}

#[test]
fn a_doubled_caption_split_over_lines_is_one_picture() {
    let doubled = "Boats at the pier 12 (B) (photo credit: PORT/Jane Doe)\nBoats at the pier 12 (B)\n(photo credit: PORT/Jane Doe)";
    let wire = with_line_above(doubled);
    assert_eq!(wire.images, [image("Boats at the pier 12 (B)", "PORT/Jane Doe")]);
    assert_eq!(wire.left_out.len(), 1);
    assert_eq!(wire.body, [LEAD, SECOND]);
}

#[test]
fn a_caption_again_without_or_with_its_credit_is_listed() {
    for again in ["Boats at the pier", "Boats at the pier (Photo: Jane Doe)", "Photo: Jane Doe"] {
        let wire = with_line_inside(&format!("Boats at the pier (Photo: Jane Doe)\n\n{again}"));
        assert_eq!(wire.images, [image("Boats at the pier", "Jane Doe")], "{again}");
        assert_eq!(texts(&wire.left_out), [again]);
    }
    let run_together =
        with_line_inside("Boats at the pier (Photo: Jane Doe)Boats at the pier (Photo: Jane Doe)");
    assert_eq!(run_together.images, [image("Boats at the pier", "Jane Doe")]);
    assert_eq!(run_together.left_out.len(), 1);
}

#[test]
fn a_credit_doubled_under_its_caption_is_one_credit() {
    let credit = "(photo credit: Jane Doe)";
    let wire = with_line_inside(&format!("Boats at the pier\n{credit}{credit}"));
    assert_eq!(wire.images, [image("Boats at the pier", "Jane Doe")]);
    assert_eq!(texts(&wire.left_out), [credit]);
}

#[test]
fn a_picture_asks_for_its_file() {
    let wire = with_line_above("Boats at the pier (Photo: Jane Doe)");
    assert_eq!(wire.guessed.len(), 1);
    assert!(wire.guessed[0].why.contains("`src`"));
}

#[test]
fn sentences_about_pictures_stay_in_the_body() {
    for line in [
        "Photo: the word was painted on the wall, and nobody knew why.",
        "Photos of the boats lined the wall of the port office.",
        "The officer (right) signed the paper.",
        "The boats have gone, the port said (Reuters).",
        "He told AFP/Reuters that the boats had gone.",
        "Credit: the bank said that it would lend no more to the boats.",
        "Photos by Friday showed the boats gone.",
        "Photo by photo, the officers went through the box.",
    ] {
        let wire = with_line_inside(line);
        assert_eq!(wire.body, [LEAD, line, SECOND]);
        assert!(wire.images.is_empty());
    }
}
