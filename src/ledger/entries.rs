//! The contents of the ledger: every address that was ever published, and those that were
//! withdrawn.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Source, Spanned};
use crate::model::Address;

/// The path of the ledger in the site's folder.
pub const FILE: &str = "addresses.toml";

/// `addresses.toml`: every address that was ever published, and the withdrawals.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// The file, for problems with it; `None` when there is none yet.
    pub source: Option<Arc<Source>>,
    /// Sorted, each with its place in the file if it was read from one.
    pub published: Vec<Spanned<Address>>,
    /// The names of the yearly packages that had a record when the site was built, sorted, each with
    /// its place in the file; so that the loss of a record is seen, as that of an address is.
    pub packages: Vec<Spanned<String>>,
    pub withdrawn: Vec<Withdrawal>,
    /// The addresses that the last build left in the site's own output, in order; all of them
    /// should be among the published.
    pub standing: Arc<[Address]>,
}

/// A published address that was taken down by a decision; a page at the address says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    pub address: Spanned<Address>,
    pub date: Date,
    /// Who decided, and the number of the case.
    pub decision: String,
    pub reason: String,
    /// What it was called, if that was kept.
    pub title: Option<String>,
    /// The addresses, at that time, of what a follow-up had followed up.
    pub follows_up: Vec<Address>,
}

impl Ledger {
    /// Whether an address has ever been published.
    pub fn has_published(&self, address: &Address) -> bool {
        self.published.binary_search_by(|published| published.value.cmp(address)).is_ok()
    }

    /// Whether anything has ever been published in a folder, given with a slash at its end.
    pub fn has_published_in(&self, folder: &str) -> bool {
        let after = self.published.partition_point(|published| published.as_str() < folder);
        self.published.get(after).is_some_and(|published| published.as_str().starts_with(folder))
    }

    /// The withdrawal of an address, if it has been withdrawn.
    pub fn withdrawal(&self, address: &Address) -> Option<&Withdrawal> {
        self.withdrawn.iter().find(|withdrawal| withdrawal.address.value == *address)
    }
}

impl Ledger {
    /// The file that problems with the ledger refer to; only its name if there is no ledger yet.
    pub fn source(&self) -> Arc<Source> {
        self.source.clone().unwrap_or_else(|| Source::path_only(FILE))
    }
}
