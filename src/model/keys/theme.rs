//! The keys of `theme:`.

use super::Shape::{Map, Maps, Text, Texts, Topics};
use super::{Key, Keys, may, must};
use crate::model::MARKS;

pub const THEME: &[Key] = &[
    may("title", Text, "at the head of each page, instead of the site's title"),
    may("logo", Text, "a square picture before it: a file under `static/`"),
    may("menu", Maps(Keys::MenuItem), "the lines of the menu, instead of the built-in ones"),
    may("colours", Map(Keys::Colours), "colours by day, like \"#16222c\""),
    may("dark", Map(Keys::Colours), "the same by night"),
    may("type", Map(Keys::Faces), "families of type"),
    may("parties", Topics(&MARKS), "side or actor and the mark that it always has"),
    may("budget", Text, "the most that a page may weigh compressed; 14KB by default"),
];

pub const COLOURS: &[Key] = &[
    may("paper", Text, "the page"),
    may("ink", Text, "text and the lines of what is agreed"),
    may("ink2", Text, "captions and lines under headlines"),
    may("rule", Text, "hairlines"),
    may("wash", Text, "a tinted ground"),
    may("sea", Text, "water on maps, and what a link has led to"),
    may("buff", Text, "land on maps"),
    may("note", Text, "the desk's voice"),
    may("link", Text, "links in running text"),
    may("square", Text, "the first party's mark"),
    may("circle", Text, "the second party's mark"),
    may("diamond", Text, "the mark of all others"),
];

pub const FACES: &[Key] = &[
    may("serif", Texts, "running text: families, the first that a reader has is used"),
    may("display", Texts, "headlines"),
    may("sans", Texts, "captions, tables, notes"),
];

pub const MENU_ITEM: &[Key] = &[
    must("name", Text, "what readers see"),
    must("url", Text, "a page of the site, such as /topics/, or a full address"),
];
