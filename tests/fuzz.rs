//! A short run of everything that is fuzzed: texts that mean something, changed by chance, and what
//! longer runs have found. The long runs are `cargo fuzz`'s (docs/reliability.md).

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

#[path = "fuzz/html.rs"]
mod html;
#[path = "canaries/media.rs"]
mod media;
#[path = "fuzz/requests.rs"]
mod requests;
mod support;
#[path = "fuzz/targets.rs"]
mod targets;

use std::panic::catch_unwind;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use support::{demo, tree};

/// Words that mean something to one reader or another.
const WORDS: [&str; 48] = [
    "---",
    "\n",
    "\n\n",
    ": ",
    "- ",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "\"",
    "'",
    "#",
    "*",
    "**",
    "_",
    "`",
    "```",
    "> ",
    "|",
    "<",
    ">",
    "&amp;",
    "&#0;",
    "<!--",
    "-->",
    "<script>",
    "javascript:",
    "](",
    "[[",
    "]]",
    "[^1]",
    "#c1",
    "#k1",
    " says",
    " denies c1",
    " killed 40+",
    "2011-07-18",
    "2011~/..",
    "title:",
    "topics: [a]",
    "&a",
    "*a",
    "!!",
    "\u{202e}",
    "\u{301}",
    "{{ x }}",
];

/// What every target begins from: the demo's texts, spans of time, pictures.
static SEEDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut seeds: Vec<Vec<u8>> = WORDS.iter().map(|word| word.as_bytes().to_vec()).collect();
    for folder in ["content", "templates"] {
        seeds.extend(tree(&demo().join(folder)).into_values().filter(|text| text.len() < 8_000));
    }
    seeds.push(std::fs::read(demo().join("dateline.yaml")).expect("the demo's settings"));
    let dates = std::fs::read_to_string(demo().join("tests/edtf.txt")).expect("the list of spans");
    seeds.extend(dates.lines().map(|line| line.as_bytes().to_vec()));
    let pictures = [
        media::jpeg("a", "b", "c", "d", "e"),
        media::png("a", "b", "c", "d"),
        media::webp("a", "b"),
        media::gif("a", "b"),
        media::svg("a", "b", "c", "d"),
    ];
    seeds.extend(pictures.into_iter().zip(0..).map(|(bytes, kind)| [vec![kind], bytes].concat()));
    assert!(seeds.len() > 200, "hardly any seeds");
    seeds
});

/// One change: what is done, where, and with what.
type Change = (u8, u16, u16, u16);

fn changed(seed: usize, changes: &[Change]) -> Vec<u8> {
    let mut bytes = SEEDS[seed % SEEDS.len()].clone();
    for (how, from, length, with) in changes {
        let from = usize::from(*from) % (bytes.len() + 1);
        let to = (from + usize::from(*length) % 40).min(bytes.len());
        let other = &SEEDS[usize::from(*with) % SEEDS.len()];
        let word = WORDS[usize::from(*with) % WORDS.len()].as_bytes().to_vec();
        let put = match how % 6 {
            0 => Vec::new(),
            1 => [&bytes[from..to], &bytes[from..to]].concat(),
            2 => [&bytes[from..to], &word].concat(),
            3 => word,
            4 => other[..other.len().min(400)].to_vec(),
            _ => bytes[from..to].iter().map(|byte| byte ^ (*with as u8)).collect(),
        };
        bytes.splice(from..to, put);
    }
    bytes
}

fn cases() -> u32 {
    std::env::var("DATELINE_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(600)
}

macro_rules! short_runs {
    ($($name:ident),*) => {
        proptest! {
            #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]
            $(
                #[test]
                fn $name(
                    seed in 0_usize..10_000,
                    changes in prop::collection::vec(any::<Change>(), 0..8),
                ) {
                    targets::$name(&changed(seed, &changes));
                }
            )*
        }

        #[test]
        fn no_target_is_left_out() {
            let named: Vec<&str> = targets::TARGETS.iter().map(|(name, _)| *name).collect();
            assert_eq!(named, [$(stringify!($name)),*]);
        }
    };
}

short_runs!(
    front_matter,
    markdown,
    marks,
    dates,
    wire_copy,
    settings,
    registry,
    templates,
    pictures,
    requests
);

/// What a run found once stays found.
#[test]
fn nothing_that_was_found_comes_back() {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/found");
    let found = tree(&found);
    assert!(found.len() >= 2, "the folder of what was found is gone");
    for (path, bytes) in found {
        let name = path.split('/').next().unwrap_or_default();
        let target = targets::TARGETS.iter().find(|(target, _)| *target == name);
        let (_, run) = target.unwrap_or_else(|| panic!("{path}: no target of this name"));
        run(&bytes);
    }
}

/// What finds nothing in this finds nothing.
#[test]
fn the_oracles_see() {
    for bad in [
        "<script>1</script>",
        "<p onclick=x>a</p>",
        "<a href=\"java\nscript:x()\">a</a>",
        "<img src=\"data:text/html,x\">",
        "<iframe></iframe>",
        "<p style=\"a\">a</p>",
        "<!-- a -->",
        "<svg><g/></svg>",
    ] {
        assert!(catch_unwind(|| html::allowed(bad)).is_err(), "{bad}");
    }
    html::allowed("<p>a <a href=\"https://a.example/\" rel=\"noopener\">b</a></p>");
}
