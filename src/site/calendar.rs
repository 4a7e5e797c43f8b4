//! What stands in a place's calendar: the follow-ups that its documents promise, and the last days
//! of its agreements, pledges and plans. Nothing of it depends on the day.

use jiff::civil::Date;

use crate::archive::{Archive, EntrySubject, LinkedPlace};
use crate::language::Language;
use crate::model::{DocId, PartialDate, date_in_list};
use crate::text;

/// A day of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CalendarEvent {
    pub day: Date,
    pub title: String,
    /// The document's address, and what in it the event is of: what the event is known by.
    pub id: String,
    /// The address of the document's page.
    pub address: String,
    /// The first day on which the archive can have had it.
    pub known: Date,
}

/// The events of a place, in order of day, then of id.
pub fn events(archive: &Archive, place: &LinkedPlace) -> Vec<CalendarEvent> {
    let mut events: Vec<CalendarEvent> = place
        .timeline
        .iter()
        .filter_map(|entry| match &entry.what {
            EntrySubject::Document(id) => last_day(archive, *id),
            EntrySubject::Planned(id, n) => promised(archive, *id, *n),
            EntrySubject::Gap(_) | EntrySubject::Renamed(_) => None,
        })
        .collect();
    events.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    events.dedup();
    events
}

/// A promised follow-up: on its day, or on the first day of its month, with the month in words. One
/// that is promised for a year only has no day.
fn promised(archive: &Archive, id: DocId, n: usize) -> Option<CalendarEvent> {
    let date = archive.document(id).planned.get(n)?.date;
    let language = archive.settings.language;
    let title = &archive.document(id).document.common.title.value;
    let in_words = date_in_list(language, date);
    let title = match (date, language) {
        (PartialDate::Year(_), _) => return None,
        (PartialDate::Month(..), Language::Swedish) => {
            format!("Utlovad uppföljning i {in_words}: {title}")
        }
        (PartialDate::Month(..), Language::English) => {
            format!("Follow-up promised for {in_words}: {title}")
        }
        (PartialDate::Day(_), _) => {
            said(language, text!("Utlovad uppföljning: {title}", "Promised follow-up: {title}"))
        }
    };
    event(archive, id, date.first_day(), title, format!("utlovad-{date}"))
}

/// The last day of an agreement, pledge or plan, if it has one.
fn last_day(archive: &Archive, id: DocId) -> Option<CalendarEvent> {
    let linked = archive.document(id);
    linked.document.agreement()?;
    let day = linked.held?.last()?;
    let title = &linked.document.common.title.value;
    let title = said(archive.settings.language, text!("Sista dagen: {title}", "Last day: {title}"));
    event(archive, id, day, title, "sista-dagen".to_owned())
}

fn said(language: Language, text: crate::diagnostic::Text) -> String {
    match language {
        Language::Swedish => text.sv.into_owned(),
        Language::English => text.en.into_owned(),
    }
}

fn event(
    archive: &Archive,
    id: DocId,
    day: Date,
    title: String,
    part: String,
) -> Option<CalendarEvent> {
    let linked = archive.document(id);
    // A translation has the days of its original.
    if linked.translation_of.is_some() {
        return None;
    }
    let common = &linked.document.common;
    let known = common.archived.or(linked.effective.map(|effective| effective.date));
    let address = linked.document.address.to_string();
    Some(CalendarEvent {
        day,
        title,
        id: format!("{address}#{part}"),
        address,
        known: known.map_or(day, PartialDate::first_day),
    })
}
