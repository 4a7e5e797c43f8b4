//! What pages need to know of the site as a whole: its folders of places, its years and subjects, and
//! what its documents are called.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::years;
use crate::archive::Archive;
use crate::language::Labels;
use crate::model::{Address, DocId, Kind, PlaceId};

/// Where all years are listed.
pub const YEARS: &str = "ar/index.html";
/// Where all subjects are listed.
pub const SUBJECTS: &str = "fokus/index.html";

/// Where a year's documents across places stand.
pub fn address_of_year(year: i16) -> String {
    format!("ar/{year}/index.html")
}

/// The site as a whole.
#[derive(Debug)]
pub struct Overview {
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
    /// Where it lists its places.
    pub index: Address,
    /// When all its places are of one kind.
    pub kind: Option<Kind>,
    /// In order of path.
    pub places: Vec<PlaceId>,
}

impl Overview {
    /// All but introductions and titles, which are found while pages are given their addresses.
    pub fn of(archive: &Archive, labels: &Labels) -> Overview {
        Overview {
            folders: folders(archive),
            place_years: archive
                .places
                .par_iter()
                .map(|place| years::of_place(archive, place))
                .collect(),
            namesakes: namesakes(archive),
            years: archive.by_year(),
            focus: archive
                .focus
                .iter()
                .map(|focus| Address::made(format!("fokus/{}/index.html", focus.segment)))
                .collect(),
            introductions: BTreeMap::new(),
            titles: Vec::new(),
            labels: labels.clone(),
        }
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
            Folder { index, kind, places }
        })
        .collect()
}
