//! The keys of follow-ups.

use super::Reference;
use crate::diagnostic::Spanned;
use crate::model::date::PartialDate;
use crate::schema::Status;

/// What only follow-ups have.
#[derive(Debug)]
pub struct FollowUp {
    /// Its own; one without has `published`.
    pub date: Option<Spanned<PartialDate>>,
    pub follows_up: Vec<Reference>,
    /// Who says so.
    pub assessed_by: String,
    /// Press, researchers: stands beside the parties' own.
    pub third_party: bool,
    /// Which planned follow-ups it is: these, or by its date when it does not say. An empty list
    /// answers none.
    pub answers: Option<Vec<Spanned<PartialDate>>>,
    pub outcomes: Vec<Outcome>,
}

/// `[[outcomes]]`: a status, or in words or figures what the source tells without judging; or both.
#[derive(Debug)]
pub struct Outcome {
    pub of: OutcomeOf,
    pub text: Option<String>,
    pub value: Option<String>,
    /// Another assessor than the follow-up's.
    pub assessed_by: Option<String>,
}

/// What an outcome is about.
#[derive(Debug)]
pub enum OutcomeOf {
    /// One commitment.
    Commitment {
        /// An id, or `path.md#id` when several documents are followed up.
        commitment: Spanned<String>,
        /// None where the source tells a result and judges nothing.
        status: Option<Spanned<Status>>,
    },
    /// All that is followed up, which has no status.
    Whole {
        /// The organisations whose result it is.
        by: Vec<String>,
    },
}

impl Outcome {
    /// The commitment that it is about, as written.
    pub fn commitment(&self) -> Option<&Spanned<String>> {
        match &self.of {
            OutcomeOf::Commitment { commitment, .. } => Some(commitment),
            OutcomeOf::Whole { .. } => None,
        }
    }

    /// Its verdict.
    pub fn status(&self) -> Option<Status> {
        match &self.of {
            OutcomeOf::Commitment { status, .. } => status.as_ref().map(|status| status.value),
            OutcomeOf::Whole { .. } => None,
        }
    }
}

impl FollowUp {
    /// Who says an outcome of this follow-up.
    pub fn assessor<'a>(&'a self, outcome: &'a Outcome) -> &'a str {
        outcome.assessed_by.as_ref().unwrap_or(&self.assessed_by)
    }
}
