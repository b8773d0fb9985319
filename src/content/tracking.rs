//! What senders add to an address to see who follows it: it would tell the outlet where a reader comes
//! from, and in newsletters' links often who the desk's own subscriber is.

/// Parameters that do nothing but track, in lower case, with those who add them. `utm_` and its like
/// begin a family.
const FAMILIES: [&str; 6] = ["utm_", "mc_", "_hs", "vero_", "oly_", "pk_"];
const SINGLE: [&str; 22] = [
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "twclid",
    "ttclid",
    "yclid",
    "igshid",
    "igsh",
    "li_fat_id",
    "ref_src",
    "ref_url",
    "ncid",
    "cmpid",
    "ns_campaign",
    "s_cid",
    "mkt_tok",
    "wickedid",
    "__twitter_impression",
];

/// The address without them, and their names; nothing where it has none. All else stays as it is,
/// letter by letter.
pub fn without_tracking(address: &str) -> Option<(String, Vec<String>)> {
    let (rest, fragment) = match address.split_once('#') {
        Some((rest, fragment)) => (rest, Some(fragment)),
        None => (address, None),
    };
    let (page, query) = rest.split_once('?')?;
    let (tracking, kept): (Vec<&str>, Vec<&str>) = query.split('&').partition(|pair| tracks(pair));
    if tracking.is_empty() {
        return None;
    }
    let mut clean = page.to_owned();
    if !kept.is_empty() {
        clean = format!("{clean}?{}", kept.join("&"));
    }
    if let Some(fragment) = fragment {
        clean = format!("{clean}#{fragment}");
    }
    let name = |pair: &&str| pair.split('=').next().unwrap_or_default().to_owned();
    Some((clean, tracking.iter().map(name).collect()))
}

fn tracks(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    SINGLE.contains(&name.as_str()) || FAMILIES.iter().any(|family| name.starts_with(family))
}

/// What a message says of them.
pub fn said(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    format!("this address tracks its readers: {} left out", names.join(", "))
}

/// What a message says to type.
pub const HELP: &str = "write the address without what follows the page's own";

#[cfg(test)]
mod tests {
    use super::without_tracking;

    #[test]
    fn what_tracks_goes_and_all_else_stays_letter_by_letter() {
        for (address, clean) in [
            ("https://a.example/?utm_source=x", "https://a.example/"),
            (
                "https://a.example/p?id=7&UTM_Medium=x&fbclid=1&q=%20A#top",
                "https://a.example/p?id=7&q=%20A#top",
            ),
            ("http://a.example/p?gclid", "http://a.example/p"),
        ] {
            assert_eq!(without_tracking(address).map(|(clean, _)| clean).as_deref(), Some(clean));
        }
        for address in [
            "https://a.example/",
            "https://a.example/?id=utm_source",
            "https://a.example/#?utm_source=x",
            "https://a.example/?automatic=1&&b",
            "https://web.example/?u=https://b.example/?utm_source=x",
        ] {
            assert_eq!(without_tracking(address), None, "{address}");
        }
    }
}
