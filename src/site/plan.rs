//! The plan: what is at which address. Collisions and lost addresses are found here, before
//! anything is rendered.

use std::collections::BTreeMap;

use super::claims::Claims;
use super::make::{Maker, OtherPages};
use super::optional::OptionalPages;
use super::overview::Overview;
use super::pages::{Origin, Page};
use super::planned::PlannedFile;
use super::{addresses, fits, outputs, titles};
use crate::archive::Archive;
use crate::diagnostic::Problem;
use crate::language::Labels;
use crate::model::{Address, DocId};
use crate::search::KeptRuns;

/// Every file of the site, and what pages need to know of the whole.
#[derive(Debug)]
pub struct SitePlan {
    /// By address, sorted.
    pub pages: BTreeMap<Address, PlannedFile>,
    pub overview: Overview,
}

impl SitePlan {
    /// Plans the site of an archive. `assets` are the theme's files, sorted.
    pub fn new(
        archive: &Archive,
        labels: &Labels,
        assets: &[Address],
        optional: OptionalPages,
    ) -> (SitePlan, Vec<Problem>) {
        let (titles, (mut plan, problems)) = rayon::join(
            || titles::of_documents(archive, labels),
            || SitePlan::of_pages(archive, labels, assets, optional),
        );
        plan.overview.titles = titles;
        (plan, problems)
    }

    /// The plan without titles.
    fn of_pages(
        archive: &Archive,
        labels: &Labels,
        assets: &[Address],
        optional: OptionalPages,
    ) -> (SitePlan, Vec<Problem>) {
        let mut overview = Overview::of(archive, labels, optional);
        let mut claims = Claims::new(archive);
        claims.assets(assets);
        claims.pages(&overview);
        claims.outputs(&overview);
        claims.files();
        claims.sitemaps();
        let Claims { mut pages, introductions, mut problems, .. } = claims;
        overview.introductions = introductions;
        addresses::aliases(archive, &mut pages, &mut problems);
        addresses::subjects(archive, &mut pages);
        addresses::withdrawals(archive, &mut pages, &mut problems);
        addresses::lost(archive, &mut pages, &mut problems);
        fits::check(archive, &pages, &mut problems);
        (SitePlan { pages, overview }, problems)
    }

    /// Makes the index of the search and adds the files into which it is cut, for a site that is to
    /// be read over a network. Otherwise the index is one file, made when it is asked for.
    pub fn cut_search(&mut self, archive: &Archive, kept: &dyn KeptRuns) {
        let files = outputs::cut_search(archive, &self.overview, kept).into_iter();
        self.pages.extend(
            files.map(|(address, file)| {
                (address, PlannedFile::Output(outputs::Output::Search(file)))
            }),
        );
    }

    /// The addresses that the ledger keeps for ever: those of pages, except the 404 page, and of
    /// attachments and images; not those of feeds, data and assets.
    pub fn kept_addresses(&self) -> impl Iterator<Item = &Address> {
        let kept = self.pages.iter().filter(|(_, planned)| self.is_kept(planned));
        kept.map(|(address, _)| address)
    }

    /// Whether the ledger keeps the address of something in the plan for ever.
    pub fn is_kept(&self, planned: &PlannedFile) -> bool {
        match planned {
            PlannedFile::Page(page) => page.is_kept(),
            PlannedFile::File(_) => true,
            // A copy of an attachment, at an earlier address of its place, counts as one.
            PlannedFile::Copy(of) => matches!(self.pages.get(of), Some(PlannedFile::File(_))),
            PlannedFile::Output(_) | PlannedFile::Asset(_) => false,
        }
    }

    /// The file behind an address: that of the page, or the `index.md` that gives it a heading and
    /// an introduction. `None` if nothing is planned there.
    pub fn origin(&self, address: &Address) -> Option<Origin> {
        let origin = self.pages.get(address)?.page().map_or(Origin::Program, |page| page.origin());
        match (origin, self.overview.introductions.get(address)) {
            (Origin::Program, Some(id)) => Some(Origin::Document(*id)),
            (origin, _) => Some(origin),
        }
    }

    /// The maker of what is at an address.
    pub fn maker<'a>(&'a self, archive: &'a Archive, from: &'a Address) -> Maker<'a> {
        Maker::new(archive, &self.overview, self, from)
    }
}

impl OtherPages for SitePlan {
    fn name(&self, archive: &Archive, address: &Address) -> Option<String> {
        self.pages.get(address)?.page()?.name(archive, &self.overview)
    }

    fn listed(&self) -> Vec<(&Address, Option<DocId>)> {
        let listed = self.pages.iter().filter(|(_, planned)| planned.is_listed());
        let listed = listed.map(|(address, planned)| match planned.page().map(Page::origin) {
            Some(Origin::Document(id)) => (address, Some(id)),
            Some(Origin::Place(_) | Origin::Ledger | Origin::Program) | None => (address, None),
        });
        listed.collect()
    }
}
