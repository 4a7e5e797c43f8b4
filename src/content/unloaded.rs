//! Why a site's files cannot be read, in words.

use std::io;
use std::path::PathBuf;

use crate::diagnostic::{Text, os_error};
use crate::failure::Failure;
use crate::shown_path::shown_path;
use crate::text;

/// Why there is nothing to read. The command cannot run, and the exit status is 2.
#[derive(Debug)]
pub enum LoadError {
    /// The folder has no `site.toml`, or does not exist.
    NoSite { folder: PathBuf, exists: bool },
    /// The folder has no `content/`.
    NoContent { folder: PathBuf },
    /// The folder itself cannot be read.
    Io { path: PathBuf, error: io::Error },
}

impl LoadError {
    /// What happened.
    pub fn message(&self) -> Text {
        match self {
            LoadError::NoSite { folder, exists: false } => {
                let folder = shown_path(folder);
                text!("Mappen {folder} finns inte.", "The folder {folder} does not exist.")
            }
            LoadError::NoSite { folder, exists: true } => {
                let folder = shown_path(folder);
                text!(
                    "Mappen {folder} är ingen webbplats: där finns ingen site.toml.",
                    "The folder {folder} is no site: it has no site.toml."
                )
            }
            LoadError::NoContent { folder } => {
                let folder = shown_path(folder);
                text!(
                    "Mappen {folder} har ingen mapp content, där dokumenten ska ligga.",
                    "The folder {folder} has no folder content, where the documents belong."
                )
            }
            LoadError::Io { path, error } => {
                let path = shown_path(path);
                let words = os_error::in_words(error);
                Text {
                    sv: format!("{path} går inte att läsa: {}.", words.sv).into(),
                    en: format!("{path} cannot be read: {}.", words.en).into(),
                }
            }
        }
    }

    /// What to do.
    pub fn help(&self) -> Text {
        match self {
            LoadError::NoSite { .. } => text!(
                "Ange webbplatsens mapp med --site, eller skapa en ny webbplats med ”loftesarkiv init”.",
                "Give the site's folder with --site, or make a new site with “loftesarkiv init”."
            ),
            LoadError::NoContent { .. } => text!(
                "Skapa mappen content, eller kontrollera att du står i rätt mapp.",
                "Make the folder content, or check that this is the right folder."
            ),
            LoadError::Io { .. } => text!(
                "Kontrollera att mappen finns kvar och att du får läsa den.",
                "Check that the folder is still there and that you may read it."
            ),
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Failure {
        Failure { message: error.message(), help: error.help() }
    }
}
