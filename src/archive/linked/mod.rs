//! What linking makes of documents, places and files. There are only types here; they are filled in
//! by the files beside this folder.

mod document;
mod link;
mod place;
mod related;
mod timeline;

pub use document::{Effective, Linked, LinkedCommitment, Planned, RecordedOutcome};
pub use link::{LinkTarget, LinkedFile};
pub use place::{LinkedPlace, Membership, PlaceName};
pub use timeline::{EntrySubject, Gap, TimelineEntry};
