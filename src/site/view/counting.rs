//! How many commitments, or measures, have each status.

use serde::Serialize;

/// What is counted. The two are never added together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// The commitments of pledges.
    #[default]
    Commitments,
    /// The measures of action plans.
    Measures,
}

/// How many commitments have each status; the filter `counting` makes a sentence of it. The numbers
/// add up to `total`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Counting {
    pub of: Counted,
    pub total: u32,
    pub kept: u32,
    pub partly_kept: u32,
    pub not_kept: u32,
    pub cancelled: u32,
    pub not_started: u32,
    pub ongoing: u32,
    /// Those that were ongoing at the last follow-up of a document that is over.
    pub ongoing_over: u32,
    pub not_assessable: u32,
    /// Commitments for which a result was reported but not judged.
    pub reported: u32,
    /// Commitments of which only the whole document was followed up.
    pub as_a_whole: u32,
    /// Commitments for which the archive has no follow-up.
    pub missing: u32,
    /// Documents that are not divided into commitments. This is a number of documents, and is not
    /// part of the total.
    pub undivided: u32,
    /// How many documents are divided into commitments; they are the ones counted.
    pub divided: u32,
    /// How many of them contain more commitments than the archive knows about.
    pub partly_known: u32,
    /// Everybody who has given a counted commitment its status, as written, in the order of
    /// occurrence.
    pub by: Vec<String>,
    /// Whether any of them is not known to be a party to what is counted.
    pub by_others: bool,
    /// Whether the archive itself has given one its status by a comparison of its own.
    pub by_archive: bool,
    /// How many the parties judge differently on one and the same day.
    pub disputed: u32,
}
