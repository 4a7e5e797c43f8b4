//! What only serves scale: a file that is as the last build left it is not read again, and a build
//! made from the same is not made again. Without it the output is the same and takes longer;
//! `docs/decisions/scale.md` says how much longer, and `tests/scale.rs` compares them.

pub(in crate::publish) mod seen;
pub(in crate::publish) mod unchanged;
