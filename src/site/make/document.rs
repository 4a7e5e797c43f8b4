//! A document's page, and a page's.

use super::provenance::{conflicts, corrections, sources};
use super::{Head, Maker};
use crate::archive::Linked;
use crate::model::document::{Document, Particulars};
use crate::model::{Address, DocId, PartialDate, PlannedState};
use crate::site::view::{
    Body, ContactView, DecisionView, DocumentView, EndedView, Link, PageView, PlannedView,
    SignatoryView, View,
};

impl Maker<'_> {
    pub(super) fn document(&self, id: DocId) -> View {
        let linked = self.archive.document(id);
        let title = self.plan.titles[id.index()].clone();
        let common = &linked.document.common;
        let description = common.summary.as_ref().map(|summary| summary.value.clone());
        let head = Head { description, ..Head::titled(title) };
        if let Particulars::Page(_) = &linked.document.particulars {
            let head = Head { breadcrumb: vec![self.start_link()], ..head };
            return self.view(head, Body::Page(self.page_view(linked)));
        }
        let place = linked
            .districts
            .first()
            .filter(|_| self.archive.is_of_districts(linked))
            .or(linked.municipalities.first())
            .or(linked.police_areas.first())
            .copied();
        let shown_until = linked.document.archive.contact.as_ref().is_some_and(|contact| {
            contact.until.is_some_and(|until| until.last_day() >= self.archive.today)
        });
        let depends = self.state_depends_on_day(id)
            || shown_until
            || linked.planned.iter().any(|planned| planned.state == PlannedState::Upcoming);
        let head = Head {
            breadcrumb: match place {
                Some(place) => self.trail_to_place(place, true),
                None => vec![self.start_link()],
            },
            feed: place.map(|place| {
                let folder = self.archive.place(place).place.address.parent().to_owned();
                Address::made(format!("{folder}feed.xml"))
            }),
            as_of: depends.then(|| self.today()),
            ..head
        };
        self.view(head, Body::Document(Box::new(self.document_view(linked))))
    }

    fn document_view(&self, linked: &Linked) -> DocumentView {
        let document = &linked.document;
        let common = &document.common;
        let keys = &document.archive;
        let agreement = document.agreement();
        let follow_up = document.follow_up();
        let effective = linked.effective.map(|effective| effective.date);
        let covering = match &document.particulars {
            Particulars::SituationReport(keys) | Particulars::ActionPlan(keys) => {
                keys.period.as_ref().map(|period| period.value)
            }
            _ => agreement.map(|agreement| agreement.period.value),
        };
        let date = match &document.particulars {
            Particulars::FollowUp(keys) => Some(keys.date.value),
            Particulars::Notice(keys) => Some(keys.date.value),
            Particulars::SituationReport(keys) | Particulars::ActionPlan(keys) => {
                keys.date.as_ref().map(|date| date.value)
            }
            _ => None,
        };
        DocumentView {
            kind: document.kind,
            title: common.title.value.clone(),
            language: self.language(common.language.as_deref()),
            summary: common.summary.as_ref().map(|summary| summary.value.clone()),
            draft: common.draft,
            wording: common.wording,
            notice_type: match &document.particulars {
                Particulars::Notice(notice) => Some(notice.notice_type),
                _ => None,
            },
            municipalities: self.place_links(&linked.municipalities),
            districts: self.place_links(&linked.districts),
            police_areas: linked
                .police_areas
                .iter()
                .map(|id| {
                    let place = self.archive.place(*id);
                    Link {
                        text: place.name_on(effective).to_owned(),
                        href: self.way(&place.place.address),
                    }
                })
                .collect(),
            period: covering.flatten(),
            period_unknown: covering.is_some_and(|period| period.is_none()),
            period_as_printed: agreement.and_then(|keys| keys.period_as_printed.clone()),
            signed: agreement.and_then(|keys| keys.signed.as_ref()).map(|signed| signed.value),
            signed_late: linked.signed_late(),
            announced: agreement.and_then(|keys| keys.announced.as_ref()).map(|day| day.value),
            date,
            effective_date: effective,
            dated_by: linked.effective.map(|effective| effective.by),
            date_basis: keys.date_basis.clone(),
            state: linked.state,
            over: linked.over(),
            last_day: linked.last_day.filter(|_| linked.over()).map(PartialDate::from),
            ended: agreement.and_then(|keys| keys.ended.as_ref()).map(|ended| EndedView {
                date: ended.date.value,
                reason: ended.reason.clone(),
                by: ended.by.clone(),
                source: ended.source.clone(),
            }),
            signatories: self.signatories(document),
            parties: agreement.map(|keys| keys.parties.clone()).unwrap_or_default(),
            focus: self.focus_links(linked),
            decisions: decisions(document),
            contact: self.contact(document),
            assessed_by: follow_up.map(|keys| keys.assessed_by.clone()),
            third_party: follow_up.is_some_and(|keys| keys.third_party),
            chain: self.chain(linked),
            replaced_by: self.document_links(&linked.replaced_by),
            translation_of: linked.translation_of.map(|id| self.document_link(id)),
            translations: self.document_links(&linked.translations),
            body: self.prose(&document.body, &linked.links),
            body_empty: document.body.text.trim().is_empty(),
            commitments: linked
                .commitments
                .iter()
                .filter_map(|commitment| self.commitment(linked, commitment))
                .collect(),
            commitments_from: linked.commitments_from.map(|id| self.document_link(id)),
            counting: self.counting([linked]),
            outcomes: self.statements(linked),
            planned: linked
                .planned
                .iter()
                .map(|planned| PlannedView {
                    date: planned.date,
                    state: planned.state,
                    answered_by: planned.answered_by.map(|id| self.document_link(id)),
                })
                .collect(),
            sources: sources(common),
            corrections: corrections(common),
            conflicts: conflicts(common),
            attachments: self.attachments(document, &linked.attachments),
            images: self.images(common, &linked.images),
            archived: common.archived,
            permanent_address: self
                .absolute(document.address.as_str())
                .unwrap_or_else(|| document.address.to_string()),
        }
    }

    fn page_view(&self, linked: &Linked) -> PageView {
        let document = &linked.document;
        let common = &document.common;
        PageView {
            title: common.title.value.clone(),
            language: self.language(common.language.as_deref()),
            summary: common.summary.as_ref().map(|summary| summary.value.clone()),
            draft: common.draft,
            body: self.prose(&document.body, &linked.links),
            translation_of: linked.translation_of.map(|id| self.document_link(id)),
            translations: self.document_links(&linked.translations),
            sources: sources(common),
            corrections: corrections(common),
            attachments: self.attachments(document, &linked.attachments),
            images: self.images(common, &linked.images),
            archived: common.archived,
        }
    }

    fn signatories(&self, document: &Document) -> Vec<SignatoryView> {
        let signatories = document.agreement().map(|keys| &keys.signatories[..]).unwrap_or(&[]);
        signatories
            .iter()
            .map(|signatory| SignatoryView {
                name: signatory.name.value.clone(),
                also_written: match &signatory.person {
                    Some(person) => self.archive.people.also_written(person, &signatory.name.value),
                    None => Vec::new(),
                },
                role: signatory.role.clone(),
                organisation: signatory.organisation.clone(),
                political_party: signatory.political_party.clone(),
                acting: signatory.acting,
            })
            .collect()
    }

    /// Not shown after `until`.
    fn contact(&self, document: &Document) -> Option<ContactView> {
        let contact = document.archive.contact.as_ref()?;
        let shown = contact.until.is_none_or(|until| until.last_day() >= self.archive.today);
        shown.then(|| ContactView {
            name: contact.name.clone(),
            role: contact.role.clone(),
            email: contact.email.clone(),
            phone: contact.phone.clone(),
        })
    }
}

fn decisions(document: &Document) -> Vec<DecisionView> {
    let views = document.archive.decisions.iter().map(|decision| DecisionView {
        body: decision.body.clone(),
        date: decision.date,
        paragraph: decision.paragraph.clone(),
        case_number: decision.case_number.clone(),
    });
    views.collect()
}
