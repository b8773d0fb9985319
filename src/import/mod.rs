//! Copy from elsewhere made into content files.
//!
//! Knows what foreign copy looks like; must not know the site it is for, the clock or the terminal.

pub mod wire;
