//! The reasons why nothing was published.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::checksums::BadList;
use crate::diagnostic::{Code, Problem, Source};
use crate::failure::Failure;
use crate::text;

/// The problems because of which a page could not be made; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MakeError(pub Vec<Problem>);

impl MakeError {
    /// The problem that a file of the site, to be published as it is, has changed since it was
    /// inspected.
    pub(crate) fn changed(name: &str) -> MakeError {
        let message = text!(
            "Filen ändrades medan webbplatsen byggdes, så det som skulle ha publicerats är inte det som har granskats. Inget har publicerats.",
            "The file changed while the site was being built, so what would have been published is not what was looked through. Nothing has been published."
        );
        let help = text!(
            "Vänta tills filen är färdig, till exempel sparad eller hämtad, och bygg igen.",
            "Wait until the file is finished, such as saved or downloaded, and build again."
        );
        let source = Source::path_only(name);
        MakeError::from(Problem::in_file(Code::AttachmentChanged, &source, message, help))
    }
}

impl From<Problem> for MakeError {
    fn from(problem: Problem) -> MakeError {
        MakeError(vec![problem])
    }
}

/// Why nothing was published. Whenever one of these is returned, every published file is whole.
#[derive(Debug)]
pub enum PublishError {
    /// The output folder is one that the program must not write in.
    Refused { path: PathBuf, why: OutputRefusal },
    /// Another build has locked the output.
    Locked { path: PathBuf },
    /// The list of what the program has written is damaged.
    ManifestDamaged { path: PathBuf },
    /// The list was written by a later version of the program.
    ManifestNewer { path: PathBuf },
    /// At addresses of pages there are files that the program did not write, or that somebody has
    /// changed. Sorted; a folder ends in `/`.
    Occupied { output: PathBuf, addresses: Vec<String> },
    /// Folders of the output that are links, which are never followed. Sorted.
    Linked { output: PathBuf, folders: Vec<String> },
    /// Two addresses that cannot both exist: the same twice, or a file and a folder.
    Collision { first: String, second: String },
    /// The ledger was changed after it was read, so its new text would undo the change.
    LedgerChanged { path: PathBuf },
    /// The ledger must not be written, and there are addresses to add.
    LedgerProtected { path: PathBuf },
    /// The user asked the program to stop.
    Interrupted,
    /// A file operation failed.
    Io { doing: FileOperation, path: PathBuf, error: io::Error },
    /// Pages could not be made.
    Make(MakeError),
    /// There are no checksums to verify with.
    NoChecksums { path: PathBuf },
    /// The list of checksums cannot be read.
    BadChecksums { path: PathBuf, bad: BadList },
}

/// Why the program does not write in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutputRefusal {
    /// The root of the file system or of a drive.
    Root,
    /// The user's own folder, or one that holds it.
    Home,
    /// The site's folder itself.
    Site,
    /// It holds the site's folder, or this one of its sources.
    Holds(PathBuf),
    /// It is, or lies inside, this one of the site's sources.
    Inside(PathBuf),
    /// It is, or lies inside, this folder of version control, or of the records and packages of years.
    Kept(PathBuf),
    /// It lies in a folder that the program keeps for itself, and clears.
    Own,
    /// It is not a folder at all, or something above it is not.
    NoFolder,
    /// It is a symbolic link, to this folder if it leads anywhere.
    Link(Option<PathBuf>),
    /// It holds files, but no list of what the program has written there.
    NotOurs,
}

/// What was being done to a file or folder when the error occurred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileOperation {
    Reading,
    Writing,
    MakingFolder,
    Moving,
    Deleting,
    Locking,
    Syncing,
}

/// Adds to an error of the operating system what was being done, and to which file or folder.
pub(super) trait ErrorContext<T> {
    fn at(self, doing: FileOperation, path: &Path) -> Result<T, PublishError>;
}

impl<T> ErrorContext<T> for io::Result<T> {
    fn at(self, doing: FileOperation, path: &Path) -> Result<T, PublishError> {
        self.map_err(|error| PublishError::Io { doing, path: path.to_owned(), error })
    }
}

impl PublishError {
    /// The file or folder that the error is about.
    pub fn path(&self) -> Option<&Path> {
        match self {
            PublishError::Refused { path, .. }
            | PublishError::Locked { path }
            | PublishError::LedgerChanged { path }
            | PublishError::LedgerProtected { path }
            | PublishError::ManifestDamaged { path }
            | PublishError::ManifestNewer { path }
            | PublishError::Occupied { output: path, .. }
            | PublishError::Linked { output: path, .. }
            | PublishError::Io { path, .. }
            | PublishError::NoChecksums { path }
            | PublishError::BadChecksums { path, .. } => Some(path),
            PublishError::Collision { .. } | PublishError::Make(_) | PublishError::Interrupted => {
                None
            }
        }
    }

    /// The error as problems with files, if it is such an error: those of the pages that could not
    /// be made, or one for each occupied address. `folder` is the output as it is shown in
    /// messages.
    pub fn problems(&self, folder: &str) -> Vec<Problem> {
        match self {
            PublishError::Make(MakeError(problems)) => problems.clone(),
            PublishError::Occupied { addresses, .. } => addresses
                .iter()
                .map(|address| {
                    let message = text!(
                        "Adressen {address} är upptagen av något som programmet inte har skrivit, eller som någon har ändrat.",
                        "The address {address} is occupied by something that the program did not write, or that somebody changed."
                    );
                    let source = Source::path_only(format!("{folder}/{address}"));
                    Problem::in_file(Code::AddressOccupied, &source, message, self.help())
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Failure {
        Failure { message: error.message(), help: error.help() }
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            PublishError::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}
