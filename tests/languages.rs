//! A site in several languages: one tree each, pairs that know each other, and what is not
//! translated shown as what it is.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use support::{build, demo, run, run_well, tree, write_all};

const SETTINGS: &str =
    "title: Desk\nbase_url: https://example.org/a/\nlanguages: [en, ar]\ntitles: {ar: هيئة}\n";

/// A site with a pair of each kind, with items in English alone, in Arabic alone, and in French.
fn site(root: &Path, settings: &str) {
    write_all(
        root,
        [
            ("dateline.yaml", settings),
            ("content/pages/about.md", "---\ntitle: About\n---\nEnglish.\n"),
            ("content/pages/about.ar.md", "---\ntitle: عن الموقع\n---\nعربي.\n"),
            ("content/pages/method.md", "---\ntitle: Method\n---\nSee [about](about.md).\n"),
            (
                "content/topics/front.md",
                "---\ntitle: The front\nsides: [gov, council]\n---\nA front.\n",
            ),
            (
                "content/topics/front.ar.md",
                "---\ntitle: الجبهة\nsides: [gov, council]\n---\nجبهة.\n",
            ),
            (
                "content/articles/2011-07-18-pair.md",
                "---\ntitle: In both\ntopics: [front]\nplaces: [brega]\n---\n[They hold it.](#c1 \"council says\")\n",
            ),
            (
                "content/articles/2011-07-18-pair.ar.md",
                "---\ntitle: باللغتين\ntopics: [front]\nplaces: [brega]\n---\n[هم هناك.](#c1 \"council says\")\n",
            ),
            (
                "content/articles/2011-07-19-english.md",
                "---\ntitle: In English only\ntopics: [front]\n---\n[Not so.](#c1 \"gov denies pair#c1\")\n",
            ),
            (
                "content/articles/2011-07-19-arabic.md",
                "---\ntitle: بالعربية فقط\ntopics: [front]\nlanguage: ar\n---\nنص.\n",
            ),
            (
                "content/articles/2011-07-19-french.md",
                "---\ntitle: En français\ntopics: [front]\nlanguage: fr\n---\nTexte.\n",
            ),
            ("content/briefings/2011-07-19-one.md", "---\ntitle: The day\n---\nLead.\n"),
            ("content/briefings/2011-07-19-one.ar.md", "---\ntitle: اليوم\n---\nمقدمة.\n"),
            ("content/notes/2011-07-19-remark.md", "---\non: [pair]\n---\nA remark.\n"),
            ("content/notes/2011-07-19-remark.ar.md", "---\non: [pair]\n---\nملاحظة.\n"),
            (
                "content/registry/actors.yaml",
                "gov: {name: Government, names: {ar: الحكومة}}\ncouncil: {name: Council, native: المجلس}\n",
            ),
            (
                "content/registry/places.yaml",
                "brega: {name: Brega, native: البريقة, lat: 30.4, lon: 19.6}\nsochi: {name: Sochi, native: Сочи}\n",
            ),
        ],
    );
}

fn built(settings: &str) -> BTreeMap<String, String> {
    let root = tempfile::tempdir().expect("a folder");
    site(root.path(), settings);
    let public = root.path().join("public");
    build(root.path(), &public, &["--strict"]);
    texts(&public)
}

fn texts(folder: &Path) -> BTreeMap<String, String> {
    let files = tree(folder).into_iter();
    files.map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect()
}

/// The pages of a site, without the machines' files.
fn pages(files: &BTreeMap<String, String>) -> impl Iterator<Item = (&String, &String)> {
    files.iter().filter(|(path, _)| path.ends_with("index.html"))
}

#[test]
fn each_language_has_a_tree_of_the_same_addresses() {
    let files = built(SETTINGS);
    let all: BTreeSet<&str> = pages(&files).map(|(path, _)| path.as_str()).collect();
    let (arabic, english): (Vec<&str>, Vec<&str>) =
        all.into_iter().partition(|path| path.starts_with("ar/"));
    let below: Vec<&str> = arabic.iter().map(|path| &path[3..]).collect();
    assert_eq!(below, english);
    assert!(english.len() > 20, "{english:?}");
    for (path, text) in pages(&files) {
        let tree = if path.starts_with("ar/") { "ar" } else { "en" };
        let own = match path.rsplit('/').nth(1) {
            Some("english") => "en",
            Some("arabic") => "ar",
            Some("french") => "fr",
            // The only plain page without a translation.
            Some("method") => "en",
            _ => tree,
        };
        let dir = if own == "ar" { "rtl" } else { "ltr" };
        assert!(text.contains(&format!("<html lang=\"{own}\" dir=\"{dir}\">")), "{path}");
    }
    assert!(files["ar/about/index.html"].contains("<h1>عن الموقع</h1>"));
    assert!(files["about/index.html"].contains("<h1>About</h1>"));
    assert!(files["ar/index.html"].contains("هيئة"));
    assert!(files.contains_key("ar/feed.xml") && files.contains_key("ar/topics/front/feed.json"));
    assert!(files["ar/feed.xml"].contains("xml:lang=\"ar\""));
    assert!(files["ar/feed.xml"].contains("https://example.org/a/ar/2011/07/18/pair/"));
    assert!(!files.contains_key("ar/sitemap.xml") && !files.contains_key("ar/data/claims.csv"));
}

/// The `hreflang` links of a page's head: language to address.
fn alternates(text: &str) -> BTreeMap<&str, &str> {
    let links = text.split("<link rel=\"alternate\" hreflang=\"").skip(1);
    links
        .filter_map(|link| link.split_once("\" href=\""))
        .map(|(lang, rest)| (lang, rest.split('"').next().expect("an address")))
        .collect()
}

fn address(path: &str) -> String {
    format!("https://example.org/a/{}", path.trim_end_matches("index.html"))
}

#[test]
fn pairs_name_each_other_and_themselves() {
    let files = built(SETTINGS);
    let mut pairs = 0;
    for (path, text) in pages(&files) {
        let links = alternates(text);
        if links.is_empty() {
            continue;
        }
        let tree = if path.starts_with("ar/") { "ar" } else { "en" };
        assert_eq!(links[tree], address(path), "{path} does not name itself");
        assert_eq!(links["x-default"], links["en"], "{path}");
        for (lang, url) in &links {
            let other = format!("{}index.html", &url["https://example.org/a/".len()..]);
            assert_eq!(alternates(&files[&other]), links, "{path} and {lang} do not agree");
        }
        pairs += 1;
    }
    assert!(pairs > 30, "{pairs}");
    for path in [
        "2011/07/18/pair",
        "briefings/2011-07-19-one",
        "notes/2011-07-19-remark",
        "topics/front",
        "about",
    ] {
        assert_eq!(alternates(&files[&format!("{path}/index.html")]).len(), 3, "{path}");
    }
    // Untranslated copies are no pairs, and search engines are sent to the original.
    for (copy, original) in [
        ("ar/2011/07/19/english", "2011/07/19/english"),
        ("2011/07/19/arabic", "ar/2011/07/19/arabic"),
        ("ar/2011/07/19/french", "2011/07/19/french"),
    ] {
        let text = &files[&format!("{copy}/index.html")];
        assert!(alternates(text).is_empty(), "{copy}");
        let canonical = format!("<link rel=\"canonical\" href=\"{}/\">", address(original));
        assert!(text.contains(&canonical), "{copy}");
        let map = &files["sitemap.xml"];
        assert!(map.contains(&format!("<loc>{}/</loc>", address(original))));
        assert!(!map.contains(&format!("<loc>{}/</loc>", address(copy))));
    }
    assert!(files["sitemap.xml"].contains(
        "<loc>https://example.org/a/about/</loc><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://example.org/a/about/\"/><xhtml:link rel=\"alternate\" hreflang=\"ar\" href=\"https://example.org/a/ar/about/\"/>"
    ));
}

#[test]
fn readers_find_the_same_page_in_the_other_language() {
    let files = built(SETTINGS);
    let about = &files["about/index.html"];
    assert!(
        about.contains(
            "<a href=\"../ar/about/\" lang=\"ar\" dir=\"rtl\" hreflang=\"ar\">العربية</a>"
        ),
        "{about}"
    );
    let arabic = &files["ar/about/index.html"];
    assert!(
        arabic.contains(
            "<a href=\"../../about/\" lang=\"en\" dir=\"ltr\" hreflang=\"en\">English</a>"
        )
    );
    // What is not translated is there too, and not called a translation.
    let english = &files["2011/07/19/english/index.html"];
    assert!(
        english.contains("<a href=\"../../../../ar/2011/07/19/english/\" lang=\"ar\" dir=\"rtl\">")
    );
}

#[test]
fn what_is_not_translated_says_its_language() {
    let files = built(SETTINGS);
    let day = &files["ar/2011/07/19/index.html"];
    assert!(day.contains("<h2 lang=\"en\" dir=\"ltr\"><a href=\"../../../../ar/2011/07/19/english/\">In English only</a> <small class=\"il\" lang=\"ar\" dir=\"rtl\">بالإنجليزية</small></h2>"), "{day}");
    assert!(day.contains("بالفرنسية") && !day.contains("بالعربية</small>"));
    let day = &files["2011/07/19/index.html"];
    assert!(day.contains("<h2 lang=\"ar\" dir=\"rtl\">") && day.contains(">in Arabic</small>"));
    assert!(day.contains(">in French</small>") && !day.contains("in English<"));
    let page = &files["ar/2011/07/19/english/index.html"];
    assert!(page.contains("<span class=\"x\">بالإنجليزية</span>"), "{page}");
    assert!(
        page.contains("<header lang=\"ar\" dir=\"rtl\">")
            && page.contains("<footer lang=\"ar\" dir=\"rtl\">")
    );
}

#[test]
fn names_come_in_the_language_of_the_tree() {
    let files = built(SETTINGS);
    let english = &files["topics/front/index.html"];
    assert!(english.contains("Government") && !english.contains("الحكومة"));
    let arabic = &files["ar/topics/front/index.html"];
    assert!(arabic.contains("الحكومة") && arabic.contains("المجلس") && arabic.contains("البريقة"));
    assert!(!arabic.contains("Government") && !arabic.contains("Council"), "{arabic}");
    // A native name in another script is no name in Arabic: it stays as it is, marked.
    let places = &files["ar/places/index.html"];
    assert!(places.contains("<bdi lang=\"en\" dir=\"ltr\">Sochi</bdi>"), "{places}");
    assert!(files["ar/topics/front/map.svg"].contains("البريقة"));
}

#[test]
fn a_claim_stands_once_in_each_tree() {
    let files = built(SETTINGS);
    for path in ["claims/index.html", "ar/claims/index.html"] {
        assert_eq!(files[path].matches("data-status=").count(), 2, "{path}");
    }
    assert!(files["claims/index.html"].contains("They hold it."));
    assert!(files["ar/claims/index.html"].contains("هم هناك."));
    assert_eq!(files["data/claims.csv"].lines().count(), 3);
}

#[test]
fn every_link_leads_somewhere_in_both_trees() {
    for more in [&[][..], &["--portable"]] {
        let root = tempfile::tempdir().expect("a folder");
        site(root.path(), SETTINGS);
        let public = root.path().join("public");
        build(root.path(), &public, more);
        let files = texts(&public);
        let mut links = 0;
        for (path, text) in pages(&files) {
            let page = url::Url::parse(&format!("https://x/{path}")).expect("an address");
            for link in text.split(" href=\"").skip(1) {
                let link = link.split('"').next().expect("an address");
                let to = page.join(link).expect("an address");
                if to.host_str() != Some("x") {
                    continue;
                }
                let file =
                    percent_encoding::percent_decode_str(&to.path()[1..]).decode_utf8_lossy();
                let file = if file.is_empty() || file.ends_with('/') {
                    format!("{file}index.html")
                } else {
                    file.into_owned()
                };
                assert!(files.contains_key(&file), "{path}: {link} leads to {file}");
                links += 1;
            }
        }
        assert!(links > 1_000, "{links}");
    }
}

#[test]
fn a_draft_translation_changes_nothing() {
    let (with, without) =
        (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    for root in [&with, &without] {
        site(root.path(), SETTINGS);
    }
    write_all(
        with.path(),
        [(
            "content/articles/2011-07-19-english.ar.md",
            "---\ntitle: مسودة\ntopics: [front]\nstatus: draft\n---\nسر.\n",
        )],
    );
    let outputs = [&with, &without].map(|root| {
        build(root.path(), &root.path().join("public"), &[]);
        tree(&root.path().join("public"))
    });
    assert_eq!(outputs[0], outputs[1]);
}

#[test]
fn a_site_in_one_language_has_none_of_it() {
    let files = built("title: Desk\nbase_url: https://example.org/a/\nlanguages: [en, ar]\n");
    assert!(files["about/index.html"].contains("hreflang"));
    let root = tempfile::tempdir().expect("a folder");
    write_all(
        root.path(),
        [
            ("dateline.yaml", "base_url: https://example.org/\n"),
            ("content/pages/about.md", "---\ntitle: About\n---\nText.\n"),
            (
                "content/articles/2011-07-19-french.md",
                "---\ntitle: Un\ntopics: [a]\nlanguage: fr\n---\nTexte.\n",
            ),
        ],
    );
    build(root.path(), &root.path().join("public"), &[]);
    let files = texts(&root.path().join("public"));
    for (path, text) in &files {
        for word in ["hreflang", "class=\"il\"", "class=\"la\"", "xhtml", "\u{2068}"] {
            assert!(!text.contains(word) || path == "s.css", "{path} has {word}");
        }
    }
    assert!(files["2011/07/19/index.html"].contains("<h2 lang=\"fr\" dir=\"ltr\">"));
}

#[test]
fn the_desk_finds_its_way_in_the_trees() {
    let root = tempfile::tempdir().expect("a folder");
    site(root.path(), SETTINGS);
    let why = run_well(root.path(), &["why", "/ar/2011/07/18/pair/"]);
    assert!(why.contains("content/articles/2011-07-18-pair.ar.md"), "{why}");
    assert!(!why.contains("2011-07-18-pair.md"), "{why}");
    let list = run_well(root.path(), &["list", "all", "--format", "short"]);
    assert!(list.contains("content/pages/about.ar.md\t/ar/about/"), "{list}");
    assert!(list.contains("content/pages/about.md\t/about/"), "{list}");
    assert_eq!(list.matches("2011-07-19-english.md").count(), 1, "{list}");
}

#[test]
fn digits_are_those_of_the_setting() {
    let files = built(&format!("{SETTINGS}digits: arab\n"));
    assert!(files["ar/2011/07/18/index.html"].contains("١٨ يوليو ٢٠١١"));
    assert!(files["2011/07/18/index.html"].contains("18 July 2011"));
    assert!(files["ar/2011/07/18/index.html"].contains("datetime=\"2011-07-18\""));
}

#[test]
fn dates_that_are_not_exact_are_said_in_each_language() {
    for (language, said) in [
        ("ar", ["نحو 14 يوليو 2011", "ابتداءً من نحو 14 يوليو 2011", "من 16 إلى 17 يوليو 2011"]),
        (
            "fr",
            [
                "vers le 14 juillet 2011",
                "à partir de\u{a0}: vers le 14 juillet 2011",
                "16 – 17 juillet 2011",
            ],
        ),
        ("ru", ["около: 14 июля 2011", "начиная с: около: 14 июля 2011", "16 – 17 июля 2011"]),
        (
            "uk",
            ["близько: 14 липня 2011", "починаючи з: близько: 14 липня 2011", "16 – 17 липня 2011"],
        ),
    ] {
        let root = tempfile::tempdir().expect("a folder");
        write_all(
            root.path(),
            [
                ("dateline.yaml", &*format!("languages: [{language}]\n")),
                (
                    "content/registry/events.yaml",
                    "a: {title: A, when: 2011-07-14~}\nb: {title: B, when: 2011-07-14~/..}\nc: {title: C, when: 2011-07-16/2011-07-17}\n",
                ),
            ],
        );
        build(root.path(), &root.path().join("public"), &[]);
        let text = std::fs::read_to_string(root.path().join("public/timeline/index.html"))
            .expect("a page");
        let text = text.replace(['\u{2068}', '\u{2069}'], "");
        for words in said {
            assert!(text.contains(words), "{language}: {words} in {text}");
        }
    }
}

#[test]
fn each_theme_language_draws_the_whole_demo() {
    let root = tempfile::tempdir().expect("a folder");
    support::copy(&demo().join("content"), &root.path().join("content"));
    for language in ["ar", "fr", "ru", "uk", "ar-SY"] {
        for path in
            tree(&root.path().join("content")).keys().filter(|path| path.ends_with(".ar.md"))
        {
            std::fs::remove_file(root.path().join("content").join(path)).expect("removed");
        }
        let settings =
            format!("base_url: https://example.org/\nlanguages: [{language}]\nrights: excerpt\n");
        write_all(root.path(), [("dateline.yaml", settings.as_str())]);
        let public = root.path().join(language);
        build(root.path(), &public, &[]);
        for (path, text) in pages(&texts(&public)) {
            assert!(text.contains("<html lang="), "{path}");
            // What Fluent prints where a name in a word got nothing.
            assert!(!text.contains("{$"), "{language}: {path}");
            for english in ["Skip to the text", ">Latest<", ">Desk<", "Who says what"] {
                assert!(!text.contains(english), "{language}: {path} says {english}");
            }
        }
    }
}

#[test]
fn wrong_languages_stop_a_build_with_their_own_words() {
    let root = tempfile::tempdir().expect("a folder");
    write_all(
        root.path(),
        [
            ("dateline.yaml", "languages: [en, xx]\n"),
            ("content/pages/a.md", "---\ntitle: A\n---\n"),
        ],
    );
    let output = run(root.path(), &["check", "--format", "short"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("[wrong-language]") && said.contains("no language has the code `xx`"),
        "{said}"
    );
}

/// Right to left is a mirror only as far as the style sheet names no side of the screen.
#[test]
fn the_style_sheet_names_no_side() {
    let style = std::fs::read_to_string(demo().join("static/s.css")).expect("the style sheet");
    let style = style.replace("@bottom-right", "");
    let mut rules = 0;
    for rule in style.split(['{', '}', ';']) {
        let Some((property, value)) = rule.split_once(':') else { continue };
        let (property, value) = (property.trim(), value.trim().trim_end_matches("!important"));
        rules += 1;
        for side in ["-left", "-right"] {
            assert!(!property.ends_with(side) && !property.contains(&format!("{side}-")), "{rule}");
        }
        assert!(!["left", "right", "float", "clear"].contains(&property), "{rule}");
        if property == "text-align" {
            assert!(!["left", "right"].contains(&value), "{rule}");
        }
        if ["margin", "padding", "inset", "border-width", "border-radius"].contains(&property) {
            let parts = value.split_whitespace().count();
            assert!(parts < 4 || value.contains('('), "four sides in one: {rule}");
        }
    }
    assert!(rules > 300, "{rules}");
}
