//! Read: the site's files become canonical text, and the text documents, places, settings and the
//! ledger. Two steps: [`load()`] does the I/O and nothing else, [`parse()`] is a pure function of what
//! was loaded, so that an unchanged build never parses and the preview parses only what changed.

mod again;
mod attachment;
pub mod canonical;
mod common;
mod documents;
mod excerpt;
mod fences;
mod fields;
mod file;
mod forms;
mod inspect;
mod keys;
mod ledger;
mod litter;
mod load;
mod mentions;
mod municipality;
mod names;
mod places;
mod remarks;
mod settings;
mod unloaded;
mod walk;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Code, Problem, Source};
use crate::model::document::Accept;
use crate::model::settings::{Ledger, Settings};
use crate::model::{Address, Document, Kind, Place};
use crate::text;

pub use again::parse_again;
pub use file::parse_file;
pub use keys::keys_of;
pub use ledger::parse_ledger;
pub use litter::is_litter;
pub use load::{Loaded, OtherFile, RawFile, load};
pub use mentions::{Aliases, Mention, Mentioned, Mentions, mentions};
pub use municipality::registered;
pub use names::meant;
pub use settings::parse_settings;
pub use unloaded::LoadError;

/// Everything the site's files say, each file by itself. Nothing here has looked at two files.
#[derive(Debug)]
pub struct Content {
    /// `None` when `site.toml` could not be read as text at all.
    pub settings: Option<Arc<Settings>>,
    /// Empty when the site has no ledger yet.
    pub ledger: Arc<Ledger>,
    /// Every Markdown file, in order of path.
    pub files: Vec<Arc<ContentFile>>,
    /// Every other file, in order of path.
    pub others: Vec<OtherFile>,
    /// Problems with folders, the settings and the ledger; each Markdown file holds its own.
    pub problems: Vec<Problem>,
    /// The ledger's among them.
    ledger_problems: Vec<Problem>,
}

/// A Markdown file as read.
#[derive(Debug)]
pub struct ContentFile {
    /// The file; its path begins with `content/`.
    pub source: Arc<Source>,
    /// What it turned out to be.
    pub entry: Entry,
    /// Whether it says that it is a draft, also when broken.
    pub draft: bool,
    /// The warnings that it accepts, also when broken.
    pub accept: Vec<Accept>,
    /// What is wrong with it taken alone, in order of place. Severities are the codes' own: drafts,
    /// `accept` and `--strict` are for the one who judges the whole.
    pub problems: Vec<Problem>,
}

/// What a Markdown file turned out to be.
#[derive(Debug)]
pub enum Entry {
    /// A document of the archive, or a page.
    Document(Arc<Document>),
    /// A municipality, police area or district.
    Place(Arc<Place>),
    /// Something required is missing or unreadable. Kept, with what is known of it, so that others'
    /// references to it are not reported as missing.
    Broken { kind: Option<Kind>, address: Option<Address> },
}

/// Parses everything that was loaded, in parallel; the results stand in order of path.
pub fn parse(loaded: &Loaded) -> Content {
    // The ledger of a large archive is the longest file by far.
    let (ledger, files) = rayon::join(
        || ledger(loaded),
        || loaded.markdown.par_iter().map(|raw| Arc::new(parse_file(raw))).collect(),
    );
    put_together(loaded, files, ledger)
}

/// The ledger with its problems.
fn ledger(loaded: &Loaded) -> (Arc<Ledger>, Vec<Problem>) {
    let (ledger, problems) = loaded.ledger.as_ref().map(parse_ledger).unwrap_or_default();
    (Arc::new(ledger), problems)
}

/// `ledger` is the ledger with its problems.
fn put_together(
    loaded: &Loaded,
    files: Vec<Arc<ContentFile>>,
    (ledger, ledger_problems): (Arc<Ledger>, Vec<Problem>),
) -> Content {
    let mut problems = loaded.problems.clone();
    let settings = loaded.settings.as_ref().and_then(|raw| {
        let (settings, found) = parse_settings(raw);
        problems.extend(found);
        settings.map(Arc::new)
    });
    problems.extend_from_slice(&ledger_problems);
    if files.is_empty() && loaded.problems.is_empty() {
        problems.push(nothing_there());
    }
    Content { settings, ledger, files, others: loaded.others.clone(), problems, ledger_problems }
}

fn nothing_there() -> Problem {
    Problem::in_file(
        Code::ContentEmpty,
        &Source::path_only("content"),
        text!(
            "Mappen content är tom: där finns inga Markdown-filer (.md), så det finns inget att visa.",
            "The folder content is empty: it holds no Markdown files (.md), so there is nothing to show."
        ),
        text!(
            "Skapa en kommun med ”loftesarkiv new municipality Eskilstuna”, eller kontrollera att du står i rätt mapp.",
            "Make a municipality with “loftesarkiv new municipality Eskilstuna”, or check that this is the right folder."
        ),
    )
}
