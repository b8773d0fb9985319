//! Marks that are named outside of their article: figures that an editor adds up, and what the desk
//! makes of claims.

use crate::base::Spotted;
use crate::content::marks;
use crate::content::yaml::{Fields, Node};
use crate::model::{Assessment, ClaimRef, MarkRef, Name, Sum, codes};

/// `sum:` with its `sum_reason:`.
pub fn sum(fields: &mut Fields<'_>) -> Option<Sum> {
    let names = fields.texts("sum");
    let reason = fields.text("sum_reason");
    let Some(first) = names.first().map(|name| name.spot) else {
        if let Some(reason) = reason {
            let message = "`sum_reason` stands here without a sum";
            let help = "add `sum: [slug#k1, slug#k2]`, or take it out";
            fields.complain(codes::SUM_REFUSED, reason.spot, message, help);
        }
        return None;
    };
    let reason = reason.map(|reason| reason.value);
    if names.len() == 1 {
        let message = "one figure alone is no sum";
        fields.complain(codes::SUM_REFUSED, first, message, "name two or more, or take it out");
    }
    let of: Vec<_> = names.iter().filter_map(|name| figure(fields, name)).collect();
    let Some(reason) = reason.filter(|reason| !reason.trim().is_empty()) else {
        let message = "a sum needs the reason why its figures may be added";
        fields.complain(codes::SUM_REFUSED, first, message, "add `sum_reason: …` below it");
        return None;
    };
    (of.len() == names.len() && of.len() > 1).then_some(Sum { of, reason })
}

fn figure(fields: &mut Fields<'_>, name: &Name) -> Option<Spotted<MarkRef>> {
    let (article, id) = parted(&name.value);
    if id.starts_with('k') && marks::id_of(&format!("#{id}")).is_some() {
        let (article, id) = (article.map(str::to_owned), id.to_owned());
        return Some(Spotted::new(MarkRef { article, id }, name.spot));
    }
    let message = format!("`{}` is not the name of a figure", name.value);
    let help = "write the article and the mark, such as tripoli-counts-its-dead#k2";
    fields.complain(codes::SUM_REFUSED, name.spot, message, help);
    None
}

/// `assessment:`, a map of claim to one of the strong words.
pub fn assessment(fields: &mut Fields<'_>) -> Vec<(Spotted<ClaimRef>, Assessment)> {
    let Some(field) = fields.get("assessment") else { return Vec::new() };
    let words = Assessment::VALUES.join(", ");
    let Node::Map { entries, .. } = field.node else {
        let message = "this value has the wrong shape";
        let help = format!("expected a map of claim to one of: {words}");
        fields.complain(codes::WRONG_SHAPE, field.node.spot(), message, help);
        return Vec::new();
    };
    let mut found = Vec::new();
    for (claim, node) in entries {
        let word = match node {
            Node::Leaf { text, .. } => Assessment::parse(text),
            _ => None,
        };
        let Some(word) = word else {
            let message = "this is not something that a desk can make of a claim";
            let help = format!("one of: {words}");
            fields.complain(codes::WRONG_CHOICE, node.spot(), message, help);
            continue;
        };
        let (article, id) = parted(&claim.value);
        if article.is_none() || !id.starts_with('c') || marks::id_of(&format!("#{id}")).is_none() {
            let message = format!("`{}` is not the name of a claim", claim.value);
            let help = "write the article and the mark in quotes, such as \"slug#c7\"";
            fields.complain(codes::MISSING_TARGET, claim.spot, message, help);
            continue;
        }
        let claim_ref = ClaimRef { article: article.map(str::to_owned), id: id.to_owned() };
        found.push((Spotted::new(claim_ref, claim.spot), word));
    }
    found
}

/// `slug#k2`, or `k2` alone.
fn parted(text: &str) -> (Option<&str>, &str) {
    match text.split_once('#') {
        Some((article, id)) if !article.is_empty() => (Some(article), id),
        _ => (None, text.trim_start_matches('#')),
    }
}
