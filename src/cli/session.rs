//! What every command that looks at a site begins with: the folder read, the theme read, the
//! options settled.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arguments::Global;
use super::{Failure, day};
use crate::archive::Drafts;
use crate::content::{self, Content, Loaded};
use crate::diagnostic::Problem;
use crate::language::Language;
use crate::preview::Scan;
use crate::render::ThemeFiles;
use crate::{Assembled, Options, assemble};

/// A site that has been loaded, not yet parsed.
pub struct Session {
    pub loaded: Arc<Loaded>,
    pub theme: Arc<(ThemeFiles, Vec<Problem>)>,
    pub options: Options,
    /// The site's own, as far as `site.toml` could be read.
    site_language: Language,
}

impl Session {
    /// Loads a site's files and its theme's.
    pub fn open(global: &Global, output: Option<&Path>, strict: bool) -> Result<Session, Failure> {
        let excluded: Vec<PathBuf> = output.map(Path::to_path_buf).into_iter().collect();
        Session::of(&Scan::new(&global.site, excluded)?, global, strict)
    }

    /// Of files that are loaded.
    pub fn of(scan: &Scan, global: &Global, strict: bool) -> Result<Session, Failure> {
        let today = day::today(global.today)?;
        let language = global.language.map(Language::from);
        let options = Options { today, drafts: Drafts::Hidden, strict, language };
        let (loaded, theme) = (scan.loaded().clone(), scan.theme().clone());
        Ok(Session { loaded, theme, options, site_language: scan.language() })
    }

    /// The language to tell the editor in.
    pub fn language(&self) -> Language {
        self.options.language.unwrap_or(self.site_language)
    }

    /// The site's own language, whatever the messages are in.
    pub fn site_language(&self) -> Language {
        self.site_language
    }

    /// Parses, links, plans and judges.
    pub fn assemble(&self) -> (Content, Assembled) {
        let content = content::parse(&self.loaded);
        let assembled = assemble(&content, &self.theme, None, self.options);
        (content, assembled)
    }
}

impl From<content::LoadError> for Failure {
    fn from(error: content::LoadError) -> Failure {
        Failure { message: error.message(), help: error.help() }
    }
}
