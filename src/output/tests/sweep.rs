//! A run that ends at each of its steps, and one in which each of them fails.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustix::io::Errno;

use crate::output::disk::{Disk, Step};
use crate::output::swap;

use super::*;

/// What becomes of the step at which something happens, and of those after it.
#[derive(Debug, Clone, Copy)]
enum Fault {
    /// The run is killed: nothing is done any more, not even clearing up.
    Killed,
    /// It fails once.
    Once(Errno),
    /// It fails, and so does whatever else would change the disk.
    ForGood(Errno),
}

const FAULTS: [Fault; 10] = [
    Fault::Killed,
    Fault::Once(Errno::NOSPC),
    Fault::Once(Errno::IO),
    Fault::Once(Errno::ACCESS),
    Fault::Once(Errno::MFILE),
    Fault::Once(Errno::INTR),
    Fault::Once(Errno::ROFS),
    Fault::Once(Errno::XDEV),
    Fault::ForGood(Errno::NOSPC),
    Fault::ForGood(Errno::ROFS),
];

#[derive(Debug)]
struct Faulty {
    /// At which step it happens, counted from 0.
    at: usize,
    fault: Fault,
    taken: AtomicUsize,
    /// The output is a mounted volume.
    mounted: bool,
}

impl Disk for Faulty {
    fn ask(&self, step: Step) -> io::Result<()> {
        let taken = self.taken.fetch_add(1, Ordering::SeqCst);
        let changes = !matches!(step, Step::Look | Step::List | Step::Open);
        match self.fault {
            _ if taken < self.at => {}
            Fault::Killed => return Err(io::Error::other("killed")),
            Fault::Once(error) if taken == self.at => return Err(error.into()),
            // A full disk can still be tidied.
            Fault::ForGood(Errno::NOSPC) if step == Step::Remove => {}
            Fault::ForGood(error) if changes => return Err(error.into()),
            Fault::Once(_) | Fault::ForGood(_) => {}
        }
        if self.mounted && step == Step::Exchange { Err(Errno::BUSY.into()) } else { Ok(()) }
    }
}

/// What stands there before the run.
#[derive(Debug, Clone, Copy)]
enum Before {
    Nothing,
    Old,
    /// The old site, and what a killed run left.
    Mess,
    /// The old site between two renames.
    Parted,
}

const OLD: [(&str, &str); 4] =
    [("index.html", "old home"), ("a/b.html", "same"), ("gone/deep/c.html", "old"), ("p", "page")];
const NEW: [(&str, &str); 4] =
    [("index.html", "new home"), ("a/b.html", "same"), ("x/y.html", "new"), ("p/q", "below")];

fn keep() -> Vec<String> {
    vec!["CNAME".to_owned(), ".git".to_owned()]
}

fn site(before: Before) -> Site {
    let site = Site::in_memory();
    if matches!(before, Before::Nothing) {
        return site;
    }
    site.build(&OLD).unwrap();
    site.put("public/CNAME", "example.org");
    site.put("public/.git/refs/x", "ref");
    match before {
        Before::Mess => site.put(".public.dateline-new/half.html", "ha"),
        Before::Parted => {
            fs::rename(site.path("public"), site.path(".public.dateline-old")).unwrap();
            site.put(".public.dateline-new/half.html", "ha");
        }
        Before::Nothing | Before::Old => {}
    }
    site
}

fn build(target: &Target, files: &[(&str, &str)]) -> Result<Receipt, OutputError> {
    let stage = Stage::begin(target, &keep())?;
    for (path, text) in files {
        stage.write(path, text.as_bytes())?;
    }
    stage.copy("static.bin", Path::new("/proc/version"), false)?;
    stage.finish()
}

/// The output with its manifest; nothing where it is missing.
fn standing(site: &Site) -> Files {
    let place = site.path("public");
    if place.exists() { tree(&place) } else { Files::new() }
}

/// What a whole build gives, from each state.
fn wanted(before: Before) -> Files {
    let site = site(before);
    build(&site.target(), &NEW).unwrap();
    tree(&site.path("public"))
}

/// Lets a step fail, for each step of a run and each fault, and looks at what stands there.
fn sweep(before: Before, mounted: bool, look: impl Fn(&Site, Result<Receipt, OutputError>, &str)) {
    let mut runs = 0;
    for fault in FAULTS {
        for at in 0.. {
            let site = site(before);
            let disk = Arc::new(Faulty { at, fault, taken: AtomicUsize::new(0), mounted });
            let done = build(&site.target().on(Arc::clone(&disk) as Arc<dyn Disk>), &NEW);
            let reached = disk.taken.load(Ordering::SeqCst) > at;
            runs += 1;
            look(&site, done, &format!("{before:?} {fault:?} at step {at}"));
            if !reached {
                assert!(at > 30, "a run takes more steps");
                break;
            }
        }
    }
    assert!(runs > 300, "only {runs} runs");
}

fn shown(files: &Files) -> String {
    let shown = files.iter().filter(|(path, _)| !path.ends_with('/'));
    shown.map(|(path, bytes)| format!("{path}={:.12} ", String::from_utf8_lossy(bytes))).collect()
}

/// Steps come in one order on one thread.
fn alone(work: impl FnOnce() + Send) {
    rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap().install(work);
}

#[test]
fn the_output_is_the_old_site_or_the_new_one() {
    for before in [Before::Nothing, Before::Old, Before::Mess, Before::Parted] {
        alone(|| {
            let old = match before {
                Before::Nothing => Files::new(),
                _ => standing(&site(Before::Old)),
            };
            let new = wanted(before);
            sweep(before, false, |site, done, what| {
                // Between two renames there is no output: the only moment, and only where no
                // exchange exists.
                let found = match site.path(".public.dateline-old").exists() {
                    true => tree(&site.path(".public.dateline-old")),
                    false => standing(site),
                };
                match done {
                    Ok(_) => assert!(found == new, "{what}: {}", shown(&found)),
                    Err(_) => assert!(found == old || found == new, "{what}: {}", shown(&found)),
                }
                build(&site.target(), &NEW).unwrap_or_else(|error| panic!("{what}: {error}"));
                assert!(standing(site) == new, "{what}: {}", shown(&standing(site)));
                assert_eq!(site.beside(), ["public"], "{what}");
            });
        });
    }
}

#[test]
fn in_a_mounted_output_each_file_is_old_or_new() {
    alone(|| {
        let old = standing(&site(Before::Old));
        let new = wanted(Before::Old);
        sweep(Before::Old, true, |site, done, what| {
            let found = standing(site);
            let known = |(path, bytes): (&String, &Vec<u8>)| {
                path.starts_with(".dateline-")
                    || path.ends_with('/')
                    || old.get(path) == Some(bytes)
                    || new.get(path) == Some(bytes)
            };
            assert!(found.iter().all(known), "{what}: {}", shown(&found));
            assert_eq!(found["CNAME"], b"example.org", "{what}");
            if done.is_ok() {
                assert!(found == new, "{what}: {}", shown(&found));
            }
            let begun = found.contains_key(".dateline-journal");
            // Whether the staging folder is still there or lost with its container.
            if what.ends_with(['1', '3', '5', '7', '9']) {
                swap::remove(&**site.target().disk(), &site.target().staging()).unwrap();
            } else if begun {
                drop(Stage::begin(&site.target(), &keep()).unwrap());
                assert!(standing(site) == new, "{what}: the next run did not go on");
            }
            let target = site.target().on(Arc::new(Faulty {
                at: usize::MAX,
                fault: Fault::Killed,
                taken: AtomicUsize::new(0),
                mounted: true,
            }));
            build(&target, &NEW).unwrap_or_else(|error| panic!("{what}: {error}"));
            assert!(standing(site) == new, "{what}: {}", shown(&standing(site)));
            assert_eq!(site.beside(), ["public"], "{what}");
        });
    });
}
