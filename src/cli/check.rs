//! `check`: everything except writing.

use super::arguments::{CheckOptions, Global};
use super::outcome::CommandOutcome;
use super::{session, tell};
use crate::diagnostic::Report;
use crate::failure::Failure;

/// Reads, links and plans the site, and reports what is wrong.
pub fn run(global: &Global, options: &CheckOptions) -> Result<CommandOutcome, Failure> {
    let session = session::open(global, None, options.strict)?;
    let (sources, assembled) = session.assemble();
    let (language, documents) = (session.language(), sources.content.files.len());
    // The problems with the sources are also in `assembled`.
    drop(sources);
    let report = Report::of(&assembled.problems, language);
    tell::report(global, &report, language, options.all)?;
    tell::conclusion(global, &report, language, documents);
    Ok(if report.errors() > 0 { CommandOutcome::Errors } else { CommandOutcome::Done })
}
