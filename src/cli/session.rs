//! How every command that reads a site begins: the site's folder and the theme are read, and the
//! options determined.

use super::arguments::Global;
use super::{day, tell};
use crate::archive::Drafts;
use crate::author::{self, FinishedMove};
use crate::diagnostic::visible;
use crate::failure::Failure;
use crate::language::Language;
use crate::pipeline::Options;
use crate::scan::Scan;
use crate::session::Session;
use crate::text;

/// Finishes a move that was cut off, before anything is read by a command that writes.
pub fn finish_move(global: &Global) -> Result<(), Failure> {
    if let Some(FinishedMove { from, to }) = author::finish_move(&global.site)? {
        let (from, to) = (visible(&from), visible(&to));
        let told = text!(
            "En flytt som hade avbrutits är gjord färdig: {from} → {to}",
            "A move that had been cut off has been finished: {from} → {to}"
        );
        tell::line(global, tell::language(global), &told);
    }
    Ok(())
}

/// Loads the files of a site and of its theme.
pub fn open(global: &Global, strict: bool) -> Result<Session, Failure> {
    of(&Scan::new(&global.site, Vec::new())?, global, strict)
}

/// A session for files that have been scanned.
pub fn of(scan: &Scan, global: &Global, strict: bool) -> Result<Session, Failure> {
    let today = day::today(global.today)?;
    let language = global.language.map(Language::from);
    Ok(Session::new(scan, Options { today, drafts: Drafts::Hidden, strict, language }))
}
