//! Changes a site's own folder on behalf of its editor: creates a new site or a new file to fill
//! in, and moves files and folders. Nothing is printed here: both results and failures are
//! returned.

mod disk;
mod init;
mod r#move;
mod new;
mod template;

pub use init::init;
pub use r#move::{ChangedReference, Move, PlannedMove, plan};
pub use new::{NewFileRequest, create, kind};
