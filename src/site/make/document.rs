//! A document's page, and a page's.

use super::entry::counting;
use super::{Head, Maker};
use crate::archive::{Linked, LinkedCommitment, RecordedOutcome};
use crate::model::document::{Common, Document, Particulars};
use crate::model::{Address, DocId, FileId, PartialDate, PlannedState};
use crate::site::view::{
    AttachmentView, Body, CommitmentView, ConflictView, ContactView, CorrectionView, DecisionView,
    DocumentView, EndedView, ImageView, Link, OutcomeView, PageView, PlannedView, SignatoryView,
    SourceView, Standing, StatementView, View, WithdrawnView,
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
        self.view(head, Body::Document(Box::new(self.document_view(id, linked))))
    }

    fn document_view(&self, id: DocId, linked: &Linked) -> DocumentView {
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
            counting: counting([linked]),
            outcomes: self.statements(id, linked),
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

    fn commitment(&self, linked: &Linked, commitment: &LinkedCommitment) -> Option<CommitmentView> {
        let written = self.archive.commitment(commitment)?;
        let outcomes = |third_party: bool| -> Vec<OutcomeView> {
            commitment
                .history
                .iter()
                .rev()
                .filter_map(|recorded| self.outcome(recorded, third_party))
                .collect()
        };
        let anchor = format!("lofte-{}", written.id.value);
        Some(CommitmentView {
            id: written.id.value.clone(),
            text: written.text.clone(),
            by: written.by.clone(),
            target: written.target.clone(),
            place: written.place.clone(),
            status: commitment.status,
            standing: Standing { status: commitment.status, over: linked.over() },
            history: outcomes(false),
            third_party: outcomes(true),
            same_as: commitment.same_as.map(|id| {
                let mut link = self.document_link(id);
                link.href = format!("{}#{anchor}", link.href);
                link
            }),
            anchor,
        })
    }

    fn outcome(&self, recorded: &RecordedOutcome, third_party: bool) -> Option<OutcomeView> {
        let follow_up = &self.archive.document(recorded.follow_up).document;
        let keys = follow_up.follow_up().filter(|keys| keys.third_party == third_party)?;
        let outcome = keys.outcomes.get(recorded.index)?;
        Some(OutcomeView {
            date: keys.date.value,
            status: outcome.status.value,
            text: outcome.text.clone(),
            value: outcome.value.clone(),
            assessed_by: outcome.assessed_by.clone().unwrap_or_else(|| keys.assessed_by.clone()),
            href: self.way(&follow_up.address),
            title: follow_up.common.title.value.clone(),
        })
    }

    /// A follow-up's own outcomes, each with the commitment it means.
    fn statements(&self, _: DocId, linked: &Linked) -> Vec<StatementView> {
        let Some(keys) = linked.document.follow_up() else { return Vec::new() };
        keys.outcomes
            .iter()
            .zip(&linked.outcomes)
            .filter_map(|(outcome, meant)| {
                let (pledge, n) = (*meant)?;
                let of = self.document_link(pledge);
                let commitment = self.archive.document(pledge).commitments.get(n)?;
                let written = self.archive.commitment(commitment)?;
                Some(StatementView {
                    commitment: written.text.clone(),
                    href: format!("{}#lofte-{}", of.href, written.id.value),
                    of,
                    status: outcome.status.value,
                    text: outcome.text.clone(),
                    value: outcome.value.clone(),
                    assessed_by: outcome.assessed_by.clone(),
                })
            })
            .collect()
    }

    fn attachments(&self, document: &Document, files: &[Option<FileId>]) -> Vec<AttachmentView> {
        document
            .common
            .attachments
            .iter()
            .zip(files)
            .filter_map(|(attachment, file)| {
                let address = match file {
                    Some(id) => self.archive.files[id.index()].file.address.clone()?,
                    None => withdrawn_address(document, &attachment.file)?,
                };
                let size = file.map_or(0, |id| self.archive.files[id.index()].file.size);
                let withdrawal = self.archive.ledger.withdrawal(&address);
                let name = address.as_str().rsplit('/').next().unwrap_or_default();
                Some(AttachmentView {
                    title: attachment.title.clone(),
                    href: match file {
                        Some(_) => self.way(&address),
                        None => format!("{}.html", self.way(&address)),
                    },
                    extension: name.rsplit_once('.').map(|(_, e)| e.to_owned()).unwrap_or_default(),
                    size,
                    text: attachment.text,
                    withdrawn: withdrawal.map(|withdrawal| WithdrawnView {
                        address: address.to_string(),
                        date: withdrawal.date.into(),
                        decision: withdrawal.decision.clone(),
                        reason: withdrawal.reason.clone(),
                    }),
                })
            })
            .collect()
    }

    fn images(&self, common: &Common, files: &[Option<FileId>]) -> Vec<ImageView> {
        common
            .images
            .iter()
            .zip(files)
            .map(|(image, file)| ImageView {
                src: file
                    .and_then(|id| self.archive.files[id.index()].file.address.as_ref())
                    .map(|address| self.way(address)),
                alt: image.alt.clone(),
                caption: image.caption.clone(),
                credit: image.credit.clone(),
            })
            .collect()
    }
}

fn withdrawn_address(document: &Document, reference: &str) -> Option<Address> {
    let path = crate::archive::resolve(document.path(), reference)?;
    Address::of_content(&path).ok()
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

pub(super) fn sources(common: &Common) -> Vec<SourceView> {
    let views = common.sources.iter().map(|source| SourceView {
        publisher: source.publisher.clone(),
        title: source.title.clone(),
        url: source.url.as_ref().map(|url| url.value.clone()),
        dated: source.dated,
        retrieved: source.retrieved,
        reference: source.reference.clone(),
    });
    views.collect()
}

fn corrections(common: &Common) -> Vec<CorrectionView> {
    let views = common
        .corrections
        .iter()
        .map(|correction| CorrectionView { date: correction.date, text: correction.text.clone() });
    views.collect()
}

pub(super) fn conflicts(common: &Common) -> Vec<ConflictView> {
    let views = common.conflicts.iter().map(|conflict| ConflictView {
        field: conflict.field.clone(),
        value: conflict.value.clone(),
        source: conflict.source.clone(),
    });
    views.collect()
}
