//! `new`: creates a commented file, ready to be filled in.

use std::path::PathBuf;

use super::arguments::{Global, NewOptions};
use super::outcome::CommandOutcome;
use super::{session, tell};
use crate::author::{self, NewFileRequest};
use crate::failure::Failure;
use crate::model::ContentPathBuf;
use crate::text;

/// Writes a new file, and says where it is and what to do next.
pub fn run(global: &Global, options: &NewOptions) -> Result<CommandOutcome, Failure> {
    let kind = author::kind(&options.kind)?;
    session::finish_move(global)?;
    let session = session::open(global, false)?;
    // Only documents can have several places; a name of another kind may contain a comma.
    let places: Vec<&str> = match kind.is_archive() {
        true => options.place.split(',').map(str::trim).filter(|it| !it.is_empty()).collect(),
        false => vec![options.place.as_str()],
    };
    let here = std::env::current_dir().unwrap_or_default();
    let file = |given: &Option<PathBuf>| {
        given.as_deref().map(|given| author::existing(&session.site, &here, given)).transpose()
    };
    let (from, of) = (file(&options.from)?, file(&options.of)?);
    let wanted = NewFileRequest {
        kind,
        places: &places,
        year: options.years.as_ref().map(|years| *years.start()),
        until: options.years.as_ref().map(|years| *years.end()),
        from: from.as_ref().map(ContentPathBuf::as_path),
        of: of.as_ref().map(ContentPathBuf::as_path),
        original: None,
        explained: true,
    };
    let shown = author::create(&session, wanted)?.shown;
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
