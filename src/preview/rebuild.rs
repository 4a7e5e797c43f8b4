//! From a change to a new version: what changed is parsed, the rest used again, and the whole linked
//! and planned. The newest version that holds is what is shown.

use std::sync::Arc;

use super::moves::Moves;
use super::scan::Scan;
use super::snapshot::{Snapshot, Standing};
use crate::content::{self, Content, LoadError, Loaded};
use crate::diagnostic::{Code, Problem, Source};
use crate::language::Language;
use crate::render::Theme;
use crate::{Options, assemble};

/// What the next version is made with.
pub struct Workbench {
    scan: Scan,
    /// What the latest parse was of, and gave.
    parsed: (Arc<Loaded>, Content),
    theme: Option<Arc<Theme>>,
    standing: Arc<Standing>,
}

impl Workbench {
    /// Reads a site for the first time.
    pub fn new(scan: Scan, options: Options) -> Workbench {
        let content = content::parse(scan.loaded());
        let standing = Standing {
            shown: None,
            problems: Vec::new(),
            failing: true,
            moves: Moves::default(),
            language: options.language.unwrap_or_default(),
        };
        let parsed = (scan.loaded().clone(), content);
        let mut bench = Workbench { scan, parsed, theme: None, standing: Arc::new(standing) };
        bench.assemble(options);
        bench
    }

    /// What stands now.
    pub fn standing(&self) -> &Arc<Standing> {
        &self.standing
    }

    /// The site's files, to look at again.
    pub fn scan(&mut self) -> &mut Scan {
        &mut self.scan
    }

    /// Makes the next version of what the scan found.
    pub fn rebuild(&mut self, options: Options) {
        let loaded = self.scan.loaded().clone();
        let content = content::parse_again(&loaded, (&self.parsed.0, &self.parsed.1));
        self.parsed = (loaded, content);
        self.assemble(options);
    }

    fn assemble(&mut self, options: Options) {
        let (loaded, content) = &self.parsed;
        let assembled = assemble(content, self.scan.theme(), self.theme.as_ref(), options);
        if let Some(theme) = &assembled.theme {
            self.theme = Some(theme.clone());
        }
        let language = self.language(options);
        let problems = assembled.problems.clone();
        let before = &self.standing;
        self.standing = Arc::new(match Snapshot::of(loaded, content, assembled) {
            Some(now) => {
                let moves = match &before.shown {
                    Some(shown) => before.moves.after(shown, &now),
                    None => before.moves.clone(),
                };
                let shown = Some(Arc::new(now));
                Standing { shown, problems, failing: false, moves, language }
            }
            None => {
                let (shown, moves) = (before.shown.clone(), before.moves.clone());
                Standing { shown, problems, failing: true, moves, language }
            }
        });
    }

    fn language(&self, options: Options) -> Language {
        let own = self.parsed.1.settings.as_ref().map(|settings| settings.language);
        options.language.or(own).unwrap_or(self.standing.language)
    }

    /// The site's folder cannot be read at all; what was shown stays.
    pub fn unreadable(&mut self, error: &LoadError) {
        let before = &self.standing;
        let source = Source::path_only("site.toml");
        let problem = Problem::in_file(Code::Unreadable, &source, error.message(), error.help());
        self.standing = Arc::new(Standing {
            shown: before.shown.clone(),
            problems: vec![problem],
            failing: true,
            moves: before.moves.clone(),
            language: before.language,
        });
    }
}
