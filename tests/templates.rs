//! A site replaces one template at a time; the manual names every variable of every view.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeSet;

use dateline::base::Clock;
use dateline::pipeline::{Options, edition};
use serde_json::Value;
use support::{AT, build, demo, tree, write_all};

const ARTICLE: &str = "---\ntitle: First\ntopics: [a]\n---\nText.\n";

#[test]
fn one_template_is_replaced_and_the_others_stay() {
    let root = tempfile::tempdir().expect("a folder");
    write_all(
        root.path(),
        [
            ("content/articles/2011-07-18-first.md", ARTICLE),
            (
                "templates/article.html",
                "{% extends \"default/article.html\" %}{% block footer %}<p>Ours.</p>{% endblock %}",
            ),
            (
                "templates/page.html",
                "<!doctype html><title>{{ page.title }}</title><h1>{{ page.title }}</h1>",
            ),
            ("content/pages/about.md", "---\ntitle: About\n---\n"),
            ("static/s.css", "body{color:red}"),
        ],
    );
    let public = root.path().join("public");
    build(root.path(), &public, &[]);
    let files = tree(&public);
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let article = text("2011/07/18/first/index.html");
    assert!(article.contains("<p>Ours.</p>") && article.contains("<h1>First</h1>"), "{article}");
    assert!(text("about/index.html").starts_with("<!doctype html><title>About</title>"));
    assert!(!text("2011/07/18/index.html").contains("Ours."));
    assert_eq!(text("s.css"), "body{color:red}");
}

#[test]
fn a_page_may_ask_for_a_template_of_its_own() {
    let root = tempfile::tempdir().expect("a folder");
    write_all(
        root.path(),
        [
            (
                "content/pages/about.md",
                "---\ntitle: About\ntemplate: plain.html\nextra: {colour: green}\n---\n",
            ),
            ("templates/plain.html", "{{ page.title }} is {{ extra.colour }}, {{ site.title }}"),
        ],
    );
    let public = root.path().join("public");
    build(root.path(), &public, &[]);
    let about = std::fs::read_to_string(public.join("about/index.html")).expect("a page");
    assert_eq!(about, "About is green, Briefings");
}

/// Shapes that many views share, told by some of their keys.
const SHAPES: [(&str, &[&str]); 13] = [
    ("ClaimView", &["quote", "who", "verb", "status", "answered"]),
    ("SaysView", &["questions", "accounts", "others", "voices"]),
    ("FigureView", &["metric", "shape", "direction", "edtf"]),
    ("LossTableView", &["about", "speakers", "scales", "rows"]),
    ("SumView", &["totals", "of", "reason"]),
    ("EventRowView", &["event", "when", "line", "strip"]),
    ("SinceView", &["edition", "changed", "denied", "withdrawn"]),
    ("CorrectionView", &["target", "was", "now"]),
    ("RefView", &["path", "name", "kind", "lang", "date"]),
    ("DateView", &["machine", "words", "day", "short", "weekday"]),
    ("BlockView", &["html", "footnotes", "notes", "anchors"]),
    ("NoteView", &["path", "kind", "author", "on", "text"]),
    ("ItemView", &["path", "title", "standfirst", "claims", "losses", "notes"]),
];

fn shape_of(map: &serde_json::Map<String, Value>) -> Option<&'static str> {
    let shape = SHAPES.iter().find(|(name, keys)| {
        // An article's own view has all that an item has, and more.
        let whole = *name != "ItemView" || !map.contains_key("rights");
        whole && keys.iter().all(|key| map.contains_key(*key))
    });
    shape.map(|(name, _)| *name)
}

/// Every variable of a value: `article.claims[].who`, and so on; of shared shapes
/// `RefView.path`.
fn variables(value: &Value, name: &str, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            let shape = shape_of(map);
            if !name.is_empty() && shape.is_some() {
                into.insert(name.to_owned());
            }
            let owner = shape.unwrap_or(name);
            if name.ends_with("extra") || name.ends_with("theme") {
                into.insert(name.to_owned());
                return;
            }
            for (key, value) in map {
                let name = if owner.is_empty() { key.clone() } else { format!("{owner}.{key}") };
                variables(value, &name, into);
            }
        }
        Value::Array(items) => {
            into.insert(format!("{name}[]"));
            for item in items {
                variables(item, &format!("{name}[]"), into);
            }
        }
        _ => {
            into.insert(name.to_owned());
        }
    }
}

#[test]
fn the_manual_lists_every_variable_of_every_view() {
    let manual =
        std::fs::read_to_string(demo().join("docs/templates.md")).expect("the manual's page");
    let clock = Clock::parse(AT).expect("a literal");
    let edition =
        edition(&demo(), &Options { clock, strict: false, portable: false, base_url: None })
            .expect("readable");
    let mut templates = BTreeSet::new();
    let mut names = BTreeSet::new();
    for page in &edition.plan.pages {
        let view = edition.view(page);
        templates.insert(view.template.clone());
        let value = serde_json::to_value(&view).expect("data");
        variables(&value, "", &mut names);
    }
    assert!(templates.len() >= 14, "{templates:?}");
    assert!(names.len() > 120, "hardly any variables");
    let missing: Vec<&String> = names.iter().filter(|name| !documented(&manual, name)).collect();
    assert!(missing.is_empty(), "docs/templates.md does not name: {missing:#?}");
    let unnamed: Vec<&String> =
        templates.iter().filter(|name| !manual.contains(name.as_str())).collect();
    assert!(unnamed.is_empty(), "docs/templates.md does not name the templates {unnamed:?}");
}

/// A variable stands in the manual by its whole dotted name; of a shared shape, in the table of
/// that shape by its own name.
fn documented(manual: &str, name: &str) -> bool {
    // A document holds the edition of its page, whose variables the page's own table names.
    let name =
        name.strip_prefix("document.").filter(|rest| rest.starts_with("edition.")).unwrap_or(name);
    let (owner, leaf) = name.split_once('.').unwrap_or((name, ""));
    if SHAPES.iter().any(|(shape, _)| *shape == owner) {
        let table = manual.split(&format!("### {owner}")).nth(1).unwrap_or_default();
        let table = table.split("\n##").next().unwrap_or_default();
        // A list may be named with its brackets, and what it holds by the whole way to it.
        let bare = leaf.trim_end_matches("[]");
        let named = [format!("`.{leaf}`"), format!("`.{bare}`"), format!("`.{bare}[]")];
        let inner = format!("`.{bare}.");
        return named.iter().any(|name| table.contains(name)) || table.contains(&inner);
    }
    // A list is named by itself or with what its items hold.
    let inner = format!("`{}", name.trim_end_matches("[]"));
    manual.contains(&format!("`{name}`"))
        || (name.ends_with("[]") && manual.contains(&format!("{inner}[]")))
}

/// The built-in theme loads without the site's help, and every template of it is used.
#[test]
fn the_built_in_theme_is_whole() {
    let names: Vec<String> =
        dateline::render::built_in_templates().into_iter().map(|(name, _)| name).collect();
    assert!(names.contains(&"base.html".to_owned()) && names.len() > 15);
    let theme = dateline::render::Theme::load(&[], &[Default::default()]);
    assert!(theme.complaints.is_empty(), "{:?}", theme.complaints);
}
