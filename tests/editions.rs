//! Editions that were released: no edit changes them silently, no address of theirs dies, and a lock
//! that was touched is found.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use dateline::content::{Source, SourceKind, lock};
use proptest::prelude::*;
use support::{run, tree, write_all};

/// After everything in the site.
const RELEASED: &str = "2011-07-20T12:00:00Z";
const LATER: &str = "2011-08-20T12:00:00Z";

const GATE: &str = "content/articles/2011-07-19-gate.md";
const PORT: &str = "content/articles/2011-07-19-port.md";
const EDITION: &str = "content/briefings/2011-07-19.md";

fn report(title: &str, date: &str, text: &str) -> String {
    format!(
        "---\ntitle: {title}\ndate: {date}\ntopics: [brega]\nsource: wire\nsummary: In short.\n---\n{text}\n"
    )
}

fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let gate = report(
        "Rebels at the gate",
        "2011-07-19",
        "[They hold the gate.](#c1 \"ntc says\") [Thirty died.](#k1 \"ntc: gov killed 30 2011-07-18\")\n\nMore.",
    );
    let port = report("The port is quiet", "2011-07-19", "Ships wait.");
    let edition = "---\ntitle: A day of waiting\ndate: 2011-07-19\ntakeaways: [The port is quiet.]\n\
                   outlook: More of the same.\n---\nNobody *moved*.\n";
    let files = [
        ("dateline.yaml", "title: Briefing\n"),
        (GATE, gate.as_str()),
        (PORT, port.as_str()),
        (EDITION, edition),
        ("content/registry/actors.yaml", "ntc: {name: Council}\ngov: {name: Government}\n"),
        ("content/registry/sources.yaml", "wire: {name: A wire}\n"),
        ("content/registry/places.yaml", "ajdabiya: {name: Ajdabiya}\n"),
    ];
    write_all(folder.path(), files);
    folder
}

fn release(root: &Path, name: &str, at: &str) {
    let ran = run(root, &["release", name, "--at", at]);
    assert_eq!(ran.status.code(), Some(0), "{}", String::from_utf8_lossy(&ran.stderr));
}

/// Builds, and gives what was said where that is refused.
fn build(root: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let ran = run(root, &["build", "--at", LATER, "--format", "short"]);
    match ran.status.code() {
        Some(0) => Ok(tree(&root.join("public"))),
        Some(1) => Err(String::from_utf8(ran.stderr).expect("UTF-8")),
        other => panic!("{other:?}: {}", String::from_utf8_lossy(&ran.stderr)),
    }
}

fn edit(root: &Path, path: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(root.join(path)).expect("there");
    assert!(text.contains(from), "{path} does not say {from}");
    write_all(root, [(path, text.replacen(from, to, 1).as_str())]);
}

/// The edition's page but for its margin, which says what became of it, and the way to its neighbours.
fn page(files: &BTreeMap<String, Vec<u8>>, slug: &str) -> String {
    let html = &files[&format!("briefings/{slug}/index.html")];
    let html = String::from_utf8(html.clone()).expect("UTF-8");
    let (_, main) = html.split_once("<main").expect("a main part");
    let (main, _) = main.split_once("End of the edition").expect("an end");
    // The first margin is that of the head; notes beside a report have theirs.
    let Some((before, rest)) = main.split_once("<div class=\"rm\">") else {
        return main.to_owned();
    };
    let (mut open, mut at) = (1, 0);
    while open > 0 {
        let next = rest[at..].find('<').expect("it ends") + at;
        open += usize::from(rest[next..].starts_with("<div"));
        open -= usize::from(rest[next..].starts_with("</div>"));
        at = next + 1;
    }
    let end = rest[at..].find('>').expect("a tag ends") + at + 1;
    format!("{before}{}", &rest[end..])
}

#[test]
fn nothing_that_readers_got_is_changed_silently() {
    // An edit, and what is said of it: what readers got, and what they would get.
    let edits = [
        (EDITION, "A day of waiting", "A day of rest", "`title: A day of waiting`", "of rest"),
        (EDITION, "The port is quiet.", "It is shut.", "`takeaway: The port is quiet.`", "shut."),
        (EDITION, "*moved*", "stayed", "`lead: Nobody moved.`", "`lead: Nobody stayed.`"),
        (EDITION, "More of the same.", "Rain.", "`outlook: More of the same.`", "Rain."),
        (GATE, "Rebels at", "Fighters at", "`title: Rebels at the gate`", "Fighters at the gate"),
        (GATE, "In short.", "In a word.", "`words: In short.`", "`words: In a word.`"),
        (GATE, "hold the", "held the", "Council says: They hold the gate.", "They held the gate."),
        (GATE, "ntc says", "gov says", "`claim c1: Council says", "`claim c1: Government says"),
        (GATE, "killed 30 ", "killed 13 ", "Government killed 30, 2011-07-18`", "killed 13,"),
        (PORT, "source: wire\n", "", "`source: A wire`", "no longer get it"),
        ("content/registry/actors.yaml", "Council", "Rebels", "c1: Council", "c1: Rebels"),
    ];
    for (path, from, to, was, now) in edits {
        let site = site();
        let root = site.path();
        release(root, "2011-07-19", RELEASED);
        let before = build(root).expect("it was just released");
        edit(root, path, from, to);
        let said = build(root).expect_err(from);
        assert!(said.contains(": error[frozen-text]"), "{from}: {said}");
        assert!(said.contains(was) && said.contains(now), "{said}");
        assert_eq!(tree(&root.join("public")), before, "{from}: the old site stands");
    }
}

#[test]
fn an_article_of_a_released_edition_does_not_vanish() {
    let site = site();
    let root = site.path();
    release(root, "2011-07-19", RELEASED);
    std::fs::remove_file(root.join(PORT)).expect("gone");
    let said = build(root).expect_err("it is missed");
    assert!(said.contains("error[frozen-text]") && said.contains("The port is quiet"), "{said}");
    assert!(said.contains("error[address-gone]"), "{said}");
    assert!(said.contains("/2011/07/19/port/ was released"), "{said}");
    std::fs::remove_file(root.join(EDITION)).expect("gone");
    let said = build(root).expect_err("the whole edition is missed");
    assert!(said.contains("the edition `2011-07-19` was released and is gone"), "{said}");
}

#[test]
fn what_comes_later_leaves_an_edition_as_it_was() {
    let site = site();
    let root = site.path();
    release(root, "2011-07-19", RELEASED);
    let before = page(&build(root).expect("released"), "2011-07-19");
    assert!(before.contains("Rebels at the gate") && before.contains("The port is quiet"));
    // A report that was found later, another day with an edition, and a text that goes on.
    let late = report("Found later", "2011-07-19", "A report of the same day.");
    let denial =
        report("The gate is ours", "2011-07-22", "[Nobody took it.](#c1 \"gov denies gate#c1\")");
    write_all(
        root,
        [
            ("content/articles/2011-07-19-late.md", late.as_str()),
            ("content/articles/2011-07-22-ours.md", denial.as_str()),
            ("content/briefings/2011-07-22.md", "---\ntitle: A denial\ndate: 2011-07-22\n---\n"),
        ],
    );
    edit(root, GATE, "More.", "More, and no end.");
    let files = build(root).expect("nothing that readers got has changed");
    let now = &files["briefings/2011-07-19/index.html"];
    let now = String::from_utf8(now.clone()).expect("UTF-8");
    assert!(!now.contains("Found later"), "the edition has its items");
    assert!(now.contains("Released at 12:00 UTC on"), "it says when it was released");
    assert!(
        now.contains("Since then:") && now.contains("Nobody took it."),
        "and what became of it"
    );
    let day = String::from_utf8(files["2011/07/19/index.html"].clone()).expect("UTF-8");
    assert!(day.contains("Found later"), "live pages go on");
    // Not one word of it is another, though its claim is denied by now.
    assert_eq!(words(&before), words(&page(&files, "2011-07-19")));
    let topic = String::from_utf8(files["topics/brega/index.html"].clone()).expect("UTF-8");
    assert!(topic.contains("Nobody took it."), "live pages show the denial");
    let items = |page: &str| page.matches("<article").count();
    assert_eq!((items(&before), items(&page(&files, "2011-07-19"))), (2, 2));
}

#[test]
fn an_address_lives_on_in_an_alias_or_a_move() {
    let site = site();
    let root = site.path();
    release(root, "2011-07-19", RELEASED);
    let port = std::fs::read_to_string(root.join(PORT)).expect("there");
    std::fs::remove_file(root.join(PORT)).expect("moved");
    let harbour = "content/articles/2011-07-19-harbour.md";
    write_all(root, [(harbour, port.as_str())]);
    let said = build(root).expect_err("its address is gone");
    assert!(
        said.contains("aliases: [/2011/07/19/port/]") || said.contains("was released"),
        "{said}"
    );
    edit(root, harbour, "source: wire", "source: wire\naliases: [/2011/07/19/port/]");
    let files = build(root).expect("the alias stands in its place");
    assert!(files.contains_key("2011/07/19/port/index.html"));
    assert!(page(&files, "2011-07-19").contains("2011/07/19/harbour/"), "the edition follows");
    // A place gets another id.
    edit(root, "content/registry/places.yaml", "ajdabiya:", "ajdabia:");
    let said = build(root).expect_err("the place's address is gone");
    let move_it = "moved: {/places/ajdabiya/: /places/ajdabia/}";
    let human = run(root, &["build", "--at", LATER]);
    assert!(String::from_utf8_lossy(&human.stderr).contains(move_it), "{said}");
    edit(root, "dateline.yaml", "title: Briefing\n", &format!("title: Briefing\n{move_it}\n"));
    let files = build(root).expect("moved");
    let moved = String::from_utf8(files["places/ajdabiya/index.html"].clone()).expect("UTF-8");
    assert!(moved.contains("ajdabia/"), "{moved}");
    edit(root, "dateline.yaml", "/places/ajdabia/}", "/places/nowhere/}");
    let ran = run(root, &["build", "--at", LATER]);
    assert_eq!(ran.status.code(), Some(2), "a move to nothing is a wrong setting");
}

#[test]
fn release_refuses_what_it_cannot_keep() {
    let site = site();
    let root = site.path();
    let refused = |arguments: &[&str], code: i32, words: &str| {
        let ran = run(root, &[&["release"], arguments].concat());
        let said = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert_eq!(ran.status.code(), Some(code), "{said}");
        assert!(said.contains(words), "{said}");
        assert!(!root.join("editions").exists() || code == 2, "nothing is written");
    };
    refused(&["nothing", "--at", RELEASED], 2, "no edition that readers get is called `nothing`");
    // The clock stands before its day.
    refused(&["2011-07-19", "--at", "2011-07-01T00:00:00Z"], 2, "no edition that readers get");
    write_all(root, [("content/articles/2011-07-19-bad.md", "---\ntitle: Bad\n---\n")]);
    refused(&["2011-07-19", "--at", RELEASED], 1, "missing-key");
    std::fs::remove_file(root.join("content/articles/2011-07-19-bad.md")).expect("gone");
    let second = "---\ntitle: Evening\ndate: 2011-07-19\n---\n";
    write_all(root, [("content/briefings/2011-07-19-evening.md", second)]);
    refused(&["2011-07-19-morning", "--at", RELEASED], 2, "no edition");
    release(root, "2011-07-19-evening", RELEASED);
    // The chain goes forward in time.
    refused(&["2011-07-19", "--at", "2011-07-20T11:00:00Z"], 2, "released at a later time");
    refused(&["2011-07-19-evening", "--at", RELEASED], 2, "was released before");
}

#[test]
fn an_article_that_is_called_as_a_list_is_no_list() {
    let site = site();
    let root = site.path();
    let names = ["corrections", "2024", "07", "places"];
    let path = |name: &str| format!("content/articles/2011-07-18-{name}.md");
    for name in names {
        write_all(root, [(path(name).as_str(), report(name, "2011-07-18", "Words.").as_str())]);
    }
    release(root, "2011-07-19", RELEASED);
    for name in names {
        std::fs::remove_file(root.join(path(name))).expect("gone");
    }
    let said = build(root).expect_err("four addresses are gone");
    for name in names {
        assert!(said.contains(&format!("/2011/07/18/{name}/ was released")), "{name}: {said}");
    }
    // The day had nothing else: its address leads to the month.
    assert!(!said.contains("/2011/07/18/ was released"), "{said}");
}

/// Three locks in a chain.
fn chained() -> tempfile::TempDir {
    let site = site();
    let root = site.path();
    release(root, "2011-07-19", RELEASED);
    for day in ["2011-07-20", "2011-07-21"] {
        let (article, edition) =
            (format!("content/articles/{day}-x.md"), format!("content/briefings/{day}.md"));
        let text = format!("---\ntitle: Edition of {day}\ndate: {day}\n---\n");
        let report = report(&format!("Report of {day}"), day, "Words.");
        write_all(root, [(article.as_str(), report.as_str()), (edition.as_str(), text.as_str())]);
        release(root, day, &format!("{day}T23:00:00Z"));
    }
    build(root).expect("the chain holds");
    site
}

#[test]
fn a_broken_chain_is_found() {
    let break_it = |edit: &dyn Fn(&Path), words: &str| {
        let site = chained();
        edit(&site.path().join("editions"));
        let said = build(site.path()).expect_err(words);
        assert!(said.contains(": error[broken-lock]") && said.contains(words), "{said}");
    };
    let gone = |name: &'static str| {
        move |folder: &Path| {
            std::fs::remove_file(folder.join(name)).expect("there");
        }
    };
    break_it(&gone("2011-07-19.lock"), "editions/2011-07-19.lock, is not there");
    break_it(&gone("2011-07-20.lock"), "editions/2011-07-20.lock, is not there");
    // Another release in the place of one that others were made after: its own seal fits.
    let other = site();
    edit(other.path(), EDITION, "A day of waiting", "Another day");
    release(other.path(), "2011-07-19", RELEASED);
    let lock = std::fs::read(other.path().join("editions/2011-07-19.lock")).expect("there");
    let swap =
        |folder: &Path| std::fs::write(folder.join("2011-07-19.lock"), &lock).expect("written");
    break_it(&swap, "is not the one that this lock was made after");
    let fork = |folder: &Path| {
        let root = folder.parent().expect("the site");
        let newest = folder.join("2011-07-21.lock");
        let kept = std::fs::read(&newest).expect("there");
        std::fs::remove_file(&newest).expect("gone");
        write_all(
            root,
            [("content/briefings/2011-07-20-b.md", "---\ntitle: B\ndate: 2011-07-20\n---\n")],
        );
        release(root, "2011-07-20-b", "2011-07-21T23:30:00Z");
        std::fs::write(&newest, kept).expect("back");
    };
    break_it(&fork, "was made after the same lock as this one");
}

#[test]
fn every_flipped_byte_of_a_lock_is_found_and_its_file_named() {
    let site = chained();
    let path: Arc<str> = Arc::from("editions/2011-07-20.lock");
    let text = std::fs::read_to_string(site.path().join(&*path)).expect("there");
    let read = |text: &str| {
        let (path, kind) = (Arc::clone(&path), SourceKind::Lock);
        lock(&Source { path, kind, text: Arc::from(text) })
    };
    assert!(read(&text).value.is_some() && read(&text).complaints.is_empty());
    let mut flipped = 0;
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            // What is no text any more never comes so far.
            let Ok(other) = String::from_utf8(bytes) else { continue };
            let found = read(&other);
            let said: Vec<_> = found.complaints.iter().collect();
            assert!(found.value.is_none(), "byte {at}, bit {bit} is taken");
            assert!(said.len() == 1 && said[0].code.0 == "broken-lock", "byte {at}: {said:?}");
            assert_eq!(said[0].place.path, path);
            flipped += 1;
        }
    }
    assert!(flipped > 3_000, "{flipped}");
    // A line more, a line less, and a part of it.
    for other in [format!("{text}\n"), text.replacen("  /", "  ", 1), text[..text.len() / 2].into()]
    {
        assert!(read(&other).value.is_none());
    }
}

/// So many sequences of edits. A longer run is `DATELINE_CASES=400`.
fn cases() -> u32 {
    std::env::var("DATELINE_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(24)
}

/// What a desk does to its site.
#[derive(Debug, Clone)]
enum Step {
    /// A report of a day, with an edition of it.
    Add(u8),
    Headline(u8, u8),
    Summary(u8, u8),
    Body(u8, u8),
    /// With or without an alias.
    Rename(u8, u8, bool),
    Delete(u8),
    Note(u8, u8),
    Takeaway(u8, u8),
    Release(u8),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let day = || 1..5u8;
    let step = prop_oneof![
        3 => day().prop_map(Step::Add),
        2 => (day(), 0..3u8).prop_map(|(day, word)| Step::Headline(day, word)),
        1 => (day(), 0..3u8).prop_map(|(day, word)| Step::Summary(day, word)),
        1 => (day(), 0..3u8).prop_map(|(day, word)| Step::Body(day, word)),
        2 => (day(), 0..3u8, any::<bool>()).prop_map(|(day, word, alias)| Step::Rename(day, word, alias)),
        1 => day().prop_map(Step::Delete),
        1 => (day(), 0..3u8).prop_map(|(day, word)| Step::Note(day, word)),
        1 => (day(), 0..3u8).prop_map(|(day, word)| Step::Takeaway(day, word)),
        4 => day().prop_map(Step::Release),
    ];
    prop::collection::vec(step, 6..16)
}

/// The first report of a day, if there is one.
fn first_of(root: &Path, day: u8) -> Option<String> {
    let start = format!("2011-07-{day:02}-");
    let names = tree(&root.join("content/articles")).into_keys();
    names.into_iter().find(|name| name.starts_with(&start))
}

fn take(root: &Path, step: &Step) {
    let change = |day: u8, from: &str, to: &str| {
        let Some(name) = first_of(root, day) else { return };
        let path = format!("content/articles/{name}");
        let text = std::fs::read_to_string(root.join(&path)).expect("there");
        let line = |line: &str| match line.starts_with(from) {
            true => to.to_owned(),
            false => line.to_owned(),
        };
        let text: Vec<String> = text.lines().map(line).collect();
        write_all(root, [(path.as_str(), format!("{}\n", text.join("\n")).as_str())]);
    };
    match step {
        Step::Add(day) => {
            let date = format!("2011-07-{day:02}");
            let count = tree(&root.join("content/articles")).len();
            let article = format!("content/articles/{date}-r{count}.md");
            let report = report(&format!("Report {count}"), &date, "Words.");
            let edition = format!("content/briefings/{date}.md");
            write_all(root, [(article.as_str(), report.as_str())]);
            if !root.join(&edition).exists() {
                let text =
                    format!("---\ntitle: Day {day}\ndate: {date}\ntakeaways: [One.]\n---\nLead.\n");
                write_all(root, [(edition.as_str(), text.as_str())]);
            }
        }
        Step::Headline(day, word) => change(*day, "title:", &format!("title: Headline {word}")),
        Step::Summary(day, word) => change(*day, "summary:", &format!("summary: Summary {word}.")),
        Step::Body(day, word) => change(*day, "Words", &format!("Words {word}.")),
        Step::Rename(day, word, alias) => {
            let Some(name) = first_of(root, *day) else { return };
            let (old, new) = (name[11..].trim_end_matches(".md"), format!("n{word}-{day}"));
            let to = format!("content/articles/2011-07-{day:02}-{new}.md");
            if root.join(&to).exists() {
                return;
            }
            let text = std::fs::read_to_string(root.join("content/articles").join(&name));
            let mut text = text.expect("there");
            if *alias {
                let line = format!("aliases: [/2011/07/{day:02}/{old}/");
                text = match text.contains("aliases: [") {
                    true => text.replacen("aliases: [", &format!("{line}, "), 1),
                    false => text.replacen("topics:", &format!("{line}]\ntopics:"), 1),
                };
            }
            std::fs::remove_file(root.join("content/articles").join(&name)).expect("moved");
            write_all(root, [(to.as_str(), text.as_str())]);
        }
        Step::Delete(day) => {
            if let Some(name) = first_of(root, *day) {
                std::fs::remove_file(root.join("content/articles").join(name)).expect("gone");
            }
        }
        Step::Note(day, word) => {
            let path = format!("content/notes/2011-07-{day:02}-n.md");
            let text = format!("---\ndate: 2011-07-{day:02}\non: [brega]\n---\nNote {word}.\n");
            write_all(root, [(path.as_str(), text.as_str())]);
        }
        Step::Takeaway(day, word) => {
            let path = root.join(format!("content/briefings/2011-07-{day:02}.md"));
            let Ok(text) = std::fs::read_to_string(&path) else { return };
            let from = text.find("takeaways:").expect("it has some");
            let to = from + text[from..].find('\n').expect("a line");
            let line = format!("takeaways: [Takeaway {word}.]");
            std::fs::write(&path, format!("{}{line}{}", &text[..from], &text[to..]))
                .expect("written");
        }
        Step::Release(day) => {
            let name = format!("2011-07-{day:02}");
            drop(run(root, &["release", &name, "--at", RELEASED]));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is done: a build is refused, and then undone, or every released edition is what it was
    /// and every address of its day leads somewhere.
    #[test]
    fn no_sequence_of_edits_changes_what_was_released(steps in steps()) {
        let site = site();
        let root = site.path();
        let mut released: BTreeMap<String, String> = BTreeMap::new();
        let mut addresses: Vec<String> = Vec::new();
        for step in &steps {
            let (content, locks) = (tree(&root.join("content")), tree(&root.join("editions")));
            take(root, step);
            let Ok(files) = build(root) else {
                // Everything as it was before.
                for (folder, files) in [("content", content), ("editions", locks)] {
                    drop(std::fs::remove_dir_all(root.join(folder)));
                    for (path, bytes) in files {
                        let file = root.join(folder).join(path);
                        std::fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
                        std::fs::write(file, bytes).expect("written");
                    }
                }
                continue;
            };
            for (slug, before) in &released {
                prop_assert_eq!(&words(&page(&files, slug)), before, "{:?}: {}", step, slug);
            }
            for address in &addresses {
                let file = format!("{address}index.html");
                prop_assert!(files.contains_key(&file), "{:?}: /{} is gone", step, address);
            }
            for (name, bytes) in tree(&root.join("editions")) {
                let text = String::from_utf8(bytes).expect("UTF-8");
                let slug = name.trim_end_matches(".lock").to_owned();
                let page = words(&page(&files, &slug));
                released.entry(slug).or_insert(page);
                let lines = text.lines().filter_map(|line| line.strip_prefix("  /"));
                addresses.extend(lines.map(str::to_owned));
            }
        }
    }
}

/// What a page says: where its links lead may change with a former address.
fn words(html: &str) -> String {
    let mut words = String::new();
    let mut inside = true;
    for c in html.chars() {
        match c {
            '<' => inside = false,
            '>' => inside = true,
            c if inside => words.push(c),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
