use crate::base::Code;
use crate::model::{Number, codes};

/// How a figure may be written.
pub const FORMS: &str =
    "write 12, ~300, 40+, 10-15, dozens, hundreds, unquantified, unknown or none";

/// Why a figure cannot be read.
pub struct Wrong {
    /// Which kind of message.
    pub code: Code,
    /// What was found.
    pub message: String,
    /// What to type.
    pub help: String,
}

/// Reads a figure as exactly as it was given.
pub fn parse(text: &str) -> Result<Number, Wrong> {
    match text {
        "dozens" => return Ok(Number::Dozens),
        "hundreds" => return Ok(Number::Hundreds),
        "unquantified" => return Ok(Number::Unquantified),
        "unknown" => return Ok(Number::Unknown),
        "none" => return Ok(Number::None),
        _ => {}
    }
    if let Some(number) = plain(text) {
        return Ok(Number::Exactly(number));
    }
    if let Some(number) = text.strip_prefix('~').and_then(plain) {
        return Ok(Number::About(number));
    }
    if let Some(number) = text.strip_suffix('+').and_then(plain) {
        return Ok(Number::AtLeast(number));
    }
    if let Some((low, high)) = text.split_once(['-', '–'])
        && let (Some(low), Some(high)) = (plain(low), plain(high))
    {
        if high == low {
            let message = format!("`{text}` is no range");
            return Err(Wrong {
                code: codes::BACKWARD_RANGE,
                message,
                help: format!("write {low}"),
            });
        }
        if high < low {
            let message = format!("`{text}` runs backwards");
            return Err(Wrong {
                code: codes::BACKWARD_RANGE,
                message,
                help: format!("write the smaller number first: {high}-{low}"),
            });
        }
        return Ok(Number::Between(low, high));
    }
    if text.bytes().all(|b| b.is_ascii_digit()) && text.len() > 9 && !text.starts_with('0') {
        let message = format!("`{text}` is more than Dateline counts, which is {}", u32::MAX);
        let help = "check the figure".to_owned();
        return Err(Wrong { code: codes::LOSS_NUMBER, message, help });
    }
    Err(Wrong {
        code: codes::LOSS_NUMBER,
        message: format!("`{text}` is not how a figure is written"),
        help: help(text),
    })
}

/// Digits without leading zeros; `0` must be written `none`.
fn plain(text: &str) -> Option<u32> {
    let digits =
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    if digits { text.parse().ok() } else { None }
}

fn help(text: &str) -> String {
    if text == "0" {
        return "write none when the source says there were none, unknown when it says nobody knows".to_owned();
    }
    // Only a number that was surely meant is offered: a help that is followed becomes a figure.
    let bare = text.trim_start_matches(['>', '≥', '+', '≈', '±', '~']);
    let Some(number) = grouped(bare) else { return FORMS.to_owned() };
    match text.chars().next() {
        Some('>' | '≥' | '+') => format!("for more than {number}, write {number}+"),
        Some('≈' | '±' | '~') => format!("for about {number}, write ~{number}"),
        _ => format!("write {number}"),
    }
}

/// `1,000`, `1.000`, `1'000` or `012` as plain digits; nothing for what could mean something else.
fn grouped(text: &str) -> Option<String> {
    let mut groups = text.split([',', '.', '\'']);
    let first = groups.next()?;
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let rest: Vec<&str> = groups.collect();
    let whole = digits(first) && rest.iter().all(|group| digits(group) && group.len() == 3);
    let fits = rest.is_empty() || first.len() <= 3;
    let number = format!("{first}{}", rest.concat());
    let number = number.trim_start_matches('0').to_owned();
    (whole && fits && !number.is_empty() && number.len() <= 9).then_some(number)
}
