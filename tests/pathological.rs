//! Texts made to take long: four times the text may take four times as long, and a little. Nothing here
//! fails by the clock; what fails is a curve.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

use std::time::{Duration, Instant};

use dateline::content::{Source, SourceKind, parse};
use dateline::model::Settings;

/// A text of so many bytes, more or less.
type Make = fn(usize) -> String;

const LARGE: usize = 100 << 10;

/// Repeats a unit until there are so many bytes.
fn times(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes.div_ceil(unit.len()))
}

/// One thing many times, then another as often.
fn pair(open: &str, middle: &str, close: &str, bytes: usize) -> String {
    let count = bytes / (open.len() + close.len());
    format!("{}{middle}{}", open.repeat(count), close.repeat(count))
}

/// Lines that each have a number.
fn lines(bytes: usize, line: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for at in 0.. {
        if text.len() >= bytes {
            break;
        }
        text += &line(at);
    }
    text
}

/// What is known to have slowed other readers of Markdown.
const KNOWN: [(&str, Make); 27] = [
    ("nested strong emphasis", |n| pair("*a **a ", "b", " a** a*", n)),
    ("closers of emphasis without openers", |n| times("a_ ", n)),
    ("openers of emphasis without closers", |n| times("_a ", n)),
    ("closers of links without openers", |n| times("a]", n)),
    ("openers of links without closers", |n| times("[a", n)),
    ("openers and closers that do not match", |n| times("*a_ ", n)),
    ("long runs that do not match", |n| pair("a***", "", "b**", n)),
    ("runs whose lengths add up to three", |n| format!("a**b{}", times("c* ", n))),
    ("openers of links and closers of emphasis", |n| times("[ a_", n)),
    ("brackets and parentheses", |n| times("[ (](", n)),
    ("emphasis across links", |n| times("**x [a*b**c*](d)", n)),
    ("nested brackets", |n| pair("[", "a", "]", n)),
    ("nested images", |n| pair("![", "a", "](b)", n)),
    ("nested quotations", |n| format!("{}a", times("> ", n))),
    ("quotations that begin again", |n| times(">>>>>> a\n> b\n", n)),
    ("nested lists", |n| lines(n, |at| format!("{}* a\n", "  ".repeat(at % 90)))),
    ("lists that go on", |n| times("* a\n  * b\n", n)),
    ("runs of backticks of every length", |n| lines(n, |at| format!("e{}", "`".repeat(at % 400)))),
    ("backticks that never close", |n| times("`a``b", n)),
    ("targets in angle brackets without end", |n| times("[a](<b", n)),
    ("targets without end", |n| times("[a](b", n)),
    ("comments without end", |n| times("\\<!-- a ", n)),
    ("declarations without end", |n| format!("a {}", times("<!A ", n))),
    ("instructions without end", |n| format!("a {}", times("<?", n))),
    ("character data without end", |n| format!("a {}", times("<![CDATA[", n))),
    ("many references", |n| lines(n, |at| format!("[r{at}]: u\n"))),
    ("many uses of one reference", |n| {
        format!("{}\n\n[a]: {}\n", times("[a]", n / 2), times("u", n / 2))
    }),
];

/// What the same tricks become with what is ours, and with letters.
const OURS: [(&str, Make); 34] = [
    ("marks", |n| lines(n, |at| format!("[x](#c{at} \"gov says\") "))),
    ("marks of one id", |n| times("[x](#c1 \"gov says\") ", n)),
    ("marks that never close", |n| times("[x](#c1 \"gov says ", n)),
    ("figures", |n| lines(n, |at| format!("[x](#k{at} \"gov: killed {at} 2011-07-18\") "))),
    ("figures with long windows", |n| {
        format!("[x](#k1 \"gov: killed 1 {}\")", times("2011-07-18/", n))
    }),
    ("long grammar in a mark", |n| format!("[x](#c1 \"gov says re {}\")", times("a, ", n))),
    ("wiki links", |n| times("[[War]] ", n)),
    ("wiki links that never close", |n| times("[[", n)),
    ("wiki links with labels", |n| times("[[War|a|b]]", n)),
    ("wiki links in each other", |n| pair("[[", "a", "]]", n)),
    ("footnotes", |n| lines(n, |at| format!("a[^{at}]\n\n[^{at}]: b\n\n"))),
    ("references to one footnote", |n| format!("{}\n\n[^a]: b\n", times("[^a]", n))),
    ("footnotes without text", |n| lines(n, |at| format!("[^{at}]"))),
    ("wide tables", |n| format!("{}\n{}\n", times("|a", n / 2), times("|-", n / 2))),
    ("tall tables", |n| format!("|a|b|\n|-|-|\n{}", times("|c|d|\n", n))),
    ("tables that are none", |n| times("|a|\n", n)),
    ("headings of one name", |n| times("# a\n\n", n)),
    ("headings of different names", |n| lines(n, |at| format!("# a {at}\n\n"))),
    ("a long heading", |n| format!("# {}", times("a b ", n))),
    ("underlines of headings", |n| times("a\n=\n", n)),
    ("one long word", |n| times("a", n)),
    ("one long line", |n| times("a ", n)),
    ("blank lines", |n| times("\n", n)),
    ("hard line ends", |n| times("a\\\n", n)),
    ("backslashes", |n| times("\\", n)),
    ("entities", |n| times("&amp;&#38;&nosuch;", n)),
    ("addresses", |n| times("<https://a.example/> https://b.example ", n)),
    ("accents on one letter", |n| format!("a{}", times("\u{301}", n))),
    ("letters of both directions", |n| times("a\u{627}\u{5d0} ", n)),
    ("marks of direction", |n| times("\u{202b}\u{202c}", n)),
    ("joined emoji", |n| times("\u{1f469}\u{200d}", n)),
    ("letters of many bytes", |n| times("\u{20000}", n)),
    ("quotation marks", |n| times("\"'", n)),
    ("html elements", |n| times("<b>a</b> ", n)),
];

/// The same in the front matter, as what stands between the lines of hyphens.
const FRONT: [(&str, Make); 8] = [
    ("nested lists in YAML", |n| format!("extra: {}", pair("[", "", "]", n))),
    ("nested maps in YAML", |n| lines(n, |at| format!("{}a:\n", " ".repeat(at % 60)))),
    ("many keys", |n| format!("extra:\n{}", lines(n, |at| format!("  k{at}: v\n")))),
    ("one key many times", |n| times("title: a\n", n)),
    ("many places", |n| format!("places: [{}]", lines(n, |at| format!("p{at}, ")))),
    ("a long text in quotes", |n| format!("title: \"{}\"", times("a\\n", n))),
    ("anchors and aliases", |n| lines(n, |at| format!("a{at}: &a{at} [*a{}]\n", at.max(1) - 1))),
    ("quotes that never close", |n| format!("title: \"{}", times("a ", n))),
];

fn text(body: &str, front: &str) -> Source {
    Source {
        path: "content/articles/2011-07-18-a.md".into(),
        kind: SourceKind::Article,
        text: format!("---\n{front}\n---\n{body}").into(),
    }
}

/// How long it takes at best; what else the machine does only ever adds to it.
fn time(source: &Source, settings: &Settings) -> Duration {
    let once = || {
        let begun = Instant::now();
        let found = parse(source, settings);
        let took = begun.elapsed();
        assert!(found.complaints.len() < 2_000_000);
        took
    };
    (0..3).map(|_| once()).min().expect("three of them")
}

#[test]
fn four_times_the_text_takes_hardly_more_than_four_times_as_long() {
    let settings = Settings::default();
    let bodies = KNOWN.iter().chain(&OURS).map(|(name, make)| {
        let make = move |bytes: usize| text(&make(bytes), "title: A\ntopics: [a]");
        (*name, Box::new(make) as Box<dyn Fn(usize) -> Source>)
    });
    let fronts = FRONT.iter().map(|(name, make)| {
        let make = move |bytes: usize| text("Text.\n", &make(bytes));
        (*name, Box::new(make) as Box<dyn Fn(usize) -> Source>)
    });
    let mut curves: Vec<String> = Vec::new();
    let mut slowest: Vec<(Duration, &str)> = Vec::new();
    for (name, make) in bodies.chain(fronts) {
        let (small, large) = (make(LARGE / 4), make(LARGE));
        let mut ratio = f64::INFINITY;
        // A machine that was busy at the wrong moment may be asked again.
        for _ in 0..6 {
            let (one, four) = (time(&small, &settings), time(&large, &settings));
            slowest.push((four, name));
            // Of less than a millisecond the better part is beginning.
            ratio = four.as_secs_f64() / one.as_secs_f64().max(0.001);
            if ratio < 6.0 {
                break;
            }
        }
        if ratio >= 6.0 {
            curves.push(format!("{name}: four times the text takes {ratio:.1} times as long"));
        }
    }
    slowest.sort();
    for (took, name) in slowest.iter().rev().take(5) {
        println!("{name}: {took:?} for {LARGE} bytes");
    }
    assert!(curves.is_empty(), "{}", curves.join("\n"));
}
