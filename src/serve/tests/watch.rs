use super::*;

use notify::event::Flag;
use notify::{Error, ErrorKind};

fn watch(root: &Path) -> Watch {
    std::fs::create_dir_all(root.join("content")).unwrap();
    let watch = Watch::begin(root, false);
    assert_eq!(watch.polling, None);
    watch
}

fn taken(watch: &mut Watch, event: notify::Result<Event>) -> Gathered {
    let mut gathered = Gathered::default();
    watch.take(&mut gathered, event);
    gathered
}

#[test]
fn when_events_were_lost_everything_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let mut watch = watch(folder.path());
    let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
    let gathered = taken(&mut watch, Ok(lost));
    assert!(gathered.everything && gathered.rearm);
    assert_eq!(watch.polling, None);
}

#[test]
fn where_the_limit_is_reached_it_looks_and_says_how_to_raise_it() {
    for (kind, words) in [
        (ErrorKind::MaxFilesWatch, "fs.inotify.max_user_watches="),
        (ErrorKind::Io(std::io::Error::from_raw_os_error(24)), "fs.inotify.max_user_instances="),
        (ErrorKind::Generic("so".to_owned()), "cannot be watched (so)"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut watch = watch(folder.path());
        assert!(taken(&mut watch, Err(Error::new(kind))).everything);
        let said = watch.polling.clone().unwrap();
        assert!(said.contains(words) && said.contains("once a second"), "{said}");
        // From then on it finds out for itself.
        let file = folder.path().join("content/a.md");
        std::fs::write(&file, "a").unwrap();
        assert_eq!(watch.next(), Some(Change::Files(BTreeSet::from([file.clone()]))));
    }
}

#[test]
fn a_look_sees_what_an_older_file_of_the_same_size_replaced() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("content")).unwrap();
    let (file, other) = (folder.path().join("content/a.md"), folder.path().join("b.md"));
    std::fs::write(&other, "b").unwrap();
    std::fs::write(&file, "a").unwrap();
    let mut watch = Watch::begin(folder.path(), true);
    std::fs::rename(&other, &file).unwrap();
    let changed = Some(Change::Files(BTreeSet::from([file.clone()])));
    assert_eq!(watch.next(), changed);
    // Twice more, for what came within the same tick.
    assert_eq!(watch.next(), changed);
    std::fs::remove_file(&file).unwrap();
    assert_eq!(watch.next(), changed);
}
