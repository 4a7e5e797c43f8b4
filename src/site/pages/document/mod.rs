//! `<place>/…/<document>.html`: a whole document of the archive, with what it is based on and what
//! it led to.

mod chain;
mod commitments;
mod fixture;
mod view;

use super::kind::{Origin, PageKind};
use crate::archive::{Archive, Linked, SealMark, Sealing};
use crate::ledger::Withdrawal;
use crate::model::document::{Document, FollowUp};
use crate::model::{Address, AreaLevel, DocId, PartialDate, PlannedState};
use crate::schema::Class;
use crate::site::make::{Head, Maker, conflicts, corrections, sources};
use crate::site::overview::Overview;
use crate::site::site_names::SEALS;
use crate::site::view::{CorrectionView, Link, PageOf, WithdrawnLink};
use view::{
    ContactView, DecisionView, DocumentView, EndedView, PlannedView, SealView, SignatoryView,
};

/// A document of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentPage(DocId);

impl PageKind for DocumentPage {
    type View = Box<DocumentView>;
    const TEMPLATE: &'static str = "document.html";
    const LISTED: bool = true;
    const IN_MENUS: bool = false;

    fn addresses(archive: &Archive, _: &Overview) -> impl Iterator<Item = (Address, DocumentPage)> {
        let documents = archive.documents.iter().enumerate();
        let documents = documents.filter(|(_, linked)| match linked.document.kind.facts().class {
            Class::Document { .. } => true,
            Class::Page | Class::Place(_) => false,
        });
        documents.map(|(n, linked)| (linked.document.address.clone(), DocumentPage(DocId::nth(n))))
    }

    fn view(&self, maker: &Maker<'_>) -> PageOf<Box<DocumentView>> {
        let original = maker.archive.original(self.0);
        let linked = maker.archive.document(original);
        let common = &maker.archive.document(self.0).document.common;
        let place = maker.archive.shown_places(linked).first().copied();
        let shown_until = linked.document.archive.contact.as_ref().is_some_and(|contact| {
            contact.until.is_some_and(|until| until.last_day() >= maker.archive.today)
        });
        let depends = maker.state_depends_on_day(original)
            || shown_until
            || linked.planned.iter().any(|planned| planned.state == PlannedState::Upcoming);
        let head = Head {
            description: common.summary.as_ref().map(|summary| summary.value.clone()),
            breadcrumb: match place {
                Some(place) => maker.trail_to_place(place, true),
                None => vec![maker.start_link()],
            },
            feed: place,
            as_of: depends.then(|| maker.today()),
            ..Head::titled(maker.overview.titles[self.0.index()].clone())
        };
        maker.page(head, Box::new(view_of(maker, self.0)))
    }

    fn origin(&self) -> Origin {
        Origin::Document(self.0)
    }

    fn name(&self, archive: &Archive, _: &Overview) -> Option<String> {
        Some(archive.document(self.0).document.common.title.value.clone())
    }

    fn fixture() -> Vec<PageOf<Box<DocumentView>>> {
        fixture::pages()
    }
}

/// The view of a document. A translation has its own words and files, and all else from its
/// original.
fn view_of(maker: &Maker<'_>, id: DocId) -> DocumentView {
    let archive = maker.archive;
    let own = archive.document(id);
    let linked = archive.document(archive.original(id));
    let (version, document) = (&own.document, &linked.document);
    let common = &version.common;
    let keys = &document.archive;
    let translations = archive.other_versions(id).into_iter();
    let translations = translations.filter(|other| Some(*other) != own.translation_of);
    let (originals, attachments) = maker
        .attachments(version, &own.attachments)
        .into_iter()
        .partition(|attachment| attachment.original);
    let agreement = document.agreement();
    let follow_up = document.follow_up();
    let effective = linked.effective.map(|effective| effective.date);
    let outcomes = commitments::statements(maker, linked);
    DocumentView {
        kind: document.kind,
        includes_pledge: document.includes_pledge(),
        title: common.title.value.clone(),
        language: maker.language(common.language.as_deref()),
        original_language: maker.language(document.common.language.as_deref()),
        summary: common.summary.as_ref().map(|summary| summary.value.clone()),
        draft: common.draft,
        wording: common.wording,
        notice_type: document.notice_type(),
        called: common.called.clone(),
        municipalities: maker.place_links(&linked.municipalities),
        districts: maker.place_links(&linked.districts),
        police_areas: maker.by_name(
            linked
                .police_areas
                .iter()
                .map(|id| {
                    let place = maker.archive.place(*id);
                    Link {
                        text: place.name_on(effective).to_owned(),
                        href: maker.way(&place.place.address),
                    }
                })
                .collect(),
        ),
        area_level: one_level(maker, linked),
        period: document.period(),
        period_unknown: document.is_period_unknown(),
        period_as_printed: agreement.and_then(|keys| keys.period_as_printed.clone()),
        signed: agreement.and_then(|keys| keys.signed.as_ref()).map(|signed| signed.value),
        signed_late: linked.signed_late(),
        announced: agreement.and_then(|keys| keys.announced.as_ref()).map(|day| day.value),
        date: document.date(),
        effective_date: effective,
        dated_by: linked.effective.map(|effective| effective.by),
        published: keys.published.as_ref().map(|day| day.value),
        date_basis: keys.date_basis.clone(),
        state: linked.state,
        over: linked.over(),
        last_day: linked.last_day().filter(|_| linked.over()).map(PartialDate::from),
        ended: agreement.and_then(|keys| keys.ended.as_ref()).map(|ended| EndedView {
            date: ended.date.value,
            reason: ended.reason.clone(),
            by: ended.by.clone(),
            source: ended.source.clone(),
        }),
        coming_end: maker.coming_end(archive.original(id)),
        signatories: signatories(maker, document),
        parties: agreement.map(|keys| keys.parties.clone()).unwrap_or_default(),
        focus: maker.focus_links(linked),
        decisions: decisions(document),
        contact: contact(maker, document),
        assessed_by: follow_up.map(FollowUp::judges).unwrap_or_default(),
        reported_by: follow_up.and_then(FollowUp::reporter).map(str::to_owned),
        third_party: document.is_by_outsiders(),
        chain: chain::of(maker, linked),
        replaced_by: maker.document_links(&linked.replaced_by),
        translation_of: own.translation_of.map(|id| maker.version_link(id)),
        translations: translations.map(|id| maker.version_link(id)).collect(),
        body: maker.prose(&version.body, &own.links),
        body_empty: version.body.text.trim().is_empty(),
        commitments: linked
            .commitments
            .iter()
            .filter_map(|commitment| commitments::view_of(maker, linked, commitment))
            .collect(),
        commitments_complete: maker.archive.commitments_complete(linked),
        commitments_from: linked.commitments_from.map(|id| maker.document_link(id)),
        counting: maker.counting_in(linked),
        outcomes_of: commitments::stated_of(&outcomes),
        outcomes,
        planned_as_printed: agreement.and_then(|keys| keys.follow_ups_as_printed.clone()),
        withdrawn_follow_ups: withdrawn_follow_ups(maker, document),
        planned: linked
            .planned
            .iter()
            .map(|planned| PlannedView {
                date: planned.date,
                state: planned.state,
                answered_by: planned.answered_by.map(|id| maker.document_link(id)),
            })
            .collect(),
        sources: sources(common),
        corrections: corrections(common),
        seal: seal(maker, linked),
        conflicts: conflicts(common),
        originals,
        attachments,
        images: maker.images(common, &own.images),
        archived: common.archived,
        changed: common.last_correction().map(|correction| correction.date),
        permanent_address: maker
            .absolute(version.address.as_str())
            .unwrap_or_else(|| version.address.to_string()),
    }
}

/// The level of all the police areas of a document, if they have only one.
fn one_level(maker: &Maker<'_>, linked: &Linked) -> Option<AreaLevel> {
    let mut levels = linked.police_areas.iter().filter_map(|id| maker.area_level(*id));
    let first = levels.next()?;
    levels.all(|level| level == first).then_some(first)
}

fn signatories(maker: &Maker<'_>, document: &Document) -> Vec<SignatoryView> {
    let signatories = document.agreement().map(|keys| &keys.signatories[..]).unwrap_or(&[]);
    signatories
        .iter()
        .map(|signatory| SignatoryView {
            name: signatory.name.value.clone(),
            also_written: match &signatory.person {
                Some(person) => maker.archive.people.also_written(person, &signatory.name.value),
                None => Vec::new(),
            },
            role: signatory.role.clone(),
            organisation: signatory.organisation.clone(),
            political_party: signatory.political_party.clone(),
            acting: signatory.acting,
        })
        .collect()
}

/// The contact, which is not shown after its last day.
fn contact(maker: &Maker<'_>, document: &Document) -> Option<ContactView> {
    let contact = document.archive.contact.as_ref()?;
    let shown = contact.until.is_none_or(|until| until.last_day() >= maker.archive.today);
    shown.then(|| ContactView {
        name: contact.name.clone(),
        role: contact.role.clone(),
        email: contact.email.clone(),
        phone: contact.phone.clone(),
    })
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

/// How a document stands to the yearly package of its year.
fn seal(maker: &Maker<'_>, linked: &Linked) -> Option<SealView> {
    let Sealing { seal, mark } = maker.archive.sealing(linked)?;
    let (word, sealed, correction) = match mark {
        SealMark::Same(sealed) => ("same", Some(sealed), None),
        SealMark::Changed(sealed) => ("changed", Some(sealed), None),
        SealMark::Corrected(sealed, last) => ("corrected", Some(sealed), Some(last)),
        SealMark::Late => ("late", None, None),
    };
    Some(SealView {
        package: Link { text: seal.name.clone(), href: maker.way_to(SEALS) },
        made: seal.sealed.into(),
        mark: word,
        sha256: sealed.map(|sealed| sealed.digest.to_string()),
        corrected: correction
            .map(|last| CorrectionView { date: last.date, text: last.text.clone() }),
    })
}

/// The follow-ups of a document that were taken down, by day. The decision says what was followed up, by
/// the address that it had then.
fn withdrawn_follow_ups(maker: &Maker<'_>, document: &Document) -> Vec<WithdrawnLink> {
    let was_at = |address: &Address| {
        let aliases = &document.common.aliases;
        document.address == *address
            || aliases.iter().any(|alias| alias.as_str() == address.as_str())
    };
    let all = maker.archive.ledger.withdrawn.iter();
    let mut found: Vec<&Withdrawal> =
        all.filter(|withdrawal| withdrawal.follows_up.iter().any(was_at)).collect();
    found.sort_by_key(|withdrawal| (withdrawal.date, &withdrawal.address.value));
    let link = |withdrawal: &Withdrawal| WithdrawnLink {
        title: withdrawal.title.clone(),
        address: withdrawal.address.value.to_string(),
        href: maker.way(&withdrawal.address.value),
        date: withdrawal.date.into(),
    };
    found.into_iter().map(link).collect()
}
