//! The parts of the program that only serve scale: what the pages of a place share is made once.
//! Without this, views would be the same but take longer to make. `docs/decisions/scale.md` says
//! how much longer, and `tests/scale.rs` compares the two.

mod recent;

pub use recent::{Recent, Shared};
