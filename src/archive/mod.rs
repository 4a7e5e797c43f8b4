//! Link: what the files say about each other becomes one archive. References and Markdown links
//! become ids, membership and states are computed for the day, timelines are put in order, and the
//! rules that need more than one file are tried. Pure: no I/O, no clock; the same input gives the
//! same archive and the same problems.

mod commitments;
mod concerned;
mod consequences;
mod cycles;
mod dates;
mod focus;
mod follow_ups;
mod gaps;
mod links;
mod lookup;
mod people;
mod place_ids;
mod places;
mod referrers;
mod relations;
mod reworded;
mod rules;
mod settle;
mod statement;
mod timeline;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

pub use commitments::{LinkedCommitment, RecordedOutcome};
pub use consequences::leave_out;
pub use dates::Effective;
pub use focus::Focus;
pub use follow_ups::Planned;
pub use gaps::Gap;
pub use links::LinkTarget;
pub use lookup::{Target, nearest_path, resolve};
pub use people::People;
pub use places::{LinkedPlace, PlaceName};
pub use referrers::Referrers;
pub use reworded::is_reworded;
pub use settle::{Leniency, settle};
pub use timeline::{TimelineEntry, What};

use crate::diagnostic::{Problem, Source};
use crate::ledger::Ledger;
use crate::model::settings::Settings;
use crate::model::{Address, DocId, Document, FileId, FocusId, Kind, Place, PlaceId, State};

/// What the archive is made of: everything that was read, sorted by path.
#[derive(Debug, Clone, Default)]
pub struct Material {
    /// Documents and pages whose front matter could be read.
    pub documents: Vec<Arc<Document>>,
    /// Places whose front matter could be read.
    pub places: Vec<Arc<Place>>,
    /// Files that exist but could not be read; a reference to one is not reported again.
    pub broken: Vec<Broken>,
    /// Every other file in `content/`.
    pub files: Vec<File>,
}

/// A Markdown file that exists but could not be read; or anything that could not even be opened.
#[derive(Debug, Clone)]
pub struct Broken {
    /// Relative to `content/`.
    pub path: String,
    /// When it could still be made out.
    pub kind: Option<Kind>,
    /// What stands in it, as far as that could be read.
    pub source: Arc<Source>,
    /// It says that it is a draft: its own mistakes stop no build.
    pub draft: bool,
}

/// A file that is not Markdown.
#[derive(Debug, Clone)]
pub struct File {
    /// Relative to `content/`.
    pub path: String,
    /// Where it would be published; `None` when its name gives no address.
    pub address: Option<Address>,
    /// In bytes.
    pub size: u64,
    /// SHA-256 of its bytes.
    pub digest: [u8; 32],
}

/// The archive on one day. A clone shares all there is.
#[derive(Debug, Clone)]
pub struct Archive {
    pub settings: Arc<Settings>,
    pub ledger: Arc<Ledger>,
    /// The day that states and planned follow-ups are told for.
    pub today: Date,
    /// By [`DocId`], in order of path.
    pub documents: Vec<Arc<Linked>>,
    /// By [`PlaceId`], in order of path.
    pub places: Arc<Vec<LinkedPlace>>,
    /// By [`FocusId`], in order of address.
    pub focus: Arc<Vec<Focus>>,
    /// By [`FileId`], in order of path.
    pub files: Arc<Vec<LinkedFile>>,
    /// Who is who across spellings.
    pub people: Arc<People>,
}

/// A file and whether anything published refers to it.
#[derive(Debug)]
pub struct LinkedFile {
    pub file: File,
    /// A published document refers to it.
    pub published: bool,
    /// Any document does.
    pub referred: bool,
}

/// A document with all that the other files give it.
#[derive(Debug, Clone)]
pub struct Linked {
    pub document: Arc<Document>,
    /// Not a draft, or drafts are shown.
    pub published: bool,

    /// Sorted, as are the districts and police areas.
    pub municipalities: Vec<PlaceId>,
    pub districts: Vec<PlaceId>,
    pub police_areas: Vec<PlaceId>,
    /// Municipalities of which it concerns only districts: there it neither opens nor closes a gap.
    pub in_part: Vec<PlaceId>,

    /// By which it stands in timelines.
    pub effective: Option<Effective>,
    /// Of agreements and pledges.
    pub state: Option<State>,
    /// Its last day in force, of agreements and pledges, when there is one.
    pub last_day: Option<Date>,

    pub agreement: Option<DocId>,
    pub replaces: Vec<DocId>,
    pub extends: Vec<DocId>,
    pub builds_on: Vec<DocId>,
    pub follows_up: Vec<DocId>,
    pub about: Vec<DocId>,
    pub translation_of: Option<DocId>,

    /// The inverses, published documents only, in order of time.
    pub pledges: Vec<DocId>,
    pub replaced_by: Vec<DocId>,
    pub extended_by: Vec<DocId>,
    pub built_on_by: Vec<DocId>,
    pub follow_ups: Vec<DocId>,
    pub notices: Vec<DocId>,
    pub translations: Vec<DocId>,

    pub planned: Vec<Planned>,
    pub commitments: Vec<LinkedCommitment>,
    /// The pledge that the commitments were written in, when not this one.
    pub commitments_from: Option<DocId>,
    /// Of a follow-up, per outcome: the pledge and which of its commitments.
    pub outcomes: Vec<Option<(DocId, usize)>>,

    pub focus: Vec<FocusId>,
    /// Per link of the body's outline.
    pub links: Vec<LinkTarget>,
    /// Per attachment.
    pub attachments: Vec<Option<FileId>>,
    /// Per image.
    pub images: Vec<Option<FileId>>,
}

/// Whether drafts count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// In the preview.
    Shown,
    /// In a build.
    Hidden,
}

impl Drafts {
    /// Whether a document is published.
    pub fn publish(self, document: &Document) -> bool {
        self == Drafts::Shown || !document.common.draft
    }
}

impl Archive {
    /// Links everything that was read into the archive of one day, and says what does not hold.
    pub fn link(
        material: &Material,
        settings: Arc<Settings>,
        ledger: Arc<Ledger>,
        today: Date,
        drafts: Drafts,
    ) -> (Archive, Vec<Problem>) {
        let mut problems = Vec::new();
        let lookup = lookup::Lookup::new(material);

        let mut places = places::link(&material.places, &lookup, &mut problems);
        let mut documents = relations::link(material, &lookup, drafts, &mut problems);
        dates::effective(&mut documents);
        concerned::of_documents(&mut documents, &places, &mut problems);
        dates::states(&mut documents, today);
        relations::inverses(&mut documents);
        follow_ups::link(&mut documents, today, &mut problems);
        commitments::link(&mut documents, &lookup, &mut problems);
        let focus = focus::link(&mut documents, &mut problems);
        let people = People::of(&documents);

        let mut files: Vec<LinkedFile> = material
            .files
            .iter()
            .map(|file| LinkedFile { file: file.clone(), published: false, referred: false })
            .collect();
        links::link(&mut documents, &mut places, &mut files, &lookup, &ledger, &mut problems);
        timeline::link(&documents, &mut places);

        let archive = Archive {
            settings,
            ledger,
            today,
            documents: one_by_one(documents),
            places: Arc::new(places),
            focus: Arc::new(focus),
            files: Arc::new(files),
            people: Arc::new(people),
        };
        rules::check(&archive, &mut problems);
        statement::check(&archive.settings, today, &mut problems);
        (archive, problems)
    }

    /// Whether a document concerns only districts, of whichever municipalities.
    pub fn is_of_districts(&self, linked: &Linked) -> bool {
        !linked.districts.is_empty() && linked.in_part.len() == linked.municipalities.len()
    }

    /// A document by id.
    pub fn document(&self, id: DocId) -> &Linked {
        &self.documents[id.index()]
    }

    /// A place by id.
    pub fn place(&self, id: PlaceId) -> &LinkedPlace {
        &self.places[id.index()]
    }

    /// The published documents of the archive, pages not counted, in order of path.
    pub fn published(&self) -> impl Iterator<Item = (DocId, &Linked)> {
        self.documents
            .iter()
            .enumerate()
            .filter(|(_, linked)| linked.published && linked.document.kind.is_archive())
            .map(|(index, linked)| (DocId::nth(index), &**linked))
    }

    /// Documents dated in each year, in order of time.
    pub fn by_year(&self) -> BTreeMap<i16, Vec<DocId>> {
        let mut years: BTreeMap<i16, Vec<DocId>> = BTreeMap::new();
        for (id, linked) in self.published() {
            if let Some(effective) = &linked.effective {
                years.entry(effective.date.calendar_year()).or_default().push(id);
            }
        }
        for ids in years.values_mut() {
            ids.sort_by_cached_key(|id| timeline::order_of_document(self.document(*id), *id));
        }
        years
    }
}

/// Shared one by one. Collecting would keep the room that all of them took, fifteen megabytes of a
/// national archive, for the pointers to them.
fn one_by_one(documents: Vec<Linked>) -> Vec<Arc<Linked>> {
    let mut shared = Vec::with_capacity(documents.len());
    shared.extend(documents.into_iter().map(Arc::new));
    shared
}
