//! Atom.
use crate::site::view::FeedView;
pub fn feed(_: &FeedView) -> Vec<u8> {
    Vec::new()
}
