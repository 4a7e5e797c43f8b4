//! Changes a site's own folder on behalf of its editor: creates a new site or a new file to fill
//! in, of last year's or of a paper that is imported, and moves files and folders; and says what needs
//! doing. Nothing is printed here: both results and failures are returned.

use std::path::Path;

use crate::failure::Failure;
use crate::publish::disk::RealDisk;

mod attachment;
mod disk;
mod import;
mod init;
mod r#move;
mod new;
mod status;
mod template;

pub use crate::unfinished_move::FinishedMove;
pub use attachment::SafeName;
pub(crate) use disk::on_disk;
pub use import::{ImportFile, ImportRequest, ImportedDraft, import, read_import};
pub use init::{add_pages, init, init_called};
pub use r#move::{ChangedReference, Move, PlannedMove, existing, plan};
pub use new::{
    CreatedFile, NewFileRequest, add_municipality, check_municipality, create, create_municipality,
    is_place, kind, new_municipality,
};
pub use status::{Task, TaskKind, tasks};

/// Finishes a move in a site's folder that was cut off, if there is one.
pub fn finish_move(site: &Path) -> Result<Option<FinishedMove>, Failure> {
    crate::unfinished_move::finish(&RealDisk, site)
}
