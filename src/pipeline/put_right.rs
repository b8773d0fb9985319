//! What readers got of a released edition, with all that was put right since: what it says today.

use std::collections::HashSet;

use crate::base::{Diagnostic, plain_line};
use crate::desk::editions::{Item, WITHDRAWN};
use crate::desk::{CardId, Corrected, Desk, Thing};
use crate::model::{Lock, Name, codes};

/// The lines of a lock with every correction in them, and corrections of words that readers never got
/// or that still stand there. `today` are the edition's lines as they are.
pub fn put_right(
    desk: &Desk,
    edition: CardId,
    lock: &Lock,
    today: &[(CardId, String)],
) -> (Vec<String>, Vec<Diagnostic>) {
    let items = desk.edition_items(edition);
    let lines = lock.text.iter().map(|line| line.value.clone()).collect();
    let mut lines = owned(edition, &items, lines);
    let today: HashSet<(CardId, &str)> =
        today.iter().map(|(card, line)| (*card, line.as_str())).collect();
    let mut wrong = Vec::new();
    // The oldest first: a later one may put right what an earlier one wrote.
    for corrected in desk.corrections.iter().rev() {
        let Some(correction) = desk.correction(corrected.correction) else { continue };
        let Some(was) = &correction.was else { continue };
        let now = correction.now.as_ref().map(|now| now.value.as_str()).unwrap_or_default();
        if !names_it(desk, corrected, now) {
            continue;
        }
        let found = apply(corrected, &was.value, now, &mut lines, &today);
        if corrected.target == Thing::Card(edition) && found != Found::Replaced {
            wrong.push(never_so(desk, corrected.correction, was, lock, found));
        }
    }
    let lines = lines.into_iter().map(|(_, line)| line).collect();
    let mut lines = without_withdrawn(desk, &items, lines);
    // Of what was taken away altogether, the key goes too.
    lines.retain(|line| !line.ends_with(": "));
    (lines, wrong)
}

/// Whether a correction of an entry gives it the name that it has, or that a later one puts right.
fn names_it(desk: &Desk, corrected: &Corrected, now: &str) -> bool {
    let Thing::Entry(entry) = corrected.target else { return true };
    let mut later = desk.corrections.iter().filter(|other| other.target == corrected.target);
    let named = |other: &Corrected| {
        let was = desk.correction(other.correction).and_then(|other| other.was.as_ref());
        was.is_some_and(|was| was.value == now)
    };
    desk.entries.get(entry).name == now || later.any(named)
}

/// Each line with the card that it is of.
fn owned(edition: CardId, items: &[Item], lines: Vec<String>) -> Vec<(CardId, String)> {
    let mut owner = edition;
    let own = |line: String| {
        if let Some(address) = line.strip_prefix("item: ") {
            let item = items.iter().find(|item| item.address == address);
            owner = item.and_then(|item| item.card).unwrap_or(edition);
        }
        (owner, line)
    };
    lines.into_iter().map(own).collect()
}

/// What became of the words that a correction says were there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    Nowhere,
    /// They stand there still.
    Unchanged,
    Replaced,
}

fn apply(
    corrected: &Corrected,
    was: &str,
    now: &str,
    lines: &mut [(CardId, String)],
    today: &HashSet<(CardId, &str)>,
) -> Found {
    let mut found = Found::Nowhere;
    for (card, line) in lines {
        let right = match corrected.target {
            Thing::Card(id) if id == *card => in_words(line, was, now, corrected.mark.as_deref()),
            // A name stands wherever it is used.
            Thing::Entry(_) => in_names(line, was, now),
            _ => None,
        };
        let Some(right) = right else { continue };
        // A line that is what it was says the same by chance: the words were changed elsewhere.
        if today.contains(&(*card, line.as_str())) {
            found = Found::Unchanged;
            continue;
        }
        *line = right;
        found = Found::Replaced;
        if !matches!(corrected.target, Thing::Entry(_)) {
            break;
        }
    }
    found
}

/// A line with other words in it; of a mark, its own line alone.
fn in_words(line: &str, was: &str, now: &str, mark: Option<&str>) -> Option<String> {
    if let Some(mark) = mark {
        let of_mark = ["claim", "figure"].map(|kind| format!("  {kind} {mark}:"));
        of_mark.iter().any(|head| line.starts_with(head)).then_some(())?;
    }
    // What stands before the colon is no word that readers got.
    let head = line.find(": ")? + 2;
    let at = head + line[head..].find(was)?;
    Some(format!("{}{now}{}", &line[..at], &line[at + was.len()..]))
}

/// A line with another name in it, where names stand: not in what somebody said.
fn in_names(line: &str, was: &str, now: &str) -> Option<String> {
    let kinds = ["topic", "  topic", "  source", "  claim", "  figure"];
    kinds.iter().any(|kind| line.starts_with(kind)).then_some(())?;
    let head = line.find(": ")? + 2;
    let quote = line.starts_with("  claim").then(|| line[head..].find(": ")).flatten();
    let end = quote.map_or(line.len(), |quote| head + quote);
    let names = &line[head..end];
    let whole = |at: usize| {
        let before = names[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = names[at + was.len()..].chars().next().is_some_and(char::is_alphanumeric);
        !before && !after
    };
    let mut right = line[..head].to_owned();
    let mut from = 0;
    for (at, _) in names.match_indices(was).filter(|(at, _)| whole(*at)) {
        right.push_str(&names[from..at]);
        right.push_str(now);
        from = at + was.len();
    }
    right.push_str(&line[head + from..]);
    (from > 0).then_some(right)
}

fn never_so(desk: &Desk, id: CardId, was: &Name, lock: &Lock, found: Found) -> Diagnostic {
    let edition = &lock.edition.value;
    let (message, help) = match found {
        Found::Unchanged => (
            format!("the edition {edition} still says `{}`", was.value),
            "change the words where they stand, too".to_owned(),
        ),
        _ => (
            format!("the edition {edition} did not say `{}`", was.value),
            format!("copy the words from {}, as readers got them", lock.path),
        ),
    };
    let path = &desk.card(id).path;
    Diagnostic::error(codes::WRONG_CORRECTION, path, was.spot, message).help(help)
}

/// Lines of an edition in which the reason stands for all that was said of a withdrawn article.
fn without_withdrawn(desk: &Desk, items: &[Item], lines: Vec<String>) -> Vec<String> {
    let mut left = Vec::with_capacity(lines.len());
    let mut skips = false;
    for line in lines {
        if let Some(address) = line.strip_prefix("item: ") {
            let item = items.iter().find(|item| item.address == address && item.card.is_none());
            let stone = item.and_then(|item| desk.tombstone_at(&item.address));
            skips = stone.is_some();
            let reason = stone.map(|stone| plain_line(stone.reason()));
            left.push(line);
            left.extend(reason.map(|reason| format!("{WITHDRAWN}: {reason}")));
        } else if !skips || !line.starts_with("  ") {
            skips = false;
            left.push(line);
        }
    }
    left
}
