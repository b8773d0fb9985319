use super::*;

#[test]
fn what_is_put_in_stands_between_marks_and_the_rest_is_the_page() {
    let page = "<!doctype html><html><head><title>A</title></head><body><p>İ</p></body></html>";
    let injected = inject(page, 7, "<p>over</p>", "<p>under</p>");
    assert!(injected.html.contains("data-number=\"7\""));
    assert!(injected.html.contains(&format!("<body>{BEGIN}<p>over</p>{END}<p>")));
    assert!(injected.html.contains(&format!("{BEGIN}<p>under</p>{END}</body>")));
    assert_eq!(injected.policy, None);
    let mut rest = injected.html;
    while let (Some(from), Some(to)) = (rest.find(BEGIN), rest.find(END)) {
        rest.replace_range(from..to + END.len(), "");
    }
    assert_eq!(rest, page);
}

#[test]
fn the_pages_policy_moves_to_the_header_with_leave_for_the_preview() {
    let page = "<head><meta http-equiv=\"Content-Security-Policy\" \
                content=\"default-src 'none';style-src 'self';img-src 'self'\"></head><body></body>";
    let injected = inject(page, 1, "", "");
    assert!(!injected.html.contains("http-equiv"));
    let policy = "default-src 'none';img-src 'self';script-src 'self';connect-src 'self';style-src 'self';worker-src 'self'";
    assert_eq!(injected.policy.as_deref(), Some(policy));
}

#[test]
fn a_page_may_leave_out_the_tags_of_its_head_and_body() {
    for (page, before) in [
        ("<!doctype html><title>A</title><p>b", "<!doctype html>"),
        ("<!doctype html>\n<html lang=\"en\">\n<title>A</title><p>b", "<html lang=\"en\">"),
        ("<!DOCTYPE html><head><title>A</title><body><p>b", "<title>A</title>"),
        ("<p>b", ""),
    ] {
        let html = inject(page, 1, "", "").html;
        assert!(html.contains(&format!("{before}{BEGIN}")), "{html}");
        assert!(html.starts_with(&page[..page.len().min(9)]) || before.is_empty(), "{html}");
    }
    let page = "<!doctype html><meta http-equiv=\"Content-Security-Policy\" \
                content=\"default-src 'self'\"><title>A</title><p>b";
    let injected = inject(page, 1, "", "");
    assert!(injected.policy.is_some_and(|policy| policy.starts_with("default-src 'self'")));
    assert!(!injected.html.contains("http-equiv"));
}
