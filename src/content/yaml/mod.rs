//! YAML as editors write it: values by serde_yaml, their places and the usual traps by an event
//! parser that keeps spans.

mod fields;
mod node;
mod trouble;

pub use fields::{Field, Fields};
pub use node::Node;

use std::sync::Arc;

use crate::base::{Diagnostic, Spot};
use crate::model::codes;

/// A piece of YAML that was read: values and, in step with them, places.
#[derive(Debug)]
pub struct Yaml {
    /// Where everything stands.
    pub node: Node,
    /// What everything is.
    pub value: serde_yaml::Value,
}

/// Reads the YAML of a file that begins after `line` lines; none when it cannot be read, in which
/// case at least one error says why.
pub fn read(
    text: &str,
    path: &Arc<str>,
    line: u32,
    complaints: &mut Vec<Diagnostic>,
) -> Option<Yaml> {
    let before = complaints.len();
    let node = node::tree(text, path, line, complaints)?;
    let mut errors = complaints[before..].iter().filter(|complaint| complaint.is_error());
    if errors.any(|error| error.code == codes::DUPLICATE_KEY) {
        let value = node.values();
        return Some(Yaml { node, value });
    }
    match serde_yaml::from_str::<serde_yaml::Value>(text) {
        Ok(value) => Some(Yaml { node, value }),
        Err(error) => {
            let place = error.location();
            let spot = place.map_or(Spot::START, |place| {
                Spot::new(place.line() as u32 + line, place.column() as u32, 1)
            });
            complaints.push(Diagnostic::error(codes::YAML_SYNTAX, path, spot, error.to_string()));
            None
        }
    }
}
