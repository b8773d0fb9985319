//! `theme:` of the settings: colours, type, party marks, head and menu.

use crate::base::Spotted;
use crate::content::yaml::{Fields, Node};
use crate::model::{Colour, Colours, Keys, Look, MARKS, MenuItem, Name, TOKENS, codes};

/// More lines than these are no menu.
const MAX_MENU: usize = 24;

/// Reads `theme:`.
pub fn look(fields: &mut Fields<'_>) -> Look {
    let Some(field) = fields.get("theme") else { return Look::default() };
    let spot = field.node.spot();
    let mut keys = Fields::within(field, Keys::Theme, spot, fields.path, fields.complaints);
    Look {
        title: keys.plain("title"),
        logo: keys
            .text("logo")
            .map(|logo| Spotted::new(logo.value.trim_start_matches('/').to_owned(), logo.spot)),
        menu: menu(&mut keys),
        light: colours(&mut keys, "colours"),
        dark: colours(&mut keys, "dark"),
        faces: faces(&mut keys),
        marks: marks(&mut keys),
        budget: budget(&mut keys),
    }
}

fn colours(fields: &mut Fields<'_>, name: &str) -> Colours {
    let Some(field) = fields.get(name) else { return Colours::new() };
    let spot = field.node.spot();
    let mut keys = Fields::within(field, Keys::Colours, spot, fields.path, fields.complaints);
    let mut colours = Colours::new();
    for token in &TOKENS {
        let Some(text) = keys.text(token.name) else { continue };
        match Colour::parse(&text.value) {
            Some(colour) => colours.push((token, Spotted::new(colour, text.spot))),
            None => {
                let message = format!("`{}` is not a colour", text.value);
                let help = "write it in hexadecimal and in quotes, like \"#16222c\"";
                keys.complain(codes::SETTINGS_VALUE, text.spot, message, help);
            }
        }
    }
    colours
}

fn faces(fields: &mut Fields<'_>) -> Vec<(&'static str, Vec<String>)> {
    let Some(field) = fields.get("type") else { return Vec::new() };
    let spot = field.node.spot();
    let mut keys = Fields::within(field, Keys::Faces, spot, fields.path, fields.complaints);
    let mut faces = Vec::new();
    for name in ["serif", "display", "sans"] {
        let families = keys.texts(name);
        for family in families.iter().filter(|family| !is_family(&family.value)) {
            let message = format!("`{}` is not the name of a family of type", family.value);
            let help = "write one name an item, like [Charter, \"Noto Serif\", serif]";
            keys.complain(codes::SETTINGS_VALUE, family.spot, message, help);
        }
        if !families.is_empty() && families.iter().all(|family| is_family(&family.value)) {
            faces.push((name, families.into_iter().map(|family| family.value).collect()));
        }
    }
    faces
}

/// Letters, digits, blanks and hyphens: nothing that could end a declaration.
fn is_family(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
}

fn marks(fields: &mut Fields<'_>) -> Vec<(Name, usize)> {
    let Some(field) = fields.get("parties") else { return Vec::new() };
    let Node::Map { entries, .. } = field.node else {
        let message = "this value has the wrong shape";
        let help = format!("expected a map of side or actor to one of: {}", MARKS.join(", "));
        fields.complain(codes::WRONG_SHAPE, field.node.spot(), message, help);
        return Vec::new();
    };
    let mut marks = Vec::new();
    for (name, node) in entries {
        let mark = match node {
            Node::Leaf { text, .. } => MARKS.iter().position(|mark| mark == text),
            _ => None,
        };
        match mark {
            Some(mark) => marks.push((name.clone(), mark)),
            None => {
                let message = format!("this is not a mark for `{}`", name.value);
                let help = format!("one of: {}", MARKS.join(", "));
                fields.complain(codes::WRONG_CHOICE, node.spot(), message, help);
            }
        }
    }
    marks
}

fn menu(fields: &mut Fields<'_>) -> Vec<MenuItem> {
    let mut items = Vec::new();
    let listed = fields.items("menu");
    if let Some(further) = listed.get(MAX_MENU) {
        let message = format!("{} lines; {MAX_MENU} are the limit", listed.len());
        fields.complain(codes::TOO_LARGE, further.node.spot(), message, "keep those that matter");
    }
    for item in listed.into_iter().take(MAX_MENU) {
        let spot = item.node.spot();
        let mut keys = Fields::within(item, Keys::MenuItem, spot, fields.path, fields.complaints);
        let (name, url) = (keys.must("name").value, keys.must("url"));
        let away = url.value.starts_with("https://") || url.value.starts_with("http://");
        if url.value.is_empty() || name.is_empty() {
            continue;
        }
        if !away && (!url.value.starts_with('/') || url.value.starts_with("//")) {
            let message = format!("`{}` leads nowhere", url.value);
            let help = "write /topics/ for a page of the site, or https://… in full";
            keys.complain(codes::SETTINGS_VALUE, url.spot, message, help);
            continue;
        }
        items.push(MenuItem { name, url });
    }
    items
}

/// `14KB`, `14 kB` or `14`: in units of 1,024 bytes.
fn budget(fields: &mut Fields<'_>) -> Option<u64> {
    let text = fields.text("budget")?;
    let number = text.value.to_ascii_lowercase();
    let number = number.trim_end_matches('b').trim_end_matches('k').trim_end();
    let budget = number.parse::<u64>().ok().filter(|budget| (1..=1_000_000).contains(budget));
    if budget.is_none() {
        let message = format!("`{}` is not a size", text.value);
        let help = "write it in kilobytes, like 14KB";
        fields.complain(codes::SETTINGS_VALUE, text.spot, message, help);
    }
    budget.map(|budget| budget * 1024)
}
