use serde_json::{Map, Value, json};

use super::args;
use super::failure::Failure;
use super::report::Report;
use crate::base::did_you_mean;
use crate::model::{Key, Keys, Shape, keys_of};

/// A time with its offset; seconds may be left out, which `format: date-time` does not allow.
const TIME: &str = r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)$";

const KINDS: [(&str, Keys, bool); 12] = [
    ("article", Keys::Article, false),
    ("note", Keys::Note, false),
    ("correction", Keys::Correction, false),
    ("briefing", Keys::Briefing, false),
    ("topic", Keys::Topic, false),
    ("page", Keys::Page, false),
    ("places", Keys::Place, true),
    ("actors", Keys::Actor, true),
    ("people", Keys::Person, true),
    ("sources", Keys::Source, true),
    ("events", Keys::Event, true),
    ("settings", Keys::Settings, false),
];

/// Prints the JSON Schema (draft 2020-12) of a kind of file, from the table that the reader uses.
pub fn run(schema: &args::Schema, report: &Report) -> Result<(), Failure> {
    let Some((name, keys, registry)) = KINDS.iter().find(|(name, ..)| *name == schema.kind) else {
        let names = KINDS.map(|(name, ..)| name);
        let help = did_you_mean(&schema.kind, names)
            .unwrap_or_else(|| format!("one of: {}", names.join(", ")));
        return Err(Failure::usage(format!("there is no schema of `{}`", schema.kind), help));
    };
    let entry = object(*keys);
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    whole.insert("title".to_owned(), json!(format!("Dateline: {name}")));
    match (registry, entry) {
        (true, entry) => {
            whole.insert("type".to_owned(), json!("object"));
            whole.insert("additionalProperties".to_owned(), entry);
        }
        (false, Value::Object(entry)) => whole.extend(entry),
        (false, _) => {}
    }
    let text = serde_json::to_string_pretty(&Value::Object(whole))
        .map_err(|error| Failure::Machine(error.to_string()))?;
    report.say(&text);
    Ok(())
}

fn object(keys: Keys) -> Value {
    let properties: Map<String, Value> =
        keys_of(keys).iter().map(|key| (key.name.to_owned(), property(key))).collect();
    // A dated file name may supply the date, so a schema of the front matter cannot demand it.
    let required: Vec<&str> = keys_of(keys)
        .iter()
        .filter(|key| key.required && key.name != "date")
        .map(|key| key.name)
        .collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn property(key: &Key) -> Value {
    let mut shape = shape(key.shape);
    shape["description"] = json!(key.doc);
    shape
}

fn shape(shape: Shape) -> Value {
    let text = || json!({ "type": ["string", "number", "boolean"] });
    match shape {
        Shape::Text => text(),
        Shape::Texts => json!({ "anyOf": [text(), { "type": "array", "items": text() }] }),
        Shape::Moment => {
            json!({ "anyOf": [{ "type": "string", "format": "date" }, { "type": "string", "pattern": TIME }] })
        }
        Shape::Time => json!({ "type": "string", "pattern": TIME }),
        Shape::Day => json!({ "type": "string", "format": "date" }),
        Shape::When => json!({ "type": ["string", "number"] }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Integer => json!({ "type": "integer" }),
        Shape::Number(least, most) => {
            json!({ "type": "number", "minimum": least, "maximum": most })
        }
        Shape::Choice(values) if values.contains(&"cc-by") => {
            json!({ "anyOf": [{ "enum": values }, { "type": "string", "pattern": "^cc-by" }] })
        }
        Shape::Choice(values) => json!({ "enum": values }),
        Shape::Map(keys) => object(keys),
        Shape::Maps(keys) => json!({ "type": "array", "items": object(keys) }),
        Shape::Topics(values) | Shape::Claims(values) => {
            json!({ "type": "object", "additionalProperties": { "enum": values } })
        }
        Shape::Tongues | Shape::Moves => {
            json!({ "type": "object", "additionalProperties": text() })
        }
        Shape::Bounds => {
            json!({ "type": "array", "items": { "type": "number" }, "minItems": 4, "maxItems": 4 })
        }
        Shape::Free => json!({ "type": "object" }),
    }
}
