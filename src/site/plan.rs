//! The plan: every page of the site by address. Collisions and lost addresses are found here,
//! before anything is rendered.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap, btree_map};
use std::sync::Arc;

use rayon::prelude::*;

use super::page::Page;
use super::{addresses, sitemap, titles, years};
use crate::archive::Archive;
use crate::diagnostic::{Code, Problem, Source};
use crate::language::Labels;
use crate::model::{Address, DocId, Document, FocusId, Kind, PlaceId};
use crate::text;

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

        let mut sources = Sources::default();
        for (n, asset) in assets.iter().enumerate() {
            sources.generated(asset.clone(), Page::Asset(n));
        }
        sources.generated_pages(archive, &folders, &focus, &place_years, years.keys().copied());
        sources.documents(archive);
        if let Some(base) = &archive.settings.base_url {
            // All pages that are listed are there now.
            sources.pages.extend(sitemap::sitemaps(&sources.pages, base));
        }
        sources.files(archive);
        let Sources { mut pages, introductions, collisions } = sources;
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

/// Who claims an address: a file of the site, or the program itself.
type Claim = Option<Arc<Source>>;

#[derive(Default)]
struct Sources {
    pages: BTreeMap<Address, Page>,
    introductions: BTreeMap<Address, DocId>,
    collisions: Vec<(Address, Claimant, Claimant)>,
}

/// Who claims an address.
enum Claimant {
    File(Claim),
    Generated,
}

impl Sources {
    fn generated(&mut self, address: Address, page: Page) {
        self.pages.insert(address, page);
    }

    fn generated_pages(
        &mut self,
        archive: &Archive,
        folders: &[Folder],
        focus: &[Address],
        place_years: &[Vec<i16>],
        years: impl Iterator<Item = i16>,
    ) {
        let made = |text: String| Address::made(text);
        let has_base = archive.settings.base_url.is_some();
        self.generated(made("index.html".to_owned()), Page::Start);
        self.generated(made("ar/index.html".to_owned()), Page::Years);
        for year in years {
            self.generated(made(format!("ar/{year}/index.html")), Page::Year(year));
        }
        self.generated(made("fokus/index.html".to_owned()), Page::FocusIndex);
        for (n, address) in focus.iter().enumerate() {
            self.generated(address.clone(), Page::Focus(FocusId::nth(n)));
        }
        self.generated(made("handlingar/index.html".to_owned()), Page::AllDocuments);
        self.generated(made("tillganglighet.html".to_owned()), Page::Accessibility);
        self.generated(made("robots.txt".to_owned()), Page::Robots);
        if has_base {
            self.generated(made("404.html".to_owned()), Page::NotFound);
            self.generated(made("feed.xml".to_owned()), Page::SiteFeed);
        }
        for (n, folder) in folders.iter().enumerate() {
            self.generated(folder.index.clone(), Page::PlaceIndex(n));
        }
        for (n, place) in archive.places.iter().enumerate() {
            let id = PlaceId::nth(n);
            let folder = place.place.address.parent();
            self.generated(made(format!("{folder}timeline.json")), Page::TimelineData(id));
            self.generated(made(format!("{folder}embed.html")), Page::Embed(id));
            if has_base {
                self.generated(made(format!("{folder}feed.xml")), Page::PlaceFeed(id));
            }
            for year in &place_years[n] {
                self.generated(
                    made(format!("{folder}{year}/index.html")),
                    Page::PlaceYear(id, *year),
                );
            }
            // A place's own index.md is where its timeline comes from.
            self.pages.insert(place.place.address.clone(), Page::Timeline(id));
        }
    }

    fn documents(&mut self, archive: &Archive) {
        let mut claims: HashMap<&Address, &Arc<Source>> =
            HashMap::with_capacity(archive.places.len() + archive.documents.len());
        claims
            .extend(archive.places.iter().map(|place| (&place.place.address, &place.place.source)));
        for (n, linked) in archive.documents.iter().enumerate() {
            let document = &linked.document;
            let address = &document.address;
            let own = || Claimant::File(Some(document.source.clone()));
            match claims.entry(address) {
                Entry::Occupied(first) => {
                    let first = Claimant::File(Some((*first.get()).clone()));
                    self.collisions.push((address.clone(), first, own()));
                    continue;
                }
                Entry::Vacant(entry) => _ = entry.insert(&document.source),
            }
            match self.pages.entry(address.clone()) {
                btree_map::Entry::Vacant(page) => {
                    if linked.published {
                        page.insert(Page::Document(DocId::nth(n)));
                    }
                }
                btree_map::Entry::Occupied(_) if is_introduction(document) => {
                    if linked.published {
                        self.introductions.insert(address.clone(), DocId::nth(n));
                    }
                }
                btree_map::Entry::Occupied(_) => {
                    self.collisions.push((address.clone(), Claimant::Generated, own()));
                }
            }
        }
    }

    fn files(&mut self, archive: &Archive) {
        for (n, linked) in archive.files.iter().enumerate().filter(|(_, file)| file.published) {
            let Some(address) = &linked.file.address else { continue };
            let source = || Source::path_only(format!("content/{}", linked.file.path));
            let id = crate::model::FileId::nth(n);
            match self.pages.get(address) {
                None => {
                    self.pages.insert(address.clone(), Page::File(id));
                }
                Some(taken) => {
                    let first = match taken {
                        Page::Document(doc) => {
                            Claimant::File(Some(archive.document(*doc).document.source.clone()))
                        }
                        Page::File(other) => {
                            let path = &archive.files[other.index()].file.path;
                            Claimant::File(Some(Source::path_only(format!("content/{path}"))))
                        }
                        _ => Claimant::Generated,
                    };
                    self.collisions.push((address.clone(), first, Claimant::File(Some(source()))));
                }
            }
        }
    }
}

/// Whether a document gives a page of the program's own its title and first words.
fn is_introduction(document: &Document) -> bool {
    document.kind == Kind::Page
        && document.address.as_str().rsplit('/').next() == Some("index.html")
}

/// Told at both files, so that neither editor has to guess.
fn collision(address: &Address, first: Claimant, second: Claimant) -> Vec<Problem> {
    let at = |source: &Arc<Source>, other: Option<&str>| {
        let message = match other {
            Some(other) => text!(
                "Filen får adressen {address}, men det får också {other}.",
                "The file gets the address {address}, but so does {other}."
            ),
            None => text!(
                "Filen får adressen {address}, men där lägger programmet en egen sida.",
                "The file gets the address {address}, but the program puts a page of its own there."
            ),
        };
        Problem::in_file(
            Code::AddressCollision,
            source,
            message,
            text!(
                "Byt namn på filen. I adresser blir å och ä till a, ö till o, stora bokstäver små, och blanksteg bindestreck.",
                "Rename the file. In addresses å and ä become a, ö becomes o, capitals become small letters, and blanks hyphens."
            ),
        )
    };
    let mut problems = Vec::new();
    match (&first, &second) {
        (Claimant::File(Some(first)), Claimant::File(Some(second))) => {
            problems.push(at(first, Some(&second.path)));
            problems.push(at(second, Some(&first.path)));
        }
        (_, Claimant::File(Some(second))) => problems.push(at(second, None)),
        _ => {}
    }
    problems
}
