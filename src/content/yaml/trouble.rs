//! The YAML traps that editors fall into, told apart by looking at the lines themselves: a parser
//! only says where it gave up.

use std::sync::Arc;

use granit_parser::ScanError;

use crate::base::{Code, Diagnostic, Spot};
use crate::model::codes;

/// What a parse error most likely means.
pub fn explain(text: &str, path: &Arc<str>, line: u32, error: &ScanError) -> Diagnostic {
    let say =
        |code: Code, (row, column, width): (usize, usize, usize), message: String, help: &str| {
            let spot = Spot::new(row as u32 + 1 + line, column as u32 + 1, width as u32);
            Diagnostic::error(code, path, spot, message).help(help)
        };
    if let Some(place) = tab_indent(text) {
        return say(
            codes::TAB_INDENT,
            place,
            "a tab stands before the text; YAML takes blanks only".into(),
            "replace the tab by two blanks",
        );
    }
    if let Some((place, quote)) = unclosed_quote(text) {
        return say(
            codes::UNCLOSED_QUOTE,
            place,
            format!("this {quote} is opened and never closed"),
            "close it at the end of the value; inside double quotes write \\\" for a quote",
        );
    }
    if let Some((place, message, help)) = shape(text) {
        return say(codes::YAML_SYNTAX, place, message, help);
    }
    if let Some(place) = loose_colon(text) {
        if let Some((place, quote)) = smart_quote(text, place.0) {
            let message = format!(
                "the typographic quote {quote} (U+{:04X}) does not quote in YAML",
                u32::from(quote)
            );
            return say(
                codes::SMART_QUOTES,
                place,
                message,
                "use straight quotes \" round the value",
            );
        }
        let message = "a value with a colon and a blank in it needs quotes round it".into();
        return say(
            codes::QUOTE_THE_COLON,
            place,
            message,
            "write it as key: \"value: with colon\"",
        );
    }
    let (row, column) = (error.marker().line().saturating_sub(1), error.marker().col());
    if error.info().to_lowercase().contains("nest") || error.info().contains("recursion") {
        return say(
            codes::TOO_DEEP,
            (row, column, 1),
            "lists and maps stand too deep in each other".into(),
            "16 levels are the limit",
        );
    }
    let message = format!("this is not valid YAML: {}", error.info());
    say(
        codes::YAML_SYNTAX,
        (row, column, 1),
        message,
        "`dateline explain yaml-syntax` shows the usual causes",
    )
}

type Trap = ((usize, usize, usize), String, &'static str);

/// A line whose value begins or ends in a way that YAML does not take.
fn shape(text: &str) -> Option<Trap> {
    text.lines().enumerate().find_map(|(row, line)| {
        if let Some(at) = missing_blank(line) {
            let message = "a blank is missing after this colon".to_owned();
            return Some(((row, at, 1), message, "write key: value"));
        }
        let (start, value) = value_of(line)?;
        let column = |at: usize| line[..start + at].chars().count();
        if let Some(at) = closes_early(value) {
            let message = "the quote that begins this value is closed here, and text follows";
            let help = "put double quotes round the value, and write \\\" for a quote inside it";
            return Some(((row, column(at), 1), message.to_owned(), help));
        }
        let (message, help) = brackets(value)?;
        Some(((row, column(0), 1), message, help))
    })
}

/// `title:Brega`: the place of the colon.
fn missing_blank(line: &str) -> Option<usize> {
    let at = line.find(':')?;
    let follows = line[at + 1..].chars().next()?;
    let key = is_key(&line[..at]) && line.starts_with(|c: char| c.is_alphabetic());
    (key && !follows.is_whitespace() && follows != '/').then(|| line[..at].chars().count())
}

/// `'Tripoli's answer'`: where the quote is closed with text behind it.
fn closes_early(value: &str) -> Option<usize> {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut chars = value.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        let escape = c == '\\' && quote == '"';
        let doubled = c == quote && chars.peek().is_some_and(|(_, next)| *next == quote);
        if escape || doubled {
            chars.next();
        } else if c == quote {
            let behind = value[at + 1..].trim_start();
            let ends = behind.is_empty() || behind.starts_with(['#', ',', ']', '}', ':']);
            return (!ends).then_some(at);
        }
    }
    None
}

/// A value that begins with a character that means something else to YAML.
fn brackets(value: &str) -> Option<(String, &'static str)> {
    let first = value.chars().next()?;
    let close = match first {
        '[' => ']',
        '{' => '}',
        '@' | '%' | '`' => {
            return Some((
                format!("a value cannot begin with {first}"),
                "put quotes round the value",
            ));
        }
        _ => return None,
    };
    let value = value.split(" #").next().unwrap_or(value).trim_end();
    if value.matches('"').count() % 2 == 1 {
        return None;
    }
    if !value.contains(close) {
        return Some((
            format!("the bracket {first} is opened and not closed on its line"),
            "close it, or put quotes round the value",
        ));
    }
    (!value.ends_with(close))
        .then(|| (format!("text follows the closing {close}"), "put quotes round the whole value"))
}

/// Things that are valid YAML and most likely not what was meant.
pub fn suspect(text: &str, path: &Arc<str>, line: u32) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (row, content) in text.lines().enumerate() {
        let spot = |column: usize, width: usize| {
            Spot::new(row as u32 + 1 + line, column as u32 + 1, width as u32)
        };
        let Some((start, value)) = value_of(content) else { continue };
        if let Some(at) = lost_hash(value) {
            let column = content[..start + at].chars().count();
            let width = content[start + at..].chars().count();
            found.push(
                Diagnostic::warning(
                    codes::LOST_AFTER_HASH,
                    path,
                    spot(column, width),
                    format!("`{}` is lost: YAML takes it for a comment", &value[at..]),
                )
                .help("put quotes round the whole value"),
            );
        }
        let column = content[..start].chars().count();
        let (first, last) = (value.chars().next(), value.trim_end().chars().next_back());
        if let (Some('“' | '”' | '„' | '‘' | '«'), Some('”' | '“' | '’' | '»')) = (first, last)
        {
            let first = first.unwrap_or_default();
            found.push(
                Diagnostic::warning(codes::SMART_QUOTES, path, spot(column, 1), format!("the typographic quote {first} (U+{:04X}) does not quote in YAML: it becomes part of the value", u32::from(first)))
                    .help("use straight quotes \" round the value, or both: \"“…”\""),
            );
        }
    }
    found
}

/// The value of a `key: value` line: where it starts, and the rest of the line.
fn value_of(line: &str) -> Option<(usize, &str)> {
    let rest = line.trim_start();
    let indent = line.len() - rest.len();
    let item = rest.strip_prefix("- ").map_or(0, |_| 2);
    let from = indent + item;
    let key = line[from..].find(": ").filter(|at| is_key(&line[from..from + at]));
    let start = match key {
        Some(at) => from + at + 2,
        None if item > 0 => from,
        None => return None,
    };
    let value = line[start..].trim_start();
    Some((line.len() - value.len(), value))
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

/// ` #5`: a hash right before a letter or digit is hardly ever a comment.
fn lost_hash(value: &str) -> Option<usize> {
    if value.starts_with(['"', '\'', '[', '{', '|', '>']) {
        return None;
    }
    let at = if value.starts_with('#') { 0 } else { value.find(" #")? + 1 };
    value[at + 1..].chars().next().filter(|c| c.is_alphanumeric()).map(|_| at)
}

/// A typographic quote that opens the value of a line.
fn smart_quote(text: &str, row: usize) -> Option<((usize, usize, usize), char)> {
    let line = text.lines().nth(row)?;
    let (start, value) = value_of(line)?;
    let quote = value.chars().next().filter(|c| matches!(c, '“' | '”' | '„' | '‘' | '’' | '«'))?;
    Some(((row, line[..start].chars().count(), 1), quote))
}

fn tab_indent(text: &str) -> Option<(usize, usize, usize)> {
    text.lines().enumerate().find_map(|(row, line)| {
        let blank = line.len() - line.trim_start().len();
        line[..blank].find('\t').filter(|_| blank < line.len()).map(|at| (row, at, 1))
    })
}

/// A quote that opens a value and is closed nowhere, or only behind a later key.
fn unclosed_quote(text: &str) -> Option<((usize, usize, usize), &'static str)> {
    let lines: Vec<&str> = text.lines().collect();
    for (row, line) in lines.iter().enumerate() {
        let Some((start, value)) = value_of(line) else { continue };
        let odd = value.starts_with(['[', '{']) && value.matches('"').count() % 2 == 1;
        let last = value.rfind('"').filter(|_| odd);
        if let Some(at) = last {
            return Some(((row, line[..start + at].chars().count(), 1), "double quote"));
        }
        let (quote, name) = match value.chars().next() {
            Some('"') => ('"', "double quote"),
            Some('\'') => ('\'', "single quote"),
            _ => continue,
        };
        let column = line[..start].chars().count();
        if !closes(&value[1..], quote) && !closes_below(&lines[row + 1..], quote) {
            return Some(((row, column, 1), name));
        }
    }
    None
}

fn closes(rest: &str, quote: char) -> bool {
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        if c == '\\' && quote == '"' {
            chars.next();
        } else if c == quote {
            return true;
        }
    }
    false
}

/// Whether a quoted value goes on over lines that are not keys of their own until it is closed.
fn closes_below(lines: &[&str], quote: char) -> bool {
    for line in lines {
        let starts_key =
            value_of(line).is_some() || line.trim_end().strip_suffix(':').is_some_and(is_key);
        if starts_key {
            return false;
        }
        if closes(line, quote) {
            return true;
        }
    }
    false
}

/// `title: Brega: rebels`: the second colon of an unquoted value.
fn loose_colon(text: &str) -> Option<(usize, usize, usize)> {
    text.lines().enumerate().find_map(|(row, line)| {
        let (start, value) = value_of(line)?;
        if value.starts_with(['"', '\'', '[', '{', '|', '>', '#', '&', '*', '!']) {
            return None;
        }
        let colon = value
            .find(": ")
            .or_else(|| value.trim_end().ends_with(':').then(|| value.trim_end().len() - 1))?;
        // A comment may hold colons.
        if value[..colon].contains(" #") {
            return None;
        }
        Some((row, line[..start + colon].chars().count(), 1))
    })
}
