use super::*;

#[test]
fn a_file_is_opened_by_its_full_path_whatever_letters_it_has() {
    let link = |template: &str, path: &str| editor_link(template, "/home/a b", path, 7);
    assert_eq!(
        link("vscode://file{path}:{line}", "c/ü?.md"),
        "vscode://file/home/a%20b/c/%C3%BC%3F.md:7"
    );
    assert_eq!(
        link("idea://open?file={path}&line={line}", "a&b.md"),
        "idea://open?file=/home/a%20b/a%26b.md&line=7"
    );
    assert_eq!(editor_link("x:{path}", "C:/site", "a.md", 1), "x:/C%3A/site/a.md");
}
