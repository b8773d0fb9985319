use super::words::Words;
use super::{Found, find};
use crate::base::Day;

fn days(text: &str, language: &str, date: &str) -> Vec<String> {
    let date = Day::parse(date).into_iter();
    date.flat_map(|date| find(text, &Words::of(language), date)).map(|found| found.edtf()).collect()
}

/// 18 July 2011 was a Monday.
const MONDAY: &str = "2011-07-18";

#[test]
fn a_weekday_is_the_last_one_up_to_the_date() {
    assert_eq!(days("It met on Saturday.", "en", MONDAY), ["2011-07-16"]);
    assert_eq!(days("They said on Monday that", "en", MONDAY), ["2011-07-18"]);
    assert_eq!(days("on Saturday and Sunday", "en", MONDAY), ["2011-07-16", "2011-07-17"]);
    assert_eq!(days("Friday's talks", "en", MONDAY), ["2011-07-15"]);
}

#[test]
fn last_this_and_next_are_heard() {
    assert_eq!(days("last Monday", "en", MONDAY), ["2011-07-11"]);
    assert_eq!(days("next Friday", "en", MONDAY), ["2011-07-22"]);
    assert_eq!(days("this Friday", "en", MONDAY), ["2011-07-22"]);
    assert_eq!(days("since late last week", "en", MONDAY), ["2011-07-11/2011-07-17"]);
    assert_eq!(days("last month", "en", "2011-01-05"), ["2010-12"]);
    assert_eq!(days("at the weekend", "en", MONDAY), ["2011-07-16/2011-07-17"]);
    assert_eq!(
        days("yesterday, today and tomorrow", "en", MONDAY),
        ["2011-07-17", "2011-07-18", "2011-07-19"]
    );
}

#[test]
fn a_date_in_full_needs_no_help() {
    let none: [&str; 0] = [];
    assert_eq!(days("on Monday, July 18", "en", MONDAY), none);
    assert_eq!(days("on Monday 18 July", "en", MONDAY), none);
    assert_eq!(days("it may march on; the week went by", "en", MONDAY), none);
}

#[test]
fn other_languages_have_their_words() {
    assert_eq!(days("la réunion de samedi dernier", "fr", MONDAY), ["2011-07-16"]);
    assert_eq!(days("встреча в субботу и вчера", "ru", MONDAY), ["2011-07-16", "2011-07-17"]);
    assert_eq!(
        days("у п’ятницю та минулого тижня", "uk", MONDAY),
        ["2011-07-15", "2011-07-11/2011-07-17"]
    );
    assert_eq!(days("يوم السبت الماضي", "ar", MONDAY), ["2011-07-16"]);
    assert_eq!(days("on Saturday", "de", MONDAY), Vec::<String>::new());
}

#[test]
fn what_stands_beside_a_weekday_is_heard() {
    let saturday = "2011-07-23";
    assert_eq!(
        days("on Monday night last week", "en", saturday),
        ["2011-07-11", "2011-07-11/2011-07-17"]
    );
    assert_eq!(days("He will speak on Sunday", "en", saturday), ["2011-07-24"]);
    assert_eq!(days("On Saturday 12 rebels were killed", "en", MONDAY), ["2011-07-16"]);
    assert_eq!(days("Yesterday’s talks", "en", MONDAY), ["2011-07-17"]);
    assert_eq!(days("В субботу 12 человек", "ru", MONDAY), ["2011-07-16"]);
    assert_eq!(days("Vendredi, ce dernier a dit non", "fr", saturday), ["2011-07-22"]);
    assert_eq!(
        days("le week-end et les pertes d’hier", "fr", MONDAY),
        ["2011-07-16/2011-07-17", "2011-07-17"]
    );
    assert_eq!(days("у пʼятницю", "uk", MONDAY), ["2011-07-15"]);
}

#[test]
fn words_that_only_look_like_days_are_left_alone() {
    let none: [&str; 0] = [];
    assert_eq!(days("The Sunday Times says so", "en", MONDAY), none);
    assert_eq!(days("over the past week", "en", MONDAY), none);
    assert_eq!(days("защита окружающей среды", "ru", MONDAY), none);
    assert_eq!(days("الاثنين الآخرين", "ar", MONDAY), none);
    assert_eq!(days("في اليوم التالي", "ar", MONDAY), none);
}

#[test]
fn a_phrase_is_shown_as_it_stands() {
    let text = "fighting since late last week for";
    let date = Day::parse(MONDAY);
    let found: Vec<Found> =
        date.into_iter().flat_map(|date| find(text, &Words::of("en"), date)).collect();
    let phrases: Vec<&str> =
        found.iter().filter_map(|found| text.get(found.range.clone())).collect();
    assert_eq!(phrases, ["last week"]);
    let words: Vec<String> = found.iter().map(Found::words).collect();
    assert_eq!(words, ["Monday 11 July to Sunday 17 July 2011"]);
}

#[test]
fn the_edges_of_the_calendar_are_no_trouble() {
    assert_eq!(days("tomorrow and next month", "en", "9999-12-31"), Vec::<String>::new());
    assert!(days("a’’' ’Monday", "en", "0001-01-01").len() <= 1);
}
