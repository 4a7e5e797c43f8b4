//! Limits on what is reported.

/// Of one sort, at most this many are reported in one file. Nobody mends more before running the
/// program again, and a file of ten million digits then needs no memory.
pub(super) const MOST: usize = 100;
