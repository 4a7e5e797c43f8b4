//! What every command that looks at a site begins with: the folder read, the theme read, the
//! options settled.

use std::path::{Path, PathBuf};

use super::arguments::Global;
use super::{Failure, day};
use crate::archive::Drafts;
use crate::content::{self, Content, Loaded};
use crate::diagnostic::Problem;
use crate::language::Language;
use crate::model::settings::Settings;
use crate::render::{ThemeFiles, read_theme};
use crate::{Assembled, Options, assemble};

/// A site that has been loaded, not yet parsed.
pub struct Session {
    pub loaded: Loaded,
    pub theme: (ThemeFiles, Vec<Problem>),
    pub options: Options,
    /// The site's own, as far as `site.toml` could be read.
    site_language: Language,
}

impl Session {
    /// Loads a site's files and its theme's.
    pub fn open(global: &Global, output: Option<&Path>, strict: bool) -> Result<Session, Failure> {
        let today = day::today(global.today)?;
        let excluded: Vec<PathBuf> = output.map(Path::to_path_buf).into_iter().collect();
        let loaded = content::load(&global.site, &excluded, None)?;
        // The theme is named in site.toml, which is small; it is parsed again with the rest.
        let settings = loaded.settings.as_ref().and_then(|raw| content::parse_settings(raw).0);
        let settings = settings.unwrap_or_else(Settings::missing);
        let theme = read_theme(&global.site, &settings);
        let language = global.language.map(Language::from);
        let options = Options { today, drafts: Drafts::Hidden, strict, language };
        Ok(Session { loaded, theme, options, site_language: settings.language })
    }

    /// The language to tell the editor in.
    pub fn language(&self) -> Language {
        self.options.language.unwrap_or(self.site_language)
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
