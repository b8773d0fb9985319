//! HTTP: connections with limits, and the stream of build numbers. The only async file.

use std::convert::Infallible;
use std::io::Read;
use std::net::{IpAddr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, watch};

use super::answer::{Answer, Large, answer, plain, tag};
use super::bar::Desk;
use super::drawn::Drawn;
use super::guard::{COOKIE, Guard, Token, stamp};
use super::room::Room;
use super::snapshot::Snapshot;

/// So many connections at a time: well below the number of files that systems let a program open.
const CONNECTIONS: usize = 200;
/// So many of them may be streams.
const STREAMS: usize = 64;
/// So many pages are drawn at a time; a few threads more read files.
pub const DRAWING: usize = 8;
/// A request's head may have so many bytes.
const HEAD_BYTES: usize = 32 << 10;
/// Who takes longer to send a head is left.
const HEAD_TIME: Duration = Duration::from_secs(20);
/// How often a quiet stream says that it is there, which also finds out who has gone.
const BEAT: Duration = Duration::from_secs(15);

type Body = Either<Full<Bytes>, Channel<Bytes>>;

/// What all connections share.
#[derive(Debug)]
pub struct Site {
    /// Where the files are, and who looks.
    pub desk: Desk,
    /// The same for who looks from another machine.
    pub guests: Desk,
    /// Who may ask.
    pub guard: Guard,
    /// The snapshot of the moment.
    pub snapshots: watch::Receiver<Arc<Snapshot>>,
    /// The streams of build numbers.
    pub streams: Mutex<Streams>,
    /// Places for pages that are being drawn.
    pub drawing: Semaphore,
    /// The pages of the moment.
    pub drawn: Drawn,
}

/// The places for streams.
#[derive(Debug)]
pub struct Streams(Room);

impl Default for Streams {
    fn default() -> Self {
        Self(Room::of(STREAMS))
    }
}

/// Answers until Ctrl-C.
pub fn serve(listener: TcpListener, site: Site) -> std::io::Result<()> {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime =
        runtime.worker_threads(2).max_blocking_threads(DRAWING + 8).enable_all().build()?;
    listener.set_nonblocking(true)?;
    let result = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tokio::spawn(accept(listener, Arc::new(site)));
        tokio::signal::ctrl_c().await
    });
    runtime.shutdown_background();
    result
}

async fn accept(listener: tokio::net::TcpListener, site: Arc<Site>) {
    let mut room = Room::of(CONNECTIONS);
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                let task = tokio::spawn(connection(stream, peer.ip(), Arc::clone(&site)));
                room.take(task.abort_handle());
            }
            // Too many open files, most likely.
            Err(_) => {
                room.free_one();
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}

async fn connection(stream: TcpStream, peer: IpAddr, site: Arc<Site>) {
    // Small answers should not wait for more.
    let _ = stream.set_nodelay(true);
    // Who asks this machine by its address in the network comes from that address.
    let own = stream.local_addr().is_ok_and(|own| own.ip() == peer);
    let here = own || peer.to_canonical().is_loopback();
    let service = service_fn(move |request: Request<Incoming>| {
        let site = Arc::clone(&site);
        async move { Ok::<_, Infallible>(respond(&request, &site, here).await) }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_buf_size(HEAD_BYTES);
    // A client that goes away in the middle is nobody's concern.
    let _ = http.serve_connection(TokioIo::new(stream), service).await;
}

async fn respond(request: &Request<Incoming>, site: &Arc<Site>, here: bool) -> Response<Body> {
    let (method, uri, headers) = (request.method(), request.uri(), request.headers());
    let mut answer = match site.guard.admit(method, uri, headers) {
        Ok(()) => admitted(request, site, here).await,
        Err((status, words)) => {
            let mut answer = plain(status, words);
            if status == StatusCode::METHOD_NOT_ALLOWED {
                answer.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
            }
            answer.map(Full::new).map(Either::Left)
        }
    };
    stamp(answer.headers_mut());
    answer
}

async fn admitted(request: &Request<Incoming>, site: &Arc<Site>, here: bool) -> Response<Body> {
    let (path, query) = (request.uri().path(), request.uri().query());
    match site.guard.has_token(request.headers(), query) {
        Token::Shown => {}
        Token::InAddress => return with_cookie(path, query, site).map(Full::new).map(Either::Left),
        Token::Missing => {
            let words = "Open the address that `dateline serve` printed, with its token.\n";
            return plain(StatusCode::FORBIDDEN, words).map(Full::new).map(Either::Left);
        }
    }
    if path == "/_dateline/events" && request.method() == Method::GET {
        return events(site);
    }
    // What a template takes its time for must not keep others waiting, nor Ctrl-C.
    let Ok(_place) = site.drawing.acquire().await else {
        return plain(StatusCode::SERVICE_UNAVAILABLE, "").map(Full::new).map(Either::Left);
    };
    let (own, asked) = (Arc::clone(site), request.uri().clone());
    let drawn = tokio::task::spawn_blocking(move || {
        let snapshot = Arc::clone(&own.snapshots.borrow());
        let desk = if here { &own.desk } else { &own.guests };
        let by = (snapshot.number, asked.to_string(), here);
        own.drawn.answer(&by, || answer(&snapshot, desk, asked.path(), asked.query()))
    });
    match drawn.await {
        Ok(answer) => sent(tag(answer, request.headers()), request.method()),
        Err(_) => {
            let words = "This page could not be drawn.\n";
            plain(StatusCode::INTERNAL_SERVER_ERROR, words).map(Full::new).map(Either::Left)
        }
    }
}

/// A large file is sent piece by piece, whatever time its reader takes.
fn sent(mut answer: Answer, method: &Method) -> Response<Body> {
    let large = answer.extensions_mut().remove::<Large>();
    let Some(Large(file, size)) = large.filter(|_| answer.status() == StatusCode::OK) else {
        return answer.map(Full::new).map(Either::Left);
    };
    answer.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    if method == Method::HEAD {
        return answer.map(Full::new).map(Either::Left);
    }
    let (mut sender, body) = Channel::new(1);
    tokio::spawn(async move {
        let mut left = size;
        while left > 0 {
            let file = Arc::clone(&file);
            let piece = tokio::task::spawn_blocking(move || piece_of(&file, left)).await;
            let Ok(Ok(piece)) = piece else { return };
            left -= piece.len() as u64;
            if sender.send(Frame::data(Bytes::from(piece))).await.is_err() {
                return;
            }
        }
    });
    answer.map(|_| Either::Right(body))
}

/// The next bytes of a file, never more than were promised.
fn piece_of(file: &Mutex<Box<dyn Read + Send>>, left: u64) -> std::io::Result<Vec<u8>> {
    let mut piece = vec![0; left.min(64 << 10) as usize];
    let read = file.lock().unwrap_or_else(PoisonError::into_inner).read(&mut piece)?;
    piece.truncate(read);
    if read == 0 { Err(std::io::ErrorKind::UnexpectedEof.into()) } else { Ok(piece) }
}

/// Keeps the token in a cookie and takes it out of the address.
fn with_cookie(path: &str, query: Option<&str>, site: &Site) -> Answer {
    let mut answer = plain(StatusCode::SEE_OTHER, "");
    let token = site.guard.token.as_deref().unwrap_or_default();
    // Lax: the address is followed from wherever it was sent to.
    let cookie = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax");
    // A path with two slashes would name another host.
    let mut path = format!("/{}", path.trim_start_matches(['/', '\\']));
    let others = query.unwrap_or_default().split('&').filter(|pair| !pair.starts_with("token="));
    let others = others.filter(|pair| !pair.is_empty()).collect::<Vec<_>>().join("&");
    if !others.is_empty() {
        path.push_str(&format!("?{others}"));
    }
    for (name, value) in [(header::SET_COOKIE, cookie), (header::LOCATION, path)] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            answer.headers_mut().insert(name, value);
        }
    }
    answer
}

/// A stream of build numbers: the present one, then each new one.
fn events(site: &Site) -> Response<Body> {
    let (mut sender, body) = Channel::new(4);
    let mut snapshots = site.snapshots.clone();
    let task = tokio::spawn(async move {
        let mut line = format!("retry: 400\ndata: {}\n\n", snapshots.borrow_and_update().number);
        while sender.send(Frame::data(Bytes::from(line))).await.is_ok() {
            line = match tokio::time::timeout(BEAT, snapshots.changed()).await {
                Ok(Ok(())) => format!("data: {}\n\n", snapshots.borrow_and_update().number),
                Ok(Err(_)) => return,
                Err(_) => ": still here\n\n".to_owned(),
            };
        }
    });
    // A room that a panic left half done is a room all the same.
    let mut streams = site.streams.lock().unwrap_or_else(PoisonError::into_inner);
    streams.0.take(task.abort_handle());
    let mut response = Response::new(Either::Right(body));
    let kind = HeaderValue::from_static("text/event-stream; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}
