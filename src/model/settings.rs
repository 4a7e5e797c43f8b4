//! `site.toml` as read.

use std::sync::Arc;

use super::date::PartialDate;
use super::document::Accept;
use crate::diagnostic::{Code, Source, Span, Spanned};
use crate::language::Language;
pub use crate::schema::{AssessmentMethod, Compliance};

/// What `site.toml` says.
#[derive(Debug)]
pub struct Settings {
    /// The file, for problems with it.
    pub source: Arc<Source>,
    pub title: String,
    pub language: Language,
    /// Who is responsible for the site.
    pub publisher: Option<String>,
    /// Absolute, ending in `/`. Required for feeds, the sitemap, canonical addresses and the 404
    /// page.
    pub base_url: Option<String>,
    /// A folder in `themes/`, or `default`.
    pub theme: Spanned<String>,
    /// `#rrggbb`
    pub colour: Option<Spanned<String>>,
    /// A file in the site's folder.
    pub logo: Option<Spanned<String>>,
    pub accessibility: Option<Accessibility>,
    /// Warnings and advice that are accepted in all files.
    pub accept: Vec<Accept>,
}

impl Settings {
    /// The index of the `[[accept]]` that silences the warnings and advice of a code.
    pub fn accepts(&self, code: Code) -> Option<usize> {
        self.accept.iter().position(|accept| accept.code.value == code.as_str())
    }

    /// The settings used if `site.toml` could not be read, so that everything else can still be
    /// checked.
    pub fn missing() -> Settings {
        Settings {
            source: Source::path_only("site.toml"),
            title: "Löftesarkiv".to_owned(),
            language: Language::Swedish,
            publisher: None,
            base_url: None,
            theme: Spanned::new("default".to_owned(), 0..0),
            colour: None,
            logo: None,
            accessibility: None,
            accept: Vec::new(),
        }
    }
}

/// `[accessibility]`: the statement that the law requires (lag 2018:1937 13 §; MDFFS).
#[derive(Debug)]
pub struct Accessibility {
    pub span: Span,
    pub status: Option<Compliance>,
    /// When the site was assessed.
    pub assessed: Option<Spanned<PartialDate>>,
    /// When the statement was last updated.
    pub updated: Option<PartialDate>,
    pub method: Option<AssessmentMethod>,
    /// Where to write about a fault.
    pub contact: Option<String>,
    pub contact_url: Option<String>,
    /// The supervising authority.
    pub supervisor: Option<String>,
    pub supervisor_url: Option<String>,
    /// Disproportionate burden, 12 §.
    pub burden: Option<String>,
    /// Content outside the law, 9 §.
    pub outside_law: Option<String>,
    pub faults: Vec<AccessibilityFault>,
}

/// `[[accessibility.faults]]`
#[derive(Debug)]
pub struct AccessibilityFault {
    /// Who is affected, such as "utan synförmåga".
    pub situation: Option<String>,
    pub text: String,
    pub reason: Option<String>,
}
