//! The copy of the corpora, by its shape: its words are not ours to repeat.

use std::path::PathBuf;

use crate::import::wire::read;

#[test]
fn the_seed_copy_is_taken_apart() {
    let Some(corpora) = std::env::var_os("DATELINE_CORPORA").map(PathBuf::from) else {
        eprintln!("not run: DATELINE_CORPORA is not set");
        return;
    };
    let copy = std::fs::read_to_string(corpora.join("seed/us-urges-gaddafi-to-go.txt"));
    let copy = copy.unwrap_or_else(|error| panic!("the seed copy: {error}"));
    let wire = read(&copy).unwrap_or_else(|error| panic!("the seed copy: {error}"));
    let lines: Vec<&str> = copy.lines().collect();
    assert_eq!(wire.title, lines[0]);
    assert_eq!(wire.standfirst.as_deref(), Some(lines[2]));
    assert_eq!(wire.dateline.map(|place| place.len()), lines[7].find(" - "));
    assert_eq!(wire.images.len(), 1);
    assert_eq!(wire.images[0].caption.as_deref(), Some(lines[5]));
    assert_eq!(wire.related.len(), 2);
    assert_eq!(wire.left_out.iter().map(|remark| remark.line).collect::<Vec<_>>(), [6, 17]);
    assert_eq!(wire.guessed.iter().map(|remark| remark.line).collect::<Vec<_>>(), [5, 10]);
    let body: Vec<&str> = lines[8..]
        .iter()
        .filter(|line| wire.body.iter().any(|paragraph| paragraph == *line))
        .copied()
        .collect();
    assert_eq!(wire.body[1..], body);
    assert_eq!(wire.body.len(), lines.len() - 9);
    assert_eq!((wire.date, wire.byline, wire.agency, wire.tail), (None, None, None, None));
}
