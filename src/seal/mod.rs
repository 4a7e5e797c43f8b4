//! Yearly packages for a records archive: the documents of a year as sources, as PDF and as the
//! site of that day, described so that an archive's own systems can read it (E-ARK SIP 2.1.0, which
//! is Riksarkivet's FGS Paketstruktur 2.0), and a record of it in `seals/`.
//!
//! A package is made in a folder of its own beside the others, then put in place whole, and the
//! record is written last: an interruption leaves no half package and no record. The same content,
//! program and day give the same bytes.

mod facts;
mod formats;
mod metadata;
mod mets;
mod put;
mod readme;
mod selection;
mod stage;
mod verify;
mod xml;
mod zip_file;

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::archive::Archive;
use crate::diagnostic::{Problem, Spanned, Text, os_error};
use crate::digest::Digest;
use crate::failure::Failure;
use crate::model::{Address, DocId};
use crate::pipeline::{Assembled, prepare};
use crate::publish::Contents;
use crate::render::Theme;
use crate::seals::{Seal, SealedAttachment, SealedDocument};
use crate::session::Session;
use crate::shown_path::shown_path;
use crate::site::Recent;
use crate::slug::segment;
use crate::text;

pub use verify::{VerifiedPackage, is_package, verify};

use facts::PackageFacts;
use mets::Representation;
use selection::Selection;
use stage::{PackageFile, PackageStage};

/// The folder of packages in a site's folder.
pub const PACKAGES: &str = "packages";

/// A path within a package that many systems cannot hold is longer than this.
const LONG_PATH: usize = 200;

/// Makes a document's PDF/A, or says why there is none.
pub type MakePdf<'a> = &'a dyn Fn(&Assembled, &Theme, DocId) -> Result<Vec<u8>, Text>;

/// What is asked for.
pub struct SealRequest<'a> {
    pub years: RangeInclusive<i16>,
    /// Only what was added or corrected since the package of those years was made.
    pub supplement: bool,
    /// Where packages are put.
    pub output: &'a Path,
    /// Called before each step; if it returns true, nothing is left behind.
    pub interrupted: &'a (dyn Fn() -> bool + Sync),
}

/// The outcome.
pub enum SealOutcome {
    Sealed(Box<Sealed>),
    /// The site's files have errors.
    Errors(Vec<Problem>),
    /// These drafts belong to the years; their paths.
    Drafts(Vec<String>),
    /// The theme failed on a page.
    NotMade(Vec<Problem>),
}

/// A package that was made.
#[derive(Debug)]
pub struct Sealed {
    pub zip: PathBuf,
    /// The record, from the site's folder.
    pub record: String,
    pub digest: Digest,
    pub documents: usize,
    /// How many of them are corrected versions of what an earlier package has.
    pub modified: usize,
    /// Paths of documents that have changed without a correction, and are left out.
    pub unexplained: Vec<String>,
    /// Titles of documents without a PDF, each with the reason.
    pub without_pdf: Vec<(String, Text)>,
    /// Paths in the package that are longer than many systems can hold.
    pub long_paths: Vec<String>,
}

/// Makes a package and its record.
pub fn seal(
    session: &Session,
    asked: &SealRequest<'_>,
    make_pdf: Option<MakePdf<'_>>,
) -> Result<SealOutcome, Failure> {
    let (_, assembled) = session.assemble();
    let theme = assembled.theme.as_deref().filter(|_| !assembled.has_errors());
    let Some(theme) = theme else { return Ok(SealOutcome::Errors(assembled.problems)) };
    let archive = &assembled.archive;
    selection::check(archive, &asked.years, asked.supplement)?;
    let drafts = selection::drafts(archive, &asked.years);
    if !drafts.is_empty() {
        return Ok(SealOutcome::Drafts(drafts));
    }
    let selection = Selection::of(archive, &asked.years, asked.supplement);
    if selection.documents.is_empty() {
        return Err(selection::nothing(&asked.years, asked.supplement));
    }
    let Some(owner) = &archive.settings.archive else {
        return Err(selection::nothing(&asked.years, asked.supplement));
    };
    let record = record_name(archive, &asked.years, asked.supplement);
    let publisher = archive.settings.publisher.as_deref().unwrap_or(&archive.settings.title);
    let publisher = segment(publisher).unwrap_or_else(|| "arkivet".to_owned());
    let mut facts = PackageFacts {
        archive,
        owner,
        name: format!("loftesarkiv-{publisher}-{record}"),
        years: asked.years.clone(),
        day: archive.today,
        supplement: asked.supplement,
        documents: selection.documents.clone(),
        modified: selection.modified.clone(),
        without_pdf: Vec::new(),
        has_pdf: false,
    };
    let folder = asked.output.join(format!(".{}", facts.name));
    let failed = |error| not_written(asked.output, &error);
    let mut stage = PackageStage::new(folder).map_err(failed)?;

    let attachments = sources(session, &facts, &mut stage).map_err(failed)?;
    stop(asked)?;
    if let Some(make_pdf) = make_pdf {
        let make = |id| make_pdf(&assembled, theme, id);
        pdfs(&mut facts, &mut stage, &make).map_err(failed)?;
    }
    stop(asked)?;
    match web(session, &assembled, theme, &stage, asked) {
        Ok(files) => stage.take(files),
        Err(Stopped::Disk(error)) => return Err(failed(error)),
        Err(Stopped::Page(problems)) => return Ok(SealOutcome::NotMade(problems)),
        Err(Stopped::Interrupted) => return Err(interrupted()),
    }
    describe(&facts, &mut stage).map_err(failed)?;
    stop(asked)?;

    let zip = zip_file::write(&stage, &facts.name, facts.day, &stage.beside("zip"));
    let zip = zip.map_err(failed)?;
    stop(asked)?;
    let mets = stage.sorted("METS.xml").first().map_or(Digest::NONE, |file| file.digest);
    let seal = Seal {
        source: archive.settings.source.clone(),
        name: record.clone(),
        years: asked.years.clone(),
        sealed: facts.day,
        package: facts.name.clone(),
        mets,
        zip,
        received: None,
        reference: None,
        documents: sealed_documents(archive, &facts.documents),
        attachments,
    };
    let long_paths = stage
        .sorted("")
        .into_iter()
        .map(|file| format!("{}/{}", facts.name, file.path))
        .filter(|path| path.len() > LONG_PATH)
        .collect();
    put::in_place(&session.site, asked.output, &stage, &facts, &seal)?;
    let path = |id: &DocId| archive.document(*id).document.source.path.to_string();
    let title = |id: &DocId| archive.document(*id).document.common.title.value.clone();
    Ok(SealOutcome::Sealed(Box::new(Sealed {
        zip: asked.output.join(format!("{}.zip", facts.name)),
        record: put::record_path(&record),
        digest: zip,
        documents: facts.documents.len(),
        modified: facts.modified.len(),
        unexplained: selection.unexplained.iter().map(path).collect(),
        without_pdf: facts.without_pdf.iter().map(|(id, why)| (title(id), why.clone())).collect(),
        long_paths,
    })))
}

/// `2020`, `2015-2025`, and for a supplement `2020-2`.
fn record_name(archive: &Archive, years: &RangeInclusive<i16>, supplement: bool) -> String {
    let (first, last) = (years.start(), years.end());
    let name = if first == last { first.to_string() } else { format!("{first}-{last}") };
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

/// The sources: the documents' canonical texts, their places', the attachments byte for byte, the
/// settings and the ledger. Returns the attachments for the record.
fn sources(
    session: &Session,
    facts: &PackageFacts<'_>,
    stage: &mut PackageStage,
) -> std::io::Result<Vec<SealedAttachment>> {
    const FOLDER: &str = "representations/kallfiler/data/";
    let archive = facts.archive;
    let mut files: Vec<usize> = Vec::new();
    for id in &facts.documents {
        let linked = archive.document(*id);
        let source = &linked.document.source;
        stage.add(&format!("{FOLDER}{}", source.path), source.text.as_bytes())?;
        let linked_to = linked.links.iter().filter_map(|target| target.file());
        let own = linked.attachments.iter().chain(&linked.images).flatten().copied();
        files.extend(own.chain(linked_to).map(|file| file.index()));
    }
    for id in facts.places() {
        let source = &archive.place(id).place.source;
        stage.add(&format!("{FOLDER}{}", source.path), source.text.as_bytes())?;
    }
    files.sort_unstable();
    files.dedup();
    let mut attachments = Vec::new();
    for n in files {
        let file = &session.loaded.others[n];
        let path = file.path.to_string();
        let copied = stage.copy(&format!("{FOLDER}{path}"), &file.on_disk)?;
        if copied.digest != file.digest {
            return Err(std::io::Error::other(format!("{path} changed meanwhile")));
        }
        stage.take([copied]);
        attachments.push(SealedAttachment { path: Spanned::new(path, 0..0), digest: file.digest });
    }
    for raw in session.loaded.settings.iter().chain(&session.loaded.ledger) {
        stage.add(&format!("{FOLDER}{}", raw.path), &raw.bytes)?;
    }
    attachments.sort_by(|a, b| a.path.value.cmp(&b.path.value));
    Ok(attachments)
}

/// Each document as a PDF; one that cannot be made is left out, and the package says so.
fn pdfs(
    facts: &mut PackageFacts<'_>,
    stage: &mut PackageStage,
    make: &dyn Fn(DocId) -> Result<Vec<u8>, Text>,
) -> std::io::Result<()> {
    for id in facts.documents.clone() {
        let address = facts.archive.document(id).document.address.to_string();
        match make(id) {
            Ok(bytes) => {
                stage.add(&metadata::pdf_path(&address), &bytes)?;
                facts.has_pdf = true;
            }
            Err(why) => facts.without_pdf.push((id, why)),
        }
    }
    Ok(())
}

/// Why the site could not be made.
enum Stopped {
    Disk(std::io::Error),
    Page(Vec<Problem>),
    Interrupted,
}

/// The whole site as it is on the day, made anew from the plan.
fn web(
    session: &Session,
    assembled: &Assembled,
    theme: &Theme,
    stage: &PackageStage,
    asked: &SealRequest<'_>,
) -> Result<Vec<PackageFile>, Stopped> {
    let recent = Recent::default();
    let addresses: Vec<&Address> = assembled.plan.pages.keys().collect();
    addresses
        .into_par_iter()
        .map(|address| {
            if (asked.interrupted)() {
                return Err(Stopped::Interrupted);
            }
            let path = format!("representations/webb/data/{address}");
            let made = prepare(assembled, theme, &session.loaded, address, &recent)
                .and_then(|prepared| (prepared.make)())
                .map_err(|error| Stopped::Page(error.0))?;
            match made {
                Contents::Bytes(bytes) => stage.write(&path, &bytes),
                Contents::CopyOf { path: from, .. } => stage.copy(&path, &from),
            }
            .map_err(Stopped::Disk)
        })
        .collect()
}

/// The descriptions, each of which needs those before it.
fn describe(facts: &PackageFacts<'_>, stage: &mut PackageStage) -> std::io::Result<()> {
    let all = representations(facts);
    stage.add("documentation/LASMIG.txt", &readme::lasmig(facts, &all))?;
    stage.add("documentation/front-matter.md", &readme::front_matter(facts))?;
    stage.add("metadata/descriptive/dc.xml", &metadata::dublin_core(facts))?;
    let list = {
        let pdfs: Vec<String> =
            stage.sorted("representations/pdf/").iter().map(|it| it.path.clone()).collect();
        metadata::list(facts, &|path| pdfs.iter().any(|own| own == path))
    };
    stage.add("metadata/descriptive/dokument.csv", &list)?;
    stage.add("metadata/preservation/premis.xml", &metadata::premis(facts, stage, &all))?;
    for of in &all {
        let mets = mets::of_representation(facts, stage, of);
        stage.add(&format!("representations/{}/METS.xml", of.name), &mets)?;
    }
    let sums: String = stage
        .sorted("")
        .into_iter()
        .map(|file| format!("{}  {}\n", file.digest, file.path))
        .collect();
    stage.add("metadata/other/sha256sums.txt", sums.as_bytes())?;
    stage.add("METS.xml", &mets::of_package(facts, stage, &all))
}

/// The forms in which the package holds its documents.
fn representations(facts: &PackageFacts<'_>) -> Vec<Representation> {
    let day = facts.day;
    let sources = text!(
        "Källfilerna: texten och uppgifterna om varje dokument, och bilagorna som de kom",
        "The sources: the text and facts of each document, and the attachments as they came"
    );
    let pdf = text!("Varje dokument som PDF/A-2a", "Each document as PDF/A-2a");
    let web = text!(
        "Webbplatsen så som den var den {day}: öppna index.html",
        "The site as it was on {day}: open index.html"
    );
    let mut all = vec![Representation { name: "kallfiler", label: facts.say(sources) }];
    if facts.has_pdf {
        all.push(Representation { name: "pdf", label: facts.say(pdf) });
    }
    all.push(Representation { name: "webb", label: facts.say(web) });
    all
}

fn stop(asked: &SealRequest<'_>) -> Result<(), Failure> {
    if (asked.interrupted)() { Err(interrupted()) } else { Ok(()) }
}

fn interrupted() -> Failure {
    Failure {
        message: text!("Avbrutet. Inget paket gjordes.", "Interrupted. No package was made."),
        help: text!("", ""),
    }
}

/// The failure to write in the folder of packages.
fn not_written(folder: &Path, error: &std::io::Error) -> Failure {
    let (folder, words) = (shown_path(folder), os_error::in_words(error));
    Failure {
        message: Text {
            sv: format!("Paketet kunde inte göras i {folder}: {}.", words.sv).into(),
            en: format!("The package could not be made in {folder}: {}.", words.en).into(),
        },
        help: text!(
            "Inget paket och inget protokoll har skrivits. Se till att du får skriva där och att det finns utrymme, och försök igen.",
            "No package and no record was written. See to it that you may write there and that there is room, and try again."
        ),
    }
}
