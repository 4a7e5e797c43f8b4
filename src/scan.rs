//! What is in the site's folder. What has changed in it is decided by scanning, by path, size and
//! time and then by hash; events of the file system only say when to scan.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::canonical_path::canonical;
use crate::content::{self, LoadError, Loaded};
use crate::diagnostic::{Code, Problem};
use crate::language::Language;
use crate::model::settings::Settings;
use crate::publish;
use crate::publish::disk::Stamp;
use crate::render::{ThemeFiles, read_theme};
use crate::{text, unfinished_move};

/// A site's files as they were last scanned.
pub struct Scan {
    site: PathBuf,
    /// The site's folder in canonical form, as the operating system reports changes in it.
    canonical: PathBuf,
    /// Folders within it that are not part of the site.
    excluded: Vec<PathBuf>,
    /// The site's own output.
    output: PathBuf,
    /// The stamp of what was read of the output.
    record: Option<Stamp>,
    loaded: Arc<Loaded>,
    theme: Arc<(ThemeFiles, Vec<Problem>)>,
    language: Language,
}

impl Scan {
    /// Scans a site for the first time. What is in the `excluded` folders is not part of it, nor is
    /// its own output.
    pub fn new(site: &Path, excluded: Vec<PathBuf>) -> Result<Scan, LoadError> {
        let loaded = content::load(site, &excluded, None)?;
        let whole =
            canonical(site).map_err(|error| LoadError::Io { path: site.to_owned(), error })?;
        let settings = loaded.site_settings();
        let theme = read_theme(site, &settings);
        let mut scan = Scan {
            site: site.to_owned(),
            canonical: whole,
            excluded,
            output: site.join(settings.output()),
            record: None,
            loaded: Arc::default(),
            theme: Arc::new(theme),
            language: settings.language,
        };
        scan.loaded = Arc::new(scan.with_output(loaded, &settings));
        Ok(scan)
    }

    /// What was loaded, with what the site's own output says of the last build, and what is wrong
    /// with that output according to `site.toml`.
    fn with_output(&mut self, mut loaded: Loaded, settings: &Settings) -> Loaded {
        self.output = self.site.join(settings.output());
        let record = publish::record_stamp(&self.output);
        loaded.standing = match record == self.record {
            true => self.loaded.standing.clone(),
            false => publish::recorded(&self.output).into(),
        };
        self.record = record;
        loaded.problems.extend(unfit_output(&self.site, settings));
        loaded.problems.extend(unfinished_move::problem(&self.site));
        loaded
    }

    /// The folder of the site's own output.
    pub fn output(&self) -> &Path {
        &self.output
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
        let whole = |folder: &PathBuf| {
            // The folder may not exist yet.
            let above = canonical(folder.parent()?).ok()?;
            canonical(folder).ok().or_else(|| Some(above.join(folder.file_name()?)))
        };
        self.excluded.iter().chain([&self.output]).filter_map(whole).collect()
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
        self.look_after(std::iter::empty())
    }

    /// Like [`Scan::look`], after the operating system has reported changes at these paths. Files at
    /// or below them are read again even if they look the same.
    pub fn look_after<'p>(
        &mut self,
        heard: impl Iterator<Item = &'p Path>,
    ) -> Result<bool, LoadError> {
        let before = self.loaded.distrusting(&self.canonical, heard);
        let loaded = content::load(&self.site, &self.excluded, Some(&before))?;
        let settings = loaded.site_settings();
        let loaded = self.with_output(loaded, &settings);
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

/// The problem with the output that the settings name, if the program must not write there.
fn unfit_output(site: &Path, settings: &Settings) -> Option<Problem> {
    let written = settings.output.as_ref()?;
    let refused = publish::check_output(site, &site.join(written.as_str()), None).err()?;
    let help = text!(
        "Skriv namnet på en egen mapp för webbplatsen, till exempel output = \"public\"",
        "Write the name of a folder of its own for the site, such as output = \"public\""
    );
    let span = written.span.clone();
    Some(Problem::at(Code::UnknownValue, &settings.source, span, refused.message(), help))
}
