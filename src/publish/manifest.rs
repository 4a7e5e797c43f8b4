//! The list of the files that the program has written in an output folder. The program replaces or
//! deletes a file only if it is on this list. It is a text, sorted, with a version on its first
//! line and a digest of everything before it on its last, so that a truncated or damaged list is
//! never trusted. It holds addresses and digests only, since an output is copied to web servers.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::plan::open_folders;
use crate::digest::Digest;
use crate::model::Address;

const VERSION: &[u8] = b"loftesarkiv manifest 1";
const ANY_VERSION: &[u8] = b"loftesarkiv manifest ";

/// The files that one build has put in place, or is about to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The digest of everything the build was made from.
    pub inputs: Digest,
    /// The digest of the build's report.
    pub report: Digest,
    /// Whether the build added its addresses to the ledger.
    pub recorded: bool,
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
    /// Whether it is one of the addresses that the ledger keeps for ever.
    pub kept: bool,
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
        Manifest {
            inputs: Digest::NONE,
            report: Digest::NONE,
            recorded: false,
            entries: Vec::new(),
        }
    }
}

impl Manifest {
    /// The manifest's text, and the digest on its last line.
    pub fn text(&self) -> (Vec<u8>, Digest) {
        let mut text = Vec::with_capacity(self.entries.len() * 200 + 300);
        text.extend_from_slice(VERSION);
        text.extend_from_slice(b"\ninputs ");
        self.inputs.write_hex(&mut text);
        let about = self.about();
        text.extend_from_slice(format!("\nreport {}\n{about}", about.len()).as_bytes());
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

    /// What is said of the build: the digest of its report, whether it added to the ledger, and a
    /// sign for each row whose address the ledger keeps. The first builds of the program had their
    /// whole report here.
    fn about(&self) -> String {
        let kept: String =
            self.entries.iter().map(|entry| if entry.kept { '+' } else { '-' }).collect();
        format!("{} {} {kept}", self.report, if self.recorded { RECORDED } else { "trial" })
    }

    /// Reads what is said of the build, if that is what is there.
    fn read_about(&mut self, about: &[u8]) -> Option<()> {
        let mut words = str::from_utf8(about).ok()?.split(' ');
        let (report, recorded) = (Digest::parse(words.next()?)?, words.next()? == RECORDED);
        let kept = words.next()?.as_bytes();
        (kept.len() == self.entries.len() && words.next().is_none()).then_some(())?;
        (self.report, self.recorded) = (report, recorded);
        for (entry, sign) in self.entries.iter_mut().zip(kept) {
            entry.kept = *sign == b'+';
        }
        Some(())
    }

    /// The row of an address, and its index.
    pub fn find(&self, address: &str) -> Option<(usize, &ManifestRow)> {
        let at = self.entries.binary_search_by(|entry| entry.address.as_str().cmp(address)).ok()?;
        Some((at, &self.entries[at]))
    }

    /// The folders that the files are in, in order of path; the output itself, which is empty, first.
    pub fn folders(&self) -> Vec<&str> {
        let open = open_folders(self.entries.iter().map(|entry| entry.address.as_str()));
        let open: BTreeSet<&str> = open.into_iter().chain([""]).collect();
        open.into_iter().collect()
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
        let whole = digest(last.strip_prefix(b"end ")?.strip_suffix(b"\n")?)?;
        let (is_whole, manifest) =
            rayon::join(|| whole == Digest::of(all), || Manifest::parse_rows(all));
        if is_whole { Some((manifest?, whole)) } else { None }
    }

    /// Reads a manifest from its text without the last line, which may be damaged.
    fn parse_rows(all: &[u8]) -> Option<Manifest> {
        let rest = all.strip_prefix(VERSION)?.strip_prefix(b"\ninputs ")?;
        let (inputs, rest) = line(rest)?;
        let (length, rest) = line(rest.strip_prefix(b"report ")?)?;
        let (about, rest) = rest.split_at_checked(number(length)?)?;
        let (count, rest) = line(rest.strip_prefix(b"\nfiles ")?)?;
        let lines: Vec<&[u8]> = match rest {
            [] => Vec::new(),
            rest => rest.strip_suffix(b"\n")?.split(|byte| *byte == b'\n').collect(),
        };
        let rows = lines.into_par_iter().with_max_len(ROWS).map(row);
        let entries = rows.collect::<Option<Vec<ManifestRow>>>()?;
        let in_order = entries.windows(2).all(|pair| pair[0].address < pair[1].address);
        (in_order && number::<usize>(count)? == entries.len()).then_some(())?;
        let mut manifest = Manifest { inputs: digest(inputs)?, entries, ..Manifest::default() };
        // Otherwise nothing is known of the build but its files.
        let _ = manifest.read_about(about);
        Some(manifest)
    }
}

const RECORDED: &str = "recorded";

/// So many rows are read at a time.
const ROWS: usize = 1024;

/// The first line of a text, and the rest of it.
pub(super) fn line(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = text.iter().position(|byte| *byte == b'\n')?;
    Some((&text[..end], &text[end + 1..]))
}

fn row(line: &[u8]) -> Option<ManifestRow> {
    let (hash, rest) = line.split_at_checked(64)?;
    let (key, address) = rest.strip_prefix(b" ")?.split_at_checked(64)?;
    let address = str::from_utf8(address.strip_prefix(b" ")?).ok()?;
    // However the list came about, none of its addresses may lead out of the output folder.
    Address::parse(address)?;
    let (key, hash) = (digest(key)?, digest(hash)?);
    Some(ManifestRow { address: address.to_owned(), key, hash, kept: false })
}

fn digest(hex: &[u8]) -> Option<Digest> {
    Digest::parse(str::from_utf8(hex).ok()?)
}

pub(super) fn number<N: std::str::FromStr>(digits: &[u8]) -> Option<N> {
    str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_it_was_written_and_one_with_a_whole_report_as_far_as_it_goes() {
        let hash = Digest::of(b"a");
        let row = |address: &str, kept| ManifestRow {
            address: address.to_owned(),
            key: hash,
            hash,
            kept,
        };
        let entries = vec![row("a.html", true), row("b.json", false)];
        let manifest = Manifest { inputs: hash, report: hash, recorded: true, entries };
        let (text, digest) = manifest.text();
        assert_eq!(Manifest::parse(&text), Ok((manifest.clone(), digest)));

        let about = manifest.about();
        let whole = "{\"report\": 19121212, \n\nfiles\n}";
        let text = String::from_utf8(text).expect("text");
        let text = text.replace(
            &format!("report {}\n{about}", about.len()),
            &format!("report {}\n{whole}", whole.len()),
        );
        let all = &text[..text.rfind("end ").expect("an end")];
        let text = format!("{all}end {}\n", Digest::of(all.as_bytes()));
        let (read, _) = Manifest::parse(text.as_bytes()).expect("a manifest");
        assert!(!read.recorded && read.entries.iter().all(|entry| !entry.kept));
        assert_eq!((read.report, read.entries.len()), (Digest::NONE, 2));
    }
}
