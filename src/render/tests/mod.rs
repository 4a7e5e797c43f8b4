//! Tests of rendering as a whole.

mod documented;
mod filters;
mod keys;
mod loops;
mod overrides;
mod show;
mod strings;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::diagnostic::{Problem, Source, Spanned};
use crate::language::Language;
use crate::model::Address;
use crate::model::settings::Settings;
use crate::render::{FooterLink, SiteFacts};

/// The facts that every page knows of a site.
fn facts(language: Language) -> SiteFacts {
    SiteFacts {
        search: true,
        title: "Löftesarkivet".to_owned(),
        publisher: Some("Eskilstuna kommun".to_owned()),
        language,
        contact: Some("trygghet@exempel.se".to_owned()),
        records: Some("registrator@exempel.se".to_owned()),
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

/// Problems as lines of "path:line:column code message help".
fn told(problems: &[Problem]) -> Vec<String> {
    problems
        .iter()
        .map(|problem| {
            let told = problem.diagnostic(Language::Swedish);
            let (path, line, column) = (&told.path, told.line, told.column);
            format!("{path}:{line}:{column} {} {} {}", told.code.as_str(), told.message, told.help)
        })
        .collect()
}

/// A site's folder, deleted when dropped.
struct Site(PathBuf);

impl Site {
    fn with(files: &[(&str, &str)]) -> Site {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let n = MADE.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("loftesarkiv-tema-{}-{n}", std::process::id()));
        let site = Site(folder);
        fs::create_dir_all(&site.0).unwrap();
        for (path, text) in files {
            let path = site.0.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        site
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Settings with a theme of this name.
fn settings(theme: &str) -> Settings {
    let text = format!("title = \"Arkivet\"\ntheme = \"{theme}\"\n");
    let start = text.find(theme).unwrap_or(0);
    Settings {
        source: Source::new("site.toml", text),
        title: "Arkivet".to_owned(),
        theme: Spanned::new(theme.to_owned(), start..start + theme.len()),
        ..Settings::missing()
    }
}
