//! How a site looks: the built-in colours can be read and told apart, a site's own are checked, and
//! nothing has to be copied to change one thing.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeMap;
use std::io::Write as _;

use support::{AT, build, demo, run, tree, write_all};

type Rgb = [f64; 3];
type Tokens = BTreeMap<String, Rgb>;

/// The colours by day and by night, out of the style sheet itself.
fn tokens() -> [(&'static str, Tokens); 2] {
    let css = std::fs::read_to_string(demo().join("static/s.css")).expect("the style sheet");
    let block = |start: &str| -> Tokens {
        let rest = css.split_once(start).expect(start).1;
        let lines = rest.split('}').next().expect("an end").split(';');
        let pairs = lines.filter_map(|line| line.trim().split_once(':'));
        let colour = |value: &str| {
            let hex = value.strip_prefix('#').filter(|hex| hex.len() == 6)?;
            let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
            Some([part(0)?, part(2)?, part(4)?].map(|part| f64::from(part) / 255.0))
        };
        pairs
            .filter_map(|(name, value)| {
                Some((name.trim_start_matches("--").to_owned(), colour(value)?))
            })
            .collect()
    };
    let (day, night) = (block(":root{"), block("(prefers-color-scheme:dark){:root{"));
    assert!(day.len() >= 12 && day.keys().eq(night.keys()), "{day:?} {night:?}");
    [("by day", day), ("by night", night)]
}

fn linear(colour: Rgb) -> Rgb {
    colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) })
}

fn luminance(colour: Rgb) -> f64 {
    let [r, g, b] = linear(colour);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// CIE L*a*b* under D65, of linear light.
fn lab(light: Rgb) -> Rgb {
    let [r, g, b] = light;
    let x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047;
    let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    let z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883;
    let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    [116.0 * f(y) - 16.0, 500.0 * (f(x) - f(y)), 200.0 * (f(y) - f(z))]
}

/// How far apart two colours are (CIE 1976).
fn apart(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (lab(one), lab(other));
    one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
const BLIND: [(&str, [Rgb; 3]); 3] = [
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

fn seen_by(matrix: &[Rgb; 3], colour: Rgb) -> Rgb {
    let light = linear(colour);
    matrix.map(|row| row.iter().zip(light).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0))
}

#[test]
fn text_and_marks_stand_out_by_day_and_by_night() {
    for (when, tokens) in tokens() {
        for (over, under, needed) in [
            ("ink", "paper", 7.0),
            ("ink", "sea", 7.0),
            ("ink", "wash", 7.0),
            ("ink", "buff", 7.0),
            ("ink2", "paper", 4.5),
            ("note", "paper", 4.5),
            ("link", "paper", 4.5),
            ("link", "sea", 4.5),
            ("gov", "paper", 3.0),
            ("reb", "paper", 3.0),
            ("oth", "paper", 3.0),
            ("gov", "buff", 3.0),
            ("reb", "buff", 3.0),
            ("oth", "buff", 3.0),
            ("gov", "sea", 3.0),
            ("reb", "sea", 3.0),
            ("oth", "sea", 3.0),
        ] {
            let found = contrast(tokens[over], tokens[under]);
            assert!(found >= needed, "{over} on {under} {when}: {found:.2}:1, needed {needed}:1");
        }
    }
}

#[test]
fn parties_are_told_apart_by_every_eye_and_look_alike_in_grey() {
    for (when, tokens) in tokens() {
        for (one, other, least) in
            [("gov", "reb", 70.0), ("gov", "oth", 17.0), ("reb", "oth", 40.0)]
        {
            let (a, b) = (tokens[one], tokens[other]);
            for (eye, matrix) in &BLIND {
                let found = apart(seen_by(matrix, a), seen_by(matrix, b));
                assert!(found >= least, "{one} and {other} {when}, {eye}: {found:.1}");
            }
            let grey = (lab(linear(a))[0] - lab(linear(b))[0]).abs();
            assert!(grey <= 8.0, "{one} and {other} {when} in grey: {grey:.1} apart");
        }
        // The desk's voice is no party, even where nothing but the colour differs.
        for party in ["gov", "reb", "oth"] {
            assert!(apart(linear(tokens["note"]), linear(tokens[party])) >= 30.0, "{party} {when}");
        }
    }
}

const ARTICLE: &str = "---\ntitle: First\ntopics: [front]\nplaces: [brega]\nactors: [gov, reb]\n---\n[We hold it](#c1 \"gov says\"). [We do](#c2 \"reb denies c1\").\n";
const REGISTRY: [(&str, &str); 4] = [
    ("content/articles/2011-07-18-first.md", ARTICLE),
    ("content/topics/front.md", "---\ntitle: Front\nsides: [gov, reb]\n---\n"),
    (
        "content/registry/actors.yaml",
        "gov:\n  name: Government\n  side: government\nreb:\n  name: Rebels\n  side: council\n",
    ),
    (
        "content/registry/places.yaml",
        "brega:\n  name: Brega\n  lat: 30.4\n  lon: 19.6\n  disputed: {claimed_by: [gov, reb], controlled_by: gov}\n",
    ),
];

fn built(settings: &str, more: &[(&str, &str)]) -> BTreeMap<String, String> {
    let root = tempfile::tempdir().expect("a folder");
    let settings = format!("title: Soundings\nbase_url: https://x.example/\n{settings}");
    write_all(root.path(), REGISTRY);
    write_all(root.path(), more.iter().copied().chain([("dateline.yaml", settings.as_str())]));
    build(root.path(), &root.path().join("public"), &[]);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    tree(&root.path().join("public")).into_iter().map(|(path, bytes)| (path, text(bytes))).collect()
}

#[test]
fn a_sites_colours_stand_in_a_style_sheet_and_on_its_maps() {
    let plain = built("", &[]);
    assert!(!plain.contains_key("theme.css") && !plain["index.html"].contains("theme.css"));
    let files = built(
        "theme:\n  colours: {circle: \"#8a4600\", sea: \"#e6f0f4\"}\n  dark: {circle: \"#fb5\"}\n  type: {serif: [Charter, Noto Serif, serif]}\n",
        &[],
    );
    let css = &files["theme.css"];
    let day = "@media screen and (prefers-color-scheme:light) and (not (prefers-contrast:more)){:root{--sea:#e6f0f4;--reb:#8a4600}}\n";
    assert!(css.starts_with(day), "{css}");
    assert!(css.contains("(prefers-color-scheme:dark)") && css.contains("{:root{--reb:#ffbb55}}"));
    assert!(css.contains("{--serif:\"Charter\",\"Noto Serif\",serif;}"), "{css}");
    let page = &files["2011/07/18/first/index.html"];
    let own =
        "href=\"../../../../s.css\">\n<link rel=\"stylesheet\" href=\"../../../../theme.css\">";
    assert!(page.contains(own) && !page.contains(" style=") && !page.contains("<style"), "{page}");
    let (before, after) = (&plain["topics/front/map.svg"], &files["topics/front/map.svg"]);
    assert!(before.contains("#a2540c") && before.contains("#e8a260") && before.contains("#dfebf0"));
    for (new, old) in [("#8a4600", "#a2540c"), ("#ffbb55", "#e8a260"), ("#e6f0f4", "#dfebf0")] {
        assert!(after.contains(new) && !after.contains(old), "{old} should be {new}");
    }
}

#[test]
fn title_logo_and_menu_are_the_sites_own() {
    let settings = "theme:\n  title: The Soundings\n  logo: mark.svg\n  menu: [{name: Start, url: /}, {name: All topics, url: /topics/}, {name: Away, url: \"https://away.example/\"}]\n";
    let mark = ("static/mark.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let files = built(settings, &[mark]);
    let page = &files["topics/front/index.html"];
    let head = "<b><a href=\"../../\"><img src=\"../../mark.svg\" alt=\"\">The Soundings</a></b>";
    assert!(page.contains(head), "{page}");
    let menu = page.split("<nav aria-label=\"Site\">").nth(1).expect("a menu");
    let menu = menu.split("</nav>").next().expect("its end");
    assert_eq!(menu.matches("<li>").count(), 3, "{menu}");
    assert!(
        menu.contains("href=\"../../topics/\"") && menu.contains("href=\"https://away.example/\"")
    );
    assert!(files["theme.css"].contains(".mh img{"));
    assert!(page.contains("<title>Front – Soundings</title>"), "the site keeps its name");
}

#[test]
fn a_party_keeps_the_mark_that_it_is_given() {
    let plain = built("", &[]);
    let pinned = built("theme:\n  parties: {gov: circle}\n", &[]);
    let (path, topic) = ("2011/07/18/first/index.html", "topics/front/index.html");
    for page in [path, topic] {
        assert!(plain[page].contains("<span class=\"who G\"><a href=\"../../"), "{}", plain[page]);
        let mark = |files: &BTreeMap<String, String>, name: &str| {
            let text = &files[page];
            let at = text.find(&format!("\">{name}</a></span>")).expect("the party");
            text[..at].rsplit("class=\"who ").next().and_then(|rest| rest.chars().next())
        };
        assert_eq!((mark(&plain, "Government"), mark(&plain, "Rebels")), (Some('G'), Some('R')));
        assert_eq!((mark(&pinned, "Government"), mark(&pinned, "Rebels")), (Some('R'), Some('G')));
    }
    let by_side = built("theme:\n  parties: {council: square}\n", &[]);
    assert_eq!(by_side[path], pinned[path]);
    assert_ne!(plain["topics/front/map.svg"], pinned["topics/front/map.svg"]);
}

#[test]
fn one_part_or_block_is_changed_without_copying_the_rest() {
    let plain = built("", &[]);
    let files = built(
        "",
        &[
            (
                "templates/base.html",
                "{% extends \"default/base.html\" %}{% block footer %}{{ super() }}<p>Funded by its readers.</p>{% endblock %}",
            ),
            ("templates/parts/share.html", "<meta name=\"author\" content=\"{{ site.desk }}\">\n"),
            (
                "templates/own.html",
                "{%- component dl.name(of) -%}<em>{{ of.name }}</em>{%- endcomponent dl.name -%}",
            ),
        ],
    );
    for (path, before) in plain.iter().filter(|(path, _)| path.ends_with("index.html")) {
        let page = &files[path];
        assert!(page.contains("<p>Funded by its readers.</p>"), "{path}");
        assert!(page.contains("name=\"author\"") && !page.contains("og:title"), "{path}");
        let h1 = |text: &str| {
            text.split("<h1")
                .nth(1)
                .map(|rest| rest.split("</h1>").next().unwrap_or_default().to_owned())
        };
        assert_eq!(h1(page).is_some(), h1(before).is_some(), "{path}");
        assert!(
            page.contains("You are up to date") == before.contains("You are up to date"),
            "{path}"
        );
    }
    assert!(files["topics/front/index.html"].contains("<em>Brega</em>"), "the component is ours");
    assert_eq!(files["feed.xml"], plain["feed.xml"]);
}

#[test]
fn a_shared_link_says_what_it_leads_to() {
    let files = built("description: What is known.\n", &[]);
    let article = &files["2011/07/18/first/index.html"];
    for line in [
        "<meta property=\"og:title\" content=\"First\">",
        "<meta property=\"og:type\" content=\"article\">",
        "<meta property=\"og:url\" content=\"https://x.example/2011/07/18/first/\">",
        "<meta property=\"og:site_name\" content=\"Soundings\">",
        "property=\"og:description\" content=\"We hold it. We do.\">",
    ] {
        assert!(article.contains(line), "not there: {line}\n{article}");
    }
    assert!(files["topics/front/index.html"].contains("og:type\" content=\"website\">"));
    assert!(!files["404.html"].contains("og:"), "nobody shares a page that is not there");
}

fn gzip(bytes: &[u8]) -> usize {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).expect("memory");
    packer.finish().expect("memory").len()
}

/// A site with one long and one short article.
fn heavy(budget: &str) -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    let words: String = (0..6_000_u32).fold(String::new(), |text, at| {
        let word = at.wrapping_mul(2_654_435_761);
        format!("{text}{word:x}{}", if at % 12 == 11 { ".\n\n" } else { " " })
    });
    let long = format!("---\ntitle: Long\ntopics: [front]\nrights: own\n---\n{words}");
    write_all(root.path(), REGISTRY);
    write_all(
        root.path(),
        [
            ("dateline.yaml", format!("base_url: https://x.example/\n{budget}").as_str()),
            ("content/articles/2011-07-19-long.md", &long),
        ],
    );
    root
}

#[test]
fn a_page_over_its_budget_is_named_with_its_heaviest_parts() {
    let root = heavy("");
    for command in ["build", "check"] {
        let output = run(root.path(), &[command, "--at", AT, "--format", "short"]);
        assert_eq!(output.status.code(), Some(0));
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        let lines: Vec<&str> = said.lines().filter(|line| line.contains("[page-budget]")).collect();
        assert_eq!(lines.len(), 1, "{said}");
        let start = "content/articles/2011-07-19-long.md:1:1: warning[page-budget]: /2011/07/19/long/ weighs ";
        assert!(lines[0].starts_with(start), "{said}");
        assert!(lines[0].contains("its budget is 14 KB. Heaviest: its text "), "{said}");
        let sheet = lines[0].split("the style sheet ").nth(1).and_then(|l| l.split(' ').next());
        let sheet: f64 = sheet.expect("the sheet").parse().expect("a number");
        let bytes = gzip(&std::fs::read(demo().join("static/s.css")).expect("readable"));
        assert!((sheet - bytes as f64 / 1024.0).abs() < 0.1, "{sheet} KB said, {bytes} bytes");
    }
    // The figure is that of the files as a host sends them.
    let files = tree(&root.path().join("public"));
    let bytes = gzip(&files["2011/07/19/long/index.html"]) + gzip(&files["s.css"]);
    let said = run(root.path(), &["check", "--at", AT, "--format", "short"]);
    let said = String::from_utf8(said.stderr).expect("UTF-8");
    let figure: f64 = said
        .split(" weighs ")
        .nth(1)
        .expect("a figure")
        .split(' ')
        .next()
        .expect("it")
        .parse()
        .expect("a number");
    assert!((figure - bytes as f64 / 1024.0).abs() < 0.2, "{figure} KB said, {bytes} bytes");
    let strict = run(root.path(), &["build", "--at", AT, "--strict"]);
    assert_eq!(strict.status.code(), Some(1), "a budget that is meant");
}

#[test]
fn a_budget_is_a_setting() {
    let quiet = run(heavy("theme: {budget: 60KB}\n").path(), &["build", "--at", AT, "--strict"]);
    assert_eq!(quiet.status.code(), Some(0), "{}", String::from_utf8_lossy(&quiet.stderr));
    let root = heavy("theme: {budget: 5KB}\n");
    let output = run(root.path(), &["build", "--at", AT, "--format", "short"]);
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    let named = said.lines().filter(|line| line.contains("[page-budget]")).count();
    assert!(named == 10 && said.contains("more pages are over their budget)"), "{said}");
}

#[test]
fn no_page_of_the_demo_is_over_its_budget() {
    let output = run(&demo(), &["check", "--at", AT, "--format", "short"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(!said.contains("warning["), "{said}");
}
