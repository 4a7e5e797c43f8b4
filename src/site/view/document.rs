//! A document's page.

use serde::Serialize;

use super::{Counting, DocumentLink, Link, Prose};
use crate::model::{
    AttachmentText, DatedBy, Kind, NoticeType, PartialDate, Period, PlannedState, State, Status,
    Wording,
};

/// `<place>/…/<document>.html`
#[derive(Debug, Clone, Serialize)]
pub struct DocumentView {
    pub kind: Kind,
    pub title: String,
    /// When not the site's.
    pub language: Option<String>,
    pub summary: Option<String>,
    pub draft: bool,
    pub wording: Option<Wording>,
    pub notice_type: Option<NoticeType>,

    pub municipalities: Vec<Link>,
    pub districts: Vec<Link>,
    /// With the names of the document's time.
    pub police_areas: Vec<Link>,

    pub period: Option<Period>,
    pub period_unknown: bool,
    pub period_as_printed: Option<String>,
    pub signed: Option<PartialDate>,
    /// Signed after the period began.
    pub signed_late: bool,
    pub announced: Option<PartialDate>,
    /// The document's own date.
    pub date: Option<PartialDate>,
    /// By which it stands in timelines.
    pub effective_date: Option<PartialDate>,
    pub dated_by: Option<DatedBy>,
    pub date_basis: Option<String>,
    pub state: Option<State>,
    /// It is history: ended, terminated or replaced.
    pub over: bool,
    /// The last day it was in force, when over and known.
    pub last_day: Option<PartialDate>,
    pub ended: Option<EndedView>,

    pub signatories: Vec<SignatoryView>,
    pub parties: Vec<String>,
    pub focus: Vec<Link>,
    pub decisions: Vec<DecisionView>,
    pub contact: Option<ContactView>,
    pub assessed_by: Option<String>,
    pub third_party: bool,

    /// The chain: what it rests on and what came of it.
    pub agreement: Option<DocumentLink>,
    pub pledges: Vec<DocumentLink>,
    pub replaces: Vec<DocumentLink>,
    pub replaced_by: Vec<DocumentLink>,
    pub extends: Vec<DocumentLink>,
    pub extended_by: Vec<DocumentLink>,
    pub builds_on: Vec<DocumentLink>,
    pub built_on_by: Vec<DocumentLink>,
    pub follows_up: Vec<DocumentLink>,
    pub follow_ups: Vec<DocumentLink>,
    pub about: Vec<DocumentLink>,
    pub notices: Vec<DocumentLink>,
    pub translation_of: Option<DocumentLink>,
    pub translations: Vec<DocumentLink>,

    pub body: Prose,
    pub body_empty: bool,
    /// The pledge's commitments; inherited ones say from where.
    pub commitments: Vec<CommitmentView>,
    pub commitments_from: Option<DocumentLink>,
    pub counting: Option<Counting>,
    /// A follow-up's outcomes.
    pub outcomes: Vec<StatementView>,
    pub planned: Vec<PlannedView>,

    pub sources: Vec<SourceView>,
    pub corrections: Vec<CorrectionView>,
    pub conflicts: Vec<ConflictView>,
    pub attachments: Vec<AttachmentView>,
    pub images: Vec<ImageView>,
    pub archived: Option<PartialDate>,
    /// The absolute address when the site has a `base_url`, else the address in the site.
    pub permanent_address: String,
}

/// Ended before its time.
#[derive(Debug, Clone, Serialize)]
pub struct EndedView {
    pub date: PartialDate,
    pub reason: String,
    pub by: Option<String>,
    pub source: Option<String>,
}

/// A signatory, as printed.
#[derive(Debug, Clone, Serialize)]
pub struct SignatoryView {
    pub name: String,
    /// Other spellings of the same person in the archive.
    pub also_written: Vec<String>,
    pub role: Option<String>,
    pub organisation: Option<String>,
    pub political_party: Option<String>,
    pub acting: bool,
}

/// A decision.
#[derive(Debug, Clone, Serialize)]
pub struct DecisionView {
    pub body: Option<String>,
    pub date: Option<PartialDate>,
    pub paragraph: Option<String>,
    pub case_number: Option<String>,
}

/// Whom to ask.
#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    pub name: Option<String>,
    pub role: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
}

/// A commitment with what came of it.
#[derive(Debug, Clone, Serialize)]
pub struct CommitmentView {
    pub id: String,
    /// `lofte-<id>`
    pub anchor: String,
    pub text: String,
    pub by: Vec<String>,
    pub target: Option<String>,
    pub place: Option<String>,
    /// The latest of the parties' own; `null` when the archive has none.
    pub status: Option<Status>,
    /// "Pågår" of a pledge that is over reads "Pågick vid senaste uppföljningen".
    pub over: bool,
    /// The parties' own outcomes, newest first.
    pub history: Vec<OutcomeView>,
    /// What others say, newest first.
    pub third_party: Vec<OutcomeView>,
    /// The same commitment in the pledge that this one extends.
    pub same_as: Option<DocumentLink>,
}

/// One outcome in a commitment's history.
#[derive(Debug, Clone, Serialize)]
pub struct OutcomeView {
    pub date: PartialDate,
    pub status: Status,
    pub text: Option<String>,
    pub value: Option<String>,
    pub assessed_by: String,
    /// The follow-up.
    pub href: String,
    pub title: String,
}

/// One outcome on the follow-up's own page.
#[derive(Debug, Clone, Serialize)]
pub struct StatementView {
    /// The commitment's text.
    pub commitment: String,
    /// To the commitment.
    pub href: String,
    /// Its pledge.
    pub of: DocumentLink,
    pub status: Status,
    pub text: Option<String>,
    pub value: Option<String>,
    pub assessed_by: Option<String>,
}

/// A planned follow-up.
#[derive(Debug, Clone, Serialize)]
pub struct PlannedView {
    pub date: PartialDate,
    pub state: PlannedState,
    pub answered_by: Option<DocumentLink>,
}

/// A source.
#[derive(Debug, Clone, Serialize)]
pub struct SourceView {
    pub publisher: Option<String>,
    pub title: Option<String>,
    pub url: Option<String>,
    pub dated: Option<PartialDate>,
    pub retrieved: Option<PartialDate>,
    pub reference: Option<String>,
}

/// What was changed after publication.
#[derive(Debug, Clone, Serialize)]
pub struct CorrectionView {
    pub date: PartialDate,
    pub text: String,
}

/// What another source says instead.
#[derive(Debug, Clone, Serialize)]
pub struct ConflictView {
    pub field: String,
    pub value: String,
    pub source: Option<String>,
}

/// A file to download.
#[derive(Debug, Clone, Serialize)]
pub struct AttachmentView {
    pub title: String,
    pub href: String,
    /// "pdf"; empty when the name has none.
    pub extension: String,
    /// In bytes; becomes "173 kB" by the filter `size`.
    pub size: u64,
    pub text: Option<AttachmentText>,
    /// Withdrawn by decision: only the notice is left.
    pub withdrawn: Option<super::WithdrawnView>,
}

/// An image of the source; without `src` it is missing from the archive.
#[derive(Debug, Clone, Serialize)]
pub struct ImageView {
    pub src: Option<String>,
    pub alt: String,
    pub caption: Option<String>,
    pub credit: Option<String>,
}
