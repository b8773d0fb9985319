//! What each request gets: from the snapshot of the moment, never from a folder.

use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Response, StatusCode};
use percent_encoding::percent_decode_str;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::bar::{Desk, around, editor_link, stamps};
use super::inject::inject;
use super::snapshot::{Found, Snapshot, find};
use crate::base::{Diagnostic, escape_html};
use crate::model::Settings;
use crate::output::image::{self, Format};
use crate::pages::{Page, Route};
use crate::pipeline::Proof;

const SCRIPT: &str = include_str!("assets/preview.js");
const STYLE: &str = include_str!("assets/preview.css");

/// An answer with its whole body.
pub type Answer = Response<Bytes>;

/// Answers for a path (as it was sent) and a query.
pub fn answer(snapshot: &Snapshot, desk: &Desk, path: &str, query: Option<&str>) -> Answer {
    let decoded = percent_decode_str(path).decode_utf8();
    let Some(path) = decoded.as_deref().ok().and_then(|path| path.strip_prefix('/')) else {
        return plain(StatusCode::BAD_REQUEST, "This address is not UTF-8.\n");
    };
    match path.strip_prefix("_dateline/") {
        Some("preview.js") => whole(StatusCode::OK, "text/javascript; charset=utf-8", SCRIPT),
        Some("preview.css") => whole(StatusCode::OK, "text/css; charset=utf-8", STYLE),
        Some("state") => state(snapshot, desk, query),
        Some(_) => plain(StatusCode::NOT_FOUND, "The preview has nothing here.\n"),
        None => match &snapshot.proof {
            Some(proof) => of_edition(snapshot, proof, desk, path),
            None => waiting(snapshot),
        },
    }
}

fn of_edition(snapshot: &Snapshot, proof: &Proof, desk: &Desk, path: &str) -> Answer {
    match find(proof, path) {
        Found::Page(page) => rendered(snapshot, proof, desk, page, StatusCode::OK),
        Found::Asset(bytes) => whole(StatusCode::OK, kind_of(path), bytes.to_vec()),
        Found::Static(file) => match file.bytes() {
            Ok(bytes) => picture(path, bytes),
            Err(error) => plain(StatusCode::NOT_FOUND, format!("static/{path}: {error}\n")),
        },
        Found::Folder(folder) => {
            let mut answer = plain(StatusCode::FOUND, "");
            let place = HeaderValue::from_str(&format!("/{}", Route::new(folder).ascii()));
            place
                .into_iter()
                .for_each(|place| drop(answer.headers_mut().insert(header::LOCATION, place)));
            answer
        }
        Found::Nothing => match find(proof, "404.html") {
            Found::Page(page) => rendered(snapshot, proof, desk, page, StatusCode::NOT_FOUND),
            _ => plain(StatusCode::NOT_FOUND, "There is no such page.\n"),
        },
    }
}

/// Photographs leave without what they tell about who took them, here as in the output.
fn picture(path: &str, bytes: Vec<u8>) -> Answer {
    let stripped = match Format::of_name(path) {
        Some(format) => image::strip(&format!("static/{path}"), format, &bytes),
        None => Ok(bytes),
    };
    match stripped {
        Ok(bytes) => whole(StatusCode::OK, kind_of(path), bytes),
        Err(words) => plain(StatusCode::INTERNAL_SERVER_ERROR, format!("static/{path}: {words}\n")),
    }
}

fn rendered(
    snapshot: &Snapshot,
    proof: &Proof,
    desk: &Desk,
    page: &Page,
    status: StatusCode,
) -> Answer {
    let view = proof.view(page);
    let bytes = match proof.drawn(page, &view) {
        Ok(bytes) => bytes,
        Err(fault) => return message_page(snapshot, std::slice::from_ref(&fault.0)),
    };
    let kind = kind_of(&page.route.file());
    if !kind.starts_with("text/html") {
        return whole(status, kind, bytes);
    }
    let around = around(proof, desk, page, &view);
    let text = String::from_utf8_lossy(&bytes);
    let injected = inject(&text, snapshot.number, &around.top, &around.foot);
    let mut answer = whole(status, kind, injected.html);
    let policy = injected.policy.and_then(|policy| HeaderValue::from_str(&policy).ok());
    policy.into_iter().for_each(|policy| {
        answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    });
    answer
}

/// Until there is an edition that could be published, the messages are the page.
fn waiting(snapshot: &Snapshot) -> Answer {
    message_page(snapshot, &snapshot.messages)
}

fn message_page(snapshot: &Snapshot, messages: &[Diagnostic]) -> Answer {
    let mut list = String::new();
    for message in messages {
        let place = &message.place;
        let help = message.help.as_deref().unwrap_or_default();
        let words = format!(
            "<li><p><b>{}:{}:{}</b> {}</p><p>{}</p></li>",
            escape_html(&place.path),
            place.spot.line,
            place.spot.column,
            escape_html(&message.message),
            escape_html(help),
        );
        list.push_str(&words);
    }
    let trouble = escape_html(snapshot.trouble.as_deref().unwrap_or_default());
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Preview</title>\
         <meta http-equiv=\"content-security-policy\" content=\"default-src 'none'\"></head><body>\
         <main><h1>This page cannot be shown yet</h1><p>{trouble}</p><ul>{list}</ul>\
         <p>It appears by itself when this is mended.</p></main></body></html>"
    );
    let injected = inject(&page, snapshot.number, "", "");
    let mut answer =
        whole(StatusCode::INTERNAL_SERVER_ERROR, "text/html; charset=utf-8", injected.html);
    let policy = "default-src 'none';script-src 'self';connect-src 'self';style-src 'self'";
    answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    answer
}

/// What the preview's script asks after each change.
fn state(snapshot: &Snapshot, desk: &Desk, query: Option<&str>) -> Answer {
    let pairs = query.unwrap_or_default().split('&');
    let page = pairs.filter_map(|pair| pair.strip_prefix("page=")).next().unwrap_or_default();
    let page = percent_decode_str(page).decode_utf8_lossy();
    let page = percent_decode_str(&page).decode_utf8_lossy();
    let mut messages = snapshot.messages.clone();
    let mut own = false;
    if let Some(proof) = &snapshot.proof
        && let Found::Page(page) = find(proof, page.trim_start_matches('/'))
    {
        messages.extend(proof.page(page).err().map(|fault| fault.0));
        own = proof.content_of(page).is_some_and(|path| snapshot.changed.contains(&path));
    }
    let settings = snapshot.proof.as_ref().map(|proof| proof.settings.editor.clone());
    let editor = settings.unwrap_or_else(|| Settings::default().editor);
    let shown = messages.iter().map(|message| {
        json!({
            "severity": message.severity.word(),
            "code": message.code.0,
            "path": &*message.place.path,
            "line": message.place.spot.line,
            "column": message.place.spot.column,
            "link": editor_link(&editor, &desk.root, &message.place.path, message.place.spot.line),
            "message": message.message,
            "excerpt": message.excerpt,
            "help": message.help,
        })
    });
    let state = json!({
        "number": snapshot.number,
        "good": snapshot.is_good(),
        "trouble": snapshot.trouble,
        "own": own,
        "stamps": snapshot.proof.as_ref().map(|proof| stamps(proof)).unwrap_or_default(),
        "messages": shown.collect::<Vec<_>>(),
    });
    whole(StatusCode::OK, "application/json", state.to_string())
}

/// A short answer in words.
pub fn plain(status: StatusCode, words: impl Into<String>) -> Answer {
    whole(status, "text/plain; charset=utf-8", words.into())
}

fn whole(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(body.into());
    *answer.status_mut() = status;
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    answer
}

/// Gives an answer the tag of its bytes, and leaves the bytes out where the browser has them.
pub fn tag(mut answer: Answer, asked: &HeaderMap) -> Answer {
    if answer.status() != StatusCode::OK {
        return answer;
    }
    let hash = Sha256::digest(answer.body());
    let hash: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let tag = format!("\"{hash}\"");
    let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut known = known.flat_map(|value| value.split(','));
    if known.any(|value| [tag.as_str(), "*"].contains(&value.trim().trim_start_matches("W/"))) {
        *answer.status_mut() = StatusCode::NOT_MODIFIED;
        *answer.body_mut() = Bytes::new();
        answer.headers_mut().remove(header::CONTENT_TYPE);
    }
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        answer.headers_mut().insert(header::ETAG, tag);
    }
    answer
}

/// The media type of a file, by the ending of its name.
fn kind_of(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "json" | "geojson" | "map" => "application/json",
        "svg" => "image/svg+xml; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" | "jpe" | "jfif" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "pdf" => "application/pdf",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
