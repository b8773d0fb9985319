//! The pages that were drawn last: a browser asks for a page again and again while nothing changes.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use super::answer::Answer;

/// So many are kept; more than anybody has open.
const KEPT: usize = 24;

/// What a page is asked for by: the snapshot's number, the address, and whether from this machine.
pub type Asked = (u64, String, bool);

/// Marks an answer that depends on what it was asked for by and on nothing else.
#[derive(Debug, Clone, Copy)]
pub struct OfSnapshot;

/// The answers of the snapshot of the moment.
#[derive(Debug, Default)]
pub struct Drawn(Mutex<VecDeque<(Asked, Answer)>>);

impl Drawn {
    /// The answer to what is asked, made where it is not at hand.
    pub fn answer(&self, asked: &Asked, make: impl FnOnce() -> Answer) -> Answer {
        // Nothing in here can be left half done.
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept().iter().find(|(known, _)| known == asked).map(|(_, a)| a.clone());
        known.unwrap_or_else(|| {
            let answer = make();
            if answer.extensions().get::<OfSnapshot>().is_some() {
                let mut kept = kept();
                // Two who ask at once get one each; numbers only rise.
                kept.retain(|((number, ..), _)| *number >= asked.0);
                kept.truncate(KEPT - 1);
                kept.push_front((asked.clone(), answer.clone()));
            }
            answer
        })
    }
}

#[cfg(test)]
#[path = "tests/drawn.rs"]
mod tests;
