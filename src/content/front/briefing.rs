use super::{FrontFile, dates, named, sums};
use crate::base::{Day, Diagnostic, Moment, Spot, Spotted};
use crate::content::yaml::{Fields, Node};
use crate::model::{ALERTS, Briefing, Keys, Name, TRENDS, codes};

/// More than these nobody keeps in mind.
const MAX_TAKEAWAYS: usize = 7;

/// Reads a briefing's keys, and where its title stands.
pub fn read(file: FrontFile<'_>, complaints: &mut Vec<Diagnostic>) -> Option<(Briefing, Spot)> {
    let zone = &file.settings.zone;
    let mut fields = Fields::open(file.yaml, Keys::Briefing, file.path, complaints);
    let title = fields.must("title");
    let date = dates::of_file(&mut fields, zone);
    let takeaways = fields.texts("takeaways");
    if let Some(eighth) = takeaways.get(MAX_TAKEAWAYS) {
        let message = format!("{} takeaways; {MAX_TAKEAWAYS} are the limit", takeaways.len());
        fields.complain(
            codes::TOO_MANY_TAKEAWAYS,
            eighth.spot,
            message,
            "keep the seven that matter most",
        );
    }
    let slug = named::stem(&mut fields);
    let briefing = Briefing {
        title: title.value,
        date: date.unwrap_or(Moment { day: Day::EPOCH, time: None }),
        slug,
        cut_off: fields.moment("cut_off", zone).map(|time| time.value),
        number: fields.plain("number"),
        takeaways: takeaways.into_iter().map(|sentence| sentence.value).collect(),
        items: fields.texts("items"),
        trend: by_topic(&mut fields, "trend", &TRENDS),
        alerts: by_topic(&mut fields, "alerts", &ALERTS),
        sum: sums::sum(&mut fields),
        outlook: fields.plain("outlook"),
        embargo: fields.time("embargo", zone).map(|time| time.value),
        language: named::language_of_file(&mut fields, file.settings),
        extra: fields.extra("extra"),
    };
    // Without a date nothing else about the file should go unsaid.
    date.map(|_| (briefing, title.spot))
}

/// A map of topic to one of a few words.
fn by_topic(fields: &mut Fields<'_>, name: &str, values: &[&str]) -> Vec<(Name, Spotted<String>)> {
    let Some(field) = fields.get(name) else { return Vec::new() };
    let Node::Map { entries, .. } = field.node else {
        fields.complain(
            codes::WRONG_SHAPE,
            field.node.spot(),
            "this value has the wrong shape",
            format!("expected a map of topic to one of: {}", values.join(", ")),
        );
        return Vec::new();
    };
    let mut words = Vec::new();
    for (topic, node) in entries {
        match node {
            Node::Leaf { text, spot } if values.contains(&text.as_str()) => {
                words.push((topic.clone(), Spotted::new(text.clone(), *spot)));
            }
            _ => fields.complain(
                codes::WRONG_CHOICE,
                node.spot(),
                format!("this is not one of the values of `{name}`"),
                format!("one of: {}", values.join(", ")),
            ),
        }
    }
    words
}
