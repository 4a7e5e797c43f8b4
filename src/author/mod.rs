//! Writes in a site's own folder on behalf of its editor: a new site, a new file to fill in, a file
//! or folder under another name. Nothing here prints: what was done is returned, and so is why
//! something could not be done.

mod disk;
mod init;
mod r#move;
mod new;
mod template;

pub use init::init;
pub use r#move::{MendedReference, Move, PlannedMove, plan};
pub use new::{Wanted, create, kind};
