//! The live preview, as a real process: after any edit it shows what a clean build would make, and
//! it gives nothing to those who should not ask.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::time::{Duration, Instant};

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

/// A template of the site's own around the built-in one.
fn title_block(inside: &str) -> String {
    format!("{{% extends \"default/article.html\" %}}{{% block title %}}{inside}{{% endblock %}}")
}

#[test]
fn a_template_that_fails_leaves_the_page_before_it_and_is_said_on_every_page() {
    let site = site();
    let root = site.path();
    write_all(root, [("templates/article.html", title_block("Ours").as_str())]);
    let preview = Preview::of(root);
    let page = "/2011/07/19/two-accounts-of-brega/";
    preview.until("the page", |preview| preview.get(page).text().contains("<title>Ours"));
    let before = plain(&preview.get(page).text());
    // The home page is told only once all pages have been tried.
    write_all(root, [("templates/article.html", title_block("{{ nothing.here }}").as_str())]);
    preview.until("the fault", |preview| preview.state()["good"] == false);
    assert_eq!(preview.state()["messages"][0]["path"], "templates/article.html");
    let answer = preview.get(page);
    assert_eq!((answer.status, plain(&answer.text())), (200, before));
    // A template that fails on its first look at all has no page to leave.
    let fresh = Preview::of(root);
    let answer = fresh.get(page);
    assert_eq!(answer.status, 500);
    assert!(answer.text().contains("templates/article.html"), "{}", answer.text());
    write_all(root, [("templates/article.html", title_block("Theirs").as_str())]);
    for preview in [&preview, &fresh] {
        preview.until("all well", |preview| preview.state()["good"] == true);
        preview.until("the page", |preview| preview.get(page).text().contains("<title>Theirs"));
        settle(preview, root, "mending");
    }
}

#[test]
fn a_picture_that_cannot_be_published_is_said() {
    let site = site();
    let root = site.path();
    let preview = Preview::of(root);
    write_all(root, [("static/photo.jpg", "no picture")]);
    preview.until("the message", |preview| preview.state()["good"] == false);
    assert_eq!(preview.state()["messages"][0]["path"], "static/photo.jpg");
    std::fs::remove_file(root.join("static/photo.jpg")).expect("removed");
    preview.until("all well", |preview| preview.state()["good"] == true);
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_followed() {
    use std::os::unix::fs::symlink;
    let site = site();
    let root = site.path();
    let text = NEW_TEXT.replace("A new report", "First words");
    write_all(
        root,
        [
            ("content/articles/.src/new.md", text.as_str()),
            ("templates/.kept.html", title_block("Ours").as_str()),
        ],
    );
    std::fs::create_dir_all(root.join("content/articles/2012/02")).expect("made");
    symlink("../../.src/new.md", root.join(NEW)).expect("linked");
    symlink(".kept.html", root.join("templates/article.html")).expect("linked");
    let preview = Preview::of(root);
    preview.until("the start", |preview| preview.get("/2012/02/02/new/").text().contains("First"));
    write_all(root, [("content/articles/.src/new.md", text.replace("First", "Other").as_str())]);
    preview.until("the text", |preview| preview.get("/2012/02/02/new/").text().contains("Other"));
    write_all(root, [("templates/.kept.html", title_block("Theirs").as_str())]);
    preview.until("the template", |preview| {
        preview.get("/2012/02/02/new/").text().contains("<title>Theirs")
    });
    settle(&preview, root, "links");
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_said_once_and_forgotten_when_it_can() {
    let site = site();
    let root = site.path();
    let preview = Preview::as_nobody(root, &[]);
    let allow = |path: &str, mode: u32| {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(root.join(path), mode).expect("set");
    };
    for path in [OWN, "static/s.css", "static/icon.svg"] {
        allow(path, 0o000);
        preview.until("the refusal", |preview| preview.state()["good"] == false);
        let trouble = preview.state()["trouble"].as_str().unwrap_or_default().to_owned();
        assert!(trouble.starts_with(path) && trouble.contains("cannot be read"), "{trouble}");
        // While nothing else happens, nothing new is said.
        let number = preview.state()["number"].clone();
        std::thread::sleep(Duration::from_millis(2500));
        assert_eq!(preview.state()["number"], number);
        allow(path, 0o644);
        preview.until("all well", |preview| preview.state()["good"] == true);
    }
    settle(&preview, root, "leave to read again");
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

#[test]
fn the_sites_folder_may_be_put_away_for_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = |name: &str| folder.path().join(name);
    support::copy(site().path(), &place("site"));
    support::copy(&place("site"), &place("site.new"));
    let preview = Preview::of(&place("site"));
    let words = format!(
        "{}\nOf another tree.\n",
        std::fs::read_to_string(place("site").join(OWN)).unwrap()
    );
    write_all(&place("site.new"), [(OWN, words.as_str())]);
    std::fs::rename(place("site"), place("site.old")).expect("moved");
    std::fs::rename(place("site.new"), place("site")).expect("moved");
    settle(&preview, &place("site"), "another folder");
    write_all(&place("site"), [(OWN, words.replace("another", "the same").as_str())]);
    settle(&preview, &place("site"), "an edit in the other folder");
    assert_eq!(preview.state()["good"], true);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_is_no_folder_without_files() {
    use std::os::unix::fs::PermissionsExt;
    let site = site();
    let root = site.path();
    let folder = root.join("content/articles/2011/07");
    let allow = |mode: u32| {
        std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(mode)).expect("set");
    };
    for more in [&[][..], &["--poll"]] {
        let preview = Preview::as_nobody(root, more);
        allow(0o000);
        preview.until("the refusal", |preview| preview.state()["good"] == false);
        let state = preview.state();
        assert!(
            state["trouble"].as_str().is_some_and(|words| words.contains("cannot be read")),
            "{state}"
        );
        assert_eq!(preview.get("/2011/07/19/two-accounts-of-brega/").status, 200);
        allow(0o755);
        preview.until("all well", |preview| preview.state()["good"] == true);
        settle(&preview, root, "leave again");
    }
}

#[test]
fn what_a_build_refuses_is_said_as_long_as_it_lasts() {
    let site = site();
    let root = site.path();
    let preview = Preview::of(root);
    let home = plain(&preview.get("/").text());
    // A name whose message cannot print it.
    let odd = root.join("static/a\u{1}b.css");
    std::fs::write(&odd, "p{}").expect("written");
    preview.until("the odd name", |preview| preview.state()["good"] == false);
    std::fs::remove_file(&odd).expect("removed");
    preview.until("all well", |preview| preview.state()["good"] == true);
    std::fs::rename(root.join("content"), root.join("away")).expect("moved");
    preview.until("the missing folder", |preview| preview.state()["good"] == false);
    assert_eq!(plain(&preview.get("/").text()), home);
    std::fs::rename(root.join("away"), root.join("content")).expect("moved");
    preview.until("all well", |preview| preview.state()["good"] == true);
    settle(&preview, root, "the folder's return");
}

#[test]
fn an_embargo_ends_while_the_preview_runs() {
    let site = site();
    let due = jiff::Timestamp::now() + Duration::from_secs(3);
    let text = NEW_TEXT.replacen("source:", &format!("embargo: {due}\nsource:"), 1);
    write_all(site.path(), [(NEW, text.as_str())]);
    let preview = Preview::now(site.path());
    assert_eq!(preview.get("/2012/02/02/new/").status, 404, "{text}");
    preview.until("the article", |preview| preview.get("/2012/02/02/new/").status == 200);
    assert!(jiff::Timestamp::now() >= due);
}

#[test]
fn files_of_the_sites_own_are_served_as_a_host_would() {
    let site = site();
    let large: String = (0..300_000).map(|number| format!("{number}\n")).collect();
    write_all(site.path(), [("static/tool/index.html", "<p>A tool"), ("static/all.txt", &large)]);
    let preview = Preview::of(site.path());
    assert_eq!(preview.get("/tool/").text(), "<p>A tool");
    assert_eq!(preview.get("/tool").status, 302);
    let answer = preview.get("/all.txt");
    assert_eq!((answer.status, answer.body.len()), (200, large.len()));
    assert!(answer.body == large.as_bytes());
    let head = preview.ask("HEAD", "/all.txt", "");
    assert!(
        head.head.contains(&format!("content-length: {}", large.len())) && head.body.is_empty()
    );
    let tag = answer.head.lines().find_map(|line| line.strip_prefix("etag: ")).expect("a tag");
    let again = preview.ask("GET", "/all.txt", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((again.status, again.body.len()), (304, 0));
    // Two previews never count alike: a page that stays open over a restart must notice it.
    let other = Preview::of(site.path());
    assert_ne!(other.state()["number"], preview.state()["number"]);
}
