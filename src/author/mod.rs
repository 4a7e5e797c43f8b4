//! Changes a site's own folder on behalf of its editor: creates a new site or a new file to fill
//! in, and moves files and folders. Nothing is printed here: both results and failures are
//! returned.

mod disk;
mod init;
mod r#move;
mod new;
mod status;
mod template;

pub(crate) use disk::on_disk;
pub use init::{init, init_called};
pub use r#move::{ChangedReference, Move, PlannedMove, existing, plan};
pub use new::{
    CreatedFile, NewFileRequest, add_municipality, check_municipality, create, create_municipality,
    kind,
};
pub use status::{Task, TaskKind, tasks};
