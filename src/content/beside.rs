//! What lies beside `content/` in a site's folder.

/// The folder of the records of yearly packages.
pub const SEALS: &str = "seals";
