//! What lies in the site's folder: our own scan decides what has changed, by path, size and time,
//! then by hash. Events only say when to look.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::content::{self, LoadError, Loaded};
use crate::diagnostic::Problem;
use crate::language::Language;
use crate::model::settings::Settings;
use crate::render::{ThemeFiles, read_theme};

/// A site's files as last seen.
pub struct Scan {
    site: PathBuf,
    /// The site's folder in its canonical form, as the system names what changes in it.
    canonical: PathBuf,
    /// Folders inside it that are no part of it, such as the output.
    excluded: Vec<PathBuf>,
    loaded: Arc<Loaded>,
    theme: Arc<(ThemeFiles, Vec<Problem>)>,
    language: Language,
}

impl Scan {
    /// Looks at a site for the first time. What lies in the `excluded` folders is no part of it.
    pub fn new(site: &Path, excluded: Vec<PathBuf>) -> Result<Scan, LoadError> {
        let loaded = content::load(site, &excluded, None)?;
        let canonical = fs::canonicalize(site)
            .map_err(|error| LoadError::Io { path: site.to_owned(), error })?;
        let settings = settings(&loaded);
        let theme = read_theme(site, &settings);
        Ok(Scan {
            site: site.to_owned(),
            canonical,
            excluded,
            loaded: Arc::new(loaded),
            theme: Arc::new(theme),
            language: settings.language,
        })
    }

    /// The site's folder, as it was given.
    pub fn site(&self) -> &Path {
        &self.site
    }

    /// The site's folder in its canonical form.
    pub fn canonical(&self) -> &Path {
        &self.canonical
    }

    /// Folders that are no part of the site, as the system names what changes in them.
    pub fn excluded(&self) -> Vec<PathBuf> {
        let canonical = |folder: &PathBuf| {
            // It may not be there yet.
            let above = fs::canonicalize(folder.parent()?).ok()?;
            fs::canonicalize(folder).ok().or_else(|| Some(above.join(folder.file_name()?)))
        };
        self.excluded.iter().filter_map(canonical).collect()
    }

    /// The files of the site.
    pub fn loaded(&self) -> &Arc<Loaded> {
        &self.loaded
    }

    /// The files of its theme, and what is wrong with them.
    pub fn theme(&self) -> &Arc<(ThemeFiles, Vec<Problem>)> {
        &self.theme
    }

    /// The site's language, as far as `site.toml` can be read.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Looks at these paths alone, and says whether any known text among them has changed. What is
    /// new, gone or no text is left to [`Scan::look`].
    pub fn look_at<'p>(&mut self, paths: impl Iterator<Item = &'p Path>) -> bool {
        let changed = self.loaded.with_changed(&self.canonical, paths);
        let found = changed.is_some();
        if let Some(changed) = changed {
            self.loaded = Arc::new(changed);
        }
        found
    }

    /// Looks everywhere, and says whether anything has changed.
    pub fn look(&mut self) -> Result<bool, LoadError> {
        let loaded = content::load(&self.site, &self.excluded, Some(&self.loaded))?;
        let settings = settings(&loaded);
        let theme = read_theme(&self.site, &settings);
        let same_theme = theme.0.digest() == self.theme.0.digest() && theme.1 == self.theme.1;
        let same = loaded.says_the_same(&self.loaded) && same_theme;
        // Also when they say the same: a file that was only touched need not be read again.
        self.loaded = Arc::new(loaded);
        if !same_theme {
            self.theme = Arc::new(theme);
        }
        self.language = settings.language;
        Ok(!same)
    }
}

/// The theme is named in `site.toml`, which is small; it is parsed again with the rest.
fn settings(loaded: &Loaded) -> Settings {
    let settings = loaded.settings.as_ref().and_then(|raw| content::parse_settings(raw).0);
    settings.unwrap_or_else(Settings::missing)
}
