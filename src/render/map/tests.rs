#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

use proptest::prelude::*;

use super::clip::{Window, double_area};
use super::data::World;
use super::labels::{Rect, Wish, place};
use super::projection::{Projection, kilometres_of, vector};

const BYTES: &[u8] = include_bytes!("data/world.bin");

#[test]
fn the_file_holds_the_world() {
    let world = World::read(BYTES).expect("as the format says");
    assert!(world.land.len() > 3_000 && world.agreed.len() > 300);
    assert_eq!(world.land.iter().filter(|ring| ring.hole).count(), 1, "the Caspian Sea");
    assert!(!world.contested.is_empty() && !world.un.is_empty() && !world.de_facto.is_empty());
    for line in world.land.iter().map(|ring| &ring.line).chain(&world.agreed) {
        let joined: usize = line.stretches().map(|(_, points)| points.len()).sum();
        // Each stretch but the first begins with the last point of the one before it.
        assert_eq!(joined, line.points.len() + line.stretches.len() - 1);
    }
}

#[test]
fn a_file_that_was_cut_is_refused() {
    for length in (0..200).chain([1_000, 50_001, BYTES.len() - 1]) {
        assert!(World::read(&BYTES[..length]).is_none(), "{length} bytes were taken");
    }
    let longer: Vec<u8> = BYTES.iter().copied().chain([0]).collect();
    assert!(World::read(&longer).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_reader_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        cut in 6..BYTES.len(),
    ) {
        let _ = World::read(&[b"DLMAP1", bytes.as_slice()].concat());
        // Ends in the middle of a list that begins well.
        let begun = [&BYTES[..cut.min(5_000)], bytes.as_slice()].concat();
        prop_assert!(World::read(&begun).is_none());
    }

    #[test]
    fn positions_come_back_from_the_map(
        lon in -180.0..180.0_f64, lat in -90.0..90.0_f64,
        middle in (-180.0..180.0_f64, -90.0..90.0_f64),
    ) {
        let projection = Projection::new(middle.0, middle.1);
        let point = vector(lon, lat);
        prop_assume!(projection.degrees_from_middle(point) < 170.0);
        let back = projection.back(projection.forward(point));
        let back = vector(back.0, back.1);
        let apart = (0..3).map(|at| (back[at] - point[at]).powi(2)).sum::<f64>().sqrt();
        prop_assert!(apart < 1e-6, "{} on the unit sphere", apart);
    }

    #[test]
    fn names_never_collide(
        at in prop::collection::vec(((0.0..760.0_f64, 0.0..460.0_f64), "[A-Za-z ]{1,30}"), 0..20),
    ) {
        let wishes: Vec<Wish<'_>> = at
            .iter()
            .map(|((x, y), text)| Wish { text, at: [*x, *y], radius: 5.0, inside: false })
            .collect();
        let sheet = Rect { left: 0.0, top: 0.0, right: 760.0, bottom: 460.0 };
        let labels = place(&wishes, &[], sheet, 16.0);
        for (at, label) in labels.iter().enumerate() {
            prop_assert!(label.room.within(&sheet));
            prop_assert!(!labels[at + 1..].iter().any(|other| other.room.meets(&label.room)));
            let marks = wishes.iter().map(|wish| Rect::around(wish.at, wish.radius));
            prop_assert!(!marks.into_iter().any(|mark| mark.meets(&label.room)));
        }
    }
}

#[test]
fn a_name_finds_another_place_when_the_first_is_taken() {
    let wish = |text: &'static str, x, y| Wish { text, at: [x, y], radius: 4.0, inside: false };
    // The first takes the place to its right; the second, just right of it, would lie beneath.
    let wishes = [wish("Aaaa", 100.0, 100.0), wish("Bbbb", 112.0, 100.0)];
    let sheet = Rect { left: 0.0, top: 0.0, right: 300.0, bottom: 200.0 };
    let labels = place(&wishes, &[], sheet, 14.0);
    let texts: Vec<&str> = labels.iter().map(|label| label.text.as_str()).collect();
    assert_eq!(texts, ["Aaaa", "Bbbb"]);
    assert!(labels[0].at[0] < 100.0 && labels[1].at[0] > 112.0, "{labels:?}");
}

#[test]
fn an_area_is_cut_at_the_edge() {
    let window = Window { low: [0.0, 0.0], high: [10.0, 10.0] };
    let square = [[-5.0, -5.0], [5.0, -5.0], [5.0, 5.0], [-5.0, 5.0]];
    assert_eq!(double_area(&window.area(&square)), 50.0);
    let around = [[-5.0, -5.0], [15.0, -5.0], [15.0, 15.0], [-5.0, 15.0]];
    assert!(window.is_all(&window.area(&around)) && !window.is_all(&square));
    assert!(window.area(&[[20.0, 20.0], [30.0, 20.0], [30.0, 30.0]]).is_empty());
    let parts = window.line(&[[-5.0, 5.0], [5.0, 5.0], [5.0, 20.0], [8.0, 20.0], [8.0, 5.0]]);
    assert_eq!(parts, [vec![[0.0, 5.0], [5.0, 5.0], [5.0, 10.0]], vec![[8.0, 10.0], [8.0, 5.0]]]);
}

#[test]
fn the_scale_is_true_at_the_middle_near_a_pole() {
    let projection = Projection::new(20.0, 79.0);
    for (lon, lat) in [(20.0, 79.5), (22.5, 79.0), (17.0, 79.0)] {
        let [x, y] = projection.forward(vector(lon, lat));
        let globe = projection.degrees_from_middle(vector(lon, lat)).to_radians() * 6371.0088;
        assert!((x.hypot(y) / globe - 1.0).abs() < 0.001);
    }
    assert!((kilometres_of(180.0) - 2.0 * 6371.0088).abs() < 1e-6);
}
