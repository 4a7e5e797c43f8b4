//! A document as its file states it: every key of the front matter, with its place in the file, and
//! the body's outline. Nothing here is computed from other files.

use std::sync::Arc;

use jiff::civil::Date;

use super::address::Address;
use super::content_path::ContentPath;
use super::date::PartialDate;
use super::period::Period;
use super::tail::Tail;
use crate::diagnostic::{Source, Span, Spanned};
use crate::markdown::Outline;
use crate::schema::{AttachmentText, Kind, NoticeType, Status, Wording};

/// A reference to another file, as written; resolved by the archive.
pub type Reference = Spanned<String>;

/// A Markdown file that is no place.
#[derive(Debug)]
pub struct Document {
    /// Not a place kind.
    pub kind: Kind,
    /// The file; its path begins with `content/`.
    pub source: Arc<Source>,
    /// Where its page stands.
    pub address: Address,
    /// The keys of every file.
    pub common: Common,
    /// The keys of archive documents; empty for pages.
    pub archive: ArchiveKeys,
    /// The keys of its kind.
    pub particulars: Particulars,
    /// The body.
    pub body: Body,
}

/// A file's Markdown.
#[derive(Debug)]
pub struct Body {
    /// The text after the front matter, shared with the views.
    pub text: Tail,
    /// Where the body begins in the source's text.
    pub start: usize,
    /// What it refers to and can be referred to by; spans into `text`.
    pub outline: Outline,
}

/// Keys that every file may have.
#[derive(Debug, Default)]
pub struct Common {
    /// Plain text.
    pub title: Spanned<String>,
    /// One or two sentences for lists and metadata.
    pub summary: Option<Spanned<String>>,
    /// BCP 47; the site's when not given.
    pub language: Option<String>,
    /// Counts for nothing in a build.
    pub draft: bool,
    /// Earlier addresses that must keep working; one that ends in `/` stands for a place's folder.
    pub aliases: Vec<Spanned<String>>,
    /// When the file came into the archive.
    pub archived: Option<PartialDate>,
    /// Whose words the body holds.
    pub wording: Option<Wording>,
    /// Where the text comes from.
    pub sources: Vec<SourceNote>,
    /// What was changed after publication.
    pub corrections: Vec<Correction>,
    /// What another source says instead.
    pub conflicts: Vec<Conflict>,
    /// Files published with the document.
    pub attachments: Vec<Attachment>,
    /// Images of the source.
    pub images: Vec<Image>,
    /// Warnings seen and accepted.
    pub accept: Vec<Accept>,
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
}

/// `[[images]]`; without a file the image is known from the source but missing from the archive.
#[derive(Debug)]
pub struct Image {
    pub file: Option<Reference>,
    /// Empty when decorative.
    pub alt: String,
    pub caption: Option<String>,
    pub credit: Option<String>,
}

/// `accept`: a warning seen and accepted.
#[derive(Debug, Clone)]
pub struct Accept {
    pub code: Spanned<String>,
    pub reason: String,
}

/// Keys of archive documents.
#[derive(Debug, Default)]
pub struct ArchiveKeys {
    /// Replaces the municipalities by default.
    pub municipalities: Option<Vec<Spanned<String>>>,
    /// Replaces the districts by default.
    pub districts: Option<Vec<Spanned<String>>>,
    /// Replaces the police areas by default.
    pub police_areas: Option<Vec<Spanned<String>>>,
    /// Subject labels as written.
    pub focus: Vec<Spanned<String>>,
    /// How an uncertain date was reached.
    pub date_basis: Option<String>,
    pub decisions: Vec<Decision>,
    pub contact: Option<Contact>,
}

/// `[[decisions]]`
#[derive(Debug, Default)]
pub struct Decision {
    pub body: Option<String>,
    pub date: Option<PartialDate>,
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

/// The keys of one kind.
#[derive(Debug)]
pub enum Particulars {
    Agreement(Agreement),
    Pledge(Agreement, PledgeKeys),
    FollowUp(FollowUp),
    SituationReport(Covering),
    ActionPlan(Covering),
    Notice(Notice),
    Page(PageKeys),
}

/// What agreements and pledges have in common.
#[derive(Debug)]
pub struct Agreement {
    /// `None` when the source prints none: `"unknown"`.
    pub period: Spanned<Option<Period>>,
    pub period_as_printed: Option<String>,
    pub signed: Option<Spanned<PartialDate>>,
    /// When only an announcement of the signing is known.
    pub announced: Option<Spanned<PartialDate>>,
    pub signatories: Vec<Signatory>,
    /// Organisations.
    pub parties: Vec<String>,
    pub replaces: Vec<Reference>,
    pub extends: Vec<Reference>,
    pub builds_on: Vec<Reference>,
    pub follow_ups_planned: Vec<Spanned<PartialDate>>,
    pub ended: Option<Ended>,
}

/// `[[signatories]]`
#[derive(Debug)]
pub struct Signatory {
    /// As printed.
    pub name: Spanned<String>,
    pub role: Option<String>,
    pub organisation: Option<String>,
    pub political_party: Option<String>,
    /// Tillförordnad.
    pub acting: bool,
    /// Joins spellings of one person.
    pub person: Option<String>,
}

/// `[ended]`: ended before its time.
#[derive(Debug)]
pub struct Ended {
    pub date: Spanned<PartialDate>,
    pub reason: String,
    pub by: Option<String>,
    pub source: Option<String>,
}

/// What only pledges have.
#[derive(Debug, Default)]
pub struct PledgeKeys {
    pub agreement: Option<Reference>,
    pub commitments: Vec<Commitment>,
}

/// `[[commitments]]`: one promise.
#[derive(Debug)]
pub struct Commitment {
    /// a–z 0–9 -, unique in its pledge.
    pub id: Spanned<String>,
    pub text: String,
    /// The organisations that promise it.
    pub by: Vec<String>,
    pub target: Option<String>,
    pub place: Option<String>,
}

/// What only follow-ups have.
#[derive(Debug)]
pub struct FollowUp {
    pub date: Spanned<PartialDate>,
    pub follows_up: Vec<Reference>,
    /// Who says so.
    pub assessed_by: String,
    /// Press, researchers: stands beside the parties' own.
    pub third_party: bool,
    pub answers: Vec<Spanned<PartialDate>>,
    pub outcomes: Vec<Outcome>,
}

/// `[[outcomes]]`
#[derive(Debug)]
pub struct Outcome {
    /// An id, or `path.md#id` when several documents are followed up.
    pub commitment: Spanned<String>,
    pub status: Spanned<Status>,
    pub text: Option<String>,
    pub value: Option<String>,
    pub assessed_by: Option<String>,
}

/// Lägesbild and åtgärdsplan: dated, or covering a period, or both.
#[derive(Debug)]
pub struct Covering {
    pub date: Option<Spanned<PartialDate>>,
    /// `Some(None)`: the source prints none.
    pub period: Option<Spanned<Option<Period>>>,
    /// Action plans only.
    pub builds_on: Vec<Reference>,
}

/// What only notices have.
#[derive(Debug)]
pub struct Notice {
    pub date: Spanned<PartialDate>,
    pub notice_type: NoticeType,
    pub about: Vec<Reference>,
}

/// What only pages have.
#[derive(Debug, Default)]
pub struct PageKeys {
    pub translation_of: Option<Reference>,
}

impl Agreement {
    /// The first day on which it is known to have held: its period's, else the first that its
    /// signing can mean. An announcement of a signing begins nothing.
    pub fn first_day(&self) -> Option<Date> {
        let period = self.period.value.and_then(Period::first_day);
        period.or_else(|| self.signed.as_ref().map(|signed| signed.value.first_day()))
    }
}

impl Document {
    /// Its path in `content/`.
    pub fn path(&self) -> ContentPath<'_> {
        ContentPath::of_source(&self.source)
    }
}
