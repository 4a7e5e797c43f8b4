//! What only serves scale: what stands on many pages is made into HTML once. Without it pages have
//! the same bytes and take longer; `docs/decisions/scale.md` says how much longer, and
//! `tests/scale.rs` compares them.

pub mod frames;
mod parts;
pub mod signs;

pub use frames::Frames;
pub use parts::PartCache;
