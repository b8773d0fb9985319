//! schema.org data of pages: what search engines and archives may know without reading the page.

use serde_json::{Value, json};

use super::{Source, says};
use crate::desk::claims::ClaimId;
use crate::desk::{CardId, EntryId};
use crate::model::{Article, EntryKind, Fields, Precision, Rights, When};

/// A page's data names so many of its claims.
const CLAIMS: usize = 20;

/// schema.org: a report of others is what ours is based on, never ours.
pub fn article(source: Source<'_>, id: CardId, article: &Article) -> serde_json::Value {
    let own = article.rights == Rights::Own && article.source.is_none();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": if own { "NewsArticle" } else { "WebPage" },
        "inLanguage": source.lang_of(id),
        "datePublished": article.date.to_string(),
        "publisher": { "@type": "Organization", "name": source.settings.publisher() },
    });
    data[if own { "headline" } else { "name" }] = json!(article.title);
    if let Some(updated) = article.updated {
        data["dateModified"] = json!(updated.to_string());
    }
    if !own {
        let mut report = json!({ "@type": "NewsArticle", "headline": article.title, "datePublished": article.date.to_string() });
        if let Some(url) = &article.url {
            report["url"] = json!(url.value);
        }
        if let Some(outlet) = source.refs(EntryKind::Source, article.source.as_slice()).pop() {
            report["publisher"] = json!({ "@type": "Organization", "name": outlet.name });
        }
        data["isBasedOn"] = report;
    }
    let claims: Vec<Value> = says::of_article(source, id)
        .into_iter()
        .take(CLAIMS)
        .filter_map(|id| claim(source, id))
        .collect();
    if !claims.is_empty() {
        data["mentions"] = json!(claims);
    }
    data
}

/// A claim with its speaker (schema.org `Claim`).
fn claim(source: Source<'_>, id: ClaimId) -> Option<Value> {
    let claim = source.desk.claim(id)?;
    let who = source.speaker_ref(&claim.who);
    let kind = if who.kind == "person" { "Person" } else { "Organization" };
    Some(json!({
        "@type": "Claim",
        "text": claim.quote,
        "author": { "@type": kind, "name": who.name },
    }))
}

/// What an entry is; nothing of somebody who must not be named.
pub fn entry(source: Source<'_>, id: EntryId) -> Option<Value> {
    let entry = source.desk.entries.get(id);
    if entry.is_protected() {
        return None;
    }
    let fields = entry.facts.as_ref().map(|facts| &facts.fields);
    let kind = match id.kind {
        EntryKind::Topic => "CollectionPage",
        EntryKind::Place => "Place",
        EntryKind::Actor => "Organization",
        EntryKind::Person => "Person",
        EntryKind::Source => "NewsMediaOrganization",
        EntryKind::Event => "Event",
    };
    let mut data =
        json!({ "@context": "https://schema.org", "@type": kind, "name": source.entry_name(id) });
    match fields {
        Some(Fields::Place {
            lat: Some(lat),
            lon: Some(lon),
            precision: None | Some(Precision::Place | Precision::Near),
            sensitive: false,
            ..
        }) => {
            data["geo"] = json!({ "@type": "GeoCoordinates", "latitude": lat, "longitude": lon });
        }
        Some(Fields::Event { when, place, .. }) => {
            let day = |day: Option<crate::base::Day>| day.map(|day| day.to_string());
            if let Some(start) = day(when.as_ref().and_then(When::earliest)) {
                data["startDate"] = json!(start);
            }
            if let Some(end) = day(when.as_ref().and_then(When::latest)) {
                data["endDate"] = json!(end);
            }
            if let Some(place) = source.refs(EntryKind::Place, place.as_slice()).pop() {
                data["location"] = json!({ "@type": "Place", "name": place.name });
            }
        }
        _ => {}
    }
    let native = entry.facts.as_ref().and_then(|facts| facts.native.as_ref());
    if let Some(native) = native {
        data["alternateName"] = json!(native);
    }
    Some(data)
}
