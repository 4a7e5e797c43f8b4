//! `new`: creates a commented file, ready to be filled in.

use super::arguments::{Global, NewOptions};
use super::outcome::CommandOutcome;
use super::{session, tell};
use crate::author::{self, NewFileRequest};
use crate::failure::Failure;
use crate::text;

/// Writes a new file, and says where it is and what to do next.
pub fn run(global: &Global, options: &NewOptions) -> Result<CommandOutcome, Failure> {
    let kind = author::kind(&options.kind)?;
    let session = session::open(global, None, false)?;
    let wanted = NewFileRequest { kind, called: &options.place, year: options.year };
    let shown = author::create(&session, wanted)?;
    let language = session.language();
    tell::line(global, language, &text!("{shown} är skapad.", "{shown} has been made."));
    let next = if kind.is_place() {
        text!(
            "Nästa steg: se över den och kör ”loftesarkiv check”.",
            "Next: look it over and run “loftesarkiv check”."
        )
    } else {
        text!(
            "Nästa steg: fyll i den och kör ”loftesarkiv check”. Ta bort raden draft = true när den är klar att publicera.",
            "Next: fill it in and run “loftesarkiv check”. Remove the line draft = true when it is ready to be published."
        )
    };
    tell::line(global, language, &next);
    Ok(CommandOutcome::Done)
}
