//! The keys of agreements and pledges.

use jiff::civil::Date;

use super::Reference;
use crate::diagnostic::Spanned;
use crate::model::date::PartialDate;
use crate::model::period::Period;

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

impl Agreement {
    /// The first day on which it is known to have held: its period's, else the first that its
    /// signing can mean. An announcement of a signing begins nothing.
    pub fn first_day(&self) -> Option<Date> {
        let period = self.period.value.and_then(Period::first_day);
        period.or_else(|| self.signed.as_ref().map(|signed| signed.value.first_day()))
    }
}
