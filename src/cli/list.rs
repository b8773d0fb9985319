use super::args::{self, Format, Global, Which};
use super::build::look;
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
}

/// Lists what is and what is not published, and why.
pub fn run(list: &args::List, global: &Global, report: &Report) -> Result<(), Failure> {
    let (edition, errors) = look(&global.root, list.at.as_deref(), report)?;
    let rows = rows(&edition, list.which);
    for row in &rows {
        report.say(&written(row, global.format));
    }
    if rows.is_empty() && global.format == Format::Human {
        report.summary("nothing to list");
    }
    if errors > 0 { Err(Failure::Content(errors)) } else { Ok(()) }
}

fn written(row: &Row, format: Format) -> String {
    match format {
        Format::Json => serde_json::json!({ "state": row.state, "path": row.path, "title": row.title, "why": row.why }).to_string(),
        Format::Short => format!("{}\t{}\t{}", row.state, row.path, row.why),
        Format::Human => format!("{:<10} {}  {}\n           {}", row.state, row.path, row.title, row.why),
    }
}

fn rows(edition: &Edition, which: Which) -> Vec<Row> {
    let desk = &edition.desk;
    let mut rows = Vec::new();
    for withheld in desk.withheld.iter().filter(|withheld| fits(withheld.reason, which)) {
        rows.push(withheld_row(edition, withheld));
    }
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
    Row { state, path: card.path.to_string(), title: card.title().to_owned(), why }
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
