use serde::Serialize;

use super::words::dir_of;
use super::{NoteView, QuestionView, Source};
use crate::desk::{CardId, EntryId, Thing};
use crate::model::{EntryKind, Front, in_tongue};
use crate::words::same_language;

/// The texts of the site, which only pages may ask for.
pub trait Bodies: Sync {
    /// A text as blocks of HTML. `root` leads from the page to the site's root; with a `prefix`,
    /// the text stands on another page than its own, and its ids begin with it.
    fn blocks(&self, card: CardId, root: &str, prefix: Option<&str>) -> Vec<BlockView>;
}

/// One paragraph, list, table or heading of a text.
#[derive(Debug, Clone, Default, Serialize)]
pub struct BlockView {
    /// Finished HTML.
    pub html: String,
    /// The footnotes that it mentions first.
    pub footnotes: Vec<FootnoteView>,
    /// The desk's notes on an anchor inside it.
    pub notes: Vec<NoteView>,
    /// Ids inside it.
    pub anchors: Vec<String>,
}

/// A footnote of a text.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FootnoteView {
    /// From 1.
    pub number: usize,
    /// Its id, and that of its mention.
    pub id: String,
    /// The id of its mention.
    pub back: String,
    /// Finished HTML.
    pub html: String,
}

/// A name with its page.
#[derive(Debug, Clone, Serialize)]
pub struct RefView {
    /// Where its page is, after `root`.
    pub path: String,
    /// What readers see.
    pub name: String,
    /// `topic`, `place`, `article`, `note`, `day` and so on.
    pub kind: &'static str,
    /// BCP 47, where the name is not in the site's first language.
    pub lang: Option<String>,
    /// A day, for things that have one.
    pub date: Option<String>,
}

/// A day or moment in words.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// For `datetime` attributes: ISO 8601.
    pub machine: String,
    /// `Monday 18 July 2011`
    pub words: String,
    /// `18 July 2011`
    pub day: String,
    /// `18 July`
    pub short: String,
    /// `Monday`
    pub weekday: String,
    /// `18:00 Africa/Tripoli`, if a time was given.
    pub time: Option<String>,
    /// The day's page, after `root`.
    pub path: Option<String>,
}

/// An article in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ItemView {
    /// Its page, after `root`.
    pub path: String,
    /// Its headline.
    pub title: String,
    /// When it was published.
    pub date: DateView,
    /// The place as printed.
    pub dateline: Option<String>,
    /// The line under the headline.
    pub standfirst: Option<String>,
    /// The desk's summary, or else its first words where they may be given.
    pub summary: Option<String>,
    /// The outlet.
    pub source: Option<RefView>,
    /// Its topics.
    pub topics: Vec<RefView>,
    /// BCP 47.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// Marked claims in it.
    pub claims: usize,
    /// Marked figures in it.
    pub losses: usize,
    /// The desk's notes on it.
    pub notes: Vec<NoteView>,
    /// In an edition, the open dispute that it is in, if no item before it is in the same.
    pub dispute: Option<QuestionView>,
}

impl<'d> Source<'d> {
    /// The language of the tree that a page stands in.
    pub fn language(&self) -> &'d str {
        self.words.language()
    }

    /// The name of an entry that readers of this tree see.
    pub fn entry_name(&self, id: EntryId) -> &'d str {
        let entry = self.desk.entries.get(id);
        if entry.is_hidden() {
            return self.words.say("unnamed-person");
        }
        self.translated_name(id).unwrap_or(&entry.name)
    }

    /// What an entry is called in the language of this tree, where that is not the site's first.
    fn translated_name(&self, id: EntryId) -> Option<&'d str> {
        let entry = self.desk.entries.get(id);
        let facts = entry.facts.as_ref().filter(|_| !entry.is_protected())?;
        if same_language(self.language(), self.settings.language()) {
            return None;
        }
        let native = facts.native.as_deref();
        let arabic = native.filter(|name| same_language(self.language(), "ar") && is_arabic(name));
        in_tongue(&facts.names, self.language()).or(arabic)
    }

    /// The language of what the registry and the settings say, where it is not that of the tree.
    pub fn typed_lang(&self) -> Option<String> {
        let first = self.settings.language();
        (!same_language(first, self.language())).then(|| first.to_owned())
    }

    /// The language of an entry's name, where it is not that of the tree.
    pub fn entry_lang(&self, id: EntryId) -> Option<String> {
        let entry = self.desk.entries.get(id);
        if let Some(card) = entry.card {
            return self.foreign(card);
        }
        let said = entry.is_hidden() || self.translated_name(id).is_some();
        self.typed_lang().filter(|_| !said)
    }

    /// The language of a card's words.
    pub fn lang_of(&self, id: CardId) -> &'d str {
        self.desk.card(id).language().unwrap_or(self.settings.language())
    }

    /// The language of a card's words, where it is not that of the tree.
    pub fn foreign(&self, id: CardId) -> Option<String> {
        let lang = self.lang_of(id);
        (lang != self.language()).then(|| lang.to_owned())
    }

    /// The title of a card, or what stands for it.
    pub fn title_of(&self, id: CardId) -> &'d str {
        let card = self.desk.card(id);
        match card.note() {
            Some(note) if note.title.is_none() => self.words.say("note-from-desk"),
            _ => card.title(),
        }
    }

    /// A card as a link.
    pub fn card_ref(&self, id: CardId) -> RefView {
        let card = self.desk.card(id);
        let kind = match &card.front {
            Front::Article(_) => "article",
            Front::Note(_) => "note",
            Front::Briefing(_) => "briefing",
            Front::Correction(_) => "correction",
            Front::Topic(_) => "topic",
            Front::Page(_) => "page",
        };
        let path = self.addresses.href(&self.addresses.card(id));
        let date = card.date().map(|date| self.words.day(date.day));
        RefView { path, name: self.title_of(id).to_owned(), kind, lang: self.foreign(id), date }
    }

    /// An entry as a link.
    pub fn entry_ref(&self, id: EntryId) -> RefView {
        let path = self.addresses.href(&self.addresses.entry(id));
        RefView {
            path,
            name: self.entry_name(id).to_owned(),
            kind: id.kind.word(),
            lang: self.entry_lang(id),
            date: None,
        }
    }

    /// A thing as a link, if it has a page.
    pub fn thing_ref(&self, thing: Thing) -> Option<RefView> {
        match thing {
            Thing::Card(id) => Some(self.card_ref(id)),
            Thing::Entry(id) => Some(self.entry_ref(id)),
            Thing::Day(day) => {
                let date = self.day_view(day);
                Some(RefView {
                    path: date.path?,
                    name: date.words,
                    kind: "day",
                    lang: None,
                    date: None,
                })
            }
        }
    }

    /// The entries of a kind that names mean, as links, in the editor's order.
    pub fn refs(&self, kind: EntryKind, names: &[crate::model::Name]) -> Vec<RefView> {
        let mut ids: Vec<EntryId> = Vec::new();
        for id in names.iter().filter_map(|name| self.desk.entries.find(kind, &name.value)) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.into_iter().map(|id| self.entry_ref(id)).collect()
    }

    /// What refers to a thing, as links, but for the notes that stand beside it already.
    pub fn cited_by(&self, thing: Thing) -> Vec<RefView> {
        let beside = self.desk.notes_on(thing);
        let cards = self.desk.cited_by.get(&thing).into_iter().flatten();
        cards.filter(|id| !beside.contains(id)).map(|id| self.card_ref(*id)).collect()
    }

    /// An article in a list.
    pub fn item(&self, id: CardId) -> ItemView {
        let card = self.desk.card(id);
        let article = card.article();
        let lang = self.lang_of(id);
        let lead = Some(card.text.lead.clone()).filter(|lead| !lead.is_empty());
        ItemView {
            path: self.addresses.href(&self.addresses.card(id)),
            title: card.title().to_owned(),
            date: self.date(
                card.date()
                    .unwrap_or(crate::base::Moment { day: crate::base::Day::EPOCH, time: None }),
            ),
            dateline: article.and_then(|article| article.dateline.clone()),
            standfirst: article.and_then(|article| article.standfirst.clone()),
            summary: article.and_then(|article| article.summary.clone()).or(lead),
            source: article
                .and_then(|article| self.refs(EntryKind::Source, article.source.as_slice()).pop()),
            topics: article
                .map(|article| self.refs(EntryKind::Topic, &article.topics))
                .unwrap_or_default(),
            lang: lang.to_owned(),
            dir: dir_of(lang),
            claims: card.text.claims.len(),
            losses: card.text.losses.len(),
            notes: Vec::new(),
            dispute: None,
        }
    }

    /// An article in a list, with the desk's notes on it. Ids in the notes begin with its place
    /// in the list: the same note may stand on two articles of a page.
    pub fn item_with_notes(&self, id: CardId, root: &str, at: usize) -> ItemView {
        let notes = self.desk.notes_on(Thing::Card(id)).iter().filter(|id| self.knows(**id));
        let notes = notes.enumerate();
        let notes = notes.filter_map(|(n, note)| {
            self.note(*note, root, Some(&format!("i{}n{}-", at + 1, n + 1)))
        });
        ItemView { notes: notes.collect(), ..self.item(id) }
    }
}

/// Whether a name is written in the letters of Arabic, without those that only other languages add.
fn is_arabic(name: &str) -> bool {
    let letter = |c: char| matches!(c, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{652}' | '\u{670}');
    name.chars().any(letter) && name.chars().all(|c| letter(c) || !c.is_alphabetic())
}
