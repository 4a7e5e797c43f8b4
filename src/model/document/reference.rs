//! References between files, as they are written.

use crate::diagnostic::Spanned;

/// A reference to another file, as written; resolved by the archive.
pub type Reference = Spanned<String>;
