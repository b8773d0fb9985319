use std::os::unix::fs::symlink;

use super::*;

fn refusal(site: &Site, output: &str) -> String {
    match Target::check(&site.path(""), Path::new(output)) {
        Err(OutputError::Usage { message, help }) => {
            assert!(help.contains("--output"), "{help}");
            message
        }
        other => panic!("`{output}` was not refused: {other:?}"),
    }
}

#[test]
fn the_site_and_what_is_above_it_are_refused() {
    let site = Site::new();
    fs::create_dir(site.path("sub")).unwrap();
    for same in [".", "", "sub/..", "./sub/../", site.path("").to_str().unwrap()] {
        assert!(refusal(&site, same).ends_with("is the site folder itself"), "{same}");
    }
    for above in ["..", "sub/../.."] {
        assert!(refusal(&site, above).ends_with("holds the site folder"), "{above}");
    }
    assert!(refusal(&site, "/").ends_with("is the top of the disk"));
}

#[test]
fn folders_that_people_write_in_are_refused() {
    let site = Site::new();
    for kept in ["content", "static", "templates", "private", "editions"] {
        for output in [kept.to_owned(), format!("{kept}/"), format!("{kept}/a/b")] {
            assert!(refusal(&site, &output).ends_with(&format!("would overwrite {kept}/")));
        }
    }
    fs::create_dir_all(site.path("elsewhere/pictures")).unwrap();
    symlink("elsewhere/pictures", site.path("static")).unwrap();
    for output in ["elsewhere", "elsewhere/pictures", "elsewhere/pictures/out"] {
        assert!(refusal(&site, output).contains("static/"), "{output}");
    }
}

#[test]
fn homes_files_and_links_are_refused() {
    let site = Site::new();
    for home in ["/home/somebody", "/Users/somebody", "/root"] {
        assert!(refusal(&site, home).ends_with("is a home folder"), "{home}");
    }
    site.put("a-file", "");
    assert_eq!(refusal(&site, "a-file"), "the output `a-file` is a file");
    fs::create_dir(site.path("real")).unwrap();
    symlink("real", site.path("link")).unwrap();
    symlink("nowhere", site.path("loose")).unwrap();
    for link in ["link", "link/", "link/.", "loose"] {
        assert!(refusal(&site, link).ends_with("is a symbolic link"), "{link}");
    }
    assert!(refusal(&site, ".public.dateline-old").contains("keeps for its own work"));
}

#[test]
fn an_output_may_be_new_elsewhere_or_behind_a_link() {
    let site = Site::new();
    let real = fs::canonicalize(site.path("")).unwrap();
    fs::create_dir(site.path("real")).unwrap();
    symlink("real", site.path("link")).unwrap();
    for (output, place) in [
        ("public", "public"),
        ("./public/", "public"),
        ("real/../public", "public"),
        ("new/deep/er", "new/deep/er"),
        ("link/public", "real/public"),
        ("contents", "contents"),
    ] {
        let target = Target::check(&site.path(""), Path::new(output)).unwrap();
        assert_eq!(target.place(), real.join(place), "{output}");
    }
    let other = TempDir::new().unwrap();
    let place = fs::canonicalize(other.path()).unwrap().join("site");
    assert_eq!(Target::check(&site.path(""), &place).unwrap().place(), place);
}

#[test]
fn going_up_from_nowhere_is_refused() {
    let site = Site::new();
    let refused = Target::check(&site.path(""), Path::new("nowhere/../public"));
    assert!(matches!(refused, Err(OutputError::Io { .. })), "{refused:?}");
}

#[test]
fn folders_above_a_new_output_are_made() {
    let site = Site::new();
    let target = Target::check(&site.path(""), Path::new("new/deep/public")).unwrap();
    let stage = Stage::begin(&target, &[]).unwrap();
    stage.write("index.html", b"x").unwrap();
    stage.finish().unwrap();
    assert_eq!(fs::read(site.path("new/deep/public/index.html")).unwrap(), b"x");
}
