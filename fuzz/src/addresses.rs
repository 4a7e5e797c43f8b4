//! Addresses are plain, the same if made twice, and inside the site; and if two files would have
//! the same one, both are reported.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use loftesarkiv::archive::{Archive, Drafts, Kept, Material};
use loftesarkiv::content::{self, Loaded, Parsed, RawFile};
use loftesarkiv::diagnostic::{Code, Problem};
use loftesarkiv::language::{Labels, Language};
use loftesarkiv::model::settings::Settings;
use loftesarkiv::model::{Address, ContentPath};
use loftesarkiv::render::ThemeFiles;
use loftesarkiv::site::{OptionalPages, SitePlan};
use loftesarkiv::slug::segment;

/// More files would only make it slow.
const MOST_FILES: usize = 24;

const PAGE: &[u8] = b"+++\nkind = \"page\"\ntitle = \"Sida\"\n+++\nText.\n";

/// Every line is the path of a page in `content/`.
pub fn holds(data: &[u8]) {
    let text = super::text(data);
    let mut paths: Vec<String> = text.lines().take(MOST_FILES).map(as_path).collect();
    paths.retain(|path| !path.is_empty());
    paths.sort();
    paths.dedup();
    for path in &paths {
        path.split('/').for_each(segments);
        address(path);
    }
    shared(&paths);
}

/// A path as the walk through the folders gives it: relative, and without empty segments.
fn as_path(line: &str) -> String {
    let names: Vec<&str> =
        line.split('/').filter(|name| !matches!(*name, "" | "." | "..")).collect();
    names.join("/")
}

fn segments(name: &str) {
    let Some(made) = segment(name) else { return };
    assert!(made.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')), "{made:?}");
    assert!(!made.starts_with('-') && !made.ends_with('-') && !made.contains("--"), "{made:?}");
    assert_eq!(segment(&made).as_deref(), Some(made.as_str()), "not the same twice");
}

fn address(path: &str) {
    let Ok(address) = Address::of_content(ContentPath::new(path)) else { return };
    let text = address.as_str();
    assert!(text.is_ascii() && !text.starts_with('/') && !text.contains(".."), "{text:?}");
    assert_eq!(
        Address::of_content(ContentPath::new(text)).as_ref(),
        Ok(&address),
        "not the same twice"
    );
    if text.len() <= 400 {
        assert_eq!(Address::parse(text).as_ref(), Some(&address));
    }
}

/// A site of these pages: every file that shares an address with another is reported.
fn shared(paths: &[String]) {
    let mut files: BTreeMap<Address, Vec<String>> = BTreeMap::new();
    let mut loaded = Loaded::default();
    for path in paths {
        let path = format!("{}.md", path.strip_suffix(".md").unwrap_or(path));
        if let Ok(address) = Address::of_content(ContentPath::new(&path)) {
            let claims = files.entry(address).or_default();
            if !claims.contains(&path) {
                claims.push(path.clone());
                loaded.markdown.push(RawFile::new(format!("content/{path}"), PAGE));
            }
        }
    }
    loaded.markdown.sort_by(|a, b| a.path.cmp(&b.path));
    let told = told(&loaded);
    for paths in files.values().filter(|paths| paths.len() > 1) {
        for path in paths {
            let path = format!("content/{path}");
            let here =
                |it: &&Problem| *it.source.path == *path && it.code == Code::AddressCollision;
            assert!(told.iter().any(|it| here(&it)), "{path} is not told: {told:?}");
        }
    }
}

fn told(loaded: &Loaded) -> Vec<Problem> {
    static LABELS: OnceLock<Labels> = OnceLock::new();
    let labels = LABELS.get_or_init(|| ThemeFiles::built_in().labels(Language::Swedish));
    let mut material = Material::default();
    for file in content::parse(loaded).files {
        if let Parsed::Document(document) = &file.parsed {
            material.documents.push(document.clone());
        }
    }
    let (settings, today) = (Arc::new(Settings::missing()), Date::constant(2026, 11, 22));
    let (optional, _) = OptionalPages::of(&material, &settings, Drafts::Hidden);
    let kept = Kept { ledger: Arc::default(), seals: Arc::default() };
    let (archive, _) = Archive::link(&material, settings, kept, today, Drafts::Hidden);
    SitePlan::new(&archive, labels, &[], optional).1
}
