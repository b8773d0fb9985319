//! The optional search: found from disk and from a host, in any script, without a byte of it where it
//! was not asked for.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use dateline::pages::search::words;
use support::browser::Browser;
use support::preview::site;
use support::{build, corpora, tree, write_all};

const TEXTS: [(&str, &str, &str); 4] = [
    ("arabic", "ar", "قوات المجلس تعلن السيطرة على البريقة"),
    ("russian", "ru", "Ёлкин: мины замедлили наступление у Бреги"),
    ("ukrainian", "uk", "Київ заявляє про обстріл порту"),
    ("french", "fr", "L’évacuation des blessés à Ajdabiya"),
];

/// The demo with a search page and a few headlines in other scripts.
fn searched() -> tempfile::TempDir {
    let site = site();
    let root = site.path();
    let settings = std::fs::read_to_string(root.join("dateline.yaml")).expect("readable");
    write_all(root, [("dateline.yaml", format!("search: true\n{settings}").as_str())]);
    for (name, language, title) in TEXTS {
        let text = format!(
            "---\ntitle: \"{title}\"\nlanguage: {language}\ndate: 2011-07-19\ntopics: [libya-2011]\n\
             source: soundings\n---\nText.\n"
        );
        let path = format!("content/articles/2011/07/{name}.md");
        write_all(root, [(path.as_str(), text.as_str())]);
    }
    let draft =
        "---\ntitle: Unheardof\ndate: 2011-07-19\ntopics: [libya-2011]\nstatus: draft\n---\nT.\n";
    let excerpt = "---\ntitle: Somebody's words\ndate: 2011-07-19\ntopics: [libya-2011]\n\
                   source: soundings\nrights: excerpt\n---\nXylophones everywhere.\n";
    write_all(root, [("content/articles/draft.md", draft), ("content/articles/other.md", excerpt)]);
    site
}

fn built(root: &Path, flags: &[&str]) -> (tempfile::TempDir, BTreeMap<String, Vec<u8>>) {
    let output = tempfile::tempdir().expect("a folder");
    build(root, &output.path().join("out"), &[&["--quiet"], flags].concat());
    let files = tree(&output.path().join("out"));
    (output, files)
}

#[test]
fn without_the_setting_there_is_no_script_and_no_trace_of_it() {
    let site = site();
    let (_output, files) = built(site.path(), &[]);
    assert!(!files.keys().any(|path| path.starts_with("search/") || path.ends_with(".js")));
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(!String::from_utf8_lossy(bytes).contains("<script src"), "{path}");
    }
}

#[test]
fn only_the_search_page_has_a_script_and_nothing_held_back_is_in_it() {
    let site = searched();
    let (_output, files) = built(site.path(), &[]);
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        assert_eq!(text.contains("<script src"), path.ends_with("search/index.html"), "{path}");
        assert!(!text.to_lowercase().contains("unheardof"), "{path} names a draft");
        assert!(!text.to_lowercase().contains("xylophones"), "{path} has what is not the desk's");
    }
    let page = String::from_utf8_lossy(&files["search/index.html"]).into_owned();
    // Without a script the page offers the indexes.
    for index in ["topics/", "places/", "people/", "claims/", "2011/"] {
        assert!(page.contains(&format!("href=\"../{index}\"")), "{index}");
    }
    assert!(page.contains("script-src &#39;self&#39;") || page.contains("script-src 'self'"));
}

/// Types words and waits for what is found.
fn ask(browser: &mut Browser, words: &str) -> String {
    browser.value(&format!(
        "document.getElementById('dl-count').textContent = '…'; \
         (() => {{ const box = document.getElementById('dl-search'); box.value = {}; \
         box.dispatchEvent(new Event('input')); }})()",
        serde_json::json!(words)
    ));
    browser.until("document.getElementById('dl-count').textContent != '…'");
    browser.until(
        "!document.getElementById('dl-count').textContent.startsWith('Found') || \
         document.querySelector('#dl-found li')",
    );
    browser
        .value("document.querySelector('.dl-main, main').innerText")
        .as_str()
        .expect("text")
        .into()
}

#[test]
fn it_works_from_disk_in_any_script_and_folds_as_the_index_does() {
    let Some(mut browser) = Browser::start() else { return };
    let site = searched();
    let (output, _) = built(site.path(), &["--portable"]);
    let page = output.path().join("out/search/index.html");
    browser.open(&format!("file://{}", page.display()));
    browser.until("!document.querySelector('form').hidden");
    for (words, title) in [
        ("Мин", TEXTS[1].2),
        ("елк", TEXTS[1].2),
        ("киї", TEXTS[2].2),
        ("بريق", TEXTS[0].2),
        ("المجلس السيطره", TEXTS[0].2),
        ("EVACUATION", TEXTS[3].2),
        ("l'evac ajd", TEXTS[3].2),
        ("breg mines", "Mines in the streets of Brega slow rebels, spokesman says"),
    ] {
        let found = ask(&mut browser, words);
        assert!(found.contains(title), "{words}: {found:?}");
    }
    // A name leads to its own page first.
    ask(&mut browser, "brega");
    let first = browser.value("document.querySelector('#dl-found a').getAttribute('href')");
    assert_eq!(first, "../places/brega/index.html");
    browser.picture("search-1280.png");
    browser.size(360, 740);
    browser.picture("search-360.png");
    assert!(ask(&mut browser, "zzqx").contains("Nothing found"));
    assert!(!ask(&mut browser, "b").contains("Found"), "one letter is no question");
    // A link that is found leads to a page that is there.
    ask(&mut browser, "mines streets");
    let link = browser.value("document.querySelector('#dl-found a').href");
    browser.open(link.as_str().expect("an address"));
    browser.until("document.querySelector('h1').textContent.startsWith('Mines in')");
    assert_eq!(browser.complaints, Vec::<String>::new());
    // The page and the index agree on what a word is.
    browser.open(&format!("file://{}", page.display()));
    browser.until("window.dateline");
    let mut texts: Vec<String> = TEXTS.iter().map(|(_, _, title)| (*title).to_owned()).collect();
    texts.extend(
        [
            "أإآٱ ىة کی محـــمد مُحَمَّد",
            "İı ẞß ǅ ﬃ ½ ② Ⅳ",
            "l'été d’Été ʼ",
            "ёЁ йЙ їЇ ґҐ",
            "中文 ไทย हिन्दी",
            "a\u{200b}b c\u{ad}d",
        ]
        .map(str::to_owned),
    );
    for text in texts {
        let folded = browser.value(&format!("dateline.fold({})", serde_json::json!(text)));
        let own: Vec<String> = words(&text).collect();
        assert_eq!(folded, serde_json::json!(own), "{text}");
    }
}

#[test]
fn a_first_answer_is_small() {
    let Some(folder) = corpora() else { return };
    let site = tempfile::tempdir().expect("a folder");
    support::copy(&folder.join("libya2011"), site.path());
    let settings = site.path().join("dateline.yaml");
    let text = std::fs::read_to_string(&settings).unwrap_or_default();
    std::fs::write(&settings, format!("search: true\n{text}")).expect("written");
    let (_output, files) = built(site.path(), &[]);
    let packed = |path: &str| {
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        out.write_all(&files[path]).expect("packed");
        out.finish().expect("packed").len()
    };
    assert!(packed("search/search.js") <= 10_240);
    let largest = |sort: &str| {
        let all = files.keys().filter(|path| path.starts_with(&format!("search/{sort}")));
        all.filter(|path| path.ends_with(".js") && *path != "search/search.js")
            .map(|path| packed(path))
            .max()
    };
    // Two words, and a page of results from as many files as there can be.
    let dated = files.keys().filter(|path| path.starts_with("search/d")).count();
    let answer = 2 * largest("w").expect("words")
        + dated.min(10) * largest("d").expect("pages")
        + largest("n").expect("names");
    assert!(answer + packed("search/search.js") <= 61_440, "{answer} bytes");
}
