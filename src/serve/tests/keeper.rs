use std::cell::RefCell;
use std::sync::Arc;

use super::*;
use crate::base::{Diagnostic, Spot};
use crate::model::codes;

fn with(messages: &[(&str, u32)]) -> Snapshot {
    let path: Arc<str> = Arc::from("content/a.md");
    let one = |(words, line): &(&str, u32)| {
        Diagnostic::error(codes::UNKNOWN_KEY, &path, Spot::new(*line, 1, 1), *words)
    };
    Snapshot { messages: messages.iter().map(one).collect(), ..Snapshot::default() }
}

fn told(before: &Snapshot, shown: &Snapshot) -> Vec<String> {
    let said = RefCell::new(Vec::new());
    tell_news(before, shown, &|word| match word {
        Word::Messages(messages) => {
            said.borrow_mut().extend(messages.iter().map(|message| message.message.clone()));
        }
        Word::Remark(words) | Word::Address(words) => said.borrow_mut().push((*words).to_owned()),
    });
    said.into_inner()
}

#[test]
fn only_what_is_new_is_told_and_also_that_all_is_well() {
    let (one, moved) = (with(&[("one", 1)]), with(&[("one", 7)]));
    assert_eq!(told(&with(&[]), &one), ["one"]);
    assert_eq!(told(&one, &moved), Vec::<String>::new());
    assert_eq!(told(&one, &with(&[("one", 2), ("two", 3)])), ["two"]);
    assert_eq!(told(&one, &with(&[])), ["mended: the pages are as the files are now"]);
    assert_eq!(told(&with(&[]), &with(&[])), Vec::<String>::new());
}
