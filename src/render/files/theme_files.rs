//! The files of a theme, in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::lean::lean;
use crate::diagnostic::Source;
use crate::digest::{Digest, Digester};
use crate::language::Language;
use crate::model::Address;
use crate::render::embedded;

/// The name of the built-in theme, and of the folder that overrides it by default.
pub const BUILT_IN: &str = "default";

/// The files of a theme as read: the built-in ones and the site's own.
#[derive(Debug, Default)]
pub struct ThemeFiles {
    /// By the name that templates use, such as `base.html`.
    pub(super) templates: BTreeMap<String, Layers>,
    /// By name, such as `sv.toml`.
    pub(super) strings: BTreeMap<String, Layers>,
    pub(super) assets: Assets,
    pub(super) logo: Option<Address>,
    pub(super) colour: bool,
}

/// The files that pages use, by address.
pub(in crate::render) type Assets = BTreeMap<Address, Arc<[u8]>>;

/// A built-in file, and the site's own that replaces it.
#[derive(Debug)]
pub struct Layers {
    pub built_in: Arc<Source>,
    pub own: Option<Arc<Source>>,
}

impl ThemeFiles {
    /// The built-in theme alone.
    pub fn built_in() -> ThemeFiles {
        ThemeFiles::from_embedded(embedded::THEME)
    }

    /// A theme made of embedded files; those outside the three folders are not part of it.
    pub(in crate::render) fn from_embedded(embedded: &[(&str, &[u8])]) -> ThemeFiles {
        let mut files = ThemeFiles::default();
        for (path, bytes) in embedded {
            let shown = format!("themes/{BUILT_IN}/{path}");
            let layers = || Layers {
                built_in: Source::new(&*shown, &*String::from_utf8_lossy(bytes)),
                own: None,
            };
            match path.split_once('/') {
                Some(("templates", name)) => {
                    files.templates.insert(name.to_owned(), layers());
                }
                Some(("strings", name)) => {
                    files.strings.insert(name.to_owned(), layers());
                }
                Some(("assets", _)) => {
                    files.assets.insert(asset(path), published(path, bytes));
                }
                _ => {}
            }
        }
        files
    }

    /// Whether a template or a text is the site's own, unlike the built-in one.
    pub(in crate::render) fn has_own(&self) -> bool {
        let mut layers = self.templates.values().chain(self.strings.values());
        layers.any(|layers| layers.own.as_ref().is_some_and(|own| own.text != layers.built_in.text))
    }

    /// The logo's address, if the site has one.
    pub fn logo(&self) -> Option<&Address> {
        self.logo.as_ref()
    }

    /// Whether the site has a colour of its own.
    pub fn has_colour(&self) -> bool {
        self.colour
    }

    /// The files that pages use, by address.
    pub(in crate::render) fn assets(&self) -> &Assets {
        &self.assets
    }

    /// The addresses of those files, sorted.
    pub fn asset_addresses(&self) -> impl Iterator<Item = &Address> {
        self.assets.keys()
    }

    /// Every template or its replacement, under the name that the engine knows it by.
    pub(in crate::render) fn sources(&self) -> impl Iterator<Item = (String, &Arc<Source>)> {
        self.templates.iter().flat_map(|(name, layers)| {
            let own = layers.own.iter().map(|own| (name.clone(), own));
            own.chain([(format!("{BUILT_IN}/{name}"), &layers.built_in)])
        })
    }

    /// The texts of every language.
    pub(in crate::render) fn all_strings(&self) -> impl Iterator<Item = &Layers> {
        self.strings.values()
    }

    /// The texts of one language: the built-in ones, and the site's own.
    pub(in crate::render) fn strings(&self, language: Language) -> Option<&Layers> {
        self.strings.get(&format!("{}.toml", language.tag()))
    }

    /// SHA-256 of every file, assets included: equal digests mean equal output.
    pub fn digest(&self) -> Digest {
        let mut digest = Digester::new();
        let mut add = |name: &str, bytes: &[u8]| {
            digest.update((name.len() as u64).to_le_bytes());
            digest.update(name);
            digest.update((bytes.len() as u64).to_le_bytes());
            digest.update(bytes);
        };
        for (name, layers) in self.templates.iter().chain(&self.strings) {
            add(name, layers.built_in.text.as_bytes());
            if let Some(own) = &layers.own {
                add(name, own.text.as_bytes());
            }
        }
        for (address, bytes) in &self.assets {
            add(address.as_str(), bytes);
        }
        digest.finish()
    }

    /// Every path of the built-in theme that a site may replace, apart from assets.
    pub(super) fn replaceable(&self) -> BTreeSet<String> {
        let templates = self.templates.keys().map(|name| format!("templates/{name}"));
        templates.chain(self.strings.keys().map(|name| format!("strings/{name}"))).collect()
    }
}

/// The address of an asset. The names in the built-in theme are known to be valid.
pub(super) fn asset(path: &str) -> Address {
    Address::made(path.to_owned())
}

/// An asset as it is published.
pub(super) fn published(path: &str, bytes: &[u8]) -> Arc<[u8]> {
    match str::from_utf8(bytes) {
        Ok(css) if path.ends_with(".css") => lean(css).into_bytes().into(),
        Ok(_) | Err(_) => bytes.into(),
    }
}
