//! A site as it was when it was scanned: its files, its theme's files and the options of the run.
//! Commands that build, check or change the site begin here.

use std::path::PathBuf;
use std::sync::Arc;

use crate::content::Loaded;
use crate::diagnostic::Problem;
use crate::language::Language;
use crate::pipeline::{Assembled, Options, Sources, assemble};
use crate::render::ThemeFiles;
use crate::scan::Scan;

/// A site that has been loaded but not yet parsed.
pub struct Session {
    /// The site's folder as it was given.
    pub site: PathBuf,
    /// The folder of the site's own output.
    pub output: PathBuf,
    pub loaded: Arc<Loaded>,
    pub theme: Arc<(ThemeFiles, Vec<Problem>)>,
    pub options: Options,
    /// The site's own language, if `site.toml` could be read.
    site_language: Language,
}

impl Session {
    /// A session of what was last scanned.
    pub fn new(scan: &Scan, options: Options) -> Session {
        Session {
            site: scan.site().to_owned(),
            output: scan.output().to_owned(),
            loaded: scan.loaded().clone(),
            theme: scan.theme().clone(),
            options,
            site_language: scan.language(),
        }
    }

    /// A session of files that were loaded, and of the theme's.
    pub fn of_loaded(
        site: PathBuf,
        (loaded, theme): (Arc<Loaded>, Arc<(ThemeFiles, Vec<Problem>)>),
        options: Options,
    ) -> Session {
        let settings = loaded.site_settings();
        let (output, site_language) = (site.join(settings.output()), settings.language);
        Session { site, output, loaded, theme, options, site_language }
    }

    /// The language of messages to the editor.
    pub fn language(&self) -> Language {
        self.options.language.unwrap_or(self.site_language)
    }

    /// The site's own language, whatever the language of messages.
    pub fn site_language(&self) -> Language {
        self.site_language
    }

    /// Parses, links, plans and judges.
    pub fn assemble(&self) -> (Sources, Assembled) {
        let sources = Sources::read(&self.loaded);
        let assembled = assemble(&sources, &self.theme, None, self.options);
        (sources, assembled)
    }
}
