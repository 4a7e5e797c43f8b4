//! How much is reported.

/// Of one sort in one file, no more are reported than anyone mends before looking again; so a file
/// of ten million digits costs no memory.
pub(super) const MOST: usize = 100;
