//! After a change of nothing but words, the shortcut gives the same pages and the same problems as
//! assembling everything again. After any other change, the shortcut is not taken.

use std::path::Path;
use std::sync::Arc;

use loftesarkiv::archive::Drafts;
use loftesarkiv::content::{self, Loaded, RawFile};
use loftesarkiv::language::Language;
use loftesarkiv::pipeline::{Assembled, Options, Sources, assemble, reword};
use loftesarkiv::render::{self, Theme, ThemeFiles};
use loftesarkiv::site::{Product, product};

struct Before {
    loaded: Loaded,
    sources: Sources,
    theme: (ThemeFiles, Vec<loftesarkiv::diagnostic::Problem>),
    assembled: Assembled,
}

const OPTIONS: Options = Options {
    today: jiff::civil::date(2026, 11, 22),
    drafts: Drafts::Shown,
    strict: false,
    language: None,
};

/// A site with everything that an archive can have.
fn before() -> Before {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/site");
    let loaded = content::load(&site, &[], None).expect("a site");
    let sources = Sources::read(&loaded);
    let settings = sources.content.settings.clone().expect("settings");
    let theme = render::read_theme(&site, &settings);
    let assembled = assemble(&sources, &theme, None, OPTIONS);
    Before { loaded, sources, theme, assembled }
}

/// The content with one file changed.
fn changed(before: &Before, at: usize, change: impl Fn(&str) -> String) -> Sources {
    let mut loaded = before.loaded.clone();
    let raw = &loaded.markdown[at];
    let text = String::from_utf8(raw.bytes.to_vec()).expect("text");
    loaded.markdown[at] = RawFile::new(raw.path.clone(), change(&text).into_bytes());
    Sources::read_again(&loaded, (&before.loaded, &before.sources))
}

fn told(assembled: &Assembled) -> Vec<String> {
    let mut told: Vec<String> = assembled
        .problems
        .iter()
        .map(|problem| {
            format!("{:?} {:?}", problem.severity, problem.diagnostic(Language::Swedish))
        })
        .collect();
    told.sort();
    told
}

/// The key of every page, and the bytes of everything else.
fn keys(assembled: &Assembled, theme: &Theme) -> Vec<(String, Vec<u8>)> {
    let plan = &assembled.plan;
    plan.pages
        .keys()
        .map(|address| {
            let product = product(&assembled.archive, plan, address);
            let key = match product {
                Product::View(_) => theme.key(&product).0.to_vec(),
                _ => theme.bytes(&product).expect("bytes"),
            };
            (address.to_string(), key)
        })
        .collect()
}

#[test]
fn new_words_in_any_document_give_what_assembling_anew_gives() {
    let before = before();
    let theme: &Arc<Theme> = before.assembled.theme.as_ref().expect("a theme");
    let mut short = 0;
    for at in 0..before.loaded.markdown.len() {
        let sources = changed(&before, at, |text| format!("{text}\nEn mening till.\n"));
        let Some(reworded) = reword(&before.assembled, &before.sources, &sources, OPTIONS) else {
            continue;
        };
        short += 1;
        let anew = assemble(&sources, &before.theme, Some(theme), OPTIONS);
        assert_eq!(told(&reworded), told(&anew));
        assert!(
            keys(&reworded, theme) == keys(&anew, theme),
            "{}",
            before.loaded.markdown[at].path
        );
    }
    assert!(short > 10, "most documents take the short way: {short}");
}

#[test]
fn a_change_that_others_could_see_takes_the_long_way() {
    let before = before();
    let document_with = |part: &str| {
        let has = |file: &Arc<content::ParsedFile>| {
            let body = file.source.text.rsplit("+++\n").next();
            matches!(file.parsed, content::Parsed::Document(_)) && body.unwrap_or("").contains(part)
        };
        before.sources.content.files.iter().position(has).expect(part)
    };
    let (with_heading, with_link) = (document_with("\n## "), document_with("]("));
    let short = |at: usize, change: &dyn Fn(&str) -> String| {
        let sources = changed(&before, at, change);
        reword(&before.assembled, &before.sources, &sources, OPTIONS).is_some()
    };
    let takes_the_short_way = |change: &dyn Fn(&str) -> String| short(with_heading, change);
    assert!(takes_the_short_way(&|text| format!("{text}\nOrd.\n")));
    assert!(!takes_the_short_way(&|text| text.replacen("title = \"", "title = \"Ny ", 1)));
    assert!(!takes_the_short_way(&|text| text.replacen("\n## ", "\n## Ny ", 1)));
    assert!(!takes_the_short_way(&|text| format!("{text}\n## Ny rubrik\n")));
    assert!(!short(with_link, &|text| text.replacen("](", "](inte-", 1)));
    assert!(!takes_the_short_way(&|text| format!("{text}\n[ny](/index.md)\n")));
    assert!(!takes_the_short_way(&|text| text[..text.rfind("+++").unwrap_or(0) + 4].to_owned()));
    assert!(!takes_the_short_way(&|text| text.replacen("kind", "knd", 1)));
}
