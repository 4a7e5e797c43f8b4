//! The archive: everything linked, on one date.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

use super::commitments;
use super::linked::{Linked, LinkedCommitment, LinkedFile, LinkedPlace};
use super::order::order_of_document;
use super::people::People;
use super::subject::Focus;
use crate::ledger::Ledger;
use crate::model::document::Commitment;
use crate::model::settings::Settings;
use crate::model::{Address, ContentPath, DocId, Document, PartialDate, PlaceId, Standing, Status};
use crate::seals::Seals;
use crate::search::SearchIndex;

/// The archive on one date. Cloning it copies no documents.
#[derive(Debug, Clone)]
pub struct Archive {
    pub settings: Arc<Settings>,
    pub ledger: Arc<Ledger>,
    /// The records of yearly packages.
    pub seals: Arc<Seals>,
    /// The date for which states and planned follow-ups are computed.
    pub today: Date,
    /// By [`DocId`], in order of path.
    pub documents: Vec<Arc<Linked>>,
    /// By [`PlaceId`], in order of path.
    pub places: Arc<Vec<LinkedPlace>>,
    /// By [`FocusId`](crate::model::FocusId), in order of address.
    pub focus: Arc<Vec<Focus>>,
    /// By [`FileId`](crate::model::FileId), in order of path.
    pub files: Arc<Vec<LinkedFile>>,
    /// The people whose names have several spellings.
    pub people: Arc<People>,
    /// The index of its words, once somebody has asked for it.
    pub search: Arc<OnceLock<SearchIndex>>,
}

impl Archive {
    /// Whether a document concerns only districts, of whichever municipalities.
    pub fn is_of_districts(&self, linked: &Linked) -> bool {
        !linked.districts.is_empty() && linked.in_part.len() == linked.municipalities.len()
    }

    /// The places that a document is shown with where it is listed with others: its districts if it
    /// concerns nothing else, otherwise its municipalities, otherwise its police areas.
    pub fn shown_places<'a>(&self, linked: &'a Linked) -> &'a [PlaceId] {
        match (self.is_of_districts(linked), linked.municipalities.is_empty()) {
            (true, _) => &linked.districts,
            (false, true) => &linked.police_areas,
            (false, false) => &linked.municipalities,
        }
    }

    /// A document by id.
    pub fn document(&self, id: DocId) -> &Linked {
        &self.documents[id.index()]
    }

    /// A place by id.
    pub fn place(&self, id: PlaceId) -> &LinkedPlace {
        &self.places[id.index()]
    }

    /// The document whose file has this path.
    pub fn document_at(&self, path: ContentPath<'_>) -> Option<DocId> {
        let at = self.documents.binary_search_by(|linked| linked.document.path().cmp(&path));
        at.ok().map(DocId::nth)
    }

    /// The place whose file has this path.
    pub fn place_at(&self, path: ContentPath<'_>) -> Option<&LinkedPlace> {
        self.places.iter().find(|linked| linked.place.path() == path)
    }

    /// The innermost place in whose folder an address is.
    pub fn place_around(&self, address: &Address) -> Option<PlaceId> {
        let places = self.places.iter().enumerate();
        let around = places.filter_map(|(n, linked)| {
            let folder = linked.place.address.parent();
            let is_around = !folder.is_empty() && address.as_str().starts_with(folder);
            is_around.then(|| (folder.len(), PlaceId::nth(n)))
        });
        around.max_by_key(|(length, _)| *length).map(|(_, id)| id)
    }

    /// The title of the document or place whose file has this path; `None` if it has none.
    pub fn title_at(&self, path: ContentPath<'_>) -> Option<&str> {
        let document = self.document_at(path).map(|id| &self.document(id).document.common.title);
        let place = || self.place_at(path).map(|linked| &linked.place.common.title);
        let title = document.or_else(place)?;
        Some(title.value.as_str()).filter(|title| !title.is_empty())
    }

    /// The published documents of the archive without pages and translations, in order of path.
    pub fn published(&self) -> impl Iterator<Item = (DocId, &Linked)> {
        self.documents
            .iter()
            .enumerate()
            .filter(|(_, linked)| linked.counts())
            .map(|(index, linked)| (DocId::nth(index), &**linked))
    }

    /// The documents of each year, in order of time.
    pub fn by_year(&self) -> BTreeMap<i16, Vec<DocId>> {
        let mut years: BTreeMap<i16, Vec<DocId>> = BTreeMap::new();
        for (id, linked) in self.published() {
            if let Some(effective) = &linked.effective {
                years.entry(effective.date.calendar_year()).or_default().push(id);
            }
        }
        for ids in years.values_mut() {
            ids.sort_by_cached_key(|id| order_of_document(self.document(*id), *id));
        }
        years
    }

    /// Whether a follow-up is by the parties themselves and has no outcome for any of a document's
    /// commitments.
    pub fn is_of_the_whole(&self, follow_up: DocId, of: &Linked) -> bool {
        commitments::is_of_the_whole(self.document(follow_up), |pledge| {
            std::ptr::eq(self.document(pledge), of)
        })
    }

    /// Whether the commitments of a document, its own or those of the one that it extends, are all
    /// that its source contains.
    pub fn commitments_complete(&self, linked: &Linked) -> bool {
        let of = |document: &Document| document.commitments().is_none_or(|keys| keys.complete);
        let from = linked.commitments_from.map(|id| &self.document(id).document);
        of(&linked.document) && from.is_none_or(|from| of(from))
    }

    /// A commitment as written in its pledge's front matter.
    pub fn commitment(&self, commitment: &LinkedCommitment) -> Option<&Commitment> {
        let written = self.document(commitment.written_in).document.commitments()?;
        written.list.get(commitment.index)
    }

    /// The verdict that gave a commitment its standing: the parties' latest.
    pub fn verdict<'a>(&'a self, commitment: &'a LinkedCommitment) -> Option<Verdict<'a>> {
        self.verdicts(commitment).next()
    }

    /// Whether the parties judge a commitment differently: on the day of the latest verdict there is
    /// another that says something else.
    pub fn is_disputed(&self, commitment: &LinkedCommitment) -> bool {
        let mut verdicts = self.verdicts(commitment);
        let Some(latest) = verdicts.next() else { return false };
        verdicts
            .take_while(|verdict| verdict.date == latest.date)
            .any(|verdict| verdict.status != latest.status)
    }

    /// The follow-up from which a commitment has its standing: that of the verdict; of a result that
    /// nobody judges, the latest that has one; of a document that was followed up as a whole, the latest.
    pub fn deciding_follow_up(
        &self,
        linked: &Linked,
        commitment: &LinkedCommitment,
    ) -> Option<DocId> {
        let by_parties = |id: &DocId| self.document(*id).document.is_by_parties();
        match commitment.standing {
            Standing::Judged(_) => self.verdict(commitment).map(|verdict| verdict.follow_up),
            Standing::Reported => {
                commitment.history.iter().rev().map(|one| one.follow_up).find(by_parties)
            }
            Standing::AsAWhole => {
                let date = |id: &DocId| {
                    self.document(*id).effective.map(|effective| effective.date.order())
                };
                linked.follow_ups.iter().copied().filter(by_parties).max_by_key(date)
            }
            Standing::None => None,
        }
    }

    /// The parties' verdicts on a commitment, the latest first.
    fn verdicts<'a>(
        &'a self,
        commitment: &'a LinkedCommitment,
    ) -> impl Iterator<Item = Verdict<'a>> {
        commitment.history.iter().rev().filter_map(|recorded| {
            let follow_up = self.document(recorded.follow_up);
            let keys = follow_up.document.follow_up().filter(|keys| !keys.third_party)?;
            let outcome = keys.outcomes.get(recorded.index)?;
            Some(Verdict {
                status: outcome.status()?,
                date: follow_up.effective.map(|effective| effective.date),
                by: keys.assessor(outcome),
                follow_up: recorded.follow_up,
            })
        })
    }
}

/// A verdict, with the date of the follow-up that has it and who gave it.
#[derive(Debug, Clone, Copy)]
pub struct Verdict<'a> {
    pub status: Status,
    pub date: Option<PartialDate>,
    pub by: &'a str,
    pub follow_up: DocId,
}
