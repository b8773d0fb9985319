use super::{FrontFile, named};
use crate::base::{Diagnostic, Spot};
use crate::content::yaml::Fields;
use crate::model::{Keys, MapSettings, Topic, codes};

/// Reads a topic's keys, and where its title stands.
pub fn read(file: FrontFile<'_>, complaints: &mut Vec<Diagnostic>) -> (Topic, Spot) {
    let mut fields = Fields::open(file.yaml, Keys::Topic, file.path, complaints);
    let title = fields.must("title");
    let topic = Topic {
        title: title.value,
        id: named::stem(&mut fields),
        parent: fields.text("parent"),
        aliases: fields.texts("aliases"),
        summary: fields.plain("summary"),
        sides: fields.texts("sides"),
        map: map(&mut fields),
        language: named::language_of_file(&mut fields, file.settings),
        extra: fields.extra("extra"),
    };
    (topic, title.spot)
}

fn map(fields: &mut Fields<'_>) -> Option<MapSettings> {
    let field = fields.get("map")?;
    let spot = field.node.spot();
    let mut keys = Fields::within(field, Keys::Map, spot, fields.path, fields.complaints);
    let bounds = keys.get("bounds").and_then(|bounds| {
        let numbers: Option<Vec<f64>> = bounds
            .value
            .as_sequence()
            .map(|items| items.iter().filter_map(serde_yaml::Value::as_f64).collect());
        let four: Option<[f64; 4]> = numbers.and_then(|numbers| numbers.try_into().ok());
        let fine = four.filter(|[west, south, east, north]| {
            [west, east].iter().all(|lon| (-180.0..=180.0).contains(*lon))
                && -90.0 <= *south
                && south < north
                && *north <= 90.0
        });
        if fine.is_none() {
            keys.complain(
                codes::WRONG_SHAPE,
                bounds.node.spot(),
                "these are not the bounds of a map",
                "expected [west, south, east, north] in degrees",
            );
        }
        fine
    });
    Some(MapSettings { bounds, point_of_view: named::point_of_view(&mut keys) })
}
