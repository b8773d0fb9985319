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
    let policy =
        "default-src 'none';img-src 'self';script-src 'self';connect-src 'self';style-src 'self'";
    assert_eq!(injected.policy.as_deref(), Some(policy));
}
