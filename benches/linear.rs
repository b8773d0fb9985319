//! How long a whole build takes for 1,000 and for 10,000 articles: `cargo bench`.
//!
//! Prints the time of each, and the ratio of the time per article, which stays near 1 as long as
//! the work is linear. It makes its own articles: seven paragraphs, three links, two marks, and
//! names drawn from 60 topics, 300 places and 150 actors.

#![allow(clippy::expect_used, reason = "a bench fails by it")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const RUNS: usize = 3;

fn main() {
    // `cargo test --benches` and the like only want to know that it starts.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let small = measured(1_000);
    let large = measured(10_000);
    let per_article = |time: Duration, number: u32| time.as_secs_f64() * 1e6 / f64::from(number);
    let (one, ten) = (per_article(small, 1_000), per_article(large, 10_000));
    println!(
        " 1,000 articles: {:>7.0} ms, {one:>5.0} microseconds an article",
        small.as_secs_f64() * 1e3
    );
    println!(
        "10,000 articles: {:>7.0} ms, {ten:>5.0} microseconds an article",
        large.as_secs_f64() * 1e3
    );
    println!("time per article at 10,000 to that at 1,000: {:.2}", ten / one);
}

/// The best of a few cold builds.
fn measured(number: u32) -> Duration {
    let site = std::env::temp_dir().join(format!("dateline-bench-{}-{number}", std::process::id()));
    make(&site, number).expect("the site can be written");
    let runs = (0..RUNS).map(|_| build(&site));
    let best = runs.min().unwrap_or_default();
    std::fs::remove_dir_all(&site).expect("the site can be removed");
    best
}

fn build(site: &Path) -> Duration {
    let public = site.join("public");
    if public.exists() {
        std::fs::remove_dir_all(&public).expect("the output can be removed");
    }
    let start = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["build", "--quiet", "--at", "2030-01-01", "--root"])
        .arg(site)
        .status();
    assert!(status.expect("the program starts").success());
    start.elapsed()
}

fn make(site: &Path, number: u32) -> std::io::Result<()> {
    std::fs::create_dir_all(site)?;
    std::fs::write(site.join("dateline.yaml"), "title: Bench\nbase_url: https://bench.example/\n")?;
    for at in 0..number {
        let (year, month, day) = (2011 + at / 40 / 336, at / 40 % 336 / 28 + 1, at / 40 % 28 + 1);
        let folder = site.join(format!("content/articles/{year}/{month:02}/{day:02}"));
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join(format!("report-{at}.md")), article(at, year, month, day))?;
    }
    Ok(())
}

/// An article whose words depend on its number alone.
fn article(at: u32, year: u32, month: u32, day: u32) -> String {
    // A draw that leans towards the first names, as real ones do.
    let draw = |salt: u32, among: u32| {
        let mixed = at.wrapping_mul(2_654_435_761).wrapping_add(salt.wrapping_mul(40_503)) >> 8;
        (mixed % among) * (mixed / among % among) / among
    };
    let (place, actor, other) = (draw(1, 300), draw(2, 150), draw(3, 150));
    let mut text = format!(
        "---\ntitle: \"Group {actor} speaks of place {place}, report {at}\"\ndate: {year}-{month:02}-{day:02}\ntopics: [Topic {}, Topic {}]\nsource: Outlet {}\nplaces: [Place {place}, Place {}]\nactors: [Group {actor}, Group {other}]\nstandfirst: \"What was said about place {place} on that day\"\n---\n",
        draw(4, 60),
        draw(5, 60),
        draw(6, 8),
        draw(7, 300),
    );
    for paragraph in 0..7 {
        let _ = write!(
            text,
            "The spokesman of group {actor} told reporters in the town, after hours of talks, that **nothing** had changed on the road to the harbour, and that the depot by the river, which changed hands twice, would be opened to traffic again before the end of the week ({paragraph}). Residents who were reached by telephone gave another account, and nobody could say who held the bridge.\n\n"
        );
    }
    let _ = writeln!(
        text,
        "[It held the town](#c1 \"Group {actor} says\"), and [that was not so](#c2 \"Group {other} denies c1\"). See [the outlet](https://wire.example/{at}), [[Place {place}]] and [[Group {other}]]."
    );
    text
}
