//! Made-up articles for measuring.

use std::fmt::Write as _;
use std::path::Path;

/// Writes a site of so many articles.
pub fn make(site: &Path, number: u32) -> std::io::Result<()> {
    std::fs::create_dir_all(site)?;
    std::fs::write(site.join("dateline.yaml"), "title: Bench\nbase_url: https://bench.example/\n")?;
    for at in 0..number {
        let (year, month, day) = day_of(at);
        let folder = site.join(format!("content/articles/{year}/{month:02}/{day:02}"));
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join(format!("report-{at}.md")), article(at, year, month, day))?;
    }
    Ok(())
}

/// The day of an article: forty a day.
pub fn day_of(at: u32) -> (u32, u32, u32) {
    (2011 + at / 40 / 336, at / 40 % 336 / 28 + 1, at / 40 % 28 + 1)
}

/// An article whose words depend on its number alone.
pub fn article(at: u32, year: u32, month: u32, day: u32) -> String {
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
