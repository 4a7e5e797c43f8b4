//! `SHA256SUMS` in the site's root, as `sha256sum -c` reads it: its address and its text.

use std::collections::BTreeMap;

use crate::digest::Digest;
use crate::model::Address;

/// The address of the file.
pub const SHA256SUMS: &str = "SHA256SUMS";

/// The text for these files.
pub(super) fn text<'a>(files: impl Iterator<Item = (&'a str, Digest)>) -> Vec<u8> {
    let mut text = Vec::new();
    for (address, hash) in files {
        hash.write_hex(&mut text);
        text.extend_from_slice(b"  ");
        text.extend_from_slice(address.as_bytes());
        text.push(b'\n');
    }
    text
}

/// The files and their checksums; otherwise which line, from 1, is wrong.
pub(super) fn parse(text: &[u8]) -> Result<BTreeMap<&str, Digest>, usize> {
    let text = str::from_utf8(text).map_err(|error| {
        text[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1
    })?;
    let line = |line: &'_ str| {
        let (hash, address) = line.split_once("  ").or_else(|| line.split_once(" *"))?;
        Address::parse(address)?;
        Digest::parse(hash)
    };
    let mut listed = BTreeMap::new();
    for (index, written) in text.lines().enumerate() {
        let hash = line(written).ok_or(index + 1)?;
        listed.insert(&written[66..], hash);
    }
    Ok(listed)
}
