//! The keys of `dateline.yaml`.

use super::Shape::{Choice, Flag, Integer, Map, Moves, Text, Texts, Tongues};
use super::{EXTRA, Key, Keys, may};
use crate::model::Rights;
use crate::words::Digits;

pub const SETTINGS: &[Key] = &[
    may("title", Text, "the site's name"),
    may(
        "base_url",
        Text,
        "where the site will stand; needed for feeds, e-mails, canonical links and the sitemap",
    ),
    may("description", Text, "one line about the site"),
    may("desk", Text, "the publisher's name"),
    may(
        "languages",
        Texts,
        "BCP 47 tags; the first is the default, others have a tree of their own",
    ),
    may("titles", Tongues, "the site's name in other languages"),
    may("descriptions", Tongues, "that line in other languages"),
    may("desks", Tongues, "the publisher's name in other languages"),
    may(
        "digits",
        Choice(&Digits::VALUES),
        "`arab` for ٠١٢٣ in Arabic; `latn`, the default, for 0123 everywhere",
    ),
    may("timezone", Text, "IANA name; UTC by default"),
    may(
        "rights",
        Choice(&Rights::VALUES),
        "for articles that say nothing of theirs; `own` by default",
    ),
    may("search", Flag, "`true` adds a search page, the only page with a script"),
    may(
        "pdf_as_is",
        Texts,
        "PDFs under static/ that are published with what they tell of who made them, such as `files/report.pdf`",
    ),
    may(
        "keep",
        Texts,
        "files and folders of others that stay in the output, such as `CNAME` or `.git`",
    ),
    may(
        "moved",
        Moves,
        "former addresses and where they lead now, such as `{/places/brega/: /places/marsa-brega/}`",
    ),
    may("port", Integer, "of the live preview; 1414 by default"),
    may("map", Map(Keys::SiteMap), "how maps are drawn"),
    may(
        "editor",
        Text,
        "the address that opens a file in your editor; `vscode://file{path}:{line}` by default",
    ),
    may("theme", Map(Keys::Theme), "colours, type, party marks, title, logo and menu"),
    EXTRA,
];
