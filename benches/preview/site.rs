//! The site for the measurement: an archive of a realistic shape, with the ledger that years of
//! publishing leave, and one of its pledges to edit.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use loftesarkiv::archive::Drafts;
use loftesarkiv::content::{self, ParsedContent};
use loftesarkiv::model::settings::Settings;
use loftesarkiv::model::{Document, Kind};
use loftesarkiv::pipeline::{Options, Sources, assemble};
use loftesarkiv::{ledger, render};

use crate::national::National;

/// A site in a folder, and one of its documents.
pub struct Site {
    pub folder: PathBuf,
    pub documents: usize,
    /// The document that is edited.
    pub file: PathBuf,
    pub text: String,
    pub title: String,
    /// Its address, and its municipality's.
    pub page: String,
    pub timeline: String,
}

impl Site {
    /// Writes a new site.
    pub fn write(folder: &Path, documents: usize) -> io::Result<Site> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        let written = National::new(documents, None, folder.to_owned()).write()?;
        let loaded = content::load(folder, &[], None)
            .map_err(|error| io::Error::other(error.message().en))?;
        let sources = Sources::read(&loaded);
        fs::write(folder.join(ledger::FILE), ledger_of(&sources))?;
        let document = edited(&sources.content).ok_or(io::ErrorKind::NotFound)?;
        let place = document.address.as_str().split('/').take(2).collect::<Vec<_>>().join("/");
        Ok(Site {
            folder: folder.to_owned(),
            documents: written,
            file: folder.join(&*document.source.path),
            text: document.source.text.to_string(),
            title: document.common.title.value.clone(),
            page: document.address.to_string(),
            timeline: format!("{place}/index.html"),
        })
    }
}

/// Every address of the site, as if it had been built.
fn ledger_of(sources: &Sources) -> String {
    let theme = render::read_theme(Path::new("."), &Settings::missing());
    let today = jiff::civil::date(2026, 11, 22);
    let options = Options { today, drafts: Drafts::Hidden, strict: false, language: None };
    let assembled = assemble(sources, &theme, None, options);
    ledger::merged(&assembled.archive.ledger, assembled.plan.kept_addresses(), std::iter::empty())
}

/// A pledge from the middle of the archive.
fn edited(content: &ParsedContent) -> Option<Arc<Document>> {
    let pledges: Vec<_> = content
        .files
        .iter()
        .filter_map(|file| match &file.parsed {
            content::Parsed::Document(document) if document.kind == Kind::Pledge => Some(document),
            _ => None,
        })
        .collect();
    pledges.get(pledges.len() / 2).map(|document| (*document).clone())
}
