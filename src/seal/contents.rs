//! What a package holds: the sources, each document as a PDF, and the site as it is on the day.

use rayon::prelude::*;

use super::facts::PackageFacts;
use super::metadata::pdf_path;
use super::request::SealRequest;
use super::settings;
use super::stage::{PackageFile, PackageStage};
use super::stopped::Stopped;
use crate::diagnostic::{Spanned, Text};
use crate::digest::Digest;
use crate::model::{Address, DocId};
use crate::pdf::{self, PdfOptions};
use crate::pipeline::{Assembled, prepare};
use crate::publish::{Contents, MakeError};
use crate::render::Theme;
use crate::seals::SealedAttachment;
use crate::session::Session;
use crate::site::Recent;

/// What a package is made from.
pub struct PackageMaker<'a> {
    pub session: &'a Session,
    pub assembled: &'a Assembled,
    pub theme: &'a Theme,
    pub asked: &'a SealRequest<'a>,
}

impl PackageMaker<'_> {
    /// The sources: the documents' canonical texts, their places', the attachments byte for byte, the
    /// settings but for how the site is published, and the ledger. Returns the attachments for the record.
    pub fn sources(
        &self,
        facts: &PackageFacts<'_>,
        stage: &mut PackageStage<'_>,
    ) -> Result<Vec<SealedAttachment>, Stopped> {
        const FOLDER: &str = "representations/kallfiler/data/";
        let (archive, loaded) = (facts.archive, &self.session.loaded);
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
            let file = &loaded.others[n];
            let path = file.path.to_string();
            self.stop()?;
            let copied = stage.copy(&format!("{FOLDER}{path}"), &file.on_disk)?;
            stage.take([unchanged(copied, file.digest, &path)?]);
            let path = Spanned::new(path, 0..0);
            attachments.push(SealedAttachment { path, digest: file.digest });
        }
        if let Some(raw) = &loaded.settings {
            stage.add(&format!("{FOLDER}{}", raw.path), &settings::packed(facts, &raw.bytes))?;
        }
        if let Some(raw) = &loaded.ledger {
            stage.add(&format!("{FOLDER}{}", raw.path), &raw.bytes)?;
        }
        attachments.sort_by(|a, b| a.path.value.cmp(&b.path.value));
        Ok(attachments)
    }

    /// Each document as a PDF; one that cannot be made is left out, and the package says so.
    pub fn pdfs(
        &self,
        facts: &mut PackageFacts<'_>,
        stage: &mut PackageStage<'_>,
    ) -> Result<(), Stopped> {
        let recent = Recent::default();
        let made: Vec<Result<PackageFile, (DocId, Text)>> = facts
            .documents
            .par_iter()
            .map(|id| {
                self.stop()?;
                let address = &facts.archive.document(*id).document.address;
                let html = match self.made(address, &recent)? {
                    Contents::Bytes(html) => html,
                    // No document is a copy of a file.
                    Contents::CopyOf { .. } => Vec::new(),
                };
                let options = PdfOptions {
                    links_from: Some(seen_from_its_pdf(address.as_str())),
                    ..PdfOptions::on(facts.day)
                };
                let picture = |src: &str| self.picture(address, src);
                Ok(match pdf::document(&String::from_utf8_lossy(&html), &picture, &options) {
                    Ok(bytes) => Ok(stage.write(&pdf_path(address.as_str()), &bytes)?),
                    Err(error) => Err((*id, error.message())),
                })
            })
            .collect::<Result<_, Stopped>>()?;
        for made in made {
            match made {
                Ok(file) => stage.take([file]),
                Err((id, why)) => _ = facts.without_pdf.insert(id, why),
            }
        }
        Ok(())
    }

    /// The whole site as it is on the day, made anew from the plan.
    pub fn site(&self, stage: &mut PackageStage<'_>) -> Result<(), Stopped> {
        let recent = Recent::default();
        let addresses: Vec<&Address> = self.assembled.plan.pages.keys().collect();
        let files: Vec<PackageFile> = addresses
            .into_par_iter()
            .map(|address| {
                self.stop()?;
                let path = format!("representations/webb/data/{address}");
                Ok(match self.made(address, &recent)? {
                    Contents::Bytes(bytes) => stage.write(&path, &bytes)?,
                    Contents::CopyOf { path: from, name, digest } => {
                        let from = self.session.site.join(from);
                        unchanged(stage.copy(&path, &from)?, digest, &name)?
                    }
                })
            })
            .collect::<Result<_, Stopped>>()?;
        stage.take(files);
        Ok(())
    }

    /// A picture on a page, as the site has it.
    fn picture(&self, page: &Address, src: &str) -> Option<Vec<u8>> {
        let PackageMaker { session, assembled, .. } = self;
        assembled.picture(&session.loaded, &session.site, page, src)
    }

    fn made(&self, address: &Address, recent: &Recent) -> Result<Contents, MakeError> {
        let PackageMaker { session, assembled, theme, .. } = self;
        (prepare(assembled, theme, &session.loaded, address, recent)?.make)()
    }

    /// Stops if the command has been interrupted.
    pub fn stop(&self) -> Result<(), Stopped> {
        if (self.asked.interrupted)() { Err(Stopped::Interrupted) } else { Ok(()) }
    }
}

/// The file, if it is the one that was looked through: it may have been changed since.
fn unchanged(copied: PackageFile, digest: Digest, name: &str) -> Result<PackageFile, MakeError> {
    if copied.digest == digest { Ok(copied) } else { Err(MakeError::changed(name)) }
}

/// A page of the package's copy of the site, as seen from the PDF of that page.
fn seen_from_its_pdf(address: &str) -> String {
    // From the folder of the PDF up to that of the representations.
    let up = "../".repeat(address.matches('/').count() + 2);
    format!("{up}webb/data/{address}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_from_its_pdf() {
        assert_eq!(seen_from_its_pdf("nyhet.html"), "../../webb/data/nyhet.html");
        let deep = "kommuner/habo/2018/lofte.html";
        assert_eq!(seen_from_its_pdf(deep), format!("../../../../../webb/data/{deep}"));
    }
}
