//! What the desk notes of the review of a file, beside its versions: when copies were made, and who
//! has approved which text.

use std::fs;
use std::io;

use serde::{Deserialize, Serialize};

use super::versions::{NOTES, Versions};
use super::writing::write_beside;
use crate::publish::disk::{Disk as _, RealDisk};

/// The notes of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewNotes {
    #[serde(default)]
    pub copies: Vec<Approval>,
    #[serde(default)]
    pub approvals: Vec<Approval>,
}

/// A copy that was made, or an approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Empty for a copy.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// As in front matter.
    pub date: String,
    /// Of the text, as the desk counts it.
    pub sha256: String,
}

impl Versions<'_> {
    /// What has been noted; nothing if the notes cannot be read.
    pub fn review(&self, path: &str) -> ReviewNotes {
        let notes = fs::read(self.folder(path).join(NOTES)).ok();
        notes.and_then(|notes| serde_json::from_slice(&notes).ok()).unwrap_or_default()
    }

    pub fn note_review(&self, path: &str, notes: &ReviewNotes) -> io::Result<()> {
        let folder = self.folder(path);
        self.make_room(&folder)?;
        let text = serde_json::to_vec_pretty(notes)?;
        let waits = folder.join(".granskning");
        write_beside(&waits, &text, None)?;
        RealDisk.replace(&waits, &folder.join(NOTES))
    }
}
