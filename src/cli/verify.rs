use super::args::{self, Format, Global};
use super::failure::Failure;
use super::report::{Report, counted};
use crate::output::{Verified, verify};

/// Compares a copy of the output with the manifest that lies in it.
pub fn run(args: &args::Verify, global: &Global, report: &Report) -> Result<(), Failure> {
    let verified = verify(&args.dir, &args.keep)?;
    for (state, paths) in [
        ("missing", &verified.missing),
        ("changed", &verified.changed),
        ("foreign", &verified.foreign),
    ] {
        for path in paths {
            report.say(&match global.format {
                Format::Json => serde_json::json!({ "state": state, "path": path }).to_string(),
                Format::Human | Format::Short => format!("{state}  {path}"),
            });
        }
    }
    if verified.is_sound() {
        report.summary(&format!("{}: all as they were published", counted(verified.files, "file")));
        return Ok(());
    }
    Err(Failure::Machine(differs(&verified)))
}

fn differs(verified: &Verified) -> String {
    format!(
        "this is not what was published: of {}, {} missing and {} changed; {} foreign",
        counted(verified.files, "file"),
        verified.missing.len(),
        verified.changed.len(),
        verified.foreign.len(),
    )
}
