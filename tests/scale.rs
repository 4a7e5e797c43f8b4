//! The parts of the program that only serve scale change nothing but the time that a build takes.
//! Without any one of them, every page has the same key and the same bytes, and every file of an
//! output stays as it is.

mod support;

use std::path::Path;
use std::sync::Arc;

use loftesarkiv::archive::Drafts;
use loftesarkiv::content;
use loftesarkiv::digest::Digest;
use loftesarkiv::pipeline::{Assembled, Options, Sources, assemble};
use loftesarkiv::render::{self, Theme};
use loftesarkiv::site::{Product, Recent, product_near};
use support::Site;

/// A site with everything that an archive can have.
fn assembled() -> Assembled {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/site");
    let loaded = content::load(&site, &[], None).expect("a site");
    let sources = Sources::read(&loaded);
    let settings = sources.content.settings.clone().expect("settings");
    let theme = render::read_theme(&site, &settings);
    let options = Options {
        today: jiff::civil::date(2026, 11, 22),
        drafts: Drafts::Hidden,
        strict: false,
        language: None,
    };
    assemble(&sources, &theme, None, options)
}

/// The key and bytes of every page.
fn pages(assembled: &Assembled, theme: &Theme, recent: &Recent) -> Vec<(String, Digest, Vec<u8>)> {
    let pages = assembled.plan.pages.keys().filter_map(|address| {
        match product_near(&assembled.archive, &assembled.plan, address, recent) {
            Product::File(_) => None,
            product => {
                let bytes = theme.bytes(&product).expect("bytes");
                Some((address.to_string(), theme.key(&product), bytes))
            }
        }
    });
    pages.collect()
}

#[test]
fn pages_are_the_same_when_nothing_is_kept_from_one_to_the_next() {
    let mut assembled = assembled();
    let theme = assembled.theme.take().and_then(Arc::into_inner).expect("a theme");
    let kept = pages(&assembled, &theme, &Recent::default());
    let theme = theme.keeping_nothing();
    let anew = pages(&assembled, &theme, &Recent::nothing());
    for (kept, anew) in kept.iter().zip(&anew) {
        assert_eq!(kept.0, anew.0);
        assert_eq!(kept.1, anew.1, "the key of {}", kept.0);
        assert!(kept.2 == anew.2, "{} has other bytes", kept.0);
    }
    assert_eq!(kept.len(), anew.len());
    assert!(kept.len() > 100, "{} pages", kept.len());
}

#[test]
fn a_build_that_knows_no_times_reads_every_file_and_writes_none() {
    let site = Site::from("browser/site").build();
    let (before, stamps) = (site.published(), stamps(&site));
    std::fs::remove_file(site.path("public/.loftesarkiv/seen")).expect("the record of times");
    let site = site.build();
    assert!(before == site.published());
    assert_eq!(stamps, self::stamps(&site));
    assert!(site.path("public/.loftesarkiv/seen").exists(), "the record of times is back");
}

#[test]
fn a_build_that_knows_no_times_still_sees_what_somebody_changed() {
    let site = Site::from("browser/site").build();
    let page = "public/index.html";
    let site = site.change(page, "</html>", "</html>.");
    std::fs::remove_file(site.path("public/.loftesarkiv/seen")).expect("the record of times");
    let outcome = site.run(&["build", "--quiet"]);
    assert_eq!(outcome.status, 2, "{}", outcome.stderr);
    assert!(site.read(page).ends_with("</html>.\n"), "somebody's words stay");
}

/// When each published file was last written.
fn stamps(site: &Site) -> Vec<(String, std::time::SystemTime)> {
    let written = |path: String| {
        let file = site.path("public").join(&path);
        let time = file.metadata().and_then(|file| file.modified()).expect("a time");
        (path, time)
    };
    site.published().into_keys().map(written).collect()
}
