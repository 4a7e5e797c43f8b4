//! What is in the site's folder. What has changed in it is decided by scanning, by path, size and
//! time and then by hash; events of the file system only say when to scan.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::content::{self, LoadError, Loaded};
use crate::diagnostic::Problem;
use crate::language::Language;
use crate::model::settings::Settings;
use crate::render::{ThemeFiles, read_theme};

/// A site's files as they were last scanned.
pub struct Scan {
    site: PathBuf,
    /// The site's folder in canonical form, as the operating system reports changes in it.
    canonical: PathBuf,
    /// Folders within it that are not part of the site, such as the output.
    excluded: Vec<PathBuf>,
    loaded: Arc<Loaded>,
    theme: Arc<(ThemeFiles, Vec<Problem>)>,
    language: Language,
}

impl Scan {
    /// Scans a site for the first time. What is in the `excluded` folders is not part of it.
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

    /// The site's folder as it was given.
    pub fn site(&self) -> &Path {
        &self.site
    }

    /// The site's folder in canonical form.
    pub fn canonical(&self) -> &Path {
        &self.canonical
    }

    /// The excluded folders, as the operating system reports changes in them.
    pub fn excluded(&self) -> Vec<PathBuf> {
        let canonical = |folder: &PathBuf| {
            // The folder may not exist yet.
            let above = fs::canonicalize(folder.parent()?).ok()?;
            fs::canonicalize(folder).ok().or_else(|| Some(above.join(folder.file_name()?)))
        };
        self.excluded.iter().filter_map(canonical).collect()
    }

    /// The files of the site.
    pub fn loaded(&self) -> &Arc<Loaded> {
        &self.loaded
    }

    /// The files of its theme, and the problems with them.
    pub fn theme(&self) -> &Arc<(ThemeFiles, Vec<Problem>)> {
        &self.theme
    }

    /// The site's language, as far as `site.toml` can be read.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Reads only these paths again, and returns whether the text of any known file among them has
    /// changed. Files that are new, deleted or not texts are left to [`Scan::look`].
    pub fn look_at<'p>(&mut self, paths: impl Iterator<Item = &'p Path>) -> bool {
        let changed = self.loaded.with_changed(&self.canonical, paths);
        let found = changed.is_some();
        if let Some(changed) = changed {
            self.loaded = Arc::new(changed);
        }
        found
    }

    /// Scans everything again, and returns whether anything has changed.
    pub fn look(&mut self) -> Result<bool, LoadError> {
        let loaded = content::load(&self.site, &self.excluded, Some(&self.loaded))?;
        let settings = settings(&loaded);
        let theme = read_theme(&self.site, &settings);
        let same_theme = theme.0.digest() == self.theme.0.digest() && theme.1 == self.theme.1;
        let same = loaded.says_the_same(&self.loaded) && same_theme;
        // Even if the contents are the same: a file whose time alone changed then need not be read
        // again.
        self.loaded = Arc::new(loaded);
        if !same_theme {
            self.theme = Arc::new(theme);
        }
        self.language = settings.language;
        Ok(!same)
    }
}

/// The settings, which name the theme. `site.toml` is small, so it is parsed here and once more
/// with the rest.
fn settings(loaded: &Loaded) -> Settings {
    let settings = loaded.settings.as_ref().and_then(|raw| content::parse_settings(raw).0);
    settings.unwrap_or_else(Settings::missing)
}
