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
            .map(|(image, file)| (image, file, image.credit.as_deref().map(Credit::of)))
            .map(|(image, file, credit)| ImageView {
                src: file
                    .and_then(|id| self.archive.files[id.index()].file.address.as_ref())
                    .map(|address| self.way(address)),
                alt: image.alt.clone(),
                caption: image.caption.clone(),
                credit_has_label: credit.is_some_and(|credit| credit.has_label),
                credit: credit.map(|credit| credit.shown.to_owned()),
            })
            .collect()
    }
}

/// Who made a picture, as sources print it.
#[derive(Clone, Copy)]
struct Credit<'c> {
    shown: &'c str,
    /// Whether it says itself what they made, so that the page does not call it a photo.
    has_label: bool,
}

impl Credit<'_> {
    /// `Foto: Kim` without the word that pages put before the name; `Illustration: Kim` as it is.
    fn of(credit: &str) -> Credit<'_> {
        const OF_PHOTOS: [&str; 8] = [
            "foto",
            "fotograf",
            "fotografi",
            "fotografen",
            "photo",
            "photograph",
            "photographer",
            "photographs",
        ];
        const OF_OTHERS: [&str; 26] = [
            "bild",
            "bilder",
            "image",
            "images",
            "picture",
            "illustration",
            "illustrationer",
            "illustratör",
            "illustrator",
            "grafik",
            "graphics",
            "karta",
            "kartor",
            "map",
            "kollage",
            "collage",
            "montage",
            "teckning",
            "drawing",
            "ritning",
            "målning",
            "film",
            "video",
            "diagram",
            "layout",
            "foton",
        ];
        let is = |words: &[&str], word: &str| words.contains(&word.to_lowercase().as_str());
        let letters = credit.find(|c: char| !c.is_alphabetic()).unwrap_or(credit.len());
        let (word, rest) = credit.split_at(letters);
        let rest = rest.trim_start();
        let name = rest.strip_prefix(':').map(str::trim_start);
        let begins_name = rest.starts_with(char::is_uppercase) && !credit.contains(':');
        match (is(&OF_PHOTOS, word), name) {
            (true, Some(name)) if !name.is_empty() => Credit { shown: name, has_label: false },
            (true, None) if begins_name => Credit { shown: rest, has_label: false },
            (is_of_photo, _) => {
                Credit { shown: credit, has_label: is_of_photo || is(&OF_OTHERS, word) }
            }
        }
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
    use super::Credit;

    #[test]
    fn the_word_for_a_picture_stands_once_and_is_the_source_s_own() {
        for (written, on_page) in [
            ("Foto: Polisen", "Foto: Polisen"),
            ("foto : Kim Exempel", "Foto: Kim Exempel"),
            ("Photo: The police", "Foto: The police"),
            ("Fotograf: Kim", "Foto: Kim"),
            ("Fotograf Kim Exempel", "Foto: Kim Exempel"),
            ("Foto Polisen", "Foto: Polisen"),
            ("Polisen", "Foto: Polisen"),
            ("Polisen: Kim", "Foto: Polisen: Kim"),
            ("Bildbyrån", "Foto: Bildbyrån"),
            ("© Kim Exempel", "Foto: © Kim Exempel"),
            ("Bild: Kim", "Bild: Kim"),
            ("Illustration: Kim", "Illustration: Kim"),
            ("Illustration Kim", "Illustration Kim"),
            ("ILLUSTRATION: KIM", "ILLUSTRATION: KIM"),
            ("Foto/bild: Kim", "Foto/bild: Kim"),
            ("Foto och montage: Kim", "Foto och montage: Kim"),
            ("Foto: Kim, illustration: Bo", "Foto: Kim, illustration: Bo"),
            ("Foto Kim, illustration: Bo", "Foto Kim, illustration: Bo"),
            ("Foto från Polisen", "Foto från Polisen"),
            ("Fotograf okänd", "Fotograf okänd"),
            ("Karta: Lantmäteriet", "Karta: Lantmäteriet"),
            ("Foto:", "Foto:"),
        ] {
            let Credit { shown, has_label } = Credit::of(written);
            let label = if has_label { "" } else { "Foto: " };
            assert_eq!(format!("{label}{shown}"), on_page);
        }
    }
}
