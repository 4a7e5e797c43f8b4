//! Sizes and times of the published files as the last build left them, so that the next build need
//! not read them all to know that they are its own. The file may be lost at any time; then they are
//! read.

use crate::digest::Digest;
use crate::publish::disk::Stamp;
use crate::publish::manifest::{line, number};

const VERSION: &[u8] = b"loftesarkiv seen 1 ";

/// The stamps of a manifest's files.
#[derive(Debug)]
pub(in crate::publish) struct SeenStamps {
    /// In the order of the manifest.
    stamps: Vec<Stamp>,
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

    /// Whether a folder is as it was when the list was written: adding or removing anything in it
    /// afterwards would have given it a later time.
    pub fn is_since(&self, folder: &Stamp) -> bool {
        folder.modified <= self.written
    }

    /// The list as text. It belongs to the manifest with this digest and to no other.
    pub fn text<'a>(manifest: Digest, stamps: impl Iterator<Item = &'a Stamp>) -> Vec<u8> {
        let mut text = VERSION.to_vec();
        manifest.write_hex(&mut text);
        text.push(b'\n');
        for Stamp { size, modified } in stamps {
            text.extend_from_slice(format!("{size} {modified}\n").as_bytes());
        }
        text.extend_from_slice(b"end\n");
        text
    }

    /// Reads the list from its text, provided that it is whole and belongs to this manifest of this
    /// many files.
    pub fn parse(text: &[u8], written: i128, manifest: Digest, files: usize) -> Option<SeenStamps> {
        let (first, mut rest) = line(text)?;
        let owner = first.strip_prefix(VERSION)?;
        (Digest::parse(str::from_utf8(owner).ok()?)? == manifest).then_some(())?;
        let mut stamps = Vec::with_capacity(files);
        while rest != b"end\n" {
            let (written, after) = line(rest)?;
            let space = written.iter().position(|byte| *byte == b' ')?;
            let (size, modified) = (number(&written[..space])?, number(&written[space + 1..])?);
            stamps.push(Stamp { size, modified });
            rest = after;
        }
        (stamps.len() == files).then_some(SeenStamps { stamps, written })
    }
}
