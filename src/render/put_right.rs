//! Words that stand in the place of others: the others are struck out before them, not erased.

use tera::{Error, Kwargs, State, Tera, Value};

use crate::base::escape_html;

/// Gives the template engine the filter.
pub fn register(tera: &mut Tera) {
    tera.register_filter("put_right", filter);
}

/// `{{ line | put_right(all=page.corrections) | safe }}`: a plain text as HTML, with what was put right
/// in it.
fn filter(text: &str, kwargs: Kwargs, _: &State<'_>) -> Result<String, Error> {
    let mut html = escape_html(text);
    for correction in kwargs.get::<Vec<Value>>("all")?.unwrap_or_default() {
        let field = |name: &str| {
            let found = correction.as_map()?.iter().find(|(key, _)| key.to_string() == name);
            found.filter(|(_, value)| !value.is_none()).map(|(_, value)| value.to_string())
        };
        if let (Some(was), Some(now)) = (field("was"), field("now")) {
            html = put_right(&html, &was, &now).unwrap_or(html);
        }
    }
    Ok(html)
}

/// HTML in which `now` stands for the first time, with `was` struck out before it; nothing where it does
/// not stand in one stretch of words.
pub fn put_right(html: &str, was: &str, now: &str) -> Option<String> {
    let now = escape_html(now.trim());
    if now.is_empty() {
        return None;
    }
    let at = [now.clone(), now.replace('\'', "’")].iter().find_map(|now| {
        let whole = |at: usize| {
            let after = html[at + now.len()..].chars().next();
            is_words(&html[..at]) && !after.is_some_and(char::is_alphanumeric)
        };
        let found = html.match_indices(now.as_str()).find(|(at, _)| whole(*at))?;
        Some((found.0, now.len()))
    });
    let (at, length) = at?;
    let (before, rest) = html.split_at(at);
    let (now, after) = rest.split_at(length);
    Some(format!("{before}<del>{}</del> <ins>{now}</ins>{after}", escape_html(was.trim())))
}

/// Whether what comes after this stands between tags, and in no other correction.
fn is_words(before: &str) -> bool {
    let open = |tag: &str, end: &str| before.rfind(tag) > before.rfind(end);
    let inside = before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '&');
    before.rfind('<') <= before.rfind('>')
        && !inside
        && !open("<del>", "</del>")
        && !open("<ins>", "</ins>")
}
