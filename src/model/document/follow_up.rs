//! The keys of follow-ups.

use super::Reference;
use crate::diagnostic::Spanned;
use crate::model::date::PartialDate;
use crate::schema::Status;

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
