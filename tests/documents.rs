//! What leaves the site: briefings as plain text and as e-mails, and pictures of shared links.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeMap;

use support::crawl::facts;
use support::{build, demo, tree, write_all};
use unicode_width::UnicodeWidthStr as _;

type Files = BTreeMap<String, Vec<u8>>;

fn files_of(site: &std::path::Path) -> Files {
    let folder = tempfile::tempdir().expect("a folder");
    build(site, &folder.path().join("public"), &[]);
    tree(&folder.path().join("public"))
}

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    std::str::from_utf8(files.get(path).unwrap_or_else(|| panic!("no {path}"))).expect("UTF-8")
}

/// A site of one briefing whose lead, claims and names are in several scripts.
fn site(lead: &str, base: &str) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    let lead = format!(
        "---\ntitle: البريقة 布雷加港口的战斗仍在继续而双方都声称自己控制了这座城市并且击退了对方的进攻\ndate: 2011-07-18\nnumber: 5\n---\n{lead}\n"
    );
    write_all(
        root.path(),
        [
            ("dateline.yaml", format!("title: Soundings\nrights: own\n{base}").as_str()),
            ("content/briefings/2011-07-18-five.md", &lead),
            (
                "content/articles/2011-07-18-ferry.md",
                "---\ntitle: A ferry & a <port>\ntopics: [ferries]\nsource: Post\nrights: excerpt\nurl: https://post.example/ferry\nsummary: In short.\nactors: [gov, reb]\n---\n[It left](#c1 \"gov says\"). [It did not](#c2 \"reb denies c1\"). [lost 30](#k1 \"gov: gov killed 30 2011-07-14/2011-07-18\").\n",
            ),
            (
                "content/registry/actors.yaml",
                "gov:\n  name: حكومة ليبيا\nreb:\n  name: 反政府武装组织全国过渡委员会\n",
            ),
        ],
    );
    root
}

const BASE: &str = "base_url: https://soundings.example/\n";

/// No line is wider than 72 columns as a terminal shows it, but for an address that stands alone.
fn assert_narrow(path: &str, text: &str) {
    for line in text.lines() {
        let address = line.trim().trim_start_matches('<').starts_with("http");
        assert!(line.width() <= 72 || address, "{path}: {} columns: {line}", line.width());
        assert!(!address || !line.trim().contains(' '), "{path}: {line}");
        assert_eq!(line, line.trim_end(), "{path}: a blank at the end");
    }
}

#[test]
fn every_briefing_has_a_text_that_its_page_names() {
    let files = files_of(&demo());
    let pages: Vec<&String> = files
        .keys()
        .filter(|path| path.starts_with("briefings/") && path.ends_with("/index.html"))
        .filter(|path| path.matches('/').count() == 2)
        .collect();
    assert!(pages.len() >= 9, "{pages:?}");
    for page in pages {
        let path = page.replace(".html", ".txt");
        let plain = text(&files, &path);
        assert_narrow(&path, plain);
        assert!(plain.ends_with("\nEnd of the edition. You are up to date.\n"), "{path}");
        assert!(!plain.contains("\n\n\n"), "{path}");
        let link = format!("<link rel=\"alternate\" type=\"text/plain\" href=\"../../{path}\">");
        assert!(text(&files, page).contains(&link), "{page} does not name {path}");
    }
    let home = text(&files, "index.html");
    assert!(
        home.contains("type=\"text/plain\" href=\"./briefings/2011-08-05-briefing-9/index.txt\"")
    );
    let sitemap = text(&files, "sitemap.xml");
    assert!(!sitemap.contains("index.txt") && !sitemap.contains("mail.html"));
}

#[test]
fn a_text_says_who_says_what_and_where_it_stands() {
    let files = files_of(&demo());
    let plain = text(&files, "briefings/2011-07-18-briefing-5/index.txt");
    for words in [
        "-- __ disputed",
        "- - one source",
        "Libyan government denies: “any talk of a rebel victory”\n       Moussa Ibrahim [2]",
        "Libyan government   Libyan government,  14 to 18 July    30\n                       Moussa Ibrahim [4]",
        "“It said the rebels’ dead were several times that number”",
        "Rows must not be added.",
        "Desk, caution: Thirty and twelve make 42",
        "[2] The Jerusalem Post, “Tripoli denies that Brega is surrounded”",
        "    https://soundings.example/2011/07/18/tripoli-denies-brega-surrounded/\n",
        "Outlook",
    ] {
        assert!(plain.contains(words), "not there: {words}\n{plain}");
    }
    // What it rests on is numbered without holes, and each number is explained.
    let numbers = plain.lines().filter_map(|line| line.strip_prefix('[')?.split(']').next());
    let numbers: Vec<usize> = numbers.filter_map(|number| number.parse().ok()).collect();
    assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>());
    assert!(!plain.contains("<p>") && !plain.contains("&amp;") && !plain.contains("href"));
}

#[test]
fn wide_and_narrow_letters_are_counted_as_they_are_shown() {
    let lead = "# Not one\n\n## 标题\n\nمنذ أشهر كانت البريقة الحد الشرقي لسيطرة الحكومة وفي يوم الاثنين قال المتمردون إنهم دحروا معظم القوات هناك.\n\n几个月以来布雷加一直是政府控制的东部边界周一反政府武装表示他们已经击溃了那里的大部分部队而政府对此予以否认。\n\nCafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301} cafe\u{301}.\n\n- one\n  - [two](https://elsewhere.example/a/very/long/address/that/is/longer/than/any/line/could/ever/be/in/seventy-two/columns)\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\n> said\n\nText[^n].\n\n[^n]: A footnote.\n\n```\ncode & <tags>\n```";
    let lead = lead.trim_start_matches("# Not one\n\n");
    let root = site(lead, BASE);
    let files = files_of(root.path());
    let plain = text(&files, "briefings/2011-07-18-five/index.txt");
    assert_narrow("index.txt", plain);
    let long = "<https://elsewhere.example/a/very/long/address/that/is/longer/than/any/line/could/ever/be/in/seventy-two/columns>\n";
    for words in ["布雷加", "البريقة", "> said", "* one", "code & <tags>", "A footnote.", long]
    {
        assert!(plain.contains(words), "not there: {words}\n{plain}");
    }
    // Combining marks take no column: the line is as full as it would be without them.
    let full = plain.lines().find(|line| line.starts_with("Cafe\u{301}")).expect("the line");
    assert!(full.width() > 66, "{full}");
    assert!(plain.contains("A ferry & a <port>") && plain.contains("https://post.example/ferry"));
    assert!(!plain.contains("lost 30 soldiers"), "an excerpt keeps its body");
}

#[test]
fn an_email_loads_nothing_and_leads_to_the_site_in_full() {
    let files = files_of(&demo());
    let mails: Vec<&String> = files.keys().filter(|path| path.ends_with("mail.html")).collect();
    // One for each edition, in each of two languages.
    assert_eq!(mails.len(), 18);
    for path in mails {
        let mail = text(&files, path);
        assert!(mail.len() < 100_000, "{path}: {} bytes", mail.len());
        let facts = facts(mail);
        for element in ["img", "script", "link", "iframe", "svg", "form", "video", "object"] {
            assert!(!facts.elements.contains_key(element), "{path}: <{element}>");
        }
        assert!(!facts.attributes.contains("src") && !facts.attributes.contains("background"));
        assert!(!mail.contains("url(") && !mail.contains("@import"), "{path}");
        assert_eq!(facts.h1, 1, "{path}");
        assert!(mail.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
        for link in &facts.links {
            assert!(link.starts_with("https://"), "{path}: {link}");
            let Some(own) = link.strip_prefix("https://soundings.example/") else { continue };
            let own = own.split('#').next().unwrap_or_default();
            let own = percent_encoding::percent_decode_str(own).decode_utf8_lossy().into_owned();
            let file =
                if own.is_empty() || own.ends_with('/') { format!("{own}index.html") } else { own };
            assert!(files.contains_key(&file), "{path}: {link} is nothing");
        }
        let end =
            if path.starts_with("ar/") { "نهاية النشرة" } else { "End of the edition." };
        assert!(mail.contains(end), "{path}");
    }
    let linked = files.iter().filter(|(path, _)| path.ends_with(".html"));
    let mut linked = linked.filter(|(path, _)| !path.ends_with("mail.html"));
    assert!(linked.all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("mail.html")));
}

#[test]
fn texts_and_emails_speak_the_language_of_their_tree() {
    let english = [
        "Source:",
        "Desk",
        "Outlook",
        "Rows must",
        "says:",
        "denies:",
        "Says whom",
        "on the web",
        "Several sources",
        "End of the",
        "e-mail",
        "no answer",
        "items",
    ];
    for language in ["ar", "fr", "ru", "uk"] {
        let lead = "Un.[^1] ~~Deux~~.\n\n[^1]: Trois.";
        let root = site(lead, &format!("{BASE}languages: [{language}]\n"));
        let files = files_of(root.path());
        for name in ["index.txt", "mail.html"] {
            let path = format!("briefings/2011-07-18-five/{name}");
            let document = text(&files, &path);
            let found: Vec<_> = english.iter().filter(|words| document.contains(**words)).collect();
            assert!(found.is_empty(), "{language}, {name}: {found:?}\n{document}");
        }
    }
    let french = site("Un.[^1] ~~Deux~~.\n\n[^1]: Trois.", &format!("{BASE}languages: [fr]\n"));
    let files = files_of(french.path());
    let plain = text(&files, "briefings/2011-07-18-five/index.txt");
    for words in ["[note 1]", "[rayé: ", "Plusieurs sources,", "Fin de l’édition"] {
        assert!(plain.contains(words), "not there: {words}\n{plain}");
    }
}

#[test]
fn an_email_of_any_briefing_is_short_enough_and_says_what_is_cut() {
    let paragraph = "A sentence of a text that is far too long for an e-mail. ".repeat(20);
    let root = site(&[paragraph.as_str(); 200].join("\n\n"), BASE);
    let mail = files_of(root.path());
    let mail = text(&mail, "briefings/2011-07-18-five/mail.html");
    assert!(mail.len() < 100_000 && mail.len() > 90_000, "{} bytes", mail.len());
    assert!(mail.contains("All of it is on the web.") && mail.contains("1 more item would make"));
    let root = site(&"One paragraph without an end. ".repeat(8_000), BASE);
    let mail = files_of(root.path());
    let mail = text(&mail, "briefings/2011-07-18-five/mail.html");
    assert!(mail.len() < 100_000 && mail.contains("All of it is on the web."), "{}", mail.len());
    let short = site("Short.", BASE);
    let files = files_of(short.path());
    let mail = text(&files, "briefings/2011-07-18-five/mail.html");
    assert!(!mail.contains("would make this e-mail too long") && mail.contains("A ferry &amp; a"));
}

#[test]
fn without_an_address_there_is_text_but_no_email() {
    let root = site("Short.", "");
    let files = files_of(root.path());
    assert!(files.contains_key("briefings/2011-07-18-five/index.txt"));
    assert!(!files.contains_key("briefings/2011-07-18-five/mail.html"));
}

/// Width, height and the grey of each pixel, from 0 for ink to 255 for paper.
fn pixels(png: &[u8]) -> (usize, usize, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("pixels");
    let greys = pixels.chunks_exact(3).map(|rgb| rgb[0]).collect();
    (info.width as usize, info.height as usize, greys)
}

/// How many pixels of a stretch of the picture are dark.
fn dark(greys: &[u8], across: std::ops::Range<usize>, down: std::ops::Range<usize>) -> usize {
    down.flat_map(|y| across.clone().map(move |x| y * 1200 + x))
        .filter(|at| greys[*at] < 128)
        .count()
}

#[test]
fn shared_links_show_a_card_of_words() {
    let files = files_of(&demo());
    let cards: Vec<&String> = files.keys().filter(|path| path.ends_with("card.png")).collect();
    // The site has one; its editions and topics have one in each of two languages.
    assert_eq!(cards.len(), 1 + 2 * (9 + 4), "{cards:?}");
    for path in &cards {
        let (width, height, greys) = pixels(&files[*path]);
        assert_eq!((width, height), (1200, 630), "{path}");
        assert!(dark(&greys, 72..1128, 212..520) > 2_000, "{path}: no headline");
        // A letter may lean out by a pixel or two.
        let edges = dark(&greys, 0..68, 0..630) + dark(&greys, 1132..1200, 0..630);
        assert_eq!(edges, 0, "{path}: something stands in the margin");
        assert!(files[*path].len() < 60_000, "{path}: {} bytes", files[*path].len());
    }
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        let Some(rest) = page.split("property=\"og:image\" content=\"").nth(1) else {
            assert!(!page.contains("og:title"), "{path} has a title and no picture");
            continue;
        };
        let card = rest.split('"').next().unwrap_or_default();
        let card = card.strip_prefix("https://soundings.example/").expect("in full");
        assert!(files.contains_key(card), "{path}: {card} is not there");
    }
    let of = |path: &str| text(&files, path).contains("/topics/brega-front/card.png\"");
    assert!(of("topics/brega-front/index.html") && of("2011/07/18/rebels-claim-brega/index.html"));
}

#[test]
fn arabic_is_joined_and_runs_from_right_to_left() {
    let card = |title: &str, language: &str| {
        let root = tempfile::tempdir().expect("a folder");
        let settings = format!("{BASE}languages: [{language}]\n");
        let briefing = format!("---\ntitle: \"{title}\"\ndate: 2011-07-18\n---\nA.\n");
        write_all(
            root.path(),
            [
                ("dateline.yaml", settings.as_str()),
                ("content/briefings/2011-07-18-a.md", briefing.as_str()),
            ],
        );
        pixels(&files_of(root.path())["briefings/2011-07-18-a/card.png"]).2
    };
    let arabic = card("البريقة", "ar");
    assert!(dark(&arabic, 850..1128, 212..520) > 1_000, "the headline begins at the right");
    assert_eq!(dark(&arabic, 72..600, 212..520), 0);
    // A letter that is joined to the next takes less room than the same letters apart.
    let reach =
        |greys: &[u8]| (0..1200).find(|x| dark(greys, *x..x + 1, 212..520) > 0).expect("ink");
    let apart = card("ا ل ب ر ي ق ة", "ar");
    assert!(reach(&apart) + 60 < reach(&arabic));
    // A line with words of both directions stays on the sheet.
    let mixed = card(
        "واشنطن تقول ارحل وطرابلس تقول نتحاور، وكلا الطرفين يقول إنه يسيطر على البريقة (Brega)",
        "ar",
    );
    assert_eq!(dark(&mixed, 0..68, 140..530) + dark(&mixed, 1132..1200, 140..530), 0);
    // Endless headlines are cut, and no box stands for a letter that no font has.
    let long = card(&"A headline without an end ".repeat(40), "en");
    assert!(dark(&long, 72..1128, 212..520) > 4_000 && dark(&long, 72..1128, 522..538) == 0);
    assert_eq!(dark(&card("布雷加港口", "en"), 72..1128, 212..520), 0);
}
