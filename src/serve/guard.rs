//! Who may ask, and what: a page of another site must learn nothing from the preview, whatever
//! name it gives to this machine.

use std::net::IpAddr;

use hyper::header::{self, HeaderMap, HeaderValue};
use hyper::{Method, StatusCode, Uri};
use sha2::{Digest, Sha256};

/// What is asked of a request before anything else is looked at.
#[derive(Debug, Clone, Default)]
pub struct Guard {
    /// What a request must bring where other machines may ask.
    pub token: Option<String>,
    /// This machine's name in its network, by which other machines may ask then.
    pub name: Option<String>,
}

/// Why a request is refused, as status and words.
pub type Refusal = (StatusCode, &'static str);

impl Guard {
    /// Looks at method, host and origin. A request's line may name a host of its own.
    pub fn admit(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<(), Refusal> {
        let mut hosts = headers.get_all(header::HOST).iter();
        let host = hosts.next().and_then(|host| host.to_str().ok()).unwrap_or_default();
        let other = uri.authority().is_some_and(|named| !self.is_ours(named.as_str()));
        if hosts.next().is_some() || other || !self.is_ours(host) {
            let words = "This is a preview on another machine's own address, not this host.\n";
            return Err((StatusCode::MISDIRECTED_REQUEST, words));
        }
        let same = |origin: &HeaderValue| {
            origin.to_str().is_ok_and(|origin| origin.strip_prefix("http://") == Some(host))
        };
        if headers.get_all(header::ORIGIN).iter().any(|origin| !same(origin)) {
            return Err((
                StatusCode::FORBIDDEN,
                "Only the preview's own pages may ask for this.\n",
            ));
        }
        if method != Method::GET && method != Method::HEAD {
            return Err((
                StatusCode::METHOD_NOT_ALLOWED,
                "The preview only answers GET and HEAD.\n",
            ));
        }
        Ok(())
    }

    /// A name can be made to lead anywhere by whoever owns it, an address cannot. Other addresses
    /// than this machine's own are for the network, where that is allowed.
    fn is_ours(&self, host: &str) -> bool {
        let Some(name) = host_name(host) else { return false };
        if name.eq_ignore_ascii_case("localhost") {
            return true;
        }
        let Some(address) = address(name) else {
            // Who makes a foreign name lead here has no token for it.
            let ours = self.name.as_ref().filter(|_| self.token.is_some());
            let bare = name.strip_suffix(".local").unwrap_or(name);
            return ours.is_some_and(|own| own.eq_ignore_ascii_case(bare));
        };
        self.token.is_some() || address.is_loopback()
    }

    /// Whether the cookie or the address brings the token, where one is asked for.
    pub fn has_token(&self, headers: &HeaderMap, query: Option<&str>) -> Token {
        let Some(token) = &self.token else { return Token::Shown };
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|all| all.to_str().ok());
        let mut cookies = cookies
            .flat_map(|all| all.split(';'))
            .filter_map(|one| one.trim().strip_prefix(COOKIE)?.strip_prefix('='));
        if cookies.any(|given| equal(given, token)) {
            return Token::Shown;
        }
        let mut pairs = query.unwrap_or_default().split('&');
        match pairs.any(|pair| pair.strip_prefix("token=").is_some_and(|given| equal(given, token)))
        {
            true => Token::InAddress,
            false => Token::Missing,
        }
    }
}

/// The cookie that keeps the token.
pub const COOKIE: &str = "dateline-token";

/// Where a request has its token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// None is asked for, or the cookie holds it.
    Shown,
    /// In the address: the cookie has yet to be set.
    InAddress,
    /// Nowhere.
    Missing,
}

/// Compares hashes, so that the time it takes tells nothing.
fn equal(given: &str, token: &str) -> bool {
    Sha256::digest(given) == Sha256::digest(token)
}

/// An address as it stands in a Host header: the longer kind between brackets.
fn address(name: &str) -> Option<IpAddr> {
    match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
        Some(inside) => inside.parse().ok().map(IpAddr::V6),
        None => name.parse().ok().map(IpAddr::V4),
    }
}

/// The name in a Host header, without its port.
fn host_name(host: &str) -> Option<&str> {
    let end = match host.rfind(']') {
        Some(end) => end + 1,
        None => host.find(':').unwrap_or(host.len()),
    };
    let (name, port) = host.split_at_checked(end)?;
    let digits = |port: &str| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
    (port.is_empty() || port.strip_prefix(':').is_some_and(digits)).then_some(name)
}

/// What every answer says of itself.
pub fn stamp(headers: &mut HeaderMap) {
    let fixed = [
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::HeaderName::from_static("x-robots-tag"), "noindex"),
        (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
        (header::REFERRER_POLICY, "same-origin"),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

#[cfg(test)]
#[path = "tests/guard.rs"]
mod tests;
