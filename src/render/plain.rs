//! Plain text in columns of a terminal: texts wrapped by the width in which they are shown, not by
//! their bytes, and finished HTML without its tags.

use std::cell::RefCell;
use std::rc::Rc;

use html2text::config;
use html2text::render::{TextDecorator, TrivialDecorator};
use textwrap::{Options, WordSplitter};
use unicode_width::UnicodeWidthStr as _;

/// How wide a document is.
pub const WIDTH: usize = 72;

/// A text on as many lines as it takes, the first behind `first` and the others behind `rest`.
pub fn fill(text: &str, first: &str, rest: &str) -> String {
    let options = Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(WordSplitter::NoHyphenation);
    textwrap::fill(text.trim(), options)
}

/// Two texts at both ends of a line; on two lines where one is too short for them.
pub fn across(left: &str, right: &str) -> String {
    let room = WIDTH.saturating_sub(left.width() + right.width());
    if room >= 2 && !right.is_empty() {
        return format!("{left}{}{right}", " ".repeat(room));
    }
    let rest = " ".repeat(left.len() - left.trim_start().len() + 2);
    let lines = [fill(left, "", &rest), fill(right, &rest, &rest)];
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
    lines.join("\n")
}

/// Cells side by side, each wrapped to its width, with two blanks between them.
pub fn row(cells: &[String], widths: &[usize], first: &str) -> String {
    let wrap = |(cell, width): (&String, &usize)| {
        let options = Options::new((*width).max(1)).word_splitter(WordSplitter::NoHyphenation);
        textwrap::wrap(cell.trim(), options).into_iter().map(String::from).collect::<Vec<_>>()
    };
    let cells: Vec<Vec<String>> = cells.iter().zip(widths).map(wrap).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or_default();
    let line = |at: usize| {
        let mut line = first.to_owned();
        for (cell, width) in cells.iter().zip(widths) {
            let text = cell.get(at).map_or("", String::as_str);
            line.push_str(text);
            line.push_str(&" ".repeat(width.saturating_sub(text.width()) + 2));
        }
        line.trim_end().to_owned()
    };
    (0..height).map(line).collect::<Vec<_>>().join("\n")
}

/// Finished HTML as text behind an indent; `lead` are the words of another voice before it. Addresses
/// of other sites follow it, each on a line of its own and whole, however long it is; links within
/// the site are words alone.
pub fn text(html: &str, indent: &str, lead: &str, root: &str, marks: &Marks) -> String {
    let lead = crate::base::escape_html(lead);
    let html = match html.strip_prefix("<p>") {
        Some(rest) => format!("<p>{lead}{rest}"),
        None if lead.is_empty() => html.to_owned(),
        None => format!("<p>{lead}</p>{html}"),
    };
    let plain = Plain { marks: marks.clone(), urls: Rc::default() };
    let urls = Rc::clone(&plain.urls);
    let width = WIDTH.saturating_sub(indent.width()).max(20);
    let text = config::with_decorator(plain)
        // The words say so; marks on each letter are noise to who has them read aloud.
        .unicode_strikeout(false)
        .allow_width_overflow()
        .link_footnotes(false)
        .string_from_read(html.as_bytes(), width);
    // Bytes in memory can be read, and a text may be wider than its room: nothing else can fail.
    let text = text.unwrap_or_default();
    let lines = text.trim_end().lines().map(|line| format!("{indent}{line}"));
    let own = |url: &str| !root.is_empty() && url.starts_with(root);
    let away = |url: &str| url.starts_with("https://") || url.starts_with("http://");
    let urls = urls.borrow();
    let urls = urls.iter().filter(|url| away(url) && !own(url));
    lines.chain(urls.map(|url| format!("{indent}<{url}>"))).collect::<Vec<_>>().join("\n")
}

/// The words of finished HTML without its tags, each paragraph or cell on a line of its own.
pub fn plain_text(html: &str) -> String {
    /// Wider than any line: sentences are not broken.
    const WHOLE: usize = 100_000;
    config::with_decorator(TrivialDecorator::new())
        .allow_width_overflow()
        .string_from_read(html.as_bytes(), WHOLE)
        .unwrap_or_default()
}

/// No blank at the end of a line, one empty line at most between two, one end of line at the end.
pub fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = true;
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && empty) {
            tidy.push_str(line);
            tidy.push('\n');
        }
        empty = line.is_empty();
    }
    tidy.truncate(tidy.trim_end().len());
    tidy.push('\n');
    tidy
}

/// Words, in the language of the document, for what HTML says by tags.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    /// Before a footnote's number.
    pub note: String,
    /// Before words that were struck out.
    pub struck: String,
}

/// Marks of plain text for what HTML says by tags.
#[derive(Clone)]
struct Plain {
    marks: Marks,
    /// Addresses of the links, each once; shared with the decorators of lists and tables inside.
    urls: Rc<RefCell<Vec<String>>>,
}

impl TextDecorator for Plain {
    type Annotation = ();

    fn decorate_link_start(&mut self, url: &str) -> (String, ()) {
        let mut urls = self.urls.borrow_mut();
        if !urls.iter().any(|known| known == url) {
            urls.push(url.to_owned());
        }
        (String::new(), ())
    }

    fn decorate_link_end(&mut self) -> String {
        String::new()
    }

    fn decorate_em_start(&self) -> (String, ()) {
        ("_".to_owned(), ())
    }

    fn decorate_em_end(&self) -> String {
        "_".to_owned()
    }

    fn decorate_strong_start(&self) -> (String, ()) {
        ("*".to_owned(), ())
    }

    fn decorate_strong_end(&self) -> String {
        "*".to_owned()
    }

    fn decorate_strikeout_start(&self) -> (String, ()) {
        (format!("[{}: ", self.marks.struck), ())
    }

    fn decorate_strikeout_end(&self) -> String {
        "]".to_owned()
    }

    fn decorate_code_start(&self) -> (String, ()) {
        (String::new(), ())
    }

    fn decorate_code_end(&self) -> String {
        String::new()
    }

    fn decorate_preformat_first(&self) {}

    fn decorate_preformat_cont(&self) {}

    fn decorate_image(&mut self, _: &str, title: &str) -> (String, ()) {
        (format!("[{title}]"), ())
    }

    fn header_prefix(&self, _: usize) -> String {
        String::new()
    }

    fn quote_prefix(&self) -> String {
        "> ".to_owned()
    }

    fn unordered_item_prefix(&self) -> String {
        "* ".to_owned()
    }

    fn ordered_item_prefix(&self, number: i64) -> String {
        format!("{number}. ")
    }

    fn decorate_superscript_start(&self) -> (String, ()) {
        (format!("[{} ", self.marks.note), ())
    }

    fn decorate_superscript_end(&self) -> String {
        "]".to_owned()
    }

    fn make_subblock_decorator(&self) -> Self {
        self.clone()
    }
}
