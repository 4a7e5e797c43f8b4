//! Links from one page to another, or to a document.

use serde::Serialize;

use crate::model::{Kind, PartialDate};

/// A way to another page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Link {
    /// Plain text.
    pub text: String,
    /// Relative to the page it stands on.
    pub href: String,
}

/// A way to a document, with what tells it from others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DocumentLink {
    /// Its title.
    pub text: String,
    /// Relative to the page it stands on.
    pub href: String,
    /// What it is.
    pub kind: Kind,
    /// When, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Its language, when not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Names of its places, in lists across places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
}
