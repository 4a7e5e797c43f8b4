//! Publishing to a host: a site that has been built is brought to where its readers find it, a
//! folder or a server with SFTP.
//!
//! Every published site holds the list of its own files, `SHA256SUMS`. The one here and the one
//! there say what to send and what of ours to delete: nothing else is remembered anywhere, and what
//! is not in the list is never touched.
//!
//! In a folder the sizes are looked at as well, so that what somebody removed or wrote in is sent
//! again; `--verify` reads every file on either kind of host.
//!
//! First the names of the new files are left on the host, in `SHA256SUMS.next`, so that an
//! interrupted run's files are known to be ours. Then come the new files, the changed ones, the new
//! `SHA256SUMS`, and the deletions: a page never links to one that is not there yet. Each file is
//! sent under a temporary name and renamed when it is whole. Interrupted at any moment, the next run
//! finishes.

mod difference;
mod either;
mod error;
mod folder;
mod for_tools;
mod remedy;
mod sftp;
mod sftp_address;
mod site_files;
mod target;
mod title;

pub use difference::{Difference, HostList};
pub use either::{Host, Scratch};
pub use error::{HostError, several};
pub use folder::FolderHost;
pub use for_tools::{ToolLists, as_json};
pub use sftp::{Sftp, SftpHost};
pub use sftp_address::SftpAddress;
pub use site_files::SiteFiles;
pub use target::{Target, choose};
pub use title::title_of;

/// The list of the names that are about to be placed, while that is not done.
pub const NEXT: &str = "SHA256SUMS.next";

/// What the name of a file ends in until it is whole.
pub const UNFINISHED: &str = ".loftesarkiv-ny";

/// How sending is followed, and stopped.
#[derive(Clone, Copy)]
pub struct Watching<'a> {
    /// Called with how many of how many files are done.
    pub progress: &'a dyn Fn(usize, usize),
    /// Called before each file; if it returns true, nothing more is sent.
    pub interrupted: &'a dyn Fn() -> bool,
}

/// What has been done on a host.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SentFiles {
    pub files: usize,
    pub bytes: u64,
    pub deleted: usize,
}
