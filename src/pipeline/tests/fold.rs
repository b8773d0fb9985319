use super::{folded, layers};

#[test]
fn words_are_the_same_however_they_are_set() {
    let words = " the ferry left al-brega at 5 ";
    for text in [
        "The ferry left Al-Brega, at 5.",
        "THE\n   ferry\u{a0}left Al-Brega – at “5”",
        "The fer\u{ad}ry l\u{200b}eft Al-Brega at ５",
    ] {
        assert_eq!(folded(text), words, "{text}");
    }
    assert_eq!(folded("الـبـريقة"), folded("البريقة"));
    assert_eq!(folded("Cafe\u{301} — é"), " café é ");
    assert_eq!(folded(""), " ");
    assert_eq!(folded("-a- b-"), " a b ");
}

#[test]
fn every_format_is_read_as_a_reader_would() {
    let found = |path: &str, text: &str| {
        layers(path, text).iter().any(|layer| {
            layer.contains(" amal’s sister القاهرة ".trim_start())
                || layer.contains(" amal s sister القاهرة ")
        })
    };
    for (path, text) in [
        ("a.html", "<p>Amal&#39;s <em>sis</em>ter&nbsp;<b>القاهرة</b></p>"),
        ("a.html", "<a title=\"Amal&apos;s sister القاهرة\">x</a>"),
        ("a.html", "<!-- Amal's sister القاهرة -->"),
        ("a.xml", "&lt;p&gt;Amal&#x27;s sister القاهرة"),
        ("a.json", r#"{"t":"Amal\u2019s\nsister \u0627\u0644\u0642\u0627\u0647\u0631\u0629"}"#),
        ("a.txt", "> Amal’s\n> sister القاهرة"),
        ("a.css", "content:\"Amal's sister القاهرة\""),
        ("a.html", "<a href=\"/amal%27s/sister/%D8%A7%D9%84%D9%82%D8%A7%D9%87%D8%B1%D8%A9\">"),
    ] {
        assert!(found(path, text), "{path}: {text} {:?}", layers(path, text));
    }
    assert!(!found("a.html", "<p>Amal’s sister</p><p>of القاهرة</p>"));
    for ugly in [
        "&",
        "&;",
        "&#xffffffffff;",
        "%",
        "%zz",
        "%d8",
        "\\",
        "\\u",
        "\\ud800",
        "\\ud800\\u0041",
        "<",
        "<a",
        "&#",
        "\\u00",
    ] {
        assert!(!layers("a.html", ugly).is_empty(), "{ugly}");
    }
}
