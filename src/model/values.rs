//! Words that keys may hold.

/// ACLED's eight actor types.
pub const ACTOR_KINDS: [&str; 8] = [
    "State forces",
    "Rebel groups",
    "Political militias",
    "Identity militias",
    "Rioters",
    "Protesters",
    "Civilians",
    "External/Other forces",
];

/// What `trend:` may say of a topic.
pub const TRENDS: [&str; 3] = ["deteriorated", "improved", "unchanged"];

/// What `alerts:` may say of a topic.
pub const ALERTS: [&str; 2] = ["risk", "opportunity"];
