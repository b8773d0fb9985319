//! The command line: arguments, one file a command, and the report.
//!
//! The only room that prints, and the only one that reads the clock.

mod args;
mod build;
mod check;
mod clock;
mod completions;
mod diff;
mod explain;
mod failure;
mod init;
mod list;
mod new;
mod release;
mod report;
mod schema;
mod serve;
mod verify;
mod why;

use std::ffi::OsString;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;

use args::{Args, Command};
use failure::Failure;
use report::Report;

/// Runs the program with its arguments, and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            // Help and version go to stdout and are no mistake; a reader that has gone is none.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let report = Arc::new(Report::new(&args.global));
    let result = dispatch(&args, &report);
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Interrupted) => ExitCode::from(Failure::Interrupted.exit_code()),
        Err(failure) => {
            report.failure(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

fn dispatch(args: &Args, report: &Arc<Report>) -> Result<(), Failure> {
    match &args.command {
        Command::Init(init) => init::run(init, &args.global, report),
        Command::New(new) => new::run(new, &args.global, report),
        Command::Build(build) => build::run(build, &args.global, report),
        Command::Serve(serve) => serve::run(serve, &args.global, report),
        Command::Check(check) => check::run(check, &args.global, report),
        Command::List(list) => list::run(list, &args.global, report),
        Command::Release(release) => release::run(release, &args.global, report),
        Command::Diff(diff) => diff::run(diff, &args.global, report),
        Command::Verify(verify) => verify::run(verify, &args.global, report),
        Command::Why(why) => why::run(why, &args.global, report),
        Command::Explain(explain) => explain::run(explain, report),
        Command::Schema(schema) => schema::run(schema, report),
        Command::Completions(completions) => completions::run(completions, report),
    }
}

/// The command line's description, for completions and tests.
pub fn command() -> clap::Command {
    <Args as clap::CommandFactory>::command()
}
