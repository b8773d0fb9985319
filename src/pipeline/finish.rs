//! Makes what there is to say ready to be shown.

use std::collections::HashMap;

use crate::base::{Diagnostic, Place, Severity, Spot};
use crate::content::{SiteFiles, Text};
use crate::model::codes;

/// The lines that messages speak of, with the texts that they are from.
pub(super) type Excerpts = HashMap<Place, (Text, Spot, Option<String>)>;

/// Makes the complaints ready to be shown: warnings made errors where that is asked for, sorted,
/// each with the line that it speaks of.
pub(super) fn finish(
    complaints: &mut Vec<Diagnostic>,
    files: &SiteFiles,
    strict: bool,
    excerpts: &mut Excerpts,
) {
    for complaint in complaints.iter_mut() {
        if strict && complaint.severity == Severity::Warning {
            complaint.severity = Severity::Error;
        }
    }
    complaints.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    complaints.dedup();
    let mut known = std::mem::take(excerpts);
    // Nobody reads more lines than these; finding each takes as long as its file is.
    for complaint in complaints.iter_mut().take(1_000) {
        let place = complaint.place.clone();
        let Some(text) = files.filed(&place.path).map(|filed| filed.text().clone()) else {
            complaint.excerpt = of_template(complaint, files);
            continue;
        };
        let kept = known.remove(&place).filter(|(known, ..)| known.is(&text));
        let (text, spot, line) = kept.unwrap_or_else(|| {
            let source = files.source(&place.path);
            let (spot, line) =
                line(&source.map(|source| source.text).unwrap_or_default(), place.spot);
            (text, spot, line)
        });
        complaint.place.spot = spot;
        // Logs are read by many, and a comment is for the desk alone.
        let quiet = complaint.code == codes::HTML_COMMENT && complaint.severity == Severity::Note;
        complaint.excerpt = line.clone().filter(|_| !quiet);
        excerpts.insert(place, (text, spot, line));
    }
    complaints.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
}

fn of_template(complaint: &mut Diagnostic, files: &SiteFiles) -> Option<String> {
    let path = &complaint.place.path;
    let own = |name: &str| path.strip_prefix("templates/") == Some(name);
    let text = &files.templates.iter().find(|file| own(&file.name))?.text;
    let (spot, line) = line(text, complaint.place.spot);
    complaint.place.spot = spot;
    line
}

/// The line at a spot. One behind the end of a file is moved to the end of its last line.
fn line(text: &str, spot: Spot) -> (Spot, Option<String>) {
    if let Some(line) = text.lines().nth(spot.line as usize - 1) {
        return (spot, Some(line.to_owned()));
    }
    let Some(last) = text.lines().last() else { return (spot, None) };
    let end = Spot::new(text.lines().count() as u32, last.chars().count() as u32 + 1, 1);
    (end, Some(last.to_owned()))
}
