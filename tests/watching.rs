//! Whatever editors do to files, through the real watcher: the preview ends where a clean start
//! would.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use support::preview::{Preview, settle};
use support::write_all;

const ARTICLES: usize = 12;

fn article(number: usize, version: usize) -> String {
    let other = (number + version) % ARTICLES;
    format!(
        "---\ntitle: \"Report {number}, version {version}\"\ndate: 2011-07-{:02}\ntopics: [one, t{}]\n\
         places: [place {}]\nsource: wire\nrights: own\n---\nWords of {version}. \
         [More](@/articles/r{other}.md).\n\n[It is so.](#c1 \"government says re fight\") \
         [It is not.](#c2 \"rebels {} r{other}#c1\")\n\n\
         [Some died.](#k1 \"rebels: rebels killed {} 2011-07-0{} re fight\")\n",
        number % 5 + 1,
        version % 3,
        version % 4,
        ["denies", "confirms", "concedes"][version % 3],
        version + 1,
        number % 5 + 1,
    )
}

/// A small site in which everything refers to something.
fn small() -> tempfile::TempDir {
    let site = tempfile::tempdir().expect("a folder");
    write_all(
        site.path(),
        [
            ("dateline.yaml", "title: Small\nbase_url: https://small.example/\n"),
            ("content/topics/one.md", "---\ntitle: One\n---\nWords.\n"),
            ("content/pages/about.md", "---\ntitle: About\n---\nWords.\n"),
            (
                "content/notes/2011-07-02-n.md",
                "---\ndate: 2011-07-02\non: [one]\nassessment: {\"r1#c1\": corroborated}\n---\nA note.\n",
            ),
            (EVENTS, &event(0)),
            ("templates/about.txt", "no template"),
            ("static/own.css", "p{}"),
        ],
    );
    for number in 0..ARTICLES {
        write_all(site.path(), [(&*name(number), &*article(number, 0))]);
    }
    site
}

const EVENTS: &str = "content/registry/events.yaml";

fn event(version: usize) -> String {
    let day = version % 28 + 1;
    format!(
        "fight: {{title: The fight, when: \"2011-07-{day:02}~\", sides: [government, rebels]}}\n"
    )
}

fn name(number: usize) -> String {
    format!("content/articles/r{number}.md")
}

/// What an editor, a script or a version control does to a file.
#[derive(Debug, Clone)]
enum Edit {
    InPlace(usize, usize),
    HalfThenWhole(usize, usize),
    BesideThenRename(usize, usize),
    BackupThenNew(usize, usize),
    BrokenThenMended(usize, usize),
    GoneAndBack(usize, usize),
    /// The words are in a hidden file, to which the article is a link.
    LinkedThenEdited(usize, usize),
    Added(usize),
    Removed(usize),
    InNewFolder(usize),
    /// As a version control does it: every file unlinked and made anew.
    ManyAnew(usize),
    FolderAwayAndBack,
    Settings(usize),
    Registry(usize),
    Note(usize),
    Briefing(usize),
    Topic(usize),
    Template(usize),
    TemplateSpoiltThenMended(usize),
    Style(usize),
    Junk(usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let (n, v) = (0..ARTICLES, 1..50usize);
    let one = prop_oneof![
        (n.clone(), v.clone()).prop_map(|(n, v)| Edit::InPlace(n, v)),
        (n.clone(), v.clone()).prop_map(|(n, v)| Edit::HalfThenWhole(n, v)),
        (n.clone(), v.clone()).prop_map(|(n, v)| Edit::BesideThenRename(n, v)),
        (n.clone(), v.clone()).prop_map(|(n, v)| Edit::BackupThenNew(n, v)),
        (n.clone(), v.clone()).prop_map(|(n, v)| Edit::BrokenThenMended(n, v)),
        (n.clone(), v.clone()).prop_map(|(n, v)| Edit::GoneAndBack(n, v)),
        (n, v.clone()).prop_map(|(n, v)| Edit::LinkedThenEdited(n, v)),
        v.clone().prop_map(Edit::Added),
        v.clone().prop_map(Edit::Removed),
        v.clone().prop_map(Edit::InNewFolder),
        v.clone().prop_map(Edit::ManyAnew),
        Just(Edit::FolderAwayAndBack),
        v.clone().prop_map(Edit::Settings),
        v.clone().prop_map(Edit::Registry),
        v.clone().prop_map(Edit::Note),
        v.clone().prop_map(Edit::Briefing),
        v.clone().prop_map(Edit::Topic),
        v.clone().prop_map(Edit::TemplateSpoiltThenMended),
        v.clone().prop_map(Edit::Template),
        v.clone().prop_map(Edit::Style),
        v.prop_map(Edit::Junk),
    ];
    prop::collection::vec(one, 1..12)
}

fn extra(number: usize) -> String {
    let text = article(number, number);
    text.replacen("Report", "Extra report", 1)
}

impl Edit {
    fn make(&self, root: &Path) {
        let path = |name: &str| root.join(name);
        let own = |number: &usize| path(&name(*number));
        let write = |file: PathBuf, text: &str| fs::write(file, text).expect("written");
        match self {
            Self::InPlace(n, v) => write(own(n), &article(*n, *v)),
            Self::HalfThenWhole(n, v) => {
                let text = article(*n, *v);
                write(own(n), &text[..text.len() / 2]);
                std::thread::sleep(Duration::from_millis(15));
                write(own(n), &text);
            }
            Self::BesideThenRename(n, v) => {
                let beside = path("content/articles/.tmp-4913");
                write(beside.clone(), &article(*n, *v));
                fs::rename(beside, own(n)).expect("renamed");
            }
            Self::BackupThenNew(n, v) => {
                let backup = path(&format!("{}~", name(*n)));
                fs::rename(own(n), &backup).expect("renamed");
                write(own(n), &article(*n, *v));
                fs::remove_file(backup).expect("removed");
            }
            Self::BrokenThenMended(n, v) => {
                write(own(n), "---\ntitle: [\n---\n");
                std::thread::sleep(Duration::from_millis(15));
                write(own(n), &article(*n, *v));
            }
            Self::GoneAndBack(n, v) => {
                fs::remove_file(own(n)).expect("removed");
                std::thread::sleep(Duration::from_millis(*v as u64 % 20));
                write(own(n), &article(*n, *v));
            }
            #[cfg(unix)]
            Self::LinkedThenEdited(n, v) => {
                let hidden = format!(".kept{n}.md");
                write(path(&format!("content/articles/{hidden}")), &article(*n, *v + 1));
                fs::remove_file(own(n)).expect("removed");
                std::os::unix::fs::symlink(&hidden, own(n)).expect("linked");
                std::thread::sleep(Duration::from_millis(15));
                write(path(&format!("content/articles/{hidden}")), &article(*n, *v));
            }
            #[cfg(not(unix))]
            Self::LinkedThenEdited(n, v) => write(own(n), &article(*n, *v)),
            Self::Added(v) => write(path(&format!("content/articles/x{v}.md")), &extra(*v)),
            Self::Removed(v) => {
                drop(fs::remove_file(path(&format!("content/articles/x{v}.md"))));
            }
            Self::InNewFolder(v) => {
                let name = format!("content/articles/deep{v}/er/y{v}.md");
                write_all(root, [(&*name, &*extra(*v))]);
            }
            Self::ManyAnew(v) => {
                for n in 0..ARTICLES {
                    fs::remove_file(own(&n)).expect("removed");
                    write(own(&n), &article(n, *v));
                }
            }
            Self::FolderAwayAndBack => {
                fs::rename(path("content/articles"), path("away")).expect("renamed");
                std::thread::sleep(Duration::from_millis(20));
                fs::rename(path("away"), path("content/articles")).expect("renamed");
            }
            Self::Settings(v) => {
                let text = format!("title: Small {v}\nbase_url: https://small.example/\n");
                write(path("dateline.yaml"), &text);
            }
            Self::Registry(v) => write(path(EVENTS), &event(*v)),
            Self::Note(v) => {
                let text = format!("---\ndate: 2011-07-20\non: [2011-07-18]\n---\nNote {v}.\n");
                write_all(root, [("content/notes/2011-07-20-day.md", text.as_str())]);
            }
            Self::Briefing(v) => {
                let text = format!(
                    "---\ndate: 2011-07-{:02}\ntitle: Edition {v}\n---\nLead.\n",
                    v % 28 + 1
                );
                write_all(root, [("content/briefings/one.md", text.as_str())]);
            }
            Self::Topic(v) => {
                let text = format!("---\ntitle: The war {v}\naliases: [war]\n---\nAbout {v}.\n");
                write_all(root, [("content/topics/the-war.md", text.as_str())]);
            }
            Self::TemplateSpoiltThenMended(v) => {
                let text = |inside: &str| {
                    format!(
                        "{{% extends \"default/day.html\" %}}{{% block title %}}{inside}{{% endblock %}}"
                    )
                };
                write_all(root, [("templates/day.html", text("{{ nothing.here }}").as_str())]);
                std::thread::sleep(Duration::from_millis(v.min(&20).to_owned() as u64));
                write_all(root, [("templates/day.html", text(&v.to_string()).as_str())]);
            }
            Self::Template(v) => {
                let text = format!(
                    "{{% extends \"default/article.html\" %}}{{% block title %}}v{v}{{% endblock %}}"
                );
                write(path("templates/article.html"), &text);
            }
            Self::Style(v) => write(path("static/own.css"), &format!("p{{order:{v}}}")),
            Self::Junk(v) => {
                write(path("content/articles/.hidden"), "x");
                write(path("content/articles/r1.md.swp"), &v.to_string());
                fs::remove_file(path("content/articles/r1.md.swp")).expect("removed");
            }
        }
    }
}

fn any_edits_end_as_a_clean_start(cases: u32, more: &[&str]) {
    let config =
        Config { cases, failure_persistence: None, max_shrink_iters: 8, ..Config::default() };
    let result = TestRunner::new(config).run(&edits(), |edits| {
        let site = small();
        let preview = Preview::with(site.path(), &[&["--port", "0"], more].concat());
        for edit in &edits {
            edit.make(site.path());
        }
        settle(&preview, site.path(), &format!("{edits:?}"));
        preview.until("all well", |preview| preview.state()["good"] == true);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn any_edits_end_as_a_clean_start_when_the_system_tells() {
    any_edits_end_as_a_clean_start(12, &[]);
}

#[test]
fn any_edits_end_as_a_clean_start_when_the_folder_is_looked_at() {
    any_edits_end_as_a_clean_start(3, &["--poll"]);
}

#[test]
fn a_checkout_of_another_branch_ends_as_a_clean_start() {
    let site = small();
    let git = |arguments: &[&str]| {
        let own =
            ["-c", "user.name=Desk", "-c", "user.email=desk@small.example", "-c", "gc.auto=0"];
        let output = std::process::Command::new("git")
            .args(own)
            .args(arguments)
            .current_dir(site.path())
            .output()
            .expect("git is there, since the sources came by it");
        assert!(
            output.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    git(&["init", "--quiet", "--initial-branch", "main"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "first"]);
    git(&["checkout", "--quiet", "-b", "other"]);
    for edit in [Edit::ManyAnew(9), Edit::Added(3), Edit::InNewFolder(4), Edit::Template(2)] {
        edit.make(site.path());
    }
    fs::remove_file(site.path().join("content/pages/about.md")).expect("removed");
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "second"]);
    let preview = Preview::of(site.path());
    for branch in ["main", "other", "main"] {
        git(&["checkout", "--quiet", branch]);
        settle(&preview, site.path(), branch);
        let about = preview.get("/about/").status;
        assert_eq!(about, if branch == "main" { 200 } else { 404 }, "{branch}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn lost_events_lead_to_a_look_at_everything() {
    let site = small();
    let preview = Preview::of(site.path());
    settle(&preview, site.path(), "the start");
    let most = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").expect("readable");
    let most: usize = most.trim().parse().expect("a number");
    let signal = |name: &str| {
        let id = preview.child.id().to_string();
        assert!(std::process::Command::new("kill").args([name, &id]).status().unwrap().success());
    };
    // While it is stopped it takes no event, and the system keeps only so many.
    signal("-STOP");
    for at in 0..most / 2 + 2_000 {
        // The same event twice in a row counts once.
        fs::write(site.path().join(if at % 2 == 0 { "static/a" } else { "static/b" }), "x")
            .unwrap();
    }
    Edit::InPlace(3, 7).make(site.path());
    Edit::Added(5).make(site.path());
    signal("-CONT");
    settle(&preview, site.path(), "more events than the system keeps");
}

#[cfg(target_os = "linux")]
#[test]
fn a_thousand_edits_leave_no_more_memory_taken() {
    let site = small();
    let preview = Preview::of(site.path());
    let taken = || {
        let status = fs::read_to_string(format!("/proc/{}/status", preview.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<usize>().unwrap()
    };
    let edit = |at: usize| {
        Edit::InPlace(at % ARTICLES, at).make(site.path());
        let words = format!("Words of {at}.");
        let number = at % ARTICLES;
        let url = format!("/2011/07/{:02}/r{number}/", number % 5 + 1);
        preview.until(&words, |preview| preview.get(&url).text().contains(&words));
    };
    (1..200).for_each(edit);
    let before = taken();
    (200..1200).for_each(edit);
    let after = taken();
    assert!(after < before + 8 * 1024, "{before} kB before, {after} kB after");
}
