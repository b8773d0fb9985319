//! Which templates stand behind a template: what it extends and includes, and the files of the
//! components that it calls. The engine knows it and does not tell.

use std::collections::{BTreeMap, BTreeSet};

/// What each template leans on, by full name (`site/article.html`, `default/base.html`).
#[derive(Debug, Default)]
pub struct Ties {
    leans_on: BTreeMap<String, Vec<String>>,
    components: BTreeMap<String, String>,
}

impl Ties {
    /// Of some templates, by full name and text; of two that define a component, the last one given
    /// is used.
    pub fn of<'t>(templates: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let mut ties = Self::default();
        for (name, text) in templates {
            let mut named = Vec::new();
            for tag in tags(text) {
                let mut words = tag.split_whitespace();
                match words.next() {
                    Some("extends" | "include") => named.extend(quoted(tag).map(str::to_owned)),
                    Some("component") => {
                        let called = words.next().unwrap_or_default();
                        let called = called.split('(').next().unwrap_or_default();
                        ties.components.insert(called.to_owned(), name.to_owned());
                    }
                    _ => named.extend(called(tag).map(|called| format!("<{called}"))),
                }
            }
            ties.leans_on.insert(name.to_owned(), named);
        }
        ties
    }

    /// The site's own templates that stand behind a template and it itself, without `site/`. These
    /// are the ties of the site's own templates; those of the built-in ones are given.
    pub fn own_behind(&self, built_in: &Self, template: &str) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        let mut to_see = vec![template.to_owned()];
        while let Some(name) = to_see.pop() {
            let all = [self, built_in].into_iter();
            let Some((full, named)) = all.clone().find_map(|ties| ties.found(&name, all.clone()))
            else {
                continue;
            };
            if seen.insert(full.clone()) {
                to_see.extend(named.iter().cloned());
            }
        }
        seen.iter().filter_map(|full| full.strip_prefix("site/")).map(str::to_owned).collect()
    }

    fn found<'t>(
        &'t self,
        name: &str,
        mut all: impl Iterator<Item = &'t Self>,
    ) -> Option<(&'t String, &'t Vec<String>)> {
        let name = match name.strip_prefix('<') {
            Some(component) => all.find_map(|ties| ties.components.get(component))?,
            None => name,
        };
        let prefixes = ["site/", "default/", ""].into_iter();
        prefixes.filter_map(|prefix| self.leans_on.get_key_value(&format!("{prefix}{name}"))).next()
    }
}

/// What stands between the marks of tags and of values.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.match_indices('{').filter_map(|(at, _)| {
        let rest = &text[at + 1..];
        let end = match rest.as_bytes().first()? {
            b'%' => "%}",
            b'{' => "}}",
            _ => return None,
        };
        rest[1..].split(end).next()
    });
    starts.map(|tag| tag.trim_matches('-').trim())
}

/// The component that a value is made by: `<dl.says says={says} />`.
fn called(tag: &str) -> Option<&str> {
    let name = tag.strip_prefix('<')?.trim_start();
    name.split(|c: char| c.is_whitespace() || c == '/' || c == '>').next()
}

/// The words between quotation marks.
fn quoted(tag: &str) -> impl Iterator<Item = &str> {
    tag.split(['"', '\'', '`']).skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_stands_behind_a_template_is_found() {
        let built_in = Ties::of([
            ("default/base.html", "<html>{% block main %}{% endblock %}</html>"),
            ("default/article.html", "{% extends \"base.html\" %}{%- include \"parts/a.html\" -%}"),
            ("default/parts/a.html", "{{ <dl.note note={n} /> }}{{ x }}"),
            ("default/parts/c.html", "{%- component dl.note(note) -%}{{ note }}{% endcomponent %}"),
        ]);
        let ties = Ties::of([
            ("site/base.html", "{% extends 'default/base.html' %}"),
            ("site/parts/own.html", "{% component dl.note(note) %}{% endcomponent %}"),
            ("site/other.html", "{{ <dl.note note={n} /> }}"),
        ]);
        let behind = |name| ties.own_behind(&built_in, name).into_iter().collect::<Vec<_>>();
        assert_eq!(behind("article.html"), ["base.html", "parts/own.html"]);
        assert_eq!(behind("other.html"), ["other.html", "parts/own.html"]);
        assert_eq!(behind("default/base.html"), Vec::<String>::new());
        assert_eq!(behind("nothing.html"), Vec::<String>::new());
    }
}
