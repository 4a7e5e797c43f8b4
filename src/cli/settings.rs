//! The settings of a site, before anything else of it is read.

use std::io;
use std::path::Path;

use crate::content::{RawFile, parse_settings};
use crate::model::settings::Settings;
use crate::plain_file;

/// What `site.toml` says, before anything else is read; `None` if it cannot be made out.
pub fn settings(site: &Path) -> io::Result<Option<Settings>> {
    let bytes = plain_file::read(&site.join("site.toml"))?;
    Ok(parse_settings(&RawFile::new("site.toml", bytes)).0)
}
