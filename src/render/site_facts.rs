//! What every page knows about the site: `site` in templates. It is part of the theme's digest, so
//! that a changed title makes every page anew.

use serde::Serialize;

use super::files::ThemeFiles;
use crate::language::Language;
use crate::model::Address;
use crate::model::settings::Settings;
use crate::site::OptionalPages;

/// `site` in templates. Addresses are relative to the site's root: `{{ page.root }}{{ site.logo
/// }}`.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SiteFacts {
    pub title: String,
    /// Who is responsible for the site.
    pub publisher: Option<String>,
    pub language: Language,
    /// Where to write about a mistake; an e-mail address.
    pub contact: Option<String>,
    /// Where to ask for an original that is not here; an e-mail address.
    pub records: Option<String>,
    /// Whether the site has Atom feeds.
    pub feed: bool,
    /// Absolute, ending in `/`.
    pub base_url: Option<String>,
    pub logo: Option<Address>,
    /// Whether the site has a page for searching.
    pub search: bool,
    /// Whether `assets/colour.css` exists.
    pub colour: bool,
    /// The links of the footer: the site's own pages and what else every footer has.
    pub footer: Vec<FooterLink>,
}

/// A link in every footer.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FooterLink {
    pub text: String,
    pub address: Address,
    /// If it is not the site's.
    pub language: Option<String>,
}

impl SiteFacts {
    /// The facts of a site with these settings, theme files and footer links.
    pub fn of(
        settings: &Settings,
        files: &ThemeFiles,
        footer: Vec<FooterLink>,
        optional: OptionalPages,
    ) -> SiteFacts {
        SiteFacts {
            title: settings.title.clone(),
            publisher: settings.publisher.clone(),
            language: settings.language,
            contact: settings.contact.clone(),
            records: settings.records.clone(),
            feed: settings.base_url.is_some(),
            search: optional.search,
            base_url: settings.base_url.clone(),
            logo: files.logo().cloned(),
            colour: files.has_colour(),
            footer,
        }
    }
}
