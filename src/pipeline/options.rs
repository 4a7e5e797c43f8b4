//! The options of a run.

use jiff::civil::Date;

use crate::archive::Drafts;
use crate::language::Language;

/// What a run was asked to do, besides the site itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The date for which states are computed.
    pub today: Date,
    pub drafts: Drafts,
    /// Whether warnings count as errors.
    pub strict: bool,
    /// The language of messages; the site's language if not given.
    pub language: Option<Language>,
}
