use super::*;

#[test]
fn a_file_is_opened_by_its_full_path_whatever_letters_it_has() {
    let at =
        |root: Option<&str>| Desk { root: root.map(str::to_owned), audience: Audience::Readers };
    let home = at(Some("/home/a b"));
    let link =
        |template: &str, path: &str| editor_link(template, &home, path, 7).unwrap_or_default();
    assert_eq!(
        link("vscode://file{path}:{line}", "c/ü?.md"),
        "vscode://file/home/a%20b/c/%C3%BC%3F.md:7"
    );
    assert_eq!(
        link("idea://open?file={path}&line={line}", "a&b.md"),
        "idea://open?file=/home/a%20b/a%26b.md&line=7"
    );
    let windows = editor_link("x:{path}", &at(Some("C:/site")), "a.md", 1);
    assert_eq!(windows.as_deref(), Some("x:/C%3A/site/a.md"));
    assert_eq!(editor_link("x:{path}", &at(None), "a.md", 1), None);
}
