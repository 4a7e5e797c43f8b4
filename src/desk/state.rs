//! What all requests to the desk share.

use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::watch;

use super::exchange::Admission;
use super::panes::Panes;
use super::sending::Sending;
use super::store::Store;
use crate::pipeline::Options;
use crate::preview::{Nudge, SiteStatus};

/// What all requests share.
pub struct DeskState {
    pub admission: Admission,
    pub store: Store,
    pub status: watch::Receiver<Arc<SiteStatus>>,
    pub nudge: Nudge,
    /// The origin at which the site's pages are.
    pub pages: String,
    pub options: Box<dyn Fn() -> Options + Send + Sync>,
    pub home: Option<PathBuf>,
    pub scratch: PathBuf,
    pub sending: Arc<Sending>,
    pub panes: Panes,
    /// Which site it is, for a page that asks whether the desk is still the one that showed it.
    pub site_digest: String,
}
