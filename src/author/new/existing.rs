//! Where in `content/` a new file belongs: the existing places, found by the names that editors
//! give them, and the paths that are taken.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::author::disk::on_disk;
use crate::content::{Parsed, ParsedContent};
use crate::ledger::Ledger;
use crate::model::place::PlaceKeys;
use crate::model::{Address, ContentPath};
use crate::schema::{Kind, PlaceKind};
use crate::slug::segment;

/// What `content/` holds.
pub struct ExistingContent {
    /// In order of path.
    places: Vec<KnownPlace>,
    /// Every folder that holds something.
    folders: BTreeSet<String>,
    /// The folder `content/` on disk, in which there may also be empty ones.
    content: PathBuf,
    taken: BTreeSet<Address>,
    /// Addresses that lead or once led to another document: whoever has them shall not find a new one
    /// there.
    spent: BTreeSet<String>,
}

/// An existing place, even if its file has errors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPlace {
    pub kind: Kind,
    pub id: String,
    /// Relative to `content/`.
    pub folder: String,
    /// Title and short name, if they could be read.
    pub names: Vec<String>,
    /// The code of a municipality.
    pub code: Option<String>,
}

impl KnownPlace {
    /// Its title or, if that could not be read, its id.
    pub fn title(&self) -> &str {
        self.names.last().map_or(&self.id, String::as_str)
    }
}

/// The kinds of places, in the order in which an id without a kind is looked up.
const ORDER: [Kind; 3] = [Kind::Municipality, Kind::PoliceArea, Kind::District];

impl ExistingContent {
    /// What there is: `folder` is where `content/` is on disk.
    pub fn of(content: &ParsedContent, ledger: &Ledger, folder: PathBuf) -> ExistingContent {
        let published = ledger.published.iter().map(|address| address.value.to_string());
        let mut existing = ExistingContent {
            places: Vec::new(),
            folders: BTreeSet::new(),
            content: folder,
            taken: BTreeSet::new(),
            spent: published.collect(),
        };
        for file in &content.files {
            let path = ContentPath::of_source(&file.source);
            existing.add(path);
            existing.places.extend(known_place(&file.parsed, path.parent()));
            if let Parsed::Document(document) = &file.parsed {
                let aliases = document.common.aliases.iter();
                existing.spent.extend(aliases.map(|alias| alias.value.clone()));
            }
        }
        for other in &content.others {
            existing.add(other.path.as_path());
        }
        existing
    }

    fn add(&mut self, path: ContentPath<'_>) {
        self.taken.extend(Address::of_content(path));
        self.folders.extend(path.folders().map(|folder| folder.as_str().to_owned()));
    }

    /// Whether a file at this path would have an address of its own.
    pub fn is_free(&self, path: ContentPath<'_>) -> bool {
        Address::of_content(path).is_ok_and(|address| !self.taken.contains(&address))
    }

    /// Whether a file at this path would have an address that no other has, and that was never
    /// another's.
    pub fn is_fresh(&self, path: ContentPath<'_>) -> bool {
        Address::of_content(path).is_ok_and(|address| {
            !self.taken.contains(&address) && !self.spent.contains(address.as_str())
        })
    }

    /// The place of this kind with this id.
    pub fn by_id(&self, kind: Kind, id: &str) -> Option<&KnownPlace> {
        self.places.iter().find(|place| place.kind == kind && place.id == id)
    }

    /// The municipality with this code.
    pub fn by_code(&self, code: &str) -> Option<&KnownPlace> {
        self.places.iter().find(|place| place.code.as_deref() == Some(code))
    }

    /// The only municipality, if there is just one.
    pub fn only_municipality(&self) -> Option<&KnownPlace> {
        let mut all = self.places.iter().filter(|place| place.kind == Kind::Municipality);
        all.next().filter(|_| all.next().is_none())
    }

    /// The place that is called this: by its folder's path, its id, its name or its code. An id
    /// without a kind means a municipality, otherwise a police area, otherwise a district.
    pub fn find(&self, called: &str) -> Option<&KnownPlace> {
        self.find_among(called, &ORDER)
    }

    /// Like [`ExistingContent::find`], but finds only municipalities.
    pub fn find_municipality(&self, called: &str) -> Option<&KnownPlace> {
        self.find_among(called, &ORDER[..1])
    }

    fn find_among(&self, called: &str, kinds: &[Kind]) -> Option<&KnownPlace> {
        let path = path(called);
        let lowered = called.trim().to_lowercase();
        let as_id = segment(called);
        let by_path = |place: &&KnownPlace| place.folder == path;
        let by_id = |place: &&KnownPlace| place.id == path;
        let by_name = |place: &&KnownPlace| {
            place.names.iter().any(|name| name.to_lowercase() == lowered)
                || place.code.as_deref() == Some(path)
        };
        let by_segment = |place: &&KnownPlace| Some(&place.id) == as_id.as_ref();
        let tests: [&dyn Fn(&&KnownPlace) -> bool; 4] = [&by_path, &by_id, &by_name, &by_segment];
        tests.iter().find_map(|test| {
            kinds.iter().find_map(|kind| {
                self.places.iter().filter(|place| place.kind == *kind).find(|place| test(place))
            })
        })
    }

    /// An existing folder that does not belong to a place, such as `gemensamt`.
    pub fn folder(&self, called: &str) -> Option<&str> {
        self.folders.get(path(called)).map(String::as_str)
    }

    /// A folder that is there but holds nothing that the archive has: by its path, or by its name in
    /// the folder for places of a kind.
    pub fn empty_folder(&self, called: &str) -> Option<String> {
        let path = path(called);
        let is_plain = !path.is_empty() && !path.split('/').any(|it| it.is_empty() || it == "..");
        let homes = [Kind::Municipality, Kind::PoliceArea].map(|kind| self.home(kind));
        let within = homes.map(|home| format!("{home}/{path}"));
        let candidates = std::iter::once(path.to_owned()).chain(within);
        candidates.filter(|_| is_plain).find(|it| on_disk(&self.content, it).is_dir())
    }

    /// Whether a folder is that of a place or lies in one.
    pub fn is_in_place(&self, folder: &str) -> bool {
        let folder = ContentPath::new(folder);
        self.places.iter().any(|place| {
            let own = ContentPath::new(&place.folder);
            folder == own || folder.is_inside(own)
        })
    }

    /// Every place's id, for "did you mean".
    pub fn ids(&self) -> Vec<&str> {
        // A municipality and a police area may have the same.
        let mut seen = BTreeSet::new();
        let ids = self.places.iter().map(|place| place.id.as_str());
        ids.filter(|id| seen.insert(*id)).collect()
    }

    /// The folder for places of this kind: the one that all of them are in, or the usual one.
    pub fn home(&self, kind: Kind) -> String {
        let mut homes = self
            .places
            .iter()
            .filter(|place| place.kind == kind)
            .map(|place| ContentPath::new(&place.folder).parent().as_str());
        let usual = match kind.place() {
            Some(PlaceKind::PoliceArea) => "lokalpolisomraden",
            Some(PlaceKind::Municipality | PlaceKind::District) | None => "kommuner",
        };
        match homes.next() {
            Some(home) if homes.all(|other| other == home) => home.to_owned(),
            _ => usual.to_owned(),
        }
    }
}

/// The path of a folder as written, relative to `content/`.
pub fn path(written: &str) -> &str {
    let path = written.trim().trim_start_matches("./").trim_matches('/');
    ContentPath::of_site(path).map_or(path, ContentPath::as_str)
}

fn known_place(parsed: &Parsed, folder: ContentPath<'_>) -> Option<KnownPlace> {
    let (kind, names, code) = match parsed {
        Parsed::Place(place) => {
            let title = place.common.title.value.clone();
            let (name, code) = match &place.particulars {
                PlaceKeys::Municipality(keys) => (Some(keys.name.clone()), Some(keys.code.clone())),
                PlaceKeys::PoliceArea(keys) => (keys.name.clone(), None),
                PlaceKeys::District(_) => (None, None),
            };
            (place.kind(), name.into_iter().chain([title]).collect(), code)
        }
        Parsed::Broken { kind: Some(kind), .. } if kind.is_place() => (*kind, Vec::new(), None),
        _ => return None,
    };
    let id = segment(folder.name())?;
    Some(KnownPlace { kind, id, folder: folder.as_str().to_owned(), names, code })
}
