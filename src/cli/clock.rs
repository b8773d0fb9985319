use jiff::Timestamp;

use super::failure::Failure;
use crate::base::Clock;

/// The build's clock: `--at`, else SOURCE_DATE_EPOCH, else now. This is the only place that looks
/// at the machine's.
pub fn clock(at: Option<&str>) -> Result<Clock, Failure> {
    if let Some(text) = at {
        let help =
            "write a day like 2011-07-18 or a time with its offset like 2011-07-18T18:00+02:00";
        return Clock::parse(text)
            .ok_or_else(|| Failure::usage(format!("--at `{text}` is not a time"), help));
    }
    if let Ok(text) = std::env::var("SOURCE_DATE_EPOCH")
        && !text.is_empty()
    {
        let seconds =
            text.parse::<i64>().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
        return seconds.map(Clock).ok_or_else(|| {
            Failure::usage(
                format!("SOURCE_DATE_EPOCH `{text}` is not a number of seconds"),
                "set it to seconds since 1970, or unset it",
            )
        });
    }
    Ok(now())
}

/// The machine's time.
pub fn now() -> Clock {
    Clock(Timestamp::now())
}

/// Whether the clock was set and stands still.
pub fn is_set(at: Option<&str>) -> bool {
    at.is_some() || std::env::var_os("SOURCE_DATE_EPOCH").is_some_and(|text| !text.is_empty())
}
