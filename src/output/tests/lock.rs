use std::os::unix::fs::symlink;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use rustix::fs::{FlockOperation, flock};

use super::*;

#[test]
fn a_second_run_is_told_who_has_the_output() {
    let site = Site::new();
    let first = site.begin().unwrap();
    let refused = site.begin().unwrap_err();
    let pid = std::process::id();
    assert!(matches!(refused, OutputError::Locked { by: Some(by) } if by == pid), "{refused}");
    assert!(refused.to_string().contains(&pid.to_string()));
    assert_eq!(site.beside().len(), 2, "the refused run cleared nothing of the first");
    first.finish().unwrap();
    site.begin().unwrap().finish().unwrap();
    assert_eq!(site.beside(), ["public"]);
}

#[test]
fn a_lock_file_that_nobody_holds_stops_nothing() {
    let site = Site::new();
    site.put(".public.dateline-lock", "a process long gone, with a longer text\n");
    let stage = site.begin().unwrap();
    let pid = fs::read_to_string(site.path(".public.dateline-lock")).unwrap();
    assert_eq!(pid, format!("{}\n", std::process::id()));
    drop(stage);
    assert_eq!(site.beside(), [""; 0]);
}

#[test]
fn a_holder_that_has_not_said_its_number_is_still_a_holder() {
    let site = Site::new();
    let file = File::create(site.path(".public.dateline-lock")).unwrap();
    flock(&file, FlockOperation::LockExclusive).unwrap();
    let refused = site.begin().unwrap_err();
    assert!(matches!(refused, OutputError::Locked { by: None }), "{refused}");
    assert_eq!(refused.to_string(), "another run of Dateline is writing this output");
}

#[test]
fn a_lock_on_a_removed_file_is_no_lock() {
    let site = Site::new();
    let file = File::create(site.path(".public.dateline-lock")).unwrap();
    flock(&file, FlockOperation::LockExclusive).unwrap();
    fs::remove_file(site.path(".public.dateline-lock")).unwrap();
    assert!(site.begin().is_ok());
}

#[test]
fn a_lock_is_not_written_through_a_link() {
    let site = Site::new();
    site.put("precious", "mine");
    symlink("precious", site.path(".public.dateline-lock")).unwrap();
    assert!(matches!(site.begin(), Err(OutputError::Io { .. })));
    assert_eq!(fs::read(site.path("precious")).unwrap(), b"mine");
}

#[test]
fn never_do_two_runs_hold_one_output() {
    let site = Site::new();
    let (holders, runs) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..200 {
                    match site.begin() {
                        Ok(stage) => {
                            assert_eq!(holders.fetch_add(1, Ordering::SeqCst), 0);
                            runs.fetch_add(1, Ordering::SeqCst);
                            assert_eq!(holders.fetch_sub(1, Ordering::SeqCst), 1);
                            drop(stage);
                        }
                        Err(OutputError::Locked { .. }) => thread::yield_now(),
                        Err(other) => panic!("{other}"),
                    }
                }
            });
        }
    });
    assert!(runs.into_inner() > 0);
    assert_eq!(site.beside(), [""; 0]);
}
