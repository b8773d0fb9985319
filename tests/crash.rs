//! A build that is killed, or that the system fails, at any of its calls: what stands there is the old
//! site or the new one. From outside, with strace, and on disks that are too small.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use rayon::prelude::*;
use support::{AT, dateline, run, tree, write_all};

type Files = BTreeMap<String, Vec<u8>>;

/// The calls by which a build changes what stands on the disk, and those by which it looks at it.
const CALLS: [&str; 20] = [
    "openat",
    "mkdir",
    "mkdirat",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "rmdir",
    "write",
    "statx",
    "newfstatat",
    "fsync",
    "syncfs",
    "ftruncate",
    "getdents64",
    "flock",
    "fchmod",
];

/// What the system may answer to any of them.
const ERRORS: [&str; 7] = ["ENOSPC", "EIO", "EACCES", "EMFILE", "EINTR", "EROFS", "EXDEV"];

/// Every so many calls one is tried; each of them with `DATELINE_EACH_CALL=1`, which takes long.
fn stride() -> usize {
    if std::env::var_os("DATELINE_EACH_CALL").is_some() { 1 } else { 9 }
}

fn article(title: &str) -> String {
    format!("---\ntitle: {title}\ntopics: [a]\nsource: Post\n---\nText.\n")
}

/// A site of two states, whose output stands in the first of them.
struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    fn new() -> Self {
        // In memory, where there is such a folder: a disk is waited for at the end of each build.
        let folder = tempfile::TempDir::new_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let site = Self { folder: folder.expect("a folder") };
        write_all(
            site.root(),
            [
                ("dateline.yaml", "title: Post\n"),
                ("content/articles/2011-07-18-first.md", article("First").as_str()),
                ("static/a.txt", "A file."),
            ],
        );
        site
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn output(&self) -> PathBuf {
        self.root().join("public")
    }

    fn change(&self) {
        std::fs::remove_file(self.root().join("content/articles/2011-07-18-first.md")).unwrap();
        write_all(
            self.root(),
            [
                ("content/articles/2011-07-19-second.md", article("Second").as_str()),
                ("static/a.txt", "Another."),
            ],
        );
    }

    fn standing(&self) -> Files {
        tree(&self.output())
    }

    /// Builds with what strace injects into its calls.
    fn traced(&self, (call, at): &Call, inject: &str) -> Output {
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq", "-o", "/dev/null", "-e"]).arg(format!("trace={call}"));
        strace.arg("-e").arg(format!("inject={call}:{inject}:when={at}"));
        strace.arg(dateline().get_program());
        strace.args(["build", "--quiet", "--jobs", "1", "--at", AT, "--root"]).arg(self.root());
        strace.output().expect("strace is there: it stands among what the tests need")
    }
}

/// A call by its name, and the how manieth of its name in its thread.
type Call = (String, usize);

/// The calls that a build makes, and the two states of its output.
fn measured() -> (Vec<Call>, Files, Files) {
    let site = Site::new();
    support::run_well(site.root(), &["build", "--at", AT]);
    let old = site.standing();
    site.change();
    let log = site.root().join("log");
    let done = Command::new("strace")
        .args(["-f", "-qq", "-e", &format!("trace={}", CALLS.join(",")), "-o"])
        .arg(&log)
        .arg(dateline().get_program())
        .args(["build", "--quiet", "--jobs", "1", "--at", AT, "--root"])
        .arg(site.root())
        .status();
    assert!(done.expect("strace is there").success());
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for line in std::fs::read_to_string(log).unwrap().lines() {
        let (thread, call) = line.split_once(' ').unwrap_or_default();
        let call = call.trim_start().split('(').next().unwrap_or_default();
        if CALLS.contains(&call) {
            *counts.entry((call.to_owned(), thread.to_owned())).or_default() += 1;
        }
    }
    let mut most: BTreeMap<String, usize> = BTreeMap::new();
    for ((call, _), count) in counts {
        let most = most.entry(call).or_default();
        *most = count.max(*most);
    }
    for call in ["mkdir", "linkat", "renameat2", "unlink", "write", "syncfs", "openat"] {
        assert!(most.contains_key(call), "no {call} was seen: {most:?}");
    }
    let calls = most.iter().flat_map(|(call, most)| (1..=*most).map(|at| (call.clone(), at)));
    (calls.collect(), old, site.standing())
}

/// After whatever happened, what stands is whole, and the next build is well and leaves nothing over.
fn look(site: &Site, old: &Files, new: &Files, what: &str) {
    let found = site.standing();
    assert!(found == *old || found == *new, "{what}: neither the old site nor the new one");
    support::run_well(site.root(), &["build", "--at", AT]);
    assert!(site.standing() == *new, "{what}: the next build");
    let mut beside: Vec<_> = std::fs::read_dir(site.root())
        .unwrap()
        .map(|found| found.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    beside.sort();
    assert_eq!(beside, ["content", "dateline.yaml", "public", "static"], "{what}");
}

#[test]
fn killed_at_any_call_it_leaves_the_old_site_or_the_new_one() {
    let (calls, old, new) = measured();
    let calls: Vec<Call> = calls.into_iter().step_by(stride()).collect();
    let killed = AtomicUsize::new(0);
    calls.par_iter().for_each(|call| {
        let site = Site::new();
        support::run_well(site.root(), &["build", "--at", AT]);
        site.change();
        let done = site.traced(call, "signal=SIGKILL");
        killed.fetch_add(usize::from(!done.status.success()), Ordering::SeqCst);
        look(&site, &old, &new, &format!("killed at {call:?}"));
    });
    let killed = killed.into_inner();
    println!("{killed} runs were killed, of {}", calls.len());
    assert!(killed * 10 > calls.len() * 8, "{killed} of {} runs were killed", calls.len());
}

#[test]
fn failed_at_any_call_it_says_so_and_leaves_the_old_site_or_the_new_one() {
    let (calls, old, new) = measured();
    // Neighbours in this list are one call with different errors, so that a stride takes some of each.
    let cases: Vec<(Call, &str)> =
        calls.into_iter().flat_map(|call| ERRORS.map(|error| (call.clone(), error))).collect();
    let cases: Vec<_> = cases.into_iter().step_by(stride() * 3 - 2).collect();
    let failed = AtomicUsize::new(0);
    cases.par_iter().for_each(|(call, error)| {
        let site = Site::new();
        support::run_well(site.root(), &["build", "--at", AT]);
        site.change();
        let done = site.traced(call, &format!("error={error}"));
        let what = format!("{error} at {call:?}");
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        match done.status.code() {
            // What is only courtesy, or can be done otherwise, is no reason to stop.
            Some(0) => assert!(site.standing() == new, "{what}: said to be well"),
            Some(code @ 1..=3) => {
                failed.fetch_add(1, Ordering::SeqCst);
                assert!(said.contains("error"), "{what}: {code} without a word: {said}");
            }
            // The loader and the runtime, before there is a program that could say anything.
            Some(127) | None if said.is_empty() || !said.contains("panicked") => {}
            code => panic!("{what}: {code:?}: {said}"),
        }
        assert!(!said.contains("panicked"), "{what}: {said}");
        look(&site, &old, &new, &what);
    });
    let failed = failed.into_inner();
    println!("{failed} runs failed, of {}", cases.len());
    assert!(failed * 3 > cases.len(), "only {failed} of {} runs failed", cases.len());
}

/// A command in a world with mounts of its own, with `/mnt` as a small disk in memory.
fn on_small_disk(kilobytes: usize, script: &str, arguments: &[&Path]) -> Output {
    let mut command = Command::new("unshare");
    if !rustix::process::geteuid().is_root() {
        command.arg("--map-root-user");
    }
    let script =
        format!("mount -t tmpfs -o size={kilobytes}k,nr_inodes=4000 disk /mnt && {script}");
    command.args(["--mount", "sh", "-euc", &script]).args(arguments);
    command.output().expect("util-linux is there")
}

#[test]
fn a_disk_of_any_size_holds_the_old_site_or_the_new_one() {
    let site = Site::new();
    let program = PathBuf::from(dateline().get_program());
    support::run_well(site.root(), &["build", "--at", AT]);
    let (old, first) = (site.root().join("old"), site.root().join("first"));
    std::fs::rename(site.output(), &old).unwrap();
    support::copy(&old, &first);
    site.change();
    support::run_well(site.root(), &["build", "--at", AT]);
    let new = site.root().join("new");
    std::fs::rename(site.output(), &new).unwrap();
    // Builds the site over the old output; the answer is the exit code and which of the two stands there.
    let script = "cp -a \"$1\" /mnt/public; \
         code=0; \"$0\" build --quiet --at 2026-01-01T00:00:00Z --root \"$3\" -o /mnt/public || code=$?; \
         for which in \"$1\" \"$2\"; do diff -r \"$which\" /mnt/public >/dev/null && echo \"$code $(basename \"$which\")\"; done; \
         rm -f /mnt/fill; ls -A /mnt";
    let (mut kept, mut replaced) = (0, 0);
    let size: usize = tree(&old).values().map(|bytes| bytes.len().div_ceil(4096) * 4).sum();
    for kilobytes in (size + 8..2 * size).step_by(size / 48) {
        let done = on_small_disk(kilobytes, script, &[&program, &old, &new, site.root()]);
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        let lines: Vec<&str> = said.lines().collect();
        match lines[..] {
            ["3 old", "public"] => kept += 1,
            ["0 new", "public"] => replaced += 1,
            _ => panic!("{kilobytes} KB: {said} {}", String::from_utf8_lossy(&done.stderr)),
        }
    }
    assert!(kept > 3 && replaced > 3, "{kept} kept, {replaced} replaced");
}

/// Answers with a page as it stands at that moment.
fn answer(stream: &mut TcpStream, folder: &Path) {
    stream.set_nonblocking(false).and_then(|()| patience(stream)).expect("possible");
    let mut request = [0; 1024];
    let read = stream.read(&mut request).unwrap_or(0);
    let request = String::from_utf8_lossy(&request[..read]).into_owned();
    let path = request.split(' ').nth(1).unwrap_or("/").trim_start_matches('/').to_owned();
    let (status, body) = match std::fs::read(folder.join(path)) {
        Ok(body) => ("200 OK", body),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let head = format!("HTTP/1.0 {status}\r\nContent-Length: {}\r\n\r\n", body.len());
    let _ = stream.write_all(&[head.as_bytes(), &body].concat());
}

/// Whatever goes wrong, nobody waits for ever.
fn patience(stream: &TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.set_write_timeout(Some(Duration::from_secs(20)))
}

fn get(address: SocketAddr, path: &str) -> Option<Vec<u8>> {
    let mut stream = TcpStream::connect(address).ok()?;
    patience(&stream).ok()?;
    stream.write_all(format!("GET /{path} HTTP/1.0\r\n\r\n").as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let at = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    answer.starts_with(b"HTTP/1.0 200").then(|| answer[at + 4..].to_vec())
}

#[test]
fn readers_never_see_half_of_five_hundred_sites() {
    const SITES: usize = 500;
    let site = Site::new();
    let root = site.root();
    let build = |number: usize| {
        let target = dateline::output::Target::check(root, Path::new("public")).expect("a folder");
        let stage = dateline::output::Stage::begin(&target, &[]).expect("begun");
        for page in 0..20 {
            let text = format!("site {number} ").repeat(2000);
            stage.write(&format!("{page}/index.html"), text.as_bytes()).expect("written");
        }
        stage.finish().expect("finished");
    };
    build(0);
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.set_nonblocking(true).expect("possible");
    let address = listener.local_addr().expect("bound");
    let (published, read, seen) =
        (AtomicBool::new(false), AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        // It goes on until the last reader has gone.
        scope.spawn(|| {
            while !read.load(Ordering::SeqCst) {
                match listener.accept() {
                    Ok((mut stream, _)) => answer(&mut stream, &root.join("public")),
                    Err(_) => std::thread::sleep(Duration::from_micros(200)),
                }
            }
        });
        let readers = (0..2).map(|reader| {
            let (published, seen) = (&published, &seen);
            scope.spawn(move || {
                let mut last = 0;
                while !published.load(Ordering::SeqCst) {
                    let page = format!("{}/index.html", (last + reader) % 20);
                    let body = get(address, &page).ok_or(format!("{page} was not there"))?;
                    let text = String::from_utf8(body).map_err(|error| error.to_string())?;
                    let number = text.split(' ').nth(1).and_then(|n| n.parse().ok()).unwrap_or(0);
                    if text != format!("site {number} ").repeat(2000) || number < last {
                        return Err(format!("{page} of site {number} after {last}: half a page"));
                    }
                    last = number;
                    seen.fetch_add(1, Ordering::SeqCst);
                }
                Ok(())
            })
        });
        let readers: Vec<_> = readers.collect();
        for number in 1..=SITES {
            build(number);
        }
        published.store(true, Ordering::SeqCst);
        let ends: Vec<_> = readers.into_iter().map(|reader| reader.join()).collect();
        read.store(true, Ordering::SeqCst);
        for end in ends {
            assert_eq!(end.expect("a reader has no fault"), Ok(()));
        }
    });
    assert!(seen.into_inner() > SITES, "readers hardly came by");
}

#[test]
fn a_build_opens_no_socket_and_starts_no_program() {
    let site = Site::new();
    let log = site.root().join("log");
    let done = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=%network,%process", "-o"])
        .arg(&log)
        .arg(dateline().get_program())
        .args(["build", "--quiet", "--at", AT, "--root"])
        .arg(site.root())
        .status();
    assert!(done.expect("strace is there").success());
    let log = std::fs::read_to_string(&log).unwrap();
    let name = |line: &str| {
        line.split_whitespace()
            .nth(1)
            .unwrap_or_default()
            .split('(')
            .next()
            .unwrap_or("")
            .to_owned()
    };
    let allowed = ["exit", "exit_group", "clone3", "clone", "<...", "wait4", "rt_sigreturn"];
    let calls: Vec<String> = log.lines().map(name).collect();
    assert_eq!(calls.iter().filter(|call| *call == "execve").count(), 1, "{log}");
    let odd: Vec<&String> = calls
        .iter()
        .filter(|call| *call != "execve" && !allowed.contains(&call.as_str()) && *call != "+++")
        .collect();
    assert!(odd.is_empty(), "{odd:?}\n{log}");
    // Threads, and nothing but threads.
    let forks = log.lines().filter(|line| line.contains("clone") && !line.contains("CLONE_THREAD"));
    assert_eq!(forks.filter(|line| !line.contains("resumed")).count(), 0, "{log}");
    assert_eq!(run(site.root(), &["check", "--at", AT]).status.code(), Some(0));
}
