use super::args::{self, Format, Global, Which};
use super::build::look;
use super::clock::clock;
use super::failure::Failure;
use super::report::Report;
use crate::desk::{Desk, EntryId, Reason, Thing, Withheld};
use crate::model::{Card, EntryKind};
use crate::pages::Addresses;
use crate::pipeline::Edition;

/// A line of the list.
struct Row {
    state: &'static str,
    path: String,
    title: String,
    why: String,
    /// When it goes live, in seconds from the clock of this run.
    seconds: Option<i64>,
}

/// Lists what is and what is not published, and why.
pub fn run(list: &args::List, global: &Global, report: &Report) -> Result<(), Failure> {
    let (edition, errors) = look(&global.root, list.at.as_deref(), report)?;
    let now = clock(list.at.as_deref())?;
    let mut rows = rows(&edition, list.which);
    for (row, withheld) in rows.iter_mut().zip(shown(&edition, list.which)) {
        if let Reason::Scheduled(time) = withheld.reason {
            row.seconds = Some(time.as_second() - now.0.as_second());
        }
    }
    if list.which == Which::Scheduled {
        rows.sort_by_key(|row| row.seconds);
    }
    for row in &rows {
        report.say(&written(row, global.format));
    }
    if rows.is_empty() && global.format == Format::Human {
        report.summary("nothing to list");
    }
    let next = rows.iter().filter_map(|row| row.seconds).min();
    if let (Some(seconds), Which::Scheduled, Format::Human) = (next, list.which, global.format) {
        report.summary(&format!("the next goes live in {}", counted_seconds(seconds)));
    }
    if errors > 0 { Err(Failure::Content(errors)) } else { Ok(()) }
}

/// For a scheduler, which waits so long and builds again.
fn counted_seconds(seconds: i64) -> String {
    format!("{seconds} second{}", if seconds == 1 { "" } else { "s" })
}

/// What is not published and asked for; the first rows are of these.
fn shown(edition: &Edition, which: Which) -> impl Iterator<Item = &Withheld> {
    edition.desk.withheld.iter().filter(move |withheld| fits(withheld.reason, which))
}

fn written(row: &Row, format: Format) -> String {
    match format {
        Format::Json => {
            let mut line = serde_json::json!({ "state": row.state, "path": row.path, "title": row.title, "why": row.why });
            if let Some(seconds) = row.seconds {
                line["seconds"] = seconds.into();
            }
            line.to_string()
        }
        Format::Short => format!("{}\t{}\t{}", row.state, row.path, row.why),
        Format::Human => {
            format!("{:<10} {}  {}\n           {}", row.state, row.path, row.title, row.why)
        }
    }
}

fn rows(edition: &Edition, which: Which) -> Vec<Row> {
    let desk = &edition.desk;
    let mut rows = Vec::new();
    rows.extend(shown(edition, which).map(|withheld| withheld_row(edition, withheld)));
    if which == Which::All {
        for tree in &*edition.trees {
            let known = |path: &str| rows.iter().any(|row: &Row| row.path == path);
            let new: Vec<Row> =
                published(&tree.desk).into_iter().filter(|row| !known(&row.path)).collect();
            rows.extend(new);
        }
    }
    if matches!(which, Which::Orphans | Which::All) {
        rows.extend(orphans(desk));
    }
    rows
}

fn fits(reason: Reason, which: Which) -> bool {
    match which {
        Which::Drafts => reason == Reason::Draft,
        Which::Held => matches!(
            reason,
            Reason::Held | Reason::Internal | Reason::Withdrawn | Reason::Scheduled(_)
        ),
        Which::Scheduled => matches!(reason, Reason::Scheduled(_)),
        Which::Expired => matches!(reason, Reason::Expired(_)),
        Which::All => true,
        Which::Orphans => false,
    }
}

fn withheld_row(edition: &Edition, withheld: &Withheld) -> Row {
    let local = |time: jiff::Timestamp| {
        let zoned = time.to_zoned(edition.settings.zone.clone());
        format!("{} {} ({time})", zoned.strftime("%Y-%m-%d %H:%M"), edition.settings.timezone)
    };
    let why = match withheld.reason {
        Reason::Draft => "it is a draft".to_owned(),
        Reason::Held => "the desk keeps it back (`status: held`)".to_owned(),
        Reason::Withdrawn => "it was withdrawn".to_owned(),
        Reason::Internal => "it never leaves the desk (`internal: true`)".to_owned(),
        Reason::Scheduled(time) => format!("goes live at {}", local(time)),
        Reason::Expired(time) => format!("expired at {}", local(time)),
    };
    row(withheld.reason.word(), &withheld.card, why)
}

fn row(state: &'static str, card: &Card, why: String) -> Row {
    Row { state, path: card.path.to_string(), title: card.title().to_owned(), why, seconds: None }
}

fn published(desk: &Desk) -> Vec<Row> {
    let addresses = Addresses::new(desk, false);
    let cards = desk.cards.iter().enumerate();
    cards
        .map(|(at, card)| {
            row("published", card, addresses.card(crate::desk::CardId(at as u32)).to_string())
        })
        .collect()
}

/// Registered names that no article, note, page or other entry names.
fn orphans(desk: &Desk) -> Vec<Row> {
    let mut rows = Vec::new();
    for kind in EntryKind::ALL {
        for (id, entry) in desk.entries.of_kind(kind) {
            if entry.articles.is_empty() && entry.children.is_empty() && !is_cited(desk, id) {
                let why = format!("nothing names the {} `{}`", kind.word(), entry.id);
                rows.push(Row {
                    state: "orphan",
                    path: format!("{}:{}", entry.place.0, entry.place.1.line),
                    title: entry.name.clone(),
                    why,
                    seconds: None,
                });
            }
        }
    }
    rows
}

fn is_cited(desk: &Desk, id: EntryId) -> bool {
    let by_cards = desk.cited_by.get(&Thing::Entry(id)).is_some_and(|cards| !cards.is_empty());
    by_cards || desk.registered().contains_key(&id)
}
