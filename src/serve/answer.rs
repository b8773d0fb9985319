//! What each request gets: from the snapshot of the moment, never from a folder.

use std::io::Read;
use std::sync::{Arc, Mutex};

use hyper::body::Bytes;
use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Response, StatusCode};
use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha256};

use super::bar::{Desk, around};
use super::drawn::OfSnapshot;
use super::inject::{Injected, inject};
use super::kinds::kind_of;
use super::snapshot::{Found, Snapshot, find};
use super::state::state;
use crate::base::{Diagnostic, escape_html};
use crate::content::StaticFile;
use crate::model::photo::Made;
use crate::output::media::{self, Format};
use crate::pages::views::View;
use crate::pages::{Page, Route};
use crate::pipeline::{Proof, photograph};

const SCRIPT: &str = include_str!("assets/preview.js");
const STREAM: &str = include_str!("assets/stream.js");
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
        Some("stream.js") => whole(StatusCode::OK, "text/javascript; charset=utf-8", STREAM),
        Some("preview.css") => whole(StatusCode::OK, "text/css; charset=utf-8", STYLE),
        Some("state") => state(snapshot, desk, query),
        Some(_) => plain(StatusCode::NOT_FOUND, "The preview has nothing here.\n"),
        None => match &snapshot.proof {
            Some(proof) => of_edition(snapshot, proof, desk, path),
            None => waiting(snapshot, desk),
        },
    }
}

fn of_edition(snapshot: &Snapshot, proof: &Proof, desk: &Desk, path: &str) -> Answer {
    match find(proof, path) {
        Found::Page(page) => rendered(snapshot, proof, desk, page, StatusCode::OK),
        Found::Photo(made, of) => photo(made, of),
        Found::Asset(bytes) => whole(StatusCode::OK, kind_of(path), bytes.to_vec()),
        Found::Static(file) if file.size > LARGE && Format::of_name(&file.path).is_none() => {
            large(file)
        }
        Found::Static(file) => match file.bytes() {
            Ok(bytes) if proof.settings.pdf_as_is.contains(&file.path) => {
                whole(StatusCode::OK, kind_of(path), bytes)
            }
            Ok(bytes) => picture(&file.path, bytes),
            Err(error) => {
                plain(StatusCode::INTERNAL_SERVER_ERROR, format!("static/{path}: {error}\n"))
            }
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

/// Larger files are not held whole for each who asks.
const LARGE: u64 = 1 << 20;

/// A file that is still to be read, and its size.
#[derive(Clone)]
pub struct Large(pub Arc<Mutex<Box<dyn Read + Send>>>, pub u64);

fn large(file: &StaticFile) -> Answer {
    match file.open() {
        Ok((size, written, reader)) => {
            let mut answer = whole(StatusCode::OK, kind_of(&file.path), "");
            let tag = HeaderValue::from_str(&format!("\"{size:x}-{written:x}\""));
            tag.into_iter().for_each(|tag| drop(answer.headers_mut().insert(header::ETAG, tag)));
            answer.extensions_mut().insert(Large(Arc::new(Mutex::new(Box::new(reader))), size));
            answer
        }
        Err(error) => {
            let words = format!("static/{}: {error}\n", file.path);
            plain(StatusCode::INTERNAL_SERVER_ERROR, words)
        }
    }
}

/// A photograph as it is published.
fn photo(made: &Made, of: &StaticFile) -> Answer {
    let bytes = of.bytes().map_err(|error| error.to_string());
    match bytes.and_then(|bytes| photograph(made, &bytes)) {
        Ok(bytes) => whole(StatusCode::OK, kind_of(&made.path), bytes),
        Err(words) => {
            plain(StatusCode::INTERNAL_SERVER_ERROR, format!("static/{}: {words}\n", of.path))
        }
    }
}

/// Photographs leave without what they tell about who took them, here as in the output.
fn picture(path: &str, bytes: Vec<u8>) -> Answer {
    let stripped = match Format::of_name(path) {
        Some(format) => media::strip(&format!("static/{path}"), format, &bytes),
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
    match proof.drawn(page, &view) {
        Ok(bytes) => shown(snapshot, proof, desk, (page, &view), bytes, status),
        // The page as it was before the template was spoilt; the messages say what is wrong.
        Err(fault) => {
            let mut before = snapshot.before.iter().chain(&snapshot.sound).filter_map(|proof| {
                let Found::Page(page) = find(proof, page.route.as_str()) else { return None };
                let view = proof.view(page);
                let bytes = proof.drawn(page, &view).ok()?;
                Some(shown(snapshot, proof, desk, (page, &view), bytes, status))
            });
            before.next().unwrap_or_else(|| message_page(snapshot, desk, [&fault.0]))
        }
    }
}

/// A drawn page with what the preview adds.
fn shown(
    snapshot: &Snapshot,
    proof: &Proof,
    desk: &Desk,
    (page, view): (&Page, &View),
    bytes: Vec<u8>,
    status: StatusCode,
) -> Answer {
    let kind = kind_of(&page.route.file());
    let mut answer = if kind.starts_with("text/html") {
        let around = around(proof, desk, page, view);
        let text = String::from_utf8_lossy(&bytes);
        with_policy(status, inject(&text, snapshot.number, &around.top, &around.foot))
    } else {
        whole(status, kind, bytes)
    };
    answer.extensions_mut().insert(OfSnapshot);
    answer
}

fn with_policy(status: StatusCode, page: Injected) -> Answer {
    let mut answer = whole(status, "text/html; charset=utf-8", page.html);
    let policy = page.policy.and_then(|policy| HeaderValue::from_str(&policy).ok());
    policy.into_iter().for_each(|policy| {
        answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    });
    answer
}

/// Until there is an edition that could be published, the messages are the page.
fn waiting(snapshot: &Snapshot, desk: &Desk) -> Answer {
    message_page(snapshot, desk, snapshot.said())
}

/// Instead of the words to whoever may not read them.
pub const AT_THE_DESK: &str =
    "Something in the sources is to be mended first. The preview's own machine says what.";

fn message_page<'m>(
    snapshot: &Snapshot,
    desk: &Desk,
    messages: impl IntoIterator<Item = &'m Diagnostic>,
) -> Answer {
    let (mut list, mut trouble) = (String::new(), AT_THE_DESK.to_owned());
    if desk.reads_messages() {
        let mut messages = messages.into_iter();
        list = messages.by_ref().take(100).map(in_list).collect();
        let more = messages.count();
        if more > 0 {
            list.push_str(&format!("<li>and {more} more</li>"));
        }
        trouble = escape_html(snapshot.refusal().unwrap_or_default());
    }
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Preview</title>\
         <meta http-equiv=\"content-security-policy\" content=\"default-src 'none'\"></head><body>\
         <main><h1>This page cannot be shown yet</h1><p>{trouble}</p><ul>{list}</ul>\
         <p>It appears by itself when this is mended.</p></main></body></html>"
    );
    with_policy(StatusCode::INTERNAL_SERVER_ERROR, inject(&page, snapshot.number, "", ""))
}

fn in_list(message: &Diagnostic) -> String {
    let place = &message.place;
    format!(
        "<li><p><b>{}:{}:{}</b> {}</p><p>{}</p></li>",
        escape_html(&place.path),
        place.spot.line,
        place.spot.column,
        escape_html(&message.message),
        escape_html(message.help.as_deref().unwrap_or_default()),
    )
}

/// A short answer in words.
pub fn plain(status: StatusCode, words: impl Into<String>) -> Answer {
    whole(status, "text/plain; charset=utf-8", words.into())
}

/// A whole answer of a media type.
pub fn whole(status: StatusCode, kind: &'static str, body: impl Into<Bytes>) -> Answer {
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
    let tag = answer.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok());
    let tag = tag.map(str::to_owned).unwrap_or_else(|| {
        let hash = Sha256::digest(answer.body());
        let hash: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        format!("\"{hash}\"")
    });
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
