use super::{FrontFile, dates, named};
use crate::base::Diagnostic;
use crate::content::yaml::Fields;
use crate::model::{Keys, Note, NoteKind, Status};

/// Reads a note's keys.
pub fn read(file: FrontFile<'_>, complaints: &mut Vec<Diagnostic>) -> Option<Note> {
    let mut fields = Fields::open(file.yaml, Keys::Note, file.path, complaints);
    let date = dates::of_file(&mut fields, &file.settings.zone);
    let on = fields.texts("on");
    if on.is_empty() {
        fields.missing("on");
    }
    let slug = named::stem(&mut fields);
    let kind = fields.choice("kind", &NoteKind::VALUES, NoteKind::parse).unwrap_or_default();
    let status = fields.choice("status", &Status::VALUES, Status::parse).unwrap_or_default();
    Some(Note {
        date: date?,
        slug,
        on,
        title: fields.plain("title"),
        kind,
        author: fields.plain("author"),
        internal: fields.flag("internal"),
        status,
        language: named::language(&mut fields),
        extra: fields.extra("extra"),
    })
}
