//! How templates print the words of the theme: `{{ "skip" | word }}`.

use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::base::{Checked, Diagnostic, Spot, escape_html, nearest};
use crate::content::TemplateFile;
use crate::model::{Settings, codes};
use crate::words::{Fill, Trouble, Words, dir_of};

/// Teaches templates the words of a language.
pub fn teach(tera: &mut Tera, words: &Arc<Words>) {
    let known = Arc::clone(words);
    tera.register_filter("word", move |name: &str, with: Kwargs, _: &State<'_>| {
        word(&known, name, &with)
    });
    let known = Arc::clone(words);
    tera.register_filter("in_language", move |language: &str, _: Kwargs, _: &State<'_>| {
        known.in_language(language).unwrap_or_default()
    });
    tera.register_filter("dir", |language: &str, _: Kwargs, _: &State<'_>| {
        dir_of(language).to_owned()
    });
    let known = Arc::clone(words);
    tera.register_filter("number", move |number: u64, _: Kwargs, _: &State<'_>| {
        known.number(number)
    });
}

/// Whether a file of `templates/` holds words: `words/ar.ftl`.
pub fn is_words(name: &str) -> bool {
    name.strip_prefix("words/").is_some_and(|rest| rest.ends_with(".ftl"))
}

/// The words of a site's languages, in their order, and what is wrong with the site's own.
pub fn spoken(own: &[TemplateFile], settings: &Settings) -> Checked<Vec<Arc<Words>>> {
    let mut complaints = Vec::new();
    let words = settings.languages.iter().map(|language| {
        let file = own.iter().find(|file| language_of(file) == language);
        let (words, troubles) = Words::new(language, settings.digits, file.map(|file| &*file.text));
        for (trouble, file) in troubles.into_iter().zip(file.into_iter().cycle()) {
            complaints.push(wrong(file, trouble));
        }
        Arc::new(words)
    });
    let words = words.collect();
    let listed = |file: &&TemplateFile| settings.languages.iter().any(|l| l == language_of(file));
    complaints.extend(own.iter().filter(|file| !listed(file)).map(|file| {
        let message = format!("the site has no language `{}`", language_of(file));
        Diagnostic::warning(codes::WRONG_WORDS, &path(file), Spot::START, message)
            .help("add it to `languages` in dateline.yaml, or rename this file")
    }));
    Checked::new(words, complaints)
}

/// `ar` of `words/ar.ftl`.
fn language_of(file: &TemplateFile) -> &str {
    file.name.trim_start_matches("words/").trim_end_matches(".ftl")
}

fn path(file: &TemplateFile) -> Arc<str> {
    Arc::from(format!("templates/{}", file.name))
}

fn wrong(file: &TemplateFile, trouble: Trouble) -> Diagnostic {
    let help = match trouble.meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "write `name = words`; docs/languages.md says which words there are".to_owned(),
    };
    let spot = Spot::new(trouble.line, 1, 1);
    Diagnostic::error(codes::WRONG_WORDS, &path(file), spot, trouble.found).help(help)
}

/// A word with what is filled into it. Finished HTML may be filled in: then the result is HTML, with
/// all else in it escaped.
fn word(words: &Words, name: &str, with: &Kwargs) -> TeraResult<Value> {
    if !words.has(name) {
        let near = nearest(name, words.names());
        let near = near.map(|near| format!(". Available near to it: `{near}`")).unwrap_or_default();
        return Err(Error::message(format!("there is no word `{name}`{near}")));
    }
    let mut html: Vec<&str> = Vec::new();
    let mut marks: Vec<(&str, String)> = Vec::new();
    for (key, value) in with.iter() {
        let (Some(key), Some(text)) = (key.as_str(), value.as_str()) else { continue };
        if value.is_safe() {
            marks.push((key, mark(html.len()).to_string()));
            html.push(text);
        }
    }
    let mut fills: Vec<(&str, Fill<'_>)> = Vec::new();
    for (key, value) in with.iter() {
        let Some(key) = key.as_str() else { continue };
        let marked = marks.iter().find(|(known, _)| *known == key);
        let fill = match (marked, value.as_u64(), value.as_str()) {
            (Some((_, mark)), ..) => Fill::Text(mark),
            (None, Some(number), _) => Fill::Number(number),
            (None, None, Some(text)) => Fill::Text(text),
            _ => return Err(Error::message(format!("`{name}` got nothing to print for `{key}`"))),
        };
        fills.push((key, fill));
    }
    if fills.is_empty() && words.is_plain(name) {
        return Ok(Value::from(words.say(name)));
    }
    let text = words.try_fill(name, &fills).map_err(Error::message)?;
    if html.is_empty() {
        return Ok(Value::from(text));
    }
    let mut text = escape_html(&text);
    for (at, html) in html.iter().enumerate() {
        text = text.replace(mark(at), html);
    }
    Ok(Value::safe_string(&text))
}

/// What stands for finished HTML while a word is filled: a character that is in no text, since
/// Unicode keeps it for such use inside of programs.
fn mark(at: usize) -> char {
    char::from_u32(0xfdd0 + at as u32).unwrap_or('\u{fdd0}')
}
