use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_yaml::Value;

use super::{Node, Yaml};
use crate::base::{
    Code, Day, Diagnostic, Moment, Spot, Spotted, did_you_mean, nearest, plain_line,
};
use crate::content::front::dates;
use crate::model::{Extra, Key, Keys, Name, When, codes, keys_of};

/// No list of names may be longer.
const MAX_ITEMS: usize = 200;

/// A value with its place.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// Where it stands.
    pub node: &'a Node,
    /// What it is.
    pub value: &'a Value,
}

/// A map of keys that is being read: hands out each key's value in the shape asked for, and
/// collects what is wrong with them.
pub struct Fields<'a> {
    /// The file.
    pub path: &'a Arc<str>,
    /// What was found so far.
    pub complaints: &'a mut Vec<Diagnostic>,
    /// Which keys there may be.
    keys: Keys,
    /// Where the map begins; what is missing is missing here.
    spot: Spot,
    /// It is no map at all, which was said already.
    shapeless: bool,
    entries: Vec<(&'a str, Spot, Field<'a>)>,
}

impl<'a> Fields<'a> {
    /// Opens the front matter (or settings) of a file. What is missing there is missing at 1:1.
    pub fn open(
        yaml: &'a Yaml,
        keys: Keys,
        path: &'a Arc<str>,
        complaints: &'a mut Vec<Diagnostic>,
    ) -> Self {
        let field = Field { node: &yaml.node, value: &yaml.value };
        Self::within(field, keys, Spot::START, path, complaints)
    }

    /// Opens a map inside another value. What is missing there is missing at `spot`.
    pub fn within(
        field: Field<'a>,
        keys: Keys,
        spot: Spot,
        path: &'a Arc<str>,
        complaints: &'a mut Vec<Diagnostic>,
    ) -> Self {
        let mut fields =
            Self { path, complaints, keys, spot, shapeless: false, entries: Vec::new() };
        match entries_of(field) {
            Some(entries) => fields.entries = entries,
            None => {
                fields.shapeless = true;
                fields.wrong(field.node.spot(), "a map of `key: value` lines");
            }
        }
        fields.refuse_unknown();
        fields
    }

    fn refuse_unknown(&mut self) {
        let known = keys_of(self.keys);
        for (name, spot, _) in &self.entries {
            if known.iter().any(|key| key.name == *name) {
                continue;
            }
            let names = || known.iter().map(|key| key.name);
            let complaint = if name.is_ascii() {
                let help = did_you_mean(name, names())
                    .unwrap_or_else(|| "keys of your own go under `extra:`".to_owned());
                Diagnostic::error(
                    codes::UNKNOWN_KEY,
                    self.path,
                    *spot,
                    format!("unknown key `{name}`"),
                )
                .help(help)
            } else {
                let message = strange(name);
                let help =
                    did_you_mean(name, names()).unwrap_or_else(|| "type the key again".to_owned());
                Diagnostic::error(codes::LOOKALIKE_KEY, self.path, *spot, message).help(help)
            };
            self.complaints.push(complaint);
        }
    }

    /// Says that a key is missing that must be there; not where it was only misspelt, which was
    /// said already, nor where there are no keys at all.
    pub fn missing(&mut self, name: &str) {
        let known = || keys_of(self.keys).iter().map(|key| key.name);
        let misspelt = self.entries.iter().any(|(key, ..)| {
            !known().any(|known| known == *key) && nearest(key, known()) == Some(name)
        });
        if misspelt || self.shapeless {
            return;
        }
        let doc = key_of(self.keys, name).map_or("", |key| key.doc);
        let message = format!("`{name}` is missing");
        self.complain(codes::MISSING_KEY, self.spot, message, format!("add `{name}: …`, {doc}"));
    }

    /// Adds an error.
    pub fn complain(
        &mut self,
        code: Code,
        spot: Spot,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.complaints.push(Diagnostic::error(code, self.path, spot, message).help(help));
    }

    fn wrong(&mut self, spot: Spot, wanted: &str) {
        self.complain(
            codes::WRONG_SHAPE,
            spot,
            "this value has the wrong shape",
            format!("expected {wanted}"),
        );
    }

    /// The value of a key, if it is there and not empty.
    pub fn get(&self, name: &str) -> Option<Field<'a>> {
        let found = self.entries.iter().find(|(key, _, _)| *key == name);
        found.map(|(_, _, field)| *field).filter(|field| !field.value.is_null())
    }

    /// A line of text; blank is the same as missing.
    pub fn text(&mut self, name: &str) -> Option<Name> {
        let field = self.get(name)?;
        self.text_of(field).filter(|text| !text.value.is_empty())
    }

    /// A line of text without its place.
    pub fn plain(&mut self, name: &str) -> Option<String> {
        self.text(name).map(|text| text.value)
    }

    /// A line of text that must be there; an empty one when it is not.
    pub fn must(&mut self, name: &str) -> Name {
        let before = self.complaints.len();
        let text = self.text(name);
        if text.is_none() && self.complaints.len() == before {
            self.missing(name);
        }
        text.unwrap_or_default()
    }

    fn text_of(&mut self, field: Field<'_>) -> Option<Name> {
        let Node::Leaf { text, spot } = field.node else {
            match field.node {
                Node::Map { entries, spot } if entries.len() == 1 => {
                    let message = "a text with a colon and a blank in it needs quotes round it";
                    self.complain(
                        codes::QUOTE_THE_COLON,
                        *spot,
                        message,
                        "write it as \"text: with colon\"",
                    );
                }
                node => self.wrong(node.spot(), "one line of text"),
            }
            return None;
        };
        // A number or a flag keeps the form in which it was typed: 012 stays 012.
        let text = field.value.as_str().unwrap_or(text);
        self.warn_of_directions(text, *spot);
        Some(Spotted::new(plain_line(text), *spot))
    }

    fn warn_of_directions(&mut self, text: &str, spot: Spot) {
        let is_control = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if let Some(control) = text.chars().find(is_control) {
            let message = format!(
                "an invisible direction control (U+{:04X}) stands in this text",
                u32::from(control)
            );
            self.complaints.push(
                Diagnostic::warning(codes::DIRECTION_CONTROL, self.path, spot, message)
                    .help("delete it: the site isolates mixed directions itself"),
            );
        }
    }

    /// A list of texts; one text alone is a list of one.
    pub fn texts(&mut self, name: &str) -> Vec<Name> {
        let Some(field) = self.get(name) else { return Vec::new() };
        let mut items = items_of(field).unwrap_or_else(|| vec![field]);
        if items.len() > MAX_ITEMS {
            let message = format!("`{name}` has {} items; {MAX_ITEMS} are the limit", items.len());
            self.complain(codes::TOO_LARGE, field.node.spot(), message, "keep those that matter");
            items.truncate(MAX_ITEMS);
        }
        let texts: Vec<Name> = items.into_iter().filter_map(|item| self.text_of(item)).collect();
        texts.into_iter().filter(|text| !text.value.is_empty()).collect()
    }

    /// A list of texts that must not be empty.
    pub fn must_texts(&mut self, name: &str) -> Vec<Name> {
        let before = self.complaints.len();
        let texts = self.texts(name);
        if texts.is_empty() && self.complaints.len() == before {
            self.missing(name);
        }
        texts
    }

    /// `true` or `false`.
    pub fn flag(&mut self, name: &str) -> bool {
        let Some(field) = self.get(name) else { return false };
        field.value.as_bool().unwrap_or_else(|| {
            self.wrong(field.node.spot(), "`true` or `false`");
            false
        })
    }

    /// A whole number; 0 when it is not there.
    pub fn integer(&mut self, name: &str) -> Option<i64> {
        let field = self.get(name)?;
        let number = field.value.as_i64();
        if number.is_none() {
            self.wrong(field.node.spot(), "a whole number");
        }
        number
    }

    /// A number within bounds.
    pub fn number(&mut self, name: &str, least: f64, most: f64) -> Option<f64> {
        let field = self.get(name)?;
        let number = field.value.as_f64().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.wrong(field.node.spot(), &format!("a number from {least} to {most}"));
        }
        number
    }

    /// One of a few words, read by `parse`.
    pub fn choice<T>(
        &mut self,
        name: &str,
        values: &[&str],
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(name)?;
        let choice = parse(&text.value);
        if choice.is_none() {
            let message = format!("`{}` is not one of the values of `{name}`", text.value);
            let help = did_you_mean(&text.value, values.iter().copied())
                .unwrap_or_else(|| format!("one of: {}", values.join(", ")));
            self.complain(codes::WRONG_CHOICE, text.spot, message, help);
        }
        choice
    }

    /// A day, or a time with offset.
    pub fn moment(&mut self, name: &str, zone: &TimeZone) -> Option<Spotted<Moment>> {
        let text = self.text(name)?;
        match Moment::parse(&text.value, zone) {
            Some(moment) => Some(Spotted::new(moment, text.spot)),
            None => {
                self.complaints.push(dates::wrong(self.path, &text));
                None
            }
        }
    }

    /// A time, which needs its offset.
    pub fn time(&mut self, name: &str, zone: &TimeZone) -> Option<Spotted<Timestamp>> {
        let moment = self.moment(name, zone)?;
        if moment.value.time.is_none() {
            let message = format!("`{name}` needs a time with its offset");
            let help = format!("write it like {}T18:00+02:00", moment.value.day);
            self.complain(codes::OFFSET_NEEDED, moment.spot, message, help);
        }
        moment.value.time.map(|time| Spotted::new(time, moment.spot))
    }

    /// A day.
    pub fn day(&mut self, name: &str) -> Option<Day> {
        let text = self.text(name)?;
        let day = Day::parse(&text.value);
        if day.is_none() {
            self.complaints.push(dates::wrong(self.path, &text));
        }
        day
    }

    /// A date in EDTF.
    pub fn when(&mut self, name: &str) -> Option<When> {
        let text = self.text(name)?;
        let when = When::parse(&text.value);
        if when.is_none() && When::is_backward(&text.value) {
            let message = format!("`{}` ends before it begins", text.value);
            self.complain(codes::WINDOW_BACKWARD, text.spot, message, "put the earlier day first");
        } else if when.is_none() {
            let message = format!("`{}` is not an EDTF date of level 0 or 1", text.value);
            self.complain(codes::WRONG_WHEN, text.spot, message, dates::EDTF_HELP);
        }
        when
    }

    /// Free keys, as they are.
    pub fn extra(&mut self, name: &str) -> Extra {
        let Some(field) = self.get(name) else { return Extra::default() };
        match serde_json::to_value(field.value) {
            Ok(serde_json::Value::Object(extra)) => Extra::of(&extra),
            _ => {
                self.wrong(field.node.spot(), "a map of `key: value` lines");
                Extra::default()
            }
        }
    }

    /// The items of a list of maps.
    pub fn items(&mut self, name: &str) -> Vec<Field<'a>> {
        let Some(field) = self.get(name) else { return Vec::new() };
        items_of(field).unwrap_or_else(|| {
            self.wrong(field.node.spot(), "a list of maps");
            Vec::new()
        })
    }
}

/// Names the character of a key that is not what it looks like.
fn strange(name: &str) -> String {
    let odd = name.chars().find(|c| !c.is_ascii()).unwrap_or_default();
    let shown = if odd.is_alphanumeric() { format!("`{odd}` ") } else { String::new() };
    format!("the key `{name}` has a character that is not Latin: {shown}U+{:04X}", u32::from(odd))
}

fn key_of(keys: Keys, name: &str) -> Option<&'static Key> {
    keys_of(keys).iter().find(|key| key.name == name)
}

fn entries_of<'a>(field: Field<'a>) -> Option<Vec<(&'a str, Spot, Field<'a>)>> {
    let (Node::Map { entries, .. }, Value::Mapping(mapping)) = (field.node, field.value) else {
        // An empty file or `---` right after `---`: a map with nothing in it.
        let empty = matches!(field.value, Value::Null);
        return empty.then(Vec::new);
    };
    // Both come from the same text in the same order: one parser says where, the other what.
    let pairs = entries.iter().zip(mapping.values());
    Some(
        pairs
            .map(|((key, node), value)| (key.value.as_str(), key.spot, Field { node, value }))
            .collect(),
    )
}

fn items_of(field: Field<'_>) -> Option<Vec<Field<'_>>> {
    let (Node::List { items, .. }, Value::Sequence(values)) = (field.node, field.value) else {
        return None;
    };
    Some(items.iter().zip(values).map(|(node, value)| Field { node, value }).collect())
}
