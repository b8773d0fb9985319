use super::args;
use super::failure::Failure;
use super::report::Report;
use crate::base::did_you_mean;
use crate::model::codes;

/// The manual's page on messages: one section a code.
const MESSAGES: &str = include_str!("../../docs/messages.md");

/// Says what a message means and how to mend it.
pub fn run(explain: &args::Explain, report: &Report) -> Result<(), Failure> {
    let Some(code) = &explain.code else {
        for code in codes::ALL {
            report.say(code.0);
        }
        return Ok(());
    };
    let code =
        code.trim_start_matches("error[").trim_start_matches("warning[").trim_end_matches(']');
    match section(code) {
        Some(text) => {
            report.say(text.trim_end());
            Ok(())
        }
        None => {
            let help = did_you_mean(code, codes::ALL.iter().map(|code| code.0))
                .unwrap_or_else(|| "`dateline explain` lists all codes".to_owned());
            Err(Failure::usage(format!("no message has the code `{code}`"), help))
        }
    }
}

/// The section of the manual about a code.
pub fn section(code: &str) -> Option<&'static str> {
    let heading = format!("\n## {code}\n");
    let start = MESSAGES.find(&heading)? + 1;
    let end = MESSAGES[start..].find("\n## ").map_or(MESSAGES.len(), |end| start + end);
    Some(&MESSAGES[start..end])
}
