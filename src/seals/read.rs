//! Reading the records from their files.

use std::sync::Arc;

use super::record::{Seal, SealedAttachment, SealedDocument, Seals};
use crate::content::fields::{self, Owner, Table};
use crate::content::{Loaded, RawFile, inspect_part};
use crate::diagnostic::{Code, Problem, Span, Spanned};
use crate::digest::Digest;
use crate::model::PartialDate;
use crate::text;

/// A site's records and their problems.
#[derive(Debug, Clone, Default)]
pub struct ReadSeals {
    pub seals: Arc<Seals>,
    /// In order of file and place.
    pub problems: Vec<Problem>,
}

impl ReadSeals {
    /// Reads the records of a loaded site.
    pub fn of(loaded: &Loaded) -> ReadSeals {
        let mut problems = Vec::new();
        let mut seals = Vec::new();
        for raw in &loaded.seals {
            seals.extend(read(raw, &mut problems));
        }
        ReadSeals { seals: Arc::new(Seals::new(seals)), problems }
    }
}

fn read(raw: &RawFile, problems: &mut Vec<Problem>) -> Option<Seal> {
    let source = match raw.source() {
        Ok(source) => source,
        Err(problem) => {
            problems.push(*problem);
            return None;
        }
    };
    let end = source.text.len();
    let read = fields::read(&source, Owner::Seal, 0..0, 0..end, record);
    problems.extend(read.problems);
    let (mut seal, reference) = read.value?;
    // Digests are no numbers of persons, so only what somebody writes is looked through.
    problems.extend(reference.iter().flat_map(|span| inspect_part(&source, span)));
    let name = raw.path.rsplit('/').next().unwrap_or(&raw.path);
    name.trim_end_matches(".toml").clone_into(&mut seal.name);
    seal.source = source;
    Some(seal)
}

/// A record, and where its reference is written.
fn record(keys: &Table<'_>) -> Option<(Seal, Option<Span>)> {
    let year = keys.need("year", keys.period("year"));
    let sealed = keys.need("sealed", keys.date("sealed"));
    let package = keys.need("package", keys.string("package"));
    let (mets, zip) = (digest(keys, "mets_sha256"), digest(keys, "zip_sha256"));
    let received = keys.day("received");
    let reference = keys.text("reference");
    let place = reference.as_ref().map(|reference| reference.span.clone());
    let mut documents = keys.all("documents", document);
    let mut attachments = keys.all("attachments", attachment);
    keys.leftovers();
    documents.sort_by(|a, b| a.path.value.cmp(&b.path.value));
    attachments.sort_by(|a, b| a.path.value.cmp(&b.path.value));
    let period = year?.value?;
    let first = period.first_year()?;
    let last = period.last_day().map_or(first, |day| day.year());
    let PartialDate::Day(sealed) = sealed?.value else { return None };
    let seal = Seal {
        source: crate::diagnostic::Source::path_only(""),
        name: String::new(),
        years: first..=last,
        sealed,
        package: package?,
        mets: mets?,
        zip: zip?,
        received,
        reference: reference.map(|reference| reference.value),
        documents,
        attachments,
    };
    Some((seal, place))
}

fn document(keys: &Table<'_>) -> Option<SealedDocument> {
    let path = keys.need("path", keys.text("path"));
    let address = keys.need("address", keys.string("address"));
    let digest = digest(keys, "sha256");
    let corrections = keys.value("corrections");
    let count = corrections.as_ref().and_then(|value| value.digits()?.parse().ok());
    if count.is_none() {
        damaged(keys, &Spanned::new("corrections".to_owned(), keys.span()));
    }
    keys.leftovers();
    Some(SealedDocument { path: path?, address: address?, digest: digest?, corrections: count? })
}

fn attachment(keys: &Table<'_>) -> Option<SealedAttachment> {
    let path = keys.need("path", keys.text("path"));
    let digest = digest(keys, "sha256");
    keys.leftovers();
    Some(SealedAttachment { path: path?, digest: digest? })
}

fn digest(keys: &Table<'_>, key: &'static str) -> Option<Digest> {
    let written = keys.need(key, keys.text(key))?;
    let digest = Digest::parse(&written.value);
    if digest.is_none() {
        damaged(keys, &written);
    }
    digest
}

/// Reports what the program cannot have written.
fn damaged(keys: &Table<'_>, written: &Spanned<String>) {
    let shown = crate::content::excerpt(&written.value);
    keys.report(
        Code::UnknownValue,
        written.span.clone(),
        text!(
            "”{shown}” är inget som programmet har skrivit. Filen visar vad årspaketet innehåller och får inte ändras för hand, utom received och reference.",
            "“{shown}” is nothing that the program has written. The file shows what the yearly package holds and must not be changed by hand, except received and reference."
        ),
        text!(
            "Hämta tillbaka raden som den var, ur versionshanteringen eller en säkerhetskopia.",
            "Restore the line as it was, from version control or a backup."
        ),
    );
}
