//! How every command that reads a site begins: the site's folder and the theme are read, and the
//! options determined.

use std::path::{Path, PathBuf};

use super::arguments::Global;
use super::day;
use crate::archive::Drafts;
use crate::failure::Failure;
use crate::language::Language;
use crate::pipeline::Options;
use crate::scan::Scan;
use crate::session::Session;

/// Loads the files of a site and of its theme.
pub fn open(global: &Global, output: Option<&Path>, strict: bool) -> Result<Session, Failure> {
    let excluded: Vec<PathBuf> = output.map(Path::to_path_buf).into_iter().collect();
    of(&Scan::new(&global.site, excluded)?, global, strict)
}

/// A session for files that have been scanned.
pub fn of(scan: &Scan, global: &Global, strict: bool) -> Result<Session, Failure> {
    let today = day::today(global.today)?;
    let language = global.language.map(Language::from);
    Ok(Session::new(scan, Options { today, drafts: Drafts::Hidden, strict, language }))
}
