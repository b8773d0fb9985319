use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::import::wire::markdown::neutral;

/// What a reader sees of a paragraph, if Markdown takes it for nothing else than a paragraph.
pub fn shown(markdown: &str) -> Result<Vec<String>, String> {
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut shown = Vec::new();
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Paragraph) => shown.push(String::new()),
            Event::Text(text) => match shown.last_mut() {
                Some(paragraph) => paragraph.push_str(&text),
                None => return Err(format!("text without a paragraph: {text}")),
            },
            Event::End(_) => {}
            other => return Err(format!("{other:?}")),
        }
    }
    Ok(shown)
}

#[test]
fn marks_are_shown_as_they_were_typed() {
    for words in [
        "# five",
        "#five",
        "> so",
        ">so",
        "- so",
        "-",
        "+ so",
        "* so",
        "1. so",
        "1) so",
        "12345.",
        "2011.",
        "---",
        "- - -",
        "***",
        "===",
        "=",
        "==",
        "___",
        "--- so",
        "-- so",
        "so -- so",
        "`so`",
        "``",
        "~~so~~",
        "~so~",
        "~~~",
        "*so*",
        "_so_",
        "__so__",
        "so_so_so",
        "[so](#c1 \"we say\")",
        "[so]",
        "[so]: /url",
        "[[so]]",
        "[^1]",
        "[^1]: so",
        "![so](x.png)",
        "<b>so</b>",
        "<https://so.example>",
        "&amp; so",
        "AT&T",
        "&#35;",
        "so \\ so",
        "so\\",
        "\\*",
        "| so | so |",
        "|---|---|",
        ": so",
        ":::",
        "{#so}",
        "$so$",
        "^so^",
        "- [ ] so",
        "[ ] so",
        "\"so\" 'so' ...",
        "+++",
        "so @so #so",
        "http://so.example/a_b_c",
        "---\ntitle",
        "1986\\. so",
    ] {
        let words = words.replace('\n', " ");
        assert_eq!(shown(&neutral(&words)), Ok(vec![words.clone()]), "{}", neutral(&words));
    }
}

#[test]
fn plain_prose_is_written_without_backslashes() {
    for words in [
        "On Monday -- as boats left -- he said: \"No (not yet).\"",
        "3.5 million, 40% and $",
        "-5 degrees",
        "It's so; 1.5 is so",
    ] {
        let expected = words.replace('$', "\\$");
        assert_eq!(neutral(words), expected);
    }
}
