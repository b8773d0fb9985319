use super::args;
use super::failure::Failure;
use super::report::Report;

/// Prints completions for a shell.
pub fn run(completions: &args::Completions, report: &Report) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(completions.shell, &mut super::command(), "dateline", &mut script);
    report.say(String::from_utf8_lossy(&script).trim_end());
    Ok(())
}
