//! Requests that nobody should send to the preview, and clients that nobody should be: each gets its
//! answer, and the preview lives.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use dateline::serve::BEGIN;
use support::preview::{Preview, site};
use support::{dateline, write_all};

const OWN: &str = "content/articles/2011/07/19-two-accounts-of-brega.md";

/// Ways to write a path that leads out of a folder.
fn traversals() -> Vec<String> {
    let dots =
        ["..", "%2e%2e", ".%2e", "%2E.", "%252e%252e", "..%00", "%c0%ae%c0%ae", "....", ".. "];
    let slashes = ["/", "%2f", "%5c", "\\", "//"];
    let paths = dots.iter().flat_map(|dot| {
        slashes.iter().map(move |slash| format!("/{dot}{slash}{dot}{slash}dateline.yaml"))
    });
    let more = [
        "/content/",
        "/dateline.yaml",
        "//etc/passwd",
        "/static/s.css",
        "/./dateline.yaml",
        "/s.css/../../dateline.yaml",
        "/private/x",
        "/.dateline-manifest",
        "/_dateline/../dateline.yaml",
    ];
    paths.chain(more.map(str::to_owned)).collect()
}

#[test]
fn nothing_leads_out_of_the_site() {
    let site = site();
    let preview = Preview::of(site.path());
    let secret = std::fs::read_to_string(site.path().join("dateline.yaml")).expect("readable");
    let paths = traversals();
    assert!(paths.len() >= 40);
    for path in paths {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            preview.address
        );
        let answer = preview.raw(request.as_bytes()).expect("an answer");
        assert!([400, 404].contains(&answer.status), "{path}: {}", answer.status);
        assert!(!answer.text().contains(secret.trim()), "{path} gave the settings away");
    }
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn each_odd_request_gets_its_answer() {
    let site = site();
    let preview = Preview::of(site.path());
    let table = [
        ("GET", "/", "Host: example.org\r\n", 421),
        ("GET", "/", "Host: 192.168.1.7:1414\r\n", 421),
        ("GET", "/", "Host: localhost\r\n", 200),
        ("GET", "/", "Host: localhost.evil.example\r\n", 421),
        ("GET", "/", "Host: 127.0.0.1.evil.example\r\n", 421),
        ("GET", "/", "Host: 127.0.0.1:x\r\n", 421),
        ("GET", "/", "Host: [::1]\r\n", 200),
        ("GET", "/", "Host: [[[127.0.0.1]\r\n", 421),
        ("GET", "http://evil.example/", "", 421),
        ("GET", "http://localhost/", "", 200),
        ("GET", "/", "Host: 127.0.0.1\r\nHost: evil.example\r\n", 421),
        ("GET", "/_dateline/preview.js", "Origin: https://127.0.0.1\r\n", 403),
        ("GET", "/", "Range: bytes=999999999-\r\n", 200),
        ("GET", "/", "If-None-Match: \"no\", W/\"such\"\r\n", 200),
        ("GET", "/", "If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT\r\n", 200),
        ("PUT", "/s.css", "Content-Length: 0\r\n", 405),
        ("TRACE", "/", "", 405),
        ("HEAD", "/_dateline/events", "", 404),
        ("GET", "/_dateline/state?page=%2F..%2F..%2Fetc%2Fpasswd", "", 200),
        ("GET", "/", "Origin: http://example.org\r\n", 403),
        ("GET", "/_dateline/events", "Origin: null\r\n", 403),
        ("GET", "/_dateline/state", "Host: evil.example:1414\r\n", 421),
        ("GET", "/", "Range: bytes=0-3\r\n", 200),
        ("HEAD", "/", "", 200),
        ("POST", "/", "Content-Length: 0\r\n", 405),
        ("OPTIONS", "/", "", 405),
        ("DELETE", "/s.css", "", 405),
        ("GET", "/topics", "", 302),
        ("GET", "/no/such/page/", "", 404),
        ("GET", "/%ff%fe", "", 400),
        ("GET", "/s.css", "If-None-Match: *\r\n", 304),
        ("GET", "/_dateline/nothing", "", 404),
    ];
    for (method, path, headers, status) in table {
        let answer = preview.ask(method, path, headers);
        assert_eq!(answer.status, status, "{method} {path} {headers}");
        for said in
            ["cache-control: no-store", "x-content-type-options: nosniff", "x-robots-tag: noindex"]
        {
            assert!(answer.head.contains(said), "{method} {path} {headers}: no {said}");
        }
        assert!(!answer.head.contains("access-control"), "{method} {path} {headers}");
        assert!(method != "HEAD" || answer.body.is_empty());
    }
    let style = preview.get("/s.css");
    assert!(style.head.contains("content-type: text/css; charset=utf-8"));
    let tag = style.head.lines().find_map(|line| line.strip_prefix("etag: ")).expect("a tag");
    assert_eq!(preview.ask("GET", "/s.css", &format!("If-None-Match: {tag}\r\n")).status, 304);
    let missing = preview.get("/no/such/page/");
    assert!(missing.text().contains(BEGIN), "the site's own 404 page is shown");
}

#[test]
fn slow_and_large_clients_do_not_stall_it() {
    let site = site();
    let preview = Preview::of(site.path());
    let slow: Vec<TcpStream> = (0..100)
        .map(|_| {
            let mut stream = TcpStream::connect(preview.address).expect("it listens");
            stream.write_all(b"GET / HTTP/1.1\r\nHo").expect("sent");
            stream
        })
        .collect();
    let start = Instant::now();
    assert_eq!(preview.get("/").status, 200);
    assert!(start.elapsed() < Duration::from_secs(5));
    let head = format!(
        "GET / HTTP/1.1\r\nHost: {}\r\nX: {}\r\n\r\n",
        preview.address,
        "x".repeat(1 << 20)
    );
    // What is sent after the refusal may cost the client its answer: the connection is then gone.
    let refused = preview.raw(head.as_bytes());
    assert!(refused.is_none_or(|answer| answer.status == 431));
    let head =
        format!("GET / HTTP/1.1\r\nHost: {}\r\nX: {}", preview.address, "x".repeat(32 << 10));
    assert_eq!(preview.raw(head.as_bytes()).expect("an answer").status, 431);
    assert_eq!(preview.get("/").status, 200);
    drop(slow);
}

/// Sends a request's bytes over many connections, and keeps them open.
fn hold(preview: &Preview, number: usize, request: &str) -> Vec<TcpStream> {
    (0..number)
        .map(|_| {
            let mut stream = TcpStream::connect(preview.address).expect("it listens");
            // One of many may be closed already in favour of the next.
            let _ = stream.write_all(request.as_bytes());
            stream
        })
        .collect()
}

#[test]
fn more_clients_than_there_are_places_do_not_keep_the_editor_out() {
    let site = site();
    let preview = Preview::of(site.path());
    let head = format!("Host: {}\r\n\r\n", preview.address);
    let start = Instant::now();
    for (number, request) in [
        (700, format!("GET /_dateline/events HTTP/1.1\r\n{head}")),
        (300, format!("GET / HTTP/1.1\r\n{head}")),
        (300, "GET / HTTP/1.1\r\nHo".to_owned()),
        (300, String::new()),
    ] {
        let held = hold(&preview, number, &request);
        assert_eq!(preview.get("/").status, 200);
        // A stream that is opened now follows, whoever was there before.
        let mut stream = TcpStream::connect(preview.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a time");
        stream
            .write_all(format!("GET /_dateline/events HTTP/1.1\r\n{head}").as_bytes())
            .expect("sent");
        let mut some = [0; 16];
        stream.read_exact(&mut some).expect("the stream begins");
        drop(held);
    }
    assert!(start.elapsed() < Duration::from_secs(60));
}

#[test]
fn clients_that_never_read_do_not_stall_it() {
    let site = site();
    let preview = Preview::of(site.path());
    let asked = ["/", "/_dateline/events", "/_dateline/state?page=/"].iter().cycle().take(60);
    let deaf: Vec<TcpStream> = asked
        .map(|path| {
            let mut stream = TcpStream::connect(preview.address).expect("it listens");
            let ask = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address);
            // Many requests over one connection, none of whose answers is read.
            stream.write_all(ask.repeat(8).as_bytes()).expect("sent");
            stream
        })
        .collect();
    let start = Instant::now();
    let keep = std::fs::read_to_string(site.path().join(OWN)).expect("readable");
    write_all(site.path(), [(OWN, keep.replacen("title: ", "title: Later ", 1).as_str())]);
    preview.until("the change", |preview| preview.get("/2011/07/19/").text().contains("Later "));
    assert!(start.elapsed() < Duration::from_secs(15));
    drop(deaf);
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn a_token_opens_the_preview_to_other_machines_and_nothing_else_does() {
    let site = site();
    let preview = Preview::with(site.path(), &["-p", "0", "-i", "0.0.0.0", "--allow-lan"]);
    let token = preview.url.split_once("?token=").expect("a token").1.to_owned();
    assert!(token.len() >= 32, "{token}");
    let wrong = token.replace(|c: char| c.is_ascii_digit(), "x");
    for (path, headers, status) in [
        ("/".to_owned(), String::new(), 403),
        ("/_dateline/state".to_owned(), String::new(), 403),
        ("/_dateline/events".to_owned(), String::new(), 403),
        (format!("/?token={wrong}"), String::new(), 403),
        ("/".to_owned(), format!("Cookie: dateline-token={wrong}\r\n"), 403),
        (format!("/?token={token}"), String::new(), 303),
        (format!("/a/?x=1&token={token}&y=2"), String::new(), 303),
        (format!("//evil.example/?token={token}"), String::new(), 303),
        ("/".to_owned(), format!("Cookie: dateline-token={token}\r\n"), 200),
        (format!("/?token={token}"), "Host: evil.example\r\n".to_owned(), 421),
        ("/".to_owned(), format!("Cookie: dateline-token={token}\r\nOrigin: http://x\r\n"), 403),
    ] {
        let answer = preview.ask("GET", &path, &headers);
        assert_eq!(answer.status, status, "{path} {headers}");
        let place = answer.head.lines().find_map(|line| line.strip_prefix("location: "));
        assert!(place.is_none_or(|place| place.starts_with('/') && !place.starts_with("//")));
        assert!(status != 303 || answer.head.contains("httponly; samesite=lax"));
        assert!(!path.contains("x=1") || place == Some("/a/?x=1&y=2"), "{place:?}");
    }
}

#[test]
fn other_machines_need_leave_and_a_token() {
    let site = site();
    let refused =
        dateline().args(["serve", "-p", "0", "-i", "0.0.0.0", "--root"]).arg(site.path()).output();
    assert_eq!(refused.expect("ran").status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn a_template_without_end_stalls_neither_the_rest_nor_its_own_end() {
    let site = site();
    let endless = "{% extends \"default/article.html\" %}{% block main %}{% for a in range(end=60000) %}\
                   {% for b in range(end=60000) %}{% endfor %}{% endfor %}{% endblock %}";
    write_all(site.path(), [("templates/article.html", endless)]);
    let mut preview = Preview::of(site.path());
    let ask = format!(
        "GET /2011/07/19/two-accounts-of-brega/ HTTP/1.1\r\nHost: {}\r\n\r\n",
        preview.address
    );
    let waiting = hold(&preview, 4, &ask);
    std::thread::sleep(Duration::from_millis(300));
    let start = Instant::now();
    assert_eq!(preview.get("/s.css").status, 200);
    assert!(start.elapsed() < Duration::from_secs(10));
    let id = preview.child.id().to_string();
    let kill = std::process::Command::new("kill").args(["-INT", &id]).status();
    assert!(kill.expect("kill").success());
    assert_eq!(preview.child.wait().expect("it ends").code(), Some(130));
    assert!(start.elapsed() < Duration::from_secs(15));
    drop(waiting);
}
