//! What only serves scale: HTML that appears on many pages is made once. Without this, pages would
//! have the same bytes and take longer; `docs/decisions/scale.md` says how much longer, and
//! `tests/scale.rs` compares the two.

pub mod frames;
mod parts;
pub mod signs;

pub use frames::Frames;
pub use parts::PartCache;
