//! Every key that a file may have, in one table: the reader refuses others by it, `dateline schema`
//! prints it, the manual shows it.

mod settings;
mod theme;

use super::{
    ACTOR_KINDS, ALERTS, Assessment, CorrectionKind, NoteKind, PointOfView, Precision, Rights,
    Status, TRENDS,
};

/// A kind of file (or of registry entry) that has keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// Front matter of an article.
    Article,
    /// Front matter of a note.
    Note,
    /// Front matter of a correction.
    Correction,
    /// Front matter of a briefing.
    Briefing,
    /// Front matter of a topic.
    Topic,
    /// Front matter of a plain page.
    Page,
    /// An entry of `places.yaml`.
    Place,
    /// An entry of `actors.yaml`.
    Actor,
    /// An entry of `people.yaml`.
    Person,
    /// An entry of `sources.yaml`.
    Source,
    /// An entry of `events.yaml`.
    Event,
    /// `dateline.yaml`.
    Settings,
    /// An article's `image:`.
    Image,
    /// The settings' `theme:`.
    Theme,
    /// The theme's `colours:` or `dark:`.
    Colours,
    /// The theme's `type:`.
    Faces,
    /// A line of the theme's `menu:`.
    MenuItem,
    /// A topic's `map:`.
    Map,
    /// The settings' `map:`.
    SiteMap,
    /// A place's `disputed:`.
    Disputed,
    /// One of a person's `roles:`.
    Role,
}

/// One key: its name, what it holds, whether it must be there, what it means.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// As it is typed.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether a file without it is refused.
    pub required: bool,
    /// What it means, in a line.
    pub doc: &'static str,
}

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A line of text.
    Text,
    /// A list of texts; one alone may stand without brackets.
    Texts,
    /// A day, or a time with offset.
    Moment,
    /// A time with offset.
    Time,
    /// A day.
    Day,
    /// EDTF, level 0 or 1.
    When,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Integer,
    /// A number within bounds.
    Number(f64, f64),
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// A map of its own keys.
    Map(Keys),
    /// A list of maps.
    Maps(Keys),
    /// A map of topic to one of a few words.
    Topics(&'static [&'static str]),
    /// A map of claim (`slug#c7`) to one of a few words.
    Claims(&'static [&'static str]),
    /// A map of language to a line of text.
    Tongues,
    /// A map of an address of the site to another.
    Moves,
    /// Four numbers: west, south, east, north.
    Bounds,
    /// Anything.
    Free,
}

const fn must(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key { name, shape, required: true, doc }
}

const fn may(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key { name, shape, required: false, doc }
}

use Shape::{
    Bounds, Choice, Claims, Day, Flag, Free, Integer, Map, Maps, Moment, Text, Texts, Time,
    Tongues, Topics, When,
};

const LANGUAGE: Key =
    may("language", Text, "BCP 47 tag of the text's language; the site's first language otherwise");
const EXTRA: Key = may("extra", Free, "free keys, handed to templates as they are");
const ALIASES: Key = may("aliases", Texts, "other spellings that mean the same");
const SUMMARY: Key = may("summary", Text, "a sentence or two in the desk's words");

const ARTICLE: &[Key] = &[
    must("title", Text, "the headline as published"),
    must("date", Moment, "the day or time of publication; a dated file name may supply it"),
    must("topics", Texts, "one or more topics, by id, name or alias"),
    may("standfirst", Text, "the line under the headline"),
    may("source", Text, "the outlet, by registry id, name or alias"),
    may("url", Text, "the report at its outlet"),
    may("byline", Text, "who wrote it, as printed"),
    may("wire", Text, "the agency whose wire it carries"),
    may("dateline", Text, "the place as printed, such as TRIPOLI"),
    may("summary", Text, "the report in the desk's own words"),
    may("places", Texts, "where it happened"),
    may("actors", Texts, "who acted"),
    may("events", Texts, "which events it reports on"),
    may("image", Map(Keys::Image), "the photograph and what must be said with it"),
    may("related", Texts, "slugs, titles or addresses of related reports"),
    LANGUAGE,
    may(
        "rights",
        Choice(&Rights::VALUES),
        "what readers may be given; `excerpt` keeps the body with the desk",
    ),
    may("license", Text, "the licence in words"),
    may("accessed", Day, "the day on which the desk read it"),
    may("archive", Text, "the address of an archived copy"),
    may("status", Choice(&Status::VALUES), "whether it is published; `published` by default"),
    may("draft", Flag, "`true` is the same as `status: draft`"),
    may(
        "reason",
        Text,
        "why it was withdrawn: with `status: withdrawn`, readers find it in the article's place",
    ),
    may("embargo", Time, "not published before this time, which needs its offset"),
    may("expires", Time, "not published from this time on, which needs its offset"),
    may("updated", Moment, "last changed"),
    may("slug", Text, "its name in the address; the file's name otherwise"),
    may("aliases", Texts, "former addresses, which then lead here"),
    may("weight", Integer, "order within a day, the heavier first; 0 by default"),
    may("template", Text, "another template than article.html"),
    EXTRA,
];

const IMAGE: &[Key] = &[
    may("src", Text, "a file under static/, such as /photos/brega.jpg"),
    may("alt", Text, "what it shows, for readers who do not see it"),
    may("credit", Text, "who took it"),
    may("caption", Text, "the line below it"),
    may("rights", Text, "what may be done with it"),
];

const NOTE: &[Key] = &[
    must("date", Moment, "when it was written; a dated file name may supply it"),
    must("on", Texts, "what it speaks of: article slugs, topics, places, actors, events or days"),
    may("title", Text, "a heading of its own"),
    may("kind", Choice(&NoteKind::VALUES), "`context` by default"),
    may("author", Text, "who signs it"),
    may(
        "assessment",
        Claims(&Assessment::VALUES),
        "what the desk makes of claims, such as `slug#c7: corroborated`",
    ),
    may("internal", Flag, "`true`: never leaves the desk"),
    may("status", Choice(&Status::VALUES), "whether it is published; `published` by default"),
    LANGUAGE,
    EXTRA,
];

const CORRECTION: &[Key] = &[
    must("date", Moment, "when it was put right; a dated file name may supply it"),
    must("target", Text, "what it corrects: a slug, name or address; of a mark `slug#k1`"),
    may("kind", Choice(&CorrectionKind::VALUES), "`correction` by default"),
    may("was", Text, "the words that readers got"),
    may("now", Text, "the words that stand there now"),
    LANGUAGE,
    EXTRA,
];

const BRIEFING: &[Key] = &[
    must("date", Moment, "the day it is for; a dated file name may supply it"),
    must("title", Text, "the headline that says the day's state"),
    may("cut_off", Moment, "until when reports were taken in"),
    may("number", Text, "the edition's number"),
    may("takeaways", Texts, "at most seven sentences"),
    may("items", Texts, "article slugs; every article of the day, by topic, otherwise"),
    may("trend", Topics(&TRENDS), "topic and how it stands"),
    may("alerts", Topics(&ALERTS), "topic and what may come"),
    may("sum", Texts, "figures that the desk adds up, such as `[slug#k2, slug#k4]`"),
    may("sum_reason", Text, "why they may be added; needed with `sum`"),
    may("outlook", Text, "what to look out for"),
    may("embargo", Time, "not published before this time, which needs its offset"),
    LANGUAGE,
    EXTRA,
];

const TOPIC: &[Key] = &[
    must("title", Text, "the topic's name"),
    may("parent", Text, "the topic above it"),
    ALIASES,
    SUMMARY,
    may("sides", Texts, "the parties, as actors"),
    may("map", Map(Keys::Map), "how its map is drawn"),
    LANGUAGE,
    EXTRA,
];

const MAP: &[Key] = &[
    may(
        "bounds",
        Bounds,
        "west, south, east, north in degrees; west is the larger where the map leads over 180°; fitted round the places otherwise",
    ),
    POINT_OF_VIEW,
];

const SITE_MAP: &[Key] = &[POINT_OF_VIEW];

const POINT_OF_VIEW: Key = may(
    "point_of_view",
    Choice(&PointOfView::VALUES),
    "whose view of borders is drawn: `un`, close to the view of the United Nations (the default), or `de-facto`, as held on the ground",
);

const PAGE: &[Key] = &[
    must("title", Text, "its heading"),
    SUMMARY,
    may("slug", Text, "its address; the file's name otherwise"),
    may("aliases", Texts, "former addresses, which then lead here"),
    may("weight", Integer, "order in the footer, the heavier first; 0 by default"),
    may("template", Text, "another template than page.html"),
    may("draft", Flag, "`true`: not published"),
    LANGUAGE,
    EXTRA,
];

const NAMES: Key = may(
    "names",
    Tongues,
    "what readers see in other languages of the site, such as `{ar: البريقة}`; in Arabic, `native` where that is Arabic",
);

const PLACE: &[Key] = &[
    must("name", Text, "the name that readers see"),
    may("native", Text, "the name in its own language and script"),
    NAMES,
    ALIASES,
    may("lat", Shape::Number(-90.0, 90.0), "degrees north (WGS 84)"),
    may("lon", Shape::Number(-180.0, 180.0), "degrees east (WGS 84)"),
    may(
        "precision",
        Choice(&Precision::VALUES),
        "how exact the position is; `place` by default. Maps draw `place` as a point, `near` as a ring of 25 km, and the others not at all",
    ),
    may("country", Text, "ISO 3166-1 alpha-2"),
    may("sensitive", Flag, "`true`: its position is never printed or drawn"),
    may("disputed", Map(Keys::Disputed), "who claims it, who holds it"),
    SUMMARY,
    EXTRA,
];

const DISPUTED: &[Key] = &[
    may("claimed_by", Texts, "actors"),
    may("controlled_by", Text, "an actor"),
    may("as_of", When, "on which day that was known"),
];

const ACTOR: &[Key] = &[
    must("name", Text, "the name that readers see"),
    may("native", Text, "the name in its own language and script"),
    NAMES,
    ALIASES,
    may("kind", Choice(&ACTOR_KINDS), "one of ACLED's eight actor types"),
    may("side", Text, "the side it is on"),
    may("parent", Text, "the actor it belongs to"),
    may("active", When, "when it has existed"),
    SUMMARY,
    EXTRA,
];

const PERSON: &[Key] = &[
    must("name", Text, "the name that readers see"),
    may("native", Text, "the name in its own language and script"),
    NAMES,
    ALIASES,
    may("roles", Maps(Keys::Role), "offices with their dates"),
    may(
        "identify",
        Choice(&["full", "role", "none"]),
        "how much of the person is said; `full` by default",
    ),
    may("minor", Flag, "`true`: under age, never named"),
    SUMMARY,
    EXTRA,
];

const ROLE: &[Key] = &[
    must("title", Text, "the office"),
    may("actor", Text, "for whom"),
    may("from", When, "since when"),
    may("to", When, "until when"),
];

const SOURCE: &[Key] = &[
    must("name", Text, "the name that readers see"),
    may("native", Text, "the name in its own language and script"),
    NAMES,
    ALIASES,
    may("kind", Text, "newspaper, agency, broadcaster and so on"),
    may("country", Text, "ISO 3166-1 alpha-2"),
    may("language", Text, "BCP 47 tag of its language"),
    may("affiliated", Texts, "outlets that are not independent of it"),
    may("url", Text, "its home page"),
    SUMMARY,
    EXTRA,
];

const EVENT: &[Key] = &[
    must("title", Text, "what happened, in a few words"),
    NAMES,
    ALIASES,
    may("when", When, "when, as exactly as known"),
    may("place", Text, "where"),
    may("type", Text, "ACLED event type/sub-type"),
    may("sides", Texts, "who took part"),
    may("phrase", Text, "the source's own words for the time, such as `since late last week`"),
    may("sum", Texts, "figures that the desk adds up, such as `[slug#k2, slug#k4]`"),
    may("sum_reason", Text, "why they may be added; needed with `sum`"),
    SUMMARY,
    EXTRA,
];

/// The keys of a kind of file.
pub fn keys_of(keys: Keys) -> &'static [Key] {
    match keys {
        Keys::Article => ARTICLE,
        Keys::Note => NOTE,
        Keys::Correction => CORRECTION,
        Keys::Briefing => BRIEFING,
        Keys::Topic => TOPIC,
        Keys::Page => PAGE,
        Keys::Place => PLACE,
        Keys::Actor => ACTOR,
        Keys::Person => PERSON,
        Keys::Source => SOURCE,
        Keys::Event => EVENT,
        Keys::Settings => settings::SETTINGS,
        Keys::Theme => theme::THEME,
        Keys::Colours => theme::COLOURS,
        Keys::Faces => theme::FACES,
        Keys::MenuItem => theme::MENU_ITEM,
        Keys::Image => IMAGE,
        Keys::Map => MAP,
        Keys::SiteMap => SITE_MAP,
        Keys::Disputed => DISPUTED,
        Keys::Role => ROLE,
    }
}
