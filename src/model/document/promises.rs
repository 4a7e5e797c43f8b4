//! The keys of agreements, pledges and action plans.

use jiff::civil::Date;

use super::reference::Reference;
use crate::diagnostic::Spanned;
use crate::model::date::PartialDate;
use crate::model::period::Period;

/// The keys that agreements, pledges and action plans have in common.
#[derive(Debug)]
pub struct Agreement {
    /// `Some(None)` if the source prints no period: `"unknown"`. Only an action plan may be without
    /// one, if it has a date.
    pub period: Option<Spanned<Option<Period>>>,
    pub period_as_printed: Option<String>,
    pub signed: Option<Spanned<PartialDate>>,
    /// The date of the announcement, if only an announcement of the signing is known.
    pub announced: Option<Spanned<PartialDate>>,
    pub signatories: Vec<Signatory>,
    /// Organisations.
    pub parties: Vec<String>,
    pub replaces: Vec<Reference>,
    pub extends: Vec<Reference>,
    pub builds_on: Vec<Reference>,
    pub follow_ups_planned: Vec<Spanned<PartialDate>>,
    /// When follow-ups are promised, in the source's words.
    pub follow_ups_as_printed: Option<String>,
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
    /// Whether the signatory was acting (tillförordnad).
    pub acting: bool,
    /// The word that joins different spellings of one person's name.
    pub person: Option<String>,
}

/// `[ended]`: the document was ended before its time.
#[derive(Debug)]
pub struct Ended {
    pub date: Spanned<PartialDate>,
    pub reason: String,
    pub by: Option<String>,
    pub source: Option<String>,
}

/// The keys that only pledges have.
#[derive(Debug, Default)]
pub struct PledgeKeys {
    pub agreement: Option<Reference>,
    pub commitments: Commitments,
}

/// The keys that only action plans have.
#[derive(Debug, Default)]
pub struct PlanKeys {
    /// A plan without a period must have this.
    pub date: Option<Spanned<PartialDate>>,
    /// The measures of the plan.
    pub commitments: Commitments,
}

/// What a pledge, an agreement that is also a pledge, or an action plan promises.
#[derive(Debug)]
pub struct Commitments {
    pub list: Vec<Commitment>,
    /// Whether the source contains no more commitments than these.
    pub complete: bool,
}

impl Default for Commitments {
    fn default() -> Commitments {
        Commitments { list: Vec::new(), complete: true }
    }
}

/// `[[commitments]]`: one commitment, or one measure of a plan.
#[derive(Debug)]
pub struct Commitment {
    /// Made of a–z, 0–9 and `-`, and unique in its document.
    pub id: Spanned<String>,
    pub text: String,
    /// The organisations that have made the commitment.
    pub by: Vec<String>,
    pub target: Option<String>,
    pub place: Option<String>,
    /// When it is to be done, as printed.
    pub when: Option<String>,
    /// The cause that it is meant to affect.
    pub cause: Option<String>,
    /// What is measured, its value at the start, and its target, all as printed.
    pub indicator: Option<String>,
    pub baseline: Option<String>,
    pub goal: Option<String>,
}

impl Agreement {
    /// The period in which it is in force, if the source gives one.
    pub fn period(&self) -> Option<Period> {
        self.period.as_ref().and_then(|period| period.value)
    }

    /// The first day on which it is known to have been in force: that of its period, otherwise the
    /// first day that its signing can mean. The announcement of a signing does not begin anything.
    pub fn first_day(&self) -> Option<Date> {
        let period = self.period().and_then(Period::first_day);
        period.or_else(|| self.signed.as_ref().map(|signed| signed.value.first_day()))
    }
}
