use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use super::args::{self, Global, Inputs};
use super::clock::clock;
use super::failure::Failure;
use super::report::{Report, counted};
use crate::base::Diagnostic;
use crate::content::{ReadError, secrets, tidy_base_url};
use crate::model::photo::Made;
use crate::output::{OutputError, Receipt, Stage, Target};
use crate::pipeline::{Edition, Guard, Options, bad_image, edition, photograph, recipe};

/// Files of the site's own that are as large are looked through without being held.
const LARGE: u64 = 32 << 20;

/// Builds the site into its output folder.
pub fn run(build: &args::Build, global: &Global, report: &Report) -> Result<(), Failure> {
    let options = options(&build.inputs)?;
    let root = site_root(&global.root)?;
    let target = Target::check(&root, &build.output)?;
    in_pool(build.inputs.jobs, || {
        let edition = edition(&root, &options)?;
        say_all(&edition, Vec::new(), report)?;
        let guard = guard(&root, &edition)?;
        let receipt = publish(&edition, guard, &target, report)?;
        if global.verbose {
            receipt.removed_paths.iter().for_each(|path| report.say(&format!("removed {path}")));
        }
        report.summary(&summary(&edition, &receipt, &build.output));
        Ok(())
    })
}

/// Looks for what the desk keeps to itself.
pub fn guard(root: &Path, edition: &Edition) -> Result<Guard, Failure> {
    Guard::of(edition, secrets(root)?.as_deref()).map_err(Failure::Machine)
}

/// Looks at the files of the site's own, which are copied as they are.
pub fn look_at_statics(guard: &Guard, edition: &Edition) -> Result<(), Failure> {
    edition.statics.par_iter().filter(|_| !guard.is_idle()).try_for_each(|file| {
        let unread = |error| ReadError { path: format!("static/{}", file.path), error };
        let looked = match file.size {
            0..LARGE => file.bytes().map(|bytes| guard.look(&file.path, &bytes)),
            _ => file.open().and_then(|(.., opened)| guard.look_at_large(&file.path, opened)),
        };
        looked.map_err(|error| Failure::from(unread(error)))
    })
}

/// Ends the run where something private was found.
pub fn refuse_leaks(guard: Guard, report: &Report) -> Result<(), Failure> {
    let findings = guard.findings();
    report.messages(&findings);
    if findings.is_empty() { Ok(()) } else { Err(Failure::Leak(findings.len())) }
}

fn publish(
    edition: &Edition,
    guard: Guard,
    target: &Target,
    report: &Report,
) -> Result<Receipt, Failure> {
    let stage = Stage::begin(target, &edition.settings.keep)?;
    let bar = progress(edition.plan.pages.len(), report);
    let faults = edition.render(|path, bytes| {
        bar.inc(1);
        guard.look(path, bytes);
        stage.write(path, bytes)
    })?;
    bar.finish_and_clear();
    if !faults.is_empty() {
        report.messages(&faults);
        refuse(&faults)?;
    }
    for (path, bytes) in edition.assets() {
        stage.write(&path, bytes)?;
    }
    let mut faults = photographs(edition, &stage)?;
    // A photograph that is too large for readers stands there smaller.
    for file in edition.statics.iter().filter(|file| edition.photo(&file.path).is_none()) {
        let as_is = edition.settings.pdf_as_is.contains(&file.path);
        match stage.copy(&file.path, &file.file, as_is) {
            Err(OutputError::Image { message, .. }) => faults.push(bad_image(&file.path, &message)),
            other => other?,
        }
    }
    if !faults.is_empty() {
        report.messages(&faults);
        refuse(&faults)?;
    }
    look_at_statics(&guard, edition)?;
    refuse_leaks(guard, report)?;
    Ok(stage.finish()?)
}

/// Lays the photographs that are made of others; gives what is wrong with which.
fn photographs(edition: &Edition, stage: &Stage) -> Result<Vec<Diagnostic>, OutputError> {
    let lay = |made: &Made| {
        let Some((_, of)) = edition.photo(&made.path) else { return Ok(None) };
        let make = |bytes: &[u8]| photograph(made, bytes);
        match stage.make(&made.path, &of.file, &recipe(made), make) {
            Err(OutputError::Image { message, .. }) => Ok(Some(bad_image(&of.path, &message))),
            other => other.map(|()| None),
        }
    };
    let faults: Result<Vec<_>, OutputError> = edition.plan.photos.par_iter().map(lay).collect();
    let mut faults: Vec<Diagnostic> = faults?.into_iter().flatten().collect();
    // What is wrong with a file is said once, not of each size.
    faults.dedup_by(|a, b| a.place == b.place && a.message == b.message);
    Ok(faults)
}

/// Says everything about the content; where that stops publishing, also what is wrong with the
/// templates, so that one run says all.
/// `more` is what only some commands say.
pub fn say_all(edition: &Edition, more: Vec<Diagnostic>, report: &Report) -> Result<(), Failure> {
    let mut all = edition.complaints.clone();
    all.extend(more);
    if edition.has_errors() {
        all.extend(edition.render(|_, _| Ok::<(), Failure>(()))?);
    }
    all.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    report.messages(&all);
    refuse(&all)
}

fn progress(pages: usize, report: &Report) -> ProgressBar {
    let target = if report.wants_progress() {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let bar = ProgressBar::with_draw_target(Some(pages as u64), target);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} pages") {
        bar.set_style(style);
    }
    bar
}

/// What `build` and `check` depend on besides the sources.
pub fn options(inputs: &Inputs) -> Result<Options, Failure> {
    let base_url = match &inputs.base_url {
        None => None,
        Some(text) => Some(tidy_base_url(text).ok_or_else(|| {
            Failure::usage(
                format!("--base-url `{text}` is not an address on the web"),
                "write it in full, like https://briefing.example/",
            )
        })?),
    };
    Ok(Options {
        clock: clock(inputs.at.as_deref())?,
        strict: inputs.strict,
        portable: inputs.portable,
        base_url,
    })
}

/// The site folder, which must have content in it.
pub fn site_root(root: &Path) -> Result<std::path::PathBuf, Failure> {
    let found = root.canonicalize().map_err(|error| {
        Failure::usage(
            format!("the site folder {} cannot be opened: {error}", root.display()),
            "give the folder that holds content/ with --root",
        )
    })?;
    // A site without its content is a slip of the hand, not a wish for an empty site.
    if !found.join("content").is_dir() {
        return Err(Failure::usage(
            format!("{} has no folder content/", root.display()),
            "run `dateline init` for a new site, or give the site's folder with --root",
        ));
    }
    Ok(found)
}

/// Arranges a site for a command that only looks at it, and says its errors.
pub fn look(root: &Path, at: Option<&str>, report: &Report) -> Result<(Edition, usize), Failure> {
    let options = Options { clock: clock(at)?, strict: false, portable: false, base_url: None };
    let edition = edition(&site_root(root)?, &options)?;
    let errors = edition.complaints.iter().filter(|complaint| complaint.is_error());
    let errors: Vec<Diagnostic> = errors.cloned().collect();
    report.messages(&errors);
    Ok((edition, errors.len()))
}

/// Runs work on so many threads.
pub fn in_pool<T: Send>(
    jobs: Option<u16>,
    work: impl FnOnce() -> Result<T, Failure> + Send,
) -> Result<T, Failure> {
    let Some(jobs) = jobs else { return work() };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build();
    pool.map_err(|error| Failure::Machine(error.to_string()))?.install(work)
}

/// Errors end the run: wrong settings with 2, wrong content with 1.
pub fn refuse(complaints: &[Diagnostic]) -> Result<(), Failure> {
    let errors: Vec<&Diagnostic> =
        complaints.iter().filter(|complaint| complaint.is_error()).collect();
    match errors.len() {
        0 => Ok(()),
        n if errors.iter().all(|error| &*error.place.path == "dateline.yaml") => {
            Err(Failure::Settings(n))
        }
        n => Err(Failure::Content(n)),
    }
}

fn summary(edition: &Edition, receipt: &Receipt, output: &Path) -> String {
    let desk = &edition.desk;
    let held = desk.withheld.len();
    let mut text = format!(
        "{} of {}, {} and {} in {}: {} written, {} unchanged, {} removed",
        counted(edition.plan.pages.iter().filter(|page| page.kind.is_page()).count(), "page"),
        counted(desk.articles.len(), "article"),
        counted(desk.notes.len(), "note"),
        counted(desk.briefings.len(), "edition"),
        output.display(),
        receipt.written,
        receipt.unchanged,
        receipt.removed,
    );
    if held > 0 {
        text.push_str(&format!("; {held} held back (`dateline list` says why)"));
    }
    text
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Self {
        match error {
            OutputError::Usage { message, help } => Self::Usage { message, help },
            other => {
                let help = other.help().map(|help| format!("\n  help: {help}")).unwrap_or_default();
                Self::Machine(format!("{other}{help}"))
            }
        }
    }
}
