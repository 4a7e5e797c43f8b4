//! The keys, grouped by subject.

pub mod commitments;
pub mod common;
pub mod follow_up;
pub mod keeping;
pub mod ledger;
pub mod notice;
pub mod places;
pub mod promises;
pub mod publishing;
pub mod reports;
pub mod seals;
pub mod settings;
pub mod sources;
