use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};
use tera::{Error, ErrorKind, ReportError, Tera, Value};

use super::map::Atlas;
use super::ties::Ties;
use super::words::is_words;
use crate::base::{Checked, Code, Diagnostic, Spot};
use crate::content::TemplateFile;
use crate::model::codes;
use crate::words::Words;

static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static BUILT_IN_TIES: LazyLock<Ties> = LazyLock::new(|| {
    let templates = built_in_templates();
    let named: Vec<_> =
        templates.iter().map(|(name, text)| (format!("default/{name}"), *text)).collect();
    Ties::of(named.iter().map(|(name, text)| (name.as_str(), *text)))
});
static ASSETS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/static");

/// The templates: the site's own before the built-in ones of the same name.
#[derive(Debug)]
pub struct Theme {
    /// The same templates in each language of the site: what differs are the words that they print.
    spoken: Vec<(Arc<Words>, Tera)>,
    atlas: Atlas,
    ties: Ties,
}

/// The built-in templates by name.
pub fn built_in_templates() -> Vec<(String, &'static str)> {
    let mut files = Vec::new();
    gather(&TEMPLATES, &mut files);
    files
        .into_iter()
        .filter_map(|(name, bytes)| std::str::from_utf8(bytes).ok().map(|text| (name, text)))
        .collect()
}

/// The built-in style sheet, icon and so on, by address.
pub fn built_in_assets() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    gather(&ASSETS, &mut files);
    files
}

/// The built-in style sheet.
pub(super) fn built_in_style() -> &'static str {
    ASSETS.get_file("s.css").and_then(|file| file.contents_utf8()).unwrap_or_default()
}

fn gather(folder: &'static Dir<'static>, files: &mut Vec<(String, &'static [u8])>) {
    for file in folder.files() {
        if let Some(name) = file.path().to_str() {
            files.push((name.replace('\\', "/"), file.contents()));
        }
    }
    for folder in folder.dirs() {
        gather(folder, files);
    }
    files.sort();
}

impl Theme {
    /// Loads the built-in theme with a site's own templates over it. `extends "default/base.html"`
    /// reaches the built-in template of a name that the site replaces. Files of words are not looked
    /// at here.
    pub fn load(site: &[TemplateFile], words: &[Arc<Words>]) -> Checked<Self> {
        let site: Vec<&TemplateFile> = site.iter().filter(|file| !is_words(&file.name)).collect();
        let mut complaints: Vec<Diagnostic> = site.iter().filter_map(|file| syntax(file)).collect();
        let own = if complaints.is_empty() { site.as_slice() } else { &[] };
        let none = Arc::default();
        let first = words.first().unwrap_or(&none);
        let tera = match assemble(own, first) {
            Ok(tera) => tera,
            Err(error) => {
                complaints.extend(all_complaints(&error));
                // The built-in theme alone is known to load: a test holds that.
                assemble(&[], first).unwrap_or_default()
            }
        };
        let own = own.iter().map(|file| (format!("site/{}", file.name), &*file.text));
        let own: Vec<(String, &str)> = own.collect();
        let ties = Ties::of(own.iter().map(|(name, text)| (name.as_str(), *text)));
        let others = words.iter().skip(1).map(|words| {
            let mut tera = tera.clone();
            super::words::teach(&mut tera, words);
            (Arc::clone(words), tera)
        });
        let mut spoken: Vec<_> = others.collect();
        spoken.insert(0, (Arc::clone(first), tera));
        Checked::new(Self { spoken, atlas: Atlas::default(), ties }, complaints)
    }

    /// Whether a template of this name can be rendered.
    pub fn has(&self, name: &str) -> bool {
        self.first().is_some_and(|tera| tera.contains_template(name))
    }

    /// The site's own templates that a page of this template is made by.
    pub fn own_behind(&self, template: &str) -> BTreeSet<String> {
        self.ties.own_behind(&BUILT_IN_TIES, template)
    }

    /// Whether the site has any template of its own.
    pub fn has_own(&self) -> bool {
        let names = self.first().into_iter().flat_map(Tera::get_template_names);
        names.into_iter().any(|name| name.starts_with("site/"))
    }

    /// The names that a page may ask for.
    pub fn names(&self) -> Vec<String> {
        let names = self.first().into_iter().flat_map(Tera::get_template_names);
        let mut names: Vec<String> = names
            .map(|name| name.trim_start_matches("site/").trim_start_matches("default/").to_owned())
            .collect();
        names.sort();
        names.dedup();
        names
    }

    /// What maps are drawn from.
    pub(super) fn atlas(&self) -> &Atlas {
        &self.atlas
    }

    fn first(&self) -> Option<&Tera> {
        self.spoken.first().map(|(_, tera)| tera)
    }

    /// Data to text by a template, with the words of a language.
    pub(super) fn render(
        &self,
        language: &str,
        template: &str,
        context: &tera::Context,
    ) -> Result<String, Error> {
        let spoken = self.spoken.iter().find(|(words, _)| words.language() == language);
        match spoken.or(self.spoken.first()) {
            Some((_, tera)) => tera.render(template, context),
            None => Err(Error::message("the site has no language")),
        }
    }
}

fn assemble(site: &[&TemplateFile], words: &Arc<Words>) -> Result<Tera, Error> {
    let mut tera = Tera::new();
    super::words::teach(&mut tera, words);
    tera.autoescape_on([".html", ".xml"]);
    tera.set_escape_fn(escape);
    super::filters::register(&mut tera);
    tera.set_fallback_prefixes(["site/", "default/"])?;
    let built_in = built_in_templates()
        .into_iter()
        .map(|(name, text)| (format!("default/{name}"), text.to_owned()));
    let own = site.iter().map(|file| (format!("site/{}", file.name), file.text.to_string()));
    tera.add_raw_templates(built_in.chain(own).collect::<Vec<_>>())?;
    Ok(tera)
}

/// Tera escapes `/` too, which no standard asks for and which bloats every address.
fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    out.write_all(crate::base::escape_html(text).as_bytes())
}

/// A template that cannot be parsed on its own: so that all broken ones are named in one run.
fn syntax(file: &TemplateFile) -> Option<Diagnostic> {
    let mut alone = Tera::new();
    super::filters::register(&mut alone);
    let error = alone.add_raw_template(&format!("site/{}", file.name), &file.text).err()?;
    matches!(error.kind(), ErrorKind::SyntaxError(_))
        .then(|| complaint(&error, codes::TEMPLATE_SYNTAX, None))
}

/// The complaints of an error that is about several templates at once: the engine then gives their
/// reports as one text, each with a line of `--> name:line:column`.
fn all_complaints(error: &Error) -> Vec<Diagnostic> {
    let ErrorKind::Msg(text) = error.kind() else {
        return vec![complaint(error, codes::TEMPLATE_SYNTAX, None)];
    };
    let reports = text.split("\n\n").filter_map(reported);
    let found: Vec<Diagnostic> = reports.collect();
    if found.is_empty() { vec![complaint(error, codes::TEMPLATE_SYNTAX, None)] } else { found }
}

fn reported(report: &str) -> Option<Diagnostic> {
    let message = report.strip_prefix("error: ")?.lines().next()?;
    let (_, place) = report.split_once("--> ")?;
    let mut parts = place.lines().next()?.rsplitn(3, ':');
    let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let path: Arc<str> = Arc::from(template_path(parts.next()?));
    let missing = message.starts_with("Unknown template");
    let code = if missing { codes::TEMPLATE_MISSING } else { codes::TEMPLATE_SYNTAX };
    let help = if missing {
        "put it into templates/, or take the include out"
    } else {
        "docs/templates.md says what templates may use"
    };
    Some(Diagnostic::error(code, &path, Spot::new(line, column, 1), message).help(help))
}

/// Where a template stands, for messages.
fn template_path(name: &str) -> String {
    format!("templates/{}", name.trim_start_matches("site/").trim_start_matches("default/"))
}

/// An error of the template engine as a message: the template's line, and the content file that
/// was being rendered.
pub(super) fn complaint(error: &Error, code: Code, content: Option<&str>) -> Diagnostic {
    let during = content.map(|path| format!(", while rendering {path}")).unwrap_or_default();
    let at = |name: &str, spot: Spot, code: Code, message: String| {
        let path: Arc<str> = Arc::from(template_path(name));
        Diagnostic::error(code, &path, spot, format!("{message}{during}"))
    };
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let text = first_line(report.message());
            // What could have been meant belongs to the help, not to what was found.
            let (found, known) = text.split_once(". Available").unwrap_or((&text, ""));
            let help = match known {
                "" => "docs/templates.md lists the variables of every template".to_owned(),
                _ => format!("available{known}"),
            };
            at(report.filename(), spot_of(report), code, found.to_owned()).help(help)
        }
        ErrorKind::CircularExtend { tpl, .. } => {
            at(tpl, Spot::START, codes::TEMPLATE_CIRCLE, "this template extends itself".to_owned())
                .help("extend \"default/…\" to reach the built-in template of the same name")
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            at(tpl, Spot::START, codes::TEMPLATE_CIRCLE, "this template includes itself".to_owned())
                .help("take the include out")
        }
        ErrorKind::MissingParent { current, parent } => at(
            current,
            Spot::START,
            codes::TEMPLATE_MISSING,
            format!("there is no template `{parent}` to extend"),
        )
        .help("built-in templates are reached as \"default/base.html\""),
        ErrorKind::TemplateNotFound(name) => {
            at(name, Spot::START, codes::TEMPLATE_MISSING, format!("there is no template `{name}`"))
                .help("put it into templates/")
        }
        _ => {
            let inner = std::error::Error::source(error)
                .map(|source| format!(": {source}"))
                .unwrap_or_default();
            at("", Spot::START, code, format!("{}{inner}", first_line(&error.to_string())))
        }
    }
}

fn spot_of(report: &ReportError) -> Spot {
    let span = report.span();
    let width = if span.start_line == span.end_line {
        span.end_col.saturating_sub(span.start_col)
    } else {
        1
    };
    Spot::new(span.start_line as u32, span.start_col as u32 + 1, width as u32)
}

fn first_line(text: &str) -> String {
    text.lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or("the template failed")
        .trim_end_matches('.')
        .to_owned()
}

/// Data that many pages share, turned into the template engine's own form once.
pub(super) fn shared<T: serde::Serialize>(data: &T) -> Value {
    Value::from_serializable(data)
}
