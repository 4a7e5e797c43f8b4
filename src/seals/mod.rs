//! The records of yearly packages, `seals/<year>.toml`: which documents a package holds and what
//! they said on the day it was made, so that nothing in it can change unnoticed. Reading and writing
//! are pure; only `seal` and `move` write the files.

mod lost;
mod read;
mod record;
mod text;

pub use lost::lost;
pub use read::ReadSeals;
pub use record::{Seal, SealedAttachment, SealedDocument, Seals, record_of_years};
pub use text::text;

/// The folder of the records, in the site's folder.
pub const FOLDER: &str = crate::content::SEALS;
