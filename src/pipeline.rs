//! The pipeline on one screen: what was read is linked, planned and judged; every page of the plan
//! can then be made when a build or the preview asks for it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::archive::{Archive, Broken, Drafts, File, Leniency, Material, settle};
use crate::content::{Content, Entry, Loaded};
use crate::diagnostic::{Problem, Severity};
use crate::language::Language;
use crate::model::Address;
use crate::model::settings::Settings;
use crate::publish::{Contents, Digest, Digester, MakeError, Prepared};
use crate::render::{BUILD_ID, FooterLink, SiteFacts, Theme, ThemeFiles};
use crate::site::{Plan, Product, product};

/// What a run was asked for, beside the site itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// The day that states are told for.
    pub today: Date,
    pub drafts: Drafts,
    /// Warnings are errors.
    pub strict: bool,
    /// Of the messages; the site's when not given.
    pub language: Option<Language>,
}

/// A site that has been read, linked, planned and judged; nothing of it is rendered yet.
pub struct Assembled {
    pub archive: Archive,
    pub plan: Plan,
    /// `None` when the theme cannot be used; then there are errors.
    pub theme: Option<Arc<Theme>>,
    /// Settled and complete; in no order.
    pub problems: Vec<Problem>,
}

impl Assembled {
    /// Whether anything stops a build.
    pub fn has_errors(&self) -> bool {
        self.theme.is_none() || self.problems.iter().any(|p| p.severity == Severity::Error)
    }
}

/// Link, plan and judge what was read. A theme that was loaded before is used again when neither
/// its files nor what it says of the site has changed.
pub fn assemble(
    content: &Content,
    theme: &(ThemeFiles, Vec<Problem>),
    loaded_before: Option<&Arc<Theme>>,
    options: Options,
) -> Assembled {
    let mut problems = content.problems.clone();
    for file in &content.files {
        problems.extend_from_slice(&file.problems);
    }
    for other in &content.others {
        problems.extend_from_slice(&other.problems);
    }
    let settings = content.settings.clone().unwrap_or_else(|| Arc::new(Settings::missing()));
    let material = material(content);

    let (archive, found) = Archive::link(
        &material,
        settings.clone(),
        content.ledger.clone(),
        options.today,
        options.drafts,
    );
    problems.extend(found);

    let (files, found) = theme;
    problems.extend_from_slice(found);
    let facts = SiteFacts::of(&settings, files, footer(&archive));
    let theme = match Theme::load_unless_same(files, &facts, loaded_before) {
        Ok(theme) => Some(theme),
        Err(found) => {
            problems.extend(found);
            None
        }
    };

    let labels = files.labels(settings.language);
    let assets: Vec<Address> =
        theme.iter().flat_map(|theme| theme.assets().map(|(address, _)| address.clone())).collect();
    let (plan, found) = Plan::new(&archive, &labels, &assets);
    problems.extend(found);

    let mut attached = attached(&archive);
    let lenient: Vec<Leniency> = content
        .files
        .iter()
        .map(|file| Leniency {
            source: &file.source,
            attachments: attached.remove(file.source.path.as_str()).unwrap_or_default(),
            draft: file.draft,
            accept: &file.accept,
        })
        .collect();
    let problems = settle(problems, &lenient, options.strict);
    Assembled { archive, plan, theme, problems }
}

/// The files that each document is published with, by the document's path.
fn attached(archive: &Archive) -> BTreeMap<String, Vec<String>> {
    let mut attached: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for linked in &archive.documents {
        for id in linked.attachments.iter().chain(&linked.images).flatten() {
            let path = format!("content/{}", archive.files[id.index()].file.path);
            attached.entry(linked.document.source.path.clone()).or_default().push(path);
        }
    }
    attached
}

/// What the archive is made of.
fn material(content: &Content) -> Material {
    let mut material = Material::default();
    for file in &content.files {
        let path = || {
            let path = &file.source.path;
            path.strip_prefix("content/").unwrap_or(path).to_owned()
        };
        match &file.entry {
            Entry::Document(document) => material.documents.push(document.clone()),
            Entry::Place(place) => material.places.push(place.clone()),
            Entry::Broken { kind, .. } => {
                material.broken.push(Broken { path: path(), kind: *kind });
            }
        }
    }
    material.files = content
        .others
        .iter()
        .map(|other| File {
            path: other.path.clone(),
            address: Address::of_content(&other.path).ok(),
            size: other.size,
            digest: other.digest,
        })
        .collect();
    material
}

/// The site's own pages in the content root, in order of address.
fn footer(archive: &Archive) -> Vec<FooterLink> {
    let language = archive.settings.language.tag();
    let mut links: Vec<FooterLink> = archive
        .pages()
        .map(|(_, linked)| &linked.document)
        .filter(|page| !page.path().contains('/') && page.address.as_str() != "index.html")
        .map(|page| FooterLink {
            text: page.common.title.value.clone(),
            address: page.address.clone(),
            language: page.common.language.clone().filter(|own| own != language),
        })
        .collect();
    links.sort_by(|a, b| {
        (a.language.is_some(), &a.address).cmp(&(b.language.is_some(), &b.address))
    });
    links
}

/// One digest of everything that a build is made from: if it is the same, so is the site. The ledger
/// is given apart: a build that adds to it is made from what it leaves behind. One that leaves it as
/// it is has not done what one that keeps it does.
pub fn inputs(
    loaded: &Loaded,
    ledger: Option<[u8; 32]>,
    theme: &ThemeFiles,
    options: &Options,
    keeps_ledger: bool,
) -> Digest {
    let mut digester = Digester::new();
    let mut add = |name: &str, digest: &[u8]| {
        digester.update(&(name.len() as u64).to_le_bytes());
        digester.update(name.as_bytes());
        digester.update(digest);
    };
    add("build", &BUILD_ID);
    add("theme", &theme.digest());
    add("today", options.today.to_string().as_bytes());
    add("strict", &[u8::from(options.strict)]);
    add("keeps ledger", &[u8::from(keeps_ledger)]);
    add("ledger", &ledger.unwrap_or_default());
    add("language", options.language.map_or("", Language::tag).as_bytes());
    for raw in loaded.settings.iter().chain(&loaded.markdown) {
        add(&raw.path, &raw.digest);
    }
    for other in &loaded.others {
        add(&other.path, &other.digest);
    }
    digester.finish()
}

/// The page at an address, with the key that tells whether it must be made.
pub fn prepare<'a>(
    assembled: &'a Assembled,
    theme: &'a Theme,
    loaded: &'a Loaded,
    address: &'a Address,
) -> Result<Prepared<'a>, MakeError> {
    let product = product(&assembled.archive, &assembled.plan, address);
    let key = Digest(theme.product_key(&product));
    let make = move || match product {
        Product::File(id) => {
            Ok(Contents::CopyOf { path: loaded.others[id.index()].on_disk.clone() })
        }
        product => theme.bytes(&product).map(Contents::Bytes).map_err(MakeError),
    };
    Ok(Prepared { key, make: Box::new(make) })
}
