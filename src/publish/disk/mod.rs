//! The file operations that publishing is made of, as a trait, so that tests can let any one of
//! them fail.

mod attributes;
mod entry;
mod lock;
mod moving;
mod operations;
mod real;
mod refusals;
mod syncing;

pub use entry::{PathKind, Stamp};
pub use lock::HeldLock;
pub use operations::Disk;
pub use real::RealDisk;
pub(crate) use refusals::in_use;
pub use refusals::not_supported;
pub use syncing::durable;
