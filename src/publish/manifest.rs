//! The list of the files that the program has written in an output folder. The program replaces or
//! deletes a file only if it is on this list. It is a text, sorted, with a version on its first
//! line and a digest of everything before it on its last, so that a truncated or damaged list is
//! never trusted.

use rayon::prelude::*;

use crate::digest::Digest;
use crate::model::Address;

const VERSION: &[u8] = b"loftesarkiv manifest 1";
const ANY_VERSION: &[u8] = b"loftesarkiv manifest ";

/// The files that one build has put in place, or is about to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The digest of everything the build was made from.
    pub inputs: Digest,
    /// The build's report; its format does not matter here.
    pub report: Vec<u8>,
    /// One row per file, sorted by address.
    pub entries: Vec<ManifestRow>,
}

/// A published file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ManifestRow {
    /// Relative to the output folder.
    pub address: String,
    /// The digest of what the file was made from.
    pub key: Digest,
    /// The digest of its bytes.
    pub hash: Digest,
}

/// Why a text cannot be read as a manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It is not what the program wrote.
    Damaged,
    /// A later version of the program wrote it.
    Newer,
}

impl Default for Manifest {
    /// The manifest of an output in which nothing has been written yet.
    fn default() -> Manifest {
        Manifest { inputs: Digest::NONE, report: Vec::new(), entries: Vec::new() }
    }
}

impl Manifest {
    /// The manifest's text, and the digest on its last line.
    pub fn text(&self) -> (Vec<u8>, Digest) {
        let mut text = Vec::with_capacity(self.report.len() + self.entries.len() * 200 + 300);
        text.extend_from_slice(VERSION);
        text.extend_from_slice(b"\ninputs ");
        self.inputs.write_hex(&mut text);
        text.extend_from_slice(format!("\nreport {}\n", self.report.len()).as_bytes());
        text.extend_from_slice(&self.report);
        text.extend_from_slice(format!("\nfiles {}\n", self.entries.len()).as_bytes());
        for entry in &self.entries {
            entry.hash.write_hex(&mut text);
            text.push(b' ');
            entry.key.write_hex(&mut text);
            text.push(b' ');
            text.extend_from_slice(entry.address.as_bytes());
            text.push(b'\n');
        }
        let digest = Digest::of(&text);
        text.extend_from_slice(b"end ");
        digest.write_hex(&mut text);
        text.push(b'\n');
        (text, digest)
    }

    /// The row of an address, and its index.
    pub fn find(&self, address: &str) -> Option<(usize, &ManifestRow)> {
        let at = self.entries.binary_search_by(|entry| entry.address.as_str().cmp(address)).ok()?;
        Some((at, &self.entries[at]))
    }

    /// Whether a text, which need not be a manifest, says that it was made from these inputs.
    pub fn is_of(text: &[u8], inputs: &Digest) -> bool {
        let said = text.strip_prefix(VERSION).and_then(|rest| rest.strip_prefix(b"\ninputs "));
        said.and_then(line).is_some_and(|(said, _)| digest(said) == Some(*inputs))
    }

    /// Reads a manifest from its text. Also returns the digest on its last line.
    pub fn parse(text: &[u8]) -> Result<(Manifest, Digest), Flaw> {
        let first = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
        if first != VERSION && first.starts_with(ANY_VERSION) && first.len() > ANY_VERSION.len() {
            return Err(Flaw::Newer);
        }
        Manifest::parse_whole(text).ok_or(Flaw::Damaged)
    }

    fn parse_whole(text: &[u8]) -> Option<(Manifest, Digest)> {
        let end = text.len().checked_sub("end \n".len() + 64)?;
        let (all, last) = text.split_at(end);
        let digest = digest(last.strip_prefix(b"end ")?.strip_suffix(b"\n")?)?;
        if digest != Digest::of(all) {
            return None;
        }
        let rest = all.strip_prefix(VERSION)?.strip_prefix(b"\ninputs ")?;
        let (inputs, rest) = line(rest)?;
        let (length, rest) = line(rest.strip_prefix(b"report ")?)?;
        let (report, rest) = rest.split_at_checked(number(length)?)?;
        let (count, rest) = line(rest.strip_prefix(b"\nfiles ")?)?;
        let lines: Vec<&[u8]> = match rest {
            [] => Vec::new(),
            rest => rest.strip_suffix(b"\n")?.split(|byte| *byte == b'\n').collect(),
        };
        let entries: Vec<ManifestRow> =
            lines.into_par_iter().map(entry).collect::<Option<Vec<ManifestRow>>>()?;
        let in_order = entries.windows(2).all(|pair| pair[0].address < pair[1].address);
        (in_order && number::<usize>(count)? == entries.len()).then_some(())?;
        Some((
            Manifest { inputs: self::digest(inputs)?, report: report.to_owned(), entries },
            digest,
        ))
    }
}

/// The first line of a text, and the rest of it.
pub(super) fn line(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = text.iter().position(|byte| *byte == b'\n')?;
    Some((&text[..end], &text[end + 1..]))
}

fn entry(line: &[u8]) -> Option<ManifestRow> {
    let (hash, rest) = line.split_at_checked(64)?;
    let (key, address) = rest.strip_prefix(b" ")?.split_at_checked(64)?;
    let address = str::from_utf8(address.strip_prefix(b" ")?).ok()?;
    // However the list came about, none of its addresses may lead out of the output folder.
    Address::parse(address)?;
    Some(ManifestRow { address: address.to_owned(), key: digest(key)?, hash: digest(hash)? })
}

fn digest(hex: &[u8]) -> Option<Digest> {
    Digest::parse(str::from_utf8(hex).ok()?)
}

pub(super) fn number<N: std::str::FromStr>(digits: &[u8]) -> Option<N> {
    str::from_utf8(digits).ok()?.parse().ok()
}
