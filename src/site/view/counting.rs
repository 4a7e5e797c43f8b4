//! How many commitments stand how.

use serde::Serialize;

/// How many commitments stand how; becomes a sentence by the filter `counting`. The numbers add up
/// to `total`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Counting {
    pub total: u32,
    pub kept: u32,
    pub partly_kept: u32,
    pub not_kept: u32,
    pub cancelled: u32,
    pub not_started: u32,
    pub ongoing: u32,
    pub not_assessable: u32,
    /// A result was told, and nothing judged.
    pub reported: u32,
    /// Only the whole was followed up.
    pub as_a_whole: u32,
    /// No follow-up in the archive.
    pub missing: u32,
    /// Pledges not divided into commitments; counted in pledges, outside the total.
    pub undivided: u32,
    /// Who says so, as written, in the order met: each who has given a counted commitment its status.
    pub by: Vec<String>,
    /// The archive itself has given one its status, by a comparison of its own.
    pub by_archive: bool,
}
