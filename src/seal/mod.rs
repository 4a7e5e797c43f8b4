//! Yearly packages for a records archive: the documents of a year as sources, as PDF and as the
//! site of that day, described so that an archive's own systems can read it (E-ARK SIP 2.1.0, which
//! is Riksarkivet's FGS Paketstruktur 2.0), and a record of it in `seals/`.
//!
//! A package is made in a folder of its own beside the others, then put in place whole, and the
//! record is written last: an interruption leaves no half package and no record. The same content,
//! program and day give the same bytes.

mod contents;
mod descriptions;
mod facts;
mod folder;
mod formats;
mod metadata;
mod mets;
mod put;
mod readme;
mod request;
mod schema;
mod selection;
mod settings;
mod stage;
mod stopped;
mod verify;
mod whose;
mod zip_file;

use std::ops::RangeInclusive;

use crate::archive::Archive;
use crate::diagnostic::Spanned;
use crate::digest::Digest;
use crate::failure::Failure;
use crate::model::DocId;
use crate::publish::disk::{Disk, RealDisk};
use crate::seals::{Seal, SealedDocument, record_of_years};
use crate::search::NoRuns;
use crate::session::Session;
use crate::slug::segment;

pub use request::{SealOutcome, SealRequest, Sealed};
pub use verify::{VerifiedPackage, is_package, verify};

use contents::PackageMaker;
use facts::PackageFacts;
use folder::PackageFolder;
use selection::Selection;
use stage::PackageStage;
use stopped::{Stopped, interrupted, not_written};

/// The folder of packages in a site's folder.
pub const PACKAGES: &str = "packages";

/// A path within a package that many systems cannot hold is longer than this.
const LONG_PATH: usize = 200;

/// Makes a package and its record.
pub fn seal(session: &Session, asked: &SealRequest<'_>) -> Result<SealOutcome, Failure> {
    seal_on(&RealDisk, session, asked)
}

/// How many documents a supplement to the package of these years would hold.
pub fn count_for_supplement(archive: &Archive, years: &RangeInclusive<i16>) -> usize {
    Selection::of(archive, years, true).documents.len()
}

/// Like [`seal`], on a disk that may fail.
pub fn seal_on(
    disk: &dyn Disk,
    session: &Session,
    asked: &SealRequest<'_>,
) -> Result<SealOutcome, Failure> {
    let (_, mut assembled) = session.assemble();
    let theme = assembled.theme.clone().filter(|_| !assembled.has_errors());
    let Some(theme) = theme else { return Ok(SealOutcome::Errors(assembled.problems)) };
    // As in a build: the package is read like a site.
    assembled.cut_search(&NoRuns);
    let archive = &assembled.archive;
    let owner = selection::check(archive, &asked.years, asked.supplement)?;
    let drafts = selection::drafts(archive, &asked.years);
    if !drafts.is_empty() {
        return Ok(SealOutcome::Drafts(drafts));
    }
    let selection = Selection::of(archive, &asked.years, asked.supplement);
    if selection.documents.is_empty() {
        return Err(selection::nothing(archive, &asked.years, asked.supplement, &selection));
    }
    let record = record_name(archive, &asked.years, asked.supplement);
    let publisher = archive.settings.publisher.as_deref().unwrap_or(&archive.settings.title);
    let publisher = segment(publisher).unwrap_or_else(|| "arkivet".to_owned());
    let facts = PackageFacts {
        archive,
        owner,
        name: format!("loftesarkiv-{publisher}-{record}"),
        years: asked.years.clone(),
        day: archive.today,
        adds_to: archive
            .seals
            .seals
            .iter()
            .find(|seal| asked.supplement && seal.years == asked.years),
        documents: selection.documents.clone(),
        modified: selection.modified.clone(),
        yearless: selection.yearless.clone(),
        without_pdf: Default::default(),
    };
    let maker = PackageMaker { session, assembled: &assembled, theme: &theme, asked };
    match packed(disk, &maker, facts, record) {
        Ok(mut sealed) => {
            let path = |id: &DocId| archive.document(*id).document.source.path.to_string();
            sealed.unexplained = selection.unexplained.iter().map(path).collect();
            sealed.yearless = selection.yearless.iter().map(path).collect();
            Ok(SealOutcome::Sealed(Box::new(sealed)))
        }
        Err(Stopped::Page(problems)) => Ok(SealOutcome::NotMade(problems)),
        Err(Stopped::Disk(error)) => Err(not_written(asked.output, &error)),
        Err(Stopped::Interrupted) => Err(interrupted()),
        Err(Stopped::Other(failure)) => Err(failure),
    }
}

/// Makes the package in a folder of its own, and puts it and its record in place.
fn packed(
    disk: &dyn Disk,
    maker: &PackageMaker<'_>,
    mut facts: PackageFacts<'_>,
    record: String,
) -> Result<Sealed, Stopped> {
    let PackageMaker { session, asked, .. } = maker;
    let folder = PackageFolder::open(disk, asked.output, &session.site)?;
    let mut stage = PackageStage::new(disk, folder.staging());
    let attachments = maker.sources(&facts, &mut stage)?;
    maker.pdfs(&mut facts, &mut stage)?;
    maker.site(&mut stage)?;
    descriptions::describe(&facts, &mut stage)?;
    maker.stop()?;

    let zip = stage.beside(&format!("{}.zip", facts.name));
    let zip = zip_file::write(&stage, &facts.name, facts.day, &zip)?;
    maker.stop()?;
    let archive = facts.archive;
    let seal = Seal {
        source: archive.settings.source.clone(),
        name: record,
        years: facts.years.clone(),
        sealed: facts.day,
        package: facts.name.clone(),
        mets: stage.file("METS.xml").map_or(Digest::NONE, |file| file.digest),
        zip,
        received: None,
        reference: None,
        documents: sealed_documents(archive, &facts.documents),
        attachments,
    };
    put::in_place(&session.site, &folder, &stage, &facts, &seal)?;
    let paths = stage.below("").map(|file| format!("{}/{}", facts.name, file.path));
    let long_paths = paths.filter(|path| path.len() > LONG_PATH).collect();
    let title = |id: &DocId| archive.document(*id).document.common.title.value.clone();
    Ok(Sealed {
        zip: folder.place(&format!("{}.zip", facts.name)),
        record: put::record_path(&seal.name),
        digest: zip,
        documents: facts.documents.len(),
        modified: facts.modified.len(),
        unexplained: Vec::new(),
        yearless: Vec::new(),
        without_pdf: facts.without_pdf.iter().map(|(id, why)| (title(id), why.clone())).collect(),
        long_paths,
    })
}

/// `2020`, `2015-2025`, and for a supplement `2020-2`.
fn record_name(archive: &Archive, years: &RangeInclusive<i16>, supplement: bool) -> String {
    let name = record_of_years(years);
    if !supplement {
        return name;
    }
    let taken = |name: &String| archive.seals.seals.iter().any(|seal| seal.name == *name);
    let mut numbered = (2..).map(|n| format!("{name}-{n}"));
    numbered.find(|name| !taken(name)).unwrap_or(name)
}

fn sealed_documents(archive: &Archive, documents: &[DocId]) -> Vec<SealedDocument> {
    let mut sealed: Vec<SealedDocument> = documents
        .iter()
        .map(|id| {
            let document = &archive.document(*id).document;
            SealedDocument {
                path: Spanned::new(document.source.path.to_string(), 0..0),
                address: document.address.to_string(),
                digest: Digest::of(document.source.text.as_bytes()),
                corrections: document.common.corrections.len(),
            }
        })
        .collect();
    sealed.sort_by(|a, b| a.path.value.cmp(&b.path.value));
    sealed
}
