//! What templates of documents lay out their lines with. Pure functions of what they are given.

use tera::{Error, Kwargs, State, Tera, Value};

use super::plain;

/// Gives the template engine our filters.
pub fn register(tera: &mut Tera) {
    tera.register_filter("fill", fill);
    tera.register_filter("across", across);
    tera.register_filter("row", row);
    tera.register_filter("plain", text);
    tera.register_filter("absolute", absolute);
    super::put_right::register(tera);
}

type Filled = Result<String, Error>;

fn word(kwargs: &Kwargs, name: &str) -> Filled {
    Ok(kwargs.get::<String>(name)?.unwrap_or_default())
}

/// `{{ text | fill(first="1. ", rest="   ") }}`: a text on lines of 72 columns.
fn fill(text: &str, kwargs: Kwargs, _: &State<'_>) -> Filled {
    Ok(plain::fill(text, &word(&kwargs, "first")?, &word(&kwargs, "rest")?))
}

/// `{{ left | across(right=date) }}`: two texts at both ends of a line.
fn across(left: &str, kwargs: Kwargs, _: &State<'_>) -> Filled {
    Ok(plain::across(left, &word(&kwargs, "right")?))
}

/// `{{ ["Brega", "30"] | row(widths=[20, 10], first="  ") }}`: a row of a table.
fn row(cells: Vec<Value>, kwargs: Kwargs, _: &State<'_>) -> Filled {
    let cells: Vec<String> = cells.iter().map(ToString::to_string).collect();
    let widths: Vec<usize> = kwargs.must_get("widths")?;
    Ok(plain::row(&cells, &widths, &word(&kwargs, "first")?))
}

/// `{{ block.html | plain(indent="   ", lead="Desk: ", root=root, note="note", struck="struck out") }}`:
/// finished HTML as text, with words for footnotes and for what was struck out.
fn text(html: &str, kwargs: Kwargs, _: &State<'_>) -> Filled {
    let (indent, lead) = (word(&kwargs, "indent")?, word(&kwargs, "lead")?);
    let marks = plain::Marks { note: word(&kwargs, "note")?, struck: word(&kwargs, "struck")? };
    Ok(plain::text(html, &indent, &lead, &word(&kwargs, "root")?, &marks))
}

/// `{{ block.html | absolute(to=document.url) | safe }}`: links to anchors of a page, made to lead to
/// that page from elsewhere. In finished HTML a quotation mark stands in tags only.
fn absolute(html: &str, kwargs: Kwargs, _: &State<'_>) -> Filled {
    let to = crate::base::escape_html(&kwargs.must_get::<String>("to")?);
    Ok(html.replace("href=\"#", &format!("href=\"{to}#")))
}
