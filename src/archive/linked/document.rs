//! A document, together with what other files say about it.

use std::sync::Arc;

use super::link::LinkTarget;
use crate::archive::held::Held;
use crate::model::{
    DatedBy, DocId, Document, FileId, FocusId, PartialDate, PlaceId, PlannedState, Standing, State,
};

/// A document, together with what other files say about it.
#[derive(Debug, Clone)]
pub struct Linked {
    pub document: Arc<Document>,
    /// It is not a draft, or drafts are shown.
    pub published: bool,
    /// Whether its text is that of the last record of a yearly package that has it.
    pub as_sealed: bool,

    /// Sorted, as are the districts and police areas.
    pub municipalities: Vec<PlaceId>,
    pub districts: Vec<PlaceId>,
    pub police_areas: Vec<PlaceId>,
    /// Municipalities of which it concerns only districts: there it neither begins nor ends a gap.
    pub in_part: Vec<PlaceId>,

    /// The date that places it in timelines.
    pub effective: Option<Effective>,
    /// Of agreements and pledges.
    pub state: Option<State>,
    /// When it was in force; of agreements and pledges.
    pub held: Option<Held>,

    pub agreement: Option<DocId>,
    pub replaces: Vec<DocId>,
    pub extends: Vec<DocId>,
    pub builds_on: Vec<DocId>,
    pub follows_up: Vec<DocId>,
    pub about: Vec<DocId>,
    pub translation_of: Option<DocId>,

    /// The inverse relations: only published documents, in order of time.
    pub pledges: Vec<DocId>,
    pub replaced_by: Vec<DocId>,
    pub extended_by: Vec<DocId>,
    pub built_on_by: Vec<DocId>,
    pub follow_ups: Vec<DocId>,
    pub notices: Vec<DocId>,
    pub translations: Vec<DocId>,

    pub planned: Vec<Planned>,
    pub commitments: Vec<LinkedCommitment>,
    /// The pledge in which the commitments are written, if not this one.
    pub commitments_from: Option<DocId>,
    /// For each outcome of a follow-up, the pledge and the index of its commitment.
    pub outcomes: Vec<Option<(DocId, usize)>>,

    pub focus: Vec<FocusId>,
    /// One for each link of the body's outline.
    pub links: Vec<LinkTarget>,
    /// One for each attachment.
    pub attachments: Vec<Option<FileId>>,
    /// One for each image.
    pub images: Vec<Option<FileId>>,
}

/// The date that places a document in timelines, and which of its dates that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effective {
    pub date: PartialDate,
    pub by: DatedBy,
}

/// A follow-up that a document promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    pub date: PartialDate,
    pub state: PlannedState,
    /// The earliest follow-up that answers it.
    pub answered_by: Option<DocId>,
}

/// A commitment of a pledge: its own, or taken over from the pledge that it extends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedCommitment {
    /// The pledge in whose front matter it is written, and its index there.
    pub written_in: DocId,
    pub index: usize,
    /// Its standing according to the parties' own follow-ups of this pledge.
    pub standing: Standing,
    /// Every outcome, in order of date, including those by third parties.
    pub history: Vec<RecordedOutcome>,
    /// The pledge that this one extends, if it has a commitment with the same id.
    pub same_as: Option<DocId>,
}

/// An outcome in the history of a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedOutcome {
    /// The follow-up.
    pub follow_up: DocId,
    /// The index of the outcome.
    pub index: usize,
}

impl Linked {
    /// Whether it belongs to no municipality or district, only to areas of the police.
    pub fn is_only_of_police_areas(&self) -> bool {
        self.municipalities.is_empty() && self.districts.is_empty()
    }

    /// Whether lists and numbers have it: it is published, a document of the archive, and not
    /// another document in a different language.
    pub fn counts(&self) -> bool {
        let document = &self.document;
        self.published && document.kind.is_archive() && !document.is_translation()
    }

    /// Every place that it belongs to: municipalities, then districts, then police areas.
    pub fn places(&self) -> impl Iterator<Item = PlaceId> {
        let places = [&self.municipalities, &self.districts, &self.police_areas];
        places.into_iter().flatten().copied()
    }

    /// A document before anything is linked.
    pub(in crate::archive) fn new(document: Arc<Document>, published: bool) -> Linked {
        Linked {
            document,
            published,
            as_sealed: false,
            municipalities: Vec::new(),
            districts: Vec::new(),
            police_areas: Vec::new(),
            in_part: Vec::new(),
            effective: None,
            state: None,
            held: None,
            agreement: None,
            replaces: Vec::new(),
            extends: Vec::new(),
            builds_on: Vec::new(),
            follows_up: Vec::new(),
            about: Vec::new(),
            translation_of: None,
            pledges: Vec::new(),
            replaced_by: Vec::new(),
            extended_by: Vec::new(),
            built_on_by: Vec::new(),
            follow_ups: Vec::new(),
            notices: Vec::new(),
            translations: Vec::new(),
            planned: Vec::new(),
            commitments: Vec::new(),
            commitments_from: None,
            outcomes: Vec::new(),
            focus: Vec::new(),
            links: Vec::new(),
            attachments: Vec::new(),
            images: Vec::new(),
        }
    }
}
