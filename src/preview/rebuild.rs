//! Making a new version after a change: what has changed is parsed, the rest is reused, and
//! everything is linked and planned again unless only running texts have changed. The newest
//! version without errors is shown.

use std::mem;
use std::sync::Arc;

use super::moves::Moves;
use super::snapshot::Snapshot;
use super::status::{NewestVersion, SiteStatus};
use crate::content::{LoadError, Loaded};
use crate::diagnostic::{Code, Problem, Source};
use crate::language::Language;
use crate::pipeline::{Assembled, Options, Sources, assemble, reword};
use crate::render::{Theme, ThemeFiles};
use crate::scan::Scan;

/// What the next version is made with.
pub struct Workbench {
    scan: Scan,
    /// What the latest version was made from.
    made_of: VersionInputs,
    theme: Option<Arc<Theme>>,
    standing: Arc<SiteStatus>,
}

struct VersionInputs {
    loaded: Arc<Loaded>,
    sources: Arc<Sources>,
    theme: Arc<(ThemeFiles, Vec<Problem>)>,
    options: Options,
}

impl Workbench {
    /// Reads a site for the first time.
    pub fn new(scan: Scan, options: Options) -> Workbench {
        let sources = Arc::new(Sources::read(scan.loaded()));
        let standing = Arc::new(SiteStatus {
            shown: None,
            newest: None,
            problems: Vec::new(),
            failing: true,
            moves: Moves::default(),
            language: options.language.unwrap_or_default(),
        });
        let (loaded, theme) = (scan.loaded().clone(), scan.theme().clone());
        let made_of = VersionInputs { loaded, sources, theme, options };
        let mut bench = Workbench { scan, made_of, theme: None, standing };
        bench.assemble_all();
        bench
    }

    /// The present status of the site.
    pub fn status(&self) -> &Arc<SiteStatus> {
        &self.standing
    }

    /// The site's files, so that they can be scanned again.
    pub fn scan(&mut self) -> &mut Scan {
        &mut self.scan
    }

    /// Makes the next version from what the scan has found.
    pub fn rebuild(&mut self, options: Options) {
        let (loaded, theme) = (self.scan.loaded().clone(), self.scan.theme().clone());
        let earlier = &self.made_of;
        let sources = Sources::read_again(&loaded, (&earlier.loaded, &earlier.sources));
        let sources = Arc::new(sources);
        let only_texts = loaded.same_but_for_texts(&earlier.loaded)
            && Arc::ptr_eq(&theme, &earlier.theme)
            && options == earlier.options;
        let shown = self.standing.shown.as_ref().filter(|_| only_texts && !self.standing.failing);
        let reworded =
            shown.and_then(|shown| reword(&shown.assembled, &earlier.sources, &sources, options));
        self.made_of = VersionInputs { loaded, sources, theme, options };
        match reworded {
            Some(assembled) => {
                let moves = self.standing.moves.clone();
                self.stand(assembled, |_| moves);
            }
            None => self.assemble_all(),
        }
    }

    fn assemble_all(&mut self) {
        let VersionInputs { sources, theme, options, .. } = &self.made_of;
        let assembled = assemble(sources, theme, self.theme.as_ref(), *options);
        if let Some(theme) = &assembled.theme {
            self.theme = Some(theme.clone());
        }
        let before = self.standing.clone();
        self.stand(assembled, |now| match &before.shown {
            Some(shown) => before.moves.after(shown, now),
            None => before.moves.clone(),
        });
    }

    /// Makes this the present version. If it has errors, the version shown before stays.
    fn stand(&mut self, mut assembled: Assembled, moves: impl FnOnce(&Snapshot) -> Moves) {
        let VersionInputs { loaded, sources, theme: theme_files, .. } = &self.made_of;
        let language = self.language();
        let theme = assembled.theme.clone().filter(|_| !assembled.has_errors());
        let problems = mem::take(&mut assembled.problems);
        let before = &self.standing;
        let newest = Some(Arc::new(NewestVersion {
            loaded: loaded.clone(),
            archive: assembled.archive.clone(),
            sources: sources.clone(),
            theme: theme_files.clone(),
        }));
        self.standing = Arc::new(match theme {
            Some(theme) => {
                let now = Snapshot::of(loaded, &sources.content, assembled, theme);
                let moves = moves(&now);
                let shown = Some(Arc::new(now));
                SiteStatus { shown, newest, problems, failing: false, moves, language }
            }
            None => {
                let (shown, moves) = (before.shown.clone(), before.moves.clone());
                SiteStatus { shown, newest, problems, failing: true, moves, language }
            }
        });
    }

    fn language(&self) -> Language {
        let VersionInputs { sources, options, .. } = &self.made_of;
        let own = sources.content.settings.as_ref().map(|settings| settings.language);
        options.language.or(own).unwrap_or(self.standing.language)
    }

    /// Records that the site's folder cannot be read at all; what was shown stays.
    pub fn unreadable(&mut self, error: &LoadError) {
        let before = &self.standing;
        let source = Source::path_only("site.toml");
        let problem = Problem::in_file(Code::Unreadable, &source, error.message(), error.help());
        self.standing = Arc::new(SiteStatus {
            shown: before.shown.clone(),
            newest: before.newest.clone(),
            problems: vec![problem],
            failing: true,
            moves: before.moves.clone(),
            language: before.language,
        });
    }
}
