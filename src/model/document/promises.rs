//! The keys of agreements, pledges and action plans.

use jiff::civil::Date;

use super::reference::Reference;
use crate::diagnostic::Spanned;
use crate::model::date::PartialDate;
use crate::model::period::Period;

/// What agreements, pledges and action plans have in common.
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
    /// When they are promised, in the source's words.
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

/// What only action plans have.
#[derive(Debug, Default)]
pub struct PlanKeys {
    /// One without a period has this.
    pub date: Option<Spanned<PartialDate>>,
    /// Its measures.
    pub commitments: Commitments,
}

/// What a pledge promises, an agreement that includes one, or an action plan.
#[derive(Debug)]
pub struct Commitments {
    pub list: Vec<Commitment>,
    /// Whether the source holds no more than these.
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
    /// a–z 0–9 -, unique in its document.
    pub id: Spanned<String>,
    pub text: String,
    /// The organisations that have made the commitment.
    pub by: Vec<String>,
    pub target: Option<String>,
    pub place: Option<String>,
    /// As printed.
    pub when: Option<String>,
    /// What it is to affect.
    pub cause: Option<String>,
    /// What is measured, as printed; where it stood, and where it is to be.
    pub indicator: Option<String>,
    pub baseline: Option<String>,
    pub goal: Option<String>,
}

impl Agreement {
    /// The time in which it is in force, as far as the source says.
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
