//! Lines of the ledgers of claims and figures (RFC 4180) that are new, gone or other than before.

use std::collections::BTreeMap;

pub(super) const CLAIMS: &str = "claims.csv";
pub(super) const LOSSES: &str = "losses.csv";

/// A claim or a figure that changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LedgerChange {
    /// `claim` or `figure`.
    pub what: &'static str,
    /// Where it stands: an address with its anchor.
    pub url: String,
    /// In words, as it was; nothing where it is new.
    pub was: Option<String>,
    /// As it would be; nothing where it is gone.
    pub now: Option<String>,
}

/// What changes between two states of a ledger.
pub(super) fn changes(name: &str, was: &str, now: &str) -> Vec<LedgerChange> {
    let what = if name == CLAIMS { "claim" } else { "figure" };
    let (was, mut now) = (lines(what, was), lines(what, now));
    let mut changes = Vec::new();
    for (key, was) in was {
        let now = now.remove(&key);
        if now.as_ref() != Some(&was) {
            changes.push(LedgerChange { what, url: key.0, was: Some(was), now });
        }
    }
    let new = now.into_iter().map(|((url, _), now)| LedgerChange {
        what,
        url,
        was: None,
        now: Some(now),
    });
    changes.extend(new);
    changes.sort();
    changes
}

/// Each line in words, by its address and, since a mark may give several numbers, what it counts.
fn lines(what: &str, csv: &str) -> BTreeMap<(String, String), String> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let Ok(head) = reader.headers().cloned() else { return BTreeMap::new() };
    let at = |name: &str| head.iter().position(|column| column == name);
    let rows = reader.records().filter_map(Result::ok);
    rows.map(|row| {
        let cell = |name: &str| at(name).and_then(|at| row.get(at)).unwrap_or_default().to_owned();
        let words = if what == "claim" { claim(&cell) } else { figure(&cell) };
        ((cell("permalink"), cell("metric")), words)
    })
    .collect()
}

fn claim(cell: &dyn Fn(&str) -> String) -> String {
    let words = [cell("who"), cell("verb"), cell("answers"), format!("“{}”", cell("quote"))];
    with_standing(&words, &cell("status"))
}

fn figure(cell: &dyn Fn(&str) -> String) -> String {
    let of = format!("{}:", cell("who"));
    let words = [of, cell("side"), cell("metric"), cell("number"), cell("window"), cell("event")];
    with_standing(&words, "")
}

fn with_standing(words: &[String], standing: &str) -> String {
    let words: Vec<&str> =
        words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
    let words = words.join(" ");
    if standing.is_empty() { words } else { format!("{words} ({standing})") }
}
