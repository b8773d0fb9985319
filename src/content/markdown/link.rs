//! Where a link leads, as far as its address says.

use std::net::{IpAddr, Ipv4Addr};
use std::ops::Range;

use percent_encoding::percent_decode_str;
use pulldown_cmark::LinkType;

use super::File;
use crate::content::tracking::{self, without_tracking};
use crate::model::{Target, codes};

/// The target of a link; none when its address is refused.
pub fn target(
    file: &mut File<'_, '_>,
    kind: LinkType,
    address: &str,
    range: Range<usize>,
) -> Option<Target> {
    if let LinkType::WikiLink { .. } = kind {
        let (name, anchor) = part_anchor(address);
        return Some(match name.is_empty() {
            true => Target::Anchor(anchor?),
            false => Target::Name { name: name.trim().to_owned(), anchor },
        });
    }
    if kind == LinkType::Email {
        return Some(Target::Web(format!("mailto:{address}")));
    }
    if let Some(scheme) = scheme_of(address) {
        return web(file, &scheme, address, range);
    }
    if let Some(anchor) = address.strip_prefix('#') {
        return Some(Target::Anchor(decoded(anchor)));
    }
    if address.starts_with("//") {
        file.error(
            codes::UNKNOWN_SCHEME,
            range,
            format!("`{address}` does not say how to get there"),
            "begin it with https:",
        );
        return None;
    }
    let (path, anchor) = part_anchor(address);
    let path = decoded(path.split('?').next().unwrap_or(path));
    if path.is_empty() || path.starts_with("www.") {
        let help = match path.is_empty() {
            true => "write where it leads: a file, a [[name]] or an address".to_owned(),
            false => format!("write https://{path}"),
        };
        file.error(codes::BROKEN_LINK, range, "this link has no address that leads anywhere", help);
        return None;
    }
    if let Some(path) = path.strip_prefix("@/") {
        return Some(Target::File { path: format!("content/{path}"), anchor });
    }
    if let Some(path) = path.strip_prefix('/') {
        return Some(Target::Site { path: path.to_owned(), anchor });
    }
    Some(Target::File { path: beside(&file.source.path, &path), anchor })
}

/// The file of an image under `static/`; none when its address is refused.
pub fn image(file: &mut File<'_, '_>, address: &str, range: Range<usize>) -> Option<Target> {
    if scheme_of(address).is_some() || address.starts_with("//") {
        file.error(
            codes::FOREIGN_IMAGE,
            range,
            "this image is on another site; readers would be seen there",
            "put the file under static/ and write its path, such as /photos/brega.jpg",
        );
        return None;
    }
    // `../../static/photos/x.jpg` is the way that editors' previews understand.
    let path = decoded(address.trim_start_matches('/'));
    let path = path.rsplit_once("static/").map_or(path.as_str(), |(_, path)| path);
    Some(Target::Image(path.to_owned()))
}

fn web(
    file: &mut File<'_, '_>,
    scheme: &str,
    address: &str,
    range: Range<usize>,
) -> Option<Target> {
    match scheme {
        "http" | "https" => {
            let url = url::Url::parse(address).ok().filter(url::Url::has_host);
            let Some(url) = url else {
                file.error(
                    codes::WRONG_URL,
                    range,
                    format!("`{address}` is not an address on the web"),
                    "write it in full, like https://host.example/page",
                );
                return None;
            };
            if is_private(&url) {
                file.warning(
                    codes::PRIVATE_ADDRESS,
                    range.clone(),
                    format!("`{address}` leads to a private network"),
                    "readers cannot open it: link to a public copy",
                );
            }
            let Some((clean, names)) = without_tracking(address) else {
                return Some(Target::Web(address.to_owned()));
            };
            file.warning(codes::TRACKING, range, tracking::said(&names), tracking::HELP);
            Some(Target::Web(clean))
        }
        "mailto" | "tel" => Some(Target::Web(address.to_owned())),
        "javascript" | "data" | "vbscript" => {
            file.error(
                codes::SCRIPT_URL,
                range,
                format!("a `{scheme}:` address can run a program on the reader's machine"),
                "link to a page, or take the link out",
            );
            None
        }
        _ => {
            file.error(
                codes::UNKNOWN_SCHEME,
                range,
                format!("`{scheme}:` addresses are not taken"),
                "https:, http:, mailto: and tel: are",
            );
            None
        }
    }
}

/// `https` of `https://…`, in lower case. Browsers skip blanks and control characters in a scheme,
/// so they are skipped here too.
fn scheme_of(address: &str) -> Option<String> {
    let visible: String =
        address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let (scheme, _) = visible.split_once(':')?;
    let begins = scheme.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    let rest = scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (begins && rest).then(|| scheme.to_ascii_lowercase())
}

/// Whether an address on the web leads to a private network, as far as it says itself.
pub fn is_private_address(address: &str) -> bool {
    url::Url::parse(address).is_ok_and(|url| is_private(&url))
}

fn is_private_v4(ip: Ipv4Addr) -> bool {
    // 100.64.0.0/10 is shared by carriers (RFC 6598).
    let shared = ip.octets()[0] == 100 && ip.octets()[1] & 0b1100_0000 == 64;
    ip.is_loopback() || ip.is_private() || ip.is_link_local() || ip.is_unspecified() || shared
}

fn is_private(url: &url::Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            let ends = [".localhost", ".local", ".internal", ".lan"];
            !name.contains('.') || ends.iter().any(|end| name.ends_with(end))
        }
        Some(url::Host::Ipv4(ip)) => is_private_v4(ip),
        Some(url::Host::Ipv6(ip)) => {
            let mapped = ip.to_ipv4_mapped().is_some_and(is_private_v4);
            let local = ip.is_unique_local() || ip.is_unicast_link_local();
            IpAddr::V6(ip).is_loopback() || local || mapped
        }
        None => false,
    }
}

fn part_anchor(address: &str) -> (&str, Option<String>) {
    match address.split_once('#') {
        Some((path, anchor)) if !anchor.is_empty() => (path, Some(decoded(anchor))),
        Some((path, _)) => (path, None),
        None => (address, None),
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// A path relative to the file that links, without `.` and `..`.
fn beside(path: &str, relative: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}
