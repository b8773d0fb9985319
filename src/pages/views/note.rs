use serde::Serialize;

use super::chrome::Chrome;
use super::words::dir_of;
use super::{BlockView, Data, DateView, Drawn, RefView, Source};
use crate::desk::{CardId, Thing};
use crate::model::Extra;

/// The desk's voice: a note, on its own page or beside what it is on.
#[derive(Debug, Clone, Serialize)]
pub struct NoteView {
    /// Its page, after `root`.
    pub path: String,
    /// Its heading, if it has one.
    pub title: Option<String>,
    /// `context`, `method`, `caution` or `update`.
    pub kind: &'static str,
    /// Who signs it.
    pub author: Option<String>,
    /// When it was written.
    pub date: DateView,
    /// What it is on.
    pub on: Vec<RefView>,
    /// Its text.
    pub text: Vec<BlockView>,
    /// BCP 47.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Pages that cite it; on its own page only.
    pub cited_by: Vec<RefView>,
    /// Free keys.
    pub extra: Extra,
}

impl Source<'_> {
    /// The notes on a thing, to stand beside it.
    pub fn notes_on(&self, thing: Thing, root: &str) -> Vec<NoteView> {
        let notes = self.desk.notes_on(thing).iter().filter(|id| self.knows(**id)).enumerate();
        notes.filter_map(|(at, id)| self.note(*id, root, Some(&format!("n{}-", at + 1)))).collect()
    }

    /// A note; with a prefix for its ids where it stands on another page than its own.
    pub fn note(&self, id: CardId, root: &str, prefix: Option<&str>) -> Option<NoteView> {
        let card = self.desk.card(id);
        let note = card.note()?;
        let lang = self.lang_of(id);
        Some(NoteView {
            path: self.addresses.href(&self.addresses.card(id)),
            title: note.title.clone(),
            kind: note.kind.word(),
            author: note.author.clone(),
            date: self.date(note.date),
            on: self.desk.things_of(id).iter().filter_map(|thing| self.thing_ref(*thing)).collect(),
            text: self.bodies.blocks(id, root, prefix),
            lang: lang.to_owned(),
            dir: dir_of(lang),
            cited_by: if prefix.is_none() { self.cited_by(Thing::Card(id)) } else { Vec::new() },
            extra: note.extra.clone(),
        })
    }
}

/// A note's own page.
pub fn page(source: Source<'_>, id: CardId, root: &str) -> Drawn {
    let card = source.desk.card(id);
    let note = source.note(id, root, None);
    let subject = note
        .as_ref()
        .and_then(|note| note.on.first())
        .map(|on| source.words.with("note-on", "what", &on.name));
    let title = note
        .as_ref()
        .and_then(|note| note.title.clone())
        .or(subject)
        .unwrap_or_else(|| source.title_of(id).to_owned());
    let lead = Some(card.text.lead.clone()).filter(|lead| !lead.is_empty());
    let chrome = Chrome { lang: source.foreign(id), ..Chrome::new("note", title).about(lead) };
    match note {
        Some(note) => (chrome, Data::Note { note: Box::new(note) }),
        None => (chrome, Data::Plain { text: Vec::new(), extra: Extra::default() }),
    }
}

/// A plain page.
pub fn plain(source: Source<'_>, id: CardId, root: &str) -> Drawn {
    let card = source.desk.card(id);
    let page = card.page();
    let lead = Some(card.text.lead.clone()).filter(|lead| !lead.is_empty());
    let about = page.and_then(|page| page.summary.clone()).or(lead);
    let chrome =
        Chrome { lang: source.foreign(id), ..Chrome::new("page", card.title()).about(about) };
    let extra = page.map(|page| page.extra.clone()).unwrap_or_default();
    (chrome, Data::Plain { text: source.bodies.blocks(id, root, None), extra })
}
