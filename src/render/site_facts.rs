//! What every page knows about the site: `site` in templates. Part of the theme's digest, so that a
//! changed title makes every page anew.

use serde::Serialize;

use super::files::ThemeFiles;
use crate::language::Language;
use crate::model::Address;
use crate::model::settings::Settings;

/// `site` in templates. Addresses are from the site's root: `{{ page.root }}{{ site.logo }}`.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct SiteFacts {
    pub title: String,
    /// Who answers for the site.
    pub publisher: Option<String>,
    pub language: Language,
    /// Whether there are Atom feeds.
    pub feed: bool,
    /// Absolute, ends in `/`.
    pub base_url: Option<String>,
    pub logo: Option<Address>,
    /// Whether `assets/colour.css` is there.
    pub colour: bool,
    /// The site's own pages, and what else every footer has.
    pub footer: Vec<FooterLink>,
}

/// A link in every footer.
#[derive(Debug, Clone, Hash, Serialize)]
pub struct FooterLink {
    pub text: String,
    pub address: Address,
    /// When not the site's.
    pub language: Option<String>,
}

impl SiteFacts {
    /// The facts of a site with these settings, theme files and footer.
    pub fn of(settings: &Settings, files: &ThemeFiles, footer: Vec<FooterLink>) -> SiteFacts {
        SiteFacts {
            title: settings.title.clone(),
            publisher: settings.publisher.clone(),
            language: settings.language,
            feed: settings.base_url.is_some(),
            base_url: settings.base_url.clone(),
            logo: files.logo().cloned(),
            colour: files.has_colour(),
            footer,
        }
    }
}
