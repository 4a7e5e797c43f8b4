//! How a list is divided among threads.

/// So many items of a list are taken by a thread at a time. Left to itself, rayon halves a list a few
/// times only, and whoever is given the last large piece works on alone.
pub(crate) const PIECE: usize = 32;
