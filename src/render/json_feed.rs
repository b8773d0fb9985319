use serde_json::{Value, json};

use crate::pages::views::{FeedItemView, FeedView};

/// JSON Feed 1.1. Written by a JSON library rather than by a template: no text can break it.
pub fn json_feed(feed: &FeedView) -> Vec<u8> {
    let items: Vec<Value> = feed.items.iter().map(item).collect();
    let mut data = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": feed.self_url,
        "language": feed.lang,
        "authors": [{ "name": feed.author }],
        "items": items,
    });
    if let Some(subtitle) = &feed.subtitle {
        data["description"] = json!(subtitle);
    }
    let mut bytes = data.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

fn item(item: &FeedItemView) -> Value {
    let mut data = json!({
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "date_published": item.published,
        "date_modified": item.updated,
        "authors": [{ "name": item.author }],
        "language": item.lang,
        "tags": item.topics,
        "_dateline": { "rights": item.rights, "byline": item.byline },
    });
    if let Some(url) = &item.external_url {
        data["external_url"] = json!(url);
    }
    if let Some(summary) = &item.summary {
        data["summary"] = json!(summary);
    }
    // An item needs a text of one kind; where the text stays with the desk, the summary is it.
    match &item.html {
        Some(html) => data["content_html"] = json!(html),
        None => data["content_text"] = json!(item.summary.as_deref().unwrap_or(&item.title)),
    }
    data
}
