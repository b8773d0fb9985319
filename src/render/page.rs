use tera::Context;

use super::data::data;
use super::json_feed::json_feed;
use super::mail;
use super::theme::{Theme, complaint, shared};
use crate::base::Diagnostic;
use crate::model::codes;
use crate::pages::views::{Data, ItemView, SharedItem, SiteView, View};

/// A page that could not be rendered.
#[derive(Debug)]
pub struct RenderFault(pub Diagnostic);

/// The site's own data in the template engine's form, shared by all pages.
#[derive(Debug, Clone)]
pub struct Shared(tera::Value);

impl Shared {
    /// Turns the site's data once.
    pub fn new(site: &SiteView) -> Self {
        Self(shared(site))
    }
}

/// A list entry as the template engine's own value, which pages then share instead of making it
/// anew.
pub fn item_form(item: &ItemView) -> SharedItem {
    SharedItem::new(shared(item))
}

/// A page's bytes: a pure function of its view and the theme.
pub fn page(
    theme: &Theme,
    site: &Shared,
    view: &View,
    content: Option<&str>,
) -> Result<Vec<u8>, Box<RenderFault>> {
    if let (Data::Feed { feed }, true) = (&view.data, view.template.is_empty()) {
        return Ok(json_feed(feed));
    }
    if let Data::Records { records } = &view.data {
        return Ok(data(records));
    }
    if let Data::Card { card } = &view.data {
        return Ok(super::card::png(card));
    }
    if let Data::Style { look } = &view.data {
        return Ok(super::look::style(look).into_bytes());
    }
    if let Data::SearchFile { file } = &view.data {
        return Ok(super::search::search(file));
    }
    if let Data::Map { map } = &view.data {
        return Ok(super::map::svg(theme.atlas(), map).into_bytes());
    }
    let fault = |error: tera::Error| {
        Box::new(RenderFault(complaint(&error, codes::TEMPLATE_RENDER, content)))
    };
    let mut context = Context::from_serialize(view).map_err(fault)?;
    context.insert_value("site", site.0.clone());
    context.insert("root", &view.page.root);
    if let Data::Document { document } = &view.data {
        context.insert("numbers", &document.numbers);
    }
    if let (Data::Document { document }, "mail") = (&view.data, view.page.kind) {
        let draw = |kept| {
            let mut context = context.clone();
            context.insert("kept", &kept);
            theme.render(&view.language, &view.template, &context)
        };
        return Ok(mail::fit(document, draw).map_err(fault)?.into_bytes());
    }
    let text = theme.render(&view.language, &view.template, &context).map_err(fault)?;
    let text = match &view.data {
        Data::Document { .. } if view.page.kind == "text" => super::plain::tidy(&text),
        _ if view.template.ends_with(".xml") => xml_text(text),
        _ => text,
    };
    Ok(text.into_bytes())
}

/// Characters that XML 1.0 has no way to write become the replacement character: one of them in
/// one text would make a whole feed unreadable.
fn xml_text(text: String) -> String {
    let allowed = |c: char| {
        let control = c < ' ' && !matches!(c, '\t' | '\n' | '\r');
        !(control || matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    if text.chars().all(allowed) {
        return text;
    }
    text.chars().map(|c| if allowed(c) { c } else { '\u{fffd}' }).collect()
}
