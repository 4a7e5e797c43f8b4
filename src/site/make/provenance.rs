//! Where a text comes from and what goes with it: attachments, images, sources, corrections.

use super::maker::Maker;
use crate::model::document::{Common, Document};
use crate::model::{Address, FileId};
use crate::site::view::{
    AttachmentView, ConflictView, CorrectionView, ImageView, SourceView, WithdrawnView,
};

impl Maker<'_> {
    /// The files that a document is published with, in the order of its front matter.
    pub fn attachments(
        &self,
        document: &Document,
        files: &[Option<FileId>],
    ) -> Vec<AttachmentView> {
        document
            .common
            .attachments
            .iter()
            .zip(files)
            .filter_map(|(attachment, file)| {
                let address = match file {
                    Some(id) => self.archive.files[id.index()].file.address.clone()?,
                    None => address_of_missing(document, &attachment.file)?,
                };
                let size = file.map_or(0, |id| self.archive.files[id.index()].file.size);
                let withdrawal = self.archive.ledger.withdrawal(&address);
                let name = address.as_str().rsplit('/').next().unwrap_or_default();
                Some(AttachmentView {
                    title: attachment.title.clone(),
                    href: match file {
                        Some(_) => self.way(&address),
                        None => format!("{}.html", self.way(&address)),
                    },
                    extension: name.rsplit_once('.').map(|(_, e)| e.to_owned()).unwrap_or_default(),
                    size,
                    pages: file.and_then(|id| self.archive.files[id.index()].file.pages),
                    text: attachment.text,
                    original: attachment.original,
                    withdrawn: withdrawal.map(WithdrawnView::of),
                })
            })
            .collect()
    }

    /// The images of a text.
    pub fn images(&self, common: &Common, files: &[Option<FileId>]) -> Vec<ImageView> {
        common
            .images
            .iter()
            .zip(files)
            .map(|(image, file)| ImageView {
                src: file
                    .and_then(|id| self.archive.files[id.index()].file.address.as_ref())
                    .map(|address| self.way(address)),
                alt: image.alt.clone(),
                caption: image.caption.clone(),
                credit: image.credit.as_deref().map(|credit| without_label(credit).to_owned()),
            })
            .collect()
    }
}

/// Who took a picture, without the word that pages put before the name: sources print it too.
fn without_label(credit: &str) -> &str {
    const LABELS: [&str; 7] =
        ["foto", "photo", "fotograf", "photographer", "fotografi", "bild", "image"];
    let (label, name) = credit.split_once(':').unwrap_or(("", credit));
    let name = name.trim();
    match LABELS.contains(&label.trim().to_lowercase().as_str()) && !name.is_empty() {
        true => name,
        false => credit,
    }
}

/// The address that an attachment would have if its file existed; the ledger says whether it was
/// withdrawn from there.
fn address_of_missing(document: &Document, reference: &str) -> Option<Address> {
    let path = document.path().resolve(reference)?;
    Address::of_content(path.as_path()).ok()
}

/// The sources of a text.
pub fn sources(common: &Common) -> Vec<SourceView> {
    let views = common.sources.iter().map(|source| SourceView {
        publisher: source.publisher.clone(),
        title: source.title.clone(),
        url: source.url.as_ref().map(|url| url.value.clone()),
        dated: source.dated,
        retrieved: source.retrieved,
        reference: source.reference.clone(),
    });
    views.collect()
}

/// The corrections made after a text was published.
pub fn corrections(common: &Common) -> Vec<CorrectionView> {
    let views = common
        .corrections
        .iter()
        .map(|correction| CorrectionView { date: correction.date, text: correction.text.clone() });
    views.collect()
}

/// What other sources say instead.
pub fn conflicts(common: &Common) -> Vec<ConflictView> {
    let views = common.conflicts.iter().map(|conflict| ConflictView {
        field: conflict.field.clone(),
        value: conflict.value.clone(),
        source: conflict.source.clone(),
    });
    views.collect()
}

#[cfg(test)]
mod tests {
    use super::without_label;

    #[test]
    fn the_word_for_a_picture_stands_once() {
        for (written, shown) in [
            ("Foto: Polisen", "Polisen"),
            ("foto : Kim Exempel", "Kim Exempel"),
            ("Photo: The police", "The police"),
            ("Fotograf: Kim", "Kim"),
            ("Bild: Kim", "Kim"),
            ("Polisen", "Polisen"),
            ("Polisen: Kim", "Polisen: Kim"),
            ("Foto:", "Foto:"),
            ("Foto Polisen", "Foto Polisen"),
        ] {
            assert_eq!(without_label(written), shown);
        }
    }
}
