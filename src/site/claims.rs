//! Assigning addresses, and detecting when two want the same: first the theme's files and the
//! program's own pages, then documents, then the files that they are published with.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, btree_map};
use std::sync::Arc;

use super::optional::left_out;
use super::outputs;
use super::overview::Overview;
use super::pages::{self, Origin, Page};
use super::planned::PlannedFile;
use unicode_normalization::UnicodeNormalization;

use crate::archive::Archive;
use crate::diagnostic::{Code, Problem, Source};
use crate::model::{Address, ContentPathBuf, DocId, Document, FileId, Kind};
use crate::text;

/// The addresses assigned so far.
pub struct Claims<'a> {
    archive: &'a Archive,
    pub pages: BTreeMap<Address, PlannedFile>,
    /// The documents that give one of the program's own pages its heading and introduction.
    pub introductions: BTreeMap<Address, DocId>,
    /// The problems with addresses that two files want, or a file and the program.
    pub problems: Vec<Problem>,
    /// The files of places and documents, published or not, by each one's own address.
    own: HashMap<&'a Address, &'a Arc<Source>>,
}

/// Who has an address.
enum Claimant {
    File(Arc<Source>),
    /// The program itself.
    Program,
}

impl<'a> Claims<'a> {
    /// Nothing is assigned yet.
    pub fn new(archive: &'a Archive) -> Claims<'a> {
        let mut own = HashMap::with_capacity(archive.places.len() + archive.documents.len());
        own.extend(archive.places.iter().map(|place| (&place.place.address, &place.place.source)));
        Claims {
            archive,
            pages: BTreeMap::new(),
            introductions: BTreeMap::new(),
            problems: Vec::new(),
            own,
        }
    }

    /// Assigns the addresses of the theme's files.
    pub fn assets(&mut self, assets: &[Address]) {
        let assets = assets.iter().enumerate();
        self.pages.extend(assets.map(|(n, asset)| (asset.clone(), PlannedFile::Asset(n))));
    }

    /// Assigns the addresses of every kind of page.
    pub fn pages(&mut self, overview: &Overview) {
        let archive = self.archive;
        pages::wanted(archive, overview, |address, page| match page.origin() {
            Origin::Document(id) => self.document(address, id, page),
            Origin::Place(_) | Origin::Ledger | Origin::Program => {
                self.pages.insert(address, PlannedFile::Page(page));
            }
        });
    }

    /// Gives a document its address, or makes it the introduction of the program's own page there, or
    /// reports that two want the same. One that is not published only reserves its address.
    fn document(&mut self, address: Address, id: DocId, page: Page) {
        let linked = self.archive.document(id);
        let document = &linked.document;
        match self.own.entry(&document.address) {
            Entry::Occupied(first) => {
                let first = Claimant::File((*first.get()).clone());
                self.problems.extend(collision(&address, first, &document.source));
                return;
            }
            Entry::Vacant(entry) => _ = entry.insert(&document.source),
        }
        if let Some(PlannedFile::Page(taken)) = self.pages.get(&address)
            && taken.gives_way()
            && !(taken.is_introduced() && is_introduction(document))
        {
            if linked.published {
                self.problems.push(left_out(&document.source, address.as_str(), address.as_str()));
                self.pages.insert(address, PlannedFile::Page(page));
            }
            return;
        }
        match self.pages.entry(address) {
            btree_map::Entry::Vacant(place) => {
                if linked.published {
                    place.insert(PlannedFile::Page(page));
                }
            }
            btree_map::Entry::Occupied(taken) if is_introduction(document) => {
                if linked.published {
                    self.introductions.insert(taken.key().clone(), id);
                }
            }
            btree_map::Entry::Occupied(taken) => {
                let problems = collision(taken.key(), Claimant::Program, &document.source);
                self.problems.extend(problems);
            }
        }
    }

    /// Assigns the addresses of every output file but the sitemaps.
    pub fn outputs(&mut self, overview: &Overview) {
        outputs::wanted(self.archive, overview, |address, output| {
            self.pages.insert(address, PlannedFile::Output(output));
        });
    }

    /// Assigns the addresses of the sitemaps, when all that they list have theirs.
    pub fn sitemaps(&mut self) {
        let listed = self.pages.iter().filter(|(_, planned)| planned.is_listed());
        let listed: Vec<&Address> = listed.map(|(address, _)| address).collect();
        let sitemaps = outputs::sitemaps(self.archive, &listed).into_iter();
        self.pages.extend(sitemaps.map(|(address, it)| (address, PlannedFile::Output(it))));
    }

    /// Assigns the addresses of the files that documents are published with.
    pub fn files(&mut self) {
        let published = self.archive.files.iter().enumerate().filter(|(_, file)| file.published);
        for (n, linked) in published {
            let Some(address) = &linked.file.address else { continue };
            let source = |path: &ContentPathBuf| Source::path_only(path.to_string());
            let first = match self.pages.get(address) {
                None => {
                    self.pages.insert(address.clone(), PlannedFile::File(FileId::nth(n)));
                    continue;
                }
                Some(taken) if taken.gives_way() => {
                    let source = source(&linked.file.path);
                    self.problems.push(left_out(&source, address.as_str(), address.as_str()));
                    self.pages.insert(address.clone(), PlannedFile::File(FileId::nth(n)));
                    continue;
                }
                Some(PlannedFile::Page(page)) => match page.origin() {
                    Origin::Document(id) => {
                        Claimant::File(self.archive.document(id).document.source.clone())
                    }
                    Origin::Place(_) | Origin::Ledger | Origin::Program => Claimant::Program,
                },
                Some(PlannedFile::File(other)) => {
                    Claimant::File(source(&self.archive.files[other.index()].file.path))
                }
                Some(PlannedFile::Output(_) | PlannedFile::Asset(_) | PlannedFile::Copy(_)) => {
                    Claimant::Program
                }
            };
            self.problems.extend(collision(address, first, &source(&linked.file.path)));
        }
    }
}

/// Whether a document gives one of the program's own pages its title and introduction.
fn is_introduction(document: &Document) -> bool {
    document.kind == Kind::Page
        && document.address.as_str().rsplit('/').next() == Some("index.html")
}

/// The collision is reported for both files, so that neither editor has to guess.
fn collision(address: &Address, first: Claimant, second: &Arc<Source>) -> Vec<Problem> {
    let at = |source: &Arc<Source>, other: Option<&str>| {
        let looks_the_same = |other: &str| source.path.nfc().eq(other.nfc());
        let message = match other {
            Some(other) if looks_the_same(other) => text!(
                "Filen får adressen {address}, men det får också en annan fil, {other}. Namnen ser likadana ut, men är skrivna med olika tecken: en bokstav med prickar eller ring som ett tecken, eller som två.",
                "The file gets the address {address}, but so does another file, {other}. The names look the same, but are written with different characters: a letter with dots or a ring as one character, or as two."
            ),
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
    match &first {
        Claimant::File(first) => vec![at(first, Some(&second.path)), at(second, Some(&first.path))],
        Claimant::Program => vec![at(second, None)],
    }
}
