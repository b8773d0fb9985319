use super::{FrontFile, named};
use crate::base::Diagnostic;
use crate::content::yaml::Fields;
use crate::model::{Keys, Page};

/// Reads a plain page's keys.
pub fn read(file: FrontFile<'_>, complaints: &mut Vec<Diagnostic>) -> Page {
    let mut fields = Fields::open(file.yaml, Keys::Page, file.path, complaints);
    Page {
        title: fields.must("title").value,
        slug: named::slug(&mut fields),
        summary: fields.plain("summary"),
        weight: fields.integer("weight").unwrap_or(0),
        aliases: fields.texts("aliases"),
        template: fields.text("template"),
        draft: fields.flag("draft"),
        language: named::language(&mut fields),
        extra: fields.extra("extra"),
    }
}
