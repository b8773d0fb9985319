//! The output depends on the sources and the clock alone.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use support::{AT, copy, corpora, dateline, demo, tree};

type Files = BTreeMap<String, Vec<u8>>;

/// What is otherwise in a build: all that must not matter.
#[derive(Clone, Copy)]
struct Variant {
    name: &'static str,
    surroundings: &'static [(&'static str, &'static str)],
    flags: &'static [&'static str],
    /// Done by the shell just before the program starts.
    before: &'static str,
    /// Done to the copy of the site, whose folder it is given.
    folder: fn(&Path) -> PathBuf,
}

const PLAIN: Variant = Variant {
    name: "plain",
    surroundings: &[],
    flags: &["--at", AT],
    before: "",
    folder: Path::to_owned,
};

const fn around(
    name: &'static str,
    surroundings: &'static [(&'static str, &'static str)],
) -> Variant {
    Variant { name, surroundings, ..PLAIN }
}

const fn with(name: &'static str, flags: &'static [&'static str]) -> Variant {
    Variant { name, flags, ..PLAIN }
}

const fn after(name: &'static str, before: &'static str) -> Variant {
    Variant { name, before, ..PLAIN }
}

const fn moved(name: &'static str, folder: fn(&Path) -> PathBuf) -> Variant {
    Variant { name, folder, ..PLAIN }
}

const VARIANTS: [Variant; 26] = [
    with("one thread", &["--at", AT, "--jobs", "1"]),
    with("two threads", &["--at", AT, "--jobs", "2"]),
    with("three threads", &["--at", AT, "--jobs", "3"]),
    with("sixteen threads", &["--at", AT, "--jobs", "16"]),
    around("a pool of its own", &[("RAYON_NUM_THREADS", "5")]),
    around("far east", &[("TZ", "Pacific/Kiritimati")]),
    around("far west", &[("TZ", "America/Los_Angeles")]),
    around("half an hour", &[("TZ", "Asia/Kathmandu")]),
    around("no such zone", &[("TZ", "Nowhere/Else")]),
    around("Arabic", &[("LANG", "ar_EG.UTF-8"), ("LC_ALL", "ar_EG.UTF-8")]),
    around("Turkish", &[("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")]),
    around("no locale", &[("LANG", "C"), ("LC_ALL", "C")]),
    around(
        "another user by name",
        &[("HOME", "/nonexistent"), ("USER", "somebody"), ("LOGNAME", "x")],
    ),
    around("another host by name", &[("HOSTNAME", "elsewhere"), ("HOST", "elsewhere")]),
    around("a narrow terminal", &[("COLUMNS", "20"), ("TERM", "dumb"), ("NO_COLOR", "1")]),
    with("colours", &["--at", AT, "--color", "always"]),
    // The same moment, from where packagers give it.
    Variant {
        surroundings: &[("SOURCE_DATE_EPOCH", "1767225600")],
        flags: &[],
        ..around("the clock", &[])
    },
    after("files for oneself alone", "umask 077"),
    after("files for everybody", "umask 000"),
    after("few open files", "ulimit -n 48"),
    after("another folder to stand in", "cd /"),
    moved("another path", |site| renamed(site, "d\u{e9}plac\u{e9} \u{e0} c\u{f4}t\u{e9}")),
    moved("a deep path", |site| renamed(site, &"deep/".repeat(30))),
    moved("a path through a link", |site| {
        let link = site.with_file_name("link");
        std::os::unix::fs::symlink(site, &link).expect("linked");
        link
    }),
    moved("files made in another order", |site| {
        let other = site.with_file_name("other");
        for (path, bytes) in tree(site).into_iter().rev() {
            let file = other.join(path);
            std::fs::create_dir_all(file.parent().expect("a parent")).expect("folders");
            std::fs::write(file, bytes).expect("written");
        }
        other
    }),
    moved("files of another time", |site| {
        for (at, path) in tree(site).into_keys().enumerate() {
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(at as u64 * 86_400);
            let file = std::fs::File::open(site.join(path)).expect("there");
            file.set_modified(time).expect("set");
        }
        site.to_owned()
    }),
];

fn renamed(site: &Path, name: &str) -> PathBuf {
    let other = site.parent().expect("a parent").join(name);
    std::fs::create_dir_all(other.parent().expect("a parent")).expect("folders");
    std::fs::rename(site, &other).expect("moved");
    other
}

/// Builds a copy of a site with a variant of its surroundings, and gives back the output.
fn built(root: &Path, variant: &Variant) -> Files {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    copy(root, &site);
    let site = (variant.folder)(&site);
    let output = folder.path().join("public");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-euc", &format!("{}\nexec \"$0\" \"$@\"", variant.before)]);
    shell.arg(dateline().get_program()).args(["build", "--quiet", "--root"]).arg(site);
    shell.arg("--output").arg(&output).args(variant.flags);
    for key in ["SOURCE_DATE_EPOCH", "NO_COLOR", "CLICOLOR_FORCE"] {
        shell.env_remove(key);
    }
    shell.envs(variant.surroundings.iter().copied()).current_dir(folder.path());
    let status = shell.status().expect("the program starts");
    assert!(status.success(), "{}", variant.name);
    tree(&output)
}

fn same_everywhere(root: &Path, variants: &[Variant]) {
    let plain = built(root, &PLAIN);
    assert!(plain.len() > 20, "hardly any files");
    for variant in variants {
        let other = built(root, variant);
        let differing: Vec<&String> = plain
            .keys()
            .chain(other.keys())
            .filter(|path| plain.get(*path) != other.get(*path))
            .collect();
        assert!(differing.is_empty(), "{}: {differing:?}", variant.name);
    }
}

/// The small site that a newcomer begins with, in all surroundings.
#[test]
fn a_site_is_the_same_everywhere() {
    let root = tempfile::tempdir().expect("a folder");
    support::run_well(root.path(), &["init"]);
    same_everywhere(root.path(), &VARIANTS);
}

/// Larger sites take longer, and what differs is the program's surroundings, not the site's words.
fn some() -> Vec<Variant> {
    VARIANTS.into_iter().step_by(6).collect()
}

#[test]
fn the_demo_is_the_same_everywhere() {
    let root = tempfile::tempdir().expect("a folder");
    copy(&demo().join("content"), &root.path().join("content"));
    std::fs::copy(demo().join("dateline.yaml"), root.path().join("dateline.yaml")).expect("copied");
    same_everywhere(root.path(), &some());
}

/// Whoever builds it: root and nobody are two who differ most.
#[test]
fn the_user_is_no_matter() {
    if !rustix::process::geteuid().is_root() {
        println!(
            "note: only root can be somebody else; the surroundings of another user were tried"
        );
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    copy(&demo().join("content"), &site.join("content"));
    std::fs::copy(demo().join("dateline.yaml"), site.join("dateline.yaml")).expect("copied");
    let everybody = std::os::unix::fs::PermissionsExt::from_mode(0o777);
    std::fs::set_permissions(folder.path(), everybody).expect("set");
    // Where the program was built may be a folder that nobody else can look into.
    let program = folder.path().join("dateline");
    std::fs::copy(dateline().get_program(), &program).expect("copied");
    let outputs = [&[][..], &["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]];
    let outputs = outputs.map(|user| {
        let output = folder.path().join(format!("public{}", user.len()));
        let mut command = std::process::Command::new("env");
        command.args(user).arg(&program).args(["build", "--quiet", "--at", AT, "--root"]);
        command.arg(&site).arg("--output").arg(&output);
        assert!(command.status().expect("util-linux is there").success());
        tree(&output)
    });
    assert!(outputs[0] == outputs[1]);
}

#[test]
fn the_corpora_are_the_same_everywhere() {
    let Some(folder) = corpora() else { return };
    for site in support::SITES {
        let root = tempfile::tempdir().expect("a folder");
        copy(&folder.join(site), root.path());
        same_everywhere(root.path(), &some()[..3]);
    }
}

/// Line ends and a byte order mark are the editor's business.
#[test]
fn line_ends_and_marks_change_nothing() {
    let text =
        "---\ntitle: A\ntopics: [a]\n---\nOne.\n\n> Two.\n\n- three\n- [four](#c1 \"a says\")\n";
    let outputs = [
        text.to_owned(),
        text.replace('\n', "\r\n"),
        format!("\u{feff}{text}"),
        format!("\u{feff}{}", text.replace('\n', "\r\n")),
    ]
    .map(|text| {
        let root = tempfile::tempdir().expect("a folder");
        support::write_all(root.path(), [("content/articles/2011-07-18-a.md", text.as_str())]);
        built(root.path(), &PLAIN)
    });
    assert!(outputs.iter().all(|output| *output == outputs[0]));
}
