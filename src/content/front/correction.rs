use super::{FrontFile, dates, named};
use crate::base::{Day, Diagnostic, Moment, Spot};
use crate::content::yaml::Fields;
use crate::model::{Correction, CorrectionKind, Keys, codes};

/// Reads a correction's keys.
pub fn read(file: FrontFile<'_>, complaints: &mut Vec<Diagnostic>) -> Option<(Correction, Spot)> {
    let mut fields = Fields::open(file.yaml, Keys::Correction, file.path, complaints);
    let date = dates::of_file(&mut fields, &file.settings.zone);
    let target = fields.must("target");
    let kind = fields.choice("kind", &CorrectionKind::VALUES, CorrectionKind::parse);
    let (was, now) = (fields.text("was"), fields.text("now"));
    let spot = target.spot;
    if let (None, Some(now)) = (&was, &now) {
        let message = "`now` stands here without `was`";
        let help = "write the words that readers got as `was: …`";
        fields.complain(codes::WRONG_CORRECTION, now.spot, message, help);
    }
    let kind = kind.unwrap_or_default();
    if kind == CorrectionKind::Correction && was.is_none() {
        let message = "a correction says what was wrong, in the words that readers got";
        let help = "write `was: …`, or another kind: clarification, update, refile, withdrawal";
        fields.complain(codes::WRONG_CORRECTION, spot, message, help);
    }
    let correction = Correction {
        date: date.unwrap_or(Moment { day: Day::EPOCH, time: None }),
        slug: named::stem(&mut fields),
        target,
        kind,
        was,
        now,
        language: named::language_of_file(&mut fields, file.settings),
        extra: fields.extra("extra"),
    };
    date.map(|_| (correction, spot))
}
