use rayon::prelude::*;

use super::args::{self, Global};
use super::build::{
    guard, in_pool, look_at_statics, options, refuse, refuse_leaks, say_all, site_root,
};
use super::failure::Failure;
use super::report::{Report, counted};
use crate::base::Diagnostic;
use crate::content::{Filed, Folder, relative_days};
use crate::pipeline::{Edition, Memo, edition_of};

/// Says everything that `build` would say, writing nothing.
pub fn run(check: &args::Check, global: &Global, report: &Report) -> Result<(), Failure> {
    let options = options(&check.inputs)?;
    let root = site_root(&global.root)?;
    in_pool(check.inputs.jobs, || {
        let folder = Folder::read(&root)?;
        let edition = edition_of(&folder, &options, &mut Memo::default());
        say_all(&edition, advice(&folder, &edition), report)?;
        let guard = guard(&root, &edition)?;
        let mut faults = edition.render(|path, bytes| {
            guard.look(path, bytes);
            Ok::<(), Failure>(())
        })?;
        faults.extend(edition.statics.iter().filter_map(|file| edition.picture_fault(file)));
        report.messages(&faults);
        refuse(&faults)?;
        look_at_statics(&guard, &edition)?;
        refuse_leaks(guard, report)?;
        let warnings = edition
            .complaints
            .iter()
            .chain(&faults)
            .filter(|complaint| complaint.severity == crate::base::Severity::Warning)
            .count();
        report.summary(&format!(
            "{}, {}: no errors, {}",
            counted(edition.desk.articles.len(), "article"),
            counted(edition.plan.pages.iter().filter(|page| page.kind.is_page()).count(), "page"),
            counted(warnings, "warning")
        ));
        Ok(())
    })
}

/// What an editor may want to know before it is asked for: the days that reports mean by
/// "on Saturday".
fn advice(folder: &Folder, edition: &Edition) -> Vec<Diagnostic> {
    let sources: Vec<_> = folder.files.sources.iter().collect();
    let of_one = |filed: &Filed| relative_days(&filed.open(), &edition.settings);
    let mut advice: Vec<Diagnostic> = sources.into_par_iter().flat_map(of_one).collect();
    advice.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    advice
}
