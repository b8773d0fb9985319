use super::{FrontFile, named};
use crate::base::{Diagnostic, Spot};
use crate::content::yaml::Fields;
use crate::model::{Keys, Page};

/// Reads a plain page's keys, and where its title stands.
pub fn read(file: FrontFile<'_>, complaints: &mut Vec<Diagnostic>) -> (Page, Spot) {
    let mut fields = Fields::open(file.yaml, Keys::Page, file.path, complaints);
    let title = fields.must("title");
    let page = Page {
        title: title.value,
        slug: named::slug(&mut fields),
        summary: fields.plain("summary"),
        weight: fields.integer("weight").unwrap_or(0),
        aliases: named::aliases(&mut fields),
        template: fields.text("template"),
        draft: fields.flag("draft"),
        language: named::language_of_file(&mut fields, file.settings),
        extra: fields.extra("extra"),
    };
    (page, title.spot)
}
