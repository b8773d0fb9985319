//! Keys to facts: one file for each kind of front matter, and the registry.

mod article;
mod briefing;
mod correction;
pub(super) mod dates;
mod look;
mod named;
mod note;
mod page;
mod registry;
mod settings;
mod split;
mod sums;
mod topic;

pub(super) use dates::EDTF_HELP;
pub use dates::slug_of_path;
pub use registry::registry;
pub use settings::{settings, tidy_base_url};
pub(super) use split::split;

use std::sync::Arc;

use super::yaml::Yaml;
use super::{Source, SourceKind};
use crate::base::{Diagnostic, Spot};
use crate::model::{Front, Settings};

/// Reads the keys of a content file. Where keys are wrong, the front has what could be read.
pub(super) fn front(
    source: &Source,
    yaml: &Yaml,
    settings: &Settings,
    complaints: &mut Vec<Diagnostic>,
) -> Option<(Front, Spot)> {
    let at = Arc::clone(&source.path);
    let file = FrontFile { path: &at, yaml, settings };
    match source.kind {
        SourceKind::Article => article::read(file, complaints)
            .map(|(article, spot)| (Front::Article(Box::new(article)), spot)),
        SourceKind::Note => {
            note::read(file, complaints).map(|note| (Front::Note(Box::new(note)), Spot::START))
        }
        SourceKind::Briefing => briefing::read(file, complaints)
            .map(|(briefing, spot)| (Front::Briefing(Box::new(briefing)), spot)),
        SourceKind::Correction => correction::read(file, complaints)
            .map(|(correction, spot)| (Front::Correction(Box::new(correction)), spot)),
        SourceKind::Topic => {
            let (topic, spot) = topic::read(file, complaints);
            Some((Front::Topic(Box::new(topic)), spot))
        }
        SourceKind::Page => {
            let (page, spot) = page::read(file, complaints);
            Some((Front::Page(Box::new(page)), spot))
        }
        SourceKind::Settings | SourceKind::Lock | SourceKind::Registry(_) => None,
    }
}

/// What each reader of keys needs.
#[derive(Clone, Copy)]
struct FrontFile<'a> {
    path: &'a Arc<str>,
    yaml: &'a Yaml,
    settings: &'a Settings,
}
