//! The keys of follow-ups.

use super::reference::Reference;
use crate::diagnostic::Spanned;
use crate::model::date::PartialDate;
use crate::schema::Status;

/// The keys that only follow-ups have.
#[derive(Debug)]
pub struct FollowUp {
    /// Its own date; a follow-up without one has `published`.
    pub date: Option<Spanned<PartialDate>>,
    pub follows_up: Vec<Reference>,
    /// Who has assessed.
    pub assessed_by: String,
    /// Whether it is by the press or researchers; it is then shown beside the parties' own.
    pub third_party: bool,
    /// The planned follow-ups that it answers. If not given, they are determined by its date; an
    /// empty list answers none.
    pub answers: Option<Vec<Spanned<PartialDate>>>,
    pub outcomes: Vec<Outcome>,
}

/// `[[outcomes]]`: a status, what the source reports in words or figures without judging, or both.
#[derive(Debug)]
pub struct Outcome {
    pub of: OutcomeOf,
    pub text: Option<String>,
    pub value: Option<String>,
    /// The assessor, if it is another than the follow-up's.
    pub assessed_by: Option<String>,
}

/// What an outcome is about.
#[derive(Debug)]
pub enum OutcomeOf {
    /// One commitment.
    Commitment {
        /// An id, or `path.md#id` when several documents are followed up.
        commitment: Spanned<String>,
        /// `None` if the source reports a result without judging it.
        status: Option<Spanned<Status>>,
    },
    /// Everything that is followed up, which has no status.
    Whole {
        /// The organisations that the result belongs to.
        by: Vec<String>,
    },
}

impl FollowUp {
    /// Everybody who judges something in it, in the order of occurrence.
    pub fn judges(&self) -> Vec<String> {
        let mut judges: Vec<String> = Vec::new();
        for outcome in self.outcomes.iter().filter(|outcome| outcome.status().is_some()) {
            let judge = self.assessor(outcome);
            if !judges.iter().any(|known| known == judge) {
                judges.push(judge.to_owned());
            }
        }
        judges
    }

    /// Who has made it, if they only report what came of the promises and judge none of it.
    pub fn reporter(&self) -> Option<&str> {
        let mut judged = self.outcomes.iter().filter(|outcome| outcome.status().is_some());
        let own = &*self.assessed_by;
        (!judged.any(|outcome| self.assessor(outcome) == own)).then_some(own)
    }
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
    /// Who has assessed an outcome of this follow-up.
    pub fn assessor<'a>(&'a self, outcome: &'a Outcome) -> &'a str {
        outcome.assessed_by.as_ref().unwrap_or(&self.assessed_by)
    }
}
