use super::{FrontFile, dates, named, sums};
use crate::base::{Day, Diagnostic, Moment};
use crate::content::yaml::Fields;
use crate::model::{Keys, Note, NoteKind, Status};

/// Reads a note's keys.
pub fn read(file: FrontFile<'_>, complaints: &mut Vec<Diagnostic>) -> Option<Note> {
    let mut fields = Fields::open(file.yaml, Keys::Note, file.path, complaints);
    let date = dates::of_file(&mut fields, &file.settings.zone);
    let on = fields.must_texts("on");
    let slug = named::stem(&mut fields);
    let kind = fields.choice("kind", &NoteKind::VALUES, NoteKind::parse).unwrap_or_default();
    let status = fields.choice("status", &Status::VALUES, Status::parse).unwrap_or_default();
    let note = Note {
        date: date.unwrap_or(Moment { day: Day::EPOCH, time: None }),
        slug,
        on,
        title: fields.plain("title"),
        kind,
        author: fields.plain("author"),
        assessment: sums::assessment(&mut fields),
        internal: fields.flag("internal"),
        status,
        language: named::language_of_file(&mut fields, file.settings),
        extra: fields.extra("extra"),
    };
    // Without a date nothing else about the file should go unsaid.
    date.map(|_| note)
}
