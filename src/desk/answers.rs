//! What lies between files: claims that answer claims elsewhere, reports that are named as
//! related, pictures, briefings' items, events and the dates of what tells of them.

use std::sync::Arc;

use super::entries::Entries;
use super::links::{Index, missing_file};
use crate::base::{Diagnostic, Spot, Spotted};
use crate::model::{Card, ClaimRef, EntryKind, Fields, Front, Name, codes};

/// Checks a card against the others.
pub fn check(card: &Card, index: &Index<'_>, complaints: &mut Vec<Diagnostic>) {
    answers(card, index.cards, index, complaints);
    match &card.front {
        Front::Briefing(briefing) => briefing.items.iter().for_each(|item| {
            if index.article_called(&item.value).is_none() && !index.is_broken(&item.value) {
                complaints.push(unknown_article(card, item, index));
            }
        }),
        Front::Article(article) => {
            for name in &article.related {
                related(card, name, index, complaints);
            }
            let src = article.image.as_ref().and_then(|image| image.src.as_ref());
            if let Some(src) = src {
                image(card, src, index, complaints);
            }
        }
        Front::Note(note) => {
            for (claim, _) in &note.assessment {
                answer(card, claim, index.cards, index, complaints);
            }
        }
        Front::Correction(_) | Front::Topic(_) | Front::Page(_) => {}
    }
}

fn answers(card: &Card, cards: &[Arc<Card>], index: &Index<'_>, complaints: &mut Vec<Diagnostic>) {
    for claim in &card.text.claims {
        let Some(answered) = &claim.answers else { continue };
        let slug = answered.value.article.as_deref();
        let own = slug.and_then(|slug| index.article(slug)).map(|id| &cards[id.0 as usize]);
        if own.is_some_and(|own| own.path == card.path) && answered.value.id == claim.id {
            let message = format!("{} answers itself", claim.id);
            let code = codes::TARGET_NOT_THERE;
            let complaint = Diagnostic::error(code, &card.path, answered.spot, message);
            complaints.push(complaint.help("name the claim that it answers"));
            continue;
        }
        answer(card, answered, cards, index, complaints);
    }
}

/// A claim of another article, which must be there.
fn answer(
    card: &Card,
    claim: &Spotted<ClaimRef>,
    cards: &[Arc<Card>],
    index: &Index<'_>,
    complaints: &mut Vec<Diagnostic>,
) {
    let Some(slug) = &claim.value.article else { return };
    let target = index.article(slug).map(|id| &cards[id.0 as usize]);
    let Some(target) = target else {
        if !index.is_broken(slug) {
            complaints.push(unknown_article(card, &Name::new(slug.clone(), claim.spot), index));
        }
        return;
    };
    // A mark with a wrong title has had its own message: its anchor is there.
    let anchors = target.text.anchors.iter().map(|anchor| anchor.value.as_str());
    let ids: Vec<&str> = anchors.filter(|id| is_claim(id)).collect();
    if !ids.contains(&claim.value.id.as_str()) {
        let message = format!("there is no {} in `{}`", claim.value.id, target.path);
        let help = match ids.is_empty() {
            true => "it has no claims".to_owned(),
            false => format!("it has {}", ids[..ids.len().min(12)].join(", ")),
        };
        let complaint = Diagnostic::error(codes::TARGET_NOT_THERE, &card.path, claim.spot, message);
        complaints.push(complaint.help(help));
    }
}

/// An event that begins after the report that tells of it is most likely a slip of the pen.
pub fn events_to_come(card: &Card, entries: &Entries, complaints: &mut Vec<Diagnostic>) {
    let Some(article) = card.article() else { return };
    let in_claims = card.text.claims.iter().filter_map(|claim| claim.event.as_ref());
    let in_losses = card.text.losses.iter().filter_map(|loss| loss.event.as_ref());
    let mut said = Vec::new();
    for name in article.events.iter().chain(in_claims).chain(in_losses) {
        let Some(id) = entries.find(EntryKind::Event, &name.value) else { continue };
        let facts = entries.get(id).facts.as_ref().map(|facts| &facts.fields);
        let Some(Fields::Event { when: Some(when), .. }) = facts else { continue };
        let start = when.earliest().filter(|start| *start > article.date.day);
        let Some(start) = start.filter(|_| !said.contains(&id)) else { continue };
        said.push(id);
        let message = format!(
            "`{}` begins on {start}, after the article's date, {}",
            entries.get(id).name,
            article.date.day
        );
        let code = codes::EVENT_AFTER_ARTICLE;
        let complaint = Diagnostic::warning(code, &card.path, name.spot, message);
        complaints.push(complaint.help(format!(
            "check the article's date, and `when` of `{}` in content/registry/events.yaml",
            entries.get(id).id
        )));
    }
}

fn is_claim(id: &str) -> bool {
    let digits = id.strip_prefix('c').unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
}

fn unknown_article(card: &Card, name: &Name, index: &Index<'_>) -> Diagnostic {
    if index.is_withheld(&name.value) {
        let message = format!("`{}` is not published", name.value);
        return Diagnostic::error(codes::PRIVATE_LINK, &card.path, name.spot, message)
            .help("take it out, or publish it");
    }
    let help = index.nearest_article(&name.value).map_or_else(
        || "write an article's slug".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Diagnostic::error(
        codes::UNKNOWN_ARTICLE,
        &card.path,
        name.spot,
        format!("no article is called `{}`", name.value),
    )
    .help(help)
}

/// A related report may be one that the desk does not have: then its headline is printed. A name
/// that looks like a slug and is none is a slip.
fn related(card: &Card, name: &Name, index: &Index<'_>, complaints: &mut Vec<Diagnostic>) {
    let text = name.value.as_str();
    let slug_like = text.contains('-') && !text.contains(' ') && !text.contains("://");
    let known = index.article_called(text).is_some() || index.is_broken(text);
    if !known && (slug_like || index.is_withheld(text)) {
        let mut complaint = unknown_article(card, name, index);
        if !index.is_withheld(text) {
            complaint.severity = crate::base::Severity::Warning;
        }
        complaints.push(complaint);
    }
}

fn image(card: &Card, src: &Name, index: &Index<'_>, complaints: &mut Vec<Diagnostic>) {
    let path = src.value.trim_start_matches('/');
    if src.value.contains("://") || src.value.starts_with("//") {
        complaints.push(foreign_image(card, src.spot));
    } else if !index.has_file(path) {
        let (code, message, help) = missing_file(path, index.files());
        complaints.push(Diagnostic::error(code, &card.path, src.spot, message).help(help));
    }
}

fn foreign_image(card: &Card, spot: Spot) -> Diagnostic {
    let message = "this image is on another site; readers would be seen there";
    Diagnostic::error(codes::FOREIGN_IMAGE, &card.path, spot, message)
        .help("put the file under static/ and write its path, such as /photos/brega.jpg")
}
