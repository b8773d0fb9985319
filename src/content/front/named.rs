//! Checks that several kinds of front matter share: slugs, languages, addresses.

use super::dates;
use crate::base::{Diagnostic, Spot, slugify};
use crate::content::markdown as content_link;
use crate::content::tracking::{self, without_tracking};
use crate::content::yaml::{Fields, Node};
use crate::model::{Name, PointOfView, Settings, Tongues, codes};
use crate::words::{is_language, same_language, split_name};

/// The slug from its key, or else from the file's name.
pub fn slug(fields: &mut Fields<'_>) -> String {
    let Some(key) = fields.text("slug") else {
        let (_, stem) = dates::of_path(fields.path);
        let slug = slugify(stem);
        return from_name(fields, slug);
    };
    let slug = slugify(&key.value);
    let climbs = key.value.contains("..") || key.value.contains('/') || key.value.contains('\\');
    if climbs || slug.is_empty() {
        let message = format!("`{}` cannot be a name in an address", key.value);
        fields.complain(
            codes::WRONG_SLUG,
            key.spot,
            message,
            format!(
                "write letters, digits and hyphens, such as `{}`",
                if slug.is_empty() { "brega" } else { &slug }
            ),
        );
    }
    let (day, stem) = dates::of_path(fields.path);
    if day.is_some() && !climbs && !slug.is_empty() && slugify(stem) != slug {
        let message = format!("the key says `{slug}`, the file's name says `{}`", slugify(stem));
        fields.complain(codes::WRONG_SLUG, key.spot, message, "change one of them");
    }
    slug
}

/// The file's name as a slug, for kinds without a `slug` key.
pub fn stem(fields: &mut Fields<'_>) -> String {
    let name = fields.path.rsplit('/').next().unwrap_or_default();
    let slug = slugify(split_name(name.strip_suffix(".md").unwrap_or(name)).0);
    from_name(fields, slug)
}

/// The slug that a file's name gave, which must not be empty.
fn from_name(fields: &mut Fields<'_>, slug: String) -> String {
    if slug.is_empty() {
        let message = "this file's name gives no slug";
        fields.complain(
            codes::WRONG_SLUG,
            Spot::START,
            message,
            "rename it with letters or digits",
        );
    }
    slug
}

/// A BCP 47 tag.
pub fn language(fields: &mut Fields<'_>) -> Option<String> {
    let tag = fields.text("language")?;
    check_language(fields, &tag);
    Some(tag.value)
}

/// The language of a content file: by its key, or by its name, as in `about.ar.md`. Where both speak,
/// they must agree; a name speaks only of languages that the site has.
pub fn language_of_file(fields: &mut Fields<'_>, settings: &Settings) -> Option<String> {
    let key = language(fields);
    let name = fields.path.rsplit('/').next().unwrap_or_default();
    let Some(tag) = split_name(name.strip_suffix(".md").unwrap_or(name)).1 else { return key };
    let tag = tag.to_owned();
    if let Some(key) = &key {
        if !same_language(key, &tag) {
            let spot = fields.get("language").map_or(Spot::START, |field| field.node.spot());
            let message = format!("the key says `{key}`, the file's name says `{tag}`");
            fields.complain(codes::LANGUAGE_DISAGREES, spot, message, "change one of them");
        }
        return Some(key.clone());
    }
    let listed = settings.languages.iter();
    let exact = listed.clone().find(|listed| listed.eq_ignore_ascii_case(&tag));
    let listed = exact.or(listed.clone().find(|listed| same_language(listed, &tag)));
    if listed.is_none() {
        let message = format!("this file's name says `{tag}`, which the site does not have");
        let help = format!("add `{tag}` to `languages` in dateline.yaml, or rename the file");
        fields.complain(codes::LANGUAGE_NOT_LISTED, Spot::START, message, help);
    }
    Some(listed.cloned().unwrap_or(tag))
}

/// The same line in several languages, as `{ar: البريقة}`.
pub fn tongues(fields: &mut Fields<'_>, key: &str) -> Tongues {
    let mut tongues = Tongues::new();
    let Some(field) = fields.get(key) else { return tongues };
    let Node::Map { entries, .. } = field.node else {
        let help = "expected a map of language to text, such as {ar: البريقة}";
        fields.complain(
            codes::WRONG_SHAPE,
            field.node.spot(),
            "this value has the wrong shape",
            help,
        );
        return tongues;
    };
    for (language, node) in entries {
        check_language(fields, language);
        match node {
            Node::Leaf { text, .. } => drop(tongues.insert(language.value.clone(), text.clone())),
            _ => fields.complain(
                codes::WRONG_SHAPE,
                node.spot(),
                "this is not a line of text",
                "write a name",
            ),
        }
    }
    tongues
}

/// Complains of a text that cannot be a BCP 47 tag.
pub fn check_language(fields: &mut Fields<'_>, tag: &Name) {
    let mut parts = tag.value.split('-');
    let first = parts.next().unwrap_or_default();
    let letters = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase());
    let rest = parts.all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    if !(letters && rest) {
        let message = format!("`{}` is not a language tag (BCP 47)", tag.value);
        fields.complain(
            codes::WRONG_LANGUAGE,
            tag.spot,
            message,
            "write it like en, ar, uk or pt-BR",
        );
    } else if !is_language(&tag.value) {
        let message = format!("no language has the code `{}`", tag.value);
        let help = "write a code of ISO 639, such as en, ar, fr, ru or uk (Ukrainian)";
        fields.complain(codes::WRONG_LANGUAGE, tag.spot, message, help);
    }
}

/// An address on the web.
pub fn web(fields: &mut Fields<'_>, name: &str) -> Option<Name> {
    let text = fields.text(name)?;
    let fine = url::Url::parse(&text.value)
        .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if !fine {
        let message = format!("`{}` is not an address on the web", text.value);
        fields.complain(
            codes::WRONG_URL,
            text.spot,
            message,
            "write it in full, beginning with https://",
        );
        return None;
    }
    if content_link::is_private_address(&text.value) {
        let message = format!("`{}` leads to a private network", text.value);
        let complaint =
            Diagnostic::warning(codes::PRIVATE_ADDRESS, fields.path, text.spot, message);
        fields.complaints.push(complaint.help("readers cannot open it: link to a public copy"));
    }
    let Some((clean, names)) = without_tracking(&text.value) else { return Some(text) };
    // An archive keeps its copy under the whole address.
    if name == "archive" {
        return Some(text);
    }
    let message = tracking::said(&names);
    let complaint = Diagnostic::warning(codes::TRACKING, fields.path, text.spot, message);
    fields.complaints.push(complaint.help(tracking::HELP));
    Some(Name { value: clean, ..text })
}

/// Former addresses of the site, such as `/old/path/`.
pub fn aliases(fields: &mut Fields<'_>) -> Vec<Name> {
    let aliases = fields.texts("aliases");
    for alias in &aliases {
        let climbs = alias.value.split('/').any(|part| matches!(part, "." | ".."));
        if climbs
            || alias.value.contains(['?', '#', ':', '\\'])
            || alias.value.trim_matches('/').is_empty()
        {
            let message = format!("`{}` is not a former address of this site", alias.value);
            fields.complain(
                codes::WRONG_SLUG,
                alias.spot,
                message,
                "write its path, such as /old/path/",
            );
        }
    }
    aliases
}

/// Whose view of borders a map draws.
pub fn point_of_view(fields: &mut Fields<'_>) -> Option<PointOfView> {
    fields.choice("point_of_view", &PointOfView::VALUES, PointOfView::parse)
}
