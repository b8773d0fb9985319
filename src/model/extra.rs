use std::sync::Arc;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

/// Free keys that editors keep under `extra:`, handed to templates as they are. Kept as JSON text,
/// a fifth of what a map of maps takes: every article may have them, and only its page asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extra(Option<Arc<str>>);

impl Extra {
    /// Keeps a map.
    pub fn of(map: &Map<String, Value>) -> Self {
        if map.is_empty() {
            return Self(None);
        }
        Self(serde_json::to_string(map).ok().map(Arc::from))
    }

    /// The map.
    pub fn map(&self) -> Map<String, Value> {
        // What was written as JSON is read as JSON.
        self.0.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.map().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let value = json!({ "z": 1, "a": [0.1, 1e300, -7, 18_446_744_073_709_551_615_u64, null], "ü": { "b": "\u{202e}\"" } });
        let Value::Object(map) = value else { unreachable!("a map was written") };
        let kept = Extra::of(&map);
        assert_eq!(kept.map(), map);
        assert_eq!(kept.map().keys().collect::<Vec<_>>(), ["z", "a", "ü"]);
        assert_eq!(Extra::of(&Map::new()), Extra::default());
    }
}
