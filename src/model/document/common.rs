//! The keys that every file may have, and those of archive documents.

use super::reference::Reference;
use crate::diagnostic::{Code, Span, Spanned};
use crate::model::date::PartialDate;
use crate::schema::{AttachmentText, Wording};

/// Keys that every file may have.
#[derive(Debug, Default)]
pub struct Common {
    /// Plain text.
    pub title: Spanned<String>,
    /// What the source calls itself, if that differs from the name of its kind.
    pub called: Option<String>,
    /// One or two sentences for lists and metadata.
    pub summary: Option<Spanned<String>>,
    /// BCP 47; the site's when not given.
    pub language: Option<String>,
    /// A draft is not part of a build.
    pub draft: bool,
    /// Earlier addresses that must keep working; one that ends in `/` is that of a place's folder.
    pub aliases: Vec<Spanned<String>>,
    /// When the file was added to the archive.
    pub archived: Option<PartialDate>,
    /// Where that stands in the file.
    pub archived_span: Span,
    /// Whose words the body consists of.
    pub wording: Option<Wording>,
    /// Where the text comes from.
    pub sources: Vec<SourceNote>,
    /// What was changed after publication.
    pub corrections: Vec<Correction>,
    /// What other sources say instead.
    pub conflicts: Vec<Conflict>,
    /// Files published with the document.
    pub attachments: Vec<Attachment>,
    /// Images of the source.
    pub images: Vec<Image>,
    /// Warnings that the editor has seen and accepted.
    pub accept: Vec<Accept>,
}

impl Common {
    /// Whether one of the attachments is the original, or a copy of it.
    pub fn has_original(&self) -> bool {
        self.attachments.iter().any(|attachment| attachment.original)
    }

    /// The latest change after publication.
    pub fn last_correction(&self) -> Option<&Correction> {
        self.corrections.iter().max_by_key(|correction| correction.date.order())
    }
}

/// `[[sources]]`
#[derive(Debug, Default)]
pub struct SourceNote {
    pub publisher: Option<String>,
    pub title: Option<String>,
    pub url: Option<Spanned<String>>,
    pub dated: Option<PartialDate>,
    pub retrieved: Option<PartialDate>,
    pub reference: Option<String>,
}

/// `[[corrections]]`
#[derive(Debug)]
pub struct Correction {
    pub date: PartialDate,
    /// Where the date stands in the file.
    pub span: Span,
    pub text: String,
}

/// `[[conflicts]]`: `field` is a free label.
#[derive(Debug)]
pub struct Conflict {
    pub field: String,
    pub value: String,
    pub source: Option<String>,
}

/// `[[attachments]]`
#[derive(Debug)]
pub struct Attachment {
    pub file: Reference,
    pub title: String,
    pub text: Option<AttachmentText>,
    /// Whether it is the document's original, or a copy of it.
    pub original: bool,
}

/// `[[images]]`; an image without a file is known from the source but missing from the archive.
#[derive(Debug)]
pub struct Image {
    pub file: Option<Reference>,
    /// Empty if the image is decorative.
    pub alt: String,
    pub caption: Option<String>,
    pub credit: Option<String>,
}

/// `accept`: a warning that the editor has seen and accepted.
#[derive(Debug, Clone)]
pub struct Accept {
    pub code: Spanned<String>,
    pub reason: String,
}

impl Accept {
    /// Whether it is about a code.
    pub fn is_of(&self, code: Code) -> bool {
        self.code.value == code.as_str()
    }
}

/// Keys of archive documents.
#[derive(Debug, Default)]
pub struct ArchiveKeys {
    /// Replaces the default municipalities.
    pub municipalities: Option<Vec<Spanned<String>>>,
    /// Replaces the default districts.
    pub districts: Option<Vec<Spanned<String>>>,
    /// Replaces the default police areas.
    pub police_areas: Option<Vec<Spanned<String>>>,
    /// Subject labels as written.
    pub focus: Vec<Spanned<String>>,
    /// The document that this one is in another language.
    pub translation_of: Option<Reference>,
    /// A date on which a source shows that it was public.
    pub published: Option<Spanned<PartialDate>>,
    /// How an uncertain date was determined.
    pub date_basis: Option<String>,
    pub decisions: Vec<Decision>,
    pub contact: Option<Contact>,
}

/// `[[decisions]]`
#[derive(Debug, Default)]
pub struct Decision {
    pub body: Option<String>,
    pub date: Option<PartialDate>,
    /// Where the date stands in the file.
    pub span: Span,
    pub paragraph: Option<String>,
    /// Diarienummer.
    pub case_number: Option<String>,
}

/// `[contact]`: a function rather than a person; not shown after `until`.
#[derive(Debug)]
pub struct Contact {
    pub name: Option<String>,
    pub role: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub until: Option<PartialDate>,
    pub span: Span,
}
