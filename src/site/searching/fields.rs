//! What is searched of a document, and how much it says: level 3 for what the document is about, 2
//! for what it states in its own terms, 1 for the rest. Contacts are not searched, since they
//! lapse.

use crate::archive::{Archive, Linked, LinkedPlace};
use crate::language::month_name;
use crate::model::document::Common;
use crate::model::{DatedBy, DocId, PartialDate, PlaceId};
use crate::search::SearchText;

/// At most this many years of a period are searched for.
const MOST_YEARS: i16 = 12;

/// Passes each text of a document, with its level.
pub fn of_document(archive: &Archive, id: DocId, all: &mut dyn FnMut(u8, SearchText<'_>)) {
    let take = &mut |level, text: &str| all(level, SearchText::Plain(text));
    let linked = archive.document(id);
    let document = &linked.document;
    let language = archive.settings.language;
    of_common(&document.common, take);
    for focus in linked.focus.iter().map(|id| &archive.focus[id.index()]) {
        take(3, &focus.label);
        // What other documents of the subject call it.
        focus.also.iter().for_each(|label| take(1, label));
    }
    for place in linked.municipalities.iter().chain(&linked.districts) {
        take(3, &archive.place(*place).place.common.title);
    }
    let date = linked.effective.map(|effective| effective.date);
    // A police area says less of what a municipality has than of what is its own.
    let of_area = if linked.is_only_of_police_areas() { 3 } else { 2 };
    for area in &linked.police_areas {
        take(of_area, archive.place(*area).name_on(date));
    }
    for year in years_of(linked) {
        take(3, &year.to_string());
    }
    // The first month of a year's period says nothing about the document.
    let dated = linked.effective.filter(|effective| effective.by != DatedBy::Period);
    let dated = dated.map(|effective| effective.date);
    for date in dated.into_iter().chain(linked.planned.iter().map(|planned| planned.date)) {
        if let Some(month) = month(date) {
            take(2, month_name(language, month));
        }
    }
    if let Some(day) = dated.filter(|date| date.first_day() == date.last_day()) {
        take(1, &day.first_day().day().to_string());
    }
    for kind in document.roles() {
        take(2, kind.facts().name.in_language(language));
    }
    for heading in &document.body.outline.headings {
        take(2, &heading.text);
    }
    for commitment in &linked.commitments {
        if let Some(written) = archive.commitment(commitment) {
            take(2, &written.text);
            for more in [&written.target, &written.place, &written.indicator, &written.goal] {
                take(1, more.as_deref().unwrap_or_default());
            }
        }
    }
    if let Some(agreement) = document.agreement() {
        for signatory in &agreement.signatories {
            take(2, &signatory.name);
            for more in [&signatory.role, &signatory.organisation, &signatory.political_party] {
                take(2, more.as_deref().unwrap_or_default());
            }
            for spelling in signatory
                .person
                .iter()
                .flat_map(|id| archive.people.also_written(id, &signatory.name))
            {
                take(2, &spelling);
            }
        }
        agreement.parties.iter().for_each(|party| take(2, party));
    }
    if let Some(follow_up) = document.follow_up() {
        take(1, &follow_up.assessed_by);
        for outcome in &follow_up.outcomes {
            take(1, outcome.text.as_deref().unwrap_or_default());
            take(1, outcome.value.as_deref().unwrap_or_default());
        }
    }
    for decision in &document.archive.decisions {
        take(1, decision.body.as_deref().unwrap_or_default());
        take(1, decision.case_number.as_deref().unwrap_or_default());
    }
    all(1, SearchText::Markdown(&document.body.text));
}

/// Passes each text of a place, with its level.
pub fn of_place(archive: &Archive, id: PlaceId, all: &mut dyn FnMut(u8, SearchText<'_>)) {
    let take = &mut |level, text: &str| all(level, SearchText::Plain(text));
    let place: &LinkedPlace = archive.place(id);
    of_common(&place.place.common, take);
    take(3, place.short_name());
    if let Some(municipality) = place.municipality {
        take(2, &archive.place(municipality).place.common.title);
    }
    for name in &place.names {
        take(2, &name.name);
    }
    take(2, place.place.kind().facts().name.in_language(archive.settings.language));
    for body in place.place.bodies() {
        take(2, &body.name);
    }
    all(1, SearchText::Markdown(&place.place.body.text));
}

fn of_common(common: &Common, take: &mut dyn FnMut(u8, &str)) {
    take(3, &common.title);
    take(2, common.called.as_deref().unwrap_or_default());
    take(2, common.summary.as_ref().map(|summary| summary.value.as_str()).unwrap_or_default());
    for conflict in &common.conflicts {
        take(1, &conflict.field);
        take(1, &conflict.value);
    }
    for image in &common.images {
        take(1, image.caption.as_deref().unwrap_or_default());
        take(1, &image.alt);
    }
    for attachment in &common.attachments {
        take(1, &attachment.title);
    }
    for source in &common.sources {
        take(1, source.title.as_deref().unwrap_or_default());
        take(1, source.publisher.as_deref().unwrap_or_default());
    }
}

/// The years of a document, in order: that of its date and those of its period.
pub fn years_of(linked: &Linked) -> Vec<i16> {
    let mut years: Vec<i16> =
        linked.effective.iter().map(|effective| effective.date.calendar_year()).collect();
    if let Some(period) = linked.document.period() {
        let from = period.from().map(PartialDate::calendar_year);
        let until = period.until().map(PartialDate::calendar_year);
        if let Some(from) = from.or(until) {
            years.extend((from..=until.unwrap_or(from)).take(MOST_YEARS as usize));
        }
    }
    years.sort_unstable();
    years.dedup();
    years
}

fn month(date: PartialDate) -> Option<i8> {
    (date.first_day().month() == date.last_day().month()
        && date.first_day().year() == date.last_day().year())
    .then(|| date.first_day().month())
}
