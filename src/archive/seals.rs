//! How documents stand to the yearly packages: which year a document belongs to, whether it is as
//! it was when it was packed, and the rules that nothing of a package changes unnoticed.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::linked::Linked;
use super::material::Material;
use super::whole::Archive;
use crate::diagnostic::{Code, Problem};
use crate::digest::Digest;
use crate::model::document::Correction;
use crate::model::{Address, ContentPath, DocId, PartialDate};
use crate::seals::{Seal, SealedAttachment, SealedDocument, Seals};
use crate::text;

/// How a document stands to the package of its year.
#[derive(Debug, Clone, Copy)]
pub struct Sealing<'a> {
    /// The last package that it is in; for a late one, the package of its year.
    pub seal: &'a Seal,
    pub mark: SealMark<'a>,
}

/// What has become of a document since its package was made.
#[derive(Debug, Clone, Copy)]
pub enum SealMark<'a> {
    /// It is as it was.
    Same(&'a SealedDocument),
    /// Its text is another, and nothing says why.
    Changed(&'a SealedDocument),
    /// It has been corrected since; this is the last correction.
    Corrected(&'a SealedDocument, &'a Correction),
    /// It was added after the package of its year was made.
    Late,
}

impl Linked {
    /// The year to whose package it belongs: agreements, pledges and plans to the first year of
    /// their period, otherwise a document to that of its effective date, otherwise to that in which
    /// it was added. `None` if it has none of these.
    pub fn archive_year(&self) -> Option<i16> {
        let of_period = self.document.agreement().and_then(|keys| keys.period());
        let of_period = of_period.and_then(|period| period.first_year());
        let dated = self.effective.map(|effective| effective.date);
        let dated = dated.or(self.document.common.archived);
        of_period.or(dated.map(PartialDate::calendar_year))
    }
}

/// Compares the texts of documents with those that the records have of them.
pub fn compare(documents: &mut [Linked], seals: &Seals) {
    if seals.seals.is_empty() {
        return;
    }
    documents.par_iter_mut().for_each(|linked| {
        let source = &linked.document.source;
        let sealed = seals.of_document(&source.path);
        let digest = || Digest::of(source.text.as_bytes());
        linked.as_sealed = sealed.is_some_and(|(_, sealed)| sealed.digest == digest());
    });
}

impl Archive {
    /// The years that packages can be of, and how many documents belong to each. Drafts count in none.
    pub fn archive_years(&self) -> BTreeMap<i16, usize> {
        let mut years = BTreeMap::new();
        let documents = self.documents.iter().map(|linked| (linked, &linked.document));
        let documents = documents.filter(|(_, it)| it.kind.is_archive() && !it.common.draft);
        for year in documents.filter_map(|(linked, _)| linked.archive_year()) {
            *years.entry(year).or_default() += 1;
        }
        years
    }

    /// The documents that are in no yearly package and belong to no year, so that none ever holds them:
    /// their ids. Drafts are not among them.
    pub fn yearless(&self) -> impl Iterator<Item = DocId> {
        let documents = self.documents.iter().enumerate();
        let documents = documents.filter(|(_, linked)| {
            let document = &linked.document;
            let is_ready = linked.published && !document.common.draft;
            let is_left_out = || self.seals.of_document(&document.source.path).is_none();
            is_ready
                && document.kind.is_archive()
                && linked.archive_year().is_none()
                && is_left_out()
        });
        documents.map(|(n, _)| DocId::nth(n))
    }

    /// How a published document stands to the yearly packages; `None` if its year has none.
    pub fn sealing<'a>(&'a self, linked: &'a Linked) -> Option<Sealing<'a>> {
        if self.seals.seals.is_empty() || !linked.document.kind.is_archive() {
            return None;
        }
        let source = &linked.document.source;
        let Some((seal, sealed)) = self.seals.of_document(&source.path) else {
            let seal = self.seals.of_year(linked.archive_year()?)?;
            return Some(Sealing { seal, mark: SealMark::Late });
        };
        if linked.as_sealed {
            return Some(Sealing { seal, mark: SealMark::Same(sealed) });
        }
        let corrections = &linked.document.common.corrections;
        let new = corrections.iter().filter(|correction| correction.date.last_day() >= seal.sealed);
        let last = new.max_by_key(|correction| correction.date.order());
        let mark = match last {
            Some(last) if corrections.len() > sealed.corrections => {
                SealMark::Corrected(sealed, last)
            }
            _ => SealMark::Changed(sealed),
        };
        Some(Sealing { seal, mark })
    }
}

/// Checks that everything that was ever packed is still there, and what has changed.
pub fn check(archive: &Archive, material: &Material, problems: &mut Vec<Problem>) {
    if archive.seals.seals.is_empty() {
        return;
    }
    for linked in archive.documents.iter().filter(|linked| linked.published) {
        match archive.sealing(linked) {
            Some(Sealing { seal, mark: SealMark::Changed(_) }) => {
                problems.push(changed(linked, seal));
            }
            Some(Sealing { seal, mark: SealMark::Late }) => problems.push(late(linked, seal)),
            Some(Sealing { mark: SealMark::Same(_) | SealMark::Corrected(..), .. }) | None => {}
        }
    }
    let here = archive.documents.iter().filter(|linked| linked.published);
    let here: BTreeSet<&str> = here.map(|linked| &*linked.document.source.path).collect();
    let broken: BTreeSet<&str> = material.broken.iter().map(|it| &*it.source.path).collect();
    for (seal, document) in archive.seals.documents() {
        let path = document.path.value.as_str();
        let is_withdrawn = Address::parse(&document.address)
            .is_some_and(|address| archive.ledger.withdrawal(&address).is_some());
        if !here.contains(path) && !broken.contains(path) && !is_withdrawn {
            problems.push(missing(seal, document));
        }
    }
    for (seal, attachment) in archive.seals.attachments() {
        problems.extend(attachment_problem(archive, seal, attachment));
    }
}

fn attachment_problem(
    archive: &Archive,
    seal: &Seal,
    attachment: &SealedAttachment,
) -> Option<Problem> {
    let path = ContentPath::of_site(&attachment.path.value)?;
    let address = Address::of_content(path).ok()?;
    if archive.ledger.withdrawal(&address).is_some() {
        return None;
    }
    let files = &archive.files;
    let now = files.binary_search_by(|known| known.file.path.as_path().cmp(&path));
    let is_same = now.is_ok_and(|at| files[at].file.digest == attachment.digest);
    (!is_same).then(|| {
        let (path, name) = (&attachment.path.value, &seal.name);
        Problem::at(
            Code::SealedAttachment,
            &seal.source,
            attachment.path.span.clone(),
            text!(
                "Bilagan {path} är inte densamma som i årspaketet {name}: den har bytts ut, flyttats eller tagits bort.",
                "The attachment {path} is not the same as in the yearly package {name}: it was replaced, moved or removed."
            ),
            text!(
                "Lägg tillbaka filen som den var. Ska en nyare fil vara med: ge den ett eget namn och lägg till den bredvid, med en [[corrections]] som berättar om den. Måste filen bort, till exempel för att den har personuppgifter: skriv in beslutet i addresses.toml, under [[withdrawn]] med address = \"{address}\".",
                "Put the file back as it was. If a newer file belongs here: give it a name of its own and add it beside, with a [[corrections]] that tells of it. If the file must go, as when it holds personal data: write the decision in addresses.toml, under [[withdrawn]] with address = \"{address}\"."
            ),
        )
    })
}

fn changed(linked: &Linked, seal: &Seal) -> Problem {
    let (name, day) = (&seal.name, seal.sealed);
    Problem::at(
        Code::SealedChanged,
        &linked.document.source,
        linked.document.common.title.span.clone(),
        text!(
            "Texten har ändrats sedan årspaketet {name} gjordes den {day}, och ingen rättelse säger varför.",
            "The text has changed since the yearly package {name} was made on {day}, and no correction says why."
        ),
        text!(
            "Lägg tillbaka texten som den var, eller berätta vad som har rättats: [[corrections]] med date och text. Dagen ska inte vara före paketets.",
            "Put the text back as it was, or say what was corrected: [[corrections]] with date and text. The date must not be before the package's."
        ),
    )
}

fn late(linked: &Linked, seal: &Seal) -> Problem {
    let name = &seal.name;
    Problem::at(
        Code::SealedLate,
        &linked.document.source,
        linked.document.common.title.span.clone(),
        text!(
            "Dokumentet hör till ett år vars årspaket, {name}, redan är gjort.",
            "The document belongs to a year whose yearly package, {name}, has already been made."
        ),
        text!(
            "Gör ett tillägg till paketet: loftesarkiv seal {name} --supplement. Annars kommer det med nästa gång ett årspaket görs.",
            "Make a supplement to the package: loftesarkiv seal {name} --supplement. Otherwise it is included the next time that a yearly package is made."
        ),
    )
}

fn missing(seal: &Seal, document: &SealedDocument) -> Problem {
    let (path, name) = (&document.path.value, &seal.name);
    Problem::at(
        Code::SealedMissing,
        &seal.source,
        document.path.span.clone(),
        text!(
            "Dokumentet {path} finns i årspaketet {name} men inte längre här.",
            "The document {path} is in the yearly package {name} but no longer here."
        ),
        text!(
            "Lägg tillbaka filen. Har den fått ett annat namn: lägg tillbaka den och flytta den med loftesarkiv move. Ska den bort efter beslut: skriv in beslutet i addresses.toml, under [[withdrawn]].",
            "Put the file back. If it has another name: put it back and move it with loftesarkiv move. If it is to be taken down by decision: write the decision in addresses.toml, under [[withdrawn]]."
        ),
    )
}
