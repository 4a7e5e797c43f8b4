//! Digests that show what has not changed.

use std::sync::Arc;

use super::files::ThemeFiles;
use super::site_facts::SiteFacts;
use super::strings::Strings;
use crate::diagnostic::Source;
use crate::digest::{Digest, Digester, hash_value};

/// SHA-256 of everything that pages depend on, apart from the program and their views.
pub fn of_pages(
    templates: &[(String, Arc<Source>)],
    strings: &Strings,
    site: &SiteFacts,
) -> Digest {
    let mut digest = Digester::new();
    let mut add = |part: &str| {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    };
    for (name, source) in templates {
        add(name);
        add(&source.text);
    }
    strings.update(&mut add);
    hash_value(&mut digest, site);
    digest.finish()
}

/// SHA-256 of everything that a theme is loaded from.
pub fn of_origin(files: &ThemeFiles, site: &SiteFacts) -> Digest {
    let mut digest = Digester::new();
    digest.update(files.digest());
    hash_value(&mut digest, site);
    digest.finish()
}
