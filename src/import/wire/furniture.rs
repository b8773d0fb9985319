//! What a web page puts around and into a report: promotions, buttons, notices.
//!
//! Only words that no reporter writes stand here. A line that is not known is not furniture.

use super::words::{after_prefix, count, folded};

const ADVERTISEMENT: &str = "an advertisement's label";
const BUTTON: &str = "a button or label of the page";
const PROMOTION: &str = "a promotion of the outlet";
const RIGHTS: &str = "a rights notice";

/// Lines that are nothing else.
const WHOLE: &[(&str, &str)] = &[
    ("advertisement", ADVERTISEMENT),
    ("advertising", ADVERTISEMENT),
    ("advert", ADVERTISEMENT),
    ("sponsored", ADVERTISEMENT),
    ("sponsored content", ADVERTISEMENT),
    ("ad", ADVERTISEMENT),
    ("paid content", ADVERTISEMENT),
    ("promoted", ADVERTISEMENT),
    ("реклама", ADVERTISEMENT),
    ("إعلان", ADVERTISEMENT),
    ("share", BUTTON),
    ("tweet", BUTTON),
    ("print", BUTTON),
    ("email", BUTTON),
    ("e-mail", BUTTON),
    ("comments", BUTTON),
    ("comment", BUTTON),
    ("facebook", BUTTON),
    ("twitter", BUTTON),
    ("whatsapp", BUTTON),
    ("telegram", BUTTON),
    ("linkedin", BUTTON),
    ("reddit", BUTTON),
    ("copy link", BUTTON),
    ("link copied", BUTTON),
    ("save", BUTTON),
    ("save article", BUTTON),
    ("menu", BUTTON),
    ("search", BUTTON),
    ("sign in", BUTTON),
    ("log in", BUTTON),
    ("subscribe", BUTTON),
    ("register", BUTTON),
    ("skip to content", BUTTON),
    ("skip to main content", BUTTON),
    ("close", BUTTON),
    ("play video", BUTTON),
    ("listen", BUTTON),
    ("listen to this article", BUTTON),
    ("listen to article", BUTTON),
    ("view comments", BUTTON),
    ("show more", BUTTON),
    ("load more", BUTTON),
    ("continue reading", BUTTON),
    ("continue reading the main story", BUTTON),
    ("back to top", BUTTON),
    ("text size", BUTTON),
    ("follow", BUTTON),
    ("x", BUTTON),
    ("link", BUTTON),
    ("published", BUTTON),
    ("end of list", BUTTON),
];

/// Beginnings of lines of at most thirty words.
const OPENINGS: &[(&str, &str)] = &[
    ("click here", PROMOTION),
    ("click for", PROMOTION),
    ("tap here", PROMOTION),
    ("follow us", PROMOTION),
    ("follow @", PROMOTION),
    ("sign up for", PROMOTION),
    ("sign up to", PROMOTION),
    ("sign up now", PROMOTION),
    ("sign up here", PROMOTION),
    ("subscribe to", PROMOTION),
    ("subscribe now", PROMOTION),
    ("subscribe for", PROMOTION),
    ("download our app", PROMOTION),
    ("download the app", PROMOTION),
    ("get the app", PROMOTION),
    ("like us on", PROMOTION),
    ("join us on", PROMOTION),
    ("join our", PROMOTION),
    ("join the conversation", PROMOTION),
    ("support our journalism", PROMOTION),
    ("get our newsletter", PROMOTION),
    ("get our daily", PROMOTION),
    ("enter your email", PROMOTION),
    ("have a tip?", PROMOTION),
    ("read more at http", PROMOTION),
    ("read the full story at", PROMOTION),
    ("our standards:", RIGHTS),
    ("share this", BUTTON),
    ("share on", BUTTON),
    ("print this", BUTTON),
    ("email this", BUTTON),
    ("view all comments", BUTTON),
    ("scroll down to", BUTTON),
    ("story continues below", BUTTON),
    ("article continues", BUTTON),
    ("purchase licensing rights", BUTTON),
    ("skip advert", ADVERTISEMENT),
    ("advertisement - ", ADVERTISEMENT),
];

const RIGHTS_OPENINGS: &[&str] = &[
    "©",
    "copyright ©",
    "copyright (c)",
    "copyright 20",
    "copyright 19",
    "(c) 20",
    "(c) 19",
    "&copy;",
];
const RIGHTS_WORDS: &[&str] = &[
    "all rights reserved",
    "may not be published, broadcast",
    "may not be published or broadcast",
    "material may not be published",
];

/// Why a paragraph is furniture, if it is.
pub fn why(text: &str) -> Option<&'static str> {
    let words = count(text);
    let bare = folded(text);
    let whole = || WHOLE.iter().find(|(line, _)| *line == bare);
    let opening = || {
        let opens = |(opening, _): &&(&str, &str)| after_prefix(text, opening).is_some();
        OPENINGS.iter().find(opens).filter(|_| words <= 30)
    };
    let found = whole().or_else(opening).map(|(_, why)| *why);
    found
        .or_else(|| is_rights_notice(text, words).then_some(RIGHTS))
        .or_else(|| counted(&bare).then_some(BUTTON))
}

fn is_rights_notice(text: &str, words: usize) -> bool {
    let small = text.to_ascii_lowercase();
    let opens = RIGHTS_OPENINGS.iter().any(|opening| small.starts_with(opening));
    let says = RIGHTS_WORDS.iter().any(|notice| small.contains(notice));
    (opens && words <= 80) || (says && words <= 60)
}

/// `5 min read`, `12 comments`, and what is read aloud round a list: `list 1 of 2`.
fn counted(bare: &str) -> bool {
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    match bare.split(' ').collect::<Vec<_>>()[..] {
        [count, "min" | "mins" | "minute" | "minutes", "read"] => number(count),
        [count, "comment" | "comments" | "shares"] => number(count),
        ["list", "of", count, "item" | "items"] => number(count),
        ["list", item, "of", count] => number(item) && number(count),
        _ => false,
    }
}
