//! What the search page finds: how documents are numbered, what is searched of each, what a result
//! shows, and the index of all of it.

mod facets;
mod fields;
mod groups;
mod index;
mod record;

pub use groups::{SearchGroup, of_archive};
pub use index::index;
pub use record::{SearchRecord, of_part, script_name};
