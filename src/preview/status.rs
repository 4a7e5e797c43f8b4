//! How the site stands: the last version that holds, with what is wrong with the newest.

use std::sync::Arc;

use super::moves::Moves;
use super::snapshot::Snapshot;
use crate::diagnostic::{Problem, Severity};
use crate::language::Language;

/// How the site stands now.
pub struct SiteStatus {
    /// The last version that holds; `None` when none has yet.
    pub shown: Option<Arc<Snapshot>>,
    /// What is wrong with the newest version, warnings and advice included.
    pub problems: Vec<Problem>,
    /// Whether the newest version has errors, so that an older one is shown.
    pub failing: bool,
    /// Where pages have gone in this session.
    pub moves: Moves,
    /// The language to tell in.
    pub language: Language,
}

impl SiteStatus {
    /// What stops the newest version.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.severity == Severity::Error)
    }

    /// What the newest version has to say of a file that is no error: warnings and advice.
    pub fn remarks<'s>(&'s self, path: &'s str) -> impl Iterator<Item = &'s Problem> {
        self.problems.iter().filter(move |problem| {
            problem.severity != Severity::Error && problem.source.path == path
        })
    }
}
