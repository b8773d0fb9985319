use super::*;

#[test]
fn a_manifest_is_sorted_lines_under_a_header() {
    let site = Site::built(&[("b  c/index.html", "abc"), ("a.html", "")]);
    assert_eq!(
        fs::read_to_string(site.path("public/.dateline-manifest")).unwrap(),
        "dateline-manifest 1 files 2\n\
         e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  0  a.html\n\
         ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  3  b  c/index.html\n"
    );
}

#[test]
fn a_manifest_is_read_as_it_was_written() {
    let list = ["a", "a-b", "a/b", "a/b c", "ñ", "طرابلس/index.html"];
    let files = list.iter().map(|path| ((*path).to_owned(), Entry::of(path.as_bytes()))).collect();
    let manifest = Manifest { files, ..Manifest::default() };
    assert_eq!(Manifest::parse(&manifest.to_string()), Ok(manifest));
}

#[test]
fn what_is_made_of_what_is_read_as_it_was_written_and_nothing_else_is() {
    let list = ["a.480.jpg", "a.jpg", "b"];
    let files = list.iter().map(|path| ((*path).to_owned(), Entry::of(path.as_bytes()))).collect();
    let of = |path: &str| (path.to_owned(), origin("recipe", path.as_bytes()));
    let made = [of("a.480.jpg"), of("a.jpg")].into();
    let manifest = Manifest { files, made };
    let text = manifest.to_string();
    assert!(text.starts_with("dateline-manifest 1 files 3 made 2\n"), "{text}");
    assert_eq!(Manifest::parse(&text), Ok(manifest));
    let lines: Vec<&str> = text.lines().collect();
    let joined = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    let swapped = [&lines[..4], &[lines[5], lines[4]]].concat();
    let strange = lines[5].replace("a.jpg", "a.gif");
    let unlisted = [&lines[..5], &[strange.as_str()]].concat();
    let doubled = [&lines[..], &lines[5..]].concat();
    for (text, problem) in [
        (joined(&lines[..5]), "cut short, or lines added"),
        (joined(&swapped), "not in order"),
        (joined(&unlisted), "no such file is listed"),
        (joined(&doubled), "not in order"),
        (text.replace(" made 2", ""), "cut short, or lines added"),
        (text.replace(" made 2", " made x"), "no header of a version that this program knows"),
    ] {
        assert_eq!(Manifest::parse(&text).map_err(|broken| broken.problem), Err(problem), "{text}");
    }
    assert_ne!(origin("recipe", b"a"), origin("recip", b"ea"), "the parts are kept apart");
}

#[test]
fn pouring_gives_what_hashing_gives() {
    let bytes: Vec<u8> = (0..200_000_u32).map(|i| (i % 251) as u8).collect();
    let mut poured = Vec::new();
    assert_eq!(Entry::pour(bytes.as_slice(), &mut poured).unwrap(), Entry::of(&bytes));
    assert_eq!(poured, bytes);
}
