//! The page when a file could not be written, and why.

use hyper::StatusCode;

use super::context::Context;
use super::shell::message;
use crate::desk::exchange::Reply;
use crate::desk::store::Unsaved;
use crate::diagnostic::os_error;

/// The page when a file could not be written.
pub fn unsaved(context: &Context<'_>, why: Unsaved) -> Reply {
    let title = context.say("Inget sparades", "Nothing was saved");
    let words = cause(context, &why);
    let again = context.say("Gå tillbaka och försök igen.", "Go back and try again.");
    message(context, StatusCode::INTERNAL_SERVER_ERROR, title, &[&words, again])
}

/// Why a file could not be written.
pub fn cause(context: &Context<'_>, why: &Unsaved) -> String {
    match why {
        Unsaved::Io(error) => {
            let cause = os_error::in_words(error);
            format!(
                "{}: {}.",
                context.say("Filen kunde inte skrivas", "The file could not be written"),
                context.words(&cause)
            )
        }
        Unsaved::Outside => context
            .say("Filen ligger inte i webbplatsens mapp.", "The file is not in the site's folder.")
            .to_owned(),
        Unsaved::Changed => context
            .say("Filen har ändrats av någon annan.", "The file was changed by somebody else.")
            .to_owned(),
    }
}
