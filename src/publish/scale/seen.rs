//! Sizes, times and numbers of the published files and their folders as the last build left them, so
//! that the next build need not read them all to know that they are its own. The file may be lost at
//! any time; then they are read.

use std::path::Path;

use rayon::prelude::*;

use crate::digest::{Digest, Digester};
use crate::publish::disk::{Disk, PathKind, Stamp};
use crate::publish::manifest::{Manifest, line, number};

const VERSION: &[u8] = b"loftesarkiv seen 2 ";

/// The stamps of so many files are written in one go.
const TOGETHER: usize = 4096;

/// A folder of an output as a build left it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::publish) struct SeenFolder {
    pub stamp: Stamp,
    /// The digest of the names in it; see [`names_in`].
    pub names: Digest,
}

/// A digest of what a folder holds, by name and kind.
pub(in crate::publish) fn names_in(disk: &dyn Disk, folder: &Path) -> Option<Digest> {
    let mut names = disk.list(folder).ok()?;
    names.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut digester = Digester::new();
    for (name, kind) in names {
        let name = name.as_encoded_bytes();
        digester.update((name.len() as u64).to_le_bytes());
        digester.update(name);
        digester.update([match kind {
            PathKind::File => 0,
            PathKind::Folder => 1,
            PathKind::Other => 2,
        }]);
    }
    Some(digester.finish())
}

/// The stamps of a manifest's files and of the folders that they are in.
#[derive(Debug)]
pub(in crate::publish) struct SeenStamps {
    /// The digest of the manifest's text.
    manifest: Digest,
    /// In the order of the manifest.
    stamps: Vec<Stamp>,
    /// In order of path, the output itself first.
    folders: Vec<SeenFolder>,
    /// The time at which the list was written, by the clock of the output's file system.
    written: i128,
}

impl SeenStamps {
    /// Whether the n-th file of the manifest is certain to be as it was left. A file that was
    /// written in the same tick of the clock as the list is not, since it may have been changed
    /// later within that tick.
    pub fn vouches(&self, at: usize, stamp: &Stamp) -> bool {
        self.holds(at, stamp) && stamp.modified < self.written
    }

    /// Whether the n-th file still has the stamp in the list.
    pub fn holds(&self, at: usize, stamp: &Stamp) -> bool {
        self.stamps.get(at) == Some(stamp)
    }

    /// The folders as they were left, in order of path; `None` for one in which something may have
    /// been changed within the same tick of the clock as the list was written.
    pub fn folders(&self) -> impl Iterator<Item = Option<SeenFolder>> + '_ {
        self.folders.iter().map(|seen| (seen.stamp.modified < self.written).then_some(*seen))
    }

    /// Whether the n-th folder holds what it held, whatever the clock says: it still has its stamp,
    /// which adding or removing anything in it would have changed, or it is listed again. A folder with
    /// a later time has certainly been changed.
    pub fn holds_folder(
        &self,
        at: usize,
        stamp: &Stamp,
        list: impl Fn() -> Option<Digest>,
    ) -> bool {
        let Some(seen) = self.folders.get(at) else { return false };
        seen.stamp == *stamp || (stamp.modified <= self.written && list() == Some(seen.names))
    }

    /// The list as text. It belongs to the manifest with this digest and to no other.
    pub fn text(manifest: Digest, files: &[Stamp], folders: &[SeenFolder]) -> Vec<u8> {
        let mut text = VERSION.to_vec();
        manifest.write_hex(&mut text);
        text.push(b'\n');
        let line = |Stamp { size, modified, inode, changed }: &Stamp| {
            format!("{size} {modified} {inode} {changed}")
        };
        let lines =
            |files: &[Stamp]| -> String { files.iter().map(|stamp| line(stamp) + "\n").collect() };
        let files: Vec<String> = files.par_chunks(TOGETHER).map(lines).collect();
        files.iter().for_each(|lines| text.extend_from_slice(lines.as_bytes()));
        for SeenFolder { stamp, names } in folders {
            text.extend_from_slice(format!("{} {names}\n", line(stamp)).as_bytes());
        }
        text.extend_from_slice(b"end\n");
        text
    }

    /// Reads the list from its text, which was written at this time, provided that it is whole.
    pub fn parse(text: &[u8], written: i128) -> Option<SeenStamps> {
        let (first, mut rest) = line(text)?;
        let manifest = Digest::parse(str::from_utf8(first.strip_prefix(VERSION)?).ok()?)?;
        let (mut stamps, mut folders) = (Vec::new(), Vec::new());
        while rest != b"end\n" {
            let (row, after) = line(rest)?;
            let mut numbers = row.split(|byte| *byte == b' ');
            let stamp = Stamp {
                size: number(numbers.next()?)?,
                modified: number(numbers.next()?)?,
                inode: number(numbers.next()?)?,
                changed: number(numbers.next()?)?,
            };
            match numbers.next() {
                None => stamps.push(stamp),
                Some(names) => {
                    let names = Digest::parse(str::from_utf8(names).ok()?)?;
                    folders.push(SeenFolder { stamp, names });
                }
            }
            numbers.next().is_none().then_some(())?;
            rest = after;
        }
        Some(SeenStamps { manifest, stamps, folders, written })
    }

    /// Whether they are the stamps of this manifest, whose text has this digest.
    pub fn are_of(&self, manifest: &Manifest, digest: Digest) -> bool {
        self.manifest == digest
            && self.stamps.len() == manifest.entries.len()
            && self.folders.len() == manifest.folders().len()
    }
}
