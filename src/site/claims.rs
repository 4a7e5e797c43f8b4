//! Which address each page takes, and who else wanted it: the program's own pages first, then the
//! documents, then the files that they are published with.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, btree_map};
use std::sync::Arc;

use super::page::Page;
use super::plan::Folder;
use crate::archive::Archive;
use crate::diagnostic::{Code, Problem, Source};
use crate::model::{Address, DocId, Document, FileId, FocusId, Kind, PlaceId};
use crate::text;

/// The pages claimed so far.
#[derive(Default)]
pub(super) struct Claims {
    pub pages: BTreeMap<Address, Page>,
    pub introductions: BTreeMap<Address, DocId>,
    pub collisions: Vec<(Address, Claimant, Claimant)>,
}

/// Who claims an address.
pub(super) enum Claimant {
    File(Arc<Source>),
    /// The program itself.
    Generated,
}

impl Claims {
    pub fn generated(&mut self, address: Address, page: Page) {
        self.pages.insert(address, page);
    }

    pub fn generated_pages(
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

    pub fn documents(&mut self, archive: &Archive) {
        let mut claims: HashMap<&Address, &Arc<Source>> =
            HashMap::with_capacity(archive.places.len() + archive.documents.len());
        claims
            .extend(archive.places.iter().map(|place| (&place.place.address, &place.place.source)));
        for (n, linked) in archive.documents.iter().enumerate() {
            let document = &linked.document;
            let address = &document.address;
            let own = || Claimant::File(document.source.clone());
            match claims.entry(address) {
                Entry::Occupied(first) => {
                    let first = Claimant::File((*first.get()).clone());
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

    pub fn files(&mut self, archive: &Archive) {
        for (n, linked) in archive.files.iter().enumerate().filter(|(_, file)| file.published) {
            let Some(address) = &linked.file.address else { continue };
            let source = || Source::path_only(format!("content/{}", linked.file.path));
            let id = FileId::nth(n);
            match self.pages.get(address) {
                None => {
                    self.pages.insert(address.clone(), Page::File(id));
                }
                Some(taken) => {
                    let first = match taken {
                        Page::Document(doc) => {
                            Claimant::File(archive.document(*doc).document.source.clone())
                        }
                        Page::File(other) => {
                            let path = &archive.files[other.index()].file.path;
                            Claimant::File(Source::path_only(format!("content/{path}")))
                        }
                        _ => Claimant::Generated,
                    };
                    self.collisions.push((address.clone(), first, Claimant::File(source())));
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
pub(super) fn collision(address: &Address, first: Claimant, second: Claimant) -> Vec<Problem> {
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
        (Claimant::File(first), Claimant::File(second)) => {
            problems.push(at(first, Some(&second.path)));
            problems.push(at(second, Some(&first.path)));
        }
        (_, Claimant::File(second)) => problems.push(at(second, None)),
        _ => {}
    }
    problems
}
