#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it")]

use super::*;

fn asked(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in pairs {
        headers.append(*name, HeaderValue::from_static(value));
    }
    headers
}

fn status(guard: &Guard, pairs: &[(&'static str, &'static str)]) -> Option<u16> {
    guard
        .admit(&Method::GET, &Uri::from_static("/"), &asked(pairs))
        .err()
        .map(|(status, _)| status.as_u16())
}

#[test]
fn only_this_machines_own_names_are_hosts() {
    let guard = Guard::default();
    for host in ["localhost", "localhost:1414", "127.0.0.1:1", "[::1]:1414", "[::1]", "LOCALHOST:9"]
    {
        assert_eq!(status(&guard, &[("host", host)]), None, "{host}");
    }
    for host in [
        "",
        "example.org",
        "localhost.example.org",
        "127.0.0.1.example.org:1414",
        "192.168.0.2:1414",
        "localhost:1414:1",
        "localhost:",
        "[::1",
        "127.0.0.1:x",
        "a@localhost",
        "0.0.0.0:1414",
        "[[[127.0.0.1]",
        "[127.0.0.1]",
        "[[::1]]",
        "::1",
    ] {
        assert_eq!(status(&guard, &[("host", host)]), Some(421), "{host}");
    }
    assert_eq!(status(&guard, &[]), Some(421));
    assert_eq!(status(&guard, &[("host", "localhost"), ("host", "localhost")]), Some(421));
}

#[test]
fn pages_of_other_sites_may_not_ask() {
    let guard = Guard::default();
    for origin in ["http://example.org", "null", "https://localhost:1414", "http://localhost:1"] {
        assert_eq!(status(&guard, &[("host", "localhost:1414"), ("origin", origin)]), Some(403));
    }
    let own = [("host", "localhost:1414"), ("origin", "http://localhost:1414")];
    assert_eq!(status(&guard, &own), None);
}

#[test]
fn a_token_is_asked_of_other_machines() {
    let guard = Guard { token: Some("secret".to_owned()), name: Some("desk-7".to_owned()) };
    for host in ["desk-7", "desk-7:1414", "Desk-7.local:1414"] {
        assert_eq!(status(&guard, &[("host", host)]), None, "{host}");
        assert_eq!(status(&Guard { token: None, ..guard.clone() }, &[("host", host)]), Some(421));
    }
    assert_eq!(status(&guard, &[("host", "desk-7.example.org")]), Some(421));
    assert_eq!(status(&guard, &[("host", "192.168.0.2:1414")]), None);
    assert_eq!(status(&guard, &[("host", "example.org")]), Some(421));
    assert_eq!(guard.has_token(&asked(&[]), None), Token::Missing);
    assert_eq!(guard.has_token(&asked(&[]), Some("token=secre")), Token::Missing);
    assert_eq!(guard.has_token(&asked(&[]), Some("a=1&token=secret")), Token::InAddress);
    let cookie = asked(&[("cookie", "a=b; dateline-token=secret")]);
    assert_eq!(guard.has_token(&cookie, None), Token::Shown);
    let wrong = asked(&[("cookie", "dateline-token=other")]);
    assert_eq!(guard.has_token(&wrong, None), Token::Missing);
}

#[test]
fn a_host_in_the_requests_own_line_counts_too() {
    let guard = Guard::default();
    let headers = asked(&[("host", "localhost")]);
    let asks = |uri: &'static str| guard.admit(&Method::GET, &Uri::from_static(uri), &headers);
    assert_eq!(asks("http://localhost/"), Ok(()));
    assert_eq!(asks("http://example.org/").unwrap_err().0, StatusCode::MISDIRECTED_REQUEST);
}
