//! The plan: every page of the site by address. Collisions and lost addresses are found here,
//! before anything is rendered.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::claims::{Claims, collision};
use super::page::Page;
use super::{addresses, sitemap, titles, years};
use crate::archive::Archive;
use crate::diagnostic::Problem;
use crate::language::Labels;
use crate::model::{Address, DocId, Kind, PlaceId};

/// Every page of the site, and what pages need to know of the whole.
#[derive(Debug)]
pub struct Plan {
    /// By address, sorted.
    pub pages: BTreeMap<Address, Page>,
    /// The folders that hold places and are none themselves.
    pub folders: Vec<Folder>,
    /// Per place: the years it has pages for.
    pub place_years: Vec<Vec<i16>>,
    /// Places that bear the title of another.
    pub namesakes: BTreeSet<PlaceId>,
    /// Documents by the year they are dated in, in order of time.
    pub years: BTreeMap<i16, Vec<DocId>>,
    /// By subject: where its page stands.
    pub focus: Vec<Address>,
    /// An `index.md` of kind `page` at a generated index: its title and introduction.
    pub introductions: BTreeMap<Address, DocId>,
    /// Every document's unique `<title>`, without the site's.
    pub titles: Vec<String>,
    /// The theme's texts that titles are made of.
    pub labels: Labels,
}

/// A folder that holds places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Ends in `/`.
    pub address: String,
    /// Where it lists its places.
    pub index: Address,
    /// When all its places are of one kind.
    pub kind: Option<Kind>,
    /// In order of path.
    pub places: Vec<PlaceId>,
}

impl Plan {
    /// Plans the site of an archive. `assets` are the theme's files, sorted.
    pub fn new(archive: &Archive, labels: &Labels, assets: &[Address]) -> (Plan, Vec<Problem>) {
        let (titles, (mut plan, problems)) = rayon::join(
            || titles::of_documents(archive, labels),
            || Plan::of_pages(archive, labels, assets),
        );
        plan.titles = titles;
        (plan, problems)
    }

    /// All but the titles.
    fn of_pages(archive: &Archive, labels: &Labels, assets: &[Address]) -> (Plan, Vec<Problem>) {
        let mut problems = Vec::new();
        let folders = folders(archive);
        let place_years: Vec<Vec<i16>> =
            archive.places.par_iter().map(|place| years::of_place(archive, place)).collect();
        let years = archive.by_year();
        let focus: Vec<Address> = archive
            .focus
            .iter()
            .map(|focus| Address::made(format!("fokus/{}/index.html", focus.segment)))
            .collect();

        let mut claims = Claims::default();
        for (n, asset) in assets.iter().enumerate() {
            claims.generated(asset.clone(), Page::Asset(n));
        }
        claims.generated_pages(archive, &folders, &focus, &place_years, years.keys().copied());
        claims.documents(archive);
        if let Some(base) = &archive.settings.base_url {
            // All pages that are listed are there now.
            claims.pages.extend(sitemap::sitemaps(&claims.pages, base));
        }
        claims.files(archive);
        let Claims { mut pages, introductions, collisions } = claims;
        for (address, first, second) in collisions {
            problems.extend(collision(&address, first, second));
        }
        addresses::aliases(archive, &mut pages, &mut problems);
        addresses::withdrawals(archive, &mut pages, &mut problems);
        addresses::lost(archive, &mut pages, &mut problems);

        let plan = Plan {
            pages,
            folders,
            place_years,
            namesakes: namesakes(archive),
            years,
            focus,
            introductions,
            titles: Vec::new(),
            labels: labels.clone(),
        };
        (plan, problems)
    }

    /// The addresses that the ledger keeps for ever.
    pub fn kept_addresses(&self) -> impl Iterator<Item = &Address> {
        let is_kept = |page: &Page| match page {
            // An attachment is one at a place's earlier address too.
            Page::Copy(of) => matches!(self.pages.get(of), Some(Page::File(_))),
            page => page.is_kept_for_ever(),
        };
        self.pages.iter().filter(move |(_, page)| is_kept(page)).map(|(address, _)| address)
    }
}

fn namesakes(archive: &Archive) -> BTreeSet<PlaceId> {
    let mut titles: HashMap<&str, Vec<PlaceId>> = HashMap::new();
    for (n, linked) in archive.places.iter().enumerate() {
        titles.entry(&linked.place.common.title.value).or_default().push(PlaceId::nth(n));
    }
    titles.into_values().filter(|places| places.len() > 1).flatten().collect()
}

fn folders(archive: &Archive) -> Vec<Folder> {
    let own: BTreeSet<&str> = archive.places.iter().map(|p| p.place.address.parent()).collect();
    let mut folders: BTreeMap<String, Vec<PlaceId>> = BTreeMap::new();
    for (n, linked) in archive.places.iter().enumerate() {
        let folder = linked.place.address.parent().trim_end_matches('/');
        let above = folder.rfind('/').map_or("", |at| &folder[..=at]);
        if !above.is_empty() && !own.contains(above) {
            folders.entry(above.to_owned()).or_default().push(PlaceId::nth(n));
        }
    }
    folders
        .into_iter()
        .map(|(address, places)| {
            let mut kinds = places.iter().map(|id| archive.place(*id).place.kind());
            let first = kinds.next();
            let kind = first.filter(|first| kinds.all(|kind| kind == *first));
            let index = Address::made(format!("{address}index.html"));
            Folder { address, index, kind, places }
        })
        .collect()
}
