use percent_encoding::percent_decode_str;
use serde_json::json;

use super::answer::{AT_THE_DESK, Answer, whole};
use super::bar::{Desk, editor_link, stamps};
use super::snapshot::{Found, Snapshot, find};
use crate::base::Diagnostic;
use hyper::StatusCode;

/// So many messages are shown in a page; the rest are counted.
const MOST: usize = 100;

/// What the preview's script asks after each change.
pub fn state(snapshot: &Snapshot, desk: &Desk, query: Option<&str>) -> Answer {
    let pairs = query.unwrap_or_default().split('&');
    let page = pairs.filter_map(|pair| pair.strip_prefix("page=")).next().unwrap_or_default();
    let page = percent_decode_str(page).decode_utf8_lossy();
    let page = percent_decode_str(&page).decode_utf8_lossy();
    let mut messages: Vec<Diagnostic> = snapshot.said().cloned().collect();
    let mut own = false;
    if let Some(proof) = &snapshot.proof
        && let Found::Page(page) = find(proof, page.trim_start_matches('/'))
    {
        let fault = proof.page(page).err().map(|fault| fault.0);
        let known = |fault: &Diagnostic| {
            snapshot
                .faults
                .iter()
                .any(|known| (&known.place, known.code) == (&fault.place, fault.code))
        };
        messages.extend(fault.filter(|fault| !known(fault)));
        own = proof.content_of(page).is_some_and(|path| snapshot.changed.contains(&path));
    }
    let mut trouble = snapshot.refusal().map(str::to_owned);
    let good = trouble.is_none() && !messages.iter().any(Diagnostic::is_error);
    if !desk.reads_messages() {
        messages.clear();
        trouble = (!good).then(|| AT_THE_DESK.to_owned());
    }
    let editor = &snapshot.settings.editor;
    let more = messages.len().saturating_sub(MOST);
    messages.truncate(MOST);
    let state = json!({
        "number": snapshot.number,
        "good": good,
        "tried": snapshot.tried,
        "more": more,
        "trouble": trouble,
        "own": own,
        "stamps": snapshot.proof.as_ref().map(|proof| stamps(proof)).unwrap_or_default(),
        "messages": messages.iter().map(|one| in_state(one, desk, editor)).collect::<Vec<_>>(),
    });
    whole(StatusCode::OK, "application/json", state.to_string())
}

fn in_state(message: &Diagnostic, desk: &Desk, editor: &str) -> serde_json::Value {
    json!({
        "severity": message.severity.word(),
        "code": message.code.0,
        "path": &*message.place.path,
        "line": message.place.spot.line,
        "column": message.place.spot.column,
        "link": editor_link(editor, desk, &message.place.path, message.place.spot.line),
        "message": message.message,
        "excerpt": message.excerpt,
        "help": message.help,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]
#[path = "tests/state.rs"]
mod tests;
