use super::args::{self, Global};
use super::build::{bad_images, in_pool, options, refuse, say_all, site_root};
use super::failure::Failure;
use super::report::{Report, counted};
use crate::pipeline::edition;

/// Says everything that `build` would say, writing nothing.
pub fn run(check: &args::Check, global: &Global, report: &Report) -> Result<(), Failure> {
    let options = options(&check.inputs)?;
    let root = site_root(&global.root)?;
    in_pool(check.inputs.jobs, || {
        let edition = edition(&root, &options)?;
        say_all(&edition, report)?;
        let mut faults = edition.render(|_, _| Ok::<(), Failure>(()))?;
        faults.extend(bad_images(&edition));
        report.messages(&faults);
        refuse(&faults)?;
        let warnings = edition
            .complaints
            .iter()
            .filter(|complaint| complaint.severity == crate::base::Severity::Warning)
            .count();
        report.summary(&format!(
            "{}, {}: no errors, {}",
            counted(edition.desk.articles.len(), "article"),
            counted(edition.plan.pages.len(), "page"),
            counted(warnings, "warning")
        ));
        Ok(())
    })
}
