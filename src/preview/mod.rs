//! The preview shows every change as soon as it is saved. One thread looks for changes and makes
//! the next version of the site; the server makes pages of the newest version without errors, when
//! they are asked for. Nothing is written to the disk.

mod inject;
mod moves;
pub(crate) mod overlay;
mod rebuild;
pub(crate) mod server;
mod snapshot;
mod status;
mod wake;

use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::sync::watch;

pub use status::{NewestVersion, SiteStatus};
pub use wake::{Nudge, Wake};

use crate::content::LoadError;
use crate::pipeline::Options;
use crate::scan::Scan;
use rebuild::Workbench;

/// A site that has been read and is ready to be shown.
pub struct Preview {
    bench: Workbench,
    wake: Wake,
    /// Called before every new version: the date may have changed.
    options: Box<dyn Fn() -> Options + Send>,
}

/// What is new after a change, for the one who reports it.
pub struct StatusChange<'a> {
    pub before: &'a SiteStatus,
    pub now: &'a SiteStatus,
}

/// A site that is being followed.
pub struct Followed {
    /// Its folder in canonical form.
    pub site: PathBuf,
    /// Its status, and every later one.
    pub status: watch::Receiver<Arc<SiteStatus>>,
    pub nudge: Nudge,
}

impl Preview {
    /// Reads a site, to be watched once it is served. With `by_polling` it is only scanned at
    /// intervals. What is in the `excluded` folders is not part of the site.
    pub fn new(
        site: &Path,
        excluded: Vec<PathBuf>,
        by_polling: bool,
        options: Box<dyn Fn() -> Options + Send>,
    ) -> Result<Preview, LoadError> {
        let scan = Scan::new(site, excluded)?;
        let wake = Wake::new(&scan, by_polling);
        let bench = Workbench::new(scan, options());
        Ok(Preview { bench, wake, options })
    }

    /// The present status of the site.
    pub fn status(&self) -> &Arc<SiteStatus> {
        self.bench.status()
    }

    /// Serves the site until the server can no longer run. `tell` is called after every change,
    /// once browsers have been notified.
    pub fn serve(
        self,
        listener: TcpListener,
        tell: impl Fn(StatusChange<'_>) + Send + 'static,
    ) -> io::Result<()> {
        let Followed { site, status, .. } = self.follow(tell)?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(4)
            .build()?;
        let served = runtime.block_on(server::serve(listener, site, status));
        runtime.shutdown_background();
        served
    }

    /// Begins to follow the site, in a thread that ends when nobody wants to know its status any
    /// more. `tell` is called after every change.
    pub fn follow(
        mut self,
        tell: impl Fn(StatusChange<'_>) + Send + 'static,
    ) -> io::Result<Followed> {
        let site = self.bench.scan().canonical().to_owned();
        let nudge = self.wake.nudge();
        let (sender, status) = watch::channel(self.status().clone());
        std::thread::Builder::new()
            .name("preview".to_owned())
            .spawn(move || self.keep_up(&sender, &tell))?;
        Ok(Followed { site, status, nudge })
    }

    /// Makes a new version after every change, until nobody listens any more.
    fn keep_up(
        &mut self,
        sender: &watch::Sender<Arc<SiteStatus>>,
        tell: &dyn Fn(StatusChange<'_>),
    ) {
        let mut unreadable = false;
        while !sender.is_closed() {
            let paths = self.wake.wait();
            let asked = self.wake.asked();
            // Reported paths are read first, so that a saved text is shown at once.
            let heard = self.bench.scan().look_at(paths.iter().map(PathBuf::as_path));
            if heard && !unreadable {
                self.renew(sender, tell, |bench, options| bench.rebuild(options));
            }
            match self
                .wake
                .look(|| self.bench.scan().look_after(paths.iter().map(PathBuf::as_path)))
            {
                Ok(changed) if changed || unreadable => {
                    unreadable = false;
                    self.renew(sender, tell, |bench, options| bench.rebuild(options));
                }
                Ok(_) => {}
                Err(_) if unreadable => {}
                Err(error) => {
                    unreadable = true;
                    self.renew(sender, tell, |bench, _| bench.unreadable(&error));
                }
            }
            self.wake.answer(asked);
        }
    }

    fn renew(
        &mut self,
        sender: &watch::Sender<Arc<SiteStatus>>,
        tell: &dyn Fn(StatusChange<'_>),
        make: impl FnOnce(&mut Workbench, Options),
    ) {
        let before = self.status().clone();
        make(&mut self.bench, (self.options)());
        sender.send_replace(self.status().clone());
        tell(StatusChange { before: &before, now: self.status() });
    }
}
