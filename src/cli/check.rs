//! `check`: everything except writing.

use super::arguments::{CheckOptions, Global};
use super::outcome::CommandOutcome;
use super::{session, tell as told};
use crate::diagnostic::Report;
use crate::failure::Failure;
use crate::session::Session;

/// Reads, links and plans the site, and reports what is wrong.
pub fn run(global: &Global, options: &CheckOptions) -> Result<CommandOutcome, Failure> {
    let session = session::open(global, options.strict)?;
    tell(global, &session, options.all)
}

/// Reports what is wrong with what a session has loaded.
pub fn tell(global: &Global, session: &Session, all: bool) -> Result<CommandOutcome, Failure> {
    let (sources, assembled) = session.assemble();
    let (language, documents) = (session.language(), sources.content.files.len());
    // The problems with the sources are also in `assembled`.
    drop(sources);
    let report = Report::of(&assembled.problems, language);
    told::report(global, &report, language, all)?;
    told::conclusion(global, &report, language, documents);
    Ok(if report.errors() > 0 { CommandOutcome::Errors } else { CommandOutcome::Done })
}
