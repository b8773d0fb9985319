use std::sync::Arc;

use super::{named, sums};
use crate::base::{Checked, Spot, is_slug, slugify};
use crate::content::yaml::{self, Field, Fields};
use crate::content::{Source, SourceKind};
use crate::model::{
    ACTOR_KINDS, Disputed, Entry, EntryKind, Fields as Facts, Identify, Keys, Precision, Role,
    codes,
};

/// Reads one of the five files of the registry.
pub fn registry(source: &Source) -> Checked<Vec<Entry>> {
    let mut complaints = Vec::new();
    let SourceKind::Registry(kind) = source.kind else { return Checked::default() };
    let Some(yaml) = yaml::read(&source.text, &source.path, 0, &mut complaints) else {
        return Checked::new(Vec::new(), complaints);
    };
    let mut entries = Vec::new();
    for (id, spot, field) in ids(&yaml, &source.path, &mut complaints) {
        let keys = keys_of_kind(kind);
        let mut fields = Fields::within(field, keys, spot, &source.path, &mut complaints);
        entries.push(entry(id, spot, kind, &mut fields));
    }
    Checked::new(entries, complaints)
}

fn keys_of_kind(kind: EntryKind) -> Keys {
    match kind {
        EntryKind::Topic => Keys::Topic,
        EntryKind::Place => Keys::Place,
        EntryKind::Actor => Keys::Actor,
        EntryKind::Person => Keys::Person,
        EntryKind::Source => Keys::Source,
        EntryKind::Event => Keys::Event,
    }
}

/// The ids of a registry file with their fields; an id must be its own slug.
fn ids<'a>(
    yaml: &'a yaml::Yaml,
    path: &'a Arc<str>,
    complaints: &mut Vec<crate::base::Diagnostic>,
) -> Vec<(&'a str, Spot, Field<'a>)> {
    let (yaml::Node::Map { entries, .. }, serde_yaml::Value::Mapping(values)) =
        (&yaml.node, &yaml.value)
    else {
        if !yaml.value.is_null() {
            complaints.push(
                crate::base::Diagnostic::error(
                    codes::WRONG_SHAPE,
                    path,
                    yaml.node.spot(),
                    "a registry file is a map of id to fields",
                )
                .help("write it like\nbrega:\n  name: Brega"),
            );
        }
        return Vec::new();
    };
    let mut ids = Vec::new();
    for ((key, node), value) in entries.iter().zip(values.values()) {
        if !is_slug(&key.value) {
            let slug = slugify(&key.value);
            complaints.push(
                crate::base::Diagnostic::error(
                    codes::WRONG_SLUG,
                    path,
                    key.spot,
                    format!("`{}` cannot be an id", key.value),
                )
                .help(format!("write lower-case letters, digits and hyphens, such as `{slug}`")),
            );
        }
        ids.push((key.value.as_str(), key.spot, Field { node, value }));
    }
    ids
}

fn entry(id: &str, spot: Spot, kind: EntryKind, fields: &mut Fields<'_>) -> Entry {
    let name = fields.must(if kind == EntryKind::Event { "title" } else { "name" });
    let native = if kind == EntryKind::Event { None } else { fields.plain("native") };
    Entry {
        id: id.to_owned(),
        spot,
        name: name.value,
        native,
        names: named::tongues(fields, "names"),
        aliases: fields.texts("aliases"),
        summary: fields.plain("summary"),
        fields: facts(kind, fields),
        extra: fields.extra("extra"),
    }
}

fn facts(kind: EntryKind, fields: &mut Fields<'_>) -> Facts {
    match kind {
        EntryKind::Place => place(fields),
        EntryKind::Person => person(fields),
        EntryKind::Source => Facts::Source {
            kind: fields.plain("kind"),
            country: fields.plain("country"),
            language: named::language(fields),
            affiliated: fields.texts("affiliated"),
            url: named::web(fields, "url").map(|url| url.value),
        },
        EntryKind::Event => Facts::Event {
            when: fields.when("when"),
            place: fields.text("place"),
            kind: fields.plain("type"),
            sides: fields.texts("sides"),
            phrase: fields.plain("phrase"),
            sum: sums::sum(fields),
        },
        EntryKind::Actor | EntryKind::Topic => Facts::Actor {
            kind: fields.choice("kind", &ACTOR_KINDS, |text| {
                ACTOR_KINDS.contains(&text).then(|| text.to_owned())
            }),
            side: fields.plain("side"),
            parent: fields.text("parent"),
            active: fields.when("active"),
        },
    }
}

fn place(fields: &mut Fields<'_>) -> Facts {
    let disputed = fields.get("disputed").map(|field| {
        let spot = field.node.spot();
        let mut keys = Fields::within(field, Keys::Disputed, spot, fields.path, fields.complaints);
        Disputed {
            claimed_by: keys.texts("claimed_by"),
            controlled_by: keys.text("controlled_by"),
            as_of: keys.when("as_of"),
        }
    });
    Facts::Place {
        lat: fields.number("lat", -90.0, 90.0),
        lon: fields.number("lon", -180.0, 180.0),
        precision: fields.choice("precision", &Precision::VALUES, Precision::parse),
        country: fields.plain("country"),
        sensitive: fields.flag("sensitive"),
        disputed,
    }
}

fn person(fields: &mut Fields<'_>) -> Facts {
    let mut roles = Vec::new();
    for field in fields.items("roles") {
        let spot = field.node.spot();
        let mut keys = Fields::within(field, Keys::Role, spot, fields.path, fields.complaints);
        roles.push(Role {
            title: keys.must("title").value,
            actor: keys.text("actor"),
            from: keys.when("from"),
            to: keys.when("to"),
        });
    }
    let identify = fields.choice("identify", &["full", "role", "none"], |text| match text {
        "full" => Some(Identify::Full),
        "role" => Some(Identify::Role),
        "none" => Some(Identify::None),
        _ => None,
    });
    Facts::Person { roles, identify: identify.unwrap_or_default(), minor: fields.flag("minor") }
}
