//! The built-in theme on every view of the fixture. With LOFTESARKIV_SHOW=dir the pages are written
//! to that folder with the theme's assets, so that a theme's author can look at them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{facts, told};
use crate::language::Language;
use crate::model::Address;
use crate::render::{Theme, ThemeFiles};
use crate::site::fixture_views;

fn write(folder: &Path, address: &Address, bytes: &[u8]) {
    let path = folder.join(address.as_str());
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

#[test]
fn the_built_in_theme_shows_every_view_and_escapes_every_text() {
    let views = fixture_views();
    let addresses: BTreeSet<_> = views.iter().map(|view| &view.page.address).collect();
    assert_eq!(addresses.len(), views.len(), "every view has an address of its own");

    let show = std::env::var_os("LOFTESARKIV_SHOW");
    for language in [Language::Swedish, Language::English] {
        let theme = Theme::load_and(true, &ThemeFiles::built_in(), &facts(language));
        let theme = theme.unwrap_or_else(|problems| panic!("{}", told(&problems).join("\n")));
        let folder = show.as_ref().map(|folder| Path::new(folder).join(language.tag()));
        for view in &views {
            let page = String::from_utf8(theme.page(view).unwrap()).unwrap();
            let address = &view.page.address;
            assert!(!page.contains("<ordning>") && !page.contains("<oro>"), "{address}");
            assert!(!page.contains("&amp;amp;") && !page.contains("&amp;lt;"), "{address}");
            if let Some(folder) = &folder {
                write(folder, address, page.as_bytes());
            }
        }
        for (address, bytes) in theme.assets() {
            if let Some(folder) = &folder {
                write(folder, address, bytes);
            }
        }
    }
}

/// The names that every template has.
const KNOWN: [&str; 11] = [
    "frame",
    "page",
    "view",
    "site",
    "t",
    "shapes",
    "signs",
    "hollow_signs",
    "status_shapes",
    "statuses",
    "measure_statuses",
];

#[test]
fn the_built_in_templates_use_nothing_but_what_pages_are_given() {
    let theme = Theme::load(&ThemeFiles::built_in(), &facts(Language::Swedish)).ok().unwrap();
    for view in fixture_views() {
        for variable in theme.variables(view.view.template()) {
            assert!(KNOWN.contains(&&*variable), "{} asks for {variable}", view.view.template());
        }
    }
}
