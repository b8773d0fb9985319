//! Canaries: a word of its own in each place that is not for readers. None of them leaves, in any form;
//! and where the gate is open for one kind of file alone, one of them is found.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

#[path = "canaries/media.rs"]
mod media;
#[path = "canaries/site.rs"]
mod site;
mod support;
#[path = "canaries/token.rs"]
mod token;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::process::Output;

use site::Site;
use support::{AT, dateline, tree};
use token::{Search, Tokens};

/// Where the hidden house stands; digits that nothing else has.
const LATITUDE: &str = "31.84627";
const LONGITUDE: &str = "19.73951";

/// Places around the site.
const SURROUNDINGS: [&str; 6] =
    ["name of the folder", "user", "home", "host", "git's surroundings", "attribute of a file"];

type Files = BTreeMap<String, Vec<u8>>;

/// A site on the disk, in surroundings that tell something too.
struct Desk {
    _folder: tempfile::TempDir,
    root: PathBuf,
    tokens: Tokens,
}

impl Desk {
    fn of(open: bool) -> Self {
        let Site { files, mut tokens } = Site::of(open);
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("there");
        let root = root.join(tokens.of("name of the folder"));
        let desk = Self { _folder: folder, root, tokens };
        desk.put(&files);
        desk
    }

    fn put(&self, files: &[(String, Vec<u8>)]) {
        for (path, bytes) in files {
            let file = self.root.join(path);
            std::fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
            std::fs::write(file, bytes).expect("written");
        }
    }

    /// Runs a command as the user and on the host of the tokens.
    fn run(&mut self, arguments: &[&str]) -> Output {
        let [user, home, host, git] =
            ["user", "home", "host", "git's surroundings"].map(|place| self.tokens.of(place));
        let program = dateline().get_program().to_owned();
        let mut shell = std::process::Command::new("unshare");
        // Whoever is not root becomes root of a world of their own, in which a host can be named.
        if !rustix::process::geteuid().is_root() {
            shell.arg("--map-root-user");
        }
        shell.args(["--uts", "sh", "-c", "hostname \"$0\" && exec \"$@\"", &host]);
        shell.arg(program).args(arguments).arg("--root").arg(&self.root);
        for (key, token) in [("USER", &user), ("LOGNAME", &user), ("HOSTNAME", &host)] {
            shell.env(key, token);
        }
        shell.env("HOME", format!("/home/{home}"));
        shell.env("GIT_AUTHOR_NAME", &git).env("EMAIL", format!("{git}@post.example"));
        shell.current_dir(&self.root).output().expect("util-linux is there")
    }

    fn build(&mut self, at: &str) -> Output {
        let output = self.run(&["build", "--at", at]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{said}");
        output
    }

    fn output(&self) -> PathBuf {
        self.root.join("public")
    }
}

/// What is found in files, their names, and the attributes that the disk keeps of them.
fn look(search: &Search, folder: &Path, files: &Files) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in files {
        found.extend(search.look(path, bytes));
        found.extend(search.look("a name", path.as_bytes()));
        found
            .extend(search.look(&format!("attributes of {path}"), &attributes(&folder.join(path))));
        let text = String::from_utf8_lossy(bytes);
        for digits in [LATITUDE, LONGITUDE] {
            // Rounded to some hundred metres it would still lead there.
            if text.contains(&digits[..digits.len() - 2]) {
                found.push(format!("{path}: position of a sensitive place"));
            }
        }
    }
    found
}

fn attributes(file: &Path) -> Vec<u8> {
    let mut names = vec![0; 4096];
    let read = rustix::fs::listxattr(file, &mut names[..]).unwrap_or(0);
    names.truncate(read);
    let mut all = names.clone();
    for name in names.split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let mut value = vec![0; 4096];
        let read = rustix::fs::getxattr(file, OsStr::from_bytes(name), &mut value[..]);
        all.extend(&value[..read.unwrap_or(0)]);
    }
    all
}

#[test]
fn no_token_leaves_in_any_form() {
    let mut desk = Desk::of(false);
    // What was public once and is no more is the oldest way to leak.
    let mut open = Desk::of(true);
    open.build("2031-01-01");
    for (path, bytes) in tree(&open.output()) {
        let file = desk.output().join(path);
        std::fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
        std::fs::write(file, bytes).expect("written");
    }
    let token = desk.tokens.of("attribute of a file");
    let _ = rustix::fs::setxattr(
        desk.root.join("static/photo.jpg"),
        "user.comment",
        token.as_bytes(),
        rustix::fs::XattrFlags::empty(),
    );
    let planted: Vec<u8> = Site::of(false)
        .files
        .into_iter()
        .flat_map(|(path, bytes)| [path.into_bytes(), bytes].concat())
        .collect();
    let planted = desk.tokens.search().places(&planted);
    assert!(planted.len() >= 65, "tokens stand in only {} places of the site", planted.len());
    let search = desk.tokens.search();
    assert!(!look(&search, &desk.output(), &tree(&desk.output())).is_empty(), "the test is blind");
    let built = desk.build(AT);
    let files = tree(&desk.output());
    assert!(files.len() > 60, "{} files", files.len());
    let mut found = look(&search, &desk.output(), &files);
    // The folder's name is what the person who builds has typed.
    for (stream, bytes) in [("what it says", &built.stdout), ("its messages", &built.stderr)] {
        found.extend(search.look(stream, bytes));
    }
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
    let beside: Vec<_> = std::fs::read_dir(&desk.root)
        .expect("readable")
        .map(|found| found.expect("readable").file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("dateline-new") || name.contains("dateline-old"))
        .collect();
    assert!(beside.is_empty(), "{beside:?}");
}

#[test]
fn every_form_of_a_token_is_seen() {
    let mut tokens = Tokens::default();
    let token = tokens.of("here");
    let search = tokens.search();
    let forms = token::forms(&token);
    assert!(forms.len() >= 12);
    for (form, bytes) in forms {
        let bytes = [b"...", &bytes[..], b"..."].concat();
        let found = search.look("x", &bytes);
        assert!(found.iter().any(|line| line.contains(form)), "{form}: {found:?}");
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        std::io::Write::write_all(&mut packed, &bytes).expect("memory");
        assert!(!search.look("x", &packed.finish().expect("memory")).is_empty(), "{form} packed");
    }
    assert!(search.look("x", b"nothing of the kind").is_empty());
}

/// Which part of the program makes a file, by its path.
fn emitter(path: &str) -> String {
    let file = path.strip_prefix("ar/").unwrap_or(path);
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let top = folder.split('/').next().unwrap_or_default();
    match (top, name, ending) {
        (_, "feed.xml" | "feed.json" | "sitemap.xml" | "index.txt" | "mail.html", _) => name.into(),
        ("search", ..) => format!("search {ending}"),
        ("data", ..) => format!("data {name}"),
        (_, _, "svg") if top == "maps" || name.contains("map") => "map".into(),
        ("" | "articles", _, "jpg" | "png" | "webp" | "gif" | "svg") => format!("picture {ending}"),
        ("", _, "txt" | "html") => format!("file {name}"),
        (year, ..) if year.len() == 4 && year.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("dated page, {} deep", folder.matches('/').count())
        }
        _ if folder.contains('/') => format!("{top}/*"),
        _ => top.into(),
    }
}

#[test]
fn an_open_gate_is_seen_in_each_kind_of_file() {
    let (mut desk, mut open) = (Desk::of(false), Desk::of(true));
    desk.build(AT);
    open.build("2031-01-01");
    let (shut, mut open_files) = (tree(&desk.output()), tree(&open.output()));
    // Pictures as they were before anything was taken out of them.
    for (path, bytes) in Site::of(true).files {
        if let Some(path) = path.strip_prefix("static/").filter(|path| path.contains('.')) {
            open_files.insert(path.to_owned(), bytes);
        }
    }
    let mut kinds: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for path in open_files.keys() {
        kinds.entry(emitter(path)).or_default().push(path);
    }
    let search = desk.tokens.search();
    // Two files say the same of every site.
    kinds.retain(|kind, _| !["file robots.txt", "search css"].contains(&kind.as_str()));
    let mut blind = BTreeSet::new();
    for (kind, paths) in &kinds {
        let mut mixed = shut.clone();
        for path in paths {
            mixed.insert((*path).clone(), open_files[*path].clone());
        }
        if look(&search, &desk.output(), &mixed).is_empty() {
            blind.insert(kind.as_str());
        }
    }
    assert_eq!(blind, BTreeSet::new(), "of {}", kinds.len());
    assert!(kinds.len() > 30, "{kinds:?}");
}
