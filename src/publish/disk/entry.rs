//! What there is at a path.

/// What is at a path; links are never followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathKind {
    File,
    Folder,
    /// A symbolic link, device, socket or pipe.
    Other,
}

/// The metadata that changes when somebody writes to a file or puts another in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// Nanoseconds since 1970; negative before.
    pub modified: i128,
    /// The file's number on its disk; 0 where there is none.
    pub inode: u64,
    /// When anything about the file last changed, its name included, in the same unit as `modified`.
    /// On systems that do not say, when it was created.
    pub changed: i128,
}

impl Stamp {
    /// Whether a file with this stamp is the one that had the other, perhaps under another name.
    pub fn is_of_same_file(&self, other: &Stamp) -> bool {
        (self.size, self.modified, self.inode) == (other.size, other.modified, other.inode)
    }
}
