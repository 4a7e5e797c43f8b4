//! Links from one page to another, or to a document.

use serde::Serialize;

use crate::model::{Kind, NoticeType, PartialDate};

/// A link to another page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Link {
    /// Plain text.
    pub text: String,
    /// Relative to the page that it is on.
    pub href: String,
}

/// A link to a document, with what distinguishes it from others.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DocumentLink {
    /// Its title.
    pub text: String,
    /// Relative to the page that it is on.
    pub href: String,
    /// The kind of the document.
    pub kind: Kind,
    /// What its source calls itself, if that differs from the name of its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    /// What a notice is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice_type: Option<NoticeType>,
    /// Whether it is an agreement that is also a pledge.
    pub includes_pledge: bool,
    /// Its date, as far as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Its language, if it is not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The names of its places, in lists across places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
}
