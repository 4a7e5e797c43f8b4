//! What the program remembers of a site's last build in the site's own folder, in `.loftesarkiv/`:
//! its report, a copy of the ledger as it left it, the digests of what it was made from and, of a large
//! archive, the words that are searched. A report quotes lines of drafts, and nothing
//! of a source that is not published may be in an output, which is copied to web servers.
//!
//! All of it may be lost at any time, and a site whose folder can only be read is built without.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::disk::{Disk as _, RealDisk};
use crate::canonical_path::canonical;
use crate::digest::Digest;
use crate::plain_file;

/// The name of the program's own folder in a site's folder, and in an output.
pub const FOLDER: &str = ".loftesarkiv";

/// The copy of the ledger, relative to the site's folder.
pub const LEDGER_COPY: &str = ".loftesarkiv/addresses.toml";

/// Which build is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BuildKind {
    /// A build of the site's own output.
    Own,
    /// The last trial in another output.
    Trial,
}

/// The memory of a site's last build of a kind.
#[derive(Debug, Clone)]
pub struct Remembered {
    folder: PathBuf,
    kind: BuildKind,
}

impl Remembered {
    /// What is remembered in a site's folder.
    pub fn of(site: &Path, kind: BuildKind) -> Remembered {
        let site = canonical(site).unwrap_or_else(|_| site.to_owned());
        Remembered { folder: site.join(FOLDER), kind }
    }

    fn report_name(&self) -> &'static str {
        match self.kind {
            BuildKind::Own => "report",
            BuildKind::Trial => "trial-report",
        }
    }

    /// The report with this digest, if it is the one that is remembered.
    pub(super) fn report(&self, digest: &Digest) -> Option<Vec<u8>> {
        let report = self.read(self.report_name())?;
        (Digest::of(&report) == *digest).then_some(report)
    }

    /// Remembers a report, unless it is the one already remembered. A failure does not matter: the
    /// next build then looks again.
    pub(super) fn keep_report(&self, report: &[u8]) {
        let _ = self.keep(self.report_name(), report);
    }

    /// Keeps a copy of the ledger of the site's own output.
    pub(super) fn keep_ledger(&self, text: &str) {
        if self.kind == BuildKind::Own {
            let _ = self.keep("addresses.toml", text.as_bytes());
        }
    }

    /// The name of what a build was made from.
    pub(super) const SOURCES: &str = "sources";

    /// Remembers what the site's own output was built from, by [`super::BuiltSources::text`]. A failure
    /// does not matter: what has changed since is then told by when it was written.
    pub fn keep_sources(&self, text: &str) {
        if self.kind == BuildKind::Own {
            let _ = self.keep(Remembered::SOURCES, text.as_bytes());
        }
    }

    /// Whether it is remembered what some build of the site's own output was made from.
    pub fn has_sources(&self) -> bool {
        self.kind != BuildKind::Own || self.folder.join(Remembered::SOURCES).is_file()
    }

    /// A file that is remembered, if there is one.
    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        plain_file::read(&self.folder.join(name)).ok()
    }

    /// Remembers words of the search. A failure does not matter: they are then collected again.
    pub(super) fn keep_words(&self, name: &str, bytes: &[u8]) {
        let _ = self.keep(name, bytes);
    }

    fn keep(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.folder.join(name);
        if plain_file::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        make_folder(&self.folder)?;
        let fresh = self.folder.join(format!("{name}.new"));
        let _ = fs::remove_file(&fresh);
        fs::OpenOptions::new().write(true).create_new(true).open(&fresh)?.write_all(bytes)?;
        RealDisk.replace(&fresh, &path)
    }
}

/// Makes the program's own folder in a site's folder, if need be, hidden from version control.
/// Nothing is written through a link.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    if !fs::symlink_metadata(folder)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    match fs::OpenOptions::new().write(true).create_new(true).open(folder.join(".gitignore")) {
        Ok(mut file) => file.write_all(b"*\n"),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}
