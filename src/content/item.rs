use super::body::Body;
use super::{Source, SourceKind, front, markdown, yaml};
use crate::base::{Checked, Diagnostic};
use crate::model::{Article, Card, Front, Rights, Settings, Text, codes};

/// A content file, parsed: what others may know of it, and what only its own page needs.
#[derive(Debug, Clone)]
pub struct Item {
    /// For the desk.
    pub card: Card,
    /// For the page.
    pub body: Body,
}

/// Parses one content file alone. It never fails: the value is missing only where the file has no
/// keys that could be read, and then a complaint says why.
pub fn parse(source: &Source, settings: &Settings) -> Checked<Option<Item>> {
    let mut complaints = Vec::new();
    if matches!(source.kind, SourceKind::Settings | SourceKind::Lock | SourceKind::Registry(_)) {
        return Checked::fine(None);
    }
    let Some(split) = front::split(source, &mut complaints) else {
        return Checked::new(None, complaints);
    };
    let yaml = yaml::read(split.yaml, &source.path, 1, &mut complaints);
    let found = yaml.and_then(|yaml| front::front(source, &yaml, settings, &mut complaints));
    let language =
        found.as_ref().and_then(|(front, _)| language_of(front)).unwrap_or(settings.language());
    let (text, body) = markdown::read(source, split.body_at, language, &mut complaints);
    let Some((front, spot)) = found else { return Checked::new(None, complaints) };
    if let Front::Article(article) = &front {
        warn_of_the_future(source, article, &text, &mut complaints);
    }
    let (text, body) = keep_back(&front, text, body);
    let card = Card { path: source.path.clone(), spot, front, text };
    Checked::new(Some(Item { card, body }), complaints)
}

fn language_of(front: &Front) -> Option<&str> {
    match front {
        Front::Article(article) => article.language.as_deref(),
        Front::Note(note) => note.language.as_deref(),
        Front::Correction(correction) => correction.language.as_deref(),
        Front::Briefing(briefing) => briefing.language.as_deref(),
        Front::Topic(topic) => topic.language.as_deref(),
        Front::Page(page) => page.language.as_deref(),
    }
}

/// With `rights: excerpt` nothing of the body goes further than this function but the marked
/// quotations: no later floor can print what it never gets.
fn keep_back(front: &Front, mut text: Text, body: Body) -> (Text, Body) {
    let Front::Article(article) = front else { return (text, body) };
    if article.rights != Rights::Excerpt {
        return (text, body);
    }
    text.lead.clear();
    text.headings.clear();
    let marks =
        text.claims.iter().map(|claim| &claim.id).chain(text.losses.iter().map(|loss| &loss.id));
    let marks: Vec<String> = marks.cloned().collect();
    text.anchors.retain(|anchor| marks.contains(&anchor.value));
    for link in &mut text.links {
        link.text.clear();
    }
    for loss in &mut text.losses {
        loss.sentence.clear();
    }
    (text, Body::default())
}

/// A figure for a time after the report that gives it is most likely a slip of the pen.
fn warn_of_the_future(
    source: &Source,
    article: &Article,
    text: &Text,
    complaints: &mut Vec<Diagnostic>,
) {
    for loss in &text.losses {
        let Some(start) = loss.when.value.earliest().filter(|start| *start > article.date.day)
        else {
            continue;
        };
        let message = format!(
            "this figure begins on {start}, after the article's date, {}",
            article.date.day
        );
        complaints.push(
            Diagnostic::warning(codes::EVENT_AFTER_ARTICLE, &source.path, loss.when.spot, message)
                .help("check the year and the month"),
        );
    }
}
