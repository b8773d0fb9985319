//! How long a whole build takes for 1,000 and for 10,000 articles: `cargo bench`.
//!
//! Prints the time of each, and the ratio of the time per article, which stays near 1 as long as
//! the work is linear. It makes its own articles: seven paragraphs, three links, two marks, and
//! names drawn from 60 topics, 300 places and 150 actors.

#![allow(clippy::expect_used, reason = "a bench fails by it")]

mod corpus;

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
    corpus::make(&site, number).expect("the site can be written");
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
