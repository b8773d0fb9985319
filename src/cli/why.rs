use super::args::{self, Format, Global};
use super::build::{look, refuse};
use super::failure::Failure;
use super::report::Report;
use crate::base::nearest;
use crate::pages::{Route, template_of};
use crate::pipeline::Edition;

/// Says which files made a page.
pub fn run(why: &args::Why, global: &Global, report: &Report) -> Result<(), Failure> {
    let (edition, _) = look(&global.root, why.at.as_deref(), report)?;
    refuse(&edition.complaints)?;
    let path = wanted(&edition, &why.url);
    let page = edition.plan.pages.iter().find(|page| page.route.as_str() == path);
    let Some(page) = page else {
        let routes = edition.plan.pages.iter().map(|page| page.route.as_str());
        let help = nearest(&path, routes).map_or_else(
            || "give an address of the site, such as /topics/".to_owned(),
            |near| format!("did you mean /{near}?"),
        );
        return Err(Failure::usage(format!("there is no page /{path}"), help));
    };
    let template = template_of(page);
    let sources = edition.sources_of(page);
    if global.format == Format::Json {
        report.say(&serde_json::json!({ "url": page.route.to_string(), "template": template, "sources": sources }).to_string());
        return Ok(());
    }
    match template {
        Some(template) => {
            report.say(&format!("{} is drawn by the template {template} from", page.route))
        }
        None => report.say(&format!("{} is drawn by Dateline itself from", page.route)),
    }
    for source in &sources {
        report.say(&format!("  {source}"));
    }
    if sources.is_empty() {
        report.say("  the settings and the registry");
    }
    Ok(())
}

/// The route of a full address, of a path with or without slashes, or of a file of the output.
fn wanted(edition: &Edition, url: &str) -> String {
    let base = edition.settings.base_url.as_deref().unwrap_or("/");
    let path = url.strip_prefix(base).unwrap_or(url);
    let path = path.split(['#', '?']).next().unwrap_or(path).trim_start_matches('/');
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned();
    let path = path.strip_suffix("index.html").unwrap_or(&path).to_owned();
    let known = |path: &str| edition.plan.pages.iter().any(|page| page.route == Route::new(path));
    if !known(&path) && known(&format!("{path}/")) { format!("{path}/") } else { path }
}
