use std::sync::Arc;

use jiff::tz::TimeZone;

use super::{look, named};
use crate::base::{Checked, did_you_mean};
use crate::content::Source;
use crate::content::yaml::{self, Fields, Node};
use crate::model::{Keys, Name, PointOfView, Rights, Settings, codes};
use crate::words::Digits;

/// Reads `dateline.yaml`; without one, everything has its default.
pub fn settings(source: Option<&Source>) -> Checked<Settings> {
    let mut complaints = Vec::new();
    let Some(source) = source else { return Checked::fine(Settings::default()) };
    let path: &Arc<str> = &source.path;
    let Some(yaml) = yaml::read(&source.text, path, 0, &mut complaints) else {
        return Checked::new(Settings::default(), complaints);
    };
    let default = Settings::default();
    let mut fields = Fields::open(&yaml, Keys::Settings, path, &mut complaints);
    let (timezone, zone) = zone(&mut fields).unwrap_or((default.timezone, default.zone));
    let languages = fields.texts("languages");
    for tag in &languages {
        named::check_language(&mut fields, tag);
    }
    let settings = Settings {
        title: fields.plain("title").unwrap_or(default.title),
        base_url: base_url(&mut fields),
        description: fields.plain("description"),
        desk: fields.plain("desk"),
        titles: named::tongues(&mut fields, "titles"),
        descriptions: named::tongues(&mut fields, "descriptions"),
        desks: named::tongues(&mut fields, "desks"),
        languages: if languages.is_empty() {
            default.languages
        } else {
            languages.into_iter().map(|tag| tag.value).collect()
        },
        digits: fields.choice("digits", &Digits::VALUES, Digits::parse).unwrap_or(default.digits),
        timezone,
        zone,
        rights: fields.choice("rights", &Rights::VALUES, Rights::parse).unwrap_or(default.rights),
        search: fields.flag("search"),
        pdf_as_is: pdf_as_is(&mut fields),
        keep: keep(&mut fields),
        moved: moved(&mut fields),
        port: port(&mut fields).unwrap_or(default.port),
        point_of_view: map(&mut fields).unwrap_or_default(),
        editor: editor(&mut fields).unwrap_or(default.editor),
        look: look::look(&mut fields).into(),
        theme: fields.extra("theme"),
        extra: fields.extra("extra"),
    };
    Checked::new(settings, complaints)
}

/// Paths of PDFs below `static/`; that of anything else says nothing, and is an error.
fn pdf_as_is(fields: &mut Fields<'_>) -> Vec<String> {
    let mut paths = Vec::new();
    for path in fields.texts("pdf_as_is") {
        let plain = path.value.trim_start_matches('/').trim_start_matches("static/").to_owned();
        if plain.to_ascii_lowercase().ends_with(".pdf") {
            paths.push(plain);
        } else {
            let message = format!("`{}` is not a PDF", path.value);
            let help = "write the path of a PDF under static/, such as `files/report.pdf`";
            fields.complain(codes::SETTINGS_VALUE, path.spot, message, help);
        }
    }
    paths
}

/// Paths in the output; a slash at either end is no matter.
fn keep(fields: &mut Fields<'_>) -> Vec<String> {
    let mut paths = Vec::new();
    for path in fields.texts("keep") {
        let plain = path.value.trim_matches('/').to_owned();
        let odd = |part: &str| matches!(part, "" | "." | "..") || part.contains(['*', '\\']);
        if plain.split('/').any(odd) || plain.contains(char::is_control) {
            let message = format!("`{}` is no path in the output", path.value.escape_debug());
            let help = "write the name of one file or folder as it stands there, such as `CNAME` or `.well-known/assetlinks.json`";
            fields.complain(codes::SETTINGS_VALUE, path.spot, message, help);
        } else {
            paths.push(plain);
        }
    }
    paths
}

/// Former addresses and where they lead: both from the site's root.
fn moved(fields: &mut Fields<'_>) -> Vec<(Name, Name)> {
    let mut moves = Vec::new();
    let Some(field) = fields.get("moved") else { return moves };
    let help = "write a map of addresses, such as {/places/old/: /places/new/}";
    let entries = match field.node {
        Node::Map { entries, .. } => entries.as_slice(),
        _ => {
            fields.complain(
                codes::WRONG_SHAPE,
                field.node.spot(),
                "this value has the wrong shape",
                help,
            );
            &[]
        }
    };
    for (from, node) in entries {
        let to = match node {
            Node::Leaf { text, .. } => Name::new(text.clone(), node.spot()),
            _ => Name::new(String::new(), node.spot()),
        };
        let odd = [from, &to].into_iter().find(|address| !is_address(&address.value)).cloned();
        match odd {
            Some(odd) => {
                let message = format!("`{}` is no address of this site", odd.value.escape_debug());
                fields.complain(codes::SETTINGS_VALUE, odd.spot, message, help);
            }
            None => moves.push((from.clone(), to)),
        }
    }
    moves
}

fn is_address(text: &str) -> bool {
    let odd = |part: &str| matches!(part, "." | "..") || part.contains(['\\', '?', '#']);
    text.len() > 1
        && text.starts_with('/')
        && !text.starts_with("//")
        && !text.split('/').any(odd)
        && !text.contains(char::is_control)
}

/// A `base_url` as `dateline.yaml` or `--base-url` gives it, with a slash at its end.
pub fn tidy_base_url(text: &str) -> Option<String> {
    let url = url::Url::parse(text).ok()?;
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    let bare = url.query().is_none() && url.fragment().is_none();
    (web && bare).then(|| format!("{}/", url.as_str().trim_end_matches('/')))
}

fn base_url(fields: &mut Fields<'_>) -> Option<String> {
    let text = fields.text("base_url")?;
    let tidy = tidy_base_url(&text.value);
    if tidy.is_none() {
        let message = format!("`{}` is not an address on the web", text.value);
        fields.complain(
            codes::SETTINGS_VALUE,
            text.spot,
            message,
            "write it in full, like https://briefing.example/ or https://host.example/libya/",
        );
    }
    tidy
}

fn map(fields: &mut Fields<'_>) -> Option<PointOfView> {
    let field = fields.get("map")?;
    let spot = field.node.spot();
    let mut keys = Fields::within(field, Keys::SiteMap, spot, fields.path, fields.complaints);
    named::point_of_view(&mut keys)
}

/// An address of a program on the desk's own machine: never of the web, never a script.
fn editor(fields: &mut Fields<'_>) -> Option<String> {
    let text = fields.text("editor")?;
    let scheme = url::Url::parse(&text.value).map(|url| url.scheme().to_owned());
    let refused = ["http", "https", "javascript", "data", "vbscript", "blob"];
    let fault = match scheme {
        Err(_) => "is not an address",
        Ok(scheme) if refused.contains(&scheme.as_str()) => "opens no editor",
        Ok(_) if !text.value.contains("{path}") => "does not say where the file's path goes",
        Ok(_) => return Some(text.value),
    };
    let message = format!("`{}` {fault}", text.value);
    let help = "write your editor's address with {path} in it, like vscode://file{path}:{line}";
    fields.complain(codes::SETTINGS_VALUE, text.spot, message, help);
    None
}

fn zone(fields: &mut Fields<'_>) -> Option<(String, TimeZone)> {
    let text = fields.text("timezone")?;
    if let Ok(zone) = TimeZone::get(&text.value) {
        return Some((text.value, zone));
    }
    let names: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
    let help = did_you_mean(&text.value, names.iter().map(String::as_str))
        .unwrap_or_else(|| "write an IANA name like Africa/Tripoli".to_owned());
    let message = format!("`{}` is not a time zone", text.value);
    fields.complain(codes::SETTINGS_VALUE, text.spot, message, help);
    None
}

fn port(fields: &mut Fields<'_>) -> Option<u16> {
    let number = fields.integer("port")?;
    let port = u16::try_from(number).ok();
    if port.is_none()
        && let Some(field) = fields.get("port")
    {
        fields.complain(
            codes::SETTINGS_VALUE,
            field.node.spot(),
            format!("{number} is not a port"),
            "write a number from 0 to 65535",
        );
    }
    port
}
