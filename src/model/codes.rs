//! Every kind of message, by name. `docs/messages.md` says of each what it means and how to mend
//! it, and `dateline explain` prints that.

use crate::base::Code;

macro_rules! codes {
    ($($name:ident = $word:literal;)*) => {
        $(
            #[doc = concat!("`", $word, "`: see `docs/messages.md`.")]
            pub const $name: Code = Code($word);
        )*
        /// All of them, in the order of the manual.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    // The file as a whole.
    NOT_UTF8 = "not-utf8";
    NUL = "nul";
    EMPTY_FILE = "empty-file";
    TOO_LARGE = "too-large";
    ODD_FILE = "odd-file";
    LINK_OUT_OF_SITE = "link-out-of-site";
    FILE_NAME = "file-name";
    // Front matter.
    NO_FRONT_MATTER = "no-front-matter";
    UNCLOSED_FRONT_MATTER = "unclosed-front-matter";
    TOML_FRONT_MATTER = "toml-front-matter";
    YAML_SYNTAX = "yaml-syntax";
    UNCLOSED_QUOTE = "unclosed-quote";
    QUOTE_THE_COLON = "quote-the-colon";
    LOST_AFTER_HASH = "lost-after-hash";
    SMART_QUOTES = "smart-quotes";
    TAB_INDENT = "tab-indent";
    YAML_ANCHOR = "yaml-anchor";
    YAML_TAG = "yaml-tag";
    SECOND_DOCUMENT = "second-document";
    TOO_DEEP = "too-deep";
    DUPLICATE_KEY = "duplicate-key";
    UNKNOWN_KEY = "unknown-key";
    LOOKALIKE_KEY = "lookalike-key";
    MISSING_KEY = "missing-key";
    WRONG_SHAPE = "wrong-shape";
    WRONG_CHOICE = "wrong-choice";
    DIRECTION_CONTROL = "direction-control";
    WRONG_URL = "wrong-url";
    WRONG_LANGUAGE = "wrong-language";
    WRONG_SLUG = "wrong-slug";
    TOO_MANY_TAKEAWAYS = "too-many-takeaways";
    // Dates.
    WRONG_DATE = "wrong-date";
    AMBIGUOUS_DATE = "ambiguous-date";
    OFFSET_NEEDED = "offset-needed";
    DATE_DISAGREES = "date-disagrees";
    EXPIRES_TOO_EARLY = "expires-too-early";
    UPDATED_TOO_EARLY = "updated-too-early";
    WRONG_WHEN = "wrong-when";
    // Text.
    RAW_HTML = "raw-html";
    HTML_COMMENT = "html-comment";
    SCRIPT_URL = "script-url";
    UNKNOWN_SCHEME = "unknown-scheme";
    PRIVATE_ADDRESS = "private-address";
    TRACKING = "tracking";
    FOREIGN_IMAGE = "foreign-image";
    MISSING_ALT = "missing-alt";
    MISSING_CREDIT = "missing-credit";
    HEADING_JUMP = "heading-jump";
    HEADING_ONE = "heading-one";
    DUPLICATE_ANCHOR = "duplicate-anchor";
    FOOTNOTE = "footnote";
    // Marks.
    UNKNOWN_VERB = "unknown-verb";
    MARK_GRAMMAR = "mark-grammar";
    MISSING_TARGET = "missing-target";
    TARGET_NOT_THERE = "target-not-there";
    DUPLICATE_MARK = "duplicate-mark";
    HALF_MARK = "half-mark";
    WIKILINK_IN_MARK = "wikilink-in-mark";
    LOSS_NUMBER = "loss-number";
    BACKWARD_RANGE = "backward-range";
    WINDOW_BACKWARD = "window-backward";
    EVENT_AFTER_ARTICLE = "event-after-article";
    NAMED_PERSON = "named-person";
    SUM_REFUSED = "sum-refused";
    RELATIVE_DAY = "relative-day";
    // Names and links.
    UNKNOWN_NAME = "unknown-name";
    AMBIGUOUS_NAME = "ambiguous-name";
    BROKEN_LINK = "broken-link";
    MISSING_ANCHOR = "missing-anchor";
    PRIVATE_LINK = "private-link";
    MISSING_IMAGE = "missing-image";
    BAD_IMAGE = "bad-image";
    BAD_DOCUMENT = "bad-document";
    LEAK = "leak";
    UNKNOWN_ARTICLE = "unknown-article";
    NOTE_ON_NOTHING = "note-on-nothing";
    PARENT_CIRCLE = "parent-circle";
    SAME_ADDRESS = "same-address";
    REFUSED_NAME = "refused-name";
    // Released editions.
    BROKEN_LOCK = "broken-lock";
    FROZEN_TEXT = "frozen-text";
    ADDRESS_GONE = "address-gone";
    WRONG_CORRECTION = "wrong-correction";
    // Settings and templates.
    SETTINGS_VALUE = "settings-value";
    NO_BASE_URL = "no-base-url";
    LOW_CONTRAST = "low-contrast";
    PAGE_BUDGET = "page-budget";
    TEMPLATE_SYNTAX = "template-syntax";
    TEMPLATE_RENDER = "template-render";
    TEMPLATE_MISSING = "template-missing";
    TEMPLATE_CIRCLE = "template-circle";
    WRONG_WORDS = "wrong-words";
    LANGUAGE_DISAGREES = "language-disagrees";
    LANGUAGE_NOT_LISTED = "language-not-listed";
    TRANSLATED_TWICE = "translated-twice";
}
