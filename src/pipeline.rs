//! The pipeline on one screen: what was read is linked, planned and judged; every page of the plan
//! can then be made when a build or the preview asks for it.

use std::sync::Arc;

use jiff::civil::Date;

use crate::archive::{
    Archive, Broken, Drafts, File, Leniency, Material, is_reworded, leave_out, settle,
};
use crate::content::{self, Content, ContentFile, Entry, Loaded};
use crate::diagnostic::{Code, Problem, Severity};
use crate::digest::{Digest, Digester};
use crate::language::Language;
use crate::ledger::ReadLedger;
use crate::model::settings::Settings;
use crate::model::{Address, Kind};
use crate::publish::{Contents, MakeError, Prepared};
use crate::render::{BUILD_ID, FooterLink, SiteFacts, Theme, ThemeFiles};
use crate::site::{Plan, Product, Recent, product_near};

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

/// Everything that a site's files say, each by itself; nothing here has looked at two of them.
#[derive(Debug)]
pub struct Sources {
    pub content: Content,
    pub ledger: ReadLedger,
}

impl Sources {
    /// Read: parses what was loaded.
    pub fn read(loaded: &Loaded) -> Sources {
        // The ledger of a large archive is the longest file by far.
        let (ledger, content) = rayon::join(|| ReadLedger::of(loaded), || content::parse(loaded));
        Sources { content, ledger }
    }

    /// The same after a change: what says the same as `before` is not parsed anew.
    pub fn read_again(loaded: &Loaded, before: (&Loaded, &Sources)) -> Sources {
        let (loaded_before, sources_before) = before;
        let digest = |loaded: &Loaded| loaded.ledger.as_ref().map(|raw| raw.digest);
        let ledger = if digest(loaded) == digest(loaded_before) {
            sources_before.ledger.clone()
        } else {
            ReadLedger::of(loaded)
        };
        let content = content::parse_again(loaded, (loaded_before, &sources_before.content));
        Sources { content, ledger }
    }
}

/// A site that has been read, linked, planned and judged; nothing of it is rendered yet.
pub struct Assembled {
    pub archive: Archive,
    pub plan: Arc<Plan>,
    /// `None` when the theme cannot be used; then there are errors.
    pub theme: Option<Arc<Theme>>,
    /// Settled and complete; in no order.
    pub problems: Vec<Problem>,
    /// What was found by looking at all files together, before it was settled.
    found: Vec<Problem>,
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
    sources: &Sources,
    theme: &(ThemeFiles, Vec<Problem>),
    loaded_before: Option<&Arc<Theme>>,
    options: Options,
) -> Assembled {
    let Sources { content, ledger } = sources;
    let settings = content.settings.clone().unwrap_or_else(|| Arc::new(Settings::missing()));
    let material = material(content);

    let (files, faults) = theme;
    let facts = SiteFacts::of(&settings, files, footer(&material, &settings, options.drafts));
    let labels = files.labels(settings.language);
    let assets: Vec<Address> = files.asset_addresses().cloned().collect();
    let (theme, (archive, mut found, plan)) = rayon::join(
        || Theme::load_unless_same(files, &facts, loaded_before),
        || {
            let (ledger, Options { today, drafts, .. }) = (ledger.ledger.clone(), options);
            let (archive, mut found) =
                Archive::link(&material, settings.clone(), ledger, today, drafts);
            let (plan, faults) = Plan::new(&archive, &labels, &assets);
            found.extend(faults);
            (archive, found, plan)
        },
    );
    found.extend_from_slice(faults);
    let theme = match theme {
        Ok(theme) => Some(theme),
        Err(faults) => {
            found.extend(faults);
            None
        }
    };
    leave_out(&mut found, &material.broken);
    let problems = judge(sources, &archive, found.clone(), options.strict);
    Assembled { archive, plan: Arc::new(plan), theme, problems, found }
}

/// What was assembled, now that some texts have changed, when they are the same in other words: most
/// saves while somebody writes. Else `None`: all must be assembled anew. Nothing but texts may have
/// changed since, neither the options.
pub fn reword(
    before: &Assembled,
    earlier: &Sources,
    sources: &Sources,
    options: Options,
) -> Option<Assembled> {
    let mut found = before.found.clone();
    let mut reworded = Vec::new();
    for (earlier, now) in earlier.content.files.iter().zip(&sources.content.files) {
        if Arc::ptr_eq(earlier, now) {
            continue;
        }
        let (Entry::Document(earlier), Entry::Document(now)) = (&earlier.entry, &now.entry) else {
            return None;
        };
        if !is_reworded(earlier, now) {
            return None;
        }
        for problem in found.iter_mut().filter(|problem| problem.source.path == now.source.path) {
            // In the front matter it stands where it stood; in the body it may have moved.
            if problem.span.as_ref().is_some_and(|span| span.end > now.body.start) {
                return None;
            }
            problem.source = now.source.clone();
        }
        reworded.push(now.clone());
    }
    let archive = before.archive.reworded(reworded.into_iter());
    let problems = judge(sources, &archive, found.clone(), options.strict);
    let (plan, theme) = (before.plan.clone(), before.theme.clone());
    Some(Assembled { archive, plan, theme, problems, found })
}

/// Every problem, settled: what each file has by itself, and what was found beside.
fn judge(sources: &Sources, archive: &Archive, found: Vec<Problem>, strict: bool) -> Vec<Problem> {
    let Sources { content, ledger } = sources;
    let mut problems = content.problems.clone();
    problems.extend_from_slice(&ledger.problems);
    problems.extend(content.files.iter().flat_map(|file| &file.problems).cloned());
    problems.extend(content.others.iter().flat_map(|other| &other.problems).cloned());
    problems.extend(found);
    let broken = |file: &ContentFile| matches!(file.entry, Entry::Broken { .. });
    let lenient: Vec<Leniency> = content
        .files
        .iter()
        .filter(|file| file.draft || !file.accept.is_empty())
        .map(|file| Leniency {
            source: &file.source,
            draft: file.draft,
            broken: broken(file),
            accept: &file.accept,
        })
        .collect();
    let referrers = {
        let paths = problems.iter().map(|problem| problem.source.path.as_str()).collect();
        let broken = content.files.iter().filter(|file| broken(file));
        archive.referrers(&paths, broken.map(|file| &file.source))
    };
    settle(problems, &lenient, &referrers, strict)
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
                let (path, source, draft) = (path(), file.source.clone(), file.draft);
                material.broken.push(Broken { path, kind: *kind, source, draft });
            }
        }
    }
    // What could not be read at all stands there all the same.
    let unread = content.problems.iter().filter(|problem| problem.code == Code::Unreadable);
    material.broken.extend(unread.filter_map(|problem| {
        let path = problem.source.path.strip_prefix("content/")?.to_owned();
        Some(Broken { path, kind: None, source: problem.source.clone(), draft: false })
    }));
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
fn footer(material: &Material, settings: &Settings, drafts: Drafts) -> Vec<FooterLink> {
    let language = settings.language.tag();
    let mut links: Vec<FooterLink> = material
        .documents
        .iter()
        .filter(|document| document.kind == Kind::Page && drafts.publish(document))
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
    ledger: Option<Digest>,
    theme: &ThemeFiles,
    options: &Options,
    keeps_ledger: bool,
) -> Digest {
    let mut digester = Digester::new();
    let mut add = |name: &str, digest: &[u8]| {
        digester.update((name.len() as u64).to_le_bytes());
        digester.update(name);
        digester.update(digest);
    };
    add("build", &BUILD_ID);
    add("theme", &theme.digest().0);
    add("today", options.today.to_string().as_bytes());
    add("strict", &[u8::from(options.strict)]);
    add("keeps ledger", &[u8::from(keeps_ledger)]);
    add("ledger", &ledger.unwrap_or(Digest::NONE).0);
    add("language", options.language.map_or("", Language::tag).as_bytes());
    for raw in loaded.settings.iter().chain(&loaded.markdown) {
        add(&raw.path, &raw.digest.0);
    }
    for other in &loaded.others {
        add(&other.path, &other.digest.0);
    }
    digester.finish()
}

/// The page at an address, with the key that tells whether it must be made.
pub fn prepare<'a>(
    assembled: &'a Assembled,
    theme: &'a Theme,
    loaded: &'a Loaded,
    address: &'a Address,
    recent: &Recent,
) -> Result<Prepared<'a>, MakeError> {
    let product = product_near(&assembled.archive, &assembled.plan, address, recent);
    if let Product::File(id) = product {
        let file = &loaded.others[id.index()];
        let make = Box::new(move || {
            let (path, name) = (file.on_disk.clone(), format!("content/{}", file.path));
            Ok(Contents::CopyOf { path, name, digest: file.digest })
        });
        return Ok(Prepared { key: file.digest, make });
    }
    let key = theme.key(&product);
    let make = Box::new(move || theme.bytes(&product).map(Contents::Bytes).map_err(MakeError));
    Ok(Prepared { key, make })
}
