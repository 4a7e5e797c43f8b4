//! The view of a document's page.

use serde::Serialize;

use super::chain::ChainView;
use crate::model::{
    AreaLevel, DatedBy, Kind, NoticeType, PartialDate, Period, PlannedState, State, Status, Wording,
};
use crate::site::view::{
    AttachmentView, ConflictView, CorrectionView, Counting, DocumentLink, EndingView, ImageView,
    Link, Prose, SourceView, StandingWord, WithdrawnLink,
};

/// How a document stands to the yearly package that it is in, or that it was too late for.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SealView {
    /// The package's name, linked to the list of packages.
    pub package: Link,
    /// The day on which it was made.
    pub made: PartialDate,
    /// `same`, `changed`, `corrected` or `late`.
    pub mark: &'static str,
    /// The SHA-256 of the text in the package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// The last correction since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrected: Option<CorrectionView>,
}

/// A whole document. Fields that do not apply to its kind are left out; lists are empty.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct DocumentView {
    pub kind: Kind,
    /// Whether it is an agreement that is also a pledge.
    pub includes_pledge: bool,
    pub title: String,
    /// If it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The language of what a translation has from its original, such as its commitments, if that
    /// is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    pub draft: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_type: Option<NoticeType>,
    /// What the source calls itself, if that differs from the name of its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,

    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub municipalities: Vec<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub districts: Vec<Link>,
    /// With the names at the document's time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub police_areas: Vec<Link>,
    /// The level of all of them; `None` if they are of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area_level: Option<AreaLevel>,

    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    pub period_unknown: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period_as_printed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed: Option<PartialDate>,
    /// Whether it was signed after the period had begun.
    pub signed_late: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub announced: Option<PartialDate>,
    /// The document's own date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// A date on which it is known to have been public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// The date that places it in timelines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_date: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated_by: Option<DatedBy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_basis: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// Whether it is no longer in force: ended, terminated or replaced.
    pub over: bool,
    /// The last day on which it was in force, if that has passed and is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_day: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<EndedView>,
    /// What is to end it otherwise than its period does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coming_end: Option<EndingView>,

    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub signatories: Vec<SignatoryView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub focus: Vec<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<DecisionView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactView>,
    /// Who judges something in a follow-up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assessed_by: Vec<String>,
    /// Who has made a follow-up without judging anything in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_by: Option<String>,
    pub third_party: bool,

    /// What it is based on and what it led to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chain: Vec<ChainView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub replaced_by: Vec<DocumentLink>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation_of: Option<DocumentLink>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<DocumentLink>,

    pub body: Prose,
    pub body_empty: bool,
    /// The commitments of a pledge; those taken over from another say from which.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<CommitmentView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitments_from: Option<DocumentLink>,
    /// Whether the source contains no more commitments than these.
    pub commitments_complete: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counting: Option<Counting>,
    /// A follow-up's outcomes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outcomes: Vec<StatementView>,
    /// The document whose commitments they are about, if they are several and all of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcomes_of: Option<DocumentLink>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<PlannedView>,
    /// When follow-ups are promised, in the source's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_as_printed: Option<String>,
    /// Follow-ups of it that were taken down by a decision, by day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub withdrawn_follow_ups: Vec<WithdrawnLink>,

    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<CorrectionView>,
    /// How it stands to the yearly package of its year, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seal: Option<SealView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<ConflictView>,
    /// The attachments that are the original, or a copy of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub originals: Vec<AttachmentView>,
    /// The other attachments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<AttachmentView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<ImageView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<PartialDate>,
    /// The day of the last correction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<PartialDate>,
    /// The absolute address if the site has a `base_url`, otherwise the address within the site.
    pub permanent_address: String,
}

/// That a document was ended before its time.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct EndedView {
    pub date: PartialDate,
    pub reason: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A signatory, as printed.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SignatoryView {
    pub name: String,
    /// Other spellings of the same person's name in the archive.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also_written: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub political_party: Option<String>,
    pub acting: bool,
}

/// A decision.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct DecisionView {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_number: Option<String>,
}

/// A contact for questions.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ContactView {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// A commitment with its outcomes.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct CommitmentView {
    pub id: String,
    /// `lofte-<id>`, in an action plan `atgard-<id>`.
    pub anchor: String,
    pub text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// As printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// The cause that it is meant to affect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// What is measured, its value at the start, and its target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// According to the parties' own outcomes.
    pub standing: StandingWord,
    /// The follow-ups of the document as a whole, if the commitment has no other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub whole: Vec<DocumentLink>,
    /// The parties' own outcomes, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<OutcomeView>,
    /// The outcomes by others, newest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub third_party: Vec<OutcomeView>,
    /// The same commitment in the pledge that this one extends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<DocumentLink>,
}

/// One outcome in a commitment's history.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct OutcomeView {
    pub date: PartialDate,
    /// `None` if the source does not judge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    pub assessed_by: String,
    /// A link to the follow-up.
    pub href: String,
    pub title: String,
}

/// An outcome on the page of its own follow-up.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct StatementView {
    /// The commitment; `None` for an outcome of the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<StatementOf>,
    /// The organisations whose result an outcome of the whole is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// `None` if the source does not judge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessed_by: Option<String>,
}

/// The commitment that an outcome is about.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct StatementOf {
    pub text: String,
    /// The language of the text, if it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// A link to the commitment.
    pub href: String,
    /// A link to its pledge.
    pub of: DocumentLink,
}

/// A planned follow-up.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct PlannedView {
    pub date: PartialDate,
    pub state: PlannedState,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<DocumentLink>,
}
