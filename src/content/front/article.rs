use super::{FrontFile, dates, named};
use crate::base::{Day, Diagnostic, Moment, Spot};
use crate::content::yaml::Fields;
use crate::model::{Article, Image, Keys, Name, Rights, Status, codes};

/// Reads an article's keys, and where its title stands.
pub fn read(file: FrontFile<'_>, complaints: &mut Vec<Diagnostic>) -> Option<(Article, Spot)> {
    let zone = &file.settings.zone;
    let mut fields = Fields::open(file.yaml, Keys::Article, file.path, complaints);
    let title = fields.must("title");
    let topics = fields.must_texts("topics");
    let date = dates::of_file(&mut fields, zone);
    let slug = named::slug(&mut fields);
    let rights = fields.choice("rights", &Rights::VALUES, Rights::parse);
    let embargo = fields.time("embargo", zone);
    let expires = fields.time("expires", zone);
    let updated = fields.moment("updated", zone);
    let spot = title.spot;
    // Without a date nothing else about the file should go unsaid.
    let dated = date.is_some();
    let date = date.unwrap_or(Moment { day: Day::EPOCH, time: None });
    if let Some(expires) = expires.filter(|_| dated)
        && date.start(zone).is_some_and(|start| expires.value <= start)
    {
        fields.complain(
            codes::EXPIRES_TOO_EARLY,
            expires.spot,
            "this expires at or before its date",
            "write a later time, or take `expires` out",
        );
    }
    if let Some(updated) = updated.filter(|_| dated)
        && is_before(updated.value, date, zone)
    {
        let message = format!("`updated` is before `date`, {date}");
        fields.complaints.push(
            Diagnostic::warning(codes::UPDATED_TOO_EARLY, file.path, updated.spot, message)
                .help("write a later time"),
        );
    }
    let status = status(&mut fields);
    let reason = reason(&mut fields, status, updated.is_some());
    let article = Article {
        title: title.value,
        date,
        slug,
        topics,
        standfirst: fields.plain("standfirst"),
        source: fields.text("source"),
        url: named::web(&mut fields, "url"),
        byline: fields.plain("byline"),
        wire: fields.text("wire"),
        dateline: fields.plain("dateline"),
        summary: fields.plain("summary"),
        places: fields.texts("places"),
        actors: fields.texts("actors"),
        events: fields.texts("events"),
        image: image(&mut fields),
        related: fields.texts("related"),
        language: named::language_of_file(&mut fields, file.settings),
        rights: rights.unwrap_or_else(|| file.settings.rights.clone()),
        license: fields.plain("license"),
        accessed: fields.day("accessed"),
        archive: named::web(&mut fields, "archive"),
        status,
        reason,
        embargo: embargo.map(|embargo| embargo.value),
        expires: expires.map(|expires| expires.value),
        updated: updated.map(|updated| updated.value),
        aliases: named::aliases(&mut fields),
        weight: fields.integer("weight").unwrap_or(0),
        template: fields.text("template"),
        extra: fields.extra("extra"),
    };
    dated.then_some((article, spot))
}

/// Why an article was withdrawn, which is said with the day.
fn reason(fields: &mut Fields<'_>, status: Status, dated: bool) -> Option<Name> {
    let reason = fields.text("reason")?;
    if status != Status::Withdrawn {
        let message = "`reason` stands here, and the article is not withdrawn";
        let help = "write `status: withdrawn`, or take `reason` out";
        fields.complain(codes::WRONG_CHOICE, reason.spot, message, help);
    } else if !dated {
        let message = "`updated` is missing, the day on which the article was withdrawn";
        fields.complain(codes::MISSING_KEY, reason.spot, message, "add `updated: 2011-07-25`");
    }
    Some(reason)
}

/// Whether a moment is before another; a day alone means the whole day.
fn is_before(moment: Moment, other: Moment, zone: &jiff::tz::TimeZone) -> bool {
    match (moment.time, other.time) {
        (Some(_), Some(_)) => moment.start(zone) < other.start(zone),
        _ => moment.day < other.day,
    }
}

/// `status`, or its short form `draft: true`.
pub fn status(fields: &mut Fields<'_>) -> Status {
    let status = fields.choice("status", &Status::VALUES, Status::parse);
    let draft = fields.flag("draft");
    if draft { Status::Draft } else { status.unwrap_or_default() }
}

fn image(fields: &mut Fields<'_>) -> Option<Image> {
    let field = fields.get("image")?;
    let spot = field.node.spot();
    let mut keys = Fields::within(field, Keys::Image, spot, fields.path, fields.complaints);
    let image = Image {
        src: keys.text("src"),
        alt: keys.plain("alt"),
        credit: keys.plain("credit"),
        caption: keys.plain("caption"),
        rights: keys.plain("rights"),
    };
    let path = keys.path;
    if let Some(src) = &image.src {
        if image.alt.is_none() {
            let complaint =
                Diagnostic::warning(codes::MISSING_ALT, path, src.spot, "this image has no `alt`");
            keys.complaints
                .push(complaint.help("add `alt: …`, a sentence that says what it shows"));
        }
        if image.credit.is_none() {
            let complaint = Diagnostic::warning(
                codes::MISSING_CREDIT,
                path,
                src.spot,
                "this image has no `credit`",
            );
            keys.complaints.push(complaint.help("add `credit: …`, who took it"));
        }
    }
    Some(image)
}
