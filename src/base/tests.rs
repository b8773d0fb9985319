use jiff::tz::TimeZone;

use super::{Clock, Day, Lines, Moment, Spot, did_you_mean, is_slug, nearest, slugify};

#[test]
fn slugs_keep_their_script_and_lose_the_rest() {
    assert_eq!(slugify("US urges: go!"), "us-urges-go");
    assert_eq!(slugify("Ra's Lanuf"), "ras-lanuf");
    assert_eq!(slugify("طرابلس"), "طرابلس");
    assert_eq!(slugify("Київ — Львів"), "київ-львів");
    assert_eq!(slugify("e\u{301}te\u{301}"), "été");
    assert_eq!(slugify("../../x"), "x");
    assert_eq!(slugify("«»"), "");
    assert!(is_slug("brega-2011") && !is_slug("Brega") && !is_slug("a--b") && !is_slug(""));
}

#[test]
fn spots_count_lines_and_characters_from_one() {
    let lines = Lines::new("ab\nçdé f\n");
    assert_eq!(lines.spot(0..2), Spot::new(1, 1, 2));
    assert_eq!(lines.spot(5..6), Spot::new(2, 2, 1));
    assert_eq!(lines.spot(9..10), Spot::new(2, 5, 1));
    assert_eq!(lines.spot(900..950), Spot::new(3, 1, 1));
}

#[test]
fn the_nearest_name_is_close_or_none() {
    assert_eq!(nearest("tilte", ["title", "topics"]), Some("title"));
    assert_eq!(nearest("xyzzy", ["title", "topics"]), None);
    assert_eq!(did_you_mean("Breg", ["Brega"]).as_deref(), Some("did you mean `Brega`?"));
}

#[test]
fn days_are_iso_and_real() {
    assert!(Day::parse("2011-07-18").is_some());
    for wrong in ["2011-7-18", "2024-02-31", "18/07/2011", "2011-07-18T", "", "201107181x"] {
        assert!(Day::parse(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn a_time_with_offset_falls_on_the_desks_day() {
    let tripoli = TimeZone::get("Africa/Tripoli").expect("bundled");
    let late = Moment::parse("2011-07-18T23:30:00Z", &tripoli).expect("valid");
    assert_eq!(late.day.to_string(), "2011-07-19");
    assert!(Moment::parse("2011-07-18T23:30:00", &tripoli).is_none(), "an offset is asked for");
}

#[test]
fn the_clock_reads_days_times_and_seconds() {
    assert_eq!(Clock::parse("0").map(|c| c.0.as_second()), Some(0));
    assert_eq!(Clock::parse("1970-01-01").map(|c| c.0.as_second()), Some(86_399));
    assert!(Clock::parse("soon").is_none());
}

proptest::proptest! {
    /// Counted in steps or letter by letter, a place is the same.
    #[test]
    fn spots_are_where_one_would_count_them(
        text in "[aé\n\u{20000}]{0,300}",
        at in 0_usize..700,
        length in 0_usize..200,
    ) {
        let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
        let (start, end) = (boundary(at).unwrap(), boundary(at + length).unwrap());
        let before = &text[..start];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        let width = text[start..end].split('\n').next().unwrap().chars().count();
        let spot = Lines::new(&text).spot(at..at + length);
        proptest::prop_assert_eq!(spot, Spot::new(line as u32, column as u32, width as u32));
    }
}
