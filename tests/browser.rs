//! The live preview in a real browser: what an editor sees while writing.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::path::Path;

use support::browser::Browser;
use support::preview::{Preview, site};
use support::write_all;

const ARTICLE: &str = "content/articles/2011/07/19-long.md";
const URL: &str = "/2011/07/19/long/";

/// An article of many paragraphs, of which one can be changed.
fn long(title: &str, at: usize, words: &str) -> String {
    let mut text = format!(
        "---\ntitle: {title}\ndate: 2011-07-19\ntopics: [libya-2011]\nsource: soundings\nrights: own\n---\n"
    );
    for number in 0..60 {
        let words =
            if number == at { words } else { "It was quiet on that day, the council said." };
        text.push_str(&format!("Paragraph {number}. {words}\n\n"));
    }
    text
}

fn save(root: &Path, text: &str) {
    write_all(root, [(ARTICLE, text)]);
}

/// Opens a page of the preview and marks what must outlive every change.
fn follow(browser: &mut Browser, preview: &Preview, path: &str) {
    browser.open(&format!("http://{}{path}", preview.address));
    browser.until("document.querySelector('.dateline-bar')");
    browser.value(
        "window.kept = document.querySelector('h1'); window.mutations = 0; \
         new MutationObserver((all) => { window.mutations += all.filter((one) => \
           !one.target.closest?.('[data-dateline]') && \
           ![...one.addedNodes, ...one.removedNodes].every((node) => node.dataset && 'dateline' in node.dataset && one.type == 'childList') \
         ).length; }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });",
    );
}

/// Whether the page is still the one that was opened: changed in place, not loaded again.
const KEPT: &str = "window.kept && window.kept.isConnected";

/// Waits until the open page has followed what the preview shows now.
fn caught_up(browser: &mut Browser, preview: &Preview) {
    let number = preview.state()["number"].clone();
    browser.until(&format!(
        "document.querySelector('script[data-dateline]').dataset.number >= {number}"
    ));
}

#[test]
fn a_saved_text_changes_in_place_and_keeps_scroll_and_focus() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site();
    save(site.path(), &long("Long", 30, "First."));
    let preview = Preview::of(site.path());
    follow(&mut browser, &preview, URL);
    let find =
        "[...document.querySelectorAll('p')].find((p) => p.textContent.includes('Paragraph 30.'))";
    browser.value(&format!("{find}.scrollIntoView({{block: 'center'}})"));
    browser.value(
        "document.links[3].focus({preventScroll: true}); window.focused = document.activeElement",
    );
    let scroll = browser.value("scrollY");
    assert!(scroll.as_f64().is_some_and(|scroll| scroll > 500.0), "the page is long: {scroll}");
    save(site.path(), &long("Long", 30, "Second & third."));
    browser.until(&format!("{find}.textContent.includes('Second & third')"));
    assert_eq!(browser.value(KEPT), true, "the page was loaded again");
    assert_eq!(browser.value("scrollY"), scroll);
    assert_eq!(browser.value("document.activeElement == window.focused"), true);
    // A title that is changed is a heading that is changed, not another heading.
    save(site.path(), &long("Longer", 30, "Second."));
    browser.until("document.querySelector('h1').textContent == 'Longer'");
    browser.until("document.title.startsWith('Longer')");
    assert_eq!(browser.value(KEPT), true);
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn the_page_scrolls_to_a_changed_paragraph_that_is_out_of_sight() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site();
    save(site.path(), &long("Long", 55, "First."));
    let preview = Preview::of(site.path());
    follow(&mut browser, &preview, URL);
    assert_eq!(browser.value("scrollY"), 0);
    let find =
        "[...document.querySelectorAll('p')].find((p) => p.textContent.includes('Paragraph 55.'))";
    let box_of = format!("{find}.getBoundingClientRect()");
    assert_eq!(browser.value(&format!("{box_of}.top > innerHeight")), true);
    save(site.path(), &long("Long", 55, "Second."));
    browser.until(&format!("{find}.textContent.includes('Second.')"));
    browser.until(&format!("{box_of}.top >= 0 && {box_of}.bottom <= innerHeight"));
    assert_eq!(browser.value(KEPT), true);
    // Another article's change moves nothing here.
    let scroll = browser.value("scrollY");
    browser.value("window.mutations = 0");
    let other = "content/articles/2011/07/19-two-accounts-of-brega.md";
    let text = std::fs::read_to_string(site.path().join(other)).expect("readable");
    write_all(site.path(), [(other, format!("{text}\nOne more paragraph.\n").as_str())]);
    preview.until("the words", |preview| {
        preview.get("/2011/07/19/two-accounts-of-brega/").text().contains("One more paragraph.")
    });
    caught_up(&mut browser, &preview);
    assert_eq!(browser.value("scrollY"), scroll);
    assert_eq!(browser.value("window.mutations"), 0, "a page whose bytes are the same was touched");
}

#[test]
fn a_title_changes_on_an_open_list_page() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site();
    save(site.path(), &long("Long", 0, "First."));
    let preview = Preview::of(site.path());
    follow(&mut browser, &preview, "/topics/libya-2011/2011/07/");
    browser.until(&format!("document.querySelector('a[href*=\"{}\"]')", &URL[1..]));
    save(site.path(), &long("A headline of another kind", 0, "First."));
    browser.until("document.body.innerText.includes('A headline of another kind')");
    assert_eq!(browser.value(KEPT), true);
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn messages_lie_over_the_last_good_page_and_go_by_themselves() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site();
    save(site.path(), &long("Long", 0, "First."));
    let preview = Preview::of(site.path());
    follow(&mut browser, &preview, URL);
    let broken = long("Long", 0, "First.").replacen(
        "date:",
        "\"<img src=x onerror=alert(1)>\": 1\ndate:",
        1,
    );
    save(site.path(), &broken);
    let overlay = "document.querySelector('.dateline-overlay')";
    browser.until(overlay);
    let words = browser.value(&format!("{overlay}.innerText"));
    let words = words.as_str().unwrap_or_default();
    for part in ["19-long.md:3:", "unknown-key", "<img src=x onerror=alert(1)>", "help:"] {
        assert!(words.contains(part), "the overlay does not say `{part}`: {words}");
    }
    assert_eq!(browser.value(&format!("{overlay}.querySelectorAll('img').length")), 0);
    assert_eq!(browser.value(&format!("getComputedStyle({overlay}).position")), "fixed");
    // Hidden, it stays away as long as nothing else is wrong, and no longer.
    browser.value(&format!("{overlay}.querySelector('button').click()"));
    assert_eq!(browser.value(&format!("!{overlay}")), true);
    save(site.path(), &long("Long", 0, "First."));
    caught_up(&mut browser, &preview);
    preview.until("all well", |preview| preview.state()["good"] == true);
    caught_up(&mut browser, &preview);
    save(site.path(), &broken);
    browser.until(overlay);
    let link = browser.value(&format!("{overlay}.querySelector('a').href"));
    assert!(link.as_str().is_some_and(|link| link.starts_with("vscode://file/")), "{link}");
    assert_eq!(browser.value("document.body.innerText.includes('Paragraph 59.')"), true);
    browser.picture("overlay-1280.png");
    browser.size(360, 740);
    browser.picture("overlay-360.png");
    save(site.path(), &long("Long", 0, "Mended."));
    browser.until(&format!("!{overlay} && document.body.innerText.includes('Mended.')"));
    assert_eq!(browser.value(KEPT), true);
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn a_style_is_swapped_alone() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site();
    let preview = Preview::of(site.path());
    follow(&mut browser, &preview, "/");
    let style = include_str!("../static/s.css");
    browser.until("performance.getEntriesByType('resource').some((one) => one.initiatorType == 'fetch' && one.name.endsWith('/s.css'))");
    write_all(
        site.path(),
        [("static/s.css", &*format!("{style}\nh1{{letter-spacing:7px!important}}\n"))],
    );
    browser.until("getComputedStyle(document.querySelector('h1')).letterSpacing == '7px'");
    assert_eq!(browser.value(KEPT), true);
    assert_eq!(
        browser
            .value("document.querySelectorAll('link[rel=stylesheet]:not([data-dateline])').length"),
        1
    );
}

#[test]
fn what_readers_do_not_see_is_stamped_on_its_page_and_in_every_list() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site();
    let draft = long("Long", 0, "First.").replacen("date:", "status: draft\ndate:", 1);
    save(site.path(), &draft);
    let preview = Preview::with(site.path(), &["--port", "0", "--drafts"]);
    let stamp = "document.querySelector('.dateline-stamp')";
    follow(&mut browser, &preview, URL);
    assert_eq!(browser.value(&format!("{stamp}.querySelector('b').textContent")), "draft");
    assert_eq!(browser.value(&format!("{stamp}.getBoundingClientRect().top")), 0);
    browser.value("scrollTo(0, 1500)");
    assert_eq!(
        browser.value(&format!("{stamp}.getBoundingClientRect().top")),
        0,
        "it stays in sight"
    );
    browser.picture("draft-1280.png");
    browser.value(
        "document.querySelectorAll('.dateline-bar details').forEach((part) => part.open = true)",
    );
    browser.size(360, 740);
    browser.picture("draft-360.png");
    browser.size(1280, 800);
    follow(&mut browser, &preview, "/2011/07/19/");
    browser.until(&format!("document.querySelector('a[href*=\"{}\"] .dateline-mark')", &URL[1..]));
    assert_eq!(browser.value(&format!("{stamp}.innerText.includes('Long')")), true);
    browser.picture("list-1280.png");
    // Published, it loses its stamps without the page being loaded again.
    save(site.path(), &long("Long", 0, "First."));
    browser.until(&format!("!document.querySelector('.dateline-mark') && !{stamp}"));
    assert_eq!(browser.value(KEPT), true);
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn what_was_typed_and_opened_stays_and_the_text_in_sight_does_not_move() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site();
    let template = "{% extends \"default/article.html\" %}{% block main %}<form><input id=\"field\">\
                    </form><details><summary>More</summary>Words</details>{{ super() }}{% endblock %}";
    write_all(site.path(), [("templates/article.html", template)]);
    save(site.path(), &long("Long", 30, "First."));
    let preview = Preview::of(site.path());
    follow(&mut browser, &preview, URL);
    browser.value("field.focus(); field.value = 'typed'; field.setSelectionRange(2, 4)");
    browser.value("document.querySelector('main details').open = true");
    let find =
        "[...document.querySelectorAll('p')].find((p) => p.textContent.includes('Paragraph 40.'))";
    browser.value(&format!("{find}.scrollIntoView({{block: 'center'}})"));
    let top = browser.value(&format!("Math.round({find}.getBoundingClientRect().top)"));
    // Words in sight change, and a whole paragraph comes above them.
    let text = long("Long", 40, "Second.").replacen(
        "Paragraph 2.",
        "A paragraph that was not there.\n\nParagraph 2.",
        1,
    );
    save(site.path(), &text);
    browser.until(&format!("{find}.textContent.includes('Second.')"));
    browser.until("document.body.innerText.includes('that was not there')");
    assert_eq!(browser.value(&format!("Math.round({find}.getBoundingClientRect().top)")), top);
    assert_eq!(browser.value("document.activeElement.id + field.value"), "fieldtyped");
    assert_eq!(browser.value("`${field.selectionStart}-${field.selectionEnd}`"), "2-4");
    assert_eq!(browser.value("document.querySelector('main details').open"), true);
    assert_eq!(browser.value(KEPT), true);
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn many_open_tabs_all_follow() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site();
    save(site.path(), &long("Long", 0, "First."));
    let preview = Preview::of(site.path());
    follow(&mut browser, &preview, URL);
    browser.value("window.tabs = []; 0");
    for _ in 0..9 {
        // A click opens one.
        browser.gesture(&format!("tabs.push(window.open('{URL}', '_blank'))"));
    }
    let all = |words: &str| {
        format!("tabs.every((tab) => tab && tab.document.body?.innerText.includes('{words}'))")
    };
    browser.until(&all("First."));
    browser.until("tabs.every((tab) => tab.document.readyState == 'complete')");
    save(site.path(), &long("Long", 0, "Second."));
    browser.until(&all("Second."));
    browser.until("document.body.innerText.includes('Second.')");
}

#[test]
fn a_page_that_could_not_be_shown_comes_whole_when_it_is_mended() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site();
    save(site.path(), &long("Long", 0, "First.").replacen("date:", "dat:", 1));
    let preview = Preview::of(site.path());
    browser.open(&format!("http://{}/topics/brega-front/", preview.address));
    browser.until("document.querySelector('h1')?.textContent == 'This page cannot be shown yet'");
    browser.until("document.querySelector('.dateline-overlay')");
    save(site.path(), &long("Long", 0, "First."));
    browser.until("document.querySelector('h1')?.textContent == 'The Brega front'");
    // Under the policy of the page of messages no picture would be loaded.
    browser.until("[...document.images].some((image) => image.complete && image.naturalWidth > 0)");
    browser.until("!document.querySelector('.dateline-overlay')");
}

#[test]
fn a_map_in_an_open_page_is_the_one_of_the_files() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site();
    let preview = Preview::of(site.path());
    follow(&mut browser, &preview, "/places/brega/");
    browser.until("document.images.length > 0 && document.images[0].complete");
    browser.until("performance.getEntriesByType('resource').some((one) => one.initiatorType == 'fetch' && one.name.endsWith('.svg'))");
    caught_up(&mut browser, &preview);
    let places = site.path().join("content/registry/places.yaml");
    let text = std::fs::read_to_string(&places).expect("readable");
    let moved = text.replacen("lat: 30.4", "lat: 29.4", 1);
    assert_ne!(moved, text, "Brega lies at 30.4 degrees");
    std::fs::write(&places, moved).expect("written");
    browser.until("document.images[0].getAttribute('src').includes('?v=')");
    assert_eq!(browser.value(KEPT), true);
}

#[test]
fn a_tab_that_stays_open_follows_a_preview_that_is_started_again() {
    let Some(mut browser) = Browser::start() else { return };
    let site = site();
    save(site.path(), &long("Long", 0, "First."));
    let preview = Preview::of(site.path());
    follow(&mut browser, &preview, URL);
    let port = preview.address.port().to_string();
    drop(preview);
    browser.until("document.querySelector('.dateline-ended')");
    save(site.path(), &long("Long", 0, "Second."));
    let _preview = Preview::with(site.path(), &["--port", &port]);
    browser.until("document.body.innerText.includes('Second.')");
    browser.until("!document.querySelector('.dateline-ended')");
    assert_eq!(browser.value(KEPT), true);
}
