//! What ends a document otherwise than its period does.

use serde::Serialize;

use super::links::DocumentLink;
use crate::model::PartialDate;

/// What ends a document before its period does, or where its period has no end.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct EndingView {
    /// Its last day or, if others replace it, their first.
    pub date: PartialDate,
    /// What replaces it; empty if it was ended, or is to be.
    pub replaced_by: Vec<DocumentLink>,
}
