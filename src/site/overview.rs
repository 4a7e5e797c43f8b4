//! What pages need to know of the site as a whole: its folders of places, its years and subjects,
//! and the titles of its documents.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::in_force::{Without, without};
use super::lists::{AllList, CountyList};
use super::matrix_places::counties;
use super::missing_promises::{Missing, missing};
use super::optional::OptionalPages;
use super::searching::{self, SearchGroup};
use super::years;
use crate::archive::{Archive, Focus};
use crate::language::Labels;
use crate::model::{Address, DocId, FocusId, Kind, PlaceId};
use crate::site::site_names::address_of_subject;
use crate::tables::TableIndex;

/// The site as a whole.
#[derive(Debug)]
pub struct Overview {
    /// The folders that contain places without being places themselves.
    pub folders: Vec<Folder>,
    /// For each place, the years for which it has pages.
    pub place_years: Vec<Vec<i16>>,
    /// Places with the same title as another.
    pub namesakes: BTreeSet<PlaceId>,
    /// Documents by the year in which they are dated, in order of time.
    pub years: BTreeMap<i16, Vec<DocId>>,
    /// All documents from A to Ö.
    pub all: AllList,
    /// The years and subjects with more documents than fit on a page.
    pub long_years: BTreeMap<i16, CountyList>,
    pub long_subjects: BTreeMap<FocusId, CountyList>,
    /// The counties that have a matrix of their own, with their names in addresses.
    pub counties: Vec<(String, String)>,
    /// The follow-ups that were promised and are missing.
    pub missing: Missing,
    /// The municipalities without an agreement or a pledge in force, by year.
    pub without: Without,
    /// The address of each subject's page.
    pub focus: Vec<Address>,
    /// The `index.md` of kind `page` at a generated index, which gives that its title and
    /// introduction.
    pub introductions: BTreeMap<Address, DocId>,
    /// The unique `<title>` of every document, without the site's title.
    pub titles: Vec<String>,
    /// The documents in the order in which the search numbers them, if the site has one.
    pub search: Option<Vec<SearchGroup>>,
    /// What is worked out once for the tables of open data.
    pub tables: TableIndex,
    /// The theme's texts that titles are made from.
    pub labels: Labels,
}

/// A folder that contains places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// The address of the list of its places.
    pub index: Address,
    /// The kind of its places, if all are of one kind.
    pub kind: Option<Kind>,
    /// In order of path.
    pub places: Vec<PlaceId>,
}

impl Overview {
    /// Everything except introductions and titles, which are determined when pages are given their
    /// addresses.
    pub fn of(archive: &Archive, labels: &Labels, optional: OptionalPages) -> Overview {
        let years = archive.by_year();
        let lists = || {
            rayon::join(
                || AllList::of(archive),
                || (long_years(archive, &years), long_subjects(archive)),
            )
        };
        let of_places = || {
            let (place_years, missing) =
                rayon::join(|| years::of_places(archive), || missing(archive));
            let (without, search) = rayon::join(
                || without(archive, &place_years),
                || optional.search.then(|| searching::of_archive(archive)),
            );
            (place_years, missing, without, search)
        };
        let ((all, (long_years, long_subjects)), (place_years, missing, without, search)) =
            rayon::join(lists, of_places);
        Overview {
            folders: folders(archive),
            all,
            long_years,
            long_subjects,
            counties: counties(archive, &place_years),
            missing,
            without,
            place_years,
            namesakes: namesakes(archive),
            years,
            focus: archive.focus.iter().map(|focus| address_of_subject(&focus.segment)).collect(),
            introductions: BTreeMap::new(),
            titles: Vec::new(),
            search,
            tables: TableIndex::default(),
            labels: labels.clone(),
        }
    }
}

fn long_years(archive: &Archive, years: &BTreeMap<i16, Vec<DocId>>) -> BTreeMap<i16, CountyList> {
    let long = |(year, ids): (&i16, &Vec<DocId>)| Some((*year, CountyList::of(archive, ids)?));
    years.par_iter().filter_map(long).collect()
}

fn long_subjects(archive: &Archive) -> BTreeMap<FocusId, CountyList> {
    let subjects = archive.focus.par_iter().enumerate();
    let long = |(n, focus): (usize, &Focus)| {
        Some((FocusId::nth(n), CountyList::of(archive, &focus.documents)?))
    };
    subjects.filter_map(long).collect()
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
            Folder { index, kind, places }
        })
        .collect()
}
