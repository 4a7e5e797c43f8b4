//! Entries of timelines and of the lists across places.

use super::maker::Maker;
use crate::archive::{EntrySubject, Gap, Linked, LinkedPlace, TimelineEntry};
use crate::model::document::FollowUp;
use crate::model::{DocId, Kind, PlaceId, State};
use crate::site::view::{
    CommitmentLine, EntryPlaces, EntryType, EntryView, Link, StandingWord, anchor,
};

impl Maker<'_> {
    /// The entry with this index in a place's timeline.
    pub fn entry(&self, place: &LinkedPlace, n: usize) -> EntryView {
        let TimelineEntry { date, what } = &place.timeline[n];
        let mut entry = match what {
            EntrySubject::Document(document) => self.document_entry(*document, true),
            EntrySubject::Planned(document, planned) => self.planned_entry(*document, *planned),
            EntrySubject::Renamed(at) => EntryView {
                from_name: place.names.get(*at).map(|name| name.name.clone()),
                to_name: place.names.get(at + 1).map(|name| name.name.clone()),
                ..EntryView::empty(EntryType::Renamed)
            },
            EntrySubject::Gap(gap) => EntryView {
                gap_of: Some(EntryType::Document(gap.of)),
                gap_from: Some(gap.from),
                gap_until: Some(gap.until),
                gap_unclear: self.may_have_held_in(place, gap),
                ..EntryView::empty(EntryType::Gap)
            },
        };
        entry.anchor = anchor(n);
        entry.date = *date;
        entry
    }

    /// The places that the entry with this index in a place's timeline names.
    pub fn entry_places(&self, place: &LinkedPlace, id: PlaceId, n: usize) -> EntryPlaces {
        let (document, area_name) = match place.timeline[n].what {
            EntrySubject::Document(document) => (document, self.other_name(document, place)),
            EntrySubject::Planned(document, _) => (document, None),
            EntrySubject::Renamed(_) | EntrySubject::Gap(_) => return EntryPlaces::default(),
        };
        EntryPlaces {
            places: self.owners_elsewhere(id, document),
            area_name,
            ..self.beside(self.archive.document(document), Some((id, place)))
        }
    }

    /// The name that a police area had on a document's day, if it was another.
    fn other_name(&self, id: DocId, place: &LinkedPlace) -> Option<String> {
        let date = self.archive.document(id).effective.map(|effective| effective.date);
        let is_area = place.place.kind() == Kind::PoliceArea;
        let name = is_area.then(|| place.name_on(date))?;
        (name != place.place.common.title.value).then(|| name.to_owned())
    }

    /// Whether some document of a gap's kind may have been in force in it.
    pub fn may_have_held_in(&self, place: &LinkedPlace, gap: &Gap) -> bool {
        let (first, last) = (gap.from.first_day(), gap.until.last_day());
        let documents = place.documents.iter().map(|id| self.archive.document(*id));
        let mut held = documents.filter(|one| one.document.is(gap.of)).filter_map(|one| one.held);
        held.any(|held| {
            let unclear = held.unclear(self.archive.today);
            unclear.is_some_and(|(from, until)| from <= last && until >= first)
        })
    }

    fn planned_entry(&self, document: DocId, n: usize) -> EntryView {
        let planned = &self.archive.document(document).planned[n];
        EntryView {
            date: Some(planned.date),
            of: vec![self.document_link(document)],
            planned_state: Some(planned.state),
            answered_by: planned.answered_by.map(|id| self.document_link(id)),
            ..EntryView::empty(EntryType::PlannedFollowUp)
        }
    }

    /// The entry of a document, in a place's timeline or in a list across places.
    pub fn document_entry(&self, id: DocId, in_timeline: bool) -> EntryView {
        let linked = self.archive.document(id);
        let document = &linked.document;
        let date = linked.effective.map(|effective| effective.date);
        let agreement = document.agreement();
        let follow_up = document.follow_up();
        let version = &self.archive.document(self.archive.shown(id)).document;
        let common = &version.common;
        EntryView {
            date,
            dated_by: linked.effective.map(|effective| effective.by),
            title: common.title.value.clone(),
            href: Some(self.way(&version.address)),
            language: self.language(common.language.as_deref()),
            original_language: self.language(document.common.language.as_deref()),
            summary: common.summary.as_ref().map(|summary| summary.value.clone()),
            draft: common.draft,
            wording: common.wording,
            notice_type: document.notice_type(),
            called: common.called.clone(),
            includes_pledge: document.includes_pledge(),
            period: document.period(),
            period_unknown: document.is_period_unknown(),
            period_as_printed: agreement.and_then(|keys| keys.period_as_printed.clone()),
            state: linked.state,
            coming_end: self.coming_end(id),
            replaced_by: if linked.state == Some(State::Replaced) {
                self.document_links(&linked.replaced_by)
            } else {
                Vec::new()
            },
            signed_late: linked.signed_late(),
            focus: self.focus_links(linked),
            assessed_by: follow_up.map(FollowUp::judges).unwrap_or_default(),
            reported_by: follow_up.and_then(FollowUp::reporter).map(str::to_owned),
            third_party: document.is_by_outsiders(),
            of: self.document_links(&linked.follows_up),
            // Lists across places say how many commitments; the place's own list says which.
            commitments: if in_timeline { self.commitment_lines(id, linked) } else { Vec::new() },
            counting: self.counting_in(linked),
            ..EntryView::empty(EntryType::Document(document.kind))
        }
    }

    /// The places that the entry of a document names in a list across places.
    pub fn places_across(&self, id: DocId) -> EntryPlaces {
        let linked = self.archive.document(id);
        let places = self.archive.shown_places(linked).iter().map(|id| self.place_link(*id));
        let (places, places_count) = self.named_or_counted(places.collect());
        EntryPlaces { places, places_count, ..self.beside(linked, None) }
    }

    /// The places beside that of the page to which a document belongs.
    fn beside(&self, linked: &Linked, place: Option<(PlaceId, &LinkedPlace)>) -> EntryPlaces {
        let others = |ids: &[PlaceId]| -> Vec<Link> {
            ids.iter()
                .filter(|other| place.is_none_or(|(own, _)| **other != own))
                .map(|id| self.place_link(*id))
                .collect()
        };
        let is_joint = match place {
            Some((_, place)) => place.place.kind() == Kind::Municipality,
            None => linked.municipalities.len() > 1,
        };
        let joint = if is_joint { others(&linked.municipalities) } else { Vec::new() };
        let (joint_with, joint_count) = self.named_or_counted(joint);
        let (districts, districts_count) = self.named_or_counted(others(&linked.districts));
        EntryPlaces {
            joint_with,
            joint_count,
            districts,
            districts_count,
            ..EntryPlaces::default()
        }
    }

    /// The links by name if they are few; otherwise only their number.
    fn named_or_counted(&self, links: Vec<Link>) -> (Vec<Link>, usize) {
        if links.len() > MOST_NAMED { (Vec::new(), links.len()) } else { (self.by_name(links), 0) }
    }

    /// The places to which a document in a police area's list belongs. A municipality's list says
    /// it in other words: which district, or together with whom.
    fn owners_elsewhere(&self, page: PlaceId, document: DocId) -> Vec<Link> {
        if self.archive.place(page).place.kind() != Kind::PoliceArea {
            return Vec::new();
        }
        let mut owners = self.archive.owners(page, document);
        owners.retain(|owner| *owner != page);
        self.place_links(&owners)
    }

    /// Links to the subjects of a document. Where several labels are one subject, the document's
    /// own words stand.
    pub fn focus_links(&self, linked: &Linked) -> Vec<Link> {
        let mut links = Vec::with_capacity(linked.focus.len());
        for id in &linked.focus {
            let subject = &self.archive.focus[id.index()];
            let href = self.way(&self.overview.focus[id.index()]);
            let own = subject.labels_in(linked).into_iter();
            links.extend(own.map(|text| Link { text: text.to_owned(), href: href.clone() }));
        }
        links
    }

    fn commitment_lines(&self, id: DocId, linked: &Linked) -> Vec<CommitmentLine> {
        let version = self.archive.document(self.archive.shown(id));
        let way = self.way(&version.document.address);
        linked
            .commitments
            .iter()
            .filter_map(|commitment| {
                let written = self.archive.commitment(commitment)?;
                Some(CommitmentLine {
                    text: written.text.clone(),
                    href: in_page(&way, linked.document.kind, &written.id.value),
                    standing: StandingWord { standing: commitment.standing, over: linked.over() },
                })
            })
            .collect()
    }
}

/// More places than this are counted in an entry and not named; the document's own page names them.
/// A document of all municipalities is in 290 timelines, which would have 290 names each.
const MOST_NAMED: usize = 12;

/// The link to a commitment on the page that a link leads to.
pub fn in_page(way: &str, kind: Kind, commitment: &str) -> String {
    [way, "#", &kind.anchor(commitment)].concat()
}
