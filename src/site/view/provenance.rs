//! Where a text comes from and what goes with it: sources, corrections, attachments, images.

use serde::Serialize;

use crate::ledger::Withdrawal;
use crate::model::{AttachmentText, PartialDate};

/// A source.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SourceView {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// What was changed after publication.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct CorrectionView {
    pub date: PartialDate,
    pub text: String,
}

/// What another source says instead.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ConflictView {
    pub field: String,
    pub value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A file to download.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct AttachmentView {
    pub title: String,
    pub href: String,
    /// Such as "pdf"; empty if the name has none.
    pub extension: String,
    /// In bytes; the filter `size` makes it "173 kB".
    pub size: u64,
    /// The number of pages of a PDF, if that can be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<AttachmentText>,
    /// Whether it is the document's original, or a copy of it.
    pub original: bool,
    /// Withdrawn by a decision; only the notice is left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<WithdrawnView>,
}

/// An image of the source; if it has no `src`, it is missing from the archive.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct ImageView {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub src: Option<String>,
    pub alt: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// Whether the credit itself says what it is for, such as an illustration.
    pub credit_has_label: bool,
}

/// A published address that was taken down by a decision.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct WithdrawnView {
    pub address: String,
    pub date: PartialDate,
    pub decision: String,
    pub reason: String,
    /// What it was called, if that was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// A page that was taken down, with the way to the notice that says why.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct WithdrawnLink {
    /// What it was called, if that was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its address within the folder of the place whose page it stands on.
    pub address: String,
    /// Relative to the page that it is on.
    pub href: String,
    /// The day of the decision.
    pub date: PartialDate,
}

impl WithdrawnView {
    /// What the ledger says of a withdrawal.
    pub fn of(withdrawal: &Withdrawal) -> WithdrawnView {
        WithdrawnView {
            address: withdrawal.address.value.to_string(),
            date: withdrawal.date.into(),
            decision: withdrawal.decision.clone(),
            reason: withdrawal.reason.clone(),
            title: withdrawal.title.clone(),
        }
    }
}
