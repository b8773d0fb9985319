use std::sync::Arc;

use super::args::{self, Global};
use super::clock::{clock, is_set, now};
use super::failure::Failure;
use super::report::Report;
use crate::desk::Audience;
use crate::pipeline::Options;
use crate::serve::{self, Preview, ServeError, Word};

/// Shows the site in a browser until Ctrl-C.
pub fn run(serve: &args::Serve, global: &Global, report: &Arc<Report>) -> Result<(), Failure> {
    let root = global.root.canonicalize().map_err(|error| {
        Failure::usage(
            format!("the site folder {} cannot be opened: {error}", global.root.display()),
            "give the folder that holds content/ with --root",
        )
    })?;
    if !root.is_dir() {
        return Err(Failure::usage(
            format!("{} is a file, not a site folder", global.root.display()),
            "give the folder that holds content/ with --root",
        ));
    }
    let preview = Preview {
        root,
        options: Options {
            clock: clock(serve.at.as_deref())?,
            strict: false,
            portable: false,
            base_url: None,
        },
        now: (!is_set(serve.at.as_deref())).then_some(now),
        audience: if serve.drafts { Audience::Desk } else { Audience::Readers },
        port: serve.port,
        interface: serve.interface,
        lan: serve.allow_lan,
        open: serve.open,
        poll: serve.poll,
    };
    let voice = Arc::clone(report);
    let result = serve::run(&preview, move |word| match word {
        Word::Address(address) => voice.say(address),
        Word::Remark(remark) => voice.remark(remark),
        Word::Messages(messages) => voice.messages(messages),
    });
    // A preview that ends well was interrupted: nothing else ends it.
    result?;
    Err(Failure::Interrupted)
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        let message = error.to_string();
        match error {
            ServeError::NotLocal(_) => {
                Self::usage(message, "add --allow-lan if they may see the preview")
            }
            ServeError::Taken(_) => {
                Self::usage(message, "give another with --port, or 0 for any that is free")
            }
            ServeError::Read(error) => error.into(),
            ServeError::Machine(message) => Self::Machine(message),
        }
    }
}
