//! What a run was asked for.

use jiff::civil::Date;

use crate::archive::Drafts;
use crate::language::Language;

/// What a run was asked for, beside the site itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The date for which states are computed.
    pub today: Date,
    pub drafts: Drafts,
    /// Warnings are errors.
    pub strict: bool,
    /// Of the messages; the site's when not given.
    pub language: Option<Language>,
}
