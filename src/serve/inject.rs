//! Puts the preview's own parts into a finished page, between marks, and takes the page's policy
//! out of it, which the answer's header then carries with leave for the preview's script.

use crate::base::escape_html;

/// Stands before each part that is not the page's own.
pub const BEGIN: &str = "<!--dateline:preview-->";
/// Stands after it.
pub const END: &str = "<!--/dateline:preview-->";

/// A page as the preview shows it.
#[derive(Debug)]
pub struct Injected {
    /// The page with the preview's parts.
    pub html: String,
    /// The page's own policy with leave for the preview; none where the page has none.
    pub policy: Option<String>,
}

/// Puts the preview into a page: its script and style, and what stands around the page's content.
pub fn inject(page: &str, number: u64, top: &str, foot: &str) -> Injected {
    let (page, policy) = without_policy(page);
    let head_at = head_end(&page);
    let top_at = body_start(&page, head_at).unwrap_or(head_at);
    let foot_at = page.to_ascii_lowercase().rfind("</body>").unwrap_or(page.len()).max(top_at);
    let policy = policy.as_deref().map(with_leave);
    // A page cannot change the policy it came with: the script compares, and loads it anew.
    let head = format!(
        "{BEGIN}<link rel=\"stylesheet\" href=\"/_dateline/preview.css\" data-dateline>\
         <script src=\"/_dateline/preview.js\" data-dateline data-number=\"{number}\" \
         data-policy=\"{}\" defer></script>{END}",
        escape_html(policy.as_deref().unwrap_or_default())
    );
    let part = |part: &str| match part.is_empty() {
        true => String::new(),
        false => format!("{BEGIN}{part}{END}"),
    };
    let html = [
        &page[..head_at],
        &head,
        &page[head_at..top_at],
        &part(top),
        &page[top_at..foot_at],
        &part(foot),
        &page[foot_at..],
    ];
    Injected { html: html.concat(), policy }
}

/// Where the content of the body begins.
fn body_start(page: &str, from: usize) -> Option<usize> {
    let lower = page[from..].to_ascii_lowercase();
    let (_, end) = tag(&lower, "<body")?;
    Some(from + end)
}

/// Where the head ends. A template need not write its tags: then it ends before the body, or, where
/// that is not written either, begins after what stands before every content.
fn head_end(page: &str) -> usize {
    let lower = page.to_ascii_lowercase();
    let written = lower.find("</head>").or_else(|| lower.find("<body"));
    written.unwrap_or_else(|| {
        let starts = ["<!doctype", "<html", "<head"].into_iter();
        starts.filter_map(|start| tag(&lower, start)).map(|(_, end)| end).max().unwrap_or(0)
    })
}

/// Takes the policy's `meta` out of the head, and makes a `base` lead to the preview itself.
fn without_policy(page: &str) -> (String, Option<String>) {
    // Without a head's end, what would be in a head may stand anywhere.
    let end_of = |lower: &str| lower.find("</head>").unwrap_or(lower.len());
    let mut page = page.to_owned();
    let lower = page.to_ascii_lowercase();
    if let Some((from, to)) = tag(&lower[..end_of(&lower)], "<base ") {
        page.replace_range(from..to, "<base href=\"/\">");
    }
    let lower = page.to_ascii_lowercase();
    let Some(at) = lower[..end_of(&lower)].find("http-equiv=\"content-security-policy\"") else {
        return (page, None);
    };
    let Some(from) = lower[..at].rfind("<meta") else { return (page, None) };
    let Some(to) = lower[at..].find('>').map(|end| at + end + 1) else { return (page, None) };
    let content =
        page[from..to].split_once("content=\"").and_then(|(_, rest)| rest.split_once('"'));
    let policy = content.map(|(policy, _)| policy.replace("&#39;", "'").replace("&#x27;", "'"));
    page.replace_range(from..to, "");
    (page, policy)
}

fn tag(lower: &str, start: &str) -> Option<(usize, usize)> {
    let from = lower.find(start)?;
    Some((from, from + lower[from..].find('>')? + 1))
}

/// A policy that also allows what the preview needs from its own address.
fn with_leave(policy: &str) -> String {
    let mut directives: Vec<(String, Vec<String>)> = Vec::new();
    for directive in policy.split(';') {
        let mut words = directive.split_ascii_whitespace().map(str::to_owned);
        if let Some(name) = words.next() {
            directives.push((name.to_ascii_lowercase(), words.collect()));
        }
    }
    let of = |directives: &[(String, Vec<String>)], name: &str| {
        directives.iter().find(|(known, _)| known == name).map(|(_, values)| values.clone())
    };
    let default = of(&directives, "default-src");
    for name in ["script-src", "connect-src", "style-src", "worker-src"] {
        // Without a default, what is not named is allowed.
        let Some(mut values) = of(&directives, name).or_else(|| default.clone()) else { continue };
        values.retain(|value| value != "'none'");
        if !values.iter().any(|value| value == "'self'") {
            values.push("'self'".to_owned());
        }
        directives.retain(|(known, _)| known != name);
        directives.push((name.to_owned(), values));
    }
    let directives =
        directives.into_iter().map(|(name, values)| format!("{name} {}", values.join(" ")));
    let policy = directives.collect::<Vec<_>>().join(";");
    policy.chars().filter(|c| c.is_ascii() && !c.is_ascii_control()).collect()
}

#[cfg(test)]
#[path = "tests/inject.rs"]
mod tests;
