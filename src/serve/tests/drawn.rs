use std::cell::Cell;

use hyper::StatusCode;

use super::super::answer::{Answer, plain};
use super::{Drawn, KEPT, OfSnapshot};

fn page(words: &str) -> Answer {
    let mut answer = plain(StatusCode::OK, words);
    answer.extensions_mut().insert(OfSnapshot);
    answer
}

#[test]
fn a_page_is_made_once_for_each_snapshot_address_and_place() {
    let (drawn, made) = (Drawn::default(), Cell::new(0));
    let ask = |number, path: &str, here| {
        let answer = drawn.answer(&(number, path.to_owned(), here), || {
            made.set(made.get() + 1);
            page(&format!("{number} {path} {here}"))
        });
        assert_eq!(answer.body(), format!("{number} {path} {here}").as_bytes());
    };
    for (number, path, here) in [(1, "/", true), (1, "/", false), (1, "/a/", true), (2, "/", true)]
    {
        ask(number, path, here);
        ask(number, path, here);
    }
    assert_eq!(made.get(), 4);
    // What an older snapshot showed is gone.
    ask(1, "/", true);
    assert_eq!(made.get(), 5);
}

#[test]
fn what_may_be_another_is_made_each_time_and_few_are_kept() {
    let (drawn, made) = (Drawn::default(), Cell::new(0));
    for _ in 0..2 {
        drawn.answer(&(1, "/a.jpg".to_owned(), true), || {
            made.set(made.get() + 1);
            plain(StatusCode::OK, "a file")
        });
    }
    assert_eq!(made.get(), 2);
    for number in 0..100 {
        drawn.answer(&(1, format!("/{number}/"), true), || page(""));
    }
    assert_eq!(drawn.0.lock().map(|kept| kept.len()).unwrap_or_default(), KEPT);
}
