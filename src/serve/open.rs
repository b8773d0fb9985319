//! Opens a browser: the only place that starts another program, and only when asked with `--open`.

use std::io;
use std::process::{Command, Stdio};

/// Opens an address in whatever the desktop opens addresses with.
pub fn browser(url: &str) -> io::Result<()> {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let mut command = Command::new(program);
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(drop)
}
