//! With LOFTESARKIV_SHOW=dir, writes every view of the fixture as a page in that folder, with the
//! theme's assets, so that a theme's author can look at them.

use std::fs;
use std::path::Path;

use crate::diagnostic::Report;
use crate::language::Language;
use crate::model::Address;
use crate::render::{FooterLink, SiteFacts, Theme, ThemeFiles, fixture};

fn facts(language: Language) -> SiteFacts {
    SiteFacts {
        title: "Löftesarkivet".to_owned(),
        publisher: Some("Eskilstuna kommun".to_owned()),
        language,
        feed: true,
        base_url: Some("https://www.exempel.se/loften/".to_owned()),
        logo: None,
        colour: false,
        footer: vec![FooterLink {
            text: "Om arkivet".to_owned(),
            address: Address::made("om.html".to_owned()),
            language: None,
        }],
    }
}

fn write(folder: &Path, address: &Address, bytes: &[u8]) {
    let path = folder.join(address.as_str());
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

#[test]
fn the_built_in_theme_shows_every_view() {
    for language in [Language::Swedish, Language::English] {
        let theme = match Theme::load(&ThemeFiles::built_in(), &facts(language)) {
            Ok(theme) => theme,
            Err(problems) => {
                let report = Report::of(&problems, Language::Swedish);
                for told in &report.diagnostics {
                    eprintln!(
                        "{}:{}:{}: {} {}",
                        told.path, told.line, told.column, told.message, told.help
                    );
                }
                panic!("{} problems", report.diagnostics.len());
            }
        };
        let show = std::env::var_os("LOFTESARKIV_SHOW")
            .map(|folder| Path::new(&folder).join(language.tag()));
        for view in fixture::views() {
            let page = theme.page(&view).unwrap();
            assert!(!page.is_empty());
            if let Some(folder) = &show {
                write(folder, &view.page.address, &page);
            }
        }
        if let Some(folder) = &show {
            for (address, bytes) in theme.assets() {
                write(folder, address, bytes);
            }
        }
    }
}
