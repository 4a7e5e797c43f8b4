//! Digests, by which what has not changed is known.

use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::files::ThemeFiles;
use super::site_facts::SiteFacts;
use super::strings::Strings;
use crate::diagnostic::Source;

/// SHA-256 of all that pages depend on besides the program and their views.
pub fn of_pages(
    templates: &[(String, Arc<Source>)],
    strings: &Strings,
    site: &SiteFacts,
) -> [u8; 32] {
    let mut digest = Sha256::new();
    let mut add = |part: &str| {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    };
    for (name, source) in templates {
        add(name);
        add(&source.text);
    }
    strings.update(&mut add);
    hash_json(&mut digest, site);
    digest.finalize().into()
}

/// SHA-256 of everything that a theme is loaded from.
pub fn of_origin(files: &ThemeFiles, site: &SiteFacts) -> [u8; 32] {
    let mut digest = Sha256::new();
    digest.update(files.digest());
    hash_json(&mut digest, site);
    digest.finalize().into()
}

/// Adds a value as JSON, without the JSON ever being in memory as a whole.
pub fn hash_json(digest: &mut Sha256, value: &impl Serialize) {
    let mut out = io::BufWriter::with_capacity(4096, Hashing(digest));
    // Structs, lists and texts into a hash: neither side can fail.
    let written = serde_json::to_writer(&mut out, value).map_err(io::Error::from);
    debug_assert!(written.is_ok());
    let flushed = out.flush();
    debug_assert!(flushed.is_ok());
}

/// A hash as something to write to.
struct Hashing<'a>(&'a mut Sha256);

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
