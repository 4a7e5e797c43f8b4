//! What linking makes of documents, places and files. Types alone: who fills them in stands beside
//! this folder.

mod document;
mod link;
mod place;
mod related;
mod timeline;

pub use document::{Effective, Linked, LinkedCommitment, Planned, RecordedOutcome};
pub use link::{LinkTarget, LinkedFile};
pub use place::{LinkedPlace, Membership, PlaceName};
pub use timeline::{EntrySubject, Gap, TimelineEntry};
