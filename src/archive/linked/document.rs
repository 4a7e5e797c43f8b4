//! A document with all that the other files give it.

use std::sync::Arc;

use super::link::LinkTarget;
use crate::archive::held::Held;
use crate::model::{
    DatedBy, DocId, Document, FileId, FocusId, PartialDate, PlaceId, PlannedState, Standing, State,
};

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
    /// When it held, of agreements and pledges.
    pub held: Option<Held>,

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

/// The date by which a document stands in a timeline, and which of its dates that is.
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

/// A commitment of a pledge, its own or inherited from the one it extends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedCommitment {
    /// The pledge whose front matter says it, and which of its commitments it is.
    pub written_in: DocId,
    pub index: usize,
    /// How it stands by the parties' own follow-ups of this pledge.
    pub standing: Standing,
    /// Every outcome, in order of date, third parties' included.
    pub history: Vec<RecordedOutcome>,
    /// The commitment with the same id in the pledge that this one extends.
    pub same_as: Option<DocId>,
}

/// An outcome in a commitment's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedOutcome {
    /// The follow-up.
    pub follow_up: DocId,
    /// Which of its outcomes.
    pub index: usize,
}

impl Linked {
    /// A document of which nothing is linked yet.
    pub(in crate::archive) fn new(document: Arc<Document>, published: bool) -> Linked {
        Linked {
            document,
            published,
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
