//! What only serves scale: a file that is as the last build left it is not read again, words that were
//! collected are not collected again, and a build
//! from the same inputs is not repeated. Without this the output would be the same and take longer;
//! `docs/decisions/scale.md` says how much longer, and `tests/scale.rs` compares the two.

pub(in crate::publish) mod search_runs;
pub(in crate::publish) mod seen;
pub(in crate::publish) mod unchanged;
