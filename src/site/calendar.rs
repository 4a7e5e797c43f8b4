//! What stands in a place's calendar: the follow-ups that its documents promise, and the last days
//! of its agreements, pledges and plans. Nothing of it depends on the day.

use jiff::civil::Date;

use crate::archive::{Archive, EntrySubject, LinkedPlace};
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

/// Whether a place has any events.
pub fn has_events(archive: &Archive, place: &LinkedPlace) -> bool {
    days(archive, place).next().is_some()
}

/// What an event is of.
enum Occasion {
    LastDay,
    /// A follow-up that is promised for this day or month.
    Promised(PartialDate),
}

/// The events of a place with their days, in the order of its timeline.
fn days<'a>(
    archive: &'a Archive,
    place: &'a LinkedPlace,
) -> impl Iterator<Item = (DocId, Occasion, Date)> {
    let days = place.timeline.iter().filter_map(|entry| match &entry.what {
        EntrySubject::Document(id) => Some((*id, Occasion::LastDay, last_day(archive, *id)?)),
        EntrySubject::Planned(id, n) => {
            let date = promised(archive, *id, *n)?;
            Some((*id, Occasion::Promised(date), date.first_day()))
        }
        EntrySubject::Gap(_) | EntrySubject::Renamed(_) => None,
    });
    // A translation has the days of its original.
    days.filter(|(id, ..)| archive.document(*id).translation_of.is_none())
}

/// The events of a place, in order of day, then of id.
pub fn events(archive: &Archive, place: &LinkedPlace) -> Vec<CalendarEvent> {
    let mut events: Vec<CalendarEvent> =
        days(archive, place).map(|(id, of, day)| event(archive, id, of, day)).collect();
    events.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
    events.dedup();
    events
}

/// The date of a promised follow-up; one that is promised for a year only has no day.
fn promised(archive: &Archive, id: DocId, n: usize) -> Option<PartialDate> {
    let date = archive.document(id).planned.get(n)?.date;
    (!matches!(date, PartialDate::Year(_))).then_some(date)
}

/// The last day of an agreement, pledge or plan, if it has one.
fn last_day(archive: &Archive, id: DocId) -> Option<Date> {
    let linked = archive.document(id);
    linked.document.agreement()?;
    linked.held?.last()
}

/// A promised follow-up is on its day, or on the first day of its month, with the month in words.
fn event(archive: &Archive, id: DocId, of: Occasion, day: Date) -> CalendarEvent {
    let linked = archive.document(id);
    let common = &linked.document.common;
    let name = &common.title.value;
    let language = archive.settings.language;
    let (title, part) = match of {
        Occasion::LastDay => {
            (text!("Sista dagen: {name}", "Last day: {name}"), "sista-dagen".to_owned())
        }
        Occasion::Promised(date) => {
            let title = if let PartialDate::Day(_) = date {
                text!("Utlovad uppföljning: {name}", "Promised follow-up: {name}")
            } else {
                let month = date_in_list(language, date);
                text!(
                    "Utlovad uppföljning i {month}: {name}",
                    "Follow-up promised for {month}: {name}"
                )
            };
            (title, format!("utlovad-{date}"))
        }
    };
    let known = common.archived.or(linked.effective.map(|effective| effective.date));
    let address = linked.document.address.to_string();
    CalendarEvent {
        day,
        title: title.in_language(language).to_owned(),
        id: format!("{address}#{part}"),
        address,
        known: known.map_or(day, PartialDate::first_day),
    }
}
