//! Decides when to scan again: as soon as the system reports a change in the site's folder, and at
//! intervals anyway, since network drives, WSL and synced folders report nothing. Folders are
//! watched, never files, because editors replace files. Watching begins with the first wait, when
//! the site is already shown, since thousands of folders take a while.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::watch;

use crate::content::is_litter;
use crate::scan::Scan;

/// The interval between scans when nothing is reported.
const POLL: Duration = Duration::from_secs(2);
/// A scan may take at most one part in this many of the time, so that a slow drive is not read
/// without pause.
const REST: u32 = 20;
/// Editors save in several steps within a few milliseconds. A burst of events has ended when
/// nothing has been reported for this long …
const QUIET: Duration = Duration::from_millis(8);
/// … or when it has gone on for this long.
const LONGEST_BURST: Duration = Duration::from_millis(250);

/// Says when to look again.
pub struct Wake {
    hearing: ChangeEvents,
    events: Receiver<Vec<PathBuf>>,
    /// Kept so that without a watcher the channel is silent rather than closed.
    sender: Sender<Vec<PathBuf>>,
    site: PathBuf,
    /// Folders that are not part of the site, as the system reports changes in them.
    excluded: Vec<PathBuf>,
    watched: BTreeSet<&'static str>,
    poll: Duration,
    /// How many times somebody has asked for a scan, and how many of these have been answered.
    asked: Arc<AtomicU64>,
    answered: watch::Sender<u64>,
}

/// Lets the site be scanned at once, for whoever has just changed it or must know what is so now.
#[derive(Debug, Clone)]
pub struct Nudge {
    sender: Sender<Vec<PathBuf>>,
    asked: Arc<AtomicU64>,
    answered: watch::Receiver<u64>,
}

impl Nudge {
    /// Reports that these files have changed, given with the site's folder in canonical form.
    pub fn changed(&self, paths: Vec<PathBuf>) {
        let _ = self.sender.send(paths);
    }

    /// Waits until a scan that began after this call has been taken in, so that what was saved
    /// before it, by whatever program, is known. Returns at once if nobody scans any more.
    pub async fn up_to_date(&self) {
        let number = self.asked.fetch_add(1, Ordering::SeqCst) + 1;
        let mut answered = self.answered.clone();
        if self.sender.send(Vec::new()).is_ok() {
            let _ = answered.wait_for(|answered| *answered >= number).await;
        }
    }
}

/// Whether the system reports changes.
enum ChangeEvents {
    /// Watching has not begun.
    NotYet,
    Watched(RecommendedWatcher),
    /// The system cannot report changes, or is not to be asked: there are only scans at intervals.
    Nothing,
}

/// The folders of a site that are watched with everything in them.
const FOLDERS: [&str; 2] = ["content", "themes"];

impl Wake {
    /// For a site that has been read; with `by_polling` it is only scanned at intervals.
    pub fn new(scan: &Scan, by_polling: bool) -> Wake {
        let (sender, events) = mpsc::channel();
        Wake {
            hearing: if by_polling { ChangeEvents::Nothing } else { ChangeEvents::NotYet },
            events,
            sender,
            site: scan.canonical().to_owned(),
            excluded: scan.excluded(),
            watched: BTreeSet::new(),
            // The first scan comes at once: something may have changed since the site was read.
            poll: Duration::ZERO,
            asked: Arc::default(),
            answered: watch::channel(0).0,
        }
    }

    /// What lets the next wait end at once.
    pub fn nudge(&self) -> Nudge {
        Nudge {
            sender: self.sender.clone(),
            asked: self.asked.clone(),
            answered: self.answered.subscribe(),
        }
    }

    /// How many scans have been asked for; one that begins now answers them all.
    pub fn asked(&self) -> u64 {
        self.asked.load(Ordering::SeqCst)
    }

    /// Tells those who asked for the first `asked` scans that what was found has been taken in.
    pub fn answer(&self, asked: u64) {
        self.answered.send_replace(asked);
    }

    /// Begins to watch the site's folder, if the system can.
    fn begin(&mut self) {
        let watcher = watcher(&self.site, self.excluded.clone(), self.sender.clone());
        self.hearing = watcher.map_or(ChangeEvents::Nothing, ChangeEvents::Watched);
        self.watch_folders();
    }

    /// Watches those of the folders that exist.
    fn watch_folders(&mut self) {
        let ChangeEvents::Watched(watcher) = &mut self.hearing else { return };
        for name in FOLDERS {
            let folder = self.site.join(name);
            let plain = folder.symlink_metadata().is_ok_and(|metadata| metadata.is_dir());
            if !plain {
                self.watched.remove(name);
                continue;
            }
            if self.watched.contains(name) {
                continue;
            }
            match watcher.watch(&folder, RecursiveMode::Recursive) {
                Ok(()) => {
                    self.watched.insert(name);
                }
                // There are more folders than the system can watch; the scans will see their
                // changes.
                Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => {
                    self.hearing = ChangeEvents::Nothing;
                    return;
                }
                // Most likely something in it was deleted in the meantime; the next scan tries
                // again.
                Err(_) => {}
            }
        }
    }

    /// Runs a scan and records how long it took: a slow scan makes the next wait longer. Folders
    /// are added and removed, so those that exist by now are watched.
    pub fn look<T>(&mut self, look: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let found = look();
        self.poll = POLL.max(begun.elapsed() * REST);
        self.watch_folders();
        found
    }

    /// Waits until it is time to scan, and returns the reported paths: none if only the interval
    /// has passed. Changes from now on are reported the next time. The first wait only begins to
    /// watch; the scan after it finds what has changed since the site was read.
    pub fn wait(&mut self) -> BTreeSet<PathBuf> {
        let mut paths = BTreeSet::new();
        if matches!(self.hearing, ChangeEvents::NotYet) {
            self.begin();
            return paths;
        }
        match self.events.recv_timeout(self.poll) {
            Ok(first) => paths.extend(first),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return paths,
        }
        let begun = Instant::now();
        while begun.elapsed() < LONGEST_BURST {
            match self.events.recv_timeout(QUIET) {
                Ok(more) => paths.extend(more),
                Err(_) => break,
            }
        }
        self.forget_replaced(&paths);
        paths
    }

    /// A folder that was itself moved or deleted is no longer watched, even if another has taken
    /// its name.
    fn forget_replaced(&mut self, paths: &BTreeSet<PathBuf>) {
        for name in FOLDERS {
            let folder = self.site.join(name);
            if paths.contains(&folder)
                && self.watched.remove(name)
                && let ChangeEvents::Watched(watcher) = &mut self.hearing
            {
                let _ = watcher.unwatch(&folder);
            }
        }
        self.watch_folders();
    }
}

fn watcher(
    site: &Path,
    excluded: Vec<PathBuf>,
    sender: Sender<Vec<PathBuf>>,
) -> Option<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // An event that was lost, or that names no path, still means that something has changed.
        let paths = match event {
            Ok(event) if is_reading(&event.kind) => return,
            Ok(event) if event.paths.is_empty() || event.need_rescan() => Vec::new(),
            Ok(event) => {
                let told = event.paths.into_iter().filter(|path| matters(path, &excluded));
                let told: Vec<PathBuf> = told.collect();
                if told.is_empty() {
                    return;
                }
                told
            }
            Err(_) => Vec::new(),
        };
        let _ = sender.send(paths);
    })
    .ok()?;
    watcher.watch(site, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}

/// The scan reads every folder, and must not wake itself.
fn is_reading(kind: &EventKind) -> bool {
    matches!(kind, EventKind::Access(access) if *access != AccessKind::Close(AccessMode::Write))
}

fn matters(path: &Path, excluded: &[PathBuf]) -> bool {
    let litter = path.file_name().is_some_and(|name| is_litter(&name.to_string_lossy()));
    !litter && !excluded.iter().any(|folder| path.starts_with(folder))
}
