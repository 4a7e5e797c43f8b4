//! The status of the site: the last version without errors, and what is wrong with the newest.

use std::sync::Arc;

use super::moves::Moves;
use super::snapshot::Snapshot;
use crate::archive::Archive;
use crate::content::Loaded;
use crate::diagnostic::{Problem, Severity};
use crate::language::Language;
use crate::pipeline::Sources;
use crate::render::ThemeFiles;

/// The present status of the site.
pub struct SiteStatus {
    /// The last version without errors; `None` if there has been none yet.
    pub shown: Option<Arc<Snapshot>>,
    /// The newest version, whether it has errors or not; `None` if nothing has been read yet.
    pub newest: Option<Arc<NewestVersion>>,
    /// The problems of the newest version, warnings and advice included.
    pub problems: Vec<Problem>,
    /// Whether the newest version has errors, so that an older one is shown.
    pub failing: bool,
    /// Where pages have moved during this session.
    pub moves: Moves,
    /// The language of messages.
    pub language: Language,
}

/// The newest version, with whatever of it could be read.
pub struct NewestVersion {
    pub loaded: Arc<Loaded>,
    pub archive: Archive,
    /// What was parsed.
    pub sources: Arc<Sources>,
    /// The files of the theme, and the problems with them.
    pub theme: Arc<(ThemeFiles, Vec<Problem>)>,
}

impl SiteStatus {
    /// The errors of the newest version.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.severity == Severity::Error)
    }

    /// The warnings and advice of the newest version for one file.
    pub fn remarks<'s>(&'s self, path: &'s str) -> impl Iterator<Item = &'s Problem> {
        self.problems.iter().filter(move |problem| {
            problem.severity != Severity::Error && *problem.source.path == *path
        })
    }
}
