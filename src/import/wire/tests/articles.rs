use super::{LEAD, SECOND, TITLE, wire};
use crate::import::wire::yaml::scalar;
use crate::import::wire::{Choices, Image, Wire, article};

fn choices() -> Choices {
    Choices {
        date: "2011-03-09".to_owned(),
        topics: vec!["the-port".to_owned()],
        ..Choices::default()
    }
}

/// The value under a key of an article's front matter.
pub fn front_matter(file: &str) -> serde_yaml::Value {
    let yaml = file.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    let yaml = yaml.map(|(yaml, _)| yaml).unwrap_or_default();
    serde_yaml::from_str(yaml).unwrap_or_default()
}

#[test]
fn the_smallest_file() {
    let file = article(&wire(&format!("{TITLE}\n\n{LEAD}\n\n{SECOND}\n")), &choices());
    let expected = format!(
        "---\ntitle: {TITLE}\ndate: 2011-03-09\ntopics: [the-port]\nrights: excerpt\n---\n{LEAD}\n\n{SECOND}\n"
    );
    assert_eq!(file, expected);
}

#[test]
fn a_file_with_every_key() {
    let copy = format!(
        "Port: \"no\" deal\n\nOfficers wait for the boats.\n\nBy Jane Doe\n\nBoats (Photo: Ann Poe)\n\nSIRTE, Libya (AP) - {LEAD}\n\nRELATED: Port closes its gate\n\n(Editing by John Roe)\n"
    );
    let choices = Choices {
        topics: vec!["the-port".to_owned(), "Boats, old".to_owned()],
        source: Some("Port News".to_owned()),
        url: Some("https://news.example/port".to_owned()),
        rights: Some("licensed".to_owned()),
        ..choices()
    };
    let expected = format!(
        "---\ntitle: \"Port: \\\"no\\\" deal\"\ndate: 2011-03-09\ntopics: [the-port, \"Boats, old\"]\nstandfirst: Officers wait for the boats.\nsource: Port News\nurl: \"https://news.example/port\"\nbyline: Jane Doe\nwire: AP\ndateline: \"SIRTE, Libya\"\nimage:\n  alt: Boats\n  credit: Ann Poe\n  caption: Boats\nrelated:\n  - Port closes its gate\nrights: licensed\n---\n{LEAD}\n\n(Editing by John Roe)\n"
    );
    assert_eq!(article(&wire(&copy), &choices), expected);
}

#[test]
fn a_second_picture_is_kept_under_the_free_keys() {
    let image = |caption: &str| Image {
        caption: Some(caption.to_owned()),
        credit: Some("Ann: Poe".to_owned()),
    };
    let wire = Wire {
        title: "T".to_owned(),
        images: vec![image("One"), image("Two"), image("Three")],
        ..Wire::default()
    };
    let yaml = front_matter(&article(&wire, &choices()));
    assert_eq!(yaml["image"]["caption"], "One");
    assert_eq!(yaml["extra"]["images"][0]["caption"], "Two");
    assert_eq!(yaml["extra"]["images"][1]["credit"], "Ann: Poe");
}

#[test]
fn words_that_yaml_would_read_as_something_else_are_quoted() {
    for value in [
        "",
        " ",
        "NO",
        "yes",
        "On",
        "null",
        "~",
        "true",
        "y",
        "12",
        "1e3",
        "0x1f",
        "1:30",
        "2011-02",
        ".nan",
        "- so",
        "so: so",
        "so #5",
        "#5",
        "@so",
        "`so",
        "!so",
        "&so",
        "*so",
        "%so",
        "[so]",
        "{so}",
        "so, so",
        "\"so\"",
        "'so'",
        "“so”",
        "so\\so",
        "so\nso",
        "so\tso",
        "so ",
        "\u{85}so",
        "so\u{2028}",
        "so\u{feff}",
        "so\u{1}",
        "so\u{fffe}",
        "so\u{1ffff}",
        "?",
        ": so",
        "so:",
        "---",
        "...",
        "|",
        ">",
        "=",
        "<<",
        "طرابلس",
        "Ж. Ж.",
        "so's",
        "(so)",
        "2011-07-18 ",
        "٢٠١١",
        "é",
    ] {
        let line = format!("key: {}\nlist: [{0}]\n", scalar(value));
        let yaml: serde_yaml::Value = serde_yaml::from_str(&line).unwrap_or_default();
        assert_eq!(yaml["key"].as_str(), Some(value), "{line}");
        assert_eq!(yaml["list"][0].as_str(), Some(value), "{line}");
    }
}

#[test]
fn the_empty_choice_of_topics_is_shown_for_the_build_to_refuse() {
    let wire = wire(&format!("{TITLE}\n\n{LEAD}\n"));
    assert!(article(&wire, &Choices::default()).contains("date: \"\"\ntopics: []\n"));
}
