//! The pipeline on one screen: what was read is linked, planned and judged; then each page of the
//! plan can be made when a build or the preview asks for it.
//!
//! Read: [`Sources::read`]. Link, plan and judge: [`assemble`], or [`reword`] after a change of
//! words alone. Render: [`prepare`], for each page that must be made. Publish: [`crate::publish`].

mod inputs;
mod judge;
mod material;
mod options;
mod sources;

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use crate::archive::{Archive, Kept, is_reworded, leave_out};
use crate::content::{Loaded, Parsed};
use crate::diagnostic::{Problem, Severity};
use crate::digest::Digest;
use crate::model::Address;
use crate::model::settings::Settings;
use crate::pdf::{self, LARGEST_PICTURE};
use crate::plain_file;
use crate::publish::{Contents, MakeError, Prepared};
use crate::render::{SiteFacts, Theme, ThemeFiles};
use crate::search::KeptRuns;
use crate::site::{OptionalPages, Product, Recent, SitePlan, product, product_near};

use judge::judge;
use material::{footer, material};

pub use inputs::inputs;
pub use options::Options;
pub use sources::Sources;

/// A site that has been read, linked, planned and judged; none of it is rendered yet.
pub struct Assembled {
    pub archive: Archive,
    pub plan: Arc<SitePlan>,
    /// `None` if the theme cannot be used; then there are errors.
    pub theme: Option<Arc<Theme>>,
    /// Settled and complete, in no particular order.
    pub problems: Vec<Problem>,
    /// What linking found, before it was settled.
    found: Vec<Problem>,
}

impl Assembled {
    /// Whether there is an error, which stops a build.
    pub fn has_errors(&self) -> bool {
        self.theme.is_none() || self.problems.iter().any(|p| p.severity == Severity::Error)
    }

    /// The bytes of the page at an address; `None` if there is none, or it cannot be made.
    pub fn page(&self, address: &Address) -> Option<Vec<u8>> {
        let (address, _) = self.plan.pages.get_key_value(address)?;
        match product(&self.archive, &self.plan, address) {
            Product::File(_) => None,
            product => self.theme.as_ref()?.bytes(&product).ok(),
        }
    }

    /// The bytes of a picture that a page shows, by its `src` there; `None` if the site publishes
    /// no such file, if it is larger than a PDF can hold, or has changed since it was read.
    pub fn picture(
        &self,
        loaded: &Loaded,
        site: &Path,
        page: &Address,
        src: &str,
    ) -> Option<Vec<u8>> {
        let address = Address::parse(&pdf::resolved(page.as_str(), src))?;
        let (address, _) = self.plan.pages.get_key_value(&address)?;
        match product(&self.archive, &self.plan, address) {
            Product::File(id) => {
                let file = loaded.others.get(id.index())?;
                if file.size > LARGEST_PICTURE {
                    return None;
                }
                let mut bytes = Vec::new();
                let opened = plain_file::open(&site.join(&file.on_disk)).ok()?;
                opened.take(LARGEST_PICTURE + 1).read_to_end(&mut bytes).ok()?;
                (Digest::of(&bytes) == file.digest).then_some(bytes)
            }
            product @ Product::Asset(_) => self.theme.as_ref()?.bytes(&product).ok(),
            Product::View(_) | Product::Data(_) => None,
        }
    }

    /// Cuts the index of the search into files, for a site that is to be read over a network. `kept`
    /// has what an earlier build kept of it.
    pub fn cut_search(&mut self, kept: &dyn KeptRuns) {
        // If anybody else had the plan already, the index would stay one file.
        if let Some(plan) = Arc::get_mut(&mut self.plan) {
            plan.cut_search(&self.archive, kept);
        }
    }
}

/// Links, plans and judges what was read. A theme that was loaded before is used again if neither
/// its files nor the settings that it shows have changed.
pub fn assemble(
    sources: &Sources,
    theme: &(ThemeFiles, Vec<Problem>),
    loaded_before: Option<&Arc<Theme>>,
    options: Options,
) -> Assembled {
    let Sources { content, ledger, seals } = sources;
    let settings = content.settings.clone().unwrap_or_else(|| Arc::new(Settings::missing()));
    let material = material(content);

    let (files, faults) = theme;
    let (optional, left_out) = OptionalPages::of(&material, &settings, options.drafts);
    let footer = footer(&material, &settings, options.drafts);
    let facts = SiteFacts::of(&settings, files, footer, optional);
    let labels = files.labels(settings.language);
    let assets: Vec<Address> = files.asset_addresses().cloned().collect();
    let (theme, (archive, mut found, plan)) = rayon::join(
        || Theme::load_unless_same(files, &facts, loaded_before),
        || {
            let Options { today, drafts, .. } = options;
            let kept = Kept { ledger: ledger.ledger.clone(), seals: seals.seals.clone() };
            let (archive, mut found) =
                Archive::link(&material, settings.clone(), kept, today, drafts);
            let (against_rules, (plan, faults)) = rayon::join(
                || archive.check(&material),
                || SitePlan::new(&archive, &labels, &assets, optional),
            );
            found.extend(against_rules);
            found.extend(faults);
            (archive, found, plan)
        },
    );
    found.extend_from_slice(faults);
    found.extend(left_out);
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

/// The assembled site after a change in running texts only, which is what most saves are while
/// somebody writes. `None` if more has changed, so that everything must be assembled again. The
/// caller makes sure that nothing but texts has changed, and that the options are the same.
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
        let (Parsed::Document(earlier), Parsed::Document(now)) = (&earlier.parsed, &now.parsed)
        else {
            return None;
        };
        // Whether a document is as it was when it was packed depends on its words.
        let is_sealed = before.archive.seals.of_document(&now.source.path).is_some();
        if is_sealed || !is_reworded(earlier, now) {
            return None;
        }
        for problem in found.iter_mut().filter(|problem| problem.source.path == now.source.path) {
            // A problem in the front matter is where it was; one in the body may have moved.
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

/// The page at an address, with the key that decides whether it must be made.
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
            let (path, name) = (file.on_disk.clone(), file.path.to_string());
            Ok(Contents::CopyOf { path, name, digest: file.digest })
        });
        return Ok(Prepared { key: file.digest, make });
    }
    let key = theme.key(&product);
    let make = Box::new(move || theme.bytes(&product).map(Contents::Bytes).map_err(MakeError));
    Ok(Prepared { key, make })
}
