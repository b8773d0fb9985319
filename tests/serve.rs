//! The live preview, as a real process: after any edit it shows what a clean build would make, and
//! it gives nothing to those who should not ask.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

use dateline::serve::BEGIN;
use support::preview::{Preview, plain, settle, site};
use support::{build, dateline, tree, write_all};

const OWN: &str = "content/articles/2011/07/19-two-accounts-of-brega.md";
const NEW: &str = "content/articles/2012/02/2012-02-02-new.md";
const NEW_TEXT: &str =
    "---\ntitle: A new report\ndate: 2012-02-02\ntopics: [libya-2011]\nsource: desk\n---\nText.\n";

#[test]
fn after_every_edit_it_shows_what_a_clean_build_gives() {
    let site = site();
    let root = site.path();
    let preview = Preview::of(root);
    settle(&preview, root, "the start");
    let keep = std::fs::read_to_string(root.join(OWN)).expect("readable");
    let save = |path: &str, text: &str| write_all(root, [(path, text)]);
    let body = format!("{keep}\nOne more paragraph.\n");
    save(OWN, &body);
    settle(&preview, root, "a body");
    save(OWN, &body.replacen("title: ", "title: Later, ", 1));
    settle(&preview, root, "a title");
    save(OWN, &keep.replacen("---\n", "---\n# a line more\n", 1));
    settle(&preview, root, "lines that moved");
    save(NEW, NEW_TEXT);
    settle(&preview, root, "a new file in a new folder");
    std::fs::rename(root.join(NEW), root.join(NEW.replace("new.md", "newer.md"))).expect("moved");
    settle(&preview, root, "a new name");
    // As many editors save: a new file in the place of the old one.
    save("content/articles/.draft.tmp", &body);
    std::fs::rename(root.join("content/articles/.draft.tmp"), root.join(OWN)).expect("moved");
    settle(&preview, root, "a file put in the place of another");
    save("static/s.css", "body { color: red }\n");
    settle(&preview, root, "a style");
    save("templates/about.txt", "nothing");
    let page = "{% extends \"default/article.html\" %}{% block title %}Ours{% endblock %}";
    save("templates/article.html", page);
    settle(&preview, root, "a template");
    save("templates/article.html", &page.replace("Ours", "Theirs"));
    settle(&preview, root, "a template again");
    std::fs::remove_dir_all(root.join("templates")).expect("removed");
    settle(&preview, root, "no templates");
    std::fs::remove_dir_all(root.join("content/articles/2012")).expect("removed");
    settle(&preview, root, "a removed folder");
    let settings = std::fs::read_to_string(root.join("dateline.yaml")).expect("readable");
    save("dateline.yaml", &settings.replacen("title: ", "title: Other ", 1));
    settle(&preview, root, "the settings");
    assert!(!root.join("public").exists(), "the preview wrote something");
}

#[test]
fn the_last_good_page_stays_while_a_file_is_broken() {
    let site = site();
    let root = site.path();
    let preview = Preview::of(root);
    let before = plain(&preview.get("/").text());
    let keep = std::fs::read_to_string(root.join(OWN)).expect("readable");
    write_all(root, [(OWN, keep.replacen("title:", "tilte:", 1).as_str())]);
    preview.until("the message", |preview| preview.state()["good"] == false);
    let state = preview.state();
    let message = &state["messages"].as_array().expect("a list")[0];
    assert_eq!(message["path"], OWN);
    assert!(message["line"].as_u64().is_some_and(|line| line > 0));
    assert_eq!(plain(&preview.get("/").text()), before);
    write_all(root, [(OWN, keep.as_str())]);
    preview.until("all well", |preview| preview.state()["good"] == true);
    settle(&preview, root, "mending");
}

#[test]
fn it_starts_on_a_broken_site_and_on_an_empty_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    let preview = Preview::of(root);
    assert_eq!(preview.get("/").status, 200);
    write_all(
        root,
        [
            ("content/topics/libya-2011.md", "---\ntitle: Libya\n---\n"),
            (NEW, "---\ntitle: [\n---\n"),
        ],
    );
    preview.until("the message", |preview| preview.state()["good"] == false);
    let broken = Preview::of(root);
    let page = broken.get("/");
    assert_eq!(page.status, 500);
    assert!(page.text().contains(NEW), "{}", page.text());
    write_all(root, [(NEW, NEW_TEXT)]);
    for preview in [&preview, &broken] {
        preview.until("the page", |preview| preview.get("/").text().contains("A new report"));
        settle(preview, root, "mending");
    }
}

#[test]
fn a_template_that_fails_is_said_where_it_is_and_mended_without_a_restart() {
    let site = site();
    let root = site.path();
    let preview = Preview::of(root);
    write_all(
        root,
        [(
            "templates/base.html",
            "{% extends \"default/base.html\" %}{% block title %}{{ nothing.here }}{% endblock %}",
        )],
    );
    preview.until("the message", |preview| {
        !preview.state()["messages"].as_array().expect("a list").is_empty()
    });
    assert_eq!(preview.state()["messages"][0]["path"], "templates/base.html");
    std::fs::remove_file(root.join("templates/base.html")).expect("removed");
    preview.until("the page", |preview| preview.get("/").status == 200);
    settle(&preview, root, "mending");
}

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
    let refused = preview.raw(head.as_bytes());
    assert!(refused.is_none_or(|answer| answer.status == 431));
    assert_eq!(preview.get("/").status, 200);
    drop(slow);
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
        (format!("//evil.example/?token={token}"), String::new(), 303),
        ("/".to_owned(), format!("Cookie: dateline-token={token}\r\n"), 200),
        (format!("/?token={token}"), "Host: evil.example\r\n".to_owned(), 421),
        ("/".to_owned(), format!("Cookie: dateline-token={token}\r\nOrigin: http://x\r\n"), 403),
    ] {
        let answer = preview.ask("GET", &path, &headers);
        assert_eq!(answer.status, status, "{path} {headers}");
        let place = answer.head.lines().find_map(|line| line.strip_prefix("location: "));
        assert!(place.is_none_or(|place| place.starts_with('/') && !place.starts_with("//")));
        assert!(status != 303 || answer.head.contains("httponly; samesite=strict"));
    }
}

#[test]
fn other_machines_need_leave_and_a_token() {
    let site = site();
    let refused =
        dateline().args(["serve", "-p", "0", "-i", "0.0.0.0", "--root"]).arg(site.path()).output();
    assert_eq!(refused.expect("ran").status.code(), Some(2));
}

#[test]
fn a_port_that_is_taken_is_an_error_when_it_was_asked_for() {
    let site = site();
    let preview = Preview::of(site.path());
    let port = preview.address.port().to_string();
    let output =
        dateline().args(["serve", "-p", &port, "--root"]).arg(site.path()).output().expect("ran");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("is taken"));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_at_once_and_leaves_nothing() {
    let site = site();
    let before = tree(site.path());
    let mut preview = Preview::of(site.path());
    let mut stream = TcpStream::connect(preview.address).expect("it listens");
    let request = format!("GET /_dateline/events HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address);
    stream.write_all(request.as_bytes()).expect("sent");
    let mut some = [0; 16];
    stream.read_exact(&mut some).expect("the stream begins");
    let start = Instant::now();
    let id = preview.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill").success());
    let status = preview.child.wait().expect("it ends");
    assert_eq!(status.code(), Some(130));
    assert!(start.elapsed() < Duration::from_secs(3));
    assert_eq!(tree(site.path()), before);
}

#[test]
fn nothing_of_the_preview_is_in_a_build() {
    let site = site();
    let output = site.path().join("public");
    build(site.path(), &output, &["--quiet"]);
    for (path, bytes) in tree(&output) {
        let text = String::from_utf8_lossy(&bytes);
        for word in ["/_dateline/", "dateline:preview", "EventSource", "vscode:"] {
            assert!(!text.contains(word), "{path} holds `{word}`");
        }
    }
}
