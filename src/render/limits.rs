//! How much a template may write.

/// No page is larger, in bytes: lists are divided long before.
pub const LARGEST: usize = 256 << 20;
