//! `SHA256SUMS` in the site's root, as `sha256sum -c` reads it: its address and its text.

use std::collections::BTreeMap;

use crate::digest::Digest;
use crate::model::Address;

/// The address of the file.
pub const SHA256SUMS: &str = "SHA256SUMS";

/// The text for these files. A comment in the first line gives their number, so that a truncated
/// list is not taken for a complete one. `sha256sum -c` ignores the comment.
pub(super) fn text<'a>(files: impl ExactSizeIterator<Item = (&'a str, Digest)>) -> Vec<u8> {
    let mut text = Vec::with_capacity(files.len() * ROW);
    text.extend_from_slice(format!("{COUNT}{}\n", files.len()).as_bytes());
    for (address, hash) in files {
        hash.write_hex(&mut text);
        text.extend_from_slice(b"  ");
        text.extend_from_slice(address.as_bytes());
        text.push(b'\n');
    }
    text
}

const COUNT: &str = "# files: ";
/// A row is seldom longer, in bytes.
const ROW: usize = 160;

/// A list as it was read.
#[derive(Debug)]
pub(crate) struct ChecksumList<'a> {
    /// The files and their checksums.
    pub files: BTreeMap<&'a str, Digest>,
    /// The number of files according to the list; `None` if the list does not give it.
    pub count: Option<usize>,
}

/// How a list of checksums shows that it is not the one that was built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// It gives another number of files than it has: this one.
    Files(usize),
    /// It does not say how many files it has, and the start page is not among them.
    StartPage,
    /// It does not say how many files it has, so that nobody can tell whether any are missing.
    Count,
}

impl ChecksumList<'_> {
    /// What is missing from the list, if anything.
    pub fn lost(&self) -> Option<Lost> {
        match self.count {
            Some(count) => (count != self.files.len()).then_some(Lost::Files(count)),
            None if self.files.contains_key("index.html") => Some(Lost::Count),
            None => Some(Lost::StartPage),
        }
    }
}

/// Why a list cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadList {
    /// It is no file at all but a folder, a pipe or the like.
    NoFile,
    /// It has no files.
    Empty,
    /// It begins with a byte order mark, as some editors add when they save.
    ByteOrderMark,
    /// This line, counted from 1, is no checksum.
    Line(usize),
}

/// The files and their checksums.
pub(crate) fn parse(text: &[u8]) -> Result<ChecksumList<'_>, BadList> {
    if text.starts_with(b"\xef\xbb\xbf") || text.starts_with(b"\xff\xfe") {
        return Err(BadList::ByteOrderMark);
    }
    let text = str::from_utf8(text).map_err(|error| {
        let before = text[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        BadList::Line(before + 1)
    })?;
    let line = |line: &'_ str| {
        let (hash, address) = line.split_once("  ").or_else(|| line.split_once(" *"))?;
        Address::parse(address)?;
        Digest::parse(hash)
    };
    let mut files = BTreeMap::new();
    let mut count = None;
    for (index, written) in text.lines().enumerate() {
        if let (0, Some(number)) = (index, written.strip_prefix(COUNT)) {
            count = Some(number.parse().map_err(|_| BadList::Line(1))?);
            continue;
        }
        let hash = line(written).ok_or(BadList::Line(index + 1))?;
        files.insert(&written[66..], hash);
    }
    if files.is_empty() { Err(BadList::Empty) } else { Ok(ChecksumList { files, count }) }
}
