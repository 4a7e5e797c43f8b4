//! Löftesarkiv: an archive of what police and municipalities promise, as a static site.
#![forbid(unsafe_code)]

pub mod archive;
pub mod content;
pub mod diagnostic;
pub mod language;
pub mod markdown;
pub mod model;
pub mod site;
